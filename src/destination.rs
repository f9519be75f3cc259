//! Where signatures go: how each kind of destination is asked, and what its
//! replies mean.
//!
//! A destination is one text, `kind:address`, and stays one: that is how it is
//! configured, and how a signature in the outbox remembers it, for a later visit
//! to another page. What else a destination needs travels in the signature as
//! well, below `to.`:
//!
//! - `to.headers.<name>`: a header of the request, such as `apikey`
//! - `to.fields.<name>`: what one of ours (`first-name`, `time`) is called there
//! - `to.set.<name>`: a text to send along with every signature
//!
//! All of that stands in the page for everyone to read, so none of it is a secret.

#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod body;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod couchdb;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod exchange;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod form;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod google;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod json;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod mailto;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod osdi;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod postgrest;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod proca;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod verdict;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod words;

#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub use exchange::{count_request, referrals_request, request, supporters_request, verdict};
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub use mailto::mailto;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub use verdict::Verdict;

use crate::landing::is_web;
use crate::record::Record;
use crate::text::concat;
use crate::world::World;

/// Signatures are kept on this device.
pub const LOCAL: &str = "local";
/// Before the address of a page elsewhere, where supporters sign.
pub const LINK: &str = "link:";

/// What [`read`] takes, for whoever wrote something else.
pub const EXPECTED: &str = "local, or link:, form:, json:, osdi:, proca:, postgrest: or couchdb: followed by an \
                            http: or https: address (for proca: with ?id= and the number of the action page), or \
                            mailto: followed by an email address";

/// The kinds of destinations.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Kind {
    /// `local`: kept on this device until somebody exports them, as at a stall.
    Local,
    /// `link:https://…`: people sign on another page; the card leads there.
    Link,
    /// `mailto:a@b.example`: the supporter sends a mail, composed for them.
    Mailto,
    /// `form:https://…`: posted as a web page's form is, to a form service.
    Form,
    /// `json:https://…`: posted as one JSON object.
    Json,
    /// `osdi:https://…`: the petition's address in an OSDI service, such as Action Network.
    Osdi,
    /// `proca:https://…/api?id=42`: a Proca server, and the number of the action page.
    Proca,
    /// `postgrest:https://…/signatures`: a table behind `PostgREST`, as in Supabase.
    Postgrest,
    /// `couchdb:https://…/db`: a database in `CouchDB`.
    Couchdb,
}

static KINDS: [(Kind, &str); 8] = [
    (Kind::Link, "link"),
    (Kind::Mailto, "mailto"),
    (Kind::Form, "form"),
    (Kind::Json, "json"),
    (Kind::Osdi, "osdi"),
    (Kind::Proca, "proca"),
    (Kind::Postgrest, "postgrest"),
    (Kind::Couchdb, "couchdb"),
];

/// The kind of `destination`, and its address; `None` where this release knows no such kind.
pub fn parts(destination: &str) -> Option<(Kind, &str)> {
    if destination == LOCAL {
        return Some((Kind::Local, ""));
    }
    let (name, address) = destination.split_once(':')?;
    KINDS.iter().find(|(_, known)| *known == name).map(|(kind, _)| (*kind, address))
}

/// Whether the destination itself can say how many have signed, without a secret.
pub fn can_count(destination: &str) -> bool {
    matches!(parts(destination), Some((Kind::Proca | Kind::Postgrest | Kind::Couchdb, _)))
}

/// Reads a destination and makes its address whole; `None` where it is none of
/// what [`EXPECTED`] says.
pub fn read(written: &str, world: &dyn World) -> Option<String> {
    let (kind, address) = parts(written)?;
    let (name, _) = written.split_once(':').unwrap_or_default();
    let usable = match kind {
        Kind::Local => return Some(written.into()),
        Kind::Mailto => {
            // Its `?cc=` and the like stay as they are; only a mail can tell more.
            let at = address.split('?').next().and_then(|to| to.split_once('@'));
            let strange = |c: char| c <= ' ' || matches!(c, '<' | '>' | '"' | '#');
            return at
                .is_some_and(|(user, host)| {
                    !user.is_empty() && !host.is_empty() && !address.contains(strange)
                })
                .then(|| written.into());
        }
        Kind::Proca => Record::read(split(address).1).number("id") > 0,
        _ => true,
    };
    let address = world.resolve(address)?;
    (usable && is_web(&address)).then(|| concat(&[name, ":", &address]))
}

/// An address up to its query, and the query; the fragment never leaves a browser.
fn split(address: &str) -> (&str, &str) {
    let sent = address.split('#').next().unwrap_or("");
    sent.split_once('?').unwrap_or((sent, ""))
}

/// `signature` with a first and last name. Of a full name, the first word is taken
/// for the first name: wrong for some, and all that a destination that wants two
/// can be given.
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
fn with_names(signature: &Record) -> Record {
    let mut known = signature.clone();
    let full = signature.get("field.name").trim();
    if signature.get("field.first-name").is_empty() && !full.is_empty() {
        let (first, last) = full.split_once(char::is_whitespace).unwrap_or((full, ""));
        known.set("field.first-name", first);
        if signature.get("field.last-name").is_empty() {
            known.set("field.last-name", last.trim_start());
        }
    }
    known
}

/// What a destination made of a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Outcome {
    /// It has it.
    Accepted,
    /// It had one of this person, or this very one, before.
    AlreadySigned,
    /// It was sent, and nobody can know more.
    Unconfirmed,
    /// It will not take it as it is, however often it is asked.
    Refused,
    /// It cannot be reached, or asks for another time.
    Later,
}

impl Outcome {
    /// Whether the signature has left the device for good.
    pub fn is_done(self) -> bool {
        matches!(self, Outcome::Accepted | Outcome::AlreadySigned | Outcome::Unconfirmed)
    }

    /// Its name in events and in storage.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Accepted => "accepted",
            Outcome::AlreadySigned => "already-signed",
            Outcome::Unconfirmed => "unconfirmed",
            Outcome::Refused => "refused",
            Outcome::Later => "later",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Pretend;

    #[test]
    fn reads() {
        let world = Pretend::default();
        assert_eq!(read("local", &world).as_deref(), Some("local"));
        assert_eq!(read("json:/in", &world).as_deref(), Some("json:https://blog.example/in"));
        for good in [
            "link:https://a.example/petition",
            "form:https://a.example/f/1",
            "osdi:https://a.example/api/v2/petitions/1",
            "proca:https://a.example/api?id=42",
            "postgrest:https://a.example/signatures?columns=id",
            "couchdb:https://a.example/db",
            "mailto:mayor@town.example",
            "mailto:mayor@town.example,council@town.example?bcc=us%2Bcount@a.example",
        ] {
            assert_eq!(read(good, &world).as_deref(), Some(good));
            let kind = good.split(':').next().unwrap();
            assert!(EXPECTED.contains(kind), "{kind}");
        }
    }

    #[test]
    fn refuses() {
        let world = Pretend::default();
        for bad in [
            "json:javascript:alert(1)",
            "carrier:pigeon",
            "",
            "Local",
            "local:",
            "json",
            "json:",
            "mailto:",
            "mailto:@town.example",
            "mailto:mayor",
            "mailto:?to=mayor@town.example",
            "mailto:a b@town.example",
            "mailto:<a@town.example>",
            "proca:https://a.example/api",
            "proca:https://a.example/api?id=",
            "proca:https://a.example/api?id=petition",
            "proca:https://a.example/api#?id=4",
        ] {
            assert_eq!(read(bad, &world), None, "{bad}");
        }
    }
}
