//! One card's whole behaviour: what it knows, and what the supporter or the
//! network does to it. After each of these the card is drawn again.

mod form;
mod share;

pub use form::CONSENT;

use crate::campaign::{Campaign, Tracking};
use crate::channel::{Catalogue, Channel};
use crate::destination::{LOCAL, Outcome};
use crate::i18n::{Key, Locale};
use crate::problem::Problem;
use crate::record::Record;
use crate::share::Supporter;
use crate::signature::FIELD;
use crate::text::concat;
use crate::world::{World, name, remembered};
use crate::{count, landing, outbox};

/// Where the supporter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Stage {
    /// The form is open.
    Open,
    /// The signature is on its way for the first time.
    Sending,
    /// The signature waits for the network.
    Queued,
    /// Signed just now.
    Thanked(Outcome),
    /// Signed on an earlier visit.
    SignedBefore,
}

/// One card.
pub struct Widget {
    /// What it is about.
    pub campaign: Campaign,
    /// What it says.
    pub locale: Locale,
    /// The channels that can be had.
    pub catalogue: &'static Catalogue,
    /// Where the supporter stands.
    pub stage: Stage,
    /// What is wrong with which field, by field id.
    pub errors: Vec<(&'static str, Key)>,
    /// What the live region says.
    pub status: &'static str,
    /// How many fields the live region speaks of, where it does.
    pub wrong_fields: u64,
    /// What is to be copied by hand; empty unless copying failed.
    pub copy_by_hand: String,
    /// Whose links these are.
    pub supporter: Supporter,
    /// What the form starts with, by field id.
    pub values: Record,
    /// Who is thanked; empty where the name is not known.
    pub name: String,
    /// Signatures known, those of this device included.
    pub signatures: u64,
    /// Whether the device has a share sheet of its own.
    pub can_share: bool,
    /// Names this page load in the counts.
    shard: String,
    /// The marks of the landing link that this visit came through.
    arrival: Record,
    /// The UUID of the signature under way, or of one that came back for a change.
    signature: String,
    /// Whether the signature under way is also stored, and survives the page.
    stored: bool,
    /// Whether a count could not be stored.
    forgetful: bool,
}

impl Widget {
    /// A card for `campaign`. `shard` names this page load in the counts; `page` is
    /// the address in the address bar.
    pub fn new(
        campaign: Campaign,
        locale: Locale,
        catalogue: &'static Catalogue,
        shard: &str,
        page: &str,
        world: &dyn World,
    ) -> Self {
        let token =
            if campaign.tracking == Tracking::Full { remembered(world, "token") } else { String::new() };
        let mut widget = Widget {
            arrival: landing::read(page, &campaign.id),
            campaign,
            locale,
            catalogue,
            stage: Stage::Open,
            errors: Vec::new(),
            status: "",
            wrong_fields: 0,
            copy_by_hand: String::new(),
            supporter: Supporter { token, ..Supporter::default() },
            values: Record::default(),
            name: String::new(),
            signatures: 0,
            can_share: false,
            shard: shard.into(),
            signature: String::new(),
            stored: false,
            forgetful: false,
        };
        widget.recall_message(world);
        widget.recall(world);
        widget
    }

    /// Takes up what this device knows of the campaign.
    fn recall(&mut self, world: &dyn World) {
        if let Some(draft) = world.load(&self.draft()) {
            self.values = Record::read(&draft);
        }
        let campaign = &self.campaign.id;
        for entry in outbox::all(world) {
            if entry.get("campaign") != campaign {
                continue;
            }
            self.signature = entry.get("id").into();
            if entry.get("refused").is_empty() {
                self.stage = Stage::Queued;
            } else {
                for (_, id, value) in entry.below(FIELD) {
                    self.values.set(id, value);
                }
                self.status = self.locale.say(Key::Refused);
            }
        }
        let signed = world.load(&name(&["signed", campaign])).is_some();
        if signed && self.stage == Stage::Open {
            self.stage = Stage::SignedBefore;
        }
        self.signatures = self.campaign.signatures
            + if self.campaign.destination == LOCAL {
                world.names(&name(&["kept", campaign, ""])).len() as u64
            } else {
                u64::from(signed)
            };
    }

