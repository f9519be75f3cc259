//! Passing the campaign on.

use super::Widget;
use crate::campaign::Tracking;
use crate::channel::{Channel, Kind};
use crate::i18n::Key;
use crate::record::Record;
use crate::share;
use crate::world::{World, name, random_id, remembered};

impl Widget {
    /// What `channel` gets: see [`share::link`].
    pub fn link(&self, channel: &Channel) -> Record {
        share::link(&self.campaign, &self.supporter, channel)
    }

    /// A channel was clicked (or its button, where it is done by the device).
    pub fn shared(&mut self, channel: &Channel, world: &dyn World) {
        let link = self.link(channel);
        // Copying counts when it is done, a server that is asked for when it is known.
        if channel.kind != Kind::Copy && link.get("open") != "server" {
            self.count(world, "share", channel.id, link.get("variant"));
            world.emit("share", &link);
        }
    }

    /// What goes to the clipboard for `channel` is there, or could not be put there.
    pub fn copied(&mut self, channel: &Channel, done: bool, world: &dyn World) {
        let link = self.link(channel);
        if done {
            let paste = channel.kind == Kind::Paste;
            self.status = self.locale.say(if paste { Key::PasteThere } else { Key::Copied }).into();
            self.copy_by_hand.clear();
            self.count(world, "copy", channel.id, link.get("variant"));
            let detail = self.detail().with("channel", channel.id).with("url", link.get("url"));
            world.emit("copy", &detail);
        } else {
            self.status = self.locale.say(Key::CopyByHand).into();
            self.copy_by_hand = link.get("copy").into();
            world.focus("copy");
        }
    }

    /// Takes up which message this supporter passes on.
    pub(super) fn recall_message(&mut self, world: &dyn World) {
        self.supporter.own = world.load(&name(&["message", &self.campaign.id])).unwrap_or_default();
        if self.supporter.pick == 0 && self.campaign.has_variants() {
            // Where nothing may be kept, each page view has the choice.
            let made = match self.campaign.tracking {
                Tracking::Off => random_id(world, 4),
                _ => remembered(world, "variant"),
            };
            self.supporter.pick = made.bytes().map(usize::from).sum();
        }
    }
}
