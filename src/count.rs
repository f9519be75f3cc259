//! Counting on the device: what happened, for which campaign and channel, in
//! which hour.
//!
//! Each page load writes to a name of its own (a shard) for each day, so two tabs
//! never overwrite each other's counts, and a count is one small synchronous write. A
//! total is the sum over the shards, and over what was folded (see `store`).
//!
//! A shard is a record: `hour kind channel variant` → how often. Hours are whole
//! hours since 1970, UTC; the kinds are
//!
//! - `view`: half the card was visible for a second, once a page load
//! - `arrival`: the page was opened through a landing link
//! - `share`: a click on a channel (what was posted then nobody can know)
//! - `copy`: the link was copied
//! - `sign`: somebody signed
//! - `sent`: the destination has the signature

#[cfg(any(feature = "stats", not(target_arch = "wasm32")))]
pub mod store;
#[cfg(any(feature = "stats", not(target_arch = "wasm32")))]
pub mod table;
#[cfg(any(feature = "stats", not(target_arch = "wasm32")))]
mod text;

use crate::number;
use crate::record::Record;
use crate::text::{concat, join};
use crate::world::{self, World};

/// The kinds, as in storage, in events and in `stats()`.
pub const KINDS: [&str; 6] = ["view", "arrival", "share", "copy", "sign", "sent"];

const HOUR: i64 = 3_600_000;

/// Counts one `kind` for `campaign` in the shard called `shard`, which belongs to
/// one page load. False where it could not be stored.
pub fn add(world: &dyn World, shard: &str, campaign: &str, kind: &str, channel: &str, variant: &str) -> bool {
    let hours = u64::try_from(world.now() / HOUR).unwrap_or(0);
    let shard = concat(&[shard, "-", &number::text(hours / 24)]);
    let name = world::name(&["count", campaign, &shard]);
    world.bump(&name, &join(&[&number::text(hours), kind, channel, variant], " "))
}

/// What is folded, by campaign: on the first line, as a shard, the sums over all time,
/// and under [`MARKS`] the shards in it, with spaces between them.
const FOLDED: &str = "counts";
const MARKS: &str = "marks";

/// What was counted for `campaign` on this device: `totals.kind`, and
/// `channels.id.kind` for every channel that occurs.
pub fn stats(world: &dyn World, campaign: &str) -> Record {
    let mut stats = Record::default();
    for kind in KINDS {
        stats.set_number(&concat(&["totals.", kind]), 0);
    }
    let mut sum = |counts: &Record| {
        for (key, count) in counts.pairs() {
            let mut parts = key.split(' ').skip(1);
            let kind = parts.next().unwrap_or("");
            let channel = parts.next().unwrap_or("");
            // Foreign data, or a later release's.
            let Some(count) = number::parse(count).filter(|_| KINDS.contains(&kind)) else { continue };
            let mut more = |name: String| stats.set_number(&name, stats.number(&name) + count);
            more(concat(&["totals.", kind]));
            if !channel.is_empty() {
                more(concat(&["channels.", channel, ".", kind]));
            }
        }
    };
    let prefix = world::name(&["count", campaign, ""]);
    // Before what is folded is read: whoever deletes a shard has folded it before.
    let shards = world.names(&prefix);
    let read =
        |name: &str| Record::read(world.load(name).unwrap_or_default().split('\n').next().unwrap_or(""));
    let shards = shards.iter().map(|name| (name.get(prefix.len()..), read(name)));
    let shards: Vec<_> = shards.collect();
    let folded = read(&world::name(&[FOLDED, campaign]));
    for (shard, counts) in &shards {
        if !folded.get(MARKS).split(' ').any(|mark| Some(mark) == *shard) {
            sum(counts);
        }
    }
    sum(&folded);
    stats
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Pretend;

    #[test]
    fn shards_add_up() {
        let world = Pretend::default();
        for _ in 0..3 {
            assert!(add(&world, "one", "c", "share", "x", ""));
            assert!(add(&world, "two", "c", "share", "x", ""));
        }
        world.now.set(world.now.get() + HOUR);
        add(&world, "two", "c", "share", "x", "");
        add(&world, "two", "c", "arrival", "email", "b & c");
        add(&world, "one", "c-two", "share", "x", "");

        let stats = stats(&world, "c");
        assert_eq!(stats.number("totals.share"), 7);
        assert_eq!(stats.get("totals.view"), "0");
        assert_eq!(stats.number("channels.x.share"), 7);
        assert_eq!(stats.number("channels.email.arrival"), 1);
    }

    #[test]
    fn garbage_is_skipped() {
        let world = Pretend::default();
        world.save("share-sign/1/count/c/s", "nonsense=1&5%20share%20x%20=two&%00=&x&5%20later%20%20=3");
        assert!(stats(&world, "c").pairs().iter().all(|(_, count)| count == "0"));
    }
}
