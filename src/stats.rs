//! What the counts mean: made of the rows of all replicas in one pass, drawn by
//! `html::stats`.

pub mod export;
mod line;
mod local;
pub mod next;
pub mod panel;
pub mod report;
mod slot;
mod variants;

use std::collections::BTreeMap;

use crate::calendar::Zone;
use crate::count::table::{Entry, Kind};
use report::{Channel, Counts, Report, Stage, Step, Viral};

/// Which rows count.
#[derive(Clone, Default)]
pub struct Filter {
    /// Those that begin in this hour since 1970 or later.
    pub from: Option<i64>,
    /// Those that begin before this hour. The line goes on up to here.
    pub until: Option<i64>,
    /// Those of these channels; all where there is none.
    pub channels: Vec<String>,
}

impl Filter {
    fn takes(&self, entry: &Entry) -> bool {
        self.from.is_none_or(|from| entry.start >= from)
            && self.until.is_none_or(|until| entry.start < until)
            && (self.channels.is_empty() || self.channels.iter().any(|id| id == entry.channel))
    }
}

/// Works out the report of `entries`. `zone` is the audience's.
pub fn report<'a>(entries: impl Iterator<Item = Entry<'a>>, filter: &Filter, zone: &Zone) -> Report {
    let mut totals = Counts::default();
    let mut brought = 0;
    let mut channels: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut line = line::Line::default();
    let mut week = slot::Week::default();
    let mut variants = variants::Variants::default();
    for entry in entries.filter(|entry| filter.takes(entry)) {
        add(&mut totals, entry.kind, entry.n);
        let came = !entry.channel.is_empty();
        if came || entry.kind != Kind::View {
            add(channels.entry(entry.channel).or_default(), entry.kind, entry.n);
        }
        brought += if came && entry.kind == Kind::Sign { entry.n } else { 0 };
        let local = local::start(&entry, zone);
        line.add(&entry, local);
        if entry.hours == 1 {
            week.add(&entry, local);
        }
        variants.add(&entry);
    }
    let edge = |hour: i64| local::hour(hour, zone);
    let (unit, line) = line.points(filter.from.map(edge), filter.until.map(|until| edge(until - 1)));
    let (variants, verdict) = variants.compare();
    Report {
        totals,
        funnel: funnel(&totals, brought),
        channels: beside(&channels),
        line,
        unit,
        week: week.cells(),
        variants,
        verdict,
        viral: viral(&totals, brought),
        slot: week.slot(),
    }
}

fn add(counts: &mut Counts, kind: Kind, n: u64) {
    if let Some(count) = counts.get_mut(kind as usize) {
        *count = count.saturating_add(n);
    }
}

/// How often `kind` occurred.
fn of(counts: &Counts, kind: Kind) -> u64 {
    counts.get(kind as usize).copied().unwrap_or(0)
}

/// Clicks on channels, and links copied.
fn clicks(counts: &Counts) -> u64 {
    of(counts, Kind::Share).saturating_add(of(counts, Kind::Copy))
}

/// How many of `whole` are `part`; `None` where there is no whole.
#[allow(clippy::cast_precision_loss, reason = "no count comes near 2^53")]
fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn funnel(totals: &Counts, brought: u64) -> Vec<Step> {
    let steps = [
        (Stage::Views, of(totals, Kind::View)),
        (Stage::Signatures, of(totals, Kind::Sign)),
        (Stage::Clicks, clicks(totals)),
        (Stage::Arrivals, of(totals, Kind::Arrival)),
        (Stage::SignaturesOfArrivals, brought),
    ];
    let mut before = 0;
    let mut step = |(kind, n): (Stage, u64)| {
        let rate = ratio(n, before);
        before = n;
        Step { kind, n, rate }
    };
    steps.into_iter().map(&mut step).collect()
}

fn beside(channels: &BTreeMap<&str, Counts>) -> Vec<Channel> {
    let mut list: Vec<Channel> = Vec::new();
    for (id, counts) in channels {
        let rate = ratio(of(counts, Kind::Sign), of(counts, Kind::Arrival));
        list.push(Channel {
            id: (*id).to_owned(),
            counts: *counts,
            per_hundred: rate.filter(|_| !id.is_empty()).map(|rate| 100.0 * rate),
        });
    }
    list.sort_by_key(|channel| {
        let counts = &channel.counts;
        let order = [of(counts, Kind::Sign), of(counts, Kind::Arrival), clicks(counts)];
        (channel.id.is_empty(), order.map(|n| u64::MAX - n))
    });
    list
}

fn viral(totals: &Counts, brought: u64) -> Viral {
    let (signatures, arrivals) = (of(totals, Kind::Sign), of(totals, Kind::Arrival));
    let clicks_each = ratio(clicks(totals), signatures);
    let arrivals_each = ratio(arrivals, clicks(totals));
    let signatures_each = ratio(brought, arrivals);
    let k = clicks_each.zip(arrivals_each).zip(signatures_each).map(|((a, b), c)| a * b * c);
    Viral { clicks: clicks_each, arrivals: arrivals_each, signatures: signatures_each, k }
}

#[cfg(test)]
mod tests;
