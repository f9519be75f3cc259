//! A server's words about what it refuses, in the shapes that servers write:
//!
//! - `{"errors": {"email": "words"}}`, or a list of words for each field (Rails, Laravel)
//! - `{"errors": [{"field": "email", "message": "words"}]}` (Formspree, GraphQL with `path`,
//!   JSON:API and RFC 9457 with `pointer` and `detail`)
//! - `{"errors": ["words"]}`
//! - `{"title", "detail", "invalid-params": [{"name", "reason"}]}` (RFC 7807)
//! - `{"message": "words"}`, `{"error": "words"}`, `{"error", "reason": "words"}` (`CouchDB`)

use super::verdict::Verdict;
use crate::number;
use crate::record::Record;
use crate::text::concat;

/// The longest words that anyone will read beside a form, in bytes.
const LONGEST: usize = 300;

/// Notes in `verdict` all that the server said.
pub fn said(verdict: &mut Verdict, reply: &Record) {
    let mut list = Item::default();
    for (_, path, text) in reply.below("json") {
        let Some((top, rest)) = path.split_once('.') else { continue };
        if top != "errors" && top != "invalid-params" {
            continue;
        }
        let (name, inner) = rest.split_once('.').unwrap_or((rest, ""));
        if number::parse(name).is_none() {
            if matches!(inner, "" | "0" | "message") {
                add(verdict, name, text);
            }
        } else if inner.is_empty() {
            add(verdict, "", text);
        } else {
            if list.number != name {
                list.settle(verdict);
                list.number = name;
            }
            list.read(inner, text);
        }
    }
    list.settle(verdict);
    for name in ["message", "detail", "body.message", "reason", "title", "error", "error.message"] {
        if verdict.words.is_empty() {
            let words = reply.get(&concat(&["json.", name]));
            verdict.words = shortened(words);
        }
    }
}

/// One object in a list of errors.
#[derive(Default)]
struct Item<'a> {
    number: &'a str,
    field: &'a str,
    words: &'a str,
}

impl<'a> Item<'a> {
    fn read(&mut self, name: &str, text: &'a str) {
        match name {
            "field" | "name" | "path" | "pointer" | "source.pointer" | "property" | "param" => {
                self.field = last_part(text);
            }
            "message" | "reason" | "detail" | "msg" => self.words = text,
            "title" if self.words.is_empty() => self.words = text,
            // The last part that is no index of a list.
            _ if name.starts_with("path.") && number::parse(text).is_none() => self.field = text,
            _ => {}
        }
    }

    fn settle(&mut self, verdict: &mut Verdict) {
        if !self.words.is_empty() {
            add(verdict, self.field, self.words);
        }
        *self = Item::default();
    }
}

/// Notes `words`, about the field that the server calls `field` unless that is empty.
/// The first words about each count.
pub fn add(verdict: &mut Verdict, field: &str, words: &str) {
    let id = field_id(field);
    if id.is_empty() {
        if verdict.words.is_empty() {
            verdict.words = shortened(words);
        }
    } else if verdict.fields.iter().all(|(known, _)| *known != id) {
        verdict.fields.push((id, shortened(words)));
    }
}

/// Our way of writing a name: `firstName` and `first_name` are `first-name`.
pub fn field_id(name: &str) -> String {
    let mut id = String::new();
    let mut small = false;
    for c in name.chars() {
        if c == '_' || c.is_ascii_uppercase() && small {
            id.push('-');
        }
        if c != '_' {
            id.push(c.to_ascii_lowercase());
        }
        small = c.is_ascii_lowercase();
    }
    id
}

/// `email` of `#/contact/email` and of `contact.email`.
pub fn last_part(path: &str) -> &str {
    let last = path.bytes().rposition(|byte| matches!(byte, b'/' | b'.'));
    last.and_then(|at| path.get(at + 1..)).unwrap_or(path)
}

/// `words`, as far as anyone will read them.
pub fn shortened(words: &str) -> String {
    let words = words.trim();
    words.get(..words.floor_char_boundary(LONGEST)).unwrap_or("").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::Outcome;
    use crate::destination::body::tests::reply;

    fn of(body: &str) -> (Vec<(String, String)>, String) {
        let mut verdict = Verdict::new(Outcome::Refused);
        said(&mut verdict, &reply("422", body));
        (verdict.fields, verdict.words)
    }

    fn email() -> Vec<(String, String)> {
        vec![("email".into(), "No such address".into())]
    }

    #[test]
    fn of_fields() {
        for body in [
            r#"{"errors": {"email": "No such address"}}"#,
            r#"{"errors": {"email": ["No such address", "and more"]}}"#,
            r#"{"errors": {"email": {"kind": "format", "message": "No such address"}}}"#,
            r#"{"errors": [{"field": "email", "message": "No such address", "code": "TYPE_EMAIL"}]}"#,
            r#"{"errors": [{"message": "No such address", "path": ["addActionContact", "email"]}]}"#,
            r#"{"errors": [{"message": "No such address", "path": ["emails", 0, "email", 0]}]}"#,
            r##"{"errors": [{"detail": "No such address", "pointer": "#/email"}]}"##,
            r#"{"errors": [{"title": "No such address", "source": {"pointer": "/data/attributes/email"}}]}"#,
            r#"{"invalid-params": [{"name": "email", "reason": "No such address"}]}"#,
        ] {
            assert_eq!(of(body), (email(), String::new()), "{body}");
        }
        let (fields, words) = of(r#"{"errors": [{"field": "firstName", "message": "a"},
            {"field": "birth_date", "message": "b"}, {"message": "c"}, {"field": "phone"}]}"#);
        assert_eq!(fields, [("first-name".into(), "a".into()), ("birth-date".into(), "b".into())]);
        assert_eq!(words, "c");
    }

    #[test]
    fn of_the_whole() {
        for body in [
            r#"{"message": "Closed"}"#,
            r#"{"error": "Closed"}"#,
            r#"{"error": "forbidden", "reason": "Closed"}"#,
            r#"{"error": {"code": 7, "message": "Closed"}}"#,
            r#"{"title": "Forbidden", "detail": "Closed", "status": 403}"#,
            r#"{"success": false, "body": {"message": "Closed"}}"#,
            r#"{"errors": ["Closed", "for good"], "message": "Unprocessable"}"#,
        ] {
            assert_eq!(of(body), (Vec::new(), "Closed".into()), "{body}");
        }
        for nothing in ["", "<!doctype html>", "[]", "7", r#"{"errors": []}"#, r#"{"errors": [{}]}"#] {
            assert_eq!(of(nothing), (Vec::new(), String::new()), "{nothing}");
        }
        let (_, words) = of(&["{\"message\": \"", &"é".repeat(500), "\"}"].concat());
        assert_eq!(words, "é".repeat(150));
    }

    #[test]
    fn names() {
        for (name, id) in [
            ("firstName", "first-name"),
            ("first_name", "first-name"),
            ("first-name", "first-name"),
            ("First_Name", "first-name"),
            ("EMAIL", "email"),
            ("email", "email"),
            ("", ""),
        ] {
            assert_eq!(field_id(name), id);
        }
    }
}
