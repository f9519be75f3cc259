//! Signing.

use super::{Effect, Env, Stage, Widget};
use crate::campaign::Consent;
use crate::count::Kind;
use crate::destination::{Destination, Outcome};
use crate::i18n::Key;
use crate::outbox::{self, Entry};
use crate::signature::{Signature, uuid};
use crate::{landing, store};

/// The control that holds the answer to the question for consent.
pub const CONSENT: &str = "consent";

impl Widget {
    pub(super) fn left(&mut self, field: &str, value: &str) -> Vec<Effect> {
        // Someone who only tabs through an empty form has done nothing wrong yet.
        if !value.trim().is_empty() {
            self.check(field, value);
        }
        Vec::new()
    }

    pub(super) fn typed(&mut self, field: &str, value: &str) -> Vec<Effect> {
        // While typing, an error may go away but none appears.
        if self.errors.iter().any(|(id, _)| id == field) {
            self.check(field, value);
        }
        Vec::new()
    }

    fn check(&mut self, id: &str, value: &str) {
        let wrong = if id == CONSENT {
            (self.campaign.consent == Consent::Required && value.is_empty()).then_some(Key::ConsentNeeded)
        } else {
            self.campaign.fields.iter().find(|field| field.kind.id == id).and_then(|field| field.check(value))
        };
        self.errors.retain(|(known, _)| known != id);
        self.errors.extend(wrong.map(|key| (id.into(), key)));
    }

    pub(super) fn sign(&mut self, values: Vec<(String, String)>, env: &dyn Env) -> Vec<Effect> {
        let Some(destination) = self.campaign.destination.clone() else { return Vec::new() };
        if self.stage != Stage::Open || self.closed(env.now()) {
            return Vec::new();
        }
        let value =
            |id: &str| values.iter().find(|(name, _)| name == id).map_or("", |(_, value)| value.trim());
        let ids: Vec<&str> = self.campaign.fields.iter().map(|field| field.kind.id).collect();
        self.errors.clear();
        for id in ids.iter().copied().chain([CONSENT]) {
            self.check(id, value(id));
        }
        if let Some((first, _)) = self.errors.first() {
            let focus = Effect::Focus(["f-", first].concat());
            self.status = self.locale.count(Key::CorrectFields, self.errors.len() as u64);
            return vec![focus];
        }

        let filled = ids.iter().map(|id| ((*id).to_owned(), value(id).to_owned()));
        let consent = match value(CONSENT) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let arrival = self.arrival.clone().unwrap_or_default();
        let signature = Signature {
            id: match std::mem::take(&mut self.returned) {
                id if id.is_empty() => uuid([env.random(), env.random()]),
                id => id,
            },
            campaign: self.campaign.id.clone(),
            destination: destination.written(),
            at: env.now(),
            locale: self.locale.id.clone(),
            page: landing::clean(&self.campaign.url),
            channel: arrival.channel,
            referral: arrival.referral,
            consent,
            consent_text: consent.map_or(String::new(), |_| self.locale.say(Key::ConsentQuestion).into()),
            values: filled.filter(|(_, value)| !value.is_empty()).collect(),
        };
        self.values.clone_from(&signature.values);
        let id = signature.id.clone();
        self.count(env, Kind::Sign, &signature.channel, "");
        let signed = Effect::Emit("sign", self.detail().text("id", &id).end());

        let mut effects = vec![signed];
        if destination == Destination::Local {
            effects.extend(self.keep(signature, env));
        } else {
            let entry = Entry { signature, next: env.now(), ..Entry::default() };
            self.stored = entry.keep(env.store());
            self.stage = Stage::Sending(id);
            self.status = self.locale.say(Key::Sending).into();
            effects.push(Effect::Send);
        }
        effects
    }

    /// Keeps a signature on this device, which is where `local` ones go.
    fn keep(&mut self, signature: Signature, env: &dyn Env) -> Vec<Effect> {
        let store = env.store();
        let mut text = String::new();
        signature.write(&mut text);
        if !store.set(&store::name(&["kept", &signature.campaign, &signature.id]), &text) {
            return self.give_back(&signature.id, Key::NotStored);
        }
        store.set(&store::name(&["signed", &signature.campaign]), Outcome::Accepted.name());
        self.thank(&signature.id, Outcome::Accepted, env)
    }

    pub(super) fn settled(&mut self, id: &str, outcome: Outcome, env: &dyn Env) -> Vec<Effect> {
        let mine = match &self.stage {
            Stage::Sending(own) | Stage::Queued(own) => own == id,
            _ => false,
        };
        match outcome {
            _ if !mine => Vec::new(),
            Outcome::Accepted | Outcome::AlreadySigned => self.thank(id, outcome, env),
            Outcome::Refused => self.give_back(id, Key::Refused),
            Outcome::Later if matches!(self.stage, Stage::Queued(_)) => Vec::new(),
            Outcome::Later => {
                if self.stored {
                    self.stage = Stage::Queued(id.into());
                    self.status = self.locale.say(Key::Queued).into();
                    return vec![Effect::Focus("thanks".into())];
                }
                outbox::remove(env.store(), id);
                self.give_back(id, Key::NotStored)
            }
        }
    }

    /// Back to the form, as filled in, with the reason.
    fn give_back(&mut self, id: &str, reason: Key) -> Vec<Effect> {
        self.returned = id.into();
        self.stage = Stage::Open;
        self.status = self.locale.say(reason).into();
        let first = self.campaign.fields.first().map_or("", |field| field.kind.id);
        vec![
            Effect::Focus(["f-", first].concat()),
            Effect::Emit(
                "error",
                self.detail().text("code", "not-signed").text("message", &self.status).end(),
            ),
        ]
    }

    fn thank(&mut self, id: &str, outcome: Outcome, env: &dyn Env) -> Vec<Effect> {
        let value = |wanted: &str| {
            self.values
                .iter()
                .find(|(field, _)| field == wanted)
                .map_or(String::new(), |(_, value)| value.clone())
        };
        let name = match value("first-name") {
            first if first.is_empty() => value("name"),
            first => first,
        };
        let channel = self.arrival.clone().unwrap_or_default().channel;
        self.count(env, Kind::Sent, &channel, "");
        // What the supporter typed has served its purpose.
        self.values.clear();
        self.recall(env.store());
        self.stage = Stage::Thanked(outcome, name);
        self.status.clear();
        vec![
            Effect::Focus("thanks".into()),
            Effect::Emit("sent", self.detail().text("id", id).text("outcome", outcome.name()).end()),
        ]
    }
}
