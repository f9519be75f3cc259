//! One card's whole behaviour: what it knows, and what the supporter or the
//! network does to it. After each of these the card is drawn again.

mod share;

use crate::campaign::{Campaign, Tracking};
use crate::channel::{Catalogue, Channel};
use crate::destination::{self, LOCAL};
use crate::i18n::Locale;
use crate::problem::Problem;
use crate::record::Record;
use crate::share::Supporter;
use crate::text::concat;
use crate::world::{OUTBOX, World, name, remembered};
use crate::{count, landing, number};

/// Where the supporter stands, as far as this device remembers.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Stage {
    /// Nothing is known: the form is open.
    Open,
    /// A signature waits for the network.
    Waiting,
    /// This person has signed.
    Signed,
}

/// What is remembered in the place of an outcome while a signature waits.
pub const WAITING: &str = "waiting";

/// One card.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Widget {
    /// What it is about.
    pub campaign: Campaign,
    /// What it says.
    pub locale: Locale,
    /// The channels that can be had.
    pub catalogue: &'static Catalogue,
    /// Where the supporter stands.
    pub stage: Stage,
    /// What the live region says.
    pub status: String,
    /// What was typed and not sent, as a record that is written out.
    pub draft: String,
    /// What is to be copied by hand; empty unless copying failed.
    pub copy_by_hand: String,
    /// Whose links these are.
    pub supporter: Supporter,
    /// Signatures known, those of this device included.
    pub signatures: u64,
    /// Whether the number of signatures, or who signed, is asked for on the network.
    pub live: bool,
    /// Whether the device has a share sheet of its own.
    pub can_share: bool,
    /// Names this page load in the counts.
    shard: String,
    /// The marks of the landing link that this visit came through.
    arrival: Record,
    /// Whether the page was opened by that very link, and not some pages ago.
    landed: bool,
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
        let mut arrival = landing::read(page, &campaign.id);
        let landed = !arrival.pairs().is_empty();
        if campaign.tracking != Tracking::Off {
            let visit = name(&["arrival", &campaign.id]);
            if landed {
                world.save(&visit, &arrival.write());
            } else {
                arrival = Record::read(&world.load(&visit).unwrap_or_default());
            }
        }
        let mut widget = Widget {
            arrival,
            landed,
            campaign,
            locale,
            catalogue,
            stage: Stage::Open,
            status: String::new(),
            draft: String::new(),
            copy_by_hand: String::new(),
            supporter: Supporter { token, ..Supporter::default() },
            signatures: 0,
            live: false,
            can_share: false,
            shard: shard.into(),
            forgetful: false,
        };
        widget.recall_message(world);
        widget.recall(world);
        widget
    }

    /// Takes up what this device knows of the campaign.
    fn recall(&mut self, world: &dyn World) {
        let campaign = &self.campaign;
        self.draft = world.load(&name(&["draft", &campaign.id])).unwrap_or_default();
        let signed = world.load(&name(&["signed", &campaign.id])).filter(|_| !campaign.stall);
        self.stage = match signed.as_deref() {
            None => Stage::Open,
            Some(WAITING) => Stage::Waiting,
            Some(_) => Stage::Signed,
        };
        let own = if campaign.destination == LOCAL {
            world.names(&name(&["kept", &campaign.id, ""])).len() as u64
        } else {
            u64::from(self.stage == Stage::Signed)
        };
        // Heard from the network once: that number has this person in it.
        let heard = world.load(&name(&["live", &campaign.id])).and_then(|text| number::parse(&text));
        self.live = campaign.text("count") != "off"
            && (!campaign.text("count").is_empty()
                || !campaign.text("supporters").is_empty()
                || destination::can_count(&campaign.destination));
        // What stood on the screen once does not go down again.
        self.signatures = self.signatures.max(heard.unwrap_or(0)).max(campaign.signatures + own);
    }

    /// Whether the part that signs has something to do before the form is used.
    pub fn wants_signing(&self, world: &dyn World) -> bool {
        let campaign = &self.campaign;
        let form = !campaign.destination.is_empty() && !campaign.destination.starts_with(destination::LINK);
        let early = campaign.stall
            || self.stage != Stage::Open
            || !campaign.text("prefill").is_empty()
            || campaign.fields.iter().any(|field| field.id == "country");
        self.live || (form && early) || !world.names(&name(&[OUTBOX, ""])).is_empty()
    }

    /// The settings as the part that signs needs them: checked, and made whole; with
    /// the marks that this visit came with.
    pub fn resolved(&self) -> Record {
        let mut settings = self.campaign.resolved();
        settings.set("page.source", self.arrival.get(landing::CHANNEL));
        settings.set("page.referral", self.arrival.get(landing::REFERRAL));
        settings
    }

    /// The part that signs has news: `status` for the live region, and what the device
    /// now remembers.
    pub fn told(&mut self, status: &str, world: &dyn World) {
        self.status = status.into();
        self.recall(world);
    }

    /// Counts one `kind` of what the supporter does in the form, where it came from.
    pub fn tally(&mut self, kind: &str, world: &dyn World) {
        let source = self.arrival.get(landing::CHANNEL).to_owned();
        let variant = self.arrival.get(landing::VARIANT).to_owned();
        self.count(world, kind, &source, &variant);
    }

    /// The address of a petition elsewhere, marked so that it can be told who came from here.
    pub fn elsewhere(&self, address: &str) -> String {
        if self.campaign.tracking == Tracking::Off {
            return address.into();
        }
        let source = self.arrival.get(landing::CHANNEL);
        let source = if source.is_empty() { "share-sign" } else { source };
        let full = self.campaign.tracking == Tracking::Full;
        let referral = if full { self.arrival.get(landing::REFERRAL) } else { "" };
        landing::link(&landing::plain(address), &self.campaign.id, source, "", referral)
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
            self.signatures = 0;
        }
        self.campaign = campaign;
        self.locale = locale;
        self.catalogue = catalogue;
        self.recall_message(world);
        self.recall(world);
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
        if landed && self.landed && !channel.is_empty() {
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
