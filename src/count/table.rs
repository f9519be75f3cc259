//! The counts of one replica (one browser profile), for one campaign.
//!
//! A replica only ever counts up, so two states of the same replica have a latest
//! one, and the maximum of each count is that. Old hours are folded into UTC days
//! and old days into UTC months, each up to a horizon that only moves forward; two
//! states are compared at the later of their horizons.

use std::collections::BTreeMap;

use crate::count::KINDS;

/// Hours in a day.
pub const DAY: i64 = 24;
/// How long hours are kept, in days.
pub const HOURS_KEPT: i64 = 60;
/// How long days are kept: thirteen months, in days.
pub const DAYS_KEPT: i64 = 396;
/// The largest hour that is read: in the year 9999. What claims to be later is foreign.
const LATEST: i64 = 70_389_000;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
#[repr(u8)]
pub enum Kind {
    /// Half the card was visible for a second.
    View,
    /// The page was opened through a landing link.
    Arrival,
    /// A click on a channel.
    Share,
    /// The link was copied.
    Copy,
    /// Somebody signed.
    Sign,
    /// The destination has the signature.
    Sent,
}

impl Kind {
    /// All of them, in order.
    pub const ALL: [Kind; KINDS.len()] =
        [Kind::View, Kind::Arrival, Kind::Share, Kind::Copy, Kind::Sign, Kind::Sent];

    /// As in storage and in exports.
    pub fn name(self) -> &'static str {
        KINDS.get(self as usize).copied().unwrap_or("")
    }

    /// The kind of this name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One count, as it is read and written.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Entry<'a> {
    /// What was counted.
    pub kind: Kind,
    /// The channel's id; may be empty. For clicks and copies the channel clicked; for
    /// what a visitor did, the one whose landing link brought them.
    pub channel: &'a str,
    /// The message's variant; may be empty. For clicks the one that was passed on; for
    /// what a visitor did, the one that brought them.
    pub variant: &'a str,
    /// Hours since 1970-01-01T00:00Z.
    pub start: i64,
    /// Its length in hours: 1, 24, or those of a month.
    pub hours: u32,
    /// How often.
    pub n: u64,
}

/// In the order in which rows stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
struct Key {
    start: i64,
    kind: Kind,
    channel: u16,
    variant: u16,
}

/// See the module's description.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Table {
    /// The channels and variants that occur, in order, each once.
    names: Vec<String>,
    /// In order, each key once.
    rows: Vec<(Key, u64)>,
    /// Up to here hours are folded into days, and up to there days into months: hours
    /// since 1970, at the beginning of a day and of a month.
    days_before: i64,
    months_before: i64,
}

impl Table {
    /// An empty table that is folded up to these hours.
    pub fn folded(days_before: i64, months_before: i64) -> Self {
        let months_before = month_start(months_before.clamp(0, LATEST));
        let days_before = day_start(days_before.clamp(0, LATEST)).max(months_before);
        Table { days_before, months_before, ..Table::default() }
    }

    /// The two horizons: up to the first one all is folded into days, and up to the
    /// second one into months. In hours since 1970.
    pub fn horizons(&self) -> (i64, i64) {
        (self.days_before, self.months_before)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All counts, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let name = |at: u16| self.names.get(usize::from(at)).map_or("", String::as_str);
        self.rows.iter().map(move |(key, n)| Entry {
            kind: key.kind,
            channel: name(key.channel),
            variant: name(key.variant),
            start: key.start,
            hours: self.hours(key.start),
            n: *n,
        })
    }

