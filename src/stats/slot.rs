//! The right time to post: at which hour, and on which weekday, posting brings most.
//!
//! What people do in the three hours from a click on is put down to that click; where
//! several clicks come together, each gets its share. Where too little can be put
//! down to clicks, the hours at which people arrive and sign must do.
//!
//! Rates of hours with few posts mean little, so each is drawn towards the overall
//! rate, as a gamma prior worth [`PRIOR`] posts would do, and the hour of the default,
//! 20:30, begins a little above the others.

use std::collections::BTreeMap;

use crate::count::table::{Entry, Kind};
use crate::stats::report::{Cell, Slot, Sure};

const HOUR: i64 = 3_600_000;
/// How long what people do is put down to a click, in hours.
const ECHO: i64 = 3;
/// How many posts the prior is worth.
const PRIOR: f64 = 8.0;
/// What the prior says of the default's hour, beside the others.
const PROPOSED: (usize, f64) = (20, 1.2);
/// With fewer arrivals and signatures than this, or on fewer days, the default stays.
const ENOUGH: u64 = 30;
const DAYS: usize = 7;
/// From how many standard deviations above the best hour that is not beside it an hour
/// is fairly, or very, surely the best. 24 hours compete, so the usual two are little.
const FAIRLY: f64 = 1.5;
const VERY: f64 = 3.0;

/// What happened in an hour.
#[derive(Clone, Copy, Default)]
struct Hour {
    clicks: u64,
    arrivals: u64,
    signatures: u64,
}

/// The hours that are known, by local hour since 1970.
#[derive(Default)]
pub struct Week(BTreeMap<i64, Hour>);

/// Something to compare: how much came, and of how many posts.
#[derive(Clone, Copy, Default)]
struct Yield {
    came: f64,
    posts: f64,
}

#[allow(clippy::cast_precision_loss, reason = "no count comes near 2^53")]
fn number(n: u64) -> f64 {
    n as f64
}

impl Hour {
    fn came(self) -> u64 {
        self.arrivals.saturating_add(self.signatures)
    }
}

/// Hour of the day, and day of the week from Monday on. 1970 began on a Thursday.
fn place(hour: i64) -> (usize, usize) {
    let small = |n: i64| usize::try_from(n).unwrap_or(0);
    (small(hour.rem_euclid(24)), small((hour.div_euclid(24) + 3).rem_euclid(7)))
}

impl Week {
    /// Adds a count of an hour that lies at `local`.
    pub fn add(&mut self, entry: &Entry, local: i64) {
        let hour = self.0.entry(local.div_euclid(HOUR)).or_default();
        let n = match entry.kind {
            Kind::Share | Kind::Copy => &mut hour.clicks,
            Kind::Arrival => &mut hour.arrivals,
            Kind::Sign => &mut hour.signatures,
            Kind::View | Kind::Sent => return,
        };
        *n = n.saturating_add(entry.n);
    }

    /// Weekdays × hours.
    pub fn cells(&self) -> Box<[[Cell; 24]; 7]> {
        let mut cells: Box<[[Cell; 24]; 7]> = Box::default();
        for (at, hour) in &self.0 {
            let (of_day, day) = place(*at);
            if let Some(cell) = cells.get_mut(day).and_then(|day| day.get_mut(of_day)) {
                cell.clicks += hour.clicks;
                cell.arrivals += hour.arrivals;
                cell.signatures += hour.signatures;
            }
        }
        cells
    }

    /// When to post.
    pub fn slot(&self) -> Slot {
        let known: u64 = self.0.values().map(|hour| hour.came()).sum();
        let (posts, from) = self.of_posts();
        let (busy, dispersion) = self.days();
        let (hours, days, from) = if busy < DAYS {
            return Slot { from: known, ..Slot::default() };
        } else if from >= ENOUGH {
            (posts.0, posts.1, from)
        } else if known >= ENOUGH {
            let (hours, days) = self.of_activity();
            (hours, days, known)
        } else {
            return Slot { from: known, ..Slot::default() };
        };
        let proposed = |at: usize| if at == PROPOSED.0 { PROPOSED.1 } else { 1.0 };
        let (hour, lead) = best(&hours, proposed, true, dispersion);
        let (day, lead_of_day) = best(&days, |_| 1.0, false, dispersion);
        let sure = match lead {
            lead if lead >= VERY => Sure::Very,
            lead if lead >= FAIRLY => Sure::Fairly,
            _ => Sure::Guess,
        };
        let small = |n: usize| u8::try_from(n).unwrap_or(0);
        // A weekday is named only where it is fairly sure.
        let weekday = (lead_of_day >= FAIRLY).then(|| small(day));
        Slot { weekday, hour: small(hour), minute: 0, sure, from }
    }

