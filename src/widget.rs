//! One card's whole behaviour, without a browser: what it knows, what the
//! supporter or the network does to it, and what is to be done about that.

mod form;
mod share;

pub use form::CONSENT;

use std::rc::Rc;

use crate::campaign::{Campaign, Tracking};
use crate::channel::{Catalogue, Channel};
use crate::count::{Counter, Kind};
use crate::destination::{Destination, Outcome};
use crate::i18n::{Key, Locale};
use crate::json::Object;
use crate::landing::Marks;
use crate::problem::Problem;
use crate::store::{self, Store};
use crate::{count, outbox};

/// What the card needs of the world.
pub trait Env {
    /// The time, in milliseconds since 1970.
    fn now(&self) -> i64;
    /// 64 random bits.
    fn random(&self) -> u64;
    /// What is kept on this device.
    fn store(&self) -> &dyn Store;
}

/// Something happens to the card.
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Action {
    /// Half of it was visible for a second.
    Seen,
    /// A channel was clicked (or its button, where it is done by the device).
    Shared(String),
    /// The link of `copy` is on the clipboard, or could not be put there.
    Copied(bool),
    /// The supporter left a field holding this value.
    Left(String, String),
    /// The supporter changed a field to this value.
    Typed(String, String),
    /// The supporter pressed "Sign": every control's value by name.
    Sign(Vec<(String, String)>),
    /// The destination answered for the signature with this UUID, or did not.
    Settled(String, Outcome),
}

/// Something is to be done about it. The card is also to be drawn again.
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
#[derive(PartialEq, Eq)]
pub enum Effect {
    /// Tell the page: the event's name without prefix, and its detail as JSON.
    Emit(&'static str, String),
    /// Move the keyboard focus to the element with this id.
    Focus(String),
    /// The outbox has something to send.
    Send,
}

/// Where the supporter stands.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Stage {
    /// The form is open.
    Open,
    /// The signature with this UUID is on its way for the first time.
    Sending(String),
    /// The signature with this UUID waits for the network.
    Queued(String),
    /// Signed just now, by somebody of this name (may be empty).
    Thanked(Outcome, String),
    /// Signed on an earlier visit.
    SignedBefore,
}

/// One card.
pub struct Widget {
    /// What it is about.
    pub campaign: Campaign,
    /// What it says.
    pub locale: Rc<Locale>,
    /// The channels that can be had.
    pub catalogue: Rc<Catalogue>,
    /// Where the supporter stands.
    pub stage: Stage,
    /// What is wrong with which field, by field id.
    pub errors: Vec<(String, Key)>,
    /// What the live region says.
    pub status: String,
    /// A link to be copied by hand; empty unless copying failed.
    pub copy_by_hand: String,
    /// What the form starts with, by field id.
    pub values: Vec<(String, String)>,
    /// Signatures known, those of this device included.
    pub signatures: u64,
    /// Whether the device has a share sheet of its own.
    pub can_share: bool,
    /// The landing link that this visit came through.
    arrival: Option<Marks>,
    /// This supporter's token in the links passed on from here.
    token: String,
    counter: Counter,
    counts_memory_only: bool,
    /// The UUID of a signature that came back for a change.
    returned: String,
    /// Whether the signature under way is also stored, and survives the page.
    stored: bool,
}

/// The channels of a card that names none: what most people have, and the
/// device's own share sheet where it has one.
const DEFAULT_CHANNELS: [&str; 8] =
    ["device", "facebook", "whatsapp", "x", "bluesky", "telegram", "email", "copy"];

impl Widget {
    /// A card for `campaign`. `shard` names this page load in the counts (see
    /// [`Counter::new`]); `page` is the address in the address bar.
    pub fn new(
        campaign: Campaign,
        locale: Rc<Locale>,
        catalogue: Rc<Catalogue>,
        shard: &str,
        page: &str,
        env: &dyn Env,
    ) -> Self {
        let arrival = Marks::read(page).filter(|marks| marks.campaign == campaign.id);
        let counter = Counter::new(&campaign.id, shard);
        let mut widget = Widget {
            campaign,
            locale,
            catalogue,
            stage: Stage::Open,
            errors: Vec::new(),
            status: String::new(),
            copy_by_hand: String::new(),
            values: Vec::new(),
            signatures: 0,
            can_share: false,
            arrival,
            token: String::new(),
            counter,
            counts_memory_only: false,
            returned: String::new(),
            stored: false,
        };
        if widget.campaign.tracking == Tracking::Full {
            widget.token = token(env);
        }
        widget.recall(env.store());
        widget
    }

    /// Takes up what this device knows of the campaign.
    fn recall(&mut self, store: &dyn Store) {
        let campaign = &self.campaign.id;
        for entry in outbox::all(store).into_iter().filter(|entry| entry.signature.campaign == *campaign) {
            if entry.refused {
                self.values = entry.signature.values;
                self.returned = entry.signature.id;
                self.status = self.locale.say(Key::Refused).into();
            } else {
                self.stage = Stage::Queued(entry.signature.id);
            }
        }
        let signed = store.get(&store::name(&["signed", campaign])).is_some();
        if signed && self.stage == Stage::Open {
            self.stage = Stage::SignedBefore;
        }
        self.signatures = self.campaign.signatures
            + match self.campaign.destination {
                Some(Destination::Local) => store.names(&store::name(&["kept", campaign, ""])).len() as u64,
                _ => u64::from(signed),
            };
    }

