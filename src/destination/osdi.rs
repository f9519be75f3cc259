//! `osdi:` hands each signature to a petition in a service that speaks OSDI, the
//! Open Supporter Data Interface (<https://opensupporter.github.io/osdi-docs/>), such
//! as Action Network. The address is the petition's in the service's interface,
//! `https://actionnetwork.org/api/v2/petitions/<uuid>`; it may name the endpoint too.
//! No key is needed, nor may one be used: the page would show it to everyone.
//!
//! The contract is the status. A person who signs again is matched by the service
//! (Action Network: by email and phone), which does not say so.
//!
//! OSDI knows no "no" to being written to. We send `status: "subscribed"` with a yes
//! only, but Action Network puts everyone who is new to it on the list; what was
//! answered stands in the custom fields `consent`, `consent_text`, `consent_version`.
//! The names of custom fields are like `birth_date`; only headers can be configured.

use super::body::{self, CONSENT, snake_name};
use super::split;
use super::verdict::Verdict;
use super::words::{add, last_part};
use crate::json::Tree;
use crate::record::Record;
use crate::signature::FIELD;
use crate::text::concat;

/// Where each text of a signature goes.
static PERSON: [(&str, &str); 14] = [
    ("person.given_name", "field.first-name"),
    ("person.family_name", "field.last-name"),
    ("person.email_addresses[.address", "field.email"),
    ("person.email_addresses[.status", "subscribed"),
    ("person.phone_numbers[.number", "field.phone"),
    ("person.postal_addresses[.address_lines[", "field.street"),
    ("person.postal_addresses[.locality", "field.locality"),
    ("person.postal_addresses[.region", "field.region"),
    ("person.postal_addresses[.postal_code", "field.postcode"),
    ("person.postal_addresses[.country", "field.country"),
    ("person.custom_fields.consent", CONSENT),
    ("person.custom_fields.consent_text", "consentText"),
    ("person.custom_fields.consent_version", "consentVersion"),
    ("person.custom_fields.locale", "locale"),
];

static ACTION: [(&str, &str); 2] = [("action_date", "time"), ("comments", "field.comment")];

/// In an object that Action Network has another name for.
static REFERRER: [(&str, &str); 3] = [
    ("referrer_data.source", "source"),
    ("referrer_data.referrer", "referral"),
    ("referrer_data.website", "page"),
];

/// The ends of addresses that take what a supporter does.
static ENDPOINTS: [&str; 5] = [
    "signatures",
    "record_signature_helper",
    "submissions",
    "record_submission_helper",
    "person_signup_helper",
];

/// The request for `signature`.
pub fn request(address: &str, signature: &Record) -> Record {
    let body = body(signature, is_action_network(address));
    body::with_json(body::request("POST", &endpoint(address), signature), &body)
}

fn is_action_network(address: &str) -> bool {
    let host = address.split('/').nth(2).unwrap_or("");
    host == "actionnetwork.org" || host.ends_with(".actionnetwork.org")
}

fn endpoint(address: &str) -> String {
    let (base, query) = split(address);
    let base = base.strip_suffix('/').unwrap_or(base);
    let named = |end: &&str| base.strip_suffix(*end).is_some_and(|rest| rest.ends_with('/'));
    let end = if ENDPOINTS.iter().any(named) {
        ""
    } else if is_action_network(address) {
        "/signatures"
    } else {
        "/record_signature_helper"
    };
    concat(&[base, end, if query.is_empty() { "" } else { "?" }, query])
}

fn body(signature: &Record, action_network: bool) -> String {
    let mut known = super::with_names(signature);
    if known.get(CONSENT) == "yes" && !known.get("field.email").is_empty() {
        known.set("subscribed", "subscribed");
    }
    let mut body = Tree::default();
    for (path, name) in &PERSON {
        body.text(path, known.get(name));
    }
    for (whole, id, text) in known.below(FIELD) {
        let elsewhere = PERSON.iter().chain(&ACTION).any(|(_, name)| *name == whole);
        if !elsewhere && id != "name" {
            body.text(&concat(&["person.custom_fields.", &snake_name(id)]), text);
        }
    }
    // The thanks that the campaign may have set up in the service.
    body.raw("triggers.autoresponse.enabled", "true");
    body.text("identifiers[", &concat(&["share-sign:", known.get("id")]));
    body.text("origin_system", "share-sign");
    for (path, name) in &ACTION {
        body.text(path, known.get(name));
    }
    for (path, name) in &REFERRER {
        body.text(&concat(&[if action_network { "action_network:" } else { "" }, path]), known.get(name));
    }
    body.end()
}

/// Notes what OSDI's own errors say.
pub fn refused(verdict: &mut Verdict, reply: &Record) {
    for (path, name, words) in reply.below("json.osdi:error") {
        // `resource_status.0.error_descriptions.0.description`, with `properties` beside it
        if let Some(place) = path.strip_suffix(".description") {
            add(verdict, field_of(reply.get(&concat(&[place, ".properties.0"]))), words);
        } else if name == "error_description" {
            add(verdict, "", words);
        }
    }
}

