//! What all signatures of a page share, stored once.
//!
//! A context is kept under the hash of its text. It holds nothing personal, and is
//! never deleted: another tab may be about to store an entry that needs it.

use crate::number;
use crate::outbox::dense;
use crate::record::Record;
use crate::text::concat;
use crate::world::{World, name};

/// What an entry calls the hash of its context.
pub const CONTEXT: &str = "context";

fn is_shared(name: &str) -> bool {
    matches!(
        name,
        "campaign" | "destination" | "page" | "headline" | "locale" | "consentText" | "consentVersion"
    ) || name.starts_with("to.")
}

/// FNV-1a with 64 bits, in 16 hexadecimal digits.
pub fn hash(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut out = String::new();
    for digit in (0..16).rev() {
        #[allow(clippy::cast_possible_truncation, reason = "four bits")]
        out.push(char::from_digit((hash >> (4 * digit)) as u32 & 15, 16).unwrap_or('0'));
    }
    out
}

/// Stores `text` as a context; `None` where it would not outlive the page.
fn store(world: &dyn World, text: &str) -> Option<String> {
    let hash = hash(text);
    let mut key = hash.clone();
    let mut others = 0;
    loop {
        let stored = name(&[CONTEXT, &key]);
        match world.load(&stored) {
            Some(other) if other != text => {
                others += 1;
                key = concat(&[&hash, "-", &number::text(others)]);
            }
            // Saved again also where it is known: what is known may be a copy in
            // memory, and the entry must not outlive its context.
            _ => return world.save(&stored, text).then_some(key),
        }
    }
}

/// The text of an entry for `signature`, whose context is stored on the way.
pub fn pack(world: &dyn World, signature: &Record) -> String {
    let (mut shared, mut own) = (Record::default(), Record::of(&[(CONTEXT, "")]));
    for (name, text) in signature.pairs() {
        if is_shared(name) {
            shared.set(name, text);
        } else if name != "id" {
            own.set(name, text);
        }
    }
    if !shared.pairs().is_empty() {
        if let Some(key) = store(world, &dense::write(&shared)) {
            own.set(CONTEXT, &key);
        } else {
            // Whole, as it may still fit, and needs nothing else.
            own.set(CONTEXT, "");
            for (name, text) in shared.pairs() {
                own.set(name, text);
            }
        }
    }
    dense::write(&own)
}

/// The contexts that were read, by key.
#[derive(Default)]
pub struct Contexts(Vec<(String, Record)>);

impl Contexts {
    /// The context under this key; `None` where there is none.
    pub fn get(&mut self, world: &dyn World, key: &str) -> Option<&Record> {
        if !self.0.iter().any(|(known, _)| known == key) {
            let text = world.load(&name(&[CONTEXT, key]))?;
            self.0.push((key.into(), Record::read(&text)));
        }
        self.0.iter().find(|(known, _)| known == key).map(|(_, context)| context)
    }

    /// Adds its context to `entry`. Where that is missing, the entry stays as it is:
    /// it names no destination then, so nothing is sent, and nothing is lost should
    /// the context come back (with a backup of the site's data, or from the same page).
    pub fn complete(&mut self, world: &dyn World, entry: &mut Record) {
        let key = entry.get(CONTEXT).to_owned();
        if let Some(context) = self.get(world, &key) {
            entry.set(CONTEXT, "");
            for (name, text) in context.pairs() {
                entry.set(name, text);
            }
        }
    }

    /// The campaign of an entry of which only the text is known.
    pub fn campaign(&mut self, world: &dyn World, text: &str) -> String {
        // An entry begins with its context: thousands are counted without reading them.
        let key = text.split('&').next().and_then(|first| first.strip_prefix("context="));
        match key.and_then(|key| self.get(world, key)) {
            Some(context) => context.get("campaign").into(),
            None => Record::read(text).get("campaign").into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Pretend;

    #[test]
    fn hashes_as_published() {
        assert_eq!(hash(""), "cbf29ce484222325");
        assert_eq!(hash("foobar"), "85944171f73967e8");
    }

    #[test]
    fn another_text_under_the_same_hash_gets_the_next_name() {
        let world = Pretend::default();
        let key = hash("campaign=a");
        world.save(&name(&[CONTEXT, &key]), "campaign=other");
        let second = concat(&[&key, "-1"]);
        assert_eq!(store(&world, "campaign=a").as_deref(), Some(second.as_str()));
        assert_eq!(store(&world, "campaign=a").as_deref(), Some(second.as_str()), "and keeps it");
        assert_eq!(Contexts::default().get(&world, &second).unwrap().get("campaign"), "a");
    }
}
