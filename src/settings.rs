//! A campaign's settings as they arrive.
//!
//! Attributes, the JSON inside the element and what the page says of itself all
//! become `path → text` before they reach this program (`goal`, `messages.x.0`,
//! `page.title`), in the order in which they count. A flat list needs no decoder
//! to speak of, costs a visitor next to nothing, and every error can name the
//! path it came from.

use crate::record::Record;

/// The longest text that a setting may hold, in characters. Far above any
/// campaign's wording, far below what makes a page sluggish.
pub const LONGEST: usize = 10_000;

/// Reads settings from their encoded form, with what must never reach a page or a
/// message taken out of them.
pub fn read(encoded: &str) -> Record {
    let mut settings = Record::read(encoded);
    settings.change(clean);
    settings
}

/// The same from path and text in turn, with NUL between.
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub fn from_pieces(pieces: &str) -> Record {
    let mut settings = Record::default();
    let mut pieces = pieces.split('\0');
    while let (Some(path), Some(text)) = (pieces.next(), pieces.next()) {
        settings.set(path, &clean(text));
    }
    settings
}

/// The texts of a list: the words of `path="a b, c"`, or else the items of a
/// JSON array. Each with the path that an error should name.
pub fn list<'a>(settings: &'a Record, path: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut words = Vec::new();
    for word in settings.get(path).split([' ', ',', '\n', '\t']) {
        if !word.is_empty() {
            words.push((path, word));
        }
    }
    if words.is_empty() {
        words.extend(settings.below(path).into_iter().map(|(name, _, text)| (name, text)));
    }
    words
}

/// Takes out white space around the text, control characters (line breaks and
/// tabs stay), and the characters that override the writing direction of all that
/// follows them: with those a title could make the rest of a shared message read
/// backwards.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        if (c >= ' ' || c == '\n' || c == '\t') && !matches!(c, '\u{7f}' | '\u{202d}' | '\u{202e}') {
            out.push(c);
        }
    }
    out
}

/// Reads a JSON object into settings, each leaf under its dotted path.
///
/// # Errors
/// Says in words where the text stops being a JSON object.
#[cfg(not(target_arch = "wasm32"))]
pub fn from_json(json: &str) -> Result<Record, String> {
    fn flatten(out: &mut Record, path: &str, value: &serde_json::Value) {
        use serde_json::Value;
        let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        match value {
            Value::Null => {}
            Value::String(text) => out.set(path, text),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    flatten(out, &below(&index.to_string()), item);
                }
            }
            Value::Object(entries) => {
                for (key, item) in entries {
                    flatten(out, &below(key), item);
                }
            }
            scalar => out.set(path, &scalar.to_string()),
        }
    }
    let value: serde_json::Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    if !value.is_object() {
        return Err("expected a JSON object".into());
    }
    let mut settings = Record::default();
    flatten(&mut settings, "", &value);
    settings.change(clean);
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_from_words_and_from_json() {
        let words = read("channels=x,+facebook++email");
        let names: Vec<_> = list(&words, "channels").into_iter().map(|(_, word)| word).collect();
        assert_eq!(names, ["x", "facebook", "email"]);

        let json = from_json(r#"{"channels":["x","email"],"goal":500,"messages":{"x":["a b"]},"via":null}"#)
            .unwrap();
        assert_eq!(list(&json, "channels"), [("channels.0", "x"), ("channels.1", "email")]);
        assert_eq!(json.get("goal"), "500");
        assert_eq!(json.get("messages.x.0"), "a b");
    }

    #[test]
    fn refuses_what_is_not_an_object() {
        assert!(from_json("[1]").is_err());
        assert!(from_json("{\"goal\": }").is_err());
    }

    #[test]
    fn drops_control_and_override_characters() {
        assert_eq!(read("headline=+a%01b%E2%80%AEc%0Ad+").get("headline"), "abc\nd");
        assert!(!read("headline=%ED%A0%80x").get("headline").is_empty(), "half a surrogate does no harm");
    }
}
