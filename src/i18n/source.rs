//! The locales as written, and how they are packed for the browser.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{FIELD, FORM, key};

const FILES: &[(&str, &str)] = &[("en", include_str!("en.json")), ("fr", include_str!("fr.json"))];

/// Ids of all locales, English first.
pub const LOCALES: &[&str] = &["en", "fr"];

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    locale: String,
    direction: String,
    group: String,
    /// The forms that a message may take, in the order of `plural.rs`.
    plural: Vec<String>,
    strings: BTreeMap<String, Message>,
    /// Those of signing, which load when the form is used.
    sign: BTreeMap<String, Message>,
    /// Those of the statistics panel.
    stats: BTreeMap<String, Message>,
    /// Those of the parts that load when they are asked for.
    more: BTreeMap<String, Message>,
    /// Those of a card in a page without scripts.
    prerender: BTreeMap<String, Message>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Message {
    Always(String),
    ByNumber(BTreeMap<String, String>),
}

impl Message {
    fn forms(&self, order: &[String]) -> Vec<&str> {
        match self {
            Message::Always(text) => vec![text],
            Message::ByNumber(forms) => {
                order.iter().map(|form| forms.get(form).map_or("", String::as_str)).collect()
            }
        }
    }
}

/// A locale packed for [`Locale::read`](super::Locale::read), with the messages of
/// [`Key`](super::Key). A message that the file lacks is taken from English; an
/// unknown `locale` is English.
pub fn pack(locale: &str) -> String {
    pack_set(locale, key::NAMES, |file| &file.strings)
}

/// The same with the messages of [`Sign`](super::Sign).
pub fn pack_sign(locale: &str) -> String {
    pack_set(locale, key::SIGN_NAMES, |file| &file.sign)
}

/// The same with the messages of [`Stats`](super::Stats).
pub fn pack_stats(locale: &str) -> String {
    pack_set(locale, key::STATS_NAMES, |file| &file.stats)
}

/// The same with the messages of [`More`](super::More).
pub fn pack_more(locale: &str) -> String {
    pack_set(locale, key::MORE_NAMES, |file| &file.more)
}

/// The same with the messages of [`Prerender`](super::Prerender).
pub fn pack_prerender(locale: &str) -> String {
    pack_set(locale, key::PRERENDER_NAMES, |file| &file.prerender)
}

fn pack_set(locale: &str, names: &[&str], set: fn(&File) -> &BTreeMap<String, Message>) -> String {
    let (own, english) = (file(locale), file("en"));
    let mut fields = vec![own.locale.clone(), own.direction.clone(), own.group.clone()];
    for name in names {
        let message = set(&own).get(*name).map(|message| message.forms(&own.plural));
        let message =
            message.or_else(|| set(&english).get(*name).map(|message| message.forms(&english.plural)));
        fields.push(message.unwrap_or_default().join(&FORM.to_string()));
    }
    fields.join(&FIELD.to_string())
}

fn file(locale: &str) -> File {
    let found = FILES.iter().find(|(id, _)| *id == locale).or(FILES.first());
    // The files are part of this source, and the tests below read them.
    found.and_then(|(_, json)| serde_json::from_str(json).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholders(text: &str) -> Vec<&str> {
        let mut found: Vec<_> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn files_are_complete() {
        assert_eq!(LOCALES, FILES.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        for (id, json) in FILES {
            let own: File = serde_json::from_str(json).unwrap();
            let english: File = serde_json::from_str(FILES[0].1).unwrap();
            assert_eq!(own.locale, *id);
            complete(&own, key::NAMES, &own.strings, &english.strings);
            complete(&own, key::SIGN_NAMES, &own.sign, &english.sign);
            complete(&own, key::STATS_NAMES, &own.stats, &english.stats);
            complete(&own, key::MORE_NAMES, &own.more, &english.more);
            complete(&own, key::PRERENDER_NAMES, &own.prerender, &english.prerender);
        }
    }

    type Set = BTreeMap<String, Message>;

    fn complete(file: &File, keys: &[&str], own: &Set, english: &Set) {
        let id = &file.locale;
        let mut names: Vec<_> = own.keys().map(String::as_str).collect();
        let mut keys = keys.to_vec();
        names.sort_unstable();
        keys.sort_unstable();
        assert_eq!(names, keys, "{id}");
        for name in keys {
            let message = &own[name];
            if let Message::ByNumber(forms) = message {
                assert_eq!(forms.len(), file.plural.len(), "{id}: {name} has each form");
            }
            let expected: Vec<&str> =
                english[name].forms(&file.plural).into_iter().flat_map(placeholders).collect();
            for text in message.forms(&file.plural) {
                assert!(
                    !text.contains([FIELD, FORM]) && text.trim() == text && !text.is_empty(),
                    "{id}: {name}"
                );
                for placeholder in placeholders(text) {
                    assert!(expected.contains(&placeholder), "{id}: {name} has {{{placeholder}}}");
                }
            }
        }
    }

    #[test]
    fn french_spaces_do_not_break() {
        let text = FILES[1].1;
        for sign in ["!", "?", ";"] {
            assert!(!text.contains(&format!(" {sign}")), "a breaking space before {sign}");
        }
    }
}
