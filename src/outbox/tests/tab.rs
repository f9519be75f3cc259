//! Tabs of one browser: one store for all of them, and a memory of its own in each.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::record::Record;
use crate::time;
use crate::world::World;

/// What all tabs share.
#[derive(Default)]
pub struct Device {
    pub now: Cell<i64>,
    /// Whether the store takes nothing that needs more room than there is.
    pub full: Cell<bool>,
    pub chance: Chance,
    pub store: RefCell<BTreeMap<String, String>>,
    /// Whether it breaks its word: what it says it keeps is gone.
    pub forgetful: Cell<bool>,
}

/// Numbers that look random and are the same each time.
#[derive(Default)]
pub struct Chance(Cell<u64>);

impl Chance {
    pub fn seed(&self, seed: u64) {
        self.0.set(seed);
    }

    /// splitmix64.
    pub fn next(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    pub fn below(&self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// True once in so many times.
    pub fn once_in(&self, times: u64) -> bool {
        self.below(times) == 0
    }
}

/// One page load. What the store did not take is kept here, and closed with it.
pub struct Tab {
    pub device: Rc<Device>,
    memory: RefCell<HashMap<String, String>>,
}

impl Tab {
    pub fn open(device: &Rc<Device>) -> Self {
        Tab { device: device.clone(), memory: RefCell::default() }
    }

    fn store(&self, name: &str, text: &str) -> bool {
        let mut store = self.device.store.borrow_mut();
        let room = store.get(name).map_or(0, String::len);
        if self.device.full.get() && text.len() > room {
            return false;
        }
        if !self.device.forgetful.get() || self.device.chance.below(20) > 0 {
            store.insert(name.into(), text.into());
        }
        true
    }
}

impl World for Tab {
    fn now(&self) -> i64 {
        self.device.now.get()
    }

    fn timestamp(&self) -> String {
        time::iso(self.now())
    }

    fn random(&self) -> u32 {
        u32::try_from(self.device.chance.next() >> 32).unwrap()
    }

    fn load(&self, name: &str) -> Option<String> {
        let held = self.memory.borrow().get(name).cloned();
        held.or_else(|| self.device.store.borrow().get(name).cloned())
    }

    fn save(&self, name: &str, text: &str) -> bool {
        let stored = self.store(name, text);
        if stored {
            self.memory.borrow_mut().remove(name);
        } else {
            self.memory.borrow_mut().insert(name.into(), text.into());
        }
        stored
    }

    fn replace(&self, name: &str, text: &str) -> bool {
        let held = self.memory.borrow().contains_key(name);
        if held { self.save(name, text) } else { self.store(name, text) }
    }

    fn forget(&self, name: &str) {
        self.memory.borrow_mut().remove(name);
        self.device.store.borrow_mut().remove(name);
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        let store = self.device.store.borrow();
        let memory = self.memory.borrow();
        let held = memory.keys().filter(|name| !store.contains_key(*name));
        store.keys().chain(held).filter(|name| name.starts_with(prefix)).cloned().collect()
    }

    fn resolve(&self, address: &str) -> Option<String> {
        Some(address.into())
    }

    fn date(&self, text: &str) -> Option<i64> {
        time::parse(text)
    }

    fn emit(&self, _event: &str, _detail: &Record) {}

    fn focus(&self, _id: &str) {}
}
