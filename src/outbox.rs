//! The outbox: signatures taken from the supporter that the destination has not
//! acknowledged yet.
//!
//! A signature is stored before it is sent, and leaves the outbox only when the
//! destination has it. Each one is a text of its own in the store, so tabs do
//! not overwrite each other; whoever sends one first puts its next attempt into
//! the future, which keeps other tabs off it for the time that a reply may take.
//!
//! An entry is the signature's record with `attempts`, how often it was tried in
//! vain; `next`, not before this moment (milliseconds since 1970); and `refused`
//! where the destination will not take it as it is: that one waits for the
//! supporter to change or withdraw it.

use crate::destination::Outcome;
use crate::record::Record;
use crate::world::{self, World};

/// How long a sending may take before it counts as failed, in milliseconds.
pub const TIMEOUT: i64 = 30_000;
/// How long a signature that is being sent is left alone.
const LEASE: i64 = TIMEOUT + 15_000;
/// The pause after the first failure; it doubles each time.
const FIRST_PAUSE: i64 = 4_000;
/// The longest pause that nobody asked for.
const LONGEST_PAUSE: i64 = 3_600_000;
/// The longest pause that a server may ask for.
const LONGEST_WISH: i64 = 24 * 3_600_000;

fn name(id: &str) -> String {
    world::name(&["outbox", id])
}

/// Keeps `entry`; false where it will not outlive the page.
pub fn keep(world: &dyn World, entry: &Record) -> bool {
    world.save(&name(entry.get("id")), &entry.write())
}

fn keep_until(world: &dyn World, mut entry: Record, next: i64) {
    entry.set_number("next", u64::try_from(next).unwrap_or(0));
    keep(world, &entry);
}

/// The entry with this UUID.
pub fn get(world: &dyn World, id: &str) -> Option<Record> {
    world.load(&name(id)).map(|text| Record::read(&text))
}

/// Forgets the entry with this UUID: settled in another way, or withdrawn.
pub fn remove(world: &dyn World, id: &str) {
    world.forget(&name(id));
}

/// All entries, in no particular order.
pub fn all(world: &dyn World) -> Vec<Record> {
    let mut entries = Vec::new();
    let prefix = name("");
    for stored in world.names(&prefix) {
        if let Some(text) = world.load(&stored) {
            let mut entry = Record::read(&text);
            // The name it is kept under is the one that it is found and settled by.
            entry.set("id", stored.strip_prefix(&prefix).unwrap_or(""));
            entries.push(entry);
        }
    }
    entries
}

fn next(entry: &Record) -> i64 {
    i64::try_from(entry.number("next")).unwrap_or(0)
}

/// The entry that waits for the earliest moment, if any waits.
fn earliest(world: &dyn World) -> Option<Record> {
    let mut found: Option<Record> = None;
    for entry in all(world) {
        if entry.get("refused").is_empty() && found.as_ref().is_none_or(|other| next(&entry) < next(other)) {
            found = Some(entry);
        }
    }
    found
}

/// Milliseconds until the next entry is due; `None` when nothing waits.
pub fn due_in(world: &dyn World) -> Option<i64> {
    let pause = next(&earliest(world)?) - world.now();
    // A clock that was set back must not make a signature wait for years.
    Some(if pause > 2 * LONGEST_WISH { 0 } else { pause.max(0) })
}

/// Takes an entry that may be sent now, and keeps others off it while it is under way.
pub fn take(world: &dyn World) -> Option<Record> {
    if due_in(world)? > 0 {
        return None;
    }
    let entry = earliest(world)?;
    keep_until(world, entry.clone(), world.now() + LEASE);
    Some(entry)
}

/// Makes everything that failed before due at once: the network is back.
pub fn hurry(world: &dyn World) {
    for entry in all(world) {
        // One that is under way for the first time has a lease and nothing to wait for.
        if entry.number("attempts") > 0 && next(&entry) > world.now() {
            keep_until(world, entry, world.now());
        }
    }
}

