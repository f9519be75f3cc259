//! The message that goes with a share: measured as its channel measures it, and
//! cut so that it fits.
//!
//! There are two ways to measure. A first view [estimates](bound): never too
//! little, without any table. Everything else measures [exactly](exact). A text
//! that fits by the estimate fits.
//!
//! | count | what is one unit | what else takes room |
//! |---|---|---|
//! | `Characters` | a code point | – |
//! | `Joined` | a code point | the link in full |
//! | `Weighted` | X: as twitter-text counts | the link as 23, hashtags, the account |
//! | `WithLink` | Bluesky: a grapheme, or ten bytes where that is more | the link in full |
//! | `ShortLink` | Mastodon: a grapheme; an address 23; `@user@host` as `@user` | the link as 23 |
//! | `EmojiBytes` | Threads: a code point; of emoji, a byte | – |
//! | `Parts` | a part of a text message, of 160 characters or 70 | the link in full |
//! | `Address` | a character of the whole address | the rest of the address |
//!
//! The card's own link counts as 23 whatever its domain: X gets it as an address,
//! and a landing page on a domain that nobody knows is a test.
//!
//! Sources: <https://docs.x.com/fundamentals/counting-characters> and the package
//! twitter-text 3.1.0; the lexicon `app.bsky.feed.post` (300 graphemes, 3,000
//! bytes); Mastodon's `StatusLengthValidator`; <https://developers.facebook.com/docs/threads/posts>;
//! 3GPP TS 23.038 and 23.040.

pub mod bound;
mod cut;
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub mod exact;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod sms;

#[cfg(not(target_arch = "wasm32"))]
pub use native::Native;

#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub use exact::{Measure, measure};

/// What the program runs on.
#[cfg(target_arch = "wasm32")]
pub use crate::browser::Letters as Platform;
#[cfg(not(target_arch = "wasm32"))]
pub use native::Native as Platform;

use crate::channel::{Channel, Count, Kind};
use crate::text::concat;

/// What the platform knows of writing, and a visitor need not load.
pub trait Text {
    /// `text` in grapheme clusters (Unicode Annex 29), none of them left out.
    fn graphemes<'a>(&self, text: &'a str) -> Vec<&'a str>;
    /// `text` in normalisation form C.
    fn nfc(&self, text: &str) -> String;
}

/// `text` as `channel` can take it beside `link` and the other `appended` units:
/// hashtags and the account, or for [`Count::Address`] the whole address without
/// the text. Whole where it fits; else up to the end of a word, with an ellipsis.
/// Empty where nothing fits.
pub fn fit(channel: &Channel, text: &str, link: &str, appended: usize, platform: &dyn Text) -> String {
    #[cfg(any(feature = "links", not(target_arch = "wasm32")))]
    return exact::fit(channel, text, link, appended, platform);
    #[cfg(not(any(feature = "links", not(target_arch = "wasm32"))))]
    bound::fit(channel, text, link, appended, platform)
}

/// What X and Mastodon count for a link, however long it is.
const SHORT_LINK: usize = 23;

/// The ranges of twitter-text's configuration, version 3.
fn weight(c: char) -> usize {
    match c {
        '\0'..='\u{10ff}' | '\u{2000}'..='\u{200d}' | '\u{2010}'..='\u{201f}' | '\u{2032}'..='\u{2037}' => 1,
        _ => 2,
    }
}

/// The message as it is sent where the link is a part of it.
fn with_link(text: &str, link: &str) -> String {
    concat(&[text, if link.is_empty() { "" } else { " " }, link])
}

/// What `c` counts where a character counts for itself.
fn alone(channel: &Channel, c: char) -> usize {
    match channel.count {
        Count::Weighted => weight(c),
        Count::EmojiBytes if may_be_emoji(c) => c.len_utf8(),
        // A line break is two characters in a mail: see `link::href`.
        Count::Address if c == '\n' && channel.kind == Kind::Mail => 6,
        Count::Address if !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~')) => {
            3 * c.len_utf8()
        }
        Count::ShortLink => 0,
        _ => 1,
    }
}

/// Graphemes where bytes are limited too, to ten for each.
fn letters_or_bytes(letters: usize, bytes: usize) -> usize {
    letters.max(bytes.div_ceil(10))
}

/// The code points that are emoji or a part of them, and some symbols that are not.
fn may_be_emoji(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{200d}' | '\u{203c}' | '\u{2049}' | '\u{20e3}' | '\u{2100}'..='\u{2bff}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
        | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests;
