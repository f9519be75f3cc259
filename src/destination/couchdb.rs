//! `couchdb:https://…/db` stores each signature as a document in a database of
//! `CouchDB` (or `PouchDB`'s server), called `campaign:id`: the same one cannot be
//! there twice. The document's names are those of `json:`. A conflict is told before
//! any rule is looked at, so 409 means that it was there; 401 and 403 come with a
//! rule's own words.
//!
//! The count is that of the view `count` in the design document `share-sign`,
//! which emits each document's campaign. Read rights are for a whole database:
//! who may read the count there may read every signature.
//! (<https://docs.couchdb.org/en/stable/api/document/common.html>)

use super::{Outcome, body, split};
use crate::field::wire_name;
use crate::json::quoted;
use crate::percent;
use crate::record::Record;
use crate::text::concat;

/// The request for `signature`.
pub fn request(address: &str, signature: &Record) -> Record {
    let mut url = concat(&[database(address), "/"]);
    let name = concat(&[signature.get("campaign"), ":", signature.get("id")]);
    percent::encode_into(&mut url, &name);
    body::with_json(body::request("PUT", &url, signature), &body::json(signature, wire_name))
}

fn database(address: &str) -> &str {
    let (base, _) = split(address);
    base.strip_suffix('/').unwrap_or(base)
}

/// What a reply of status 2xx means: stored, or stored soon, or no database at all.
pub fn success(status: u64) -> Outcome {
    if matches!(status, 201 | 202) { Outcome::Accepted } else { Outcome::Later }
}

/// How many signed: one row for the campaign, or none at all.
pub fn count_request(address: &str, campaign: &str, options: &Record) -> Record {
    let mut url = concat(&[database(address), "/_design/share-sign/_view/count?group=true&key="]);
    percent::encode_into(&mut url, &quoted(campaign));
    body::request("GET", &url, options).with("pointer", "/rows/0/value").with("absent", "0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::body::tests::{body, reply, signature};
    use crate::destination::verdict;

    #[test]
    fn puts_by_name() {
        let signature =
            signature("").with("to.fields.email", "mail").with("to.headers.Authorization", "Basic x");
        for address in ["https://c.example/db", "https://c.example/db/", "https://c.example/db/?x#y"] {
            let request = request(address, &signature);
            assert_eq!(request.get("method"), "PUT");
            assert_eq!(
                request.get("url"),
                "https://c.example/db/library%3A6f0f7a52-1c1e-4b7c-9d2b-0d6a3c1f9e10"
            );
            assert_eq!(request.get("header.Authorization"), "Basic x");
            let body = body(&request);
            assert_eq!((&body["campaign"], &body["mail"]), (&"library".into(), &"z@example.org".into()));
            assert!(body.as_object().unwrap().keys().all(|name| !name.starts_with('_')));
        }
    }

    #[test]
    fn replies() {
        for (status, body, expected) in [
            ("201", r#"{"ok":true,"id":"library:1","rev":"1-a"}"#, Outcome::Accepted),
            ("202", r#"{"ok":true,"id":"library:1","rev":"1-a"}"#, Outcome::Accepted),
            ("200", "<!doctype html>", Outcome::Later),
            ("409", r#"{"error":"conflict","reason":"Document update conflict."}"#, Outcome::AlreadySigned),
            ("404", r#"{"error":"not_found","reason":"no_db_file"}"#, Outcome::Refused),
            ("401", r#"{"error":"unauthorized","reason":"Sign in"}"#, Outcome::Refused),
            ("500", "{}", Outcome::Later),
        ] {
            assert_eq!(
                verdict("couchdb:https://c.example/db", &reply(status, body)).outcome,
                expected,
                "{status}"
            );
        }
        let no = verdict(
            "couchdb:https://c.example/db",
            &reply("403", r#"{"error":"forbidden","reason":"Only in French, please"}"#),
        );
        assert_eq!((no.outcome, &*no.words), (Outcome::Refused, "Only in French, please"));
    }

    #[test]
    fn counts() {
        let request = count_request("https://c.example/db/", "save-it", &Record::default());
        assert_eq!(
            request.get("url"),
            "https://c.example/db/_design/share-sign/_view/count?group=true&key=%22save-it%22"
        );
        assert_eq!((request.get("method"), request.get("pointer")), ("GET", "/rows/0/value"));
    }
}
