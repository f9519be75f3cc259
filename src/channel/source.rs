//! The catalogue and the icons as written, and how they are packed for the browser.

use super::{Catalogue, GROUPS};

pub(super) const ROWS: &str = include_str!("catalogue.json");
pub(super) const CLOSED: &str = include_str!("closed.json");
/// A line a language or several: tags with commas between, and ids; `*` is any.
pub(super) const DEFAULTS: &str = include_str!("defaults.txt");

/// SVG path data by file name, see `icons/README.md`.
const ICONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/icons.rs"));

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "where the row's facts come from is for people and tests")]
pub(super) struct Row {
    pub id: String,
    pub name: String,
    pub category: String,
    pub kind: String,
    pub template: String,
    /// The address on the supporter's own server, where there is a common one too.
    #[serde(default)]
    pub server_template: String,
    pub limit: usize,
    pub count: String,
    /// Whether row and icon are among those that a first view usually shows.
    pub core: bool,
    /// Other ids that mean this channel: its former names, and what other share
    /// libraries call it.
    #[serde(default)]
    pub former: Vec<String>,
    pub source: String,
    pub checked: String,
}

/// A channel that closed.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "where the row's facts come from is for people and tests")]
pub(super) struct Closed {
    pub id: String,
    pub name: String,
    /// `2025-07-08`, `2025-07`, or empty where nobody said when.
    #[serde(rename = "closed")]
    pub date: String,
    pub source: String,
}

fn rows() -> Vec<Row> {
    // The file is part of this source, and the tests below read it.
    serde_json::from_str(ROWS).unwrap_or_default()
}

/// The letter of a kind is its name's first, but for printing.
fn letter(kind: &str) -> &str {
    if kind == "print" { "x" } else { kind.get(..1).unwrap_or_default() }
}

fn group(category: &str) -> &'static str {
    GROUPS.iter().find(|(_, name)| *name == category).map_or("", |(letter, _)| letter)
}

/// A channel's own mark, or else the drawing for its category.
pub(super) fn icon(id: &str, category: &str) -> &'static str {
    let file = |name: &str| ICONS.iter().find(|(file, _)| *file == name).map(|(_, path)| path.trim());
    let fallback = match category {
        "mail" => "email".into(),
        "messenger" => "sms".into(),
        other => format!("fallback-{other}"),
    };
    file(id).or_else(|| file(&fallback)).unwrap_or_default()
}

/// Whether message and link share a field, so that both count.
fn carries_link_in_text(row: &Row) -> bool {
    let both = |parameter: &str| parameter.contains("{text}") && parameter.contains("{url}");
    ["paste", "text"].contains(&row.kind.as_str()) || row.template.split('&').any(both)
}

/// Rows, with their icons in the first view's text only, and their former names.
fn pack(core: bool) -> Vec<String> {
    let (mut lines, mut notes) = (Vec::new(), vec![String::new()]);
    for row in rows().into_iter().filter(|row| row.core == core) {
        let joined = row.count == "c" && carries_link_in_text(&row);
        let count = if joined { "j" } else { &row.count };
        let letters = [letter(&row.kind), group(&row.category), count].concat();
        let icon = if core { icon(&row.id, &row.category) } else { "" };
        let templates = [row.template, row.server_template].join("\t");
        notes.extend(row.former.iter().map(|former| format!("{former} {}", row.id)));
        lines.extend([row.id, row.name, letters, row.limit.to_string()]);
        lines.extend([templates.trim_end().to_owned(), icon.to_owned()]);
    }
    lines.extend(notes);
    lines
}

/// What people use, as notes: by language, and the languages that have a note.
fn habits() -> (Vec<String>, String) {
    let (mut notes, mut languages) = (Vec::new(), Vec::new());
    for (tags, ids) in DEFAULTS.lines().filter_map(|line| line.split_once(' ')) {
        for tag in tags.split(',').filter(|tag| *tag != "*") {
            notes.push(format!("={} {ids}", tag.to_lowercase()));
            languages.push(tag.split('-').next().unwrap_or(tag));
        }
    }
    languages.dedup();
    (notes, languages.join(" "))
}

/// The channels that a first view usually shows, with icons, in the form that
/// [`Catalogue::read`] takes.
pub fn core() -> String {
    let usual = DEFAULTS.lines().find_map(|line| line.strip_prefix("* ")).unwrap_or_default();
    let mut lines = pack(true);
    lines.extend([format!("= {usual}"), format!("languages {}", habits().1)]);
    lines.join("\n")
}

/// All other channels, without icons, and those that closed: also for
/// [`Catalogue::read`].
pub fn rest() -> String {
    let closed: Vec<Closed> = serde_json::from_str(CLOSED).unwrap_or_default();
    let closed = closed.iter().map(|gone| format!("{} {} {}", gone.id, gone.name, gone.date));
    let mut lines = pack(false);
    lines.extend(closed);
    lines.extend(habits().0);
    lines.push("whole .".into());
    lines.join("\n")
}

/// The icons of the channels in [`rest`], for [`Catalogue::read`]: the letter
/// of a group and its text. A page needs the groups of the channels that it shows.
pub fn icons() -> Vec<(&'static str, String)> {
    let rows = rows();
    let text = |category: &str| {
        let rows = rows.iter().filter(|row| !row.core && row.category == category);
        let lines: Vec<String> =
            rows.map(|row| format!(">{}\n{}", icon(&row.id, category), row.id)).collect();
        lines.join("\n")
    };
    GROUPS.iter().map(|(letter, category)| (*letter, text(category))).collect()
}

impl Catalogue {
    /// Every channel with its icon: what rendering outside a browser starts from.
    pub fn complete() -> Self {
        let mut catalogue = Catalogue::default();
        catalogue.read(core().leak());
        catalogue.read(rest().leak());
        for (_, packed) in icons() {
            catalogue.read(packed.leak());
        }
        catalogue
    }
}
