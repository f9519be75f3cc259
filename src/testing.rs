//! A pretended world for tests: a clock that stands still, numbers that only look
//! random, a store in memory, and a note of all that the card asked for.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::record::Record;
use crate::time;
use crate::world::World;

/// See the module's description.
#[derive(Debug)]
pub struct Pretend {
    /// Milliseconds since 1970.
    pub now: Cell<i64>,
    /// Whether the store takes nothing more: what is saved lasts as long as the page.
    pub full: Cell<bool>,
    /// The events so far, with their details.
    pub events: RefCell<Vec<(String, Record)>>,
    /// The element that was focused last.
    pub focused: RefCell<String>,
    random: Cell<u32>,
    store: RefCell<HashMap<String, Kept>>,
    saved: Cell<usize>,
}

#[derive(Debug)]
struct Kept {
    text: String,
    /// The names come in the order in which they were saved.
    order: usize,
    /// Whether the store did not take it.
    in_memory: bool,
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
            saved: Cell::default(),
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
        self.store.borrow().get(name).map(|kept| kept.text.clone())
    }

    fn save(&self, name: &str, text: &str) -> bool {
        let (order, in_memory) = (self.saved.get() + 1, self.full.get());
        self.saved.set(order);
        self.store.borrow_mut().insert(name.into(), Kept { text: text.into(), order, in_memory });
        !in_memory
    }

    fn replace(&self, name: &str, text: &str) -> bool {
        let stored = self.store.borrow().get(name).is_some_and(|kept| !kept.in_memory);
        !(stored && self.full.get()) && self.save(name, text)
    }

    fn forget(&self, name: &str) {
        self.store.borrow_mut().remove(name);
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        let store = self.store.borrow();
        let mut names: Vec<_> = store.iter().filter(|(name, _)| name.starts_with(prefix)).collect();
        names.sort_by_key(|(_, kept)| kept.order);
        names.into_iter().map(|(name, _)| name.clone()).collect()
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
}
