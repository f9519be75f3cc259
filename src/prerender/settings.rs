//! A place's settings as the browser's part would send them (`pkg/settings.js`): the
//! attributes, then the JSON inside, then what the page says of itself.

use serde_json::Value;

use super::page::{Page, Place, Setting};
use crate::percent;
use crate::record::Record;
use crate::settings;

/// What is known of a page besides what stands in it.
#[derive(Default)]
pub struct Around {
    /// Its address; empty where nobody knows.
    pub address: String,
    /// Its canonical address, made whole.
    pub canonical: String,
    /// The language where the page names none.
    pub language: String,
}

/// The settings, and where in the JSON it stops being any, counted in lines.
pub struct Read {
    /// As the campaign reads them.
    pub settings: Record,
    /// The languages to speak in, the most wanted first.
    pub languages: Vec<String>,
    /// The line of the mistake in the JSON, from 1.
    pub wrong_line: usize,
}

/// Reads the settings of `place`, with `json` for what stands inside.
pub fn read(place: &Place, json: Option<&str>, page: &Page, around: &Around) -> Read {
    // Encoded, the first of a name wins and all of a list are there, as in a browser.
    let mut encoded = String::new();
    let mut add = |path: &str, text: &str| percent::push_pair(&mut encoded, path, text);
    for Setting { name, text, .. } in &place.settings {
        add(&camel(name), text);
    }
    let mut wrong_line = 0;
    if let Some(json) = json {
        match serde_json::from_str(json) {
            Ok(value @ Value::Object(_)) => flatten("", &value, &mut add),
            Ok(_) => add("page.jsonError", json.trim()),
            Err(error) => {
                wrong_line = error.line();
                let words = error.to_string();
                add("page.jsonError", words.split(" at line ").next().unwrap_or(&words));
            }
        }
    }
    for (name, text) in [
        ("page.url", &around.address),
        ("page.canonical", &around.canonical),
        ("page.ogTitle", &page.og_title),
        ("page.ogDescription", &page.og_description),
        ("page.title", &page.title),
    ] {
        if !text.is_empty() {
            add(name, text);
        }
    }
    let own = Record::read(&encoded).get("locale").to_owned();
    let mut languages = vec![own, place.language.clone(), around.language.clone()];
    languages.retain(|language| !language.is_empty());
    percent::push_pair(&mut encoded, "page.language", languages.first().map_or("", String::as_str));
    Read { settings: settings::read(&encoded), languages, wrong_line }
}

fn flatten(path: &str, value: &Value, add: &mut impl FnMut(&str, &str)) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { [path, ".", key].concat() };
    match value {
        Value::Null => {}
        Value::String(text) => add(path, text),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                flatten(&below(&index.to_string()), item, add);
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries {
                flatten(&below(key), item, add);
            }
        }
        Value::Bool(truth) => add(path, if *truth { "true" } else { "false" }),
        // JavaScript writes 500.0 as 500.
        Value::Number(number) => {
            let text = number.to_string();
            add(path, text.strip_suffix(".0").unwrap_or(&text));
        }
    }
}

/// `privacy-url` as `privacyUrl`.
pub fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut letters = name.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '-' => match letters.next() {
                Some(next) => out.extend(next.to_uppercase()),
                None => out.push('-'),
            },
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(attributes: &[(&str, &str)]) -> Place {
        let setting =
            |(name, text): &(&str, &str)| Setting { name: (*name).into(), text: (*text).into(), at: 0 };
        Place {
            settings: attributes.iter().map(setting).collect(),
            language: "fr-CA".into(),
            ..Place::default()
        }
    }

    #[test]
    fn attributes_before_json_before_the_page() {
        let place = place(&[("headline", "own"), ("privacy-url", "/p")]);
        let json = r#"{"headline": "json", "goal": [500, 2000.0], "messages": {"x": "a"}, "via": null, "locale": "de"}"#;
        let page = Page { og_title: "page".into(), title: "t".into(), ..Page::default() };
        let around = Around { language: "en".into(), ..Around::default() };
        let read = read(&place, Some(json), &page, &around);
        let said = |name| read.settings.get(name);
        assert_eq!((said("headline"), said("privacyUrl"), said("page.ogTitle")), ("own", "/p", "page"));
        assert_eq!((said("goal.1"), said("messages.x"), said("via")), ("2000", "a", ""));
        assert_eq!(read.languages, ["de", "fr-CA", "en"]);
        assert_eq!(said("page.language"), "de");
    }

    #[test]
    fn json_that_is_none() {
        let read = |json| super::read(&place(&[]), Some(json), &Page::default(), &Around::default());
        let wrong = read("{\n\"goal\": }");
        assert_eq!((wrong.settings.get("page.jsonError"), wrong.wrong_line), ("expected value", 2));
        assert_eq!(read(" [1] ").settings.get("page.jsonError"), "[1]");
    }

    #[test]
    fn names_as_in_scripts() {
        assert_eq!(["privacy-url", "a--b", "goal-", "x"].map(camel), ["privacyUrl", "a-b", "goal-", "x"]);
    }
}