/// Our field of OSDI's property, by its last part (`postal_addresses[0].locality`) or by
/// what that is in (`email_addresses`); empty for another's.
fn field_of(property: &str) -> &'static str {
    let has = |part: &str| {
        let part = part.strip_suffix('[').unwrap_or(part);
        part != "person" && property.split(['.', '[']).any(|theirs| theirs == part)
    };
    let inner = |path: &str| has(last_part(path));
    let outer = |path: &str| {
        let end = path.len() - last_part(path).len();
        path.get(..end).and_then(|outer| outer.strip_suffix('.')).is_some_and(|outer| has(last_part(outer)))
    };
    let find = |is: &dyn Fn(&str) -> bool| PERSON.iter().chain(&ACTION).find(|(path, _)| is(path));
    find(&inner).or_else(|| find(&outer)).and_then(|(_, name)| name.strip_prefix("field.")).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::body::tests::{body, reply, signature};
    use crate::destination::{Outcome, verdict};
    use serde_json::json;

    #[test]
    fn finds_the_endpoint() {
        for (address, expected) in [
            (
                "https://actionnetwork.org/api/v2/petitions/1",
                "https://actionnetwork.org/api/v2/petitions/1/signatures",
            ),
            ("https://osdi.example/petitions/1/", "https://osdi.example/petitions/1/record_signature_helper"),
            (
                "https://osdi.example/petitions/1?x=y",
                "https://osdi.example/petitions/1/record_signature_helper?x=y",
            ),
            (
                "https://actionnetwork.org.evil.example/1",
                "https://actionnetwork.org.evil.example/1/record_signature_helper",
            ),
            ("https://osdi.example/petitions/1/signatures", "https://osdi.example/petitions/1/signatures"),
            (
                "https://actionnetwork.org/api/v2/forms/1/submissions",
                "https://actionnetwork.org/api/v2/forms/1/submissions",
            ),
        ] {
            assert_eq!(request(address, &Record::default()).get("url"), expected);
        }
    }

    #[test]
    fn says_everything() {
        let address = "https://osdi.example/petitions/1";
        let request = request(address, &signature("").with("to.headers.X-Key", "k"));
        let expected = json!({
            "person": {
                "given_name": "Zoé", "family_name": "d’Arc \"Z\"",
                "email_addresses": [{"address": "z@example.org", "status": "subscribed"}],
                "phone_numbers": [{"number": "+33 1 23 45 67 89"}],
                "postal_addresses": [{
                    "address_lines": ["1 rue X"], "locality": "Paris", "region": "Île-de-France",
                    "postal_code": "75011", "country": "FR",
                }],
                "custom_fields": {
                    "consent": "yes", "consent_text": "Write to me?", "consent_version": "2", "locale": "fr",
                    "birth_date": "1990-02-03", "organisation": "Amis des livres", "show_name": "initial",
                    "newsletter_by_post": "no",
                },
            },
            "triggers": {"autoresponse": {"enabled": true}},
            "identifiers": ["share-sign:6f0f7a52-1c1e-4b7c-9d2b-0d6a3c1f9e10"],
            "origin_system": "share-sign",
            "action_date": "2026-12-24T19:30:00.000Z",
            "comments": "Lire,\nc’est vivre",
            "referrer_data": {"source": "mastodon", "referrer": "k3", "website": "https://blog.example/"},
        });
        assert_eq!(body(&request), expected);
        assert_eq!(request.get("header.X-Key"), "k");
        let network = super::request("https://actionnetwork.org/api/v2/petitions/1", &signature(""));
        assert_eq!(body(&network)["action_network:referrer_data"], expected["referrer_data"]);
    }

    #[test]
    fn without_a_yes_nobody_is_subscribed() {
        for consent in ["no", ""] {
            let signature = Record::of(&[
                ("id", "1"),
                ("consent", consent),
                ("field.name", "Ana María López"),
                ("field.email", "a@b.example"),
            ]);
            let body = body(&request("https://osdi.example/petitions/1", &signature));
            assert_eq!(body["person"]["given_name"], "Ana");
            assert_eq!(body["person"]["family_name"], "María López");
            assert_eq!(body["person"]["email_addresses"], json!([{"address": "a@b.example"}]));
            assert!(body["person"].get("postal_addresses").is_none());
        }
    }

    #[test]
    fn replies() {
        for (property, field) in [
            ("email_addresses[0].address", "email"),
            ("email_addresses.address", "email"),
            ("email_addresses", "email"),
            ("postal_addresses[0].locality", "locality"),
            ("postal_code", "postcode"),
            ("address_lines", "street"),
            ("given_name", "first-name"),
            ("person.family_name", "last-name"),
            ("add_tags", ""),
            ("person", ""),
            ("", ""),
        ] {
            assert_eq!(field_of(property), field, "{property}");
        }
        assert_eq!(
            verdict("osdi:https://osdi.example/petitions/1", &reply("200", "{}")).outcome,
            Outcome::Accepted
        );
        assert_eq!(
            verdict("osdi:https://osdi.example/petitions/1", &reply("409", "")).outcome,
            Outcome::Refused
        );
        assert_eq!(
            verdict("osdi:https://osdi.example/petitions/1", &reply("500", "")).outcome,
            Outcome::Later
        );
        assert_eq!(
            verdict("osdi:https://osdi.example/petitions/1", &reply("404", r#"{"error": "Not found"}"#))
                .words,
            "Not found"
        );
        let wrong = verdict(
            "osdi:https://osdi.example/petitions/1",
            &reply(
                "400",
                r#"{"osdi:error": {"response_code": 400, "resource_status": [{"resource": "osdi:person",
                "error_descriptions": [
                    {"error_code": "BAD", "description": "No such address", "properties": ["email_addresses[0].address"]},
                    {"error_code": "ODD", "description": "Not today"}]}]}}"#,
            ),
        );
        assert_eq!(wrong.fields, [("email".into(), "No such address".into())]);
        assert_eq!(wrong.words, "Not today");
        let short = verdict(
            "osdi:https://osdi.example/petitions/1",
            &reply("403", r#"{"osdi:error": {"error_description": "Closed"}}"#),
        );
        assert_eq!(short.words, "Closed");
    }
}
