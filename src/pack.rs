//! What a page needs besides the program, in the form it is shipped in. The
//! build writes these texts into the npm package; the program reads them back.

pub use crate::channel::{core as core_rows, icons, rest as other_rows};
pub use crate::i18n::{LOCALES, pack as strings, pack_more as more_strings, pack_sign as sign_strings};

/// The style sheet of the card, as written (not minified).
pub const STYLE: &str = include_str!("html/card.css");

/// The style sheet of what signing adds to the card.
pub const SIGN_STYLE: &str = include_str!("html/signing.css");

/// The style sheet of what loads when it is asked for.
pub const MORE_STYLE: &str = include_str!("html/dialog.css");
