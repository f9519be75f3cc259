//! The message that goes with a share: measured as its channel measures it, and
//! cut so that it fits.

use crate::channel::{Channel, Count};
use crate::text::concat;

/// What X and Mastodon charge for a link, however long it is.
const SHORT_LINK: usize = 23;

/// `text` as `channel` can take it, when `link`, and what the channel appends to
/// it (`appended` units), take their share of the room. Cut at a word, with an
/// ellipsis.
pub fn fit(channel: &Channel, text: &str, link: &str, appended: usize) -> String {
    let taken = match channel.count {
        Count::None => return String::new(),
        Count::Characters | Count::EmojiBytes | Count::Parts | Count::Address => 0,
        Count::Weighted | Count::ShortLink => SHORT_LINK + 1 + appended,
        Count::WithLink => length(channel.count, link) + 1,
    };
    cut(text, channel.count, channel.limit.saturating_sub(taken))
}

/// TEMP
pub struct Measure {
    /// .
    pub used: usize,
    /// .
    pub limit: usize,
    /// .
    pub parts: usize,
}
/// TEMP
pub fn measure(
    channel: &Channel,
    text: &str,
    _link: &str,
    _appended: usize,
    _platform: &dyn crate::world::World,
) -> Measure {
    Measure { used: length(channel.count, text), limit: channel.limit, parts: 0 }
}

/// The length of `text` in the units of `count`.
pub fn length(count: Count, text: &str) -> usize {
    text.chars().map(|c| weight(count, c)).sum()
}

fn weight(count: Count, c: char) -> usize {
    match count {
        Count::Weighted => match c {
            '\0'..='\u{10ff}'
            | '\u{2000}'..='\u{200d}'
            | '\u{2010}'..='\u{201f}'
            | '\u{2032}'..='\u{2037}' => 1,
            _ => 2,
        },
        Count::EmojiBytes if c >= '\u{2190}' => c.len_utf8(),
        _ => 1,
    }
}

/// `text` within `limit` units of `count`: whole when it fits, else up to the end
/// of a word and an ellipsis. A text without any space is cut between characters,
/// never before one that belongs to the character in front of it.
fn cut(text: &str, count: Count, limit: usize) -> String {
    if length(count, text) <= limit {
        return text.into();
    }
    let room = limit.saturating_sub(weight(count, '…'));
    let (mut used, mut word, mut end) = (0, 0, 0);
    let mut joined = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            word = at;
        }
        if !joined && !joins(c) {
            end = at;
        }
        joined = c == '\u{200d}';
        used += weight(count, c);
        if used > room {
            break;
        }
    }
    let kept = text.get(..if word > 0 { word } else { end }).unwrap_or("");
    concat(&[kept.trim_end(), "…"])
}

/// Whether `c` changes the character before it instead of standing by itself:
/// combining marks, variation selectors, skin tones, joiners, second halves of flags.
fn joins(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::Catalogue;

    fn fits(id: &str, text: &str, link: &str, appended: usize) -> String {
        let catalogue = Catalogue::complete();
        fit(catalogue.get(id).unwrap(), text, link, appended)
    }

    #[test]
    fn short_texts_stay_whole() {
        assert_eq!(fits("x", "Save the library", "https://a.example/", 0), "Save the library");
        assert_eq!(fits("facebook", "Save the library", "https://a.example/", 0), "");
    }

    #[test]
    fn cuts_at_a_word() {
        let long = "word ".repeat(100);
        let cut = fits("x", &long, "https://a.example/", 13);
        assert!(cut.ends_with("word…"), "{cut}");
        assert!(length(Count::Weighted, &cut) + 24 + 13 <= 280);
        assert!(length(Count::Weighted, &cut) + 24 + 13 > 270);
    }

    #[test]
    fn a_link_counts_in_full_on_bluesky() {
        let link = format!("https://a.example/{}", "x".repeat(250));
        let cut = fits("bluesky", &"word ".repeat(100), &link, 0);
        assert!(length(Count::WithLink, &cut) + link.len() < 300);
    }

    #[test]
    fn never_inside_a_character() {
        let family = "👨‍👩‍👧".repeat(200);
        let cut = fits("x", &family, "https://a.example/", 0);
        assert_eq!(cut.trim_end_matches('…').chars().count() % 5, 0, "whole families only");
        let accents = "e\u{301}".repeat(300);
        let cut = fits("bluesky", &accents, "https://a.example/", 0);
        assert!(cut.ends_with("\u{301}…"), "{cut:?}");
        assert_eq!(cut.trim_end_matches('…').chars().count() % 2, 0);
    }

    #[test]
    fn wide_letters_weigh_double_on_x() {
        assert_eq!(length(Count::Weighted, "abc日本…"), 3 + 4 + 2);
        assert_eq!(length(Count::EmojiBytes, "a🙏"), 5);
    }
}
