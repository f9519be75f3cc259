//! `postgrest:https://…/signatures` inserts each signature as a row in a table
//! behind `PostgREST`; in Supabase that is `https://….supabase.co/rest/v1/signatures`.
//!
//! The columns are `id`, `campaign`, `signed_at`, `locale`, `page`, `source`,
//! `referral`, `consent` (a boolean, null where nobody asked), `consent_text`,
//! `consent_version`, and the fields as `first_name`, `birth_date`, `show_name` and
//! so on; `to.fields` gives others. A table that has only some of them takes
//! `?columns=id,email` in the address, by which `PostgREST` leaves out the rest.
//!
//! It is a plain insert with our own `id` as the primary key, and 409 means
//! "already signed": anything that ignores duplicates would need the right to read
//! the table, that is, everybody's address.
//!
//! The count comes from the function `signature_count(campaign)` beside the table,
//! as a bare number. (<https://docs.postgrest.org/en/stable/references/errors.html>)

use super::body::{self, add_header, header};
use super::verdict::Verdict;
use super::words::{add, field_id};
use super::{Outcome, split};
use crate::record::Record;
use crate::text::concat;
use crate::{field, percent};

/// The request for `signature`.
pub fn request(url: &str, signature: &Record) -> Record {
    let mut request = authorised("POST", url, signature);
    add_header(&mut request, "Prefer", "return=minimal");
    body::with_json(request, &body::json(signature, column))
}

fn column(name: &str) -> String {
    body::snake_name(if name == "time" { "signed_at" } else { name })
}

/// A request with the page's headers. Supabase wants its key twice.
fn authorised(method: &str, url: &str, options: &Record) -> Record {
    let mut request = body::request(method, url, options);
    let key = concat(&["Bearer ", header(&request, "apikey")]);
    if key.len() > "Bearer ".len() {
        add_header(&mut request, "Authorization", &key);
    }
    request
}

/// What a reply of status 2xx means. Nothing comes back, or rows where the page asks
/// for them; with anything else this is no `PostgREST`.
pub fn success(reply: &Record) -> Outcome {
    match reply.get("body").trim_start().bytes().next() {
        None | Some(b'{' | b'[') => Outcome::Accepted,
        _ => Outcome::Later,
    }
}

/// What a reply of status 409 means: it was there, or, by a foreign key, the
/// campaign is not in the database.
pub fn conflict(reply: &Record) -> Outcome {
    if reply.get("json.code") == "23503" { Outcome::Refused } else { Outcome::AlreadySigned }
}

/// Puts words about a column beside its field.
pub fn refused(verdict: &mut Verdict) {
    let words = core::mem::take(&mut verdict.words);
    add(verdict, named(&words), &words);
}

/// The column that an error message names: `null value in column "email" of relation
/// "signatures"`, a check that Postgres calls `signatures_email_check`, or anything
/// with the name of a usual field in quotes. Empty where it names none.
fn named(message: &str) -> &str {
    let missing = message.starts_with("null value in column ");
    let mut table = "";
    for (index, quoted) in message.split('"').enumerate() {
        if index % 2 == 0 {
            continue;
        }
        let check = quoted.strip_prefix(table).and_then(|rest| rest.strip_prefix('_'));
        if let Some(column) = check.and_then(|rest| rest.strip_suffix("_check")) {
            return column;
        }
        if missing || field::KINDS.iter().any(|kind| kind.id == field_id(quoted)) {
            return quoted;
        }
        table = quoted;
    }
    ""
}

/// How many signed; `None` where the address has no table.
pub fn count_request(address: &str, campaign: &str, options: &Record) -> Option<Record> {
    ask("signature_count", address, campaign, options)
}

/// Who signed last: a list of `name`, as the person chose, and `comment`.
pub fn supporters_request(address: &str, campaign: &str, options: &Record) -> Option<Record> {
    ask("recent_supporters", address, campaign, options)
}

/// How many signed through the link with this token.
pub fn referrals_request(address: &str, campaign: &str, token: &str, options: &Record) -> Option<Record> {
    let request = ask("signature_referrals", address, campaign, options)?;
    let mut url = request.get("url").to_owned();
    percent::push_pair(&mut url, "token", token);
    Some(request.with("url", &url))
}

