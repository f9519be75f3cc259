//! What the second program needs of the platform, in a browser or in Node:
//! functions of `pkg/edge.js`.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::Record;
use crate::world::World;

#[wasm_bindgen(raw_module = "../edge.js")]
extern "C" {
    fn resolve(address: &str) -> Option<String>;
    /// Milliseconds since 1970; not a number where it is no date.
    fn date(text: &str) -> f64;
    fn now() -> f64;
}

/// A world without any visitor: it reads and counts, and keeps nothing.
pub struct Platform;

#[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and fit")]
impl World for Platform {
    fn now(&self) -> i64 {
        now() as i64
    }

    fn timestamp(&self) -> String {
        String::new()
    }

    fn random(&self) -> u32 {
        0
    }

    fn load(&self, _name: &str) -> Option<String> {
        None
    }

    fn save(&self, _name: &str, _text: &str) -> bool {
        false
    }

    fn forget(&self, _name: &str) {}

    fn names(&self, _prefix: &str) -> Vec<String> {
        Vec::new()
    }

    fn resolve(&self, address: &str) -> Option<String> {
        resolve(address)
    }

    fn date(&self, text: &str) -> Option<i64> {
        Some(date(text)).filter(|at| !at.is_nan()).map(|at| at as i64)
    }

    fn emit(&self, _event: &str, _detail: &Record) {}

    fn focus(&self, _id: &str) {}
}
