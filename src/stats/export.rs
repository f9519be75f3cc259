//! Counts as files: for spreadsheets, and for other browsers.

use crate::count::store::Counts;
use crate::count::table::{Entry, Table};
use crate::json::Object;
use crate::number;
use crate::record::Record;
use crate::text::{concat, join};
use crate::time;

/// What an export calls itself.
pub const FORMAT: &str = "share-sign counts";

const HOUR: i64 = 3_600_000;

fn record(entry: &Entry) -> Record {
    Record::of(&[
        ("start", &time::iso(entry.start * HOUR)),
        ("hours", &number::text(u64::from(entry.hours))),
        ("kind", entry.kind.name()),
        ("channel", entry.channel),
        ("variant", entry.variant),
        ("n", &number::text(entry.n)),
    ])
}

/// All counts, a row each: `start` (ISO 8601, UTC), `hours`, `kind`, `channel`,
/// `variant`, `n`.
pub fn rows(counts: &Counts) -> Vec<Record> {
    counts.entries().map(|entry| record(&entry)).collect()
}

/// All counts by replica:
///
/// ```json
/// { "format": "share-sign counts", "version": 1, "campaign": "library",
///   "exported": "2026-11-23T20:30:00.000Z",
///   "replicas": [{ "replica": "k3v9q2m4x7ab",
///     "daysBefore": "2026-09-24T00:00:00.000Z", "monthsBefore": "2025-10-01T00:00:00.000Z",
///     "counts": [{ "start": "2026-11-23T19:00:00.000Z", "hours": 1, "kind": "share",
///                  "channel": "x", "variant": "a", "n": 3 }] }] }
/// ```
///
/// Before `daysBefore` the counts are of UTC days, before `monthsBefore` of UTC months.
pub fn json(campaign: &str, replica: &str, counts: &Counts, now: &str) -> String {
    let mut replicas = vec![one(replica, &counts.own)];
    replicas.extend(counts.others.iter().map(|(id, table)| one(id, table)));
    let mut out = Object::default();
    out.text("format", FORMAT);
    out.raw("version", "1");
    out.text("campaign", campaign);
    out.text("exported", now);
    let replicas: Vec<&str> = replicas.iter().map(String::as_str).collect();
    out.raw("replicas", &concat(&["[", &join(&replicas, ",\n"), "]"]));
    out.end()
}

fn one(replica: &str, table: &Table) -> String {
    let (days, months) = table.horizons();
    let mut out = Object::default();
    out.text("replica", replica);
    out.text("daysBefore", &time::iso(days * HOUR));
    out.text("monthsBefore", &time::iso(months * HOUR));
    let mut counts = String::from("[");
    for entry in table.entries() {
        let mut row = Object::default();
        for (name, text) in record(&entry).pairs() {
            if name == "hours" || name == "n" { row.raw(name, text) } else { row.text(name, text) }
        }
        counts.push_str(if counts.len() > 1 { ",\n" } else { "\n" });
        counts.push_str(&row.end());
    }
    counts.push(']');
    out.raw("counts", &counts);
    out.end()
}
