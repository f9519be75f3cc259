//! Where things are kept on the device: a few texts by name.
//!
//! The browser's storage may be full, forbidden or missing; whoever writes is
//! told, and [`Memory`] stands in.

use std::cell::RefCell;

/// All names begin with this, so that nothing else on the site is touched. The
/// number is the format's version.
pub const PREFIX: &str = "share-sign/1/";

/// A name below [`PREFIX`].
pub fn name(parts: &[&str]) -> String {
    let mut name = String::from(PREFIX);
    name.push_str(&parts.join("/"));
    name
}

/// Texts by name.
pub trait Store {
    /// The text called `name`.
    fn get(&self, name: &str) -> Option<String>;
    /// Keeps `text` as `name`; false where that was not possible.
    fn set(&self, name: &str, text: &str) -> bool;
    /// Forgets `name`.
    fn remove(&self, name: &str);
    /// The names that begin with `prefix`.
    fn names(&self, prefix: &str) -> Vec<String>;
}

/// A store that lasts as long as the page.
#[derive(Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Memory(RefCell<Vec<(String, String)>>);

impl Store for Memory {
    fn get(&self, name: &str) -> Option<String> {
        self.0.borrow().iter().find(|(known, _)| known == name).map(|(_, text)| text.clone())
    }

    fn set(&self, name: &str, text: &str) -> bool {
        let mut entries = self.0.borrow_mut();
        match entries.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = text.into(),
            None => entries.push((name.into(), text.into())),
        }
        true
    }

    fn remove(&self, name: &str) {
        self.0.borrow_mut().retain(|(known, _)| known != name);
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        self.0.borrow().iter().map(|(name, _)| name.clone()).filter(|name| name.starts_with(prefix)).collect()
    }
}
