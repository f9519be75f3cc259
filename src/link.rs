//! Share links: a channel's address with the message and the landing link in it.

use crate::channel::{Channel, Kind};
use crate::{message, percent};

/// What is to be passed on. A channel takes of it what it can carry.
#[derive(Clone, Copy)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Share<'a> {
    /// The campaign's headline.
    pub title: &'a str,
    /// The message for this channel, of any length.
    pub text: &'a str,
    /// The landing link, marked for this channel.
    pub url: &'a str,
    /// Without their `#`.
    pub hashtags: &'a [String],
    /// The account to mention, without its `@`.
    pub via: &'a str,
}

/// The message as `channel` will carry it: cut to its limit.
pub fn text(channel: &Channel, share: &Share) -> String {
    let mut extra = String::new();
    if channel.template.contains("{hashtags}") {
        for tag in share.hashtags {
            extra.push_str(" #");
            extra.push_str(tag);
        }
    }
    if channel.template.contains("{via}") && !share.via.is_empty() {
        extra.push_str(" via @");
        extra.push_str(share.via);
    }
    message::fit(channel, share.text, share.url, &extra)
}

/// The share link. Parameters that would be empty are left out. For channels
/// without an address (copying, the device's share sheet) it is the landing link.
pub fn href(channel: &Channel, share: &Share) -> String {
    if !channel.is_link() {
        return share.url.into();
    }
    let text = text(channel, share);
    let hashtag = share.hashtags.first().map_or(String::new(), |tag| ["#", tag].concat());
    let hashtags = share.hashtags.join(",");
    let value = |name: &str| match name {
        "text" => text.as_str(),
        "title" => share.title,
        "url" => share.url,
        "hashtag" => &hashtag,
        "hashtags" => &hashtags,
        _ => share.via,
    };
    let mut out = String::new();
    let mut separator = "";
    for parameter in channel.template.split('&') {
        let mut filled = String::new();
        let mut empty = parameter.contains('{');
        let mut rest = parameter;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            empty &= value(name).is_empty();
            push_value(&mut filled, channel.kind, value(name));
            rest = after;
        }
        filled.push_str(rest);
        // The first piece holds the address itself and stays even when empty.
        if separator.is_empty() || !empty {
            out.push_str(separator);
            out.push_str(&filled);
        }
        separator = "&";
    }
    out
}

/// Mail bodies end their lines with CRLF (RFC 6068, section 5).
fn push_value(out: &mut String, kind: Kind, value: &str) {
    if kind == Kind::Mail {
        let mut lines = value.split('\n');
        percent::encode_into(out, lines.next().unwrap_or("").trim_end_matches('\r'));
        for line in lines {
            out.push_str("%0D%0A");
            percent::encode_into(out, line.trim_end_matches('\r'));
        }
    } else {
        percent::encode_into(out, value);
    }
}
