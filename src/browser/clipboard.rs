//! What the device itself does with a link: the clipboard and the share sheet.
//! Both must be asked inside the click, before anything is waited for.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Navigator, ShareData};

use super::promise::settle;

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

fn has(name: &str) -> bool {
    navigator().is_some_and(|navigator| {
        Reflect::get(&navigator, &JsValue::from_str(name)).is_ok_and(|found| !found.is_undefined())
    })
}

/// Puts `text` on the clipboard and tells `done` whether that worked. On a page
/// without https there is no clipboard.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    match navigator().filter(|_| has("clipboard")) {
        Some(navigator) => settle(&navigator.clipboard().write_text(text), |result| done(result.is_ok())),
        None => done(false),
    }
}

/// Whether the device has a share sheet.
pub fn can_share() -> bool {
    has("share")
}

/// Opens the device's share sheet. That the supporter closes it is no error.
pub fn share(title: &str, text: &str, url: &str) {
    if let Some(navigator) = navigator() {
        let data = ShareData::new();
        data.set_title(title);
        data.set_text(text);
        data.set_url(url);
        settle(&navigator.share_with_data(&data), |_| {});
    }
}
