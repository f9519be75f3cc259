//! What a page needs besides the program, in the form it is shipped in. The
//! build writes these texts into the npm package; the program reads them back.

pub use crate::channel::{core as core_rows, icons, rest as other_rows};
pub use crate::html::card::names as channel_names;
pub use crate::i18n::{
    LOCALES, pack as strings, pack_more as more_strings, pack_prerender as prerender_strings,
    pack_sign as sign_strings,
};

/// The style sheet of the card, as written (not minified).
pub const STYLE: &str = include_str!("html/card.css");

/// The style sheet of what signing adds to the card.
pub const SIGN_STYLE: &str = include_str!("html/signing.css");

/// The style sheet of what loads when it is asked for.
pub const MORE_STYLE: &str = include_str!("html/dialog.css");

/// The style sheet of the statistics panel.
pub const STATS_STYLE: &str = crate::html::stats::STYLE;

/// Between the panel's own words and the names of channels.
pub const NAMES: char = '\u{c}';

/// What the statistics panel says in `locale`: its own words, and what channels are
/// called.
pub fn stats_strings(locale: &str) -> String {
    let mut words = crate::i18n::pack_stats(locale);
    words.push(NAMES);
    words.push_str(&channel_names(locale));
    words
}
