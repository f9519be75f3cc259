//! The browser's side, in six programs: the card's, which every visitor loads; with
//! the feature `sign` the one that signs; with the feature `stats` the statistics
//! panel; with the feature `links`, share links for pages without a card; with the
//! feature `more`, what loads when a visitor asks for it; with the feature `prerender`
//! what fills the pages of a built site.

#[cfg(not(any(feature = "links", feature = "sign", feature = "stats")))]
mod card;
mod letters;
#[cfg(all(feature = "links", not(any(feature = "more", feature = "prerender"))))]
mod links;
#[cfg(feature = "more")]
mod more;
#[cfg(not(feature = "links"))]
mod page;
#[cfg(all(feature = "links", not(feature = "prerender")))]
mod platform;
#[cfg(feature = "prerender")]
mod prerender;
#[cfg(all(feature = "links", not(feature = "prerender")))]
mod shared;
#[cfg(all(feature = "sign", not(feature = "prerender")))]
mod sign;
#[cfg(feature = "stats")]
mod stats;

pub use letters::Letters;
