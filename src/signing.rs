//! Signing: what the supporter does in the form, what the destination answers, and
//! what stands in the form's place afterwards.
//!
//! None of this is there when a page is first seen. It is loaded when the form is
//! used, or when something waits to be sent.

pub mod check;
mod elsewhere;
pub mod live;
mod make;
pub mod problems;
mod stall;

use crate::campaign::{Campaign, Consent};
use crate::destination::{self, LOCAL, Outcome, Verdict};
use crate::field::{Field, postcode};
use crate::html::form::{CONSENT, Filled, TRAP};
use crate::i18n::{Key, Locale, Sign};
use crate::outbox::{self, Outbox};
use crate::record::Record;
use crate::signature::{FIELD, uuid};
use crate::text::concat;
use crate::widget::WAITING;
use crate::world::{World, name};

/// Nobody reads and fills in a form in less, in milliseconds. What is signed sooner
/// is sent later: people do not notice, and most programs that fill in forms are
/// gone by then.
const SHORTEST: i64 = 2_000;

/// Where the supporter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Stage {
    /// The form is open.
    Open,
    /// The signature is on its way for the first time.
    Sending,
    /// The signature waits for the network.
    Waiting,
    /// The supporter's own mail program shows the signature.
    Mailed,
    /// Signed just now.
    Thanked(Outcome),
    /// Signed on an earlier visit.
    Before,
}

/// The signing of one card.
pub struct Signing {
    /// What it is about.
    pub campaign: Campaign,
    /// The card's words.
    pub locale: Locale,
    /// The words of signing.
    pub words: Locale,
    /// Where the supporter stands.
    pub stage: Stage,
    /// What stands in the form.
    pub filled: Filled,
    /// What the live region says.
    pub status: String,
    /// Who is thanked; empty where the name is not known.
    pub name: String,
    /// Which number the signature has, where the destination said so; else 0.
    pub number: u64,
    /// How many have signed through this supporter's link, as far as is known.
    pub brought: u64,
    /// The address that makes the supporter's mail program show the signature.
    pub mail: String,
    /// At a stall: how many signatures stay on this device, and how many wait.
    pub held: (usize, usize),
    /// When the form was first shown, in milliseconds since 1970.
    shown: i64,
    /// When somebody last did something, likewise.
    touched: i64,
    /// The UUID of the signature under way, or of one that came back for a change.
    signature: String,
    /// Whether the signature under way is also stored, and survives the page.
    stored: bool,
    /// Whether it was asked to press the button once more.
    doubted: bool,
}

impl Signing {
    /// The signing of a card with `campaign`, whose form was first shown at `shown`.
    pub fn new(campaign: Campaign, locale: Locale, words: Locale, shown: i64, world: &dyn World) -> Self {
        let mut signing = Signing {
            campaign,
            locale,
            words,
            stage: Stage::Open,
            filled: Filled::default(),
            status: String::new(),
            name: String::new(),
            number: 0,
            brought: 0,
            mail: String::new(),
            held: (0, 0),
            shown,
            touched: shown,
            signature: String::new(),
            stored: false,
            doubted: false,
        };
        signing.recall(world);
        signing
    }

    /// Other settings: what the supporter did stays.
    pub fn configure(&mut self, campaign: Campaign, locale: Locale, words: Locale, world: &dyn World) {
        let same = self.campaign.id == campaign.id;
        self.campaign = campaign;
        self.locale = locale;
        self.words = words;
        if !same {
            *self = Signing::new(std::mem::take(&mut self.campaign), locale, words, self.shown, world);
        }
    }

