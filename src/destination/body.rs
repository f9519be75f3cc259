//! What a signature says to a destination, under the names that it has there.

use crate::field::wire_name;
use crate::json::Object;
use crate::record::Record;
use crate::signature::FIELD;
use crate::text::concat;

/// The answer to the question for consent, in a signature.
pub const CONSENT: &str = "consent";
/// Before our names, whose texts are theirs.
pub const RENAMED: &str = "to.fields";

/// Before the names of texts that go with every signature.
const SET: &str = "to.set";

/// What a signature holds besides the fields, in the order in which it is sent.
static NAMES: [&str; 10] = [
    "id",
    "campaign",
    "time",
    "locale",
    "page",
    "source",
    "referral",
    CONSENT,
    "consentText",
    "consentVersion",
];

/// One name and text of a body.
pub struct Entry {
    /// What the destination calls it.
    pub name: String,
    /// What is said.
    pub text: String,
    /// Whether it is the answer to the question for consent: yes, no, or nothing
    /// where nobody asked or answered.
    pub consent: bool,
    /// Whether the page chose the name.
    pub chosen: bool,
}

/// All that the destination is told. `named` writes our names (`consentText`,
/// `birthDate`) as the destination does, unless the page says how.
pub fn entries(signature: &Record, named: fn(&str) -> String) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut add = |id: &str, text: &str| {
        let mut chosen = signature.get(&concat(&[RENAMED, ".", id]));
        if chosen.is_empty() {
            chosen = signature.get(&concat(&[RENAMED, ".", &wire_name(id)]));
        }
        let mut name = if chosen.is_empty() { named(id) } else { chosen.into() };
        if !signature.get(&concat(&[SET, ".", &name])).is_empty() {
            return;
        }
        // A field that the campaign made up may be called like one of ours.
        while entries.iter().any(|entry| entry.name == name) {
            name = concat(&["field_", &name]);
        }
        entries.push(Entry { name, text: text.into(), consent: id == CONSENT, chosen: !chosen.is_empty() });
    };
    for name in NAMES {
        let text = signature.get(name);
        if !text.is_empty() || name == CONSENT {
            add(name, text);
        }
    }
    for (_, id, text) in signature.below(FIELD) {
        add(id, text);
    }
    for (_, name, text) in signature.below(SET) {
        entries.push(Entry { name: name.into(), text: text.into(), consent: false, chosen: true });
    }
    entries
}

/// All that the destination is told, as a JSON object of texts. Consent is true,
/// false, or null where nobody asked or answered.
pub fn json(signature: &Record, named: fn(&str) -> String) -> String {
    let mut body = Object::default();
    for entry in entries(signature, named) {
        if entry.consent {
            body.raw(&entry.name, truth(&entry.text));
        } else {
            body.text(&entry.name, &entry.text);
        }
    }
    body.end()
}

/// The answer to the question for consent, as JSON.
pub fn truth(answer: &str) -> &'static str {
    match answer {
        "yes" => "true",
        "no" => "false",
        _ => "null",
    }
}

/// `first-name` and `firstName` as `first_name`.
pub fn snake_name(id: &str) -> String {
    let mut name = String::new();
    for letter in id.chars() {
        if letter.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(if letter == '-' { '_' } else { letter.to_ascii_lowercase() });
    }
    name
}

/// A request with the headers that the page asks for in `options`
/// (`to.headers.<name>`), where the content type is that of the body. What no
/// browser would send is left out.
pub fn request(method: &str, url: &str, options: &Record) -> Record {
    let mut request = Record::of(&[("method", method), ("url", url)]);
    for (_, name, text) in options.below("to.headers") {
        let sound = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.eq_ignore_ascii_case("content-type") {
            request.set("type", text);
        } else if name.chars().all(sound) && text.chars().all(|c| matches!(c, ' '..='~')) {
            request.set(&concat(&["header.", name]), text);
        }
    }
    request
}

/// The text of the header `name` in `request`; empty where there is none.
pub fn header<'a>(request: &'a Record, name: &str) -> &'a str {
    for (_, known, text) in request.below("header") {
        if known.eq_ignore_ascii_case(name) {
            return text;
        }
    }
    ""
}

/// Adds a header, unless the page asks for another.
pub fn add_header(request: &mut Record, name: &str, text: &str) {
    if header(request, name).is_empty() {
        request.set(&concat(&["header.", name]), text);
    }
}

