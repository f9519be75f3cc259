//! A campaign's settings as they arrive: a flat list of paths and texts.
//!
//! Attributes, the JSON inside the element and what the page says of itself all
//! become `path → text` before they reach this program (`goal`, `messages.x.0`,
//! `page.title`). A flat list needs no decoder to speak of, costs a visitor next
//! to nothing, and every error can name the path it came from.

/// The longest text that a setting may hold, in characters. Far above any
/// campaign's wording, far below what makes a page sluggish.
pub const LONGEST: usize = 10_000;

/// Settings by path. Where a path occurs twice the first one counts, so whoever
/// builds the list puts attributes before JSON, and JSON before the page's facts.
#[derive(Clone, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Settings(Vec<(String, String)>);

impl Settings {
    /// Reads `path NUL text NUL path NUL text …`.
    pub fn unpack(packed: &str) -> Self {
        let mut parts = packed.split('\0');
        let mut settings = Settings::default();
        while let (Some(path), Some(text)) = (parts.next(), parts.next()) {
            settings.push(path, text);
        }
        settings
    }

    /// Appends a setting, with what must never reach a page or a message taken
    /// out of its text (see [`clean`]).
    pub fn push(&mut self, path: &str, text: &str) {
        self.0.push((path.into(), clean(text)));
    }

    /// Reads a JSON object into settings, each leaf under its dotted path.
    ///
    /// # Errors
    /// Says in words where the text stops being a JSON object.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_json(json: &str) -> Result<Self, String> {
        fn flatten(out: &mut Settings, path: &str, value: &serde_json::Value) {
            use serde_json::Value;
            let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            match value {
                Value::Null => {}
                Value::String(text) => out.push(path, text),
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
                scalar => out.push(path, &scalar.to_string()),
            }
        }
        let value: serde_json::Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
        if !value.is_object() {
            return Err("expected a JSON object".into());
        }
        let mut settings = Settings::default();
        flatten(&mut settings, "", &value);
        Ok(settings)
    }

    /// The text at `path`, if there is one and it is more than white space.
    pub fn get(&self, path: &str) -> Option<&str> {
        let (_, text) = self.0.iter().find(|(name, _)| name == path)?;
        let text = text.trim();
        (!text.is_empty()).then_some(text)
    }

    /// Whether `path` was given at all, be it empty.
    pub fn has(&self, path: &str) -> bool {
        self.0.iter().any(|(name, _)| name == path)
    }

    /// The texts of a list: the words of `path="a b, c"`, or else the items of a
    /// JSON array. Each with the path that an error should name.
    pub fn list(&self, path: &str) -> Vec<(&str, &str)> {
        if let Some((name, text)) = self.0.iter().find(|(name, _)| name == path) {
            let words = text.split(|c: char| c.is_whitespace() || c == ',');
            return words.filter(|word| !word.is_empty()).map(|word| (name.as_str(), word)).collect();
        }
        self.below(path).map(|(_, name, text)| (name, text)).collect()
    }

    /// All texts below `path`, as (rest of the path, whole path, text).
    pub fn below<'a>(&'a self, path: &str) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, text)| {
            let rest = name.strip_prefix(path)?.strip_prefix('.')?;
            Some((rest, name.as_str(), text.trim()))
        })
    }
}

/// Takes out control characters (line breaks and tabs stay) and the characters
/// that override the writing direction of all that follows them: with those a
/// title could make the rest of a shared message read backwards.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{202d}' | '\u{202e}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_one_counts() {
        let settings = Settings::unpack("goal\x00500\0goal\x00900\0page.title\0A\0odd");
        assert_eq!(settings.get("goal"), Some("500"));
        assert_eq!(settings.get("page.title"), Some("A"));
        assert_eq!(settings.get("odd"), None);
        assert!(!settings.has("odd"));
    }

    #[test]
    fn lists_from_words_and_from_json() {
        let words = Settings::unpack("channels\0x, facebook  email");
        let names: Vec<_> = words.list("channels").into_iter().map(|(_, word)| word).collect();
        assert_eq!(names, ["x", "facebook", "email"]);

        let json =
            Settings::from_json(r#"{"channels":["x","email"],"goal":500,"messages":{"x":["a b"]}}"#).unwrap();
        assert_eq!(json.list("channels"), [("channels.0", "x"), ("channels.1", "email")]);
        assert_eq!(json.get("goal"), Some("500"));
        assert_eq!(json.get("messages.x.0"), Some("a b"));
    }

    #[test]
    fn refuses_what_is_not_an_object() {
        assert!(Settings::from_json("[1]").is_err());
        assert!(Settings::from_json("{\"goal\": }").is_err());
    }

    #[test]
    fn drops_control_and_override_characters() {
        let settings = Settings::unpack("headline\0a\u{1}b\u{202e}c\nd");
        assert_eq!(settings.get("headline"), Some("abc\nd"));
    }
}
