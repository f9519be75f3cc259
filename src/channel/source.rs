//! The catalogue and the icons as written, and how they are packed for the browser.

use super::Catalogue;

const ROWS: &str = include_str!("catalogue.json");

macro_rules! icons {
    ($($id:literal)*) => {
        &[$(($id, include_str!(concat!("../icons/", $id, ".path")))),*]
    };
}

/// SVG path data by channel. Brand marks are from Simple Icons (CC0).
const ICONS: &[(&str, &str)] = icons!(
    "blogger" "bluesky" "copy" "device" "email" "facebook" "linkedin" "mastodon" "reddit" "sms"
    "telegram" "threads" "whatsapp" "x"
);

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "what the row is for and where its facts come from is for people and tests")]
struct Row {
    id: String,
    name: String,
    category: String,
    kind: String,
    template: String,
    limit: usize,
    count: String,
    /// Whether the icon is among those that a first view usually shows.
    core: bool,
    source: String,
    checked: String,
}

fn rows() -> Vec<Row> {
    // The file is part of this source, and the tests below read it.
    serde_json::from_str(ROWS).unwrap_or_default()
}

/// The rows in the form that [`Catalogue::read`] takes. The first view gets
/// every row, with icons for the usual channels only; the rest of the icons
/// come as a second text.
pub fn pack(first_view: bool) -> String {
    let mut lines = Vec::new();
    for row in rows() {
        if !first_view && row.core {
            continue;
        }
        let icon = ICONS.iter().find(|(id, _)| *id == row.id).map_or("", |(_, path)| path.trim());
        let kind = format!("{}{}", row.kind.get(..1).unwrap_or("l"), row.count);
        lines.extend([row.id, row.name, kind, row.limit.to_string(), row.template]);
        lines.push(if row.core || !first_view { icon.to_owned() } else { String::new() });
    }
    lines.join("\n")
}

impl Catalogue {
    /// Every channel with its icon: what rendering outside a browser starts from.
    pub fn complete() -> Self {
        let mut catalogue = Catalogue::default();
        catalogue.read(pack(true).leak());
        catalogue.read(pack(false).leak());
        catalogue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_well_formed() {
        let rows: Vec<Row> = serde_json::from_str(ROWS).unwrap();
        assert!(rows.len() >= 14);
        for row in &rows {
            assert!(["link", "mail", "sms", "copy", "device"].contains(&row.kind.as_str()), "{}", row.id);
            assert!(["", "c", "x", "u", "m", "b"].contains(&row.count.as_str()), "{}", row.id);
            assert_eq!(row.count.is_empty(), !row.template.contains("{text}"), "{}", row.id);
            assert_eq!(row.limit == 0, row.count.is_empty(), "{}", row.id);
            assert!(row.checked.starts_with("20") && !row.source.is_empty(), "{}", row.id);
            assert!(!row.category.is_empty(), "{}", row.id);
            assert!(!row.template.contains('\n') && !row.name.contains('\n'));
        }
    }

    #[test]
    fn every_channel_has_an_icon_in_the_end() {
        for channel in Catalogue::complete().all() {
            assert!(channel.icon.starts_with('M') || channel.icon.starts_with('m'), "{}", channel.id);
            assert!(!channel.icon.contains(['"', '<', '\n']), "{}", channel.id);
        }
    }
}
