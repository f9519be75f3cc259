//! Where signatures go: how each kind of destination is asked, and what its
//! replies mean.
//!
//! A destination is one text, `kind:address`, and stays one: that is how it is
//! configured, and how a signature in the outbox remembers it, for a later visit
//! to another page.

mod json;

use crate::landing::is_web;
use crate::record::Record;
use crate::text::concat;
use crate::world::World;

/// Signatures are kept on this device.
pub const LOCAL: &str = "local";
/// Signatures are posted as JSON.
const JSON: &str = "json:";

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

/// Reads `local` or `json:address` and makes the address whole.
pub fn read(written: &str, world: &dyn World) -> Option<String> {
    if written == LOCAL {
        return Some(written.into());
    }
    let address = world.resolve(written.strip_prefix(JSON)?)?;
    is_web(&address).then(|| concat(&[JSON, &address]))
}

/// How to hand over `signature`, as a record of `method`, `url`, `type` (of the
/// body) and `body`; `None` for a kind that this release does not know.
pub fn request(signature: &Record) -> Option<Record> {
    let url = signature.get("destination").strip_prefix(JSON)?;
    Some(json::request(url, signature))
}

/// What the reply with this HTTP status means; 0 stands for no reply at all.
pub fn outcome(status: u16) -> Outcome {
    match status {
        200..=299 => Outcome::Accepted,
        409 => Outcome::AlreadySigned,
        // Time-outs, too early, too many, and whatever a server may get over.
        0 | 408 | 425 | 429 | 500..=599 => Outcome::Later,
        _ => Outcome::Refused,
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
        for bad in ["json:javascript:alert(1)", "carrier:pigeon", "", "Local", "json"] {
            assert_eq!(read(bad, &world), None, "{bad}");
        }
    }

    #[test]
    fn replies() {
        for (status, expected) in [
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
            assert_eq!(outcome(status), expected, "{status}");
        }
    }
}