    /// The channels and variants that occur, in order.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// All rows, oldest first: start, kind, and the places of channel and variant
    /// among the names; how often.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (i64, Kind, u16, u16, u64)> {
        self.rows.iter().map(|(key, n)| (key.start, key.kind, key.channel, key.variant, *n))
    }

    /// The same counts, folded up to what is due at `now` (hours since 1970).
    #[must_use]
    pub fn fold_at(self, now: i64) -> Self {
        self.fold(now - HOURS_KEPT * DAY, now - DAYS_KEPT * DAY)
    }

    /// The same counts, folded at least up to these hours.
    #[must_use]
    pub fn fold(mut self, days_before: i64, months_before: i64) -> Self {
        let empty = Table::folded(days_before.max(self.days_before), months_before.max(self.months_before));
        if empty.horizons() == self.horizons() {
            return self;
        }
        (self.days_before, self.months_before) = empty.horizons();
        let rows = std::mem::take(&mut self.rows);
        self.rows =
            rows.into_iter().map(|(key, n)| (Key { start: self.bucket(key.start), ..key }, n)).collect();
        self.gather(u64::saturating_add);
        self
    }

    /// Adds counts of the same replica that this table does not hold yet. Those
    /// beyond what can be a date are left out.
    pub fn add<'a>(&mut self, entries: impl Iterator<Item = (Kind, &'a str, &'a str, i64, u64)>) {
        let mut known: BTreeMap<String, u16> =
            (0..).zip(&self.names).map(|(at, name)| (name.clone(), at)).collect();
        for (kind, channel, variant, start, n) in entries {
            if !(0..=LATEST).contains(&start) || n == 0 {
                continue;
            }
            let mut number = |name: &str| {
                if let Some(at) = known.get(name) {
                    return Some(*at);
                }
                let at = u16::try_from(self.names.len()).ok()?;
                self.names.push(name.into());
                known.insert(name.into(), at);
                Some(at)
            };
            let (Some(channel), Some(variant)) = (number(channel), number(variant)) else { continue };
            let key = Key { start: self.bucket(start), kind, channel, variant };
            self.rows.push((key, n));
        }
        self.sort_names();
        self.gather(u64::saturating_add);
    }

    /// Adds what another table of the same replica counted at other times.
    pub fn add_table(&mut self, other: &Table) {
        let (days, months) = other.horizons();
        *self = std::mem::take(self).fold(days, months);
        self.add(
            other.entries().map(|entry| (entry.kind, entry.channel, entry.variant, entry.start, entry.n)),
        );
    }

    /// What both states of the same replica know, at the later horizons.
    #[must_use]
    pub fn merge(self, other: Table) -> Self {
        let (days, months) = other.horizons();
        let mut merged = self.fold(days, months);
        let other = other.fold(merged.days_before, merged.months_before);
        let offset = merged.names.len();
        merged.names.extend(other.names);
        let shift = |at: u16| u16::try_from(usize::from(at) + offset).ok();
        merged.rows.extend(other.rows.into_iter().filter_map(|(key, n)| {
            Some((Key { channel: shift(key.channel)?, variant: shift(key.variant)?, ..key }, n))
        }));
        merged.sort_names();
        merged.gather(u64::max);
        merged
    }

    /// Puts the names in order, each once, and lets the rows follow.
    fn sort_names(&mut self) {
        let mut sorted = self.names.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if sorted == self.names {
            return;
        }
        let place = |name: &String| u16::try_from(sorted.partition_point(|other| other < name)).unwrap_or(0);
        let moved: Vec<u16> = self.names.iter().map(place).collect();
        let moved = |at: u16| moved.get(usize::from(at)).copied().unwrap_or(0);
        for (key, _) in &mut self.rows {
            (key.channel, key.variant) = (moved(key.channel), moved(key.variant));
        }
        self.names = sorted;
    }

    /// Puts the rows in order, and makes one of those with the same key.
    fn gather(&mut self, both: fn(u64, u64) -> u64) {
        self.rows.sort_unstable_by_key(|(key, _)| *key);
        self.rows.dedup_by(|(key, n), (kept, sum)| {
            let same = key == kept;
            if same {
                *sum = both(*sum, *n);
            }
            same
        });
    }

    fn bucket(&self, start: i64) -> i64 {
        if start < self.months_before {
            month_start(start)
        } else if start < self.days_before {
            day_start(start)
        } else {
            start
        }
    }

    fn hours(&self, start: i64) -> u32 {
        let hours = if start < self.months_before {
            month_start(start + 31 * DAY) - start
        } else if start < self.days_before {
            DAY
        } else {
            1
        };
        u32::try_from(hours).unwrap_or(0)
    }
}

/// The first hour of the UTC day.
pub fn day_start(hour: i64) -> i64 {
    hour.div_euclid(DAY) * DAY
}

/// The first hour of the UTC month.
pub fn month_start(hour: i64) -> i64 {
    // Days since the first of March of a year that begins a cycle of 400, as years
    // that begin in March have the day that not all of them have at their end.
    let day = hour.div_euclid(DAY);
    let in_cycle = (day + 719_468).rem_euclid(146_097);
    let year = (in_cycle - in_cycle / 1460 + in_cycle / 36_524 - in_cycle / 146_096) / 365;
    let in_year = in_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    (day - (in_year - (153 * month + 2) / 5)) * DAY
}

#[cfg(test)]
pub(crate) mod tests;