    /// Takes up what this device knows of the campaign.
    fn recall(&mut self, world: &dyn World) {
        self.filled.values = Record::read(&world.load(&self.draft()).unwrap_or_default());
        self.prefill();
        self.find_held(world);
        if self.campaign.stall {
            return;
        }
        let marker = name(&["signed", &self.campaign.id]);
        let signed = world.load(&marker);
        for entry in outbox::all(world) {
            if entry.get("campaign") != self.campaign.id {
                continue;
            }
            self.signature = entry.get("id").into();
            if entry.get("refused").is_empty() {
                self.stage = Stage::Waiting;
                return;
            }
            for (_, id, value) in entry.below(FIELD) {
                self.filled.values.set(id, value);
            }
            self.status = self.words.say(Sign::Refused).into();
        }
        match signed.as_deref() {
            // Whoever sent it in the meantime left no word: it was withdrawn.
            Some(WAITING) => world.forget(&marker),
            Some(outcome) => {
                self.signature = outcome.split(' ').nth(1).unwrap_or("").into();
                self.stage = Stage::Before;
            }
            None => {}
        }
    }

    /// Where what is typed waits for the signature, in case the page is reloaded.
    fn draft(&self) -> String {
        name(&["draft", &self.campaign.id])
    }

    /// Puts in what the page's address says (`ss_email=…`), where the page wants that,
    /// and the country that the page says is usual.
    fn prefill(&mut self) {
        let address = self.campaign.text("page.url").split('#').next().unwrap_or("").to_owned();
        let query = Record::read(address.split_once('?').map_or("", |(_, query)| query));
        let asked = !self.campaign.text("prefill").is_empty();
        for field in &self.campaign.fields {
            let mut value = if asked { query.get(&concat(&[PREFILL, &field.id])) } else { "" };
            if value.is_empty() && field.id == "country" {
                value = self.campaign.text("country");
            }
            if self.filled.values.get(&field.id).is_empty() && !value.is_empty() && !field.private {
                self.filled.values.set(&field.id, value);
            }
        }
        self.choose_keyboard();
    }

    /// Digits where the country's postcodes have nothing else.
    fn choose_keyboard(&mut self) {
        self.filled.digits = postcode::numeric(check::country(&self.filled.values, &self.campaign));
    }

    fn field(&self, id: &str) -> Option<&Field> {
        self.campaign.fields.iter().find(|field| field.id == id)
    }

    /// The supporter left a field holding `value`. Someone who only tabs through an
    /// empty form has done nothing wrong yet.
    pub fn left(&mut self, id: &str, value: &str, world: &dyn World) {
        self.filled.values.set(id, value);
        if !value.trim().is_empty() {
            self.check(id, world);
        }
        let better = if id == "email" { crate::field::email::suggestion(value.trim()) } else { None };
        let better = better.unwrap_or_default();
        let words =
            if better.is_empty() { String::new() } else { self.words.fill(Sign::DidYouMean, &better) };
        self.filled.meant.set(id, &words);
        self.filled.better.set(id, &better);
    }

    /// The supporter changed a field to `value`. While typing, an error may go away
    /// but none appears.
    pub fn typed(&mut self, id: &str, value: &str, world: &dyn World) {
        self.touched = world.now();
        self.filled.values.set(id, value);
        self.filled.meant.set(id, "");
        if !self.filled.errors.get(id).is_empty() {
            self.check(id, world);
        }
        if id == "country" {
            self.choose_keyboard();
        }
        let Some(field) = self.field(id) else { return };
        let room = field.kind.longest.saturating_sub(value.trim().chars().count());
        let near = field.kind.longest > 100 && room <= field.kind.longest / 5;
        let hint = if near { self.words.count(Sign::CharactersLeft, room as u64, "") } else { String::new() };
        self.filled.hints.set(id, &hint);
    }

    fn check(&mut self, id: &str, world: &dyn World) {
        let wrong = if id == CONSENT {
            let open =
                self.campaign.consent == Consent::Required && self.filled.values.get(CONSENT).is_empty();
            open.then(|| self.words.say(Sign::ConsentNeeded).into())
        } else {
            let field = self.field(id);
            field.and_then(|field| {
                check::wrong(field, &self.filled.values, &self.campaign, self.words, world.now())
            })
        };
        self.filled.errors.set(id, &wrong.unwrap_or_default());
    }

