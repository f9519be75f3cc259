//! `json:` posts each signature as one JSON object.

use crate::field;
use crate::json::Object;
use crate::record::Record;
use crate::signature::FIELD;

/// The request for `signature`. Fields have their camelCase names; `consent` is
/// true, false, or null where nobody asked or answered.
pub fn request(url: &str, signature: &Record) -> Record {
    let mut body = Object::default();
    for name in ["id", "campaign", "time", "locale", "page", "source", "referral", "consentText"] {
        let value = signature.get(name);
        if !value.is_empty() {
            body.text(name, value);
        }
    }
    body.raw(
        "consent",
        match signature.get("consent") {
            "yes" => "true",
            "no" => "false",
            _ => "null",
        },
    );
    for (_, id, value) in signature.below(FIELD) {
        body.text(field::wire_name(id), value);
    }
    Record::of(&[("method", "POST"), ("url", url), ("type", "application/json"), ("body", &body.end())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn body() {
        let signature = Record::default()
            .with("id", "0000")
            .with("campaign", "library")
            .with("time", "2026-12-24T19:30:00.000Z")
            .with("locale", "fr")
            .with("page", "https://blog.example/")
            .with("attempts", "3")
            .with("field.first-name", "Zoé")
            .with("field.email", "z@example.org");
        let request = request("https://a.example/", &signature);
        let body: serde_json::Value = serde_json::from_str(request.get("body")).unwrap();
        assert_eq!(
            body,
            serde_json::json!({
                "id": "0000", "campaign": "library", "firstName": "Zoé", "email": "z@example.org", "consent": null,
                "time": "2026-12-24T19:30:00.000Z", "locale": "fr", "page": "https://blog.example/",
            })
        );
        assert_eq!((request.get("method"), request.get("url")), ("POST", "https://a.example/"));
    }
}
