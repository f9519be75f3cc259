//! What the card needs of the world around it: a clock, chance, storage, and
//! somebody who acts on its behalf. The browser is one such world, a test another.

use crate::record::Record;
use crate::text::join;

/// All names in storage begin with this, so that nothing else on the site is
/// touched. The number is the format's version.
pub const PREFIX: &str = "share-sign/1/";

/// The name, before their UUIDs, of the signatures that wait.
pub const OUTBOX: &str = "outbox";

/// The surroundings of one card.
pub trait World {
    /// The time, in milliseconds since 1970.
    fn now(&self) -> i64;
    /// The time as ISO 8601 in UTC.
    fn timestamp(&self) -> String;
    /// 32 random bits.
    fn random(&self) -> u32;

    /// The text kept as `name`.
    fn load(&self, name: &str) -> Option<String>;
    /// Keeps `text` as `name`. False where it will not outlive the page.
    fn save(&self, name: &str, text: &str) -> bool;
    /// Adds one to the number called `key` in the record kept as `name`. False where it
    /// will not outlive the page.
    fn bump(&self, name: &str, key: &str) -> bool {
        let mut counts = Record::read(&self.load(name).unwrap_or_default());
        counts.set_number(key, counts.number(key) + 1);
        self.save(name, &counts.write())
    }
    /// Puts `text` in the place of what is kept as `name`, where that is where it is
    /// kept. Unlike [`World::save`], a store that does not take it keeps the old text,
    /// and no copy in memory hides from this page what other tabs do to it. False
    /// where `text` will not outlive the page.
    fn replace(&self, name: &str, text: &str) -> bool {
        self.save(name, text)
    }
    /// Forgets `name`.
    fn forget(&self, name: &str);
    /// The names that begin with `prefix`.
    fn names(&self, prefix: &str) -> Vec<String>;

    /// Makes an address on the page whole; `None` where it is none.
    fn resolve(&self, address: &str) -> Option<String>;
    /// Reads a date and time as milliseconds since 1970.
    fn date(&self, text: &str) -> Option<i64>;

    /// Tells the page that something happened.
    fn emit(&self, event: &str, detail: &Record);
    /// Moves the keyboard focus to the element with this id.
    fn focus(&self, id: &str);
}

/// A name in storage.
pub fn name(parts: &[&str]) -> String {
    let mut name = String::from(PREFIX);
    name.push_str(&join(parts, "/"));
    name
}

/// A text made of `length` random letters and digits.
pub fn random_id(world: &dyn World, length: usize) -> String {
    let mut id = String::new();
    for _ in 0..length {
        id.push(char::from_digit(world.random() & 31, 36).unwrap_or('0'));
    }
    id
}

/// A text called `what`, made by chance once in this browser.
pub fn remembered(world: &dyn World, what: &str) -> String {
    let name = name(&[what]);
    world.load(&name).unwrap_or_else(|| {
        let made = random_id(world, 12);
        world.save(&name, &made);
        made
    })
}
