//! A destination that cannot be reached, or asks for time, holds back all its
//! signatures: thousands that are tried one after the other would keep down a
//! server that is about to come back.
//!
//! A hold is a record in the store, so that other tabs and later visits respect it:
//! `failures` in a row · `until`, the end of our own pause, and `asked`, of the one
//! that the server asked for, both in milliseconds since 1970 · `probe`, while the
//! first signature after a pause is under way. It goes away with the first reply
//! of another kind. Two destinations with the same hash would share one, which does
//! no harm.

use crate::outbox::context::hash;
use crate::outbox::entry::{moment, stamp};
use crate::outbox::{LEASE, LONGEST_PAUSE, LONGEST_WISH, dense, left, pause, spread};
use crate::record::Record;
use crate::world::{self, World};

/// See the module's description.
pub struct Hold {
    /// Whose it is.
    pub destination: String,
    name: String,
    record: Record,
}

impl Hold {
    /// The hold of `destination`, still to be read.
    pub fn new(destination: &str) -> Self {
        Hold {
            destination: destination.into(),
            name: world::name(&["hold", &hash(destination)]),
            record: Record::default(),
        }
    }

    /// Reads what other tabs and earlier visits know.
    pub fn refresh(&mut self, world: &dyn World) {
        self.record = Record::read(&world.load(&self.name).unwrap_or_default());
    }

    fn store(&self, world: &dyn World) {
        world.save(&self.name, &dense::write(&self.record));
    }

    fn asked(&self, now: i64) -> i64 {
        left(moment(&self.record, "asked"), now, LONGEST_WISH)
    }

    fn own(&self, now: i64) -> i64 {
        left(moment(&self.record, "until"), now, LONGEST_PAUSE)
    }

    /// Milliseconds until something may be sent there.
    pub fn wait(&self, now: i64) -> i64 {
        self.asked(now).max(self.own(now))
    }

    /// One signature is sent there. If the last ones failed it goes alone: the
    /// others wait for what becomes of it.
    pub fn sent(&mut self, world: &dyn World) {
        if self.record.number("failures") > 0 {
            self.record.set("until", &stamp(world.now() + LEASE));
            self.record.set("probe", "1");
            self.store(world);
        }
    }

    /// It could not take one, and asked for `retry_after` seconds, or for nothing.
    /// True where it was well before.
    pub fn failed(&mut self, world: &dyn World, retry_after: u32) -> bool {
        self.refresh(world);
        let now = world.now();
        let failures = self.record.number("failures");
        self.record.set("until", &stamp(now + spread(world, pause(failures))));
        self.record.set_number("failures", failures + 1);
        self.record.set("probe", "");
        let wish = (i64::from(retry_after) * 1000).min(LONGEST_WISH);
        if wish > self.asked(now) {
            self.record.set("asked", &stamp(now + spread(world, wish)));
        }
        self.store(world);
        failures == 0
    }

    /// It gave a reply that will do.
    pub fn answered(&mut self, world: &dyn World) {
        self.refresh(world);
        // A late reply does not undo what it asked for since.
        if !self.record.pairs().is_empty() && self.asked(world.now()) == 0 {
            self.record = Record::default();
            world.forget(&self.name);
        }
    }

    /// Ends a pause that nobody asked for.
    pub fn hurry(&mut self, world: &dyn World) {
        self.refresh(world);
        if self.own(world.now()) > 0 && self.record.get("probe").is_empty() {
            self.record.set("until", "");
            self.store(world);
        }
    }
}
