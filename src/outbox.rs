//! The outbox: signatures taken from the supporter that the destination has not
//! acknowledged yet.
//!
//! A signature is stored before it is sent, and leaves the outbox only when the
//! destination has it. Each one is a text of its own in the store, so tabs do
//! not overwrite each other; whoever sends one first puts its next attempt into
//! the future, which keeps other tabs off it for the time that a reply may take.
//!
//! An entry is the signature's record with `attempts`, how often it was tried in
//! vain; `next`, not before this moment (milliseconds since 1970), `paused` where
//! nobody asked for that pause; and `refused` where the destination will not take
//! it as it is: that one waits for the supporter to change or withdraw it. What all
//! signatures of a page share stands elsewhere, once (see `context`), and what the
//! destination as a whole waits for as well (see `hold`).

mod context;
mod dense;
mod entry;
mod hold;
mod index;

pub use entry::{all, get, remove, waiting, write};

use crate::destination::Outcome;
use crate::record::Record;
use crate::world::{self, World};
use entry::stamp;
use index::Index;

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
/// How long the index serves before it is compared with the store.
const FRESH: i64 = 10_000;

/// Milliseconds until `moment`, which was set to lie at most `longest` ahead, and a
/// quarter more. If it lies farther ahead the clock was set back, and a signature
/// must not wait for years: then it has come.
fn left(moment: i64, now: i64, longest: i64) -> i64 {
    let left = moment.saturating_sub(now);
    if left > longest / 4 * 5 { 0 } else { left.max(0) }
}

/// The pause after one more failure than this.
fn pause(failures: u64) -> i64 {
    (FIRST_PAUSE << failures.min(10)).min(LONGEST_PAUSE)
}

/// `pause`, spread over a quarter more, so that many do not come back at once.
fn spread(world: &dyn World, pause: i64) -> i64 {
    pause + pause / 4 * i64::from(world.random() & 255) / 256
}

/// The outbox as one page sees it. The store is the truth: each entry is looked up
/// there when its turn comes, as another tab may have sent or withdrawn it.
#[derive(Default)]
pub struct Outbox {
    index: Index,
    /// When the index was last compared with the store.
    scanned: Option<i64>,
    /// The UUID of the signature made last on this page. Somebody waits to hear of
    /// it, so it goes before all others.
    newest: String,
}

impl Outbox {
    /// Keeps `signature`, before it is sent; false where it will not outlive the page.
    pub fn keep(&mut self, world: &dyn World, signature: &Record) -> bool {
        let kept = write(world, signature);
        let id = signature.get("id");
        if let Some(text) = world.load(&entry::name(id)) {
            let (_, slot) = self.index.read(world, id, &text);
            // A person is a reason to try again, unless the server asked for time.
            if let Some(hold) = self.index.holds.get_mut(slot.hold) {
                hold.hurry(world);
            }
            self.index.put(slot);
        }
        self.newest = id.into();
        kept
    }

    /// Takes up what other tabs and earlier visits left.
    pub fn scan(&mut self, world: &dyn World) {
        self.scanned = Some(world.now());
        self.index.scan(world);
    }

    /// Scans where the last scan tells too little.
    fn look(&mut self, world: &dyn World) {
        let age = self.scanned.map_or(-1, |then| world.now() - then);
        if self.index.slots.is_empty() || !(0..FRESH).contains(&age) {
            self.scan(world);
        }
    }

    /// Takes an entry that may be sent now, and keeps others off it while it is under way.
    pub fn take(&mut self, world: &dyn World) -> Option<Record> {
        self.look(world);
        let now = world.now();
        // Each round sends an entry, drops one, or learns why one must wait.
        loop {
            let id = self.index.pick(&self.newest, now)?.id.clone();
            let stored = entry::name(&id);
            let Some(text) = world.load(&stored) else {
                self.index.drop(&id);
                continue;
            };
            let (entry, mut slot) = self.index.read(world, &id, &text);
            if let Some(hold) = self.index.holds.get_mut(slot.hold) {
                hold.refresh(world);
            }
            if self.index.wait(&slot, now) == Some(0) {
                slot.lease = now + LEASE;
                slot.next = slot.lease;
                let mut leased = Record::read(&text);
                leased.set("next", &stamp(slot.lease));
                leased.set("paused", "");
                world.replace(&stored, &dense::write(&leased));
                if let Some(hold) = self.index.holds.get_mut(slot.hold) {
                    hold.sent(world);
                }
                self.index.put(slot);
                if id == self.newest {
                    self.newest.clear();
                }
                return Some(entry);
            }
            self.index.put(slot);
        }
    }