/// Records what the destination made of the entry with this UUID. `retry_after`
/// is what it asked for, in seconds. False where the entry is gone: another tab
/// has settled it, or it was withdrawn.
pub fn settle(world: &dyn World, id: &str, outcome: Outcome, retry_after: u32) -> bool {
    let Some(mut entry) = get(world, id) else { return false };
    match outcome {
        Outcome::Accepted | Outcome::AlreadySigned => {
            world.save(&world::name(&["signed", entry.get("campaign")]), outcome.name());
            remove(world, id);
        }
        Outcome::Refused => {
            entry.set("refused", "1");
            keep(world, &entry);
        }
        Outcome::Later => {
            let attempts = entry.number("attempts");
            entry.set_number("attempts", attempts + 1);
            let pause = pause(attempts, retry_after);
            // Spread over a quarter more, so that many do not come back at once.
            let spread = pause / 4 * i64::from(world.random() & 255) / 256;
            keep_until(world, entry, world.now() + pause + spread);
        }
    }
    true
}

fn pause(attempts: u64, retry_after: u32) -> i64 {
    let doubled = FIRST_PAUSE << attempts.min(10);
    doubled.min(LONGEST_PAUSE).max((i64::from(retry_after) * 1000).min(LONGEST_WISH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Pretend;

    fn signed(world: &Pretend, id: &str) {
        assert!(keep(world, &Record::default().with("id", id).with("campaign", "c")));
    }

    #[test]
    fn accepted_leaves_and_is_remembered() {
        let world = Pretend::default();
        signed(&world, "a");
        assert_eq!(take(&world).unwrap().get("id"), "a");
        assert!(take(&world).is_none(), "another tab keeps off");
        assert!(settle(&world, "a", Outcome::Accepted, 0));
        assert_eq!(all(&world), []);
        assert_eq!(world.load("share-sign/1/signed/c").as_deref(), Some("accepted"));
        assert!(!settle(&world, "a", Outcome::Later, 0), "a late failure does not bring it back");
        assert_eq!(all(&world), []);
    }

    #[test]
    fn unreachable_waits_longer_and_longer() {
        let world = Pretend::default();
        signed(&world, "a");
        let mut pauses = Vec::new();
        for _ in 0..14 {
            take(&world).unwrap();
            settle(&world, "a", Outcome::Later, 0);
            assert!(take(&world).is_none());
            pauses.push(due_in(&world).unwrap());
            world.now.set(world.now.get() + pauses.last().unwrap());
        }
        for (pause, least) in pauses.iter().zip([4000, 8000, 16_000, 32_000]) {
            assert!((least..=least * 5 / 4).contains(pause), "{pauses:?}");
        }
        assert!((LONGEST_PAUSE..=LONGEST_PAUSE * 5 / 4).contains(&pauses[13]));
        hurry(&world);
        assert_eq!(due_in(&world), Some(0));
    }

    #[test]
    fn a_server_may_ask_for_time() {
        assert_eq!(pause(0, 120), 120_000);
        assert_eq!(pause(8, 1), FIRST_PAUSE << 8);
        assert_eq!(pause(0, u32::MAX), LONGEST_WISH);
    }

    #[test]
    fn a_tab_that_died_while_sending_is_taken_over() {
        let world = Pretend::default();
        signed(&world, "a");
        take(&world).unwrap();
        world.now.set(world.now.get() + TIMEOUT);
        assert!(take(&world).is_none());
        hurry(&world);
        assert!(take(&world).is_none(), "being online again is no reason to send twice");
        world.now.set(world.now.get() + LEASE);
        assert!(take(&world).is_some());
    }

    #[test]
    fn a_clock_set_back_does_not_strand_it() {
        let world = Pretend::default();
        signed(&world, "a");
        take(&world);
        settle(&world, "a", Outcome::Later, 0);
        world.now.set(world.now.get() - 90 * LONGEST_WISH);
        assert!(take(&world).is_some());
    }

    #[test]
    fn foreign_data_is_no_endless_work() {
        let world = Pretend::default();
        for (name, text) in [("zz", "%%garbage"), ("yy", "id=other&campaign=c"), ("", "")] {
            world.save(&super::name(name), text);
        }
        for _ in 0..3 {
            let id = take(&world).unwrap().get("id").to_owned();
            settle(&world, &id, Outcome::Later, 0);
        }
        assert!(take(&world).is_none());
    }

    #[test]
    fn refused_waits_for_the_supporter() {
        let world = Pretend::default();
        signed(&world, "a");
        take(&world);
        settle(&world, "a", Outcome::Refused, 0);
        world.now.set(world.now.get() + LONGEST_WISH);
        assert!(take(&world).is_none());
        assert_eq!(due_in(&world), None);
        remove(&world, "a");
        assert_eq!(all(&world), []);
    }
}
