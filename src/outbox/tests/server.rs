//! A destination that has good and bad days.

use std::collections::BTreeMap;

use super::tab::Chance;
use crate::destination::Outcome;

/// What a server makes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    pub outcome: Outcome,
    /// In seconds.
    pub retry_after: u32,
}

const fn reply(outcome: Outcome, retry_after: u32) -> Reply {
    Reply { outcome, retry_after }
}

/// What the page makes of no reply at all.
pub const NONE: Reply = reply(Outcome::Later, 0);

/// It holds each UUID once, however often it is sent.
#[derive(Default)]
pub struct Server {
    /// How often each UUID was taken in.
    pub taken: BTreeMap<String, usize>,
}

impl Server {
    /// A request arrives. `well` where all goes as it should.
    pub fn ask(&mut self, id: &str, well: bool, chance: &Chance) -> Reply {
        if !well {
            match chance.below(8) {
                0 => return reply(Outcome::Later, 0),
                1 => {
                    let seconds = 1 + chance.below(900);
                    return reply(Outcome::Later, u32::try_from(seconds).unwrap());
                }
                2 => {
                    // It fails after it has written the row.
                    *self.taken.entry(id.into()).or_default() += 1;
                    return reply(Outcome::Later, 0);
                }
                _ => {}
            }
        }
        let times = self.taken.entry(id.into()).or_default();
        *times += 1;
        reply(if *times == 1 { Outcome::Accepted } else { Outcome::AlreadySigned }, 0)
    }
}
