//! Clock, chance and storage of the page; one for all cards on it.

use super::store::Local;
use crate::store::Store;
use crate::widget::{Env, short_id};

/// The page as the pure logic sees it.
#[derive(Default)]
pub struct Page {
    store: Local,
}

thread_local! {
    static PAGE: Page = Page::default();
    /// Names this page load in the counts.
    static SHARD: String = with(|page| short_id(page.random()));
}

/// Runs `f` with the page's clock, chance and storage.
pub fn with<T>(f: impl FnOnce(&Page) -> T) -> T {
    PAGE.with(f)
}

/// The name of this page load in the counts.
pub fn shard() -> String {
    SHARD.with(Clone::clone)
}

impl Env for Page {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit")]
    fn now(&self) -> i64 {
        js_sys::Date::now() as i64
    }

    fn random(&self) -> u64 {
        let mut bytes = [0; 8];
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        if let Some(crypto) = crypto {
            // Fails for lengths over 65,536 only.
            let _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        u64::from_ne_bytes(bytes)
    }

    fn store(&self) -> &dyn Store {
        &self.store
    }
}
