//! What the page knows of the entries, so that it need not read all of them each
//! time: which there are, where they go, and when.

use crate::outbox::context::Contexts;
use crate::outbox::entry::{self, moment};
use crate::outbox::hold::Hold;
use crate::outbox::{LONGEST_PAUSE, left};
use crate::record::Record;
use crate::world::World;

/// What is known of one entry. It may be old: another tab may have settled it.
#[derive(Default)]
pub struct Slot {
    /// Its UUID.
    pub id: String,
    /// The number of its destination among [`Index::holds`].
    pub hold: usize,
    campaign: usize,
    /// Not before this moment, says the store.
    pub next: i64,
    /// This page has it under way until this moment, also where the store did not
    /// take the lease.
    pub lease: i64,
    /// How often it was tried in vain.
    pub attempts: u64,
    /// Whether it can be sent at all.
    ready: bool,
}

impl Slot {
    /// Milliseconds until it may be sent, as far as it alone is concerned.
    pub fn wait(&self, now: i64) -> i64 {
        left(self.next, now, LONGEST_PAUSE).max(left(self.lease, now, LONGEST_PAUSE))
    }
}

/// See the module's description.
#[derive(Default)]
pub struct Index {
    /// The entries.
    pub slots: Vec<Slot>,
    /// The destinations.
    pub holds: Vec<Hold>,
    campaigns: Vec<String>,
    contexts: Contexts,
}

impl Index {
    /// The entry that is stored as `text`: whole, and what to remember of it.
    pub fn read(&mut self, world: &dyn World, id: &str, text: &str) -> (Record, Slot) {
        let entry = entry::whole(world, &mut self.contexts, id, text);
        let slot = self.slot(world, &entry);
        (entry, slot)
    }

    /// What to remember of `entry`.
    pub fn slot(&mut self, world: &dyn World, entry: &Record) -> Slot {
        let destination = entry.get("destination");
        let hold = self.holds.iter().position(|hold| hold.destination == destination).unwrap_or_else(|| {
            let mut hold = Hold::new(destination);
            hold.refresh(world);
            self.holds.push(hold);
            self.holds.len() - 1
        });
        let campaign = entry.get("campaign");
        let campaign = self.campaigns.iter().position(|known| known == campaign).unwrap_or_else(|| {
            self.campaigns.push(campaign.into());
            self.campaigns.len() - 1
        });
        Slot {
            id: entry.get("id").into(),
            hold,
            campaign,
            next: moment(entry, "next"),
            lease: 0,
            attempts: entry.number("attempts"),
            // What has no destination is not ours, or lacks its context.
            ready: entry.get("refused").is_empty() && !destination.is_empty(),
        }
    }

    /// Compares with the store: entries that are gone are dropped, and only those
    /// are read that are new or could not be sent by what was known.
    pub fn scan(&mut self, world: &dyn World) {
        let now = world.now();
        let mut known = std::mem::take(&mut self.slots);
        let mut at = 0;
        for id in entry::ids(world) {
            // Stores mostly keep their order, so the next one is mostly the next one.
            let (before, after) = known.split_at_mut_checked(at).unwrap_or_default();
            let here = after.iter().position(|slot| slot.id == id).map(|found| found + at);
            let found = here.or_else(|| before.iter().position(|slot| slot.id == id));
            let mut old = Slot::default();
            if let Some(slot) = found.and_then(|found| known.get_mut(found)) {
                old = std::mem::take(slot);
                at = found.map_or(0, |found| found + 1);
            }
            if old.ready && old.wait(now) == 0 {
                self.slots.push(old);
            } else if let Some(text) = world.load(&entry::name(&id)) {
                let (_, mut slot) = self.read(world, &id, &text);
                slot.lease = old.lease;
                self.slots.push(slot);
            }
        }
    }

    /// Where the entry with this UUID stands.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.id == id)
    }

    /// Forgets the entry with this UUID.
    pub fn drop(&mut self, id: &str) -> Option<Slot> {
        self.position(id).map(|at| self.slots.swap_remove(at))
    }

    /// Puts `slot` in the place of what was known of the same entry.
    pub fn put(&mut self, slot: Slot) {
        match self.slots.iter_mut().find(|known| known.id == slot.id) {
            Some(known) => *known = slot,
            None => self.slots.push(slot),
        }
    }

    /// Milliseconds until this entry may be sent; `None` where it cannot be.
    pub fn wait(&self, slot: &Slot, now: i64) -> Option<i64> {
        slot.ready.then(|| slot.wait(now).max(self.holds.get(slot.hold).map_or(0, |hold| hold.wait(now))))
    }

    /// The entry to send now: `first` if it can be sent, else one that failed least
    /// often, of these the one that waits longest.
    pub fn pick(&self, first: &str, now: i64) -> Option<&Slot> {
        let mut found: Option<&Slot> = None;
        for slot in &self.slots {
            if self.wait(slot, now) == Some(0) {
                if slot.id == first {
                    return Some(slot);
                }
                if found.is_none_or(|other| (slot.attempts, slot.next) < (other.attempts, other.next)) {
                    found = Some(slot);
                }
            }
        }
        found
    }

    /// How many entries of the campaign are known.
    pub fn waiting(&self, campaign: &str) -> usize {
        let campaign = self.campaigns.iter().position(|known| known == campaign);
        self.slots.iter().filter(|slot| Some(slot.campaign) == campaign).count()
    }

    /// The campaign of `slot`.
    pub fn campaign(&self, slot: &Slot) -> &str {
        self.campaigns.get(slot.campaign).map_or("", String::as_str)
    }
}
