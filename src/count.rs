//! Counting on the device: what happened, for which campaign and channel, in
//! which hour.
//!
//! Each page load writes to a name of its own (a shard), so two tabs never
//! overwrite each other's counts, and a count is one small synchronous write. A
//! total is the sum over the shards.

use crate::json::{self, Object};
use crate::store::{self, Store};
use crate::{number, percent, time};

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Kind {
    /// Half the card was visible for a second, once a page load.
    View,
    /// The page was opened through a landing link.
    Arrival,
    /// A click on a channel. What was posted then nobody can know.
    Share,
    /// The link was copied.
    Copy,
    /// Somebody signed.
    Sign,
    /// The destination has the signature.
    Sent,
}

/// Every kind, under the name that it has in storage, in events and in `stats()`.
pub const KINDS: [(Kind, &str); 6] = [
    (Kind::View, "view"),
    (Kind::Arrival, "arrival"),
    (Kind::Share, "share"),
    (Kind::Copy, "copy"),
    (Kind::Sign, "sign"),
    (Kind::Sent, "sent"),
];

impl Kind {
    /// Its name in storage, in events and in `stats()`.
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

/// How often something happened in one hour.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Row {
    /// Hours since 1970, UTC.
    pub hour: u64,
    /// A name of [`KINDS`], or of a later release.
    pub kind: String,
    /// Channel id; empty where none is involved.
    pub channel: String,
    /// Which wording; empty where there is only one.
    pub variant: String,
    /// How often.
    pub count: u64,
}

/// The counts of one campaign as one page load writes them.
pub struct Counter {
    name: String,
}

impl Counter {
    /// Counts for `campaign` in the shard called `shard`, which belongs to one
    /// page load; all cards of that page may share it.
    pub fn new(campaign: &str, shard: &str) -> Self {
        Counter { name: store::name(&["count", campaign, shard]) }
    }

    /// Counts one `kind`, at `now` (milliseconds since 1970). False where it could
    /// not be stored.
    pub fn add(&self, store: &dyn Store, kind: Kind, channel: &str, variant: &str, now: i64) -> bool {
        let hour = u64::try_from(now / time::HOUR).unwrap_or(0);
        let mut rows = store.get(&self.name).map(|text| read(&text)).unwrap_or_default();
        let same = |row: &&mut Row| {
            row.hour == hour && row.kind == kind.name() && row.channel == channel && row.variant == variant
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.count += 1,
            None => rows.push(Row {
                hour,
                kind: kind.name().into(),
                channel: channel.into(),
                variant: variant.into(),
                count: 1,
            }),
        }
        store.set(&self.name, &write(&rows))
    }
}

fn write(rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        let key = [number::text(row.hour).as_str(), &row.kind, &row.channel, &row.variant].join(" ");
        percent::push_pair(&mut out, &key, &number::text(row.count));
    }
    out
}

/// Rows that cannot be read are skipped: they are foreign, or from a later release.
fn read(text: &str) -> Vec<Row> {
    let row = |(key, count): (String, String)| {
        let mut parts = key.splitn(4, ' ').map(String::from);
        Some(Row {
            hour: number::parse(&parts.next()?)?,
            kind: parts.next()?,
            channel: parts.next()?,
            variant: parts.next()?,
            count: number::parse(&count)?,
        })
    };
    percent::pairs(text).filter_map(row).collect()
}

/// Everything counted for `campaign` on this device, in no particular order.
pub fn rows(store: &dyn Store, campaign: &str) -> Vec<Row> {
    let names = store.names(&store::name(&["count", campaign, ""]));
    names.iter().filter_map(|name| store.get(name)).flat_map(|text| read(&text)).collect()
}

/// The counts as JSON: totals by kind, and by channel and kind.
pub fn stats(campaign: &str, replica: &str, rows: &[Row]) -> String {
    let totals = |matches: &dyn Fn(&Row) -> bool| {
        KINDS.iter().fold(Object::default(), |object, (_, kind)| {
            let rows = rows.iter().filter(|row| row.kind == *kind && matches(row));
            object.number(kind, rows.map(|row| row.count).sum())
        })
    };
    let mut channels: Vec<&str> = Vec::new();
    for row in rows {
        if !row.channel.is_empty() && !channels.contains(&row.channel.as_str()) {
            channels.push(&row.channel);
        }
    }
    let by_channel = channels.iter().fold(Object::default(), |object, channel| {
        object.raw(channel, &totals(&|row| row.channel == *channel).end())
    });
    let listed = rows.iter().map(|row| {
        Object::default()
            .number("hour", row.hour)
            .text("kind", &row.kind)
            .text("channel", &row.channel)
            .text("variant", &row.variant)
            .number("count", row.count)
            .end()
    });
    Object::default()
        .text("campaign", campaign)
        .text("replica", replica)
        .raw("totals", &totals(&|_| true).end())
        .raw("channels", &by_channel.end())
        .raw("rows", &json::array(listed))
        .end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    const NOW: i64 = 1_798_140_600_000;

    #[test]
    fn shards_add_up() {
        let store = Memory::default();
        let (one, two) = (Counter::new("c", "one"), Counter::new("c", "two"));
        for _ in 0..3 {
            assert!(one.add(&store, Kind::Share, "x", "", NOW));
            assert!(two.add(&store, Kind::Share, "x", "", NOW));
        }
        two.add(&store, Kind::Arrival, "email", "b & c", NOW + time::HOUR);
        Counter::new("other", "one").add(&store, Kind::Share, "x", "", NOW);

        let stats: serde_json::Value = serde_json::from_str(&stats("c", "r", &rows(&store, "c"))).unwrap();
        assert_eq!(stats["totals"]["share"], 6);
        assert_eq!(stats["totals"]["view"], 0);
        assert_eq!(stats["channels"]["x"]["share"], 6);
        assert_eq!(stats["channels"]["email"]["arrival"], 1);
        assert_eq!(stats["rows"].as_array().unwrap().len(), 3);
    }

    #[test]
    fn rows_round_trip_and_garbage_is_skipped() {
        let rows = vec![Row {
            hour: 499_483,
            kind: "share".into(),
            channel: "x".into(),
            variant: "a b".into(),
            count: 7,
        }];
        assert_eq!(read(&write(&rows)), rows);
        assert_eq!(read("nonsense=1&5%20share=2&%00=&x"), []);
    }

    #[test]
    fn campaigns_with_a_common_beginning_stay_apart() {
        let store = Memory::default();
        Counter::new("library", "s").add(&store, Kind::View, "", "", NOW);
        Counter::new("library-two", "s").add(&store, Kind::View, "", "", NOW);
        assert_eq!(rows(&store, "library").len(), 1);
    }
}
