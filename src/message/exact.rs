//! The exact measure, for those who write messages.

mod emoji;
mod punycode;
mod tables;
mod unit;
mod url;
mod weighted;

use super::{SHORT_LINK, Text, alone, cut, letters_or_bytes, sms, with_link};
use crate::channel::{Channel, Count};
use crate::text::concat;

/// How much of its room a message takes.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Measure {
    /// What the channel counts, in its own units: the text and all that goes with it.
    pub used: usize,
    /// The most that the channel takes; the message fits while `used` is not more.
    pub limit: usize,
    /// In how many parts it is sent: one, but for text messages; none for an empty one.
    pub parts: usize,
}

/// What `channel` counts for `text` beside `link` and the other `appended` units:
/// see [`super::fit`]. No link, no room for it.
pub fn measure(channel: &Channel, text: &str, link: &str, appended: usize, platform: &dyn Text) -> Measure {
    let used = used(channel, text, link, appended, platform);
    let parts = if channel.count == Count::Parts { used } else { usize::from(!text.is_empty()) };
    Measure { used, limit: channel.limit, parts }
}

/// See [`super::fit`].
pub fn fit(channel: &Channel, text: &str, link: &str, appended: usize, platform: &dyn Text) -> String {
    cut::fit(channel, text, platform, &|text, _| used(channel, text, link, appended, platform))
}

fn used(channel: &Channel, text: &str, link: &str, appended: usize, platform: &dyn Text) -> usize {
    let beside = if link.is_empty() { 0 } else { SHORT_LINK + 1 };
    appended
        + match channel.count {
            Count::None => 0,
            Count::Weighted => beside + weighted::length(&units(&platform.nfc(text))),
            Count::WithLink => {
                let whole = with_link(text, link);
                letters_or_bytes(platform.graphemes(&whole).len(), whole.len())
            }
            Count::ShortLink => beside + platform.graphemes(&as_mastodon_counts(text)).len(),
            Count::Parts => sms::parts(&with_link(text, link)),
            // Arrows and signs that are no emoji are one each.
            Count::EmojiBytes => text.chars().map(|c| if is_sign(c) { 1 } else { alone(channel, c) }).sum(),
            Count::Joined => with_link(text, link).chars().count(),
            Count::Characters | Count::Address => text.chars().map(|c| alone(channel, c)).sum(),
        }
}

/// Where `text` has what X makes links of, in bytes.
#[cfg(test)]
pub(super) fn link_places(text: &str) -> Vec<(usize, usize)> {
    let units = units(text);
    let bytes = |end: usize| String::from_utf16_lossy(&units[..end]).len();
    let links = url::links(&units, true).into_iter();
    links.map(|link| (bytes(link.start), bytes(link.start + link.length))).collect()
}

/// UTF-16, which the services' own JavaScript counts in.
fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// Whether `c` is among the arrows and signs, and no emoji.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2100}'..='\u{2bff}') && !emoji::is_one(c)
}

/// `text` with 23 letters for each address and without the servers of mentions.
fn as_mastodon_counts(text: &str) -> String {
    let units = units(text);
    let mut out = Vec::new();
    let mut at = 0;
    for link in url::links(&units, false) {
        out.extend_from_slice(units.get(at..link.start).unwrap_or_default());
        out.extend([u16::from(b'x'); SHORT_LINK]);
        at = link.start + link.length;
    }
    out.extend_from_slice(units.get(at..).unwrap_or_default());
    without_servers(&String::from_utf16_lossy(&out))
}

/// `text` with `@user` for each `@user@host`, unless a letter, a digit, `_` or `/`
/// stands before it.
fn without_servers(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    // Whether one may begin right where `rest` does: not where another one ended.
    let mut may_begin = true;
    while let Some((before, after)) = rest.split_once('@') {
        let name = after.bytes().take_while(|byte| is_word(*byte)).count();
        let (name, host) = after.split_at(name);
        let host = host.strip_prefix('@').map_or(0, |host| {
            let run = host.bytes().take_while(|byte| is_word(*byte) && *byte != b'_' || b"-.".contains(byte));
            let run: Vec<u8> = run.collect();
            // It ends with a letter or digit, and has another character before that.
            run.iter()
                .rposition(u8::is_ascii_alphanumeric)
                .filter(|last| *last > 0)
                .map_or(0, |last| last + 1)
        });
        let free = match before.bytes().last() {
            Some(byte) => !is_word(byte) && byte != b'/',
            None => may_begin,
        };
        let found = free && host > 0 && !name.is_empty();
        may_begin = !found;
        if found {
            out = concat(&[&out, before, "@", name]);
            rest = after.get(name.len() + 1 + host..).unwrap_or("");
        } else {
            out = concat(&[&out, before, "@"]);
            rest = after;
        }
    }
    concat(&[&out, rest])
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
