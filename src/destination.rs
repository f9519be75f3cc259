//! Where signatures go: how each kind of destination is asked, and what its
//! replies mean.

mod json;

use crate::campaign::is_web;
use crate::signature::Signature;

/// A destination, written `kind:address`.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Destination {
    /// Kept on this device.
    Local,
    /// A JSON object is posted to this address.
    Json(String),
}

/// An HTTP request, made by whoever has a network.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Request {
    /// `POST`, `PUT`.
    pub method: &'static str,
    /// Where to.
    pub url: String,
    /// `Content-Type` of the body.
    pub content_type: &'static str,
    /// The signature.
    pub body: String,
}

/// What a destination made of a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Outcome {
    /// It has it.
    Accepted,
    /// It had one of this person, or this very one, before.
    AlreadySigned,
    /// It will not take it as it is, however often it is asked.
    Refused,
    /// It cannot be reached, or asks for another time.
    Later,
}

impl Outcome {
    /// Its name in events and in storage.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Accepted => "accepted",
            Outcome::AlreadySigned => "already-signed",
            Outcome::Refused => "refused",
            Outcome::Later => "later",
        }
    }
}

impl Destination {
    /// Reads `local` or `json:address`, the address made whole by `resolve`.
    pub fn read(written: &str, resolve: &dyn Fn(&str) -> Option<String>) -> Option<Self> {
        if written == "local" {
            return Some(Destination::Local);
        }
        let address = written.strip_prefix("json:")?;
        resolve(address).filter(|whole| is_web(whole)).map(Destination::Json)
    }

    /// As [`Destination::read`] takes it, with its whole address: what a signature
    /// in the outbox remembers, for a later visit to another page.
    pub fn written(&self) -> String {
        match self {
            Destination::Local => "local".into(),
            Destination::Json(url) => ["json:", url].concat(),
        }
    }

    /// How to hand over `signature`; `None` where nothing is sent anywhere.
    pub fn request(&self, signature: &Signature) -> Option<Request> {
        match self {
            Destination::Local => None,
            Destination::Json(url) => Some(json::request(url, signature)),
        }
    }

    /// What the reply with this HTTP status means; 0 stands for no reply at all.
    pub fn outcome(&self, status: u16) -> Outcome {
        match status {
            200..=299 => Outcome::Accepted,
            409 => Outcome::AlreadySigned,
            // Time-outs, too early, too many, and whatever a server may get over.
            0 | 408 | 425 | 429 | 500..=599 => Outcome::Later,
            _ => Outcome::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        let resolve = |address: &str| Some(address.replace("/in", "https://blog.example/in"));
        assert_eq!(Destination::read("local", &resolve), Some(Destination::Local));
        let json = Destination::read("json:/in", &resolve).unwrap();
        assert_eq!(json.written(), "json:https://blog.example/in");
        for bad in ["json:javascript:alert(1)", "json:", "carrier:pigeon", "", "Local"] {
            assert_eq!(Destination::read(bad, &resolve), None, "{bad}");
        }
    }

    #[test]
    fn replies() {
        let json = Destination::Json("https://a.example/".into());
        for (status, outcome) in [
            (200, Outcome::Accepted),
            (201, Outcome::Accepted),
            (204, Outcome::Accepted),
            (409, Outcome::AlreadySigned),
            (0, Outcome::Later),
            (429, Outcome::Later),
            (503, Outcome::Later),
            (400, Outcome::Refused),
            (404, Outcome::Refused),
            (422, Outcome::Refused),
            (304, Outcome::Refused),
        ] {
            assert_eq!(json.outcome(status), outcome, "{status}");
        }
    }
}
