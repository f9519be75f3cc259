//! Passing the campaign on.

use super::{Effect, Env, Widget};
use crate::campaign::Tracking;
use crate::channel::{Channel, Kind as ChannelKind};
use crate::count::Kind;
use crate::i18n::Key;
use crate::json::{self, Object};
use crate::landing::Marks;
use crate::link::{self, Share};

impl Widget {
    /// The landing link to be passed on through `channel`.
    pub fn landing(&self, channel: &str) -> String {
        if self.campaign.tracking == Tracking::Off {
            return self.campaign.url.clone();
        }
        let marks = Marks {
            channel: channel.into(),
            campaign: self.campaign.id.clone(),
            variant: String::new(),
            referral: self.token.clone(),
        };
        marks.link(&self.campaign.url)
    }

    /// What is handed to `channel`, and the share link made of it.
    pub fn href(&self, channel: &Channel) -> String {
        let landing = self.landing(&channel.id);
        link::href(channel, &self.share(channel, &landing))
    }

    fn share<'a>(&'a self, channel: &Channel, landing: &'a str) -> Share<'a> {
        let message = self.campaign.message(&channel.id);
        // A mail has room for the cause itself under its subject.
        let has_title = channel.template.contains("{title}") && message == self.campaign.headline;
        let text = if has_title && !self.campaign.text.is_empty() { &self.campaign.text } else { message };
        Share {
            title: &self.campaign.headline,
            text,
            url: landing,
            hashtags: &self.campaign.hashtags,
            via: &self.campaign.via,
        }
    }

    /// The channels on the card as a JSON array of `{channel, href, text}`.
    pub fn links(&self) -> String {
        json::array(self.channels().into_iter().map(|channel| {
            let landing = self.landing(&channel.id);
            let share = self.share(channel, &landing);
            Object::default()
                .text("channel", &channel.id)
                .text("href", &link::href(channel, &share))
                .text("text", &link::text(channel, &share))
                .end()
        }))
    }

    /// What a click on `channel` is about, for the page to see before it happens.
    pub fn share_detail(&self, channel: &str) -> String {
        let detail = self.detail().text("channel", channel);
        match self.catalogue.get(channel) {
            Some(found) => detail.text("href", &self.href(found)),
            None => detail,
        }
        .end()
    }

    pub(super) fn shared(&mut self, channel: &str, env: &dyn Env) -> Vec<Effect> {
        // Copying counts when it is done.
        if self.catalogue.get(channel).is_none_or(|found| found.kind == ChannelKind::Copy) {
            return Vec::new();
        }
        self.count(env, Kind::Share, channel, "");
        vec![Effect::Emit("share", self.share_detail(channel))]
    }

    pub(super) fn copied(&mut self, done: bool, env: &dyn Env) -> Vec<Effect> {
        let landing = self.landing("copy");
        if !done {
            self.status = self.locale.say(Key::CopyByHand).into();
            self.copy_by_hand = landing;
            return vec![Effect::Focus("copy".into())];
        }
        self.status = self.locale.say(Key::Copied).into();
        self.copy_by_hand.clear();
        self.count(env, Kind::Copy, "copy", "");
        vec![Effect::Emit("copy", self.detail().text("channel", "copy").text("href", &landing).end())]
    }
}
