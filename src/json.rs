//! Writes JSON objects. Reading is left to the platform, which does it well.

/// A JSON object being written, name by name.
#[derive(Default)]
pub struct Object(String);

impl Object {
    /// Adds a text.
    pub fn text(mut self, name: &str, value: &str) -> Self {
        self.name(name);
        push_text(&mut self.0, value);
        self
    }

    /// Adds JSON that is written already.
    pub fn raw(mut self, name: &str, json: &str) -> Self {
        self.name(name);
        self.0.push_str(json);
        self
    }

    /// Adds a text, unless it is empty.
    pub fn filled(self, name: &str, value: &str) -> Self {
        if value.is_empty() { self } else { self.text(name, value) }
    }

    /// Adds a whole number.
    pub fn number(mut self, name: &str, value: u64) -> Self {
        self.name(name);
        crate::number::push(&mut self.0, value);
        self
    }

    fn name(&mut self, name: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        push_text(&mut self.0, name);
        self.0.push(':');
    }

    /// The finished object.
    pub fn end(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }
}

/// A JSON array of `items`, each of them JSON.
pub fn array(items: impl Iterator<Item = String>) -> String {
    let mut out = String::from("[");
    for item in items {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&item);
    }
    out.push(']');
    out
}

fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            // Whatever else needs an escape has no business in a text.
            '\0'..='\u{1f}' => out.push(' '),
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_back_by_a_parser_we_did_not_write() {
        let json = Object::default()
            .text("quote\"d", "a \\ \"b\"\nc\td 🙏")
            .number("n", 1600)
            .raw("none", "null")
            .filled("left out", "")
            .raw("list", &array(["1".to_owned(), "2".to_owned()].into_iter()))
            .end();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["quote\"d"], "a \\ \"b\"\nc d 🙏");
        assert_eq!(value["n"], 1600);
        assert_eq!(value["list"][1], 2);
        assert!(value.get("left out").is_none());
        assert_eq!(Object::default().end(), "{}");
    }
}
