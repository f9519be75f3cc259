//! Writes JSON objects. Reading is left to the platform, which does it well.

/// A JSON object being written, name by name.
#[derive(Default)]
pub struct Object(String);

impl Object {
    /// Adds a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.quote(value);
    }

    /// Adds JSON that is written already.
    pub fn raw(&mut self, name: &str, json: &str) {
        self.name(name);
        self.0.push_str(json);
    }

    fn name(&mut self, name: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.quote(name);
        self.0.push(':');
    }

    fn quote(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                '\n' => self.0.push_str("\\n"),
                // Whatever else needs an escape has no business in a text.
                _ => self.0.push(c.max(' ')),
            }
        }
        self.0.push('"');
    }

    /// The finished object.
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_back_by_a_parser_we_did_not_write() {
        let mut object = Object::default();
        object.text("quote\"d", "a \\ \"b\"\nc\td 🙏");
        object.raw("none", "null");
        let value: serde_json::Value = serde_json::from_str(&object.end()).unwrap();
        assert_eq!(value["quote\"d"], "a \\ \"b\"\nc d 🙏");
        assert!(value["none"].is_null());
    }
}
