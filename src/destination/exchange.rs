//! Asks the destination, whichever kind it is.

use super::verdict::{Verdict, by_status};
use super::words::said;
use super::{Kind, Outcome, couchdb, form, json, osdi, parts, postgrest, proca};
use crate::record::Record;

/// How to hand over `signature`, as a record of `method`, `url`, `type` (of the
/// body), `body`, `mode` (`no-cors` where nobody may read the reply) and
/// `header.<name>`. `None` for what is not sent by this program, and for a kind
/// that this release does not know.
pub fn request(signature: &Record) -> Option<Record> {
    let (kind, address) = parts(signature.get("destination"))?;
    match kind {
        Kind::Local | Kind::Link | Kind::Mailto => None,
        Kind::Form => Some(form::request(address, signature)),
        Kind::Json => Some(json::request(address, signature)),
        Kind::Osdi => Some(osdi::request(address, signature)),
        Kind::Proca => Some(proca::request(address, signature)),
        Kind::Postgrest => Some(postgrest::request(address, signature)),
        Kind::Couchdb => Some(couchdb::request(address, signature)),
    }
}

/// What `reply` means: a record of `status` (0 where there was none), `opaque`
/// where nobody may read it, and `json.<path>` for every text in its JSON.
pub fn verdict(destination: &str, reply: &Record) -> Verdict {
    if reply.get("opaque") == "1" {
        return Verdict::new(Outcome::Unconfirmed);
    }
    // Written by a later release: it waits for one that knows what was said.
    let Some((kind, address)) = parts(destination) else { return Verdict::new(Outcome::Later) };
    let conflict = matches!(kind, Kind::Json | Kind::Postgrest | Kind::Couchdb);
    let status = reply.number("status");
    let outcome = match (kind, by_status(status, conflict)) {
        (Kind::Json, Outcome::Accepted) => json::success(reply),
        (Kind::Form, Outcome::Accepted) => form::success(address, reply),
        (Kind::Proca, Outcome::Accepted) => proca::success(reply),
        (Kind::Postgrest, Outcome::Accepted) => postgrest::success(reply),
        (Kind::Couchdb, Outcome::Accepted) => couchdb::success(status),
        (Kind::Postgrest, Outcome::AlreadySigned) => postgrest::conflict(reply),
        // Nobody was asked.
        (Kind::Local | Kind::Link | Kind::Mailto, _) => Outcome::Later,
        (_, outcome) => outcome,
    };
    let mut verdict = Verdict::new(outcome);
    if outcome == Outcome::Refused {
        said(&mut verdict, reply);
        match kind {
            Kind::Osdi => osdi::refused(&mut verdict, reply),
            Kind::Proca => proca::refused(&mut verdict),
            Kind::Postgrest => postgrest::refused(&mut verdict),
            _ => {}
        }
    } else if kind == Kind::Json && outcome != Outcome::Later {
        verdict.number = reply.number("json.number");
    }
    verdict
}

/// Where the destination itself says how many signed `campaign`: a request record,
/// with `pointer` (RFC 6901) to the number in the JSON that comes back; where
/// `absent` is given, that is the number when the pointer leads nowhere. `options`
/// holds `to.headers.<name>`. `None` where it does not tell without a secret.
pub fn count_request(destination: &str, campaign: &str, options: &Record) -> Option<Record> {
    let (kind, address) = parts(destination)?;
    match kind {
        Kind::Proca => Some(proca::count_request(address, options)),
        Kind::Postgrest => postgrest::count_request(address, campaign, options),
        Kind::Couchdb => Some(couchdb::count_request(address, campaign, options)),
        _ => None,
    }
}

/// Where the destination itself says how many have signed `campaign` through the link
/// with `token`: a request record with `pointer` to the number. `None` where it does not
/// tell.
pub fn referrals_request(destination: &str, campaign: &str, token: &str, options: &Record) -> Option<Record> {
    match parts(destination)? {
        (Kind::Postgrest, address) => postgrest::referrals_request(address, campaign, token, options),
        _ => None,
    }
}

/// Where the destination itself says who signed `campaign` last, by name as they
/// chose: a request record with `pointer` to the list. `None` where it does not tell.
pub fn supporters_request(destination: &str, campaign: &str, options: &Record) -> Option<Record> {
    match parts(destination)? {
        (Kind::Postgrest, address) => postgrest::supporters_request(address, campaign, options),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::body::tests::{reply, signature};

    const DESTINATIONS: [&str; 6] = [
        "form:https://a.example/",
        "json:https://a.example/",
        "osdi:https://a.example/petitions/1",
        "proca:https://a.example/api?id=1",
        "postgrest:https://a.example/signatures",
        "couchdb:https://a.example/db",
    ];

    #[test]
    fn every_kind_is_asked() {
        for destination in DESTINATIONS {
            let request = request(&signature(destination)).unwrap();
            assert!(request.get("url").starts_with("https://a.example/"), "{destination}");
            assert!(request.get("body").contains("6f0f7a52-1c1e-4b7c-9d2b-0d6a3c1f9e10"), "{destination}");
        }
        for other in ["local", "link:https://a.example/", "mailto:a@b.example", "pigeon:coo", ""] {
            assert_eq!(request(&signature(other)), None, "{other}");
            assert_eq!(verdict(other, &reply("200", "{}")), Verdict::new(Outcome::Later), "{other}");
            assert_eq!(count_request(other, "c", &Record::default()), None, "{other}");
        }
    }

    #[test]
    fn replies_that_mean_the_same_everywhere() {
        for destination in DESTINATIONS {
            let of = |status: &str| verdict(destination, &reply(status, "<!doctype html>")).outcome;
            for later in ["0", "408", "425", "429", "500", "502", "503", "504"] {
                assert_eq!(of(later), Outcome::Later, "{destination} {later}");
            }
            for refused in ["302", "400", "401", "403", "404", "410", "413", "422"] {
                assert_eq!(of(refused), Outcome::Refused, "{destination} {refused}");
            }
            let opaque = Record::of(&[("status", "0"), ("opaque", "1")]);
            assert_eq!(verdict(destination, &opaque), Verdict::new(Outcome::Unconfirmed), "{destination}");
        }
    }

    #[test]
    fn only_a_status_is_believed_without_a_word() {
        let accepts = |destination: &str| {
            verdict(destination, &reply("200", "<!doctype html>")).outcome == Outcome::Accepted
        };
        assert_eq!(DESTINATIONS.map(accepts), [true, true, true, false, false, false]);
    }
}
