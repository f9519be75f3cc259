use std::cell::Cell;

use super::*;
use crate::count;
use crate::testing::Pretend;

const HOUR: i64 = 3_600_000;

fn total(counts: &Counts) -> u64 {
    counts.entries().map(|entry| entry.n).sum()
}

/// What the card says was counted, which must be the same.
fn of_card(world: &Pretend, kind: &str) -> u64 {
    count::stats(world, "c").number(&concat(&["totals.", kind]))
}

fn pass(world: &Pretend, days: i64) {
    world.now.set(world.now.get() + days * 24 * HOUR);
}

fn names(world: &Pretend) -> Vec<String> {
    world.names("share-sign/1/count/")
}

#[test]
fn what_is_counted_is_found_before_and_after_it_is_folded() {
    let world = Pretend::default();
    for day in 0..100_u64 {
        for tab in ["one", "two"] {
            for _ in 0..=day % 3 {
                assert!(count::add(&world, tab, "c", "share", "x", "b"));
            }
        }
        pass(&world, 1);
    }
    count::add(&world, "one", "other", "view", "", "");
    let before = total(&load(&world, "c"));
    assert_eq!(before, 2 * (34 + 33 * 2 + 33 * 3));
    assert_eq!(names(&world).len(), 201);
    assert_eq!(of_card(&world, "share"), before);
    fold(&world, "c");
    assert_eq!((total(&load(&world, "c")), of_card(&world, "share")), (before, before));
    assert_eq!(count::stats(&world, "c").number("channels.x.share"), before);
    assert!(names(&world).len() <= 1 + 2 * 2, "{:?}", names(&world));
    let hours: Vec<u32> = load(&world, "c").own.entries().map(|entry| entry.hours).collect();
    assert!(hours.contains(&1) && hours.contains(&24));
    pass(&world, 800);
    fold(&world, "c");
    let counts = load(&world, "c");
    assert_eq!((total(&counts), names(&world).len()), (before, 1));
    assert!(counts.own.entries().all(|entry| entry.hours >= 28 * 24));
    assert_eq!(total(&load(&world, "other")), 1);
}

/// A store that takes so many changes and then nothing more: the browser was closed.
struct Dying<'a> {
    world: &'a Pretend,
    left: Cell<usize>,
}

impl Dying<'_> {
    fn is_alive(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }
}

impl World for Dying<'_> {
    fn now(&self) -> i64 {
        self.world.now()
    }
    fn timestamp(&self) -> String {
        self.world.timestamp()
    }
    fn random(&self) -> u32 {
        self.world.random()
    }
    fn load(&self, name: &str) -> Option<String> {
        self.world.load(name)
    }
    fn save(&self, name: &str, text: &str) -> bool {
        !self.is_alive() || self.world.save(name, text)
    }
    fn forget(&self, name: &str) {
        if self.is_alive() {
            self.world.forget(name);
        }
    }
    fn names(&self, prefix: &str) -> Vec<String> {
        self.world.names(prefix)
    }
    fn resolve(&self, _address: &str) -> Option<String> {
        None
    }
    fn date(&self, _text: &str) -> Option<i64> {
        None
    }
    fn emit(&self, _event: &str, _detail: &Record) {}
    fn focus(&self, _id: &str) {}
}

#[test]
fn a_browser_that_closes_while_folding_counts_nothing_twice() {
    for last in 0..20 {
        let world = Pretend::default();
        for tab in 0..12 {
            count::add(&world, &tab.to_string(), "c", "share", "x", "");
            count::add(&world, &tab.to_string(), "c", "view", "", "");
        }
        pass(&world, 3);
        fold(&Dying { world: &world, left: Cell::new(last) }, "c");
        assert_eq!(total(&load(&world, "c")), 24, "after {last} changes");
        assert_eq!(of_card(&world, "view") + of_card(&world, "share"), 24, "after {last} changes");
        count::add(&world, "new", "c", "view", "", "");
        fold(&world, "c");
        pass(&world, 3);
        fold(&world, "c");
        assert_eq!((total(&load(&world, "c")), names(&world).len()), (25, 0), "after {last} changes");
    }
}

