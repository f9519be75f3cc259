//! A tablet at a stall: one person after the other signs on the same device, for
//! hours, with or without a network.

use super::{Signing, Stage};
use crate::destination::LOCAL;
use crate::outbox::{self, Outbox};
use crate::record::Record;
use crate::world::{World, name};

/// How long the thanks stay before the form is there for the next person.
const THANKS: i64 = 12_000;
/// How long nobody may touch a form that is begun before it is emptied: the next
/// person must not read what the last one typed.
const IDLE: i64 = 90_000;

impl Signing {
    /// An empty form for the next person.
    pub fn next(&mut self, world: &dyn World) {
        self.clear(world);
        self.signature.clear();
        self.number = 0;
        self.shown = world.now();
        self.stage = Stage::Open;
        self.prefill();
    }

    /// Time went by: true where that changed something.
    pub fn tick(&mut self, world: &dyn World) -> bool {
        if !self.campaign.stall {
            return false;
        }
        let still = world.now() - self.touched;
        let over = match self.stage {
            Stage::Thanked(_) | Stage::Mailed => still > THANKS,
            Stage::Open => still > IDLE && !self.filled.values.write().is_empty(),
            _ => false,
        };
        if over {
            self.next(world);
        }
        over
    }

    /// Counts what earlier visits left on this device.
    pub(super) fn find_held(&mut self, world: &dyn World) {
        if self.campaign.stall {
            self.held = (self.count_kept(world), outbox::waiting(world, &self.campaign.id));
        }
    }

    /// Counts what is on this device, now that something has changed. Looking through a
    /// store with thousands takes its time: only what stays there for good needs it.
    pub(super) fn count_held(&mut self, world: &dyn World, outbox: &mut Outbox) {
        if self.campaign.stall {
            if self.campaign.destination == LOCAL {
                self.held.0 = self.count_kept(world);
            }
            self.held.1 = outbox.waiting(world, &self.campaign.id);
        }
    }

    fn count_kept(&self, world: &dyn World) -> usize {
        world.names(&name(&["kept", &self.campaign.id, ""])).len()
    }

    /// All signatures of the campaign on this device, as rows of a table: those that
    /// stay, and those that wait.
    pub fn rows(&self, world: &dyn World) -> Vec<Record> {
        let prefix = name(&["kept", &self.campaign.id, ""]);
        let mut rows = Vec::new();
        for kept in world.names(&prefix) {
            let id = kept.strip_prefix(&prefix).unwrap_or("");
            let text = world.load(&kept).unwrap_or_default();
            rows.push(row(&Record::read(&text).with("id", id), "kept"));
        }
        for entry in outbox::all(world) {
            if entry.get("campaign") == self.campaign.id {
                let state = if entry.get("refused").is_empty() { "waiting" } else { "refused" };
                rows.push(row(&entry, state));
            }
        }
        rows
    }
}

/// What a person who reads the table cares for.
fn row(signature: &Record, state: &str) -> Record {
    let mut row = Record::of(&[("state", state)]);
    for column in ["id", "time"] {
        row.set(column, signature.get(column));
    }
    for (_, field, value) in signature.below(crate::signature::FIELD) {
        row.set(field, value);
    }
    for column in ["consent", "consentText", "consentVersion", "locale", "source", "referral"] {
        row.set(column, signature.get(column));
    }
    row
}
