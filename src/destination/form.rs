//! `form:` posts each signature as the form of a web page would be, which every
//! form service takes: Formspree, `Web3Forms`, Getform, Netlify and any script of
//! one's own. The names are those of `json:`; `consent` is yes or no, and absent
//! where nobody asked. Netlify's `form-name` and `access_key` of `Web3Forms` come by
//! `to.set`. Such a body needs no preflight, so a service need not know of one.
//!
//! None of them knows one signature from another: what is sent again because the
//! reply got lost is there twice, with the same `id`.
//!
//! The contract is the status. A service that answers 2xx with a web page has it;
//! JSON may still say no (`success`, `ok`, `errors`). Formspree and `Web3Forms`
//! promise JSON that says yes: where it is missing, nobody knows.

use super::body::{self, Entry, JSON, add_header};
use super::json::denied;
use super::{Outcome, google};
use crate::field::wire_name;
use crate::percent;
use crate::record::Record;

/// The media type of a form.
const FORM: &str = "application/x-www-form-urlencoded";

/// The request for `signature`.
pub fn request(url: &str, signature: &Record) -> Record {
    let entries = body::entries(signature, wire_name);
    if let Some(answers) = google::answers(url) {
        // It knows its own questions only, and nobody may read its reply.
        let request = Record::of(&[("method", "POST"), ("url", &answers), ("mode", "no-cors")]);
        return body::with_body(request, FORM, &encoded(&entries, true));
    }
    let mut request = body::request("POST", url, signature);
    // Without it a form service leads on to a page for people.
    add_header(&mut request, "Accept", JSON);
    body::with_body(request, FORM, &encoded(&entries, false))
}

/// The body; `chosen`: only what the page chose the names of.
fn encoded(entries: &[Entry], chosen: bool) -> String {
    let mut out = String::new();
    for entry in entries {
        if !entry.text.is_empty() && (entry.chosen || !chosen) {
            percent::push_pair(&mut out, &entry.name, &entry.text);
        }
    }
    out
}

/// What a reply of status 2xx means.
pub fn success(address: &str, reply: &Record) -> Outcome {
    let agreed = reply.get("json.ok") == "true" || reply.get("json.success") == "true";
    if denied(reply) {
        Outcome::Refused
    } else if agreed || !promises_json(address) {
        Outcome::Accepted
    } else {
        Outcome::Unconfirmed
    }
}

fn promises_json(address: &str) -> bool {
    address.starts_with("https://formspree.io/") || address.starts_with("https://api.web3forms.com/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::body::tests::{reply, signature};
    use crate::destination::{Verdict, verdict};

    #[test]
    fn posts_a_form() {
        let signature =
            signature("").with("to.set.form-name", "petition").with("to.fields.comment", "message");
        let request = request("https://a.example/", &signature);
        assert_eq!((request.get("method"), request.get("type")), ("POST", FORM));
        assert_eq!(request.get("header.Accept"), JSON);
        assert_eq!(request.get("mode"), "");
        let body = Record::read(request.get("body"));
        assert_eq!(body.get("firstName"), "Zoé");
        assert_eq!(body.get("consent"), "yes");
        assert_eq!(body.get("message"), "Lire,\nc’est vivre");
        assert_eq!(body.get("form-name"), "petition");
        assert_eq!(body.get("id"), signature.get("id"));
    }

    #[test]
    fn nobody_asked() {
        let request =
            request("https://a.example/", &Record::of(&[("id", "1"), ("field.email", "a@b.example")]));
        assert_eq!(request.get("body"), "id=1&email=a%40b.example");
    }

    #[test]
    fn google_gets_its_own_questions() {
        let signature = signature("")
            .with("to.fields.email", "entry.17")
            .with("to.set.entry.18", "web")
            .with("to.headers.X-Key", "k");
        let request = request("https://docs.google.com/forms/d/e/1F/viewform?usp=header", &signature);
        assert_eq!(request.get("url"), "https://docs.google.com/forms/d/e/1F/formResponse");
        assert_eq!(request.get("mode"), "no-cors");
        assert_eq!(request.get("body"), "entry.17=z%40example.org&entry.18=web");
        assert_eq!(request.below("header"), []);
    }

    #[test]
    fn replies() {
        let of = |address: &str, status, body| verdict(&["form:", address].concat(), &reply(status, body));
        let (formspree, web3forms) = ("https://formspree.io/f/x", "https://api.web3forms.com/submit");
        assert_eq!(of(formspree, "200", r#"{"next": "/thanks", "ok": true}"#).outcome, Outcome::Accepted);
        assert_eq!(of(formspree, "200", "<!doctype html>").outcome, Outcome::Unconfirmed);
        assert_eq!(
            of(web3forms, "200", r#"{"success": true, "message": "Sent"}"#),
            Verdict::new(Outcome::Accepted)
        );
        let wrong = of(
            formspree,
            "422",
            r#"{"errors": [{"code": "TYPE_EMAIL", "field": "email", "message": "should be an email"}]}"#,
        );
        assert_eq!(wrong.outcome, Outcome::Refused);
        assert_eq!(wrong.fields, [("email".into(), "should be an email".into())]);
        let closed = of(web3forms, "200", r#"{"success": false, "message": "Invalid access key"}"#);
        assert_eq!((closed.outcome, &*closed.words), (Outcome::Refused, "Invalid access key"));

        let own = "https://a.example/";
        assert_eq!(of(own, "200", "<!doctype html>Thank you").outcome, Outcome::Accepted);
        assert_eq!(of(own, "200", r#"{"received": "x"}"#).outcome, Outcome::Accepted);
        assert_eq!(of(own, "200", r#"{"errors": {"email": "x"}}"#).outcome, Outcome::Refused);
        assert_eq!(of(own, "404", "").outcome, Outcome::Refused);
        assert_eq!(of(own, "409", "").outcome, Outcome::Refused);
        assert_eq!(of(own, "429", "").outcome, Outcome::Later);
    }
}
