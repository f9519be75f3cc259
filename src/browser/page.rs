//! The world as the page lends it: functions of `pkg/edge.js`, called without any
//! glue between where their values allow it.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::Record;
#[cfg(not(any(feature = "sign", feature = "stats")))]
use crate::text::concat;
use crate::world::World;

#[wasm_bindgen(raw_module = "../edge.js")]
extern "C" {
    /// Hands a text to the caller of the function that runs.
    pub fn give(text: &str);
    fn now() -> f64;
    fn timestamp() -> String;
    fn random() -> u32;
    fn load(name: &str) -> Option<String>;
    fn save(name: &str, text: &str) -> bool;
    #[cfg(any(feature = "sign", feature = "stats"))]
    fn replace(name: &str, text: &str) -> bool;
    #[cfg(not(any(feature = "sign", feature = "stats")))]
    fn bump(name_and_key: &str) -> bool;
    fn forget(name: &str);
    /// The names with this prefix, with line breaks between them.
    fn names(prefix: &str) -> String;
    fn resolve(address: &str) -> Option<String>;
    /// Milliseconds since 1970; not a number where it is no date.
    fn date(text: &str) -> f64;
    fn emit(card: u32, event: &str, detail: &str);
    fn focus(card: u32, id: &str);
}

/// The surroundings of the card with this number.
pub struct Page(pub u32);

#[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and fit")]
impl World for Page {
    fn now(&self) -> i64 {
        now() as i64
    }

    fn timestamp(&self) -> String {
        timestamp()
    }

    fn random(&self) -> u32 {
        random()
    }

    fn load(&self, name: &str) -> Option<String> {
        load(name)
    }

    fn save(&self, name: &str, text: &str) -> bool {
        save(name, text)
    }

    #[cfg(any(feature = "sign", feature = "stats"))]
    fn replace(&self, name: &str, text: &str) -> bool {
        replace(name, text)
    }

    #[cfg(not(any(feature = "sign", feature = "stats")))]
    // What a click waits for: the page reads and writes the record itself, so that less
    // goes to and fro.
    fn bump(&self, name: &str, key: &str) -> bool {
        bump(&concat(&[name, "\n", key]))
    }

    fn forget(&self, name: &str) {
        forget(name);
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        names(prefix).split('\n').filter(|name| !name.is_empty()).map(String::from).collect()
    }

    fn resolve(&self, address: &str) -> Option<String> {
        resolve(address)
    }

    fn date(&self, text: &str) -> Option<i64> {
        Some(date(text)).filter(|at| !at.is_nan()).map(|at| at as i64)
    }

    fn emit(&self, event: &str, detail: &Record) {
        emit(self.0, event, &detail.write());
    }

    fn focus(&self, id: &str) {
        focus(self.0, id);
    }
}
