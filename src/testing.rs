//! A pretended world for tests: a clock that stands still, numbers that only look
//! random, a store in memory, and a note of all that the card asked for.

use std::cell::{Cell, RefCell};

use crate::record::Record;
use crate::time;
use crate::world::World;

/// See the module's description.
#[derive(Debug)]
pub struct Pretend {
    /// Milliseconds since 1970.
    pub now: Cell<i64>,
    /// Whether the store forgets everything when the page is left.
    pub full: Cell<bool>,
    /// The events so far, with their details.
    pub events: RefCell<Vec<(String, Record)>>,
    /// The element that was focused last.
    pub focused: RefCell<String>,
    random: Cell<u32>,
    store: RefCell<Vec<(String, String)>>,
}

impl Default for Pretend {
    fn default() -> Self {
        Pretend {
            now: Cell::new(1_798_140_600_000),
            full: Cell::default(),
            events: RefCell::default(),
            focused: RefCell::default(),
            random: Cell::new(7),
            store: RefCell::default(),
        }
    }
}

impl Pretend {
    /// The names of the events so far.
    pub fn event_names(&self) -> Vec<String> {
        self.events.borrow().iter().map(|(name, _)| name.clone()).collect()
    }
}

impl World for Pretend {
    fn now(&self) -> i64 {
        self.now.get()
    }

    fn timestamp(&self) -> String {
        time::iso(self.now.get())
    }

    fn random(&self) -> u32 {
        // xorshift32: any spread-out numbers will do.
        let mut x = self.random.get();
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        self.random.set(x);
        x >> 7
    }

    fn load(&self, name: &str) -> Option<String> {
        self.store.borrow().iter().find(|(known, _)| known == name).map(|(_, text)| text.clone())
    }

    fn save(&self, name: &str, text: &str) -> bool {
        self.forget(name);
        self.store.borrow_mut().push((name.into(), text.into()));
        !self.full.get()
    }

    fn forget(&self, name: &str) {
        self.store.borrow_mut().retain(|(known, _)| known != name);
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        self.store
            .borrow()
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| name.starts_with(prefix))
            .collect()
    }

    fn resolve(&self, address: &str) -> Option<String> {
        if address.is_empty() || address.contains(' ') {
            None
        } else if address.contains(':') {
            Some(address.into())
        } else {
            Some(["https://blog.example/", address.trim_start_matches('/')].concat())
        }
    }

    fn date(&self, text: &str) -> Option<i64> {
        time::parse(text)
    }

    fn emit(&self, event: &str, detail: &Record) {
        self.events.borrow_mut().push((event.into(), detail.clone()));
    }

    fn focus(&self, id: &str) {
        *self.focused.borrow_mut() = id.into();
    }

    fn send(&self) {
        self.events.borrow_mut().push(("send".into(), Record::default()));
    }
}
