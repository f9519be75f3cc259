//! What a reply comes down to.

use super::Outcome;
use super::body::{CONSENT, RENAMED};
use super::words::field_id;
use crate::field::wire_name;
use crate::record::Record;
use crate::signature::FIELD;
use crate::text::concat;

/// What a destination made of a signature, and what it said.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Verdict {
    /// What became of it.
    pub outcome: Outcome,
    /// Field ids, each with the server's words about it. The form may have no such
    /// field: then the words belong with the others.
    pub fields: Vec<(String, String)>,
    /// The server's words for the whole; may be empty.
    pub words: String,
    /// The supporter's number where the destination says it, else 0.
    pub number: u64,
}

impl Verdict {
    /// Without a word from the server.
    pub fn new(outcome: Outcome) -> Self {
        Verdict { outcome, fields: Vec::new(), words: String::new(), number: 0 }
    }

    /// The verdict with the names that this signature's destination has for our
    /// fields (`to.fields`) taken back to our ids. What it says of a first or last
    /// name is put beside the full name where only that was asked for.
    #[must_use]
    pub fn placed(mut self, signature: &Record) -> Self {
        let has = |id: &str| !signature.get(&concat(&[FIELD, ".", id])).is_empty();
        for (name, _) in &mut self.fields {
            for (_, id, there) in signature.below(RENAMED) {
                if there == name || field_id(there) == *name {
                    *name = if id == CONSENT { id.into() } else { field_id(id) };
                    break;
                }
            }
            for (_, id, _) in signature.below(FIELD) {
                if wire_name(id) == *name {
                    *name = id.into();
                }
            }
            if matches!(name.as_str(), "first-name" | "last-name") && !has(name) && has("name") {
                *name = "name".into();
            }
        }
        self
    }
}

/// What an HTTP status alone says; 0 stands for no reply at all. `conflict`:
/// whether the destination answers 409 to a signature that it has.
pub fn by_status(status: u64, conflict: bool) -> Outcome {
    match status {
        200..=299 => Outcome::Accepted,
        409 if conflict => Outcome::AlreadySigned,
        // Time-outs, too early, too many, and whatever a server may get over.
        0 | 408 | 425 | 429 | 500..=599 => Outcome::Later,
        _ => Outcome::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status() {
        for (status, expected) in [
            (200, Outcome::Accepted),
            (201, Outcome::Accepted),
            (204, Outcome::Accepted),
            (409, Outcome::AlreadySigned),
            (0, Outcome::Later),
            (408, Outcome::Later),
            (425, Outcome::Later),
            (429, Outcome::Later),
            (503, Outcome::Later),
            (400, Outcome::Refused),
            (401, Outcome::Refused),
            (403, Outcome::Refused),
            (404, Outcome::Refused),
            (422, Outcome::Refused),
            (304, Outcome::Refused),
        ] {
            assert_eq!(by_status(status, true), expected, "{status}");
        }
        assert_eq!(by_status(409, false), Outcome::Refused);
    }

    #[test]
    fn names_are_taken_back() {
        let signature = Record::of(&[
            ("to.fields.email", "Mail_Address"),
            ("to.fields.consent", "ok"),
            ("field.name", "Zoé Martin"),
            ("field.line-2", "x"),
        ]);
        let said = |name: &str| {
            let mut verdict = Verdict::new(Outcome::Refused);
            verdict.fields.push((name.into(), "words".into()));
            verdict.placed(&signature).fields[0].0.clone()
        };
        assert_eq!(said("Mail_Address"), "email");
        assert_eq!(said("mail-address"), "email", "as the words were read");
        assert_eq!(said("ok"), "consent");
        assert_eq!(said("line2"), "line-2", "as it was sent");
        assert_eq!(said("first-name"), "name");
        assert_eq!(said("phone"), "phone");
    }
}