/// The media type of JSON.
pub const JSON: &str = "application/json";

/// Puts `body` into `request`, of this media type unless the page asks for another.
#[must_use]
pub fn with_body(mut request: Record, media_type: &str, body: &str) -> Record {
    if request.get("type").is_empty() {
        request.set("type", media_type);
    }
    request.with("body", body)
}

/// The same with JSON.
#[must_use]
pub fn with_json(request: Record, body: &str) -> Record {
    with_body(request, JSON, body)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::settings::from_json;
    use serde_json::{Value, json};

    /// A signature in which everything is filled in.
    pub fn signature(destination: &str) -> Record {
        Record::of(&[
            ("id", "6f0f7a52-1c1e-4b7c-9d2b-0d6a3c1f9e10"),
            ("campaign", "library"),
            ("destination", destination),
            ("time", "2026-12-24T19:30:00.000Z"),
            ("locale", "fr"),
            ("page", "https://blog.example/"),
            ("headline", "Keep the library"),
            ("source", "mastodon"),
            ("referral", "k3"),
            ("consent", "yes"),
            ("consentText", "Write to me?"),
            ("consentVersion", "2"),
            ("attempts", "3"),
            ("field.first-name", "Zoé"),
            ("field.last-name", "d’Arc \"Z\""),
            ("field.email", "z@example.org"),
            ("field.phone", "+33 1 23 45 67 89"),
            ("field.postcode", "75011"),
            ("field.country", "FR"),
            ("field.locality", "Paris"),
            ("field.region", "Île-de-France"),
            ("field.street", "1 rue X"),
            ("field.birth-date", "1990-02-03"),
            ("field.organisation", "Amis des livres"),
            ("field.comment", "Lire,\nc’est vivre"),
            ("field.show-name", "initial"),
            ("field.newsletter-by-post", "no"),
        ])
    }

    /// The reply with this status and body, as the page hands it in.
    pub fn reply(status: &str, body: &str) -> Record {
        let mut reply = Record::of(&[("status", status), ("body", body)]);
        if let Ok(json) = from_json(body) {
            for (path, text) in json.pairs() {
                reply.set(&concat(&["json.", path]), text);
            }
        }
        reply
    }

    /// The body of `request`, read back.
    pub fn body(request: &Record) -> Value {
        serde_json::from_str(request.get("body")).unwrap()
    }

    #[test]
    fn renames_and_constants() {
        let signature = Record::of(&[
            ("id", "1"),
            ("consent", "no"),
            ("page", "https://a.example/"),
            ("field.email", "z@example.org"),
            ("field.first-name", "Zoé"),
            ("field.page", "14"),
            ("to.fields.email", "mail"),
            ("to.fields.firstName", "prénom"),
            ("to.fields.consent", "ok"),
            ("to.set.list", "7"),
            ("to.set.id", "none"),
        ]);
        let written: Value = serde_json::from_str(&super::json(&signature, wire_name)).unwrap();
        assert_eq!(
            written,
            json!({"ok": false, "page": "https://a.example/", "mail": "z@example.org", "prénom": "Zoé",
                "field_page": "14", "list": "7", "id": "none"})
        );
    }

    #[test]
    fn names() {
        assert_eq!(wire_name("newsletter-by-post"), "newsletterByPost");
        assert_eq!(wire_name("consentText"), "consentText");
        assert_eq!(snake_name("birthDate"), "birth_date");
        assert_eq!(snake_name("birth-date"), "birth_date");
    }

    #[test]
    fn headers() {
        let options = Record::of(&[
            ("to.headers.X-Key", "a b"),
            ("to.headers.bad name", "x"),
            ("to.headers.X-Bad", "line\nbreak"),
            ("to.headers.accept", "text/plain"),
            ("to.headers.Content-Type", "text/plain"),
        ]);
        let mut request = request("POST", "https://a.example/", &options);
        add_header(&mut request, "Accept", JSON);
        add_header(&mut request, "Prefer", "x");
        let headers: Vec<_> =
            request.below("header").into_iter().map(|(_, name, text)| (name, text)).collect();
        assert_eq!(headers, [("X-Key", "a b"), ("accept", "text/plain"), ("Prefer", "x")]);
        assert_eq!(with_json(request, "{}").get("type"), "text/plain");
    }
}
