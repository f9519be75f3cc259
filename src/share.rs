//! What a supporter passes on through a channel: message, landing link and share
//! link in one.

use crate::campaign::{Campaign, Tracking};
use crate::channel::{Channel, Kind};
use crate::landing;
use crate::link::{self, Share};
use crate::record::Record;
use crate::text::concat;

/// What the supporter's own wording is called beside the campaign's `a`, `b`, …
const OWN: &str = "own";

/// What shapes the links of one supporter, besides the campaign.
#[derive(Default)]
pub struct Supporter {
    /// Their own message; empty where the campaign's is used.
    pub own: String,
    /// A number made by chance, which decides between the campaign's wordings.
    pub pick: usize,
    /// Their token in the landing links; empty where referrals are off.
    pub token: String,
}

/// The landing link to be passed on through `channel`.
fn landing(campaign: &Campaign, channel: &str, variant: &str, token: &str) -> String {
    if campaign.tracking == Tracking::Off {
        return campaign.url.clone();
    }
    landing::link(&campaign.url, &campaign.id, channel, variant, token)
}

/// The message for `channel`, uncut, and the name of its wording.
pub fn message<'a>(
    campaign: &'a Campaign,
    supporter: &'a Supporter,
    channel: &Channel,
) -> (&'a str, &'static str) {
    if !supporter.own.is_empty() {
        return (&supporter.own, OWN);
    }
    let (text, variant) = campaign.message(channel.id, supporter.pick);
    // A mail has room for the cause itself under its subject.
    if channel.kind == Kind::Mail && text == campaign.text("headline") && !campaign.text("text").is_empty() {
        return (campaign.text("text"), variant);
    }
    (text, variant)
}

/// What a channel gets.
pub struct Made {
    /// The share link; empty where it depends on a server that is not known.
    pub href: String,
    /// The message as the channel will carry it.
    pub text: String,
    /// The landing link.
    pub url: String,
    /// What a click puts on the clipboard; empty where it copies nothing.
    pub copy: String,
    /// The name of the wording; empty where there is only one.
    pub variant: &'static str,
}

/// Makes what `channel` gets.
pub fn make(campaign: &Campaign, supporter: &Supporter, channel: &Channel) -> Made {
    let (text, variant) = message(campaign, supporter, channel);
    let federated = channel.kind == Kind::Federated;
    // What is remembered on the device comes in with the page's own settings.
    let server = if federated || !channel.server_template.is_empty() {
        campaign.text(&concat(&["page.server.", channel.id]))
    } else {
        ""
    };
    let url = landing(campaign, channel.id, variant, &supporter.token);
    let whole = Share {
        title: campaign.text("headline"),
        text,
        url: &url,
        hashtags: &campaign.hashtags,
        via: &campaign.via,
        image: campaign.text("image"),
        server,
    };
    let text = link::text(channel, &whole);
    let share = Share { text: &text, ..whole };
    let video = campaign.text("video");
    let href = if federated && server.is_empty() {
        String::new()
    } else if channel.id == "youtube"
        && (video.starts_with("https://www.youtube.") || video.starts_with("https://youtu.be/"))
    {
        // Where the cause has a film there, that is what to show, not the page for a new one.
        video.into()
    } else {
        link::href(channel, &share)
    };
    let copies = matches!(channel.kind, Kind::Copy | Kind::Text | Kind::Paste);
    let copy = if copies { link::copied(channel, &share) } else { String::new() };
    Made { href, text, url, copy, variant }
}

/// What `channel` gets, as the detail of an event: `campaign`, `channel`, `href`,
/// `text`, `url`, `title`, and where it says something, `variant`. Besides, `copy`
/// (see [`Made`]), and `open`: the dialog that a click opens.
pub fn link(campaign: &Campaign, supporter: &Supporter, channel: &Channel) -> Record {
    let made = make(campaign, supporter, channel);
    let open = match channel.kind {
        Kind::Qr | Kind::Print => channel.id,
        _ if made.href.is_empty() => "server",
        _ => "",
    };
    let mut found = Record::of(&[
        ("campaign", &campaign.id),
        ("channel", channel.id),
        ("href", &made.href),
        ("text", &made.text),
        ("url", &made.url),
        ("title", campaign.text("headline")),
    ]);
    for (name, value) in [("variant", made.variant), ("copy", &made.copy), ("open", open)] {
        if !value.is_empty() {
            found.set(name, value);
        }
    }
    found
}
