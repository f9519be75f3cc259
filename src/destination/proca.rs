//! `proca:https://api.proca.app/api?id=42` signs at a Proca server: the address of
//! its GraphQL interface, and in `id` the number of the action page. The query says
//! in the server's logs too which page it was.
//!
//! The server wants a first name and an email address. Where a full name was asked
//! for, it is sent as `name`, its first word as the first name, and the rest as the
//! last name. What has no place in a contact goes into `customFields`. Signing again
//! stores another action and counts one supporter. `to.headers` can be configured,
//! and nothing else.
//!
//! Refusals come in a reply of status 200, as `errors` whose path ends in the name
//! of a field. Success is a `contactRef`, and nothing else is.

use super::body::{self, CONSENT, truth};
use super::verdict::Verdict;
use super::words::add;
use super::{Outcome, split};
use crate::field::wire_name;
use crate::json::Tree;
use crate::record::Record;
use crate::signature::FIELD;
use crate::text::concat;
use crate::{number, percent};

const SIGN: &str = "mutation Sign($page: Int!, $action: ActionInput!, $contact: ContactInput!, \
    $privacy: ConsentInput!, $tracking: TrackingInput) { \
    addActionContact(actionPageId: $page, action: $action, contact: $contact, privacy: $privacy, \
    tracking: $tracking) { contactRef } }";

const COUNT: &str =
    "query Count($page: Int!) { actionPage(id: $page) { campaign { stats { supporterCount } } } }";

/// Where each text of a signature goes.
static CONTACT: [(&str, &str); 11] = [
    ("variables.contact.name", "field.name"),
    ("variables.contact.firstName", "field.first-name"),
    ("variables.contact.lastName", "field.last-name"),
    ("variables.contact.email", "field.email"),
    ("variables.contact.phone", "field.phone"),
    ("variables.contact.birthDate", "field.birth-date"),
    ("variables.contact.address.country", "field.country"),
    ("variables.contact.address.postcode", "field.postcode"),
    ("variables.contact.address.locality", "field.locality"),
    ("variables.contact.address.region", "field.region"),
    ("variables.contact.address.street", "field.street"),
];

static TRACKING: [(&str, &str); 4] = [
    ("variables.tracking.source", "source"),
    ("variables.tracking.campaign", "campaign"),
    ("variables.tracking.content", "referral"),
    ("variables.tracking.location", "page"),
];

/// The request for `signature`.
pub fn request(address: &str, signature: &Record) -> Record {
    let known = super::with_names(signature);
    let mut body = Tree::default();
    body.text("query", SIGN);
    body.text("operationName", "Sign");
    body.raw("variables.page", &page(address));
    body.text("variables.action.actionType", "register");
    body.text("variables.action.customFields", &custom(signature));
    for (path, name) in &CONTACT {
        body.text(path, known.get(name));
    }
    body.raw("variables.privacy.optIn", truth(known.get(CONSENT)));
    for (path, name) in &TRACKING {
        body.text(path, known.get(name));
    }
    if !known.get("source").is_empty() {
        body.text("variables.tracking.medium", "share");
    }
    body::with_json(body::request("POST", address, signature), &body.end())
}

/// The number of the action page.
fn page(address: &str) -> String {
    number::text(Record::read(split(address).1).number("id"))
}

/// What the server has no place for, as a text that is JSON.
fn custom(signature: &Record) -> String {
    let mut custom = Tree::default();
    for name in ["id", "time", "locale", "consentText", "consentVersion"] {
        custom.text(name, signature.get(name));
    }
    for (whole, id, text) in signature.below(FIELD) {
        if CONTACT.iter().all(|(_, name)| *name != whole) {
            custom.text(&wire_name(id), text);
        }
    }
    custom.end()
}

/// What a reply of status 2xx means.
pub fn success(reply: &Record) -> Outcome {
    if !reply.get("json.data.addActionContact.contactRef").is_empty() {
        Outcome::Accepted
    } else if reply.below("json.errors").is_empty() {
        // Not a word of it: whoever answered, it was not Proca.
        Outcome::Later
    } else {
        Outcome::Refused
    }
}

/// Puts words about what is no field, such as the mutation, with the others.
pub fn refused(verdict: &mut Verdict) {
    for (name, words) in core::mem::take(&mut verdict.fields) {
        let known = CONTACT.iter().any(|(_, field)| field.strip_prefix("field.") == Some(&name));
        add(verdict, if known { &name } else { "" }, &words);
    }
}

