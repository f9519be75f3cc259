use super::*;
use crate::calendar::Transition;
use crate::count::table::tests::Chance;
use crate::stats::report::{Slot, Sure, Unit, Verdict};

const HOUR: i64 = 3_600_000;
/// 2026-11-23T00:00Z, a Monday.
const MONDAY: i64 = 498_720;

fn utc() -> Zone {
    Zone { name: "UTC".into(), ..Zone::default() }
}

fn entry(kind: Kind, channel: &'static str, start: i64, n: u64) -> Entry<'static> {
    Entry { kind, channel, variant: "", start, hours: 1, n }
}

fn all(entries: &[Entry<'static>]) -> Report {
    report(entries.iter().copied(), &Filter::default(), &utc())
}

fn chance_entries(chance: &mut Chance, count: u64) -> Vec<Entry<'static>> {
    let mut entries = Vec::new();
    for _ in 0..count {
        let channel = ["", "x", "email", "facebook"][usize::try_from(chance.below(4)).unwrap()];
        let kind = Kind::ALL[usize::try_from(chance.below(6)).unwrap()];
        let start = MONDAY + i64::try_from(chance.below(24 * 50)).unwrap();
        let variant = ["", "a", "b"][usize::try_from(chance.below(3)).unwrap()];
        let channel = if kind == Kind::View { "" } else { channel };
        entries.push(Entry { kind, channel, variant, start, hours: 1, n: 1 + chance.below(4) });
    }
    entries
}

#[test]
fn the_fixed_monday_is_one() {
    assert_eq!(crate::time::iso(MONDAY * HOUR), "2026-11-23T00:00:00.000Z");
}

#[test]
fn nothing_is_nothing() {
    let report = all(&[]);
    assert_eq!((report.totals, report.channels.len(), report.line.len()), (Counts::default(), 0, 0));
    assert_eq!((report.verdict, report.viral.k, report.slot), (Verdict::None, None, Slot::default()));
    assert!(report.funnel.iter().all(|step| step.n == 0 && step.rate.is_none()));
}

#[test]
fn the_funnel_and_the_channels() {
    let report = all(&[
        entry(Kind::View, "", MONDAY, 200),
        entry(Kind::Sign, "", MONDAY, 10),
        entry(Kind::Sign, "x", MONDAY, 30),
        entry(Kind::Sent, "x", MONDAY, 29),
        entry(Kind::Share, "x", MONDAY, 15),
        entry(Kind::Copy, "copy", MONDAY, 5),
        entry(Kind::Arrival, "x", MONDAY + 1, 100),
        entry(Kind::Arrival, "email", MONDAY + 1, 20),
    ]);
    let steps: Vec<(u64, Option<f64>)> = report.funnel.iter().map(|step| (step.n, step.rate)).collect();
    assert_eq!(steps, [(200, None), (40, Some(0.2)), (20, Some(0.5)), (120, Some(6.0)), (30, Some(0.25))]);
    let channels: Vec<(&str, Option<f64>)> =
        report.channels.iter().map(|channel| (&*channel.id, channel.per_hundred)).collect();
    assert_eq!(channels, [("x", Some(30.0)), ("email", Some(0.0)), ("copy", None), ("", None)]);
    let viral = report.viral;
    assert_eq!((viral.clicks, viral.arrivals, viral.signatures), (Some(0.5), Some(6.0), Some(0.25)));
    assert_eq!(viral.k, Some(0.75));
}

#[test]
fn sums_do_not_depend_on_the_order_or_on_how_rows_are_split() {
    let mut chance = Chance(9);
    for _ in 0..50 {
        let entries = chance_entries(&mut chance, 400);
        let report = all(&entries);
        let mut mixed = entries.clone();
        mixed.reverse();
        assert_eq!(report.slot, all(&mixed).slot);
        let again = all(&mixed);
        assert_eq!(
            (again.totals, &again.line, &again.channels),
            (report.totals, &report.line, &report.channels)
        );
        for (kind, total) in report.totals.iter().enumerate() {
            assert_eq!(*total, report.line.iter().map(|point| point.counts[kind]).sum::<u64>());
            let of_kind = entries.iter().filter(|entry| entry.kind as usize == kind);
            assert_eq!(*total, of_kind.map(|entry| entry.n).sum::<u64>());
        }
        let of_week: u64 = report.week.iter().flatten().map(|cell| cell.arrivals).sum();
        assert_eq!(of_week, of(&report.totals, Kind::Arrival));
        let part = |from, until, channels: &[&str]| {
            let channels = channels.iter().map(|id| (*id).to_owned()).collect();
            super::report(entries.iter().copied(), &Filter { from, until, channels }, &utc()).totals
        };
        let sum = |parts: &[Counts]| {
            let mut sum = Counts::default();
            for counts in parts {
                for (total, n) in sum.iter_mut().zip(counts) {
                    *total += n;
                }
            }
            sum
        };
        let half = MONDAY + 600;
        assert_eq!(sum(&[part(None, Some(half), &[]), part(Some(half), None, &[])]), report.totals);
        let by_channel = ["", "x", "email", "facebook"].map(|id| part(None, None, &[id]));
        assert_eq!(sum(&by_channel), report.totals);
    }
}

#[test]
fn the_line_suits_its_span_and_has_no_gaps() {
    let span = |days: i64| {
        let report =
            all(&[entry(Kind::Sign, "", MONDAY, 1), entry(Kind::Sign, "", MONDAY + days * 24 - 1, 1)]);
        (report.unit, report.line.len())
    };
    assert_eq!(span(1), (Unit::Hour, 24));
    assert_eq!(span(2), (Unit::Hour, 48));
    assert_eq!(span(30), (Unit::Day, 30));
    assert_eq!(span(364), (Unit::Week, 52));
    assert_eq!(span(365 * 3), (Unit::Month, 37));
    let filter = Filter { from: Some(MONDAY - 48), until: Some(MONDAY + 48), ..Filter::default() };
    let report = report([entry(Kind::Sign, "", MONDAY, 1)].into_iter(), &filter, &utc());
    let days: Vec<u64> = report.line.iter().map(|point| of(&point.counts, Kind::Sign)).collect();
    assert_eq!((report.unit, days), (Unit::Day, vec![0, 0, 1, 0]), "also where nothing happened");
}

#[test]
fn clocks_of_the_audience_count() {
    let paris = Zone {
        name: "Europe/Paris".into(),
        offset: 120,
        changes: vec![Transition { at: (MONDAY - 24 * 29) * HOUR + HOUR, offset: 60 }],
    };
    let india = Zone { name: "Asia/Kolkata".into(), offset: 330, changes: Vec::new() };
    let at = |start: i64, zone: &Zone| {
        let report = report([entry(Kind::Arrival, "x", start, 1)].into_iter(), &Filter::default(), zone);
        let found = report.week.iter().flatten().position(|cell| cell.arrivals > 0).unwrap();
        (found / 24, found % 24)
    };
    assert_eq!(at(MONDAY + 23, &paris), (1, 0));
    assert_eq!(at(MONDAY - 24 * 30 + 23, &paris), (6, 1), "an hour more in summer");
    assert_eq!(at(MONDAY + 18, &india), (0, 23));
    assert_eq!(at(MONDAY + 19, &india), (1, 0));
    // A day's count lies on the day that most of it is of.
    let day = Entry { hours: 24, ..entry(Kind::Sign, "", MONDAY, 1) };
    for (zone, expected) in [(&india, MONDAY), (&paris, MONDAY)] {
        let point = report([day].into_iter(), &Filter::default(), zone).line[0];
        assert_eq!(point.start, expected * HOUR);
    }
}

/// Posts at these hours on all days of ten weeks, which bring so many arrivals each.
fn posts(hours: &[(i64, u64)], bonus: impl Fn(i64) -> u64, chance: &mut Chance) -> Vec<Entry<'static>> {
    let mut entries = Vec::new();
    for day in 0..70 {
        for (hour, brought) in hours {
            let start = MONDAY + day * 24 + hour;
            entries.push(entry(Kind::Share, "x", start, 1));
            let n = (0..2 * (brought + bonus(day % 7))).filter(|_| chance.below(2) == 0).count() as u64;
            entries.push(entry(Kind::Arrival, "x", start + i64::try_from(chance.below(3)).unwrap(), n));
        }
    }
    entries
}

