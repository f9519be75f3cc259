//! The locales as written, and how they are packed for the browser.

use super::{FIELD, FORM, key};
use serde_json::Value;

const FILES: &[(&str, &str)] = &[("en", include_str!("en.json")), ("fr", include_str!("fr.json"))];

/// Ids of all locales, English first.
pub const LOCALES: &[&str] = &["en", "fr"];

/// A locale packed for [`Locale::read`](super::Locale::read). A message that the
/// file lacks is taken from English; an unknown `locale` is English.
pub fn pack(locale: &str) -> String {
    let english = file("en");
    let own = file(locale);
    let top = |name: &str| own[name].as_str().unwrap_or("").to_owned();
    let mut fields = vec![top("locale"), top("direction"), top("group")];
    for name in key::NAMES {
        let message = match &own["strings"][name] {
            Value::Null => &english["strings"][name],
            found => found,
        };
        fields.push(forms(message, &own["plural"]));
    }
    fields.join(&FIELD.to_string())
}

fn file(locale: &str) -> Value {
    let found = FILES.iter().find(|(id, _)| *id == locale).or(FILES.first());
    found.and_then(|(_, json)| serde_json::from_str(json).ok()).unwrap_or(Value::Null)
}

fn forms(message: &Value, order: &Value) -> String {
    match message {
        Value::String(text) => text.clone(),
        forms => {
            let order = order.as_array().into_iter().flatten();
            let text = |name: &Value| forms[name.as_str().unwrap_or("")].as_str().unwrap_or("");
            order.map(text).collect::<Vec<_>>().join(&FORM.to_string())
        }
    }
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
        let english = file("en");
        assert_eq!(LOCALES, FILES.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        for (id, _) in FILES {
            let own = file(id);
            assert_eq!(own["locale"], *id);
            let strings = own["strings"].as_object().unwrap();
            assert_eq!(strings.len(), key::NAMES.len(), "{id}: as many messages as keys");
            for name in key::NAMES {
                let texts: Vec<&str> = match &own["strings"][name] {
                    Value::String(text) => vec![text],
                    Value::Object(forms) => {
                        let order: Vec<_> =
                            own["plural"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
                        assert_eq!(forms.len(), order.len(), "{id}: {name} has each form");
                        order.iter().map(|form| forms[*form].as_str().unwrap()).collect()
                    }
                    other => panic!("{id}: {name} is {other}"),
                };
                let expected = placeholders(
                    english["strings"][name]
                        .as_str()
                        .unwrap_or_else(|| english["strings"][name]["other"].as_str().unwrap()),
                );
                for text in texts {
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
    }

    #[test]
    fn french_spaces_do_not_break() {
        let text = FILES[1].1;
        for sign in ["!", "?", ";"] {
            assert!(!text.contains(&format!(" {sign}")), "a breaking space before {sign}");
        }
    }
}