    /// The supporter takes up what was suggested for a field.
    pub fn take_better(&mut self, id: &str, world: &dyn World) {
        let better = self.filled.better.get(id).to_owned();
        self.typed(id, &better, world);
        self.check(id, world);
        world.focus(&concat(&["f-", id]));
    }

    /// The supporter pressed "Sign"; `values` holds every control's value by name.
    pub fn sign(&mut self, values: &Record, world: &dyn World, outbox: &mut Outbox) {
        let over = self.campaign.deadline.is_some_and(|deadline| deadline < world.now());
        if self.stage != Stage::Open || over {
            return;
        }
        self.touched = world.now();
        self.filled.values = values.clone();
        let mut ids: Vec<String> = self.campaign.fields.iter().map(|field| field.id.clone()).collect();
        ids.push(CONSENT.into());
        for id in &ids {
            self.check(id, world);
        }
        let wrong: Vec<&String> = ids.iter().filter(|id| !self.filled.errors.get(id).is_empty()).collect();
        if let Some(first) = wrong.first() {
            self.status = self.words.count(Sign::CorrectFields, wrong.len() as u64, "");
            return world.focus(&concat(&["f-", first]));
        }
        if !values.get(TRAP).is_empty() && !self.doubted {
            self.doubted = true;
            self.status = self.words.say(Sign::OnceMore).into();
            return;
        }
        if self.signature.is_empty() {
            self.signature = uuid(world);
        }
        let mut signature = self.make(world);
        world.emit("sign", &self.signed());
        let marker = name(&["signed", &self.campaign.id]);

        if self.campaign.destination == LOCAL {
            if !self.keep_here(&signature, world) {
                return self.give_back(Sign::NotStored, world);
            }
            // With its UUID, so that a later visit can take it back.
            world.save(&marker, &concat(&[Outcome::Accepted.name(), " ", &self.signature]));
            return self.thank(Outcome::Accepted, world, outbox);
        }
        if let Some(address) = destination::mailto(&signature) {
            self.mail = address;
            self.stage = Stage::Mailed;
            self.status.clear();
            return world.focus("thanks");
        }
        let early = self.shown + SHORTEST;
        if early > world.now() {
            signature.set_number("next", u64::try_from(early).unwrap_or(0));
        }
        self.stored = outbox.keep(world, &signature);
        if self.campaign.stall && self.stored {
            // The next person is waiting; what becomes of it is told below the form.
            self.thank(Outcome::Later, world, outbox);
        } else {
            if self.stored {
                world.save(&marker, WAITING);
            }
            self.stage = Stage::Sending;
            self.filled.sending = true;
            self.status = self.locale.say(Key::Sending).into();
        }
    }

    fn signed(&self) -> Record {
        Record::of(&[("campaign", &self.campaign.id), ("id", &self.signature)])
    }

    /// The destination answered for this signature, or did not.
    pub fn settled(&mut self, signature: &Record, verdict: &Verdict, world: &dyn World, outbox: &mut Outbox) {
        let id = signature.get("id");
        if self.campaign.stall {
            self.count_held(world, outbox);
            if signature.get("campaign") == self.campaign.id && verdict.outcome.is_done() {
                let sent = Record::of(&[("campaign", &self.campaign.id), ("id", id)]);
                world.emit("sent", &sent.with("outcome", verdict.outcome.name()));
                if id == self.signature && self.stage == Stage::Thanked(Outcome::Later) {
                    self.stage = Stage::Thanked(verdict.outcome);
                }
            }
            if self.stage != Stage::Sending {
                return;
            }
        }
        if id != self.signature || !matches!(self.stage, Stage::Sending | Stage::Waiting) {
            return;
        }
        match verdict.outcome {
            Outcome::Accepted | Outcome::AlreadySigned | Outcome::Unconfirmed => {
                self.number = verdict.number;
                self.thank(verdict.outcome, world, outbox);
            }
            Outcome::Refused => {
                world.forget(&name(&["signed", &self.campaign.id]));
                self.recall_refused(id, world);
                for (field, words) in &verdict.fields {
                    if self.field(field).is_some() {
                        self.filled.errors.set(field, words);
                    }
                }
                self.give_back(Sign::Refused, world);
                if !verdict.words.is_empty() {
                    self.status = self.words.fill(Sign::RefusedBecause, &verdict.words);
                }
            }
            Outcome::Later if self.stage == Stage::Waiting => {}
            Outcome::Later if self.stored => {
                world.forget(&self.draft());
                self.stage = Stage::Waiting;
                self.status = self.locale.say(Key::Queued).into();
                world.focus("thanks");
            }
            Outcome::Later => {
                outbox.remove(world, id);
                self.give_back(Sign::NotStored, world);
            }
        }
    }