#[test]
fn a_full_store_keeps_what_it_has() {
    let world = Pretend::default();
    count::add(&world, "one", "c", "view", "", "");
    pass(&world, 3);
    fold(&world, "c");
    count::add(&world, "two", "c", "view", "", "");
    pass(&world, 3);
    world.full.set(true);
    fold(&world, "c");
    assert_eq!((total(&load(&world, "c")), names(&world).len()), (2, 1));
}

#[test]
fn a_clock_that_was_set_back_loses_no_count() {
    let world = Pretend::default();
    count::add(&world, "one", "c", "view", "", "");
    pass(&world, 10);
    fold(&world, "c");
    pass(&world, -8);
    count::add(&world, "late", "c", "view", "", "");
    pass(&world, 8);
    assert_eq!(total(&load(&world, "c")), 2);
    fold(&world, "c");
    fold(&world, "c");
    assert_eq!((total(&load(&world, "c")), names(&world).len()), (2, 0));
}

#[test]
fn there_is_a_limit_to_what_is_kept() {
    let world = Pretend::default();
    let hour = world.now.get() / HOUR;
    let mut table = Table::default();
    let variants: Vec<String> = (0..50).map(|variant| ["v", &variant.to_string()].concat()).collect();
    table.add((0..24 * 59).flat_map(|ago| {
        variants.iter().map(move |variant| (Kind::View, "", variant.as_str(), hour - ago, 1))
    }));
    let sum = table.len() as u64;
    assert!(table.len() > 3 * MOST_ROWS);
    world.save(&folded("c"), &write_folded(&table, &[]));
    count::add(&world, "one", "c", "view", "", "");
    pass(&world, 3);
    fold(&world, "c");
    let counts = load(&world, "c");
    assert_eq!(total(&counts), sum + 1);
    assert!(counts.own.len() < MOST_ROWS, "{}", counts.own.len());
}

#[test]
fn others_are_brought_in_once() {
    let (here, there) = (Pretend::default(), Pretend::default());
    there.save("share-sign/1/replica", "there");
    count::add(&here, "one", "c", "share", "x", "");
    for day in 0..5 {
        count::add(&there, "one", "c", "share", "x", "");
        let table = load(&there, "c").own;
        for _ in 0..=day % 2 {
            assert!(bring_in(&here, "c", &replica(&there, "c"), table.clone()));
        }
        pass(&there, 40);
        fold(&there, "c");
    }
    let counts = load(&here, "c");
    assert_eq!((total(&counts), counts.others.len()), (6, 1));
    let own = counts.own.clone();
    bring_in(&here, "c", &replica(&here, "c"), own);
    assert_eq!(total(&load(&here, "c")), 6, "one's own is known");
}

#[test]
fn foreign_data_is_set_aside() {
    let world = Pretend::default();
    count::add(&world, "one", "c", "share", "x", "");
    world.save("share-sign/1/counts/c", "garbage");
    world.save("share-sign/1/replica/c/who", "2 later\n");
    world.save("share-sign/1/count/c/odd", "nonsense=1&5%20later%20x%20=3&7%20view%20%20=2");
    let counts = load(&world, "c");
    assert_eq!(total(&counts), 3);
    assert_eq!(counts.aside.len(), 2);
    assert_eq!(world.names("share-sign/1/aside/").len(), 2);
    assert_eq!(load(&world, "c").aside, Vec::<String>::new(), "and reported once");
}

#[test]
fn a_reset_can_be_undone() {
    let world = Pretend::default();
    count::add(&world, "one", "c", "share", "x", "");
    pass(&world, 3);
    fold(&world, "c");
    count::add(&world, "two", "c", "view", "", "");
    let (before, id) = (load(&world, "c").own, replica(&world, "c"));
    let gone = reset(&world, "c");
    assert_eq!(total(&load(&world, "c")), 0);
    assert_ne!(replica(&world, "c"), id, "as this replica does not count down");
    count::add(&world, "two", "c", "view", "", "");
    count::add(&world, "three", "c", "view", "", "");
    undo(&world, "c", &gone);
    assert_eq!(replica(&world, "c"), id);
    assert_eq!(total(&load(&world, "c")), before.entries().map(|entry| entry.n).sum::<u64>() + 2);
    count::add(&world, "two", "c", "view", "", "");
    assert_eq!(total(&load(&world, "c")), 5, "the open page goes on counting");
}
