//! Texts cut to the room there is, on paper and in addresses. (A message on a channel
//! is cut as that channel counts: see [`message`](crate::message).)

use crate::text::concat;

/// The width of `text`, where most letters are one wide, and the letters of East Asia
/// and emoji two.
pub fn width(text: &str) -> usize {
    text.chars().map(wide).sum()
}

fn wide(c: char) -> usize {
    if matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..)
    {
        2
    } else {
        1
    }
}

/// `text` if it is at most `limit` wide, else its beginning up to the end of a word,
/// and an ellipsis. Without a word that ends in the second half it is cut between
/// characters, never before one that belongs to the character in front of it.
pub fn shorten(text: &str, limit: usize) -> String {
    let (mut used, mut word, mut end, mut joined) = (0, 0, 0, false);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() && used > limit / 2 {
            word = at;
        }
        if !joined && !joins(c) {
            end = at;
        }
        joined = c == '\u{200d}';
        used += wide(c);
        // The ellipsis takes the last place, unless nothing comes after it.
        if used > limit || used == limit && text.len() > at + c.len_utf8() {
            let kept = text.get(..if word > 0 { word } else { end }).unwrap_or("");
            return concat(&[kept.trim_end(), "…"]);
        }
    }
    text.into()
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

    #[test]
    fn cuts_at_a_word() {
        assert_eq!(shorten("Save the library", 16), "Save the library");
        assert_eq!(shorten("Save the library", 15), "Save the…");
        assert_eq!(shorten("Save the library now", 17), "Save the library…");
        assert_eq!(shorten("", 5), "");
    }

    #[test]
    fn without_a_word_it_cuts_between_characters() {
        assert_eq!(shorten(&"x".repeat(20), 10), "xxxxxxxxx…");
        assert_eq!(shorten(&["a ", &"x".repeat(20)].concat(), 10), "a xxxxxxx…");
        assert_eq!(shorten("図書館を守ろう", 9), "図書館を…");
        assert_eq!(shorten("ab👩‍👩‍👧cd", 6), "ab…");
        assert_eq!(shorten("abe\u{301}\u{302}cde", 5), "ab…");
    }

    #[test]
    fn is_never_wider_than_asked_for() {
        for text in ["one two three four five six", "図書館 を守ろう と思います", "🙏🏽🙏🏽🙏🏽🙏🏽🙏🏽🙏🏽 🇫🇷🇫🇷🇫🇷"]
        {
            for limit in 1..40 {
                let cut = shorten(text, limit);
                assert!(width(&cut) <= limit, "{cut} in {limit}");
                assert!(cut == text || text.starts_with(cut.trim_end_matches('…')), "{cut}");
            }
        }
    }
}
