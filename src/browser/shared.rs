//! What the programs without a card know: the channels, and how to say things.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::channel::Catalogue;
use crate::i18n::Locale;

thread_local! {
    pub static SHARED: RefCell<(Catalogue, Locale)> = RefCell::default();
}

/// Runs `act` with them.
pub fn with<T>(act: impl FnOnce(&Catalogue, Locale) -> T) -> T {
    SHARED.with_borrow(|(catalogue, words)| act(catalogue, *words))
}

/// Adds packed channels (see [`Catalogue::read`]).
#[wasm_bindgen]
pub fn rows(packed: &str) {
    SHARED.with_borrow_mut(|(catalogue, _)| catalogue.read(String::from(packed).leak()));
}