    /// A signature of an earlier visit came back: what was filled in stands in the
    /// outbox only.
    fn recall_refused(&mut self, id: &str, world: &dyn World) {
        let entry = outbox::get(world, id).unwrap_or_default();
        for (_, field, value) in entry.below(FIELD) {
            self.filled.values.set(field, value);
        }
    }

    /// Back to the form, as filled in, with the reason.
    fn give_back(&mut self, reason: Sign, world: &dyn World) {
        self.stage = Stage::Open;
        self.filled.sending = false;
        self.status = self.words.say(reason).into();
        world.emit("error", &self.signed().with("code", "not-signed").with("message", &self.status));
        let wrong = self.campaign.fields.iter().find(|field| !self.filled.errors.get(&field.id).is_empty());
        if let Some(field) = wrong.or(self.campaign.fields.first()) {
            world.focus(&concat(&["f-", &field.id]));
        }
    }

    fn thank(&mut self, outcome: Outcome, world: &dyn World, outbox: &mut Outbox) {
        if outcome == Outcome::Accepted {
            live::one_more(&self.campaign, world);
        }
        if !self.campaign.stall || self.campaign.destination == LOCAL {
            world.emit("sent", &self.signed().with("outcome", outcome.name()));
        }
        self.show_thanks(outcome, world, outbox);
    }

    fn show_thanks(&mut self, outcome: Outcome, world: &dyn World, outbox: &mut Outbox) {
        let values = &self.filled.values;
        let first = values.get("first-name");
        self.name = if first.is_empty() { values.get("name") } else { first }.trim().into();
        self.clear(world);
        self.count_held(world, outbox);
        self.stage = Stage::Thanked(outcome);
        world.focus("thanks");
    }

    /// What the supporter typed has served its purpose.
    fn clear(&mut self, world: &dyn World) {
        world.forget(&self.draft());
        self.filled = Filled::default();
        self.status.clear();
        self.doubted = false;
        self.touched = world.now();
    }

    /// The supporter takes the signature back, as far as it is on this device.
    pub fn withdraw(&mut self, world: &dyn World, outbox: &mut Outbox) {
        let words = if self.campaign.destination == LOCAL {
            world.forget(&self.kept());
            Sign::WithdrawnHere
        } else {
            let entry = outbox::get(world, &self.signature).unwrap_or_default();
            outbox.remove(world, &self.signature);
            if entry.number("attempts") > 0 || self.stage == Stage::Sending {
                Sign::WithdrawnLate
            } else {
                Sign::Withdrawn
            }
        };
        world.forget(&name(&["signed", &self.campaign.id]));
        self.clear(world);
        self.count_held(world, outbox);
        self.signature.clear();
        self.stage = Stage::Open;
        self.status = self.words.say(words).into();
        world.emit("withdraw", &Record::of(&[("campaign", &self.campaign.id)]));
        if let Some(field) = self.campaign.fields.first() {
            world.focus(&concat(&["f-", &field.id]));
        }
    }
}

/// Before the ids of fields in the address of a page that fills them in.
pub const PREFILL: &str = "ss_";

#[cfg(test)]
mod tests;
