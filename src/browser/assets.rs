//! Words and channels, handed over once by the page's loader and shared by all
//! cards on the page.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::channel::Catalogue;
use crate::i18n::{self, Locale};

#[derive(Default)]
struct Assets {
    catalogue: Rc<Catalogue>,
    locales: Vec<Rc<Locale>>,
}

thread_local! {
    static ASSETS: RefCell<Assets> = RefCell::default();
}

/// Adds packed channels and icons (see [`Catalogue::read`]).
#[wasm_bindgen(js_name = addChannels)]
pub fn add_channels(packed: &str) {
    ASSETS.with_borrow_mut(|assets| Rc::make_mut(&mut assets.catalogue).read(packed));
}

/// Adds a packed locale (see [`Locale::read`]).
#[wasm_bindgen(js_name = addLocale)]
pub fn add_locale(packed: &str) {
    ASSETS.with_borrow_mut(|assets| assets.locales.push(Rc::new(Locale::read(packed))));
}

/// The best of the `available` locales for the languages `wanted`, best first
/// (both separated by spaces); the first one available where none fits.
#[wasm_bindgen(js_name = chooseLocale)]
pub fn choose_locale(available: &str, wanted: &str) -> String {
    let words = |text| str::split(text, ' ').filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let available = words(available);
    i18n::choose(&available, &words(wanted)).or(available.first().copied()).unwrap_or("").into()
}

pub(super) fn catalogue() -> Rc<Catalogue> {
    ASSETS.with_borrow(|assets| assets.catalogue.clone())
}

/// The locale `id`, or the first one that was added.
pub(super) fn locale(id: &str) -> Rc<Locale> {
    ASSETS.with_borrow(|assets| {
        let found = assets.locales.iter().find(|locale| locale.id == id);
        found.or(assets.locales.first()).cloned().unwrap_or_default()
    })
}
