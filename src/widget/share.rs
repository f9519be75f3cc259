//! Passing the campaign on.

use super::Widget;
use crate::campaign::Tracking;
use crate::channel::{Channel, Kind};
use crate::i18n::Key;
use crate::landing;
use crate::link::{self, Share};
use crate::record::Record;
use crate::world::World;

impl Widget {
    /// The landing link to be passed on through `channel`.
    pub fn landing(&self, channel: &str) -> String {
        let campaign = &self.campaign;
        if campaign.tracking == Tracking::Off {
            return campaign.url.clone();
        }
        landing::link(&campaign.url, &campaign.id, channel, &self.token)
    }

    /// What `channel` gets: `channel`, `href` (its share link), `text` (the message
    /// as it will carry it), `url` (the landing link) and `title`.
    pub fn link(&self, channel: &Channel) -> Record {
        let campaign = &self.campaign;
        let (title, mut text) = (campaign.text("headline"), campaign.message(channel.id));
        // A mail has room for the cause itself under its subject.
        if channel.kind == Kind::Mail && text == title && !campaign.text("text").is_empty() {
            text = campaign.text("text");
        }
        let url = &self.landing(channel.id);
        let whole = Share { title, text, url, hashtags: &campaign.hashtags, via: &campaign.via };
        let text = &link::text(channel, &whole);
        let share = Share { text, ..whole };
        self.detail()
            .with("channel", channel.id)
            .with("href", &link::href(channel, &share))
            .with("text", text)
            .with("url", url)
            .with("title", title)
    }

    /// A channel was clicked (or its button, where it is done by the device).
    pub fn shared(&mut self, channel: &Channel, world: &dyn World) {
        // Copying counts when it is done.
        if channel.kind != Kind::Copy {
            self.count(world, "share", channel.id, "");
            world.emit("share", &self.link(channel));
        }
    }

    /// The landing link of `copy` is on the clipboard, or could not be put there.
    pub fn copied(&mut self, done: bool, world: &dyn World) {
        let url = self.landing("copy");
        if done {
            self.status = self.locale.say(Key::Copied);
            self.copy_by_hand.clear();
            self.count(world, "copy", "copy", "");
            world.emit("copy", &self.detail().with("channel", "copy").with("url", &url));
        } else {
            self.status = self.locale.say(Key::CopyByHand);
            self.copy_by_hand = url;
            world.focus("copy");
        }
    }
}