    /// The card with other settings: an attribute changed. What the supporter did stays.
    pub fn configure(
        &mut self,
        campaign: Campaign,
        locale: Locale,
        catalogue: &'static Catalogue,
        world: &dyn World,
    ) {
        if self.campaign.id != campaign.id {
            self.stage = Stage::Open;
        }
        self.campaign = campaign;
        self.locale = locale;
        self.catalogue = catalogue;
        self.recall_message(world);
        if !matches!(self.stage, Stage::Sending | Stage::Thanked(_)) {
            self.recall(world);
        }
    }

    /// Whether channels that are not loaded yet are needed.
    pub fn lacks_channels(&self) -> bool {
        self.catalogue.lacks(&self.campaign.channels(), self.campaign.text("page.language"))
    }

    /// What is wrong with the channels that the campaign asks for.
    pub fn unknown_channels(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for id in self.campaign.channels() {
            if self.catalogue.get(id).is_none() {
                problems.push(self.catalogue.closed(id).map_or_else(
                    || {
                        Problem::new(
                            "channel",
                            "channels",
                            id,
                            "ids from the list of channels in the documentation",
                        )
                    },
                    |closed| {
                        // Few pages ever ask for one, and none for many.
                        let expected =
                            concat(&["a channel that still exists; this one closed: ", closed]).leak();
                        Problem::new("closed", "channels", id, expected)
                    },
                ));
            }
        }
        problems
    }

    /// The channels on the card, in order.
    pub fn channels(&self) -> Vec<&Channel> {
        let mut asked = self.campaign.channels();
        if asked.is_empty() {
            asked.extend(self.catalogue.usual(self.campaign.text("page.language")).split(' '));
        }
        let mut channels: Vec<&Channel> = Vec::new();
        for id in asked {
            if let Some(channel) = self.catalogue.get(id)
                && !self.campaign.url.is_empty()
                && (self.can_share || channel.id != "device")
                && channels.iter().all(|known| known.id != channel.id)
            {
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
    pub fn start(&mut self, landed: bool, world: &dyn World) {
        world.emit("ready", &self.detail());
        let channel = self.arrival.get(landing::CHANNEL).to_owned();
        if landed && !channel.is_empty() {
            let variant = self.arrival.get(landing::VARIANT).to_owned();
            self.count(world, "arrival", &channel, &variant);
            world.emit("arrival", &self.detail().with("channel", &channel).with("variant", &variant));
        }
    }

    /// Half of it was visible for a second.
    pub fn seen(&mut self, world: &dyn World) {
        self.count(world, "view", "", "");
        world.emit("view", &self.detail());
    }

    /// The counts of this campaign on this device.
    pub fn stats(&self, world: &dyn World) -> Record {
        let replica = remembered(world, "replica");
        count::stats(world, &self.campaign.id).with("campaign", &self.campaign.id).with("replica", &replica)
    }

    /// The signatures of this campaign that wait. No personal data.
    pub fn outbox(&self, world: &dyn World) -> Vec<Record> {
        let mut waiting = Vec::new();
        for entry in outbox::all(world) {
            if entry.get("campaign") == self.campaign.id {
                let mut shown = Record::default();
                for name in ["id", "campaign", "time", "attempts", "next", "refused"] {
                    shown.set(name, entry.get(name));
                }
                waiting.push(shown);
            }
        }
        waiting
    }

    /// Whether, since the last time it was asked, a count could not be stored.
    pub fn take_forgetful(&mut self) -> bool {
        std::mem::take(&mut self.forgetful)
    }

    fn count(&mut self, world: &dyn World, kind: &str, channel: &str, variant: &str) {
        if self.campaign.tracking != Tracking::Off {
            self.forgetful |= !count::add(world, &self.shard, &self.campaign.id, kind, channel, variant);
        }
    }

    fn detail(&self) -> Record {
        Record::default().with("campaign", &self.campaign.id)
    }
}

#[cfg(test)]
mod tests;
