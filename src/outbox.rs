//! The outbox: signatures taken from the supporter that the destination has not
//! acknowledged yet.
//!
//! A signature is stored before it is sent, and leaves the outbox only when the
//! destination has it. Each one is a text of its own in the store, so tabs do
//! not overwrite each other; whoever sends one first puts its next attempt into
//! the future, which keeps other tabs off it for the time that a reply may take.

use crate::destination::Outcome;
use crate::signature::Signature;
use crate::store::{self, Store};
use crate::{number, percent, time};

/// How long a sending may take before it counts as failed, in milliseconds.
pub const TIMEOUT: i64 = 30_000;
/// How long a signature that is being sent is left alone.
const LEASE: i64 = TIMEOUT + 15_000;
/// The pause after the first failure; it doubles each time.
const FIRST_PAUSE: i64 = 4_000;
/// The longest pause.
const LONGEST_PAUSE: i64 = time::HOUR;

/// A signature in the outbox.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Entry {
    /// What is to be sent.
    pub signature: Signature,
    /// How often it was tried in vain.
    pub attempts: u64,
    /// Not before this moment, in milliseconds since 1970.
    pub next: i64,
    /// Whether the destination will not take it as it is. It waits for the
    /// supporter to change or withdraw it.
    pub refused: bool,
}

impl Entry {
    fn name(&self) -> String {
        name(&self.signature.id)
    }

    fn text(&self) -> String {
        let mut out = String::new();
        self.signature.write(&mut out);
        percent::push_pair(&mut out, "attempts", &number::text(self.attempts));
        percent::push_pair(&mut out, "next", &number::text(u64::try_from(self.next).unwrap_or(0)));
        if self.refused {
            percent::push_pair(&mut out, "refused", "1");
        }
        out
    }

    fn read(text: &str) -> Self {
        let mut entry = Entry::default();
        for (name, value) in percent::pairs(text) {
            match name.as_str() {
                "attempts" => entry.attempts = number::parse(&value).unwrap_or(0),
                "next" => {
                    entry.next = number::parse(&value).and_then(|at| i64::try_from(at).ok()).unwrap_or(0)
                }
                "refused" => entry.refused = true,
                _ => {
                    entry.signature.take(&name, value);
                }
            }
        }
        entry
    }

    /// Keeps the entry; false where the store cannot.
    pub fn keep(&self, store: &dyn Store) -> bool {
        store.set(&self.name(), &self.text())
    }
}

fn name(id: &str) -> String {
    store::name(&["outbox", id])
}

/// The entry with this UUID.
pub fn get(store: &dyn Store, id: &str) -> Option<Entry> {
    store.get(&name(id)).map(|text| Entry::read(&text))
}

/// All entries, oldest first.
pub fn all(store: &dyn Store) -> Vec<Entry> {
    let names = store.names(&name(""));
    let texts = names.iter().filter_map(|name| store.get(name));
    let mut entries: Vec<Entry> = texts.map(|text| Entry::read(&text)).collect();
    entries.sort_by_key(|entry| entry.signature.at);
    entries
}

/// Takes the oldest entry that may be sent `now`, and keeps others off it while
/// it is under way.
pub fn take(store: &dyn Store, now: i64) -> Option<Entry> {
    // A clock that was set back must not make a signature wait for years.
    let due = |entry: &Entry| !entry.refused && (entry.next <= now || entry.next > now + 2 * LONGEST_PAUSE);
    let mut entry = all(store).into_iter().find(due)?;
    entry.next = now + LEASE;
    entry.keep(store);
    Some(entry)
}

/// When the next entry is due; `None` when nothing waits.
pub fn due(store: &dyn Store) -> Option<i64> {
    all(store).iter().filter(|entry| !entry.refused).map(|entry| entry.next).min()
}

/// Makes everything that waits due at once: the network is back.
pub fn hurry(store: &dyn Store, now: i64) {
    for mut entry in all(store) {
        // One that is under way has a lease and no failure to wait for.
        if !entry.refused && entry.attempts > 0 && entry.next > now {
            entry.next = now;
            entry.keep(store);
        }
    }
}

