//! The browser's storage. Where it is forbidden, full or missing, memory stands in.

use web_sys::Storage;

use crate::store::{Memory, Store};

/// `localStorage`, with what it would not take in memory.
#[derive(Default)]
pub struct Local(Memory);

/// Asked for at each use: a browser may take the permission away at any time,
/// and in a sandboxed frame the very question throws.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

impl Store for Local {
    fn get(&self, name: &str) -> Option<String> {
        self.0.get(name).or_else(|| storage()?.get_item(name).ok()?)
    }

    fn set(&self, name: &str, text: &str) -> bool {
        let kept = storage().is_some_and(|storage| storage.set_item(name, text).is_ok());
        if kept {
            self.0.remove(name);
        } else {
            self.0.set(name, text);
        }
        kept
    }

    fn remove(&self, name: &str) {
        self.0.remove(name);
        if let Some(storage) = storage() {
            // Where removing is forbidden, so was storing.
            let _ = storage.remove_item(name);
        }
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        let mut names = self.0.names(prefix);
        if let Some(storage) = storage() {
            for index in 0..storage.length().unwrap_or(0) {
                if let Ok(Some(name)) = storage.key(index)
                    && name.starts_with(prefix)
                    && !names.contains(&name)
                {
                    names.push(name);
                }
            }
        }
        names
    }
}