/// How many signed, with those whom the campaign added by hand.
pub fn count_request(address: &str, options: &Record) -> Record {
    let (base, query) = split(address);
    let mut asked: String = query.into();
    percent::push_pair(&mut asked, "query", COUNT);
    percent::push_pair(&mut asked, "variables", &concat(&["{\"page\":", &page(address), "}"]));
    body::request("GET", &concat(&[base, "?", &asked]), options)
        .with("pointer", "/data/actionPage/campaign/stats/supporterCount")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::body::tests::{body, reply, signature};
    use crate::destination::verdict;
    use serde_json::{Value, json};

    const ADDRESS: &str = "https://api.proca.example/api?id=42";

    #[test]
    fn says_everything() {
        let request = request(ADDRESS, &signature(""));
        let body = body(&request);
        let mut variables = body["variables"].clone();
        let custom = variables["action"]["customFields"].take();
        assert_eq!(
            variables,
            json!({
                "page": 42,
                "action": {"actionType": "register", "customFields": null},
                "contact": {
                    "firstName": "Zoé", "lastName": "d’Arc \"Z\"", "email": "z@example.org",
                    "phone": "+33 1 23 45 67 89", "birthDate": "1990-02-03",
                    "address": {
                        "country": "FR", "postcode": "75011", "locality": "Paris", "region": "Île-de-France",
                        "street": "1 rue X",
                    },
                },
                "privacy": {"optIn": true},
                "tracking": {
                    "source": "mastodon", "medium": "share", "campaign": "library", "content": "k3",
                    "location": "https://blog.example/",
                },
            })
        );
        assert_eq!(
            serde_json::from_str::<Value>(custom.as_str().unwrap()).unwrap(),
            json!({
                "id": "6f0f7a52-1c1e-4b7c-9d2b-0d6a3c1f9e10", "time": "2026-12-24T19:30:00.000Z", "locale": "fr",
                "consentText": "Write to me?", "consentVersion": "2", "organisation": "Amis des livres",
                "comment": "Lire,\nc’est vivre", "showName": "initial", "newsletterByPost": "no",
            })
        );
        assert_eq!((request.get("method"), request.get("url")), ("POST", ADDRESS));
        assert_eq!(body["operationName"], "Sign");
    }

    #[test]
    fn a_full_name_alone() {
        let signature = Record::of(&[("field.name", "Ana María López"), ("consent", "no")]);
        let body = body(&request(ADDRESS, &signature));
        assert_eq!(
            body["variables"]["contact"],
            json!({"name": "Ana María López", "firstName": "Ana", "lastName": "María López"})
        );
        assert_eq!(body["variables"]["privacy"], json!({"optIn": false}));
        let nobody_asked = self::body(&request(ADDRESS, &Record::default()));
        assert_eq!(nobody_asked["variables"]["privacy"], json!({"optIn": null}));
    }

    #[test]
    fn replies() {
        let of = |status, body: &str| verdict("proca:https://a.example/api?id=42", &reply(status, body));
        let good = r#"{"data": {"addActionContact": {"contactRef": "abc", "firstName": "Zoé"}}}"#;
        assert_eq!(of("200", good), Verdict::new(Outcome::Accepted));
        for garbage in ["", "<p>Soon", "{}", r#"{"data": null}"#, r#"{"data": {"addActionContact": null}}"#] {
            assert_eq!(of("200", garbage).outcome, Outcome::Later, "{garbage}");
        }
        let wrong = of(
            "200",
            r#"{"data": null, "errors": [
                {"message": "has invalid format", "path": ["email"]},
                {"message": "can't be blank", "path": ["addActionContact", "firstName"]},
                {"message": "action page not found", "path": ["addActionContact"]}]}"#,
        );
        assert_eq!(wrong.outcome, Outcome::Refused);
        assert_eq!(
            wrong.fields,
            [("email".into(), "has invalid format".into()), ("first-name".into(), "can't be blank".into())]
        );
        assert_eq!(wrong.words, "action page not found");
        let coercion = of("400", r#"{"errors": [{"message": "Variable \"$page\" got invalid value"}]}"#);
        assert_eq!(
            (coercion.outcome, &*coercion.words),
            (Outcome::Refused, "Variable \"$page\" got invalid value")
        );
        assert_eq!(of("502", "").outcome, Outcome::Later);
        assert_eq!(of("409", "").outcome, Outcome::Refused);
    }

    #[test]
    fn counts() {
        let request = count_request(ADDRESS, &Record::default());
        let (base, query) = request.get("url").split_once('?').unwrap();
        assert_eq!(base, "https://api.proca.example/api");
        let query = Record::read(query);
        assert_eq!((query.get("query"), query.get("variables")), (COUNT, "{\"page\":42}"));
        assert_eq!(request.get("pointer"), "/data/actionPage/campaign/stats/supporterCount");
        assert_eq!(request.get("body"), "");
    }
}