/// Records what the destination made of the entry with this UUID. `retry_after`
/// is what it asked for, in seconds; `random` spreads the retries of many.
/// False where the entry is gone: another tab has settled it, or it was withdrawn.
pub fn settle(
    store: &dyn Store,
    id: &str,
    outcome: Outcome,
    retry_after: Option<u64>,
    now: i64,
    random: u64,
) -> bool {
    let Some(mut entry) = get(store, id) else { return false };
    match outcome {
        Outcome::Accepted | Outcome::AlreadySigned => {
            let signed = store::name(&["signed", &entry.signature.campaign]);
            store.set(&signed, outcome.name());
            store.remove(&entry.name());
        }
        Outcome::Refused => {
            entry.refused = true;
            entry.keep(store);
        }
        Outcome::Later => {
            entry.next = now + pause(entry.attempts, retry_after, random);
            entry.attempts += 1;
            entry.keep(store);
        }
    }
    true
}

fn pause(attempts: u64, retry_after: Option<u64>, random: u64) -> i64 {
    let doubled = FIRST_PAUSE << attempts.min(10);
    let asked = retry_after.map_or(0, |seconds| i64::try_from(seconds).unwrap_or(0).saturating_mul(1000));
    let pause = doubled.min(LONGEST_PAUSE).max(asked.min(24 * time::HOUR));
    pause + i64::try_from(random % 1000).unwrap_or(0) * pause / 4000
}

/// Forgets the entry with this UUID: withdrawn by the supporter, or settled in
/// another way.
pub fn remove(store: &dyn Store, id: &str) {
    store.remove(&name(id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    const NOW: i64 = 1_798_140_600_000;

    fn signed(store: &dyn Store, id: &str) -> Entry {
        let signature = Signature { id: id.into(), campaign: "c".into(), at: NOW, ..Signature::default() };
        let entry = Entry { signature, next: NOW, ..Entry::default() };
        assert!(entry.keep(store));
        entry
    }

    #[test]
    fn accepted_leaves_and_is_remembered() {
        let store = Memory::default();
        signed(&store, "a");
        let taken = take(&store, NOW).unwrap();
        assert_eq!(taken.signature.id, "a");
        assert!(take(&store, NOW).is_none(), "another tab keeps off");
        assert!(settle(&store, "a", Outcome::Accepted, None, NOW, 0));
        assert_eq!(all(&store), []);
        assert_eq!(store.get("share-sign/1/signed/c").as_deref(), Some("accepted"));
        assert!(!settle(&store, "a", Outcome::Later, None, NOW, 0), "a late failure does not bring it back");
        assert_eq!(all(&store), []);
    }

    #[test]
    fn unreachable_waits_longer_and_longer() {
        let store = Memory::default();
        signed(&store, "a");
        let mut now = NOW;
        let mut pauses = Vec::new();
        for _ in 0..14 {
            take(&store, now).unwrap();
            settle(&store, "a", Outcome::Later, None, now, 0);
            assert!(take(&store, now).is_none());
            pauses.push(due(&store).unwrap() - now);
            now = due(&store).unwrap();
        }
        assert_eq!(pauses[..4], [4000, 8000, 16_000, 32_000]);
        assert!(pauses.windows(2).all(|pair| pair[0] <= pair[1]));
        assert_eq!(pauses[13], LONGEST_PAUSE);
        hurry(&store, NOW);
        assert_eq!(due(&store), Some(NOW));
    }

    #[test]
    fn retry_after_and_jitter() {
        assert_eq!(pause(0, Some(120), 0), 120_000);
        assert_eq!(pause(0, None, 999), 4999 - 1 + 1);
        assert!(pause(0, Some(u64::MAX), 0) <= 24 * time::HOUR);
    }

    #[test]
    fn a_tab_that_died_while_sending_is_taken_over() {
        let store = Memory::default();
        signed(&store, "a");
        take(&store, NOW).unwrap();
        assert!(take(&store, NOW + TIMEOUT).is_none());
        assert!(take(&store, NOW + LEASE).is_some());
    }

    #[test]
    fn a_clock_set_back_does_not_strand_it() {
        let store = Memory::default();
        signed(&store, "a");
        assert!(take(&store, NOW - 90 * time::DAY).is_some());
    }

    #[test]
    fn refused_waits_for_the_supporter() {
        let store = Memory::default();
        signed(&store, "a");
        take(&store, NOW);
        settle(&store, "a", Outcome::Refused, None, NOW, 0);
        assert!(take(&store, NOW + 100 * time::HOUR).is_none());
        assert_eq!(due(&store), None);
        assert!(get(&store, "a").unwrap().refused);
        remove(&store, "a");
        assert_eq!(all(&store), []);
    }
}
