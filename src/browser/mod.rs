//! The browser's side, in five programs: the card's, which every visitor loads; with
//! the feature `sign` the one that signs; with the feature `stats` the statistics
//! panel; with the feature `links`, share links for pages without a card; with the
//! feature `more`, what loads when a visitor asks for it.

#[cfg(not(any(feature = "links", feature = "sign", feature = "stats")))]
mod card;
mod letters;
#[cfg(all(feature = "links", not(feature = "more")))]
mod links;
#[cfg(feature = "more")]
mod more;
#[cfg(not(feature = "links"))]
mod page;
#[cfg(feature = "links")]
mod platform;
#[cfg(feature = "links")]
mod shared;
#[cfg(feature = "sign")]
mod sign;
#[cfg(feature = "stats")]
mod stats;

pub use letters::Letters;
