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
    /// Latin and most alphabets one, everything else two; any link 23. Hashtags
    /// and the account mentioned count too.
    Weighted,
    /// Every character is one and the link counts in full.
    WithLink,
    /// Every character is one; any link 23.
    ShortLink,
    /// Emoji count as their UTF-8 bytes; the link travels separately.
    EmojiBytes,
}

/// One channel of the catalogue.
#[derive(Clone, Copy)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Channel {
    /// Stable id, as in the `channels` attribute and in `utm_source`.
    pub id: &'static str,
    /// Proper name; empty where each language has its own word for it.
    pub name: &'static str,
    /// What a click does.
    pub kind: Kind,
    /// Address with `{text}`, `{title}`, `{url}`, `{hashtag}`, `{hashtags}`, `{via}`.
    pub template: &'static str,
    /// The longest message, in units of `count`; 0 where there is no text.
    pub limit: usize,
    /// How the message is measured.
    pub count: Count,
    /// SVG path data on a 24 × 24 grid; empty until loaded.
    pub icon: &'static str,
}

impl Channel {
    /// Whether a click is done by the browser following a link.
    pub fn is_link(&self) -> bool {
        !matches!(self.kind, Kind::Copy | Kind::Device)
    }
}

/// The channels known so far.
#[derive(Clone, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Catalogue(Vec<Channel>);

impl Catalogue {
    /// Adds the packed rows: six lines each with id, name, kind letter followed by
    /// count letter, limit, template and icon. A row that is there already only
    /// gets the icon it lacks. The text stays in memory as long as the page.
    pub fn read(&mut self, packed: &'static str) {
        let mut lines = packed.split('\n');
        let mut line = || lines.next().unwrap_or("");
        loop {
            let (id, name, kind, limit, template, icon) = (line(), line(), line(), line(), line(), line());
            if id.is_empty() {
                break;
            }
            if let Some(known) = self.0.iter_mut().find(|known| known.id == id) {
                known.icon = icon;
                continue;
            }
            let mut letters = kind.bytes();
            let mut letter = || letters.next().unwrap_or(0);
            self.0.push(Channel {
                id,
                name,
                kind: match letter() {
                    b'm' => Kind::Mail,
                    b's' => Kind::Sms,
                    b'c' => Kind::Copy,
                    b'd' => Kind::Device,
                    _ => Kind::Link,
                },
                count: match letter() {
                    b'c' => Count::Characters,
                    b'x' => Count::Weighted,
                    b'u' => Count::WithLink,
                    b'm' => Count::ShortLink,
                    b'b' => Count::EmojiBytes,
                    _ => Count::None,
                },
                #[allow(clippy::cast_possible_truncation, reason = "a few thousand at most")]
                limit: number::parse(limit).unwrap_or(0) as usize,
                template,
                icon,
            });
        }
    }

    /// The channel called `id`, also by a former name.
    pub fn get(&self, id: &str) -> Option<&Channel> {
        let id = if id == "twitter" { "x" } else { id };
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
