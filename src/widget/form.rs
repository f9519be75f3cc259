//! Signing.

use super::{Stage, Widget};
use crate::campaign::Consent;
use crate::destination::{LOCAL, Outcome};
use crate::i18n::Key;
use crate::record::Record;
use crate::signature::{FIELD, uuid};
use crate::text::concat;
use crate::world::{World, name};
use crate::{landing, outbox};

/// The control that holds the answer to the question for consent.
pub const CONSENT: &str = "consent";

impl Widget {
    /// The supporter left a field holding `value`. Someone who only tabs through an
    /// empty form has done nothing wrong yet.
    pub fn left(&mut self, field: &str, value: &str) {
        if !value.trim().is_empty() {
            self.check(field, value);
        }
    }

    /// The supporter changed a field to `value`. While typing, an error may go
    /// away but none appears.
    pub fn typed(&mut self, field: &str, value: &str, world: &dyn World) {
        self.values.set(field, value);
        world.save(&self.draft(), &self.values.write());
        if self.errors.iter().any(|(id, _)| *id == field) {
            self.check(field, value);
        }
    }

    /// Where what is typed waits for the signature, in case the page is reloaded.
    pub(super) fn draft(&self) -> String {
        name(&["draft", &self.campaign.id])
    }

    fn check(&mut self, id: &str, value: &str) {
        self.errors.retain(|(known, _)| *known != id);
        if id == CONSENT {
            if self.campaign.consent == Consent::Required && value.is_empty() {
                self.errors.push((CONSENT, Key::ConsentNeeded));
            }
            return;
        }
        for field in &self.campaign.fields {
            if field.kind.id == id {
                self.errors.extend(field.check(value).map(|key| (field.kind.id, key)));
            }
        }
    }

    /// The supporter pressed "Sign"; `values` holds every control's value by name.
    pub fn sign(&mut self, values: &Record, world: &dyn World) {
        let destination = self.campaign.destination.clone();
        if destination.is_empty() || self.stage != Stage::Open || self.closed(world.now()) {
            return;
        }
        let mut ids: Vec<&str> = self.campaign.fields.iter().map(|field| field.kind.id).collect();
        ids.push(CONSENT);
        for id in &ids {
            self.check(id, values.get(id));
        }
        self.wrong_fields = self.errors.len() as u64;
        if self.wrong_fields > 0 {
            let first = ids.iter().find(|id| self.errors.iter().any(|(wrong, _)| wrong == *id));
            return world.focus(&concat(&["f-", first.unwrap_or(&"")]));
        }

        if self.signature.is_empty() {
            self.signature = uuid(world);
        }
        let mut signature = Record::of(&[
            ("campaign", &self.campaign.id),
            ("id", &self.signature),
            ("destination", &destination),
            ("time", &world.timestamp()),
            ("locale", self.locale.id()),
            ("page", &self.campaign.url),
            ("source", self.arrival.get(landing::CHANNEL)),
            ("referral", self.arrival.get(landing::REFERRAL)),
        ]);
        for id in ids {
            let value = values.get(id).trim();
            if value.is_empty() {
                continue;
            }
            if id == CONSENT {
                signature.set(CONSENT, value);
                signature.set("consentText", self.locale.say(Key::ConsentQuestion));
            } else {
                signature.set(&concat(&[FIELD, ".", id]), value);
            }
        }
        self.values = values.clone();
        let source = signature.get("source").to_owned();
        self.count(world, "sign", &source, "");
        world.emit("sign", &self.signed());

        if destination == LOCAL {
            let kept = name(&["kept", &self.campaign.id, &self.signature]);
            if !world.save(&kept, &signature.write()) {
                world.forget(&kept);
                return self.give_back(Key::NotStored, world);
            }
            world.save(&name(&["signed", &self.campaign.id]), Outcome::Accepted.name());
            return self.thank(Outcome::Accepted, world);
        }
        self.stored = outbox::keep(world, &signature);
        self.stage = Stage::Sending;
        self.status = self.locale.say(Key::Sending);
        world.send();
    }

    fn signed(&self) -> Record {
        self.detail().with("id", &self.signature)
    }

    /// The destination answered for the signature with this UUID, or did not.
    pub fn settled(&mut self, id: &str, outcome: Outcome, world: &dyn World) {
        if id != self.signature || !matches!(self.stage, Stage::Sending | Stage::Queued) {
            return;
        }
        match outcome {
            Outcome::Accepted | Outcome::AlreadySigned => self.thank(outcome, world),
            Outcome::Refused => self.give_back(Key::Refused, world),
            Outcome::Later if self.stage == Stage::Queued => {}
            Outcome::Later if self.stored => {
                world.forget(&self.draft());
                self.stage = Stage::Queued;
                self.status = self.locale.say(Key::Queued);
                world.focus("thanks");
            }
            Outcome::Later => {
                outbox::remove(world, id);
                self.give_back(Key::NotStored, world);
            }
        }
    }

    /// Back to the form, as filled in, with the reason.
    fn give_back(&mut self, reason: Key, world: &dyn World) {
        self.stage = Stage::Open;
        if self.values.pairs().is_empty() {
            self.recall(world);
        }
        self.status = self.locale.say(reason);
        world.emit("error", &self.signed().with("code", "not-signed").with("message", self.status));
        if let Some(field) = self.campaign.fields.first() {
            world.focus(&concat(&["f-", field.kind.id]));
        }
    }

    fn thank(&mut self, outcome: Outcome, world: &dyn World) {
        let first = self.values.get("first-name");
        self.name = if first.is_empty() { self.values.get("name") } else { first }.trim().into();
        let source = self.arrival.get(landing::CHANNEL).to_owned();
        self.count(world, "sent", &source, "");
        world.emit("sent", &self.signed().with("outcome", outcome.name()));
        // What the supporter typed has served its purpose.
        world.forget(&self.draft());
        self.values = Record::default();
        self.signature.clear();
        self.stage = Stage::Thanked(outcome);
        self.recall(world);
        self.status = "";
        world.focus("thanks");
    }
}
