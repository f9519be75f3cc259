//! The signatures that wait, as they stand in the store.

use crate::outbox::context::{Contexts, pack};
use crate::record::Record;
use crate::text::concat;
use crate::world::{self, OUTBOX, World};
use crate::{number, outbox};

/// What the entry with this UUID is called in the store.
pub fn name(id: &str) -> String {
    world::name(&[OUTBOX, id])
}

/// `moment` in thirteen digits, which last until the year 2286: the room that a
/// lease takes is there from the start, also when the store is full.
pub fn stamp(moment: i64) -> String {
    let digits = number::text(u64::try_from(moment).unwrap_or(0));
    concat(&["0000000000000".get(digits.len()..).unwrap_or(""), &digits])
}

/// The moment that stands as `name` in `record`.
pub fn moment(record: &Record, name: &str) -> i64 {
    i64::try_from(record.number(name)).unwrap_or(0)
}

/// Stores `signature`, to be sent when its `next` has come: a new one, or one that
/// came back refused and that the supporter has changed. False where it will not
/// outlive the page.
pub fn write(world: &dyn World, signature: &Record) -> bool {
    let mut entry = signature.clone();
    let next = moment(&entry, "next");
    entry.set(
        "next",
        &stamp(if outbox::left(next, world.now(), outbox::LONGEST_PAUSE) > 0 { next } else { 0 }),
    );
    entry.set("refused", "");
    world.save(&name(signature.get("id")), &pack(world, &entry))
}

/// The entry with this UUID, whole.
pub fn get(world: &dyn World, id: &str) -> Option<Record> {
    world.load(&name(id)).map(|text| whole(world, &mut Contexts::default(), id, &text))
}

/// The entry that is stored as `text` under this UUID.
pub fn whole(world: &dyn World, contexts: &mut Contexts, id: &str, text: &str) -> Record {
    let mut entry = Record::read(text);
    // The name it is kept under is the one that it is found and settled by.
    entry.set("id", id);
    contexts.complete(world, &mut entry);
    entry
}

/// Forgets the entry with this UUID: settled in another way, or withdrawn.
pub fn remove(world: &dyn World, id: &str) {
    world.forget(&name(id));
}

/// The UUIDs of all entries, in no particular order.
pub fn ids(world: &dyn World) -> Vec<String> {
    let prefix = name("");
    let mut ids = Vec::new();
    for stored in world.names(&prefix) {
        ids.push(stored.strip_prefix(&prefix).unwrap_or("").into());
    }
    ids
}

/// All entries, whole, in no particular order.
pub fn all(world: &dyn World) -> Vec<Record> {
    let mut contexts = Contexts::default();
    let mut entries = Vec::new();
    for id in ids(world) {
        if let Some(text) = world.load(&name(&id)) {
            entries.push(whole(world, &mut contexts, &id, &text));
        }
    }
    entries
}

/// How many signatures of the campaign are in the outbox, refused ones included.
pub fn waiting(world: &dyn World, campaign: &str) -> usize {
    let mut contexts = Contexts::default();
    let mut count = 0;
    for id in ids(world) {
        let text = world.load(&name(&id));
        count += usize::from(text.is_some_and(|text| contexts.campaign(world, &text) == campaign));
    }
    count
}
