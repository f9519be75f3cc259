//! What a page needs besides the program, in the form it is shipped in. The
//! build writes these texts into the npm package; the program reads them back.

pub use crate::channel::pack as channels;
pub use crate::i18n::{LOCALES, pack as strings, pack_more as more_strings};

/// The style sheet of the card, as written (not minified).
pub const STYLE: &str = include_str!("html/card.css");
