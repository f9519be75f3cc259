//! The browser's side: everything that touches the document, the storage and
//! the network. It reads what the page says, hands it to [`crate::widget`], and
//! does what that asks for.

mod assets;
mod card;
mod clipboard;
mod env;
mod events;
mod patch;
mod post;
mod promise;
mod seen;
mod store;

pub use assets::{add_channels, add_locale, choose_locale};
pub use card::Card;
