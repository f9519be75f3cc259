//! The estimate: at least what a channel counts, from a text's characters alone.

use super::{SHORT_LINK, Text, alone, cut, letters_or_bytes, sms, with_link};
use crate::channel::{Channel, Count};

/// The fewest graphemes that an address with its scheme can have.
const SHORTEST: usize = 10;

/// See [`super::fit`].
pub fn fit(channel: &Channel, text: &str, link: &str, appended: usize, platform: &dyn Text) -> String {
    cut::fit(channel, text, platform, &|text, letters| used(channel, text, letters, link, appended, platform))
}

/// At least what `channel` counts for `text`, which has at most so many `letters`
/// (graphemes), and all that goes with it.
pub fn used(
    channel: &Channel,
    text: &str,
    letters: usize,
    link: &str,
    appended: usize,
    platform: &dyn Text,
) -> usize {
    let beside = if link.is_empty() { 0 } else { SHORT_LINK + 1 };
    appended
        + match channel.count {
            Count::Weighted => beside + characters(channel, &platform.nfc(text)),
            Count::ShortLink => beside + letters + characters(channel, text),
            // Where there is no link, one too many: nothing is shared without.
            Count::WithLink => letters_or_bytes(letters + 1 + link.len(), text.len() + 1 + link.len()),
            Count::Joined => with_link(text, link).chars().count(),
            Count::Parts => sms::at_most(&with_link(text, link)),
            _ => characters(channel, text),
        }
}

/// What the characters of `text` count by themselves, and where there might be an
/// address what is missing to 23, on X and Mastodon. For X it is in normal form C.
///
/// Each address that X links has a domain with at least one dot, after which come
/// two letters or one that is not ASCII. Between two characters that no domain
/// without accents may have, X finds no second one; directly after `@` or a single
/// `/` it finds none at all. On Mastodon each has a scheme.
pub fn characters(channel: &Channel, text: &str) -> usize {
    let mut used = 0;
    // How long an address that ends here would be, and how much of a top-level
    // domain it has: 1 the dot, 3 the dot and two letters.
    let (mut domain, mut top) = (0, 0);
    let (mut last, mut before) = (' ', ' ');
    for c in text.chars() {
        used += alone(channel, c);
        let slashes = last == '/' && before == '/';
        let mut ends = false;
        if c.is_ascii_alphanumeric() || c == '-' {
            if domain == 0 && (last == '@' || last == '/' && !slashes) {
                domain = SHORT_LINK;
            }
            domain += 1;
            if top > 0 {
                top = if c.is_ascii_alphabetic() { top + 1 } else { 0 };
                ends = top == 3;
            }
        } else if c == '.' {
            domain += usize::from(domain > 0);
            top = 1;
        } else {
            // Punctuation apart: a full stop stands before quotation marks too.
            ends = top > 0 && c > '\u{bf}' && !matches!(c, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3002}');
        }
        if ends && channel.count == Count::Weighted {
            used += SHORT_LINK.saturating_sub(domain);
            // Only the first one of these counts.
            domain = SHORT_LINK;
        }
        if slashes && channel.count == Count::ShortLink {
            used += SHORT_LINK - SHORTEST;
        }
        if !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.')) {
            (domain, top) = (0, 0);
        }
        (last, before) = (c, last);
    }
    used
}
