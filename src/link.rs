//! Share links: a channel's address with the message and the landing link in it.

use crate::channel::{Channel, Count, Kind};
use crate::text::join;
use crate::{message, percent};

/// What is to be passed on. A channel takes of it what it can carry.
#[derive(Clone, Copy, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Share<'a> {
    /// The campaign's headline.
    pub title: &'a str,
    /// The message for this channel, of any length.
    pub text: &'a str,
    /// The landing link, marked for this channel.
    pub url: &'a str,
    /// Without their `#`, with a comma between them.
    pub hashtags: &'a str,
    /// The account to mention, without its `@`.
    pub via: &'a str,
    /// Address of the campaign's picture.
    pub image: &'a str,
    /// The supporter's own server: host, maybe port and folder, already checked by
    /// whoever asked for it. Empty where it is not known.
    pub server: &'a str,
}

/// What takes room beside text and link, in the channel's own units.
fn appended(channel: &Channel, share: &Share) -> usize {
    let mut appended = 0;
    if channel.count == Count::Weighted {
        if !share.hashtags.is_empty() {
            // A comma stands for " #", and the first one has no comma.
            let commas = share.hashtags.bytes().filter(|byte| *byte == b',').count();
            appended += message::bound::characters(channel, share.hashtags) + commas + 2;
        }
        if !share.via.is_empty() {
            appended += " via @".len() + share.via.len();
        }
    } else if channel.count == Count::Address {
        // With a letter for the text: a parameter without any would be left out.
        appended = href(channel, &Share { text: "x", ..*share }).len() - 1;
    }
    appended
}

/// The message as `channel` will carry it: cut to its limit.
pub fn text(channel: &Channel, share: &Share) -> String {
    message::fit(channel, share.text, share.url, appended(channel, share), &message::Platform)
}

/// How much of the channel's room the share's whole text takes, with all that goes
/// with it.
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub fn measure(channel: &Channel, share: &Share) -> message::Measure {
    message::measure(channel, share.text, share.url, appended(channel, share), &message::Platform)
}

/// The share link, with the share's text as it is: see [`text`]. Parameters that
/// would be empty are left out. Where something is to be pasted it is the address
/// of the page to paste into; for channels without an address (copying, the
/// device's share sheet) it is the landing link.
pub fn href(channel: &Channel, share: &Share) -> String {
    if !channel.is_link() {
        return share.url.into();
    }
    let mut hashtag = String::new();
    if let Some(first) = share.hashtags.split(',').next().filter(|first| !first.is_empty()) {
        hashtag.push('#');
        hashtag.push_str(first);
    }
    let own_server = !share.server.is_empty() && !channel.server_template.is_empty();
    let mut out = String::new();
    for parameter in if own_server { channel.server_template } else { channel.template }.split('&') {
        let start = out.len();
        if start > 0 {
            out.push('&');
        }
        let (mut asked, mut filled) = (false, false);
        // Outside braces, inside braces, outside …
        for (index, piece) in parameter.split(['{', '}']).enumerate() {
            if index % 2 == 0 {
                out.push_str(piece);
                continue;
            }
            let value = match piece {
                "text" => share.text,
                "title" => share.title,
                "url" => share.url,
                "hashtag" => &hashtag,
                "hashtags" => share.hashtags,
                "image" => share.image,
                "server" => {
                    out.push_str(share.server);
                    continue;
                }
                _ => share.via,
            };
            asked = true;
            filled |= !value.is_empty();
            push_value(&mut out, channel.kind, value);
        }
        // The first piece holds the address itself and stays even when empty.
        if asked && !filled && start > 0 {
            out.truncate(start);
        }
    }
    out
}

/// What the channel puts on the clipboard, shows as a QR code or hands to the
/// device: message and link where it takes both, else the link.
pub fn copied(channel: &Channel, share: &Share) -> String {
    if matches!(channel.kind, Kind::Paste | Kind::Text) && !share.text.is_empty() {
        return join(&[share.text, share.url], "\n");
    }
    share.url.into()
}

/// Mail bodies end their lines with CRLF (RFC 6068, section 5).
fn push_value(out: &mut String, kind: Kind, value: &str) {
    for (index, line) in value.split('\n').enumerate() {
        if index > 0 {
            out.push_str(if kind == Kind::Mail { "%0D%0A" } else { "%0A" });
        }
        percent::encode_into(out, line);
    }
}