#[test]
fn the_right_time_shows_where_there_is_one() {
    let mut chance = Chance(4);
    let slot = all(&posts(&[(8, 3), (13, 3), (20, 9)], |day| if day == 1 { 9 } else { 0 }, &mut chance)).slot;
    assert_eq!((slot.weekday, slot.hour, slot.minute), (Some(1), 20, 0));
    assert!(slot.sure >= Sure::Fairly, "{slot:?}");
    let slot = all(&posts(&[(8, 9), (13, 3), (20, 3)], |_| 0, &mut chance)).slot;
    assert_eq!((slot.weekday, slot.hour, slot.sure), (None, 8, Sure::Very));
}

#[test]
fn a_little_does_not_outweigh_the_default() {
    let slot = all(&[entry(Kind::Share, "x", MONDAY + 9, 1), entry(Kind::Arrival, "x", MONDAY + 9, 20)]).slot;
    assert_eq!((slot.hour, slot.minute, slot.sure, slot.from), (20, 30, Sure::Default, 20));
    // Nor does one good day, however good.
    let slot =
        all(&[entry(Kind::Share, "x", MONDAY + 9, 9), entry(Kind::Arrival, "x", MONDAY + 9, 2000)]).slot;
    assert_eq!((slot.hour, slot.minute, slot.sure), (20, 30, Sure::Default));
}

#[test]
fn without_clicks_the_hours_of_arrivals_must_do() {
    let mut entries = Vec::new();
    for day in 0..40 {
        for hour in 0..24 {
            let n = if (18..=19).contains(&hour) { 8 } else { 1 };
            entries.push(entry(Kind::Arrival, "x", MONDAY + day * 24 + hour, n));
        }
    }
    let slot = all(&entries).slot;
    assert!((17..=18).contains(&slot.hour), "{slot:?}");
    assert!(slot.sure >= Sure::Fairly && slot.weekday.is_none(), "{slot:?}");
}

#[test]
fn noise_is_no_right_time() {
    let mut chance = Chance(6);
    let mut sure = 0;
    for _ in 0..200 {
        let hours: Vec<(i64, u64)> = (8..23).map(|hour| (hour, 1)).collect();
        let slot = all(&posts(&hours, |_| 0, &mut chance)).slot;
        sure += usize::from(slot.sure == Sure::Very) + usize::from(slot.weekday.is_some());
    }
    assert!(sure < 20, "{sure} of 400");
}