    /// On how many days something came, and how much more days differ than chance alone
    /// would have it (variance over mean, at least 1): one post in a large group brings
    /// many people at once, who are not as many proofs.
    fn days(&self) -> (usize, f64) {
        let mut days: BTreeMap<i64, f64> = BTreeMap::new();
        for (at, hour) in &self.0 {
            *days.entry(at.div_euclid(24)).or_default() += number(hour.came());
        }
        let count = number(days.len() as u64);
        let mean = days.values().sum::<f64>() / count;
        let variance = days.values().map(|came| (came - mean) * (came - mean)).sum::<f64>() / (count - 1.0);
        let busy = days.values().filter(|came| **came > 0.0).count();
        let dispersion = variance / mean;
        // Not a number where there is one day, or nothing.
        (busy, if dispersion > 1.0 { dispersion } else { 1.0 })
    }

    /// What came of posts, by hour of the day and by weekday; and how much could be put
    /// down to any.
    fn of_posts(&self) -> (([Yield; 24], [Yield; 7]), u64) {
        let (mut hours, mut days) = ([Yield::default(); 24], [Yield::default(); 7]);
        let mut add = |at: i64, came: f64, posts: f64| {
            let (hour, day) = place(at);
            for known in hours.get_mut(hour).into_iter().chain(days.get_mut(day)) {
                known.came += came;
                known.posts += posts;
            }
        };
        let mut from = 0;
        for (at, hour) in &self.0 {
            if hour.clicks > 0 {
                add(*at, 0.0, number(hour.clicks));
            }
            let clicks = |at: &i64| self.0.get(at).map_or(0, |hour| hour.clicks);
            let before: u64 = (at - ECHO + 1..=*at).map(|at| clicks(&at)).sum();
            if hour.came() > 0 && before > 0 {
                from += hour.came();
                for earlier in at - ECHO + 1..=*at {
                    add(earlier, number(hour.came()) * number(clicks(&earlier)) / number(before), 0.0);
                }
            }
        }
        ((hours, days), from)
    }

    /// What came in the hours after each hour, by hour of the day and by weekday, as if
    /// there had been one post in each of them.
    fn of_activity(&self) -> ([Yield; 24], [Yield; 7]) {
        let (mut hours, mut days) = ([Yield::default(); 24], [Yield::default(); 7]);
        let mut last = None;
        for (at, hour) in &self.0 {
            let today = at.div_euclid(24);
            let (of_day, day) = place(*at);
            if last != Some(today) {
                last = Some(today);
                for known in &mut hours {
                    known.posts += 1.0;
                }
                if let Some(known) = days.get_mut(day) {
                    known.posts += 1.0;
                }
            }
            let came = number(hour.came());
            for back in 0..3 {
                if let Some(known) = hours.get_mut((of_day + 24 - back) % 24) {
                    known.came += came / 3.0;
                }
            }
            if let Some(known) = days.get_mut(day) {
                known.came += came;
            }
        }
        (hours, days)
    }
}

/// The place with the best rate, and how many standard deviations it lies above the
/// best one that is not beside it. `around`: whether neighbours do not compete.
/// `dispersion`: how much larger variances are than chance alone would have them.
fn best(yields: &[Yield], proposed: impl Fn(usize) -> f64, around: bool, dispersion: f64) -> (usize, f64) {
    let (came, posts) =
        yields.iter().fold((0.0, 0.0), |(came, posts), one| (came + one.came, posts + one.posts));
    let overall = if posts > 0.0 { came / posts } else { 0.0 };
    let rates: Vec<(f64, f64)> = yields
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let posts = one.posts + PRIOR;
            let rate = (one.came + PRIOR * overall * proposed(at)) / posts;
            (rate, rate / posts)
        })
        .collect();
    let highest = |skip: &dyn Fn(usize) -> bool| {
        let mut found: Option<(usize, (f64, f64))> = None;
        for (at, rate) in rates.iter().enumerate() {
            if !skip(at) && found.is_none_or(|(_, known)| rate.0 > known.0) {
                found = Some((at, *rate));
            }
        }
        found
    };
    let Some((at, (rate, variance))) = highest(&|_| false) else { return (PROPOSED.0, 0.0) };
    let count = yields.len();
    let near = |other: usize| {
        let distance = at.abs_diff(other);
        if around { distance.min(count - distance) < 2 } else { distance == 0 }
    };
    let lead = highest(&near).map_or(0.0, |(_, (second, other))| {
        let spread = (dispersion * (variance + other)).sqrt();
        if spread > 0.0 { (rate - second) / spread } else { 0.0 }
    });
    (at, lead)
}
