use super::*;
use crate::count::text;

/// Numbers that look random and are the same each time (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % limit
    }
}

const CHANNELS: [&str; 5] = ["", "x", "facebook", "whats app\t%", "email"];
const VARIANTS: [&str; 4] = ["", "a", "b & c", "\n"];
const NOW: i64 = 500_000;

type Event = (Kind, &'static str, &'static str, i64, u64);

fn event(chance: &mut Chance, latest: i64) -> Event {
    let pick = |list: &[&'static str], at: u64| list[usize::try_from(at).unwrap() % list.len()];
    let kind = Kind::ALL[usize::try_from(chance.below(6)).unwrap()];
    let ago = i64::try_from(chance.below(24 * 800)).unwrap();
    (
        kind,
        pick(&CHANNELS, chance.below(5)),
        pick(&VARIANTS, chance.below(4)),
        latest - ago,
        1 + chance.below(3),
    )
}

/// The states that one replica goes through: it counts, and folds as time goes on.
fn history(chance: &mut Chance, states: usize) -> Vec<Table> {
    let mut table = Table::default();
    let mut now = NOW;
    let mut history = vec![table.clone()];
    for _ in 1..states {
        now += i64::try_from(chance.below(24 * 90)).unwrap();
        let events: Vec<Event> = (0..chance.below(20)).map(|_| event(chance, now)).collect();
        table.add(events.into_iter());
        if chance.below(2) == 0 {
            table = table.fold_at(now);
        }
        history.push(table.clone());
    }
    history
}

fn total(table: &Table) -> u64 {
    table.entries().map(|entry| entry.n).sum()
}

#[test]
fn months_begin_with_the_first() {
    let day = |text: &str| crate::time::parse(&[text, "T00:00Z"].concat()).unwrap() / 3_600_000;
    for (date, first) in [
        ("1970-01-01", "1970-01-01"),
        ("1970-02-28", "1970-02-01"),
        ("2000-02-29", "2000-02-01"),
        ("2024-02-29", "2024-02-01"),
        ("2023-12-31", "2023-12-01"),
        ("2100-03-01", "2100-03-01"),
        ("2026-11-23", "2026-11-01"),
    ] {
        assert_eq!(month_start(day(date) + 23), day(first), "{date}");
    }
    // Against counting day by day.
    let mut first = 0;
    for at in 0..40_000 {
        let date = crate::time::iso(at * 24 * 3_600_000);
        if date.get(8..10) == Some("01") {
            first = at;
        }
        assert_eq!(month_start(at * 24 + 5), first * 24, "{date}");
    }
}

#[test]
fn folding_keeps_every_count() {
    let mut chance = Chance(1);
    for _ in 0..200 {
        let mut table = Table::default();
        let events: Vec<Event> = (0..50).map(|_| event(&mut chance, NOW)).collect();
        table.add(events.iter().copied());
        let sum: u64 = events.iter().map(|event| event.4).sum();
        assert_eq!(total(&table), sum);
        let folded = table.clone().fold_at(NOW);
        assert_eq!(total(&folded), sum);
        assert!(folded.len() <= table.len());
        assert_eq!(folded.clone().fold_at(NOW), folded, "once is enough");
        assert_eq!(folded.clone().fold_at(NOW - 5000), folded, "and a horizon does not go back");
        let later = NOW + 24 * 500;
        assert_eq!(folded.fold_at(later), table.clone().fold_at(later), "in one step or in two");
        for entry in table.fold_at(NOW).entries() {
            let age = NOW - entry.start;
            assert!(entry.hours == 1 || age > HOURS_KEPT * DAY, "{entry:?}");
            assert!(entry.hours <= 24 || age > DAYS_KEPT * DAY, "{entry:?}");
            assert!(entry.hours > 1 || age <= (HOURS_KEPT + 1) * DAY, "{entry:?}");
        }
    }
}

#[test]
fn states_merge_to_the_latest_in_any_order_any_number_of_times() {
    let mut chance = Chance(2);
    for _ in 0..300 {
        let history = history(&mut chance, 6);
        let latest = history.last().unwrap().clone();
        let mut merged = Table::default();
        for _ in 0..12 {
            let state = &history[usize::try_from(chance.below(6)).unwrap()];
            merged =
                if chance.below(2) == 0 { merged.merge(state.clone()) } else { state.clone().merge(merged) };
            assert_eq!(merged.clone().merge(state.clone()), merged, "a second time adds nothing");
        }
        assert_eq!(merged.clone().merge(latest.clone()), latest);
        let (a, b, c) = (&history[1], &history[3], &history[5]);
        let one = a.clone().merge(b.clone()).merge(c.clone());
        let other = a.clone().merge(b.clone().merge(c.clone()));
        assert_eq!(one, other, "associative");
        assert_eq!(a.clone().merge(c.clone()), c.clone().merge(a.clone()), "commutative");
    }
}

#[test]
fn tables_read_back_as_they_were() {
    let mut chance = Chance(3);
    for _ in 0..200 {
        for table in history(&mut chance, 4) {
            assert_eq!(text::read(&text::write(&table)).as_ref(), Some(&table));
        }
    }
}

#[test]
fn what_is_no_table_is_none() {
    for foreign in [
        "",
        "2 0 0\n\n",
        "1 0\n\n",
        "1 x 0\n",
        "1 0 0",
        "1 0 0\na\n5 0 0 0",
        "1 0 0\na\n5 9 0 0 1",
        "1 0 0\na\n5 0 7 0 1",
        "1 0 0\na\nnonsense",
        "1 0 0\na\n-5 0 0 0 1",
        "{\"rows\":[]}",
        "1 99999999999999999999 0\n",
    ] {
        assert_eq!(text::read(foreign), None, "{foreign}");
    }
    let huge = text::read("1 18446744073709 0\na\n9223372036854775807 0 0 0 5").unwrap();
    assert!(huge.is_empty(), "and nothing is counted in a year that nobody sees");
}
