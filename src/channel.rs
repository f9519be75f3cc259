//! The channels: ways to pass a campaign on, and what each of them can carry.
//!
//! `channel/catalogue.json` is the one place where channels are described, a row
//! each. The browser gets the rows packed as text (see [`Catalogue::read`]), those
//! of a first view at once and the others when a page asks for one of them.

use crate::number;

#[cfg(not(target_arch = "wasm32"))]
mod source;
#[cfg(not(target_arch = "wasm32"))]
pub use source::pack;

/// What a click on a channel does.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Kind {
    /// Opens a page in a new tab.
    Link,
    /// Opens the supporter's mail program.
    Mail,
    /// Opens the supporter's text message program.
    Sms,
    /// Puts the landing link on the clipboard.
    Copy,
    /// Opens the device's own share sheet.
    Device,
}

/// How a channel counts the length of a message.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Count {
    /// It takes no text.
    None,
    /// Every character is one.
    Characters,
    /// Latin and most alphabets one, everything else two; any link 23.
    Weighted,
    /// Every character is one and the link counts in full.
    WithLink,
    /// Every character is one; any link 23.
    ShortLink,
    /// Emoji count as their UTF-8 bytes; the link travels separately.
    EmojiBytes,
}

/// One channel of the catalogue.
#[derive(Clone)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Channel {
    /// Stable id, as in the `channels` attribute and in `utm_source`.
    pub id: String,
    /// Proper name; empty where each language has its own word for it.
    pub name: String,
    /// What a click does.
    pub kind: Kind,
    /// Address with `{text}`, `{title}`, `{url}`, `{hashtag}`, `{hashtags}`, `{via}`.
    pub template: String,
    /// The longest message, in units of `count`; 0 where there is no text.
    pub limit: usize,
    /// How the message is measured.
    pub count: Count,
    /// SVG path data on a 24 × 24 grid; empty until loaded.
    pub icon: String,
}

impl Channel {
    /// Whether the channel shows a page that is meant for a tab of its own.
    pub fn opens_tab(&self) -> bool {
        self.kind == Kind::Link
    }

    /// Whether a click is done by the browser following a link.
    pub fn is_link(&self) -> bool {
        !matches!(self.kind, Kind::Copy | Kind::Device)
    }
}

/// Former names of channels that still work in a page's settings.
fn canonical(id: &str) -> &str {
    match id {
        "twitter" => "x",
        "mail" => "email",
        "link" => "copy",
        _ => id,
    }
}

/// The channels known so far.
#[derive(Clone, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Catalogue(Vec<Channel>);

impl Catalogue {
    /// Adds the packed rows: six lines each with id, name, kind letter followed by
    /// count letter, limit, template and icon. A row that is there already only
    /// gets the icon it lacks.
    pub fn read(&mut self, packed: &str) {
        let mut lines = packed.split('\n');
        while let (Some(id), Some(name), Some(kind), Some(limit), Some(template), Some(icon)) =
            (lines.next(), lines.next(), lines.next(), lines.next(), lines.next(), lines.next())
        {
            if let Some(known) = self.0.iter_mut().find(|known| known.id == id) {
                known.icon = icon.into();
                continue;
            }
            let mut letters = kind.bytes();
            self.0.push(Channel {
                id: id.into(),
                name: name.into(),
                kind: match letters.next() {
                    Some(b'm') => Kind::Mail,
                    Some(b's') => Kind::Sms,
                    Some(b'c') => Kind::Copy,
                    Some(b'd') => Kind::Device,
                    _ => Kind::Link,
                },
                count: match letters.next() {
                    Some(b'c') => Count::Characters,
                    Some(b'x') => Count::Weighted,
                    Some(b'u') => Count::WithLink,
                    Some(b'm') => Count::ShortLink,
                    Some(b'b') => Count::EmojiBytes,
                    _ => Count::None,
                },
                limit: number::parse(limit).and_then(|n| usize::try_from(n).ok()).unwrap_or(0),
                template: template.into(),
                icon: icon.into(),
            });
        }
    }

    /// The channel called `id`, also by a former name.
    pub fn get(&self, id: &str) -> Option<&Channel> {
        let id = canonical(id);
        self.0.iter().find(|channel| channel.id == id)
    }

    /// All known channels, in the catalogue's order.
    pub fn all(&self) -> &[Channel] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_rows_bring_icons_and_new_channels() {
        let mut catalogue = Catalogue::default();
        catalogue.read("x\nX\nlx\n280\nhttps://x.com/?t={text}\n\nsms\n\nsc\n300\nsms:?&body={text}\nM0");
        assert_eq!(catalogue.all().len(), 2);
        assert_eq!(catalogue.get("twitter").unwrap().count, Count::Weighted);
        assert_eq!(catalogue.get("sms").unwrap().kind, Kind::Sms);
        catalogue.read("x\nX\nlx\n280\nhttps://elsewhere\nM1");
        assert_eq!(catalogue.all().len(), 2);
        assert_eq!(catalogue.get("x").unwrap().icon, "M1");
        assert_eq!(catalogue.get("x").unwrap().template, "https://x.com/?t={text}");
    }
}
