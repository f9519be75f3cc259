//! The channels: ways to pass a campaign on, and what each of them can carry.
//!
//! `channel/catalogue.json` is the one place where channels are described, a row
//! each. The browser gets the rows packed as text (see [`Catalogue::read`]): those
//! of a first view at once; the others, and icons by group, when a page asks for
//! one of them.

use crate::number;
use crate::text::concat;

#[cfg(not(target_arch = "wasm32"))]
mod source;
#[cfg(test)]
mod tests;
#[cfg(not(target_arch = "wasm32"))]
pub use source::{core, icons, rest};

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
    /// Opens another app in place, by the app's own scheme.
    App,
    /// Opens a page of the supporter's own server, which has to be known.
    Federated,
    /// Puts message and link on the clipboard and opens the page to paste them
    /// into; the template is that page's address.
    Paste,
    /// Puts the landing link on the clipboard.
    Copy,
    /// Puts message and link on the clipboard.
    Text,
    /// Opens the device's own share sheet.
    Device,
    /// Draws the landing link as a QR code.
    Qr,
    /// Prints the page.
    Print,
}

impl Kind {
    /// The word for it in lists.
    #[cfg(any(feature = "links", not(target_arch = "wasm32")))]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Link => "link",
            Kind::Mail => "mail",
            Kind::Sms => "sms",
            Kind::Copy => "copy",
            Kind::Text => "text",
            Kind::Device => "device",
            Kind::Paste => "paste",
            Kind::Federated => "federated",
            Kind::App => "app",
            Kind::Qr => "qr",
            Kind::Print => "print",
        }
    }
}

/// How a channel counts the length of a message.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Count {
    /// It takes no text.
    None,
    /// Every character is one.
    Characters,
    /// Every character is one, and the link stands in the same field.
    Joined,
    /// Latin and most alphabets one, everything else two; any link 23. Hashtags
    /// and the account mentioned count too.
    Weighted,
    /// Every character is one and the link counts in full.
    WithLink,
    /// Every character is one; any link 23.
    ShortLink,
    /// Emoji count as their UTF-8 bytes; the link travels separately.
    EmojiBytes,
    /// The limit is a number of SMS parts.
    Parts,
    /// The limit is the length of the whole address, encoded.
    Address,
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
    /// One letter for its category, see `GROUPS`; icons come by group.
    pub group: &'static str,
    /// Address with `{text}`, `{title}`, `{url}`, `{hashtag}`, `{hashtags}`,
    /// `{via}`, `{image}`, `{server}`.
    pub template: &'static str,
    /// The address to use once the supporter's own server is known, with
    /// `{server}`; empty where `template` is the only one.
    pub server_template: &'static str,
    /// The longest message, in units of `count`; 0 where there is no text.
    pub limit: usize,
    /// How the message is measured.
    pub count: Count,
    /// SVG path data on a 24 × 24 grid; empty until loaded.
    pub icon: &'static str,
}

impl Channel {
    /// Its category as a word: `social`.
    #[cfg(any(feature = "links", not(target_arch = "wasm32")))]
    pub fn category(&self) -> &'static str {
        GROUPS.iter().find(|(letter, _)| *letter == self.group).map_or("", |(_, name)| name)
    }

    /// What it takes of a campaign, by the placeholders of its address.
    #[cfg(any(feature = "links", not(target_arch = "wasm32")))]
    pub fn accepts(&self) -> Vec<&'static str> {
        let mut accepts = Vec::new();
        for (index, piece) in self.template.split(['{', '}']).enumerate() {
            if index % 2 == 1 && !accepts.contains(&piece) {
                accepts.push(piece);
            }
        }
        accepts
    }

    /// Whether a click is done by the browser following a link.
    pub fn is_link(&self) -> bool {
        !matches!(self.kind, Kind::Copy | Kind::Text | Kind::Device | Kind::Qr | Kind::Print)
    }

    /// Whether that link belongs into a new tab. Apps open beside the page, which
    /// a new tab would only cover.
    pub fn opens_tab(&self) -> bool {
        matches!(self.kind, Kind::Link | Kind::Federated | Kind::Paste)
            && self.template.as_bytes().starts_with(b"https:")
    }
}

/// Categories of channels by their letter, see [`Channel::group`].
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub const GROUPS: [(&str, &str); 9] = [
    ("d", "device"),
    ("c", "messenger"),
    ("s", "social"),
    ("m", "mail"),
    ("f", "federated"),
    ("b", "blog"),
    ("p", "professional"),
    ("k", "bookmark"),
    ("o", "other"),
];

