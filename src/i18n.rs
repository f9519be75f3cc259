//! The card's words, in the supporter's language.
//!
//! A locale is one JSON file. The browser gets it packed as one text: language tag,
//! direction, what stands between groups of digits, and then each message in the
//! order of [`Key`], so no name of a message travels. The messages of [`Sign`], of
//! [`More`], of [`Stats`] and of [`Prerender`] are packed the same way, each into a text of their own.

mod key;
mod plural;
#[cfg(not(target_arch = "wasm32"))]
mod source;

pub use key::{Key, Message, More, Prerender, Sign, Stats};
#[cfg(not(target_arch = "wasm32"))]
pub use source::{LOCALES, pack, pack_more, pack_prerender, pack_sign, pack_stats};

use crate::number;

/// Between the fields of a packed locale.
const FIELD: char = '\0';
/// Between the forms of a message that depends on a number.
const FORM: char = '|';

/// The words and number forms of one language.
#[derive(Clone, Copy, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Locale(&'static str);

impl Locale {
    /// Reads a packed locale, which stays in memory as long as the page.
    pub fn read(packed: &'static str) -> Self {
        Locale(packed)
    }

    /// Language tag, `en`.
    pub fn id(&self) -> &'static str {
        self.nth(0)
    }

    /// `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        self.nth(1)
    }

    fn nth(&self, field: usize) -> &'static str {
        self.0.split(FIELD).nth(field).unwrap_or("")
    }

    /// The message `key`.
    pub fn say(&self, key: impl Message) -> &'static str {
        self.nth(key.index() + 3)
    }

    /// The message `key` with `value` in its placeholder.
    pub fn fill(&self, key: impl Message, value: &str) -> String {
        fill(self.say(key), value, "")
    }

    /// The message `key` with `n` in its first placeholder and `other` in the next.
    pub fn fill_two(&self, key: impl Message, n: &str, other: &str) -> String {
        fill(self.say(key), n, other)
    }

    /// The message `key` in the form that `n` asks for, with `n` in its first
    /// placeholder and `other` in a further one.
    pub fn count(&self, key: impl Message, n: u64, other: &str) -> String {
        let mut forms = self.say(key).split(FORM);
        let form = forms.nth(plural::form(self.id(), n)).unwrap_or("");
        fill(form, &self.number(n), other)
    }

    /// `n` as people who read this language write it.
    pub fn number(&self, n: u64) -> String {
        let mut out = String::new();
        number::push_grouped(&mut out, n, self.nth(2));
        out
    }
}

/// `text` with `n` for `{n}` or `{name}`, and `other` for `{goal}`.
fn fill(text: &str, n: &str, other: &str) -> String {
    let mut out = String::new();
    // Outside braces, inside braces, outside …
    for (index, piece) in text.split(['{', '}']).enumerate() {
        out.push_str(match piece {
            _ if index % 2 == 0 => piece,
            "goal" => other,
            _ => n,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(id: &str) -> Locale {
        Locale::read(pack(id).leak())
    }

    #[test]
    fn numbers_and_plurals_as_people_write_them() {
        let (en, fr) = (locale("en"), locale("fr"));
        assert_eq!(en.count(Key::Signatures, 0, ""), "0 signatures");
        assert_eq!(en.count(Key::Signatures, 1, ""), "1 signature");
        assert_eq!(en.count(Key::Signatures, 1600, ""), "1,600 signatures");
        assert_eq!(fr.count(Key::Signatures, 0, ""), "0 signature");
        assert_eq!(fr.count(Key::Signatures, 1600, ""), "1\u{202f}600 signatures");
        assert_eq!(fr.count(Key::Signatures, 2_000_000, ""), "2\u{202f}000\u{202f}000 de signatures");
    }

    #[test]
    fn placeholders() {
        let en = locale("en");
        assert_eq!(en.count(Key::Missing, 188, "500"), "188 more to reach 500");
        assert_eq!(
            en.fill(Key::AddressedTo, "{n} & co"),
            "To {n} & co",
            "what is filled in is not filled again"
        );
    }

    #[test]
    fn an_unreadable_locale_is_silent_but_harmless() {
        let empty = Locale::read("");
        assert_eq!(empty.say(Key::Sign), "");
        assert_eq!(empty.count(Key::Signatures, 3, ""), "");
    }
}
