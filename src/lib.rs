//! share-sign: a petition card for any web page, which people sign and pass on.
//!
//! Everything here is plain logic that knows no browser, but for `browser`,
//! which exists in WebAssembly builds only and is the thin ring around it:
//!
//! - [`record`]: the one shape of all data, texts by name
//! - [`settings`] → [`campaign`]: what the page's author asked for, and what is wrong with it
//! - [`channel`], [`landing`], [`message`], [`link`], [`share`]: share links and the marks on them
//! - [`event`], [`calendar`], [`qr`], [`video`], [`server`]: what loads when it is asked for
//! - [`field`], [`signature`], [`outbox`], [`destination`]: signing, without losing a signature
//! - [`count`]: what happened, counted on the device; [`stats`]: what that means
//! - [`widget`]: the card's behaviour, in terms of the [`world`] around it
//! - [`html`], [`i18n`]: what the card looks like, and says
//! - `prerender`: cards in the pages of a built site, before any script

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(any(feature = "links", feature = "stats", not(target_arch = "wasm32")))]
pub mod calendar;
pub mod campaign;
pub mod channel;
pub mod count;
#[cfg(any(feature = "sign", feature = "stats", not(target_arch = "wasm32")))]
pub mod csv;
pub mod destination;
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub mod event;
pub mod field;
pub mod goal;
pub mod html;
pub mod i18n;
#[cfg(any(feature = "sign", feature = "stats", not(target_arch = "wasm32")))]
pub mod json;
pub mod landing;
pub mod link;
pub mod message;
pub mod number;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod outbox;
#[cfg(not(target_arch = "wasm32"))]
pub mod pack;
pub mod percent;
#[cfg(any(feature = "prerender", not(target_arch = "wasm32")))]
pub mod prerender;
pub mod problem;
#[cfg(any(feature = "more", not(target_arch = "wasm32")))]
pub mod qr;
pub mod record;
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub mod server;
pub mod settings;
pub mod share;
#[cfg(any(feature = "links", feature = "stats", not(target_arch = "wasm32")))]
pub mod shorten;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod signature;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod signing;
#[cfg(any(feature = "stats", not(target_arch = "wasm32")))]
pub mod stats;
#[cfg(test)]
mod testing;
pub mod text;
#[cfg(any(feature = "links", feature = "sign", feature = "stats", not(target_arch = "wasm32")))]
pub mod time;
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub mod video;
pub mod widget;
pub mod world;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
