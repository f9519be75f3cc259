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

/// What `channel` gets: `channel`, `href` (its share link), `text` (the message
/// as it will carry it), `url` (the landing link), `title`, and `variant` (the
/// name of the wording, where there are several). Besides, `copy`: what a click
/// puts on the clipboard; and `open`: the dialog that it opens.
pub fn link(campaign: &Campaign, supporter: &Supporter, channel: &Channel) -> Record {
    let title = campaign.text("headline");
    let (text, variant) = message(campaign, supporter, channel);
    let url = &landing(campaign, channel.id, variant, &supporter.token);
    let whole = Share {
        title,
        text,
        url,
        hashtags: &campaign.hashtags,
        via: &campaign.via,
        image: campaign.text("image"),
        // What is remembered on the device comes in with the page's own settings.
        server: campaign.text(&concat(&["page.server.", channel.id])),
    };
    let text = &link::text(channel, &whole);
    let homeless = channel.kind == Kind::Federated && whole.server.is_empty();
    let mut href = if homeless { String::new() } else { link::href(channel, &Share { text, ..whole }) };
    // Where the cause has a film there, that is what to show, not the page for a new one.
    let video = campaign.text("video");
    if channel.id == "youtube"
        && (video.starts_with("https://www.youtube.") || video.starts_with("https://youtu.be/"))
    {
        href = video.into();
    }
    let mut found = Record::of(&[
        ("campaign", &*campaign.id),
        ("channel", channel.id),
        ("href", &href),
        ("text", text),
        ("url", url),
        ("title", title),
    ]);
    if !variant.is_empty() {
        found.set("variant", variant);
    }
    match channel.kind {
        Kind::Copy | Kind::Text | Kind::Paste => {
            found.set("copy", &link::copied(channel, &Share { text, ..whole }));
        }
        Kind::Qr | Kind::Print => found.set("open", channel.id),
        _ if homeless => found.set("open", "server"),
        _ => {}
    }
    found
}
