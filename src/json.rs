//! Writes JSON. Reading is left to the platform, which does it well.

/// A JSON object being written, name by name.
#[derive(Default)]
pub struct Object(String);

impl Object {
    /// Adds a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &quoted(value));
    }

    /// Adds JSON that is written already: a number, `true`, `null`.
    pub fn raw(&mut self, name: &str, json: &str) {
        self.name(name);
        self.0.push_str(json);
    }

    fn name(&mut self, name: &str) {
        if self.0.is_empty() {
            self.0.push('{');
        }
        if !self.0.ends_with('{') {
            self.0.push(',');
        }
        quote(&mut self.0, name);
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

/// A JSON object with others inside, being written by paths.
///
/// A path is `outer.inner.name`, and what is in the same object comes in turn. A
/// part that ends in `[` is a list of one: `outer[.name` writes `"outer":[{"name":…}]`,
/// and `name[` writes `"name":[…]`.
#[derive(Default)]
pub struct Tree {
    out: Object,
    open: Vec<String>,
}

impl Tree {
    /// Adds a text, unless it is empty.
    pub fn text(&mut self, path: &str, value: &str) {
        if !value.is_empty() {
            self.raw(path, &quoted(value));
        }
    }

    /// Adds JSON that is written already.
    pub fn raw(&mut self, path: &str, json: &str) {
        let (mut rest, mut depth) = (path, 0);
        while let Some((part, after)) = rest.split_once('.') {
            if self.open.get(depth).is_none_or(|open| open != part) {
                self.close(depth);
                let (name, list) = list(part);
                self.out.raw(name, if list { "[{" } else { "{" });
                self.open.push(part.into());
            }
            depth += 1;
            rest = after;
        }
        self.close(depth);
        let (name, list) = list(rest);
        self.out.raw(name, if list { "[" } else { "" });
        self.out.0.push_str(json);
        self.out.0.push_str(if list { "]" } else { "" });
    }

    /// Ends all objects but the outer `depth`.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let list = self.open.pop().is_some_and(|part| list(&part).1);
            self.out.0.push_str(if list { "}]" } else { "}" });
        }
    }

    /// The finished object.
    pub fn end(mut self) -> String {
        self.close(0);
        self.out.end()
    }
}

/// The name in a part of a path, and whether it is that of a list.
fn list(part: &str) -> (&str, bool) {
    part.strip_suffix('[').map_or((part, false), |name| (name, true))
}

/// `text` as a JSON string.
pub fn quoted(text: &str) -> String {
    let mut out = String::new();
    quote(&mut out, text);
    out
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            // Whatever else needs an escape has no business in a text.
            _ => out.push(c.max(' ')),
        }
    }
    out.push('"');
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
        assert_eq!(Object::default().end(), "{}");
    }

    #[test]
    fn objects_in_objects() {
        let mut tree = Tree::default();
        tree.text("a", "1");
        tree.text("b.c.d", "2");
        tree.text("b.c.e", "");
        tree.raw("b.c.f[", "3");
        tree.text("b.g", "4");
        tree.text("h[.i", "5");
        tree.text("h[.j.k", "6{");
        tree.text("l", "7");
        tree.text("empty.m", "");
        let value: serde_json::Value = serde_json::from_str(&tree.end()).unwrap();
        assert_eq!(
            value,
            serde_json::json!({
                "a": "1", "b": {"c": {"d": "2", "f": [3]}, "g": "4"}, "h": [{"i": "5", "j": {"k": "6{"}}], "l": "7",
            })
        );
        assert_eq!(Tree::default().end(), "{}");
    }
}
