//! The line: counts one after another, in steps that suit the span.

use std::collections::BTreeMap;

use crate::count::table::{DAY, Entry, month_start};
use crate::stats::add;
use crate::stats::report::{Counts, Point, Unit};

const HOUR: i64 = 3_600_000;
/// Up to so many days, each hour is a point; up to so many, each day; up to so many,
/// each week.
const HOURLY: i64 = 2;
const DAILY: i64 = 120;
const WEEKLY: i64 = 731;

/// Counts by local hour.
#[derive(Default)]
pub struct Line {
    hours: BTreeMap<i64, Counts>,
    /// The longest time that one count stands for, in hours.
    coarsest: u32,
}

impl Line {
    /// Adds a count that lies at `local`.
    pub fn add(&mut self, entry: &Entry, local: i64) {
        add(self.hours.entry(local.div_euclid(HOUR)).or_default(), entry.kind, entry.n);
        self.coarsest = self.coarsest.max(entry.hours);
    }

    /// The points from the first count, or `from`, up to the last one or `until`, all in
    /// local milliseconds.
    pub fn points(&self, from: Option<i64>, until: Option<i64>) -> (Unit, Vec<Point>) {
        let (Some((first, _)), Some((last, _))) = (self.hours.first_key_value(), self.hours.last_key_value())
        else {
            return (Unit::default(), Vec::new());
        };
        let first = from.map_or(*first, |from| from.div_euclid(HOUR).min(*first));
        let last = until.map_or(*last, |until| until.div_euclid(HOUR).max(*last));
        let days = last.div_euclid(DAY) - first.div_euclid(DAY) + 1;
        let unit = match () {
            () if days > WEEKLY || self.coarsest > 24 => Unit::Month,
            () if days > DAILY => Unit::Week,
            () if days > HOURLY || self.coarsest > 1 => Unit::Day,
            () => Unit::Hour,
        };
        let mut points = Vec::new();
        let mut start = begin(unit, first);
        let mut counts = self.hours.iter().peekable();
        while start <= last {
            let end = after(unit, start);
            let mut point = Point { start: start * HOUR, counts: Counts::default() };
            while let Some((_, count)) = counts.next_if(|(hour, _)| **hour < end) {
                for (sum, n) in point.counts.iter_mut().zip(count) {
                    *sum = sum.saturating_add(*n);
                }
            }
            points.push(point);
            start = end;
        }
        (unit, points)
    }
}

/// The first hour of the unit that `hour` lies in.
fn begin(unit: Unit, hour: i64) -> i64 {
    match unit {
        Unit::Hour => hour,
        Unit::Day => hour.div_euclid(DAY) * DAY,
        // The first day of 1970 was a Thursday.
        Unit::Week => ((hour.div_euclid(DAY) + 3).div_euclid(7) * 7 - 3) * DAY,
        Unit::Month => month_start(hour),
    }
}

/// The first hour of the next unit.
fn after(unit: Unit, start: i64) -> i64 {
    match unit {
        Unit::Hour => start + 1,
        Unit::Day => start + DAY,
        Unit::Week => start + 7 * DAY,
        Unit::Month => month_start(start + 31 * DAY),
    }
}
