//! What X counts: as `parseTweet` of the npm package twitter-text 3.1.0 does.
//!
//! In normal form C. An address is 23, an emoji that the package knows is 2, other
//! characters weigh 1 or 2 by their code point. The package works on UTF-16 and
//! has its oddities there; they count on X too, and are kept.

use super::super::{SHORT_LINK, weight};
use super::{emoji, url};

/// The weighted length of a text.
pub fn length(units: &[u16]) -> usize {
    let links = spans(units, url::links(units, true).iter().map(|link| (link.start, link.length)));
    let mut emoji = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let found = emoji::length(units, at);
        emoji.extend(found.map(|length| (at, length)));
        at += found.unwrap_or(1);
    }
    let emoji = spans(units, emoji.into_iter());
    let (mut total, mut at) = (0, 0);
    while let (Some(unit), Some(link), Some(emoji)) = (units.get(at), links.get(at), emoji.get(at)) {
        (total, at) = match (*link, *emoji) {
            (0, 0) => {
                let pair = (0xd800..0xdc00).contains(unit)
                    && units.get(at + 1).is_some_and(|low| (0xdc00..0xe000).contains(low));
                // Half a character weighs as much as a whole one.
                let one = char::from_u32(u32::from(*unit)).map_or(2, weight);
                (total + one, at + 1 + usize::from(pair))
            }
            (0, length) => (total + 2, at + length),
            (length, _) => (total + SHORT_LINK, at + length),
        };
    }
    total
}

/// By place: how many units what begins there has, or none. The last one to begin
/// at a place is the one that counts.
fn spans(units: &[u16], found: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut lengths = vec![0; units.len()];
    for (start, length) in found {
        if let Some(slot) = lengths.get_mut(start) {
            *slot = length;
        }
    }
    lengths
}