/// Calls a function of the database that stands beside the table.
fn ask(function: &str, address: &str, campaign: &str, options: &Record) -> Option<Record> {
    let (base, _) = split(address);
    let base = base.strip_suffix('/').unwrap_or(base);
    let beside = base.get(..=base.bytes().rposition(|byte| byte == b'/')?)?;
    if beside.ends_with("//") {
        return None;
    }
    let mut url = concat(&[beside, "rpc/", function, "?campaign="]);
    percent::encode_into(&mut url, campaign);
    Some(authorised("GET", &url, options).with("pointer", ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::body::tests::{body, reply, signature};
    use crate::destination::verdict;
    use serde_json::json;

    #[test]
    fn inserts_a_row() {
        let request = request("https://a.example/signatures?columns=id", &signature(""));
        assert_eq!(
            body(&request),
            json!({
                "id": "6f0f7a52-1c1e-4b7c-9d2b-0d6a3c1f9e10", "campaign": "library",
                "signed_at": "2026-12-24T19:30:00.000Z", "locale": "fr", "page": "https://blog.example/",
                "source": "mastodon", "referral": "k3",
                "consent": true, "consent_text": "Write to me?", "consent_version": "2",
                "first_name": "Zoé", "last_name": "d’Arc \"Z\"", "email": "z@example.org",
                "phone": "+33 1 23 45 67 89", "postcode": "75011", "country": "FR", "locality": "Paris",
                "region": "Île-de-France", "street": "1 rue X", "birth_date": "1990-02-03",
                "organisation": "Amis des livres", "comment": "Lire,\nc’est vivre", "show_name": "initial",
                "newsletter_by_post": "no",
            })
        );
        assert_eq!(request.get("url"), "https://a.example/signatures?columns=id");
        assert_eq!(request.get("header.Prefer"), "return=minimal");
        assert_eq!(request.get("header.Authorization"), "");
    }

    #[test]
    fn supabase_key() {
        let key = signature("").with("to.headers.apikey", "sb_publishable_x");
        let request = request("https://a.example/signatures", &key);
        assert_eq!(request.get("header.apikey"), "sb_publishable_x");
        assert_eq!(request.get("header.Authorization"), "Bearer sb_publishable_x");
        let own = key.with("to.headers.authorization", "Bearer jwt");
        let request = super::request("https://a.example/signatures", &own);
        assert_eq!(header(&request, "Authorization"), "Bearer jwt");
        assert_eq!(request.get("header.Authorization"), "");
    }

    #[test]
    fn replies() {
        for (status, body, expected) in [
            ("201", "", Outcome::Accepted),
            ("201", r#"[{"id":"1"}]"#, Outcome::Accepted),
            ("200", "<!doctype html>", Outcome::Later),
            ("409", r#"{"code":"23505","message":"duplicate key value"}"#, Outcome::AlreadySigned),
            ("409", r#"{"code":"23503","message":"violates foreign key"}"#, Outcome::Refused),
            (
                "401",
                r#"{"code":"42501","message":"permission denied for table signatures"}"#,
                Outcome::Refused,
            ),
            ("404", r#"{"code":"PGRST205","message":"no such table"}"#, Outcome::Refused),
            ("503", r#"{"code":"PGRST001","message":"no database"}"#, Outcome::Later),
        ] {
            assert_eq!(
                verdict("postgrest:https://a.example/signatures", &reply(status, body)).outcome,
                expected,
                "{status} {body}"
            );
        }
    }

    #[test]
    fn errors_that_name_a_column() {
        let of = |message: &str| {
            let body = json!({"code": "23502", "message": message, "details": null, "hint": null});
            let verdict = verdict("postgrest:https://a.example/signatures", &reply("400", &body.to_string()));
            assert_eq!(verdict.outcome, Outcome::Refused);
            verdict.fields.first().map(|(id, _)| id.clone()).unwrap_or(verdict.words)
        };
        assert_eq!(
            of(r#"null value in column "first_name" of relation "signatures" violates not-null constraint"#),
            "first-name"
        );
        assert_eq!(
            of(r#"new row for relation "signatures" violates check constraint "signatures_email_check""#),
            "email"
        );
        assert_eq!(
            of(r#"null value in column "shoe_size" of relation "signatures" violates not-null constraint"#),
            "shoe-size"
        );
        for other in [
            r#"new row for relation "signatures" violates check constraint "signatures_check""#,
            r#"new row for relation "signatures" violates check constraint "adults""#,
            "Could not find the 'phone' column of 'signatures' in the schema cache",
            r#"new row violates row-level security policy for table "signatures""#,
            "Signing has closed",
        ] {
            assert_eq!(of(other), other);
        }
    }

    #[test]
    fn counts_beside_the_table() {
        let options = Record::of(&[("to.headers.apikey", "k")]);
        for address in ["https://a.example/v1/signatures", "https://a.example/v1/signatures/?columns=id"] {
            let request = count_request(address, "save-it", &options).unwrap();
            assert_eq!(request.get("url"), "https://a.example/v1/rpc/signature_count?campaign=save-it");
            assert_eq!((request.get("method"), request.get("pointer")), ("GET", ""));
            assert_eq!(request.get("header.Authorization"), "Bearer k");
        }
        assert!(count_request("https://a.example/", "c", &options).is_none());
        assert!(count_request("https://a.example", "c", &options).is_none());
    }
}