    /// Records what the destination made of the entry with this UUID. `retry_after`
    /// is what it asked for, in seconds. False where the entry is gone: another tab
    /// has settled it, or it was withdrawn.
    pub fn settle(&mut self, world: &dyn World, id: &str, outcome: Outcome, retry_after: u32) -> bool {
        let known = self.index.drop(id);
        let stored = entry::name(id);
        let text = world.load(&stored);
        let slot = match (&text, known) {
            (Some(text), known) => {
                let (_, mut slot) = self.index.read(world, id, text);
                slot.lease = known.map_or(0, |known| known.lease);
                slot
            }
            (None, Some(known)) => known,
            (None, None) => return false,
        };
        let mut first = false;
        if let Some(hold) = self.index.holds.get_mut(slot.hold) {
            if outcome == Outcome::Later {
                first = hold.failed(world, retry_after);
            } else {
                hold.answered(world);
            }
        }
        let Some(text) = text else { return false };
        let mut entry = Record::read(&text);
        match outcome {
            Outcome::Accepted | Outcome::AlreadySigned | Outcome::Unconfirmed => {
                let campaign = self.index.campaign(&slot);
                world.save(&world::name(&["signed", campaign]), outcome.name());
                remove(world, id);
                return true;
            }
            Outcome::Refused => entry.set("refused", "1"),
            Outcome::Later => {
                let attempts = entry.number("attempts");
                entry.set_number("attempts", attempts + 1);
                // Another tab has it under way by now, and is left alone.
                if slot.lease == slot.next || slot.wait(world.now()) == 0 {
                    // The first failure may be this entry's own fault; later ones in a
                    // row are the destination's, and its hold says for how long.
                    let next = if first { world.now() + spread(world, pause(attempts)) } else { 0 };
                    entry.set("next", &stamp(next));
                    entry.set("paused", if first { "1" } else { "" });
                }
            }
        }
        let text = dense::write(&entry);
        world.replace(&stored, &text);
        let (_, slot) = self.index.read(world, id, &text);
        self.index.put(slot);
        true
    }

    /// Ends all pauses that nobody asked for: the network is back.
    pub fn hurry(&mut self, world: &dyn World) {
        self.look(world);
        for hold in &mut self.index.holds {
            hold.hurry(world);
        }
        for slot in &mut self.index.slots {
            if slot.attempts > 0 && slot.wait(world.now()) > 0 {
                let stored = entry::name(&slot.id);
                let mut entry = Record::read(&world.load(&stored).unwrap_or_default());
                // One that is under way has a lease and nothing to wait for.
                if !entry.get("paused").is_empty() {
                    entry.set("next", &stamp(0));
                    entry.set("paused", "");
                    world.replace(&stored, &dense::write(&entry));
                    slot.next = 0;
                }
            }
        }
    }

    /// Milliseconds until there is something to send; `None` when nothing waits.
    pub fn due_in(&mut self, world: &dyn World) -> Option<i64> {
        self.look(world);
        for hold in &mut self.index.holds {
            hold.refresh(world);
        }
        let now = world.now();
        self.index.slots.iter().filter_map(|slot| self.index.wait(slot, now)).min()
    }

    /// Forgets the entry with this UUID: withdrawn.
    pub fn remove(&mut self, world: &dyn World, id: &str) {
        remove(world, id);
        self.index.drop(id);
    }

    /// How many signatures of the campaign are in the outbox, as far as this page
    /// knows, refused ones included. Reads nothing but what a scan must.
    pub fn waiting(&mut self, world: &dyn World, campaign: &str) -> usize {
        self.look(world);
        self.index.waiting(campaign)
    }
}

#[cfg(test)]
mod tests;