    /// The settings of `other` with the supporter's doings here: an attribute changed.
    pub fn reconfigure(&mut self, campaign: Campaign, env: &dyn Env) {
        let same = self.campaign.id == campaign.id;
        self.campaign = campaign;
        if !same {
            self.stage = Stage::Open;
        }
        if matches!(self.stage, Stage::Open | Stage::SignedBefore | Stage::Queued(_)) {
            self.recall(env.store());
        }
    }

    /// What is wrong with the channels that the campaign asks for.
    pub fn unknown_channels(&self) -> Vec<Problem> {
        let unknown = self.campaign.channels.iter().filter(|id| self.catalogue.get(id).is_none());
        unknown
            .map(|id| Problem::new("channel", "channels", id, "ids of the channel list in the README"))
            .collect()
    }

    /// The channels on the card, in order.
    pub fn channels(&self) -> Vec<&Channel> {
        if self.campaign.url.is_empty() {
            return Vec::new();
        }
        let asked: Vec<&str> = if self.campaign.channels.is_empty() {
            DEFAULT_CHANNELS.to_vec()
        } else {
            self.campaign.channels.iter().map(String::as_str).collect()
        };
        let mut channels: Vec<&Channel> = Vec::new();
        for channel in asked.into_iter().filter_map(|id| self.catalogue.get(id)) {
            let there = channel.id != "device" || self.can_share;
            if there && !channels.iter().any(|known| known.id == channel.id) {
                channels.push(channel);
            }
        }
        channels
    }

    /// Whether the deadline is over.
    pub fn closed(&self, now: i64) -> bool {
        self.campaign.deadline.is_some_and(|deadline| deadline < now)
    }

    /// The first thing to do once the card is on the page: say so, and count the
    /// arrival if this page load is one that was not counted yet (`landed`).
    pub fn start(&mut self, landed: bool, env: &dyn Env) -> Vec<Effect> {
        let mut effects = vec![Effect::Emit("ready", self.detail().end())];
        if let Some(marks) = self.arrival.clone().filter(|_| landed) {
            self.count(env, Kind::Arrival, &marks.channel, &marks.variant);
            let detail = self.detail().text("channel", &marks.channel).filled("variant", &marks.variant);
            effects.push(Effect::Emit("arrival", detail.end()));
        }
        effects
    }

    /// Lets `action` happen.
    pub fn update(&mut self, action: Action, env: &dyn Env) -> Vec<Effect> {
        match action {
            Action::Seen => {
                self.count(env, Kind::View, "", "");
                vec![Effect::Emit("view", self.detail().end())]
            }
            Action::Shared(channel) => self.shared(&channel, env),
            Action::Copied(done) => self.copied(done, env),
            Action::Left(field, value) => self.left(&field, &value),
            Action::Typed(field, value) => self.typed(&field, &value),
            Action::Sign(values) => self.sign(values, env),
            Action::Settled(id, outcome) => self.settled(&id, outcome, env),
        }
    }

    /// The counts of this campaign on this device, as JSON.
    pub fn stats(&self, env: &dyn Env) -> String {
        let rows = count::rows(env.store(), &self.campaign.id);
        count::stats(&self.campaign.id, &replica(env), &rows)
    }

    /// The signatures of this campaign that wait, as JSON. No personal data.
    pub fn outbox(&self, env: &dyn Env) -> String {
        let entries = outbox::all(env.store()).into_iter();
        let mine = entries.filter(|entry| entry.signature.campaign == self.campaign.id);
        crate::json::array(mine.map(|entry| {
            Object::default()
                .text("id", &entry.signature.id)
                .text("campaign", &entry.signature.campaign)
                .raw("created", &crate::number::text(u64::try_from(entry.signature.at).unwrap_or(0)))
                .number("attempts", entry.attempts)
                .raw("refused", if entry.refused { "true" } else { "false" })
                .end()
        }))
    }

    /// Whether counts could not be stored and are kept in memory; said once.
    pub fn take_memory_only(&mut self) -> bool {
        std::mem::take(&mut self.counts_memory_only)
    }

    fn count(&mut self, env: &dyn Env, kind: Kind, channel: &str, variant: &str) {
        if self.campaign.tracking != Tracking::Off
            && !self.counter.add(env.store(), kind, channel, variant, env.now())
        {
            self.counts_memory_only = true;
        }
    }

    fn detail(&self) -> Object {
        Object::default().text("campaign", &self.campaign.id)
    }
}

/// This browser's own name in exports, made once.
fn replica(env: &dyn Env) -> String {
    remembered(env, "replica")
}

/// The supporter's token, made once for this browser. It is random and says
/// nothing but that two links came from the same browser.
fn token(env: &dyn Env) -> String {
    remembered(env, "token")
}

fn remembered(env: &dyn Env, what: &str) -> String {
    let name = store::name(&[what]);
    env.store().get(&name).unwrap_or_else(|| {
        let made = short_id(env.random());
        env.store().set(&name, &made);
        made
    })
}

/// Twelve letters and digits out of 64 random bits.
pub fn short_id(mut random: u64) -> String {
    let mut id = String::with_capacity(12);
    for _ in 0..12 {
        id.push(char::from_digit((random & 31) as u32, 36).unwrap_or('0'));
        random >>= 5;
    }
    id
}

#[cfg(test)]
mod tests;