/// The channels known so far.
#[derive(Clone, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Catalogue {
    channels: Vec<Channel>,
    /// `former-id id`, `id Name date`, `=language ids`: see [`Catalogue::read`].
    notes: Vec<&'static str>,
}

impl Catalogue {
    /// Adds what is packed in a text: rows of six lines each (id; name; letters for
    /// kind, group and count; limit; template, after a tab the one with a server;
    /// icon) or of two lines (a known channel's icon after a `>`; its id), an empty line, and notes: a line for each former id (`twitter x`), each
    /// closed channel (`pocket Pocket 2025-07-08`), and each language whose people
    /// have other habits (`=ja device line x`; `=` for all others). Channels that are
    /// there already stay as they are. The text stays in memory as long as the page.
    pub fn read(&mut self, packed: &'static str) {
        let mut lines = packed.split('\n');
        while let Some(id) = lines.next()
            && !id.is_empty()
        {
            if let Some(icon) = id.strip_prefix('>') {
                // An icon, for the channel that the next line names.
                let id = lines.next().unwrap_or("");
                if let Some(channel) = self.channels.iter_mut().find(|channel| channel.id == id) {
                    channel.icon = icon;
                }
                continue;
            }
            let mut line = || lines.next().unwrap_or("");
            let (name, letters, limit, template, icon) = (line(), line(), line(), line(), line());
            if self.position(id).is_some() {
                continue;
            }
            let letter = |at: usize| letters.as_bytes().get(at).copied().unwrap_or(0);
            let (template, server_template) = template.split_once('\t').unwrap_or((template, ""));
            self.channels.push(Channel {
                id,
                name,
                kind: match letter(0) {
                    b'm' => Kind::Mail,
                    b's' => Kind::Sms,
                    b'a' => Kind::App,
                    b'f' => Kind::Federated,
                    b'p' => Kind::Paste,
                    b'c' => Kind::Copy,
                    b't' => Kind::Text,
                    b'd' => Kind::Device,
                    b'q' => Kind::Qr,
                    b'x' => Kind::Print,
                    _ => Kind::Link,
                },
                group: letters.get(1..2).unwrap_or(""),
                count: match letter(2) {
                    b'c' => Count::Characters,
                    b'j' => Count::Joined,
                    b'x' => Count::Weighted,
                    b'u' => Count::WithLink,
                    b'm' => Count::ShortLink,
                    b'b' => Count::EmojiBytes,
                    b'g' => Count::Parts,
                    b'a' => Count::Address,
                    _ => Count::None,
                },
                #[allow(clippy::cast_possible_truncation, reason = "a few thousand at most")]
                limit: number::parse(limit).unwrap_or(0) as usize,
                template,
                server_template,
                icon,
            });
        }
        self.notes.extend(lines);
    }

    /// The channel called `id`, also by a former name.
    pub fn get(&self, id: &str) -> Option<&Channel> {
        self.position(id).or_else(|| self.position(self.note(id)?)).and_then(|at| self.channels.get(at))
    }

    /// Name of a channel that is gone, and after a space when it closed: a date, a
    /// month, or nothing where that is not known.
    pub fn closed(&self, id: &str) -> Option<&'static str> {
        self.note(id)
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.channels.iter().position(|channel| channel.id == id)
    }

    /// What follows `id` in its note.
    fn note(&self, id: &str) -> Option<&'static str> {
        self.notes
            .iter()
            .find_map(|note| note.split_once(' ').filter(|(former, _)| *former == id))
            .map(|(_, rest)| rest)
    }

    /// The ids of what people who speak `language` (a tag of BCP 47) use most, in
    /// order, with spaces between them. The nearest tag counts: `pt-BR`, `pt`, any.
    pub fn usual(&self, language: &str) -> &'static str {
        let tag = language.to_ascii_lowercase();
        let mut tag = tag.as_str();
        loop {
            if let Some(ids) = self.note(&concat(&["=", tag])) {
                return ids;
            }
            if tag.is_empty() {
                return "";
            }
            tag = tag.get(..tag.bytes().rposition(|byte| byte == b'-').unwrap_or(0)).unwrap_or("");
        }
    }

    /// Whether the channels that are not loaded yet are needed: for one of the ids
    /// `asked` for, or where there are none for people who speak `language`.
    pub fn lacks(&self, asked: &[&str], language: &str) -> bool {
        let spoken = language.split('-').next().unwrap_or("");
        let others = self.note("languages").unwrap_or("");
        let needed = if asked.is_empty() {
            others.split(' ').any(|known| known == spoken)
        } else {
            asked.iter().any(|id| self.get(id).is_none())
        };
        needed && self.note("whole").is_none()
    }

    /// All known channels, in the catalogue's order.
    pub fn all(&self) -> &[Channel] {
        &self.channels
    }
}
