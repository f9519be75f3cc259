//! Where a text that is too long ends.

use super::Text;
use crate::channel::{Channel, Count};
use crate::text::concat;

/// `text`, or as much of its beginning as `channel` takes. `used` is asked how much
/// room a text with (at most) so many graphemes takes.
///
/// It ends with a word; in writing without spaces, with a grapheme. Links,
/// hashtags and mentions are whole or not there at all. A text that has no such
/// place is cut between any two graphemes that are not in one of those.
pub fn fit(
    channel: &Channel,
    text: &str,
    platform: &dyn Text,
    used: &dyn Fn(&str, usize) -> usize,
) -> String {
    let fits = |text: &str, letters| used(text, letters) <= channel.limit;
    if channel.count == Count::None {
        return String::new();
    }
    // There are no more graphemes than bytes.
    if fits(text, text.len()) {
        return text.into();
    }
    let pieces = platform.graphemes(text);
    if fits(text, pieces.len()) {
        return text.into();
    }
    // The one character is not in the alphabet of text messages. Some channels would
    // take either for a part of a link, so a space follows what may be one.
    let dots = if channel.count == Count::Parts { " ..." } else { " …" };
    let ended = |(end, from): (usize, usize)| {
        concat(&[text.get(..end).unwrap_or(""), dots.get(from..).unwrap_or("")])
    };
    // Where to cut, and how much of the dots to leave out: after the last word that
    // fits; else wherever the text fits; and that only as far as no address follows.
    let (mut words, mut others, mut before_token) = ((0, 0), (0, 0), (0, 0));
    let (mut at, mut letters, mut full) = (0, 0, false);
    let (mut after_space, mut after_dense, mut in_link, mut dotted) = (true, false, false, false);
    for piece in pieces {
        let (mut space, mut dense, mut link) = (false, false, false);
        let dots_before = usize::from(!dotted);
        for c in piece.chars() {
            (space, dense) = (c.is_whitespace(), is_dense(c));
            dotted |= c == '.';
            link |= matches!(c, '#' | '@' | '.' | '/' | '＃' | '＠');
        }
        let word = space || !in_link && (dense || after_dense);
        if !after_space && !full && (word || !in_link) {
            let place = (at, dots_before);
            full = !fits(&ended(place), letters + dots.len());
            if !full {
                *(if word { &mut words } else { &mut others }) = place;
            }
        }
        if space {
            (in_link, dotted) = (false, false);
            before_token = others;
        } else if link {
            in_link = true;
            // What came before may be the beginning of the address.
            others = before_token;
        }
        (after_space, after_dense) = (space, dense);
        at += piece.len();
        letters += 1;
    }
    if words.0 == 0 {
        words = others;
    }
    if words.0 > 0 { ended(words) } else { String::new() }
}

/// Writing that has no spaces between words: of South-East and East Asia, and emoji.
fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{abff}' | '\u{fe00}'..)
}
