//! The card's words, in the supporter's language.
//!
//! A locale is one JSON file. The browser gets it packed as one text: the fields
//! of [`Locale`] and then each message in the order of [`Key`], so no name of a
//! message travels.

mod key;
mod plural;
#[cfg(not(target_arch = "wasm32"))]
mod source;

pub use key::Key;
#[cfg(not(target_arch = "wasm32"))]
pub use source::{LOCALES, pack};

use crate::number;

/// Between the fields of a packed locale.
const FIELD: char = '\0';
/// Between the forms of a message that depends on a number.
const FORM: char = '|';

/// The words and number forms of one language.
#[derive(Clone, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Locale {
    /// Language tag, `en`.
    pub id: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Between groups of three digits.
    group: String,
    strings: Vec<String>,
}

impl Locale {
    /// Reads a packed locale.
    pub fn read(packed: &str) -> Self {
        let mut fields = packed.split(FIELD).map(String::from);
        let mut next = || fields.next().unwrap_or_default();
        Locale { id: next(), direction: next(), group: next(), strings: fields.collect() }
    }

    /// The message `key`.
    pub fn say(&self, key: Key) -> &str {
        self.strings.get(key as usize).map_or("", String::as_str)
    }

    /// The message `key` with `{name}` replaced by `value`.
    pub fn fill(&self, key: Key, name: &str, value: &str) -> String {
        fill(self.say(key), name, value)
    }

    /// The message `key` in the form that `n` asks for, with `{n}` replaced.
    pub fn count(&self, key: Key, n: u64) -> String {
        let mut forms = self.say(key).split(FORM);
        let first = forms.clone().next().unwrap_or("");
        let form = forms.nth(plural::form(&self.id, n)).unwrap_or(first);
        fill(form, "n", &self.number(n))
    }

    /// `n` as people who read this language write it.
    pub fn number(&self, n: u64) -> String {
        let mut out = String::new();
        number::push_grouped(&mut out, n, &self.group);
        out
    }
}

/// `text` with `{name}` replaced by `value`.
fn fill(text: &str, name: &str, value: &str) -> String {
    text.replace(&["{", name, "}"].concat(), value)
}

/// The best of `available` for the first of `wanted` that any of them serves:
/// `fr-CA` is served by `fr`. `None` where nothing fits.
pub fn choose<'a>(available: &[&'a str], wanted: &[&str]) -> Option<&'a str> {
    wanted.iter().find_map(|tag| {
        let mut tag = *tag;
        loop {
            if let Some(found) = available.iter().find(|id| id.eq_ignore_ascii_case(tag)) {
                return Some(*found);
            }
            tag = tag.rsplit_once(['-', '_'])?.0;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(id: &str) -> Locale {
        Locale::read(&pack(id))
    }

    #[test]
    fn numbers_and_plurals_as_people_write_them() {
        let (en, fr) = (locale("en"), locale("fr"));
        assert_eq!(en.count(Key::Signatures, 0), "0 signatures");
        assert_eq!(en.count(Key::Signatures, 1), "1 signature");
        assert_eq!(en.count(Key::Signatures, 1600), "1,600 signatures");
        assert_eq!(fr.count(Key::Signatures, 0), "0 signature");
        assert_eq!(fr.count(Key::Signatures, 1600), "1\u{202f}600 signatures");
        assert_eq!(fr.count(Key::Signatures, 2_000_000), "2\u{202f}000\u{202f}000 de signatures");
    }

    #[test]
    fn nearest_locale() {
        let available = ["en", "fr", "pt-BR"];
        assert_eq!(choose(&available, &["fr-CA"]), Some("fr"));
        assert_eq!(choose(&available, &["pt-br"]), Some("pt-BR"));
        assert_eq!(choose(&available, &["xx", "FR"]), Some("fr"));
        assert_eq!(choose(&available, &["de", ""]), None);
    }

    #[test]
    fn an_unreadable_locale_is_silent_but_harmless() {
        let empty = Locale::read("");
        assert_eq!(empty.say(Key::Sign), "");
        assert_eq!(empty.count(Key::Signatures, 3), "");
    }
}
