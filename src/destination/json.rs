//! `json:` posts each signature as one JSON object: `id`, `campaign`, `time`,
//! `locale`, `page`, `source`, `referral`, `consent` (true, false, or null where
//! nobody asked or answered), `consentText`, `consentVersion`, and the fields under
//! their camelCase names. `to.fields`, `to.set` and `to.headers` change that.
//!
//! The contract is the status: 2xx has it, 409 had it, 408, 425, 429 and 5xx ask
//! for another time, anything else refuses. A body is read for its words (see
//! `words`) and for `number`, which supporter this is. With 2xx it may still
//! take that back, by `"ok": false`, `"success": false` or `errors`.

use super::Outcome;
use super::body;
use crate::field::wire_name;
use crate::record::Record;

/// The request for `signature`.
pub fn request(url: &str, signature: &Record) -> Record {
    body::with_json(body::request("POST", url, signature), &body::json(signature, wire_name))
}

/// What a reply of status 2xx means.
pub fn success(reply: &Record) -> Outcome {
    if denied(reply) { Outcome::Refused } else { Outcome::Accepted }
}

/// Whether the JSON says no, whatever the status says.
pub fn denied(reply: &Record) -> bool {
    reply.get("json.ok") == "false"
        || reply.get("json.success") == "false"
        || !reply.below("json.errors").is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::body::tests::{body, reply, signature};
    use crate::destination::{Verdict, verdict};
    use serde_json::json;

    #[test]
    fn says_everything() {
        let signature = signature("json:https://a.example/").with("to.headers.X-Key", "k");
        let request = request("https://a.example/", &signature);
        assert_eq!(
            body(&request),
            json!({
                "id": "6f0f7a52-1c1e-4b7c-9d2b-0d6a3c1f9e10", "campaign": "library",
                "time": "2026-12-24T19:30:00.000Z", "locale": "fr", "page": "https://blog.example/",
                "source": "mastodon", "referral": "k3",
                "consent": true, "consentText": "Write to me?", "consentVersion": "2",
                "firstName": "Zoé", "lastName": "d’Arc \"Z\"", "email": "z@example.org",
                "phone": "+33 1 23 45 67 89", "postcode": "75011", "country": "FR", "locality": "Paris",
                "region": "Île-de-France", "street": "1 rue X", "birthDate": "1990-02-03",
                "organisation": "Amis des livres", "comment": "Lire,\nc’est vivre", "showName": "initial",
                "newsletterByPost": "no",
            })
        );
        assert_eq!(request.get("method"), "POST");
        assert_eq!(request.get("url"), "https://a.example/");
        assert_eq!(request.get("type"), "application/json");
        assert_eq!(request.get("header.X-Key"), "k");
    }

    #[test]
    fn where_nobody_asked() {
        let request = request("https://a.example/", &Record::of(&[("id", "0")]));
        assert_eq!(body(&request), json!({"id": "0", "consent": null}));
    }

    #[test]
    fn replies() {
        let of = |status, body: &str| verdict("json:https://a.example/", &reply(status, body));
        assert_eq!(of("201", r#"{"number": 1601}"#).number, 1601);
        assert_eq!(of("409", r#"{"number": 12}"#).number, 12);
        assert_eq!(of("409", "").outcome, Outcome::AlreadySigned);
        for number in ["1601.5", "-1", "\"lots\"", "null"] {
            assert_eq!(of("200", &["{\"number\": ", number, "}"].concat()).number, 0, "{number}");
        }
        assert_eq!(of("204", "").outcome, Outcome::Accepted);
        assert_eq!(of("200", "<p>Thanks").outcome, Outcome::Accepted);
        assert_eq!(of("200", r#"{"errors": []}"#).outcome, Outcome::Accepted);
        let no = of("200", r#"{"success": false, "message": "Closed"}"#);
        assert_eq!((no.outcome, &*no.words), (Outcome::Refused, "Closed"));
        let wrong = of("422", r#"{"errors": {"birthDate": "Too young"}}"#);
        assert_eq!(wrong.outcome, Outcome::Refused);
        assert_eq!(wrong.fields, [("birth-date".into(), "Too young".into())]);
        assert_eq!(of("503", r#"{"message": "Soon"}"#), Verdict::new(Outcome::Later));
    }
}
