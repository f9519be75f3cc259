//! The browser's side, in two programs: the card's, which every visitor loads, and
//! with the feature `more` what loads when it is asked for.

#[cfg(not(feature = "more"))]
mod card;
#[cfg(feature = "more")]
mod more;
#[cfg(not(feature = "more"))]
mod page;
#[cfg(feature = "more")]
mod platform;
