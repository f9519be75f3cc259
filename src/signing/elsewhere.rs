//! What another tab made of this tab's signature: any tab may empty the outbox, and only
//! the one that sends is answered.

use super::{Signing, Stage};
use crate::destination::Outcome;
use crate::i18n::Sign;
use crate::outbox::{self, Outbox};
use crate::world::{World, name};

impl Signing {
    /// Takes up what became of a signature that this page still takes for waiting. What
    /// it counts for was counted, and told, where it was sent.
    pub fn catch_up(&mut self, world: &dyn World, outbox: &mut Outbox) {
        let waits = match self.stage {
            Stage::Sending => self.stored,
            Stage::Waiting => true,
            _ => false,
        };
        if !waits || self.campaign.stall {
            return;
        }
        let entry = outbox::get(world, &self.signature);
        if entry.as_ref().is_some_and(|entry| entry.get("refused").is_empty()) {
            return;
        }
        if entry.is_some() {
            let id = self.signature.clone();
            self.recall_refused(&id, world);
            return self.give_back(Sign::Refused, world);
        }
        let marker = world.load(&name(&["signed", &self.campaign.id])).unwrap_or_default();
        let done = [Outcome::Accepted, Outcome::AlreadySigned, Outcome::Unconfirmed];
        if let Some(outcome) = done.into_iter().find(|outcome| outcome.name() == marker) {
            self.show_thanks(outcome, world, outbox);
        } else if marker.is_empty() {
            // It was taken back there.
            self.clear(world);
            self.count_held(world, outbox);
            self.signature.clear();
            self.stage = Stage::Open;
        }
    }
}
