use super::context::CONTEXT;
use super::*;
use crate::testing::Pretend;

mod schedules;
mod server;
mod size;
mod stall;
mod tab;

const A: &str = "json:https://a.example/in";
const B: &str = "json:https://b.example/in";

fn signature(id: &str, destination: &str) -> Record {
    Record::of(&[("campaign", "c"), ("id", id), ("destination", destination), ("field.name", "Ada")])
}

fn signed(world: &Pretend, outbox: &mut Outbox, id: &str) {
    assert!(outbox.keep(world, &signature(id, A)));
}

fn pass(world: &Pretend, pause: i64) {
    world.now.set(world.now.get() + pause);
}

fn taken(world: &Pretend, outbox: &mut Outbox) -> String {
    outbox.take(world).expect("something is due").get("id").into()
}

#[test]
fn accepted_leaves_and_is_remembered() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    signed(&world, &mut outbox, "a");
    let entry = outbox.take(&world).unwrap();
    assert_eq!((entry.get("id"), entry.get("destination"), entry.get("field.name")), ("a", A, "Ada"));
    assert!(Outbox::default().take(&world).is_none(), "another tab keeps off");
    assert!(outbox.take(&world).is_none(), "and so does this one");
    assert!(outbox.settle(&world, "a", Outcome::Accepted, 0));
    assert_eq!(all(&world), []);
    assert_eq!(world.load("share-sign/1/signed/c").as_deref(), Some("accepted"));
    assert!(!outbox.settle(&world, "a", Outcome::Later, 0), "a late failure does not bring it back");
    assert_eq!(all(&world), []);
    let left: Vec<_> = world.names("").into_iter().filter(|name| !name.contains("/hold/")).collect();
    assert_eq!(left.len(), 2, "what is left is no personal data: {left:?}");
    for name in left {
        let text = world.load(&name).unwrap();
        assert!(!name.contains("/a") && !text.contains("Ada"), "{name} = {text}");
    }
}

#[test]
fn unconfirmed_leaves_like_accepted() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    signed(&world, &mut outbox, "a");
    outbox.take(&world).unwrap();
    assert!(outbox.settle(&world, "a", Outcome::Unconfirmed, 0));
    assert_eq!((all(&world).len(), outbox.due_in(&world)), (0, None));
    assert_eq!(world.load("share-sign/1/signed/c").as_deref(), Some(Outcome::Unconfirmed.name()));
}

#[test]
fn unreachable_waits_longer_and_longer() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    signed(&world, &mut outbox, "a");
    let mut pauses = Vec::new();
    for _ in 0..14 {
        outbox.take(&world).unwrap();
        outbox.settle(&world, "a", Outcome::Later, 0);
        assert!(outbox.take(&world).is_none());
        pauses.push(outbox.due_in(&world).unwrap());
        pass(&world, *pauses.last().unwrap());
    }
    for (pause, least) in pauses.iter().zip([4000, 8000, 16_000, 32_000]) {
        assert!((least..=least * 5 / 4).contains(pause), "{pauses:?}");
    }
    assert!((LONGEST_PAUSE..=LONGEST_PAUSE * 5 / 4).contains(&pauses[13]));
    assert_eq!(get(&world, "a").unwrap().number("attempts"), 14);
    outbox.take(&world).unwrap();
    outbox.settle(&world, "a", Outcome::Later, 0);
    outbox.hurry(&world);
    assert_eq!(outbox.due_in(&world), Some(0));
}

#[test]
fn a_destination_that_is_down_is_asked_by_one_signature_at_a_time() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    for id in 0..50 {
        signed(&world, &mut outbox, &id.to_string());
    }
    let mut requests = Vec::new();
    let start = world.now.get();
    while world.now.get() - start < 3_600_000 {
        while let Some(entry) = outbox.take(&world) {
            requests.push(entry.get("id").to_owned());
            assert!(requests.len() == 1 || outbox.take(&world).is_none(), "one probe alone");
            outbox.settle(&world, entry.get("id"), Outcome::Later, 0);
        }
        pass(&world, outbox.due_in(&world).unwrap());
    }
    assert!(requests.len() < 12, "{requests:?}");
    let mut different = requests.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), requests.len(), "one that the server chokes on does not block the rest");
    // It is back: one probe, then all at once, those that failed before included.
    pass(&world, LONGEST_PAUSE * 2);
    let probe = taken(&world, &mut outbox);
    assert!(outbox.take(&world).is_none());
    outbox.settle(&world, &probe, Outcome::Accepted, 0);
    for _ in 1..50 {
        let id = taken(&world, &mut outbox);
        outbox.settle(&world, &id, Outcome::Accepted, 0);
    }
    assert_eq!((all(&world).len(), outbox.due_in(&world)), (0, None));
    assert_eq!(world.names("share-sign/1/hold/"), Vec::<String>::new());
}

#[test]
fn one_destination_does_not_hold_back_another() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    signed(&world, &mut outbox, "a");
    outbox.take(&world).unwrap();
    outbox.settle(&world, "a", Outcome::Later, 3600);
    outbox.keep(&world, &signature("b", B));
    outbox.keep(&world, &signature("late", A));
    assert_eq!(taken(&world, &mut outbox), "b");
    assert!(outbox.take(&world).is_none());
}

#[test]
fn what_a_server_asks_for_holds_through_reloads_and_being_online() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    for id in ["a", "b"] {
        signed(&world, &mut outbox, id);
    }
    let id = taken(&world, &mut outbox);
    outbox.settle(&world, &id, Outcome::Later, 7200);
    let mut reloaded = Outbox::default();
    for outbox in [&mut outbox, &mut reloaded] {
        outbox.hurry(&world);
        assert!(outbox.take(&world).is_none());
        let due = outbox.due_in(&world).unwrap();
        assert!((7_200_000..=9_000_000).contains(&due), "{due}");
    }
    signed(&world, &mut reloaded, "fresh");
    assert!(reloaded.take(&world).is_none(), "also for somebody who signs now");
    pass(&world, 9_000_000);
    let probe = taken(&world, &mut reloaded);
    assert_eq!(probe, "fresh");
    assert!(outbox.take(&world).is_none() && reloaded.take(&world).is_none(), "one probe among all tabs");
    assert!(outbox.due_in(&world).unwrap() <= LEASE);
    pass(&world, LEASE);
    assert!(outbox.take(&world).is_some(), "a tab that died with the probe is taken over");

    let world = Pretend::default();
    let mut outbox = Outbox::default();
    signed(&world, &mut outbox, "a");
    outbox.take(&world).unwrap();
    outbox.settle(&world, "a", Outcome::Later, u32::MAX);
    pass(&world, LONGEST_WISH * 5 / 4);
    assert!(outbox.take(&world).is_some(), "a day at most");
}

#[test]
fn a_late_success_does_not_undo_what_the_server_asked_for() {
    let world = Pretend::default();
    let (mut outbox, mut other) = (Outbox::default(), Outbox::default());
    for id in ["a", "b", "c"] {
        signed(&world, &mut outbox, id);
    }
    let (first, second) = (taken(&world, &mut outbox), taken(&world, &mut other));
    other.settle(&world, &second, Outcome::Later, 600);
    outbox.settle(&world, &first, Outcome::Accepted, 0);
    assert!(outbox.take(&world).is_none());
    assert!(outbox.due_in(&world).unwrap() >= 600_000);
}

#[test]
fn somebody_who_signs_is_a_reason_to_try_again() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    for _ in 0..6 {
        signed(&world, &mut outbox, "a");
        outbox.take(&world).unwrap();
        outbox.settle(&world, "a", Outcome::Later, 0);
    }
    assert!(outbox.take(&world).is_none());
    signed(&world, &mut outbox, "new");
    assert_eq!(taken(&world, &mut outbox), "new", "and goes first");
    assert!(outbox.take(&world).is_none(), "alone");
}

#[test]
fn a_tab_that_died_while_sending_is_taken_over() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    signed(&world, &mut outbox, "a");
    outbox.take(&world).unwrap();
    pass(&world, TIMEOUT);
    let mut other = Outbox::default();
    assert!(other.take(&world).is_none());
    other.hurry(&world);
    assert!(other.take(&world).is_none(), "being online again is no reason to send twice");
    pass(&world, LEASE);
    assert!(other.take(&world).is_some());
    assert!(outbox.settle(&world, "a", Outcome::Later, 0), "late words of the first");
    assert!(outbox.take(&world).is_none());
    assert!(get(&world, "a").unwrap().number("next") > 0, "do not end the lease of the second");
    assert!(other.settle(&world, "a", Outcome::Accepted, 0));
}

#[test]
fn a_clock_that_jumps_strands_nothing() {
    let year = 365 * LONGEST_WISH;
    for jump in [-30 * year, -year, -2 * LONGEST_WISH, year, 30 * year] {
        for retry_after in [0, 600] {
            let world = Pretend::default();
            let mut outbox = Outbox::default();
            for id in ["settled", "lost", "new"] {
                signed(&world, &mut outbox, id);
            }
            outbox.take(&world);
            let second = taken(&world, &mut outbox);
            outbox.settle(&world, &second, Outcome::Later, retry_after);
            pass(&world, jump);
            for outbox in [&mut outbox, &mut Outbox::default()] {
                assert_eq!(outbox.due_in(&world), Some(0), "{jump}");
            }
            for _ in 0..3 {
                let id = taken(&world, &mut outbox);
                outbox.settle(&world, &id, Outcome::Accepted, 0);
            }
            assert_eq!(all(&world), []);
        }
    }
}

#[test]
fn the_early_moment_of_a_signature_is_respected() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    let mut early = signature("a", A);
    early.set_number("next", u64::try_from(world.now.get() + 3000).unwrap());
    outbox.keep(&world, &early);
    assert!(outbox.take(&world).is_none());
    assert_eq!(outbox.due_in(&world), Some(3000));
    pass(&world, 3000);
    assert_eq!(taken(&world, &mut outbox), "a");
}

#[test]
fn foreign_data_is_no_endless_work() {
    let world = Pretend::default();
    for (name, text) in [("zz", "%%garbage"), ("yy", "id=other&campaign=c"), ("", ""), ("x", "next=9&next=8")]
    {
        world.save(&entry::name(name), text);
    }
    let mut outbox = Outbox::default();
    assert!(outbox.take(&world).is_none());
    assert_eq!(outbox.due_in(&world), None);
    assert_eq!(all(&world).len(), 4, "nothing is deleted that is not ours to delete");
    signed(&world, &mut outbox, "a");
    assert_eq!(taken(&world, &mut outbox), "a");
    assert_eq!((waiting(&world, "c"), outbox.waiting(&world, "c")), (2, 2));
}

#[test]
fn entries_of_the_present_format_are_sent() {
    let world = Pretend::default();
    let old = signature("old", A).with("attempts", "2").with("next", "5").with("locale", "fr");
    world.save(&entry::name("old"), &old.write());
    let mut outbox = Outbox::default();
    assert_eq!(outbox.take(&world).unwrap(), old);
    outbox.settle(&world, "old", Outcome::Later, 0);
    assert_eq!(get(&world, "old").unwrap().get("locale"), "fr");
    outbox.hurry(&world);
    assert_eq!(outbox.take(&world).unwrap().get("attempts"), "3");
}

#[test]
fn an_entry_waits_for_a_context_that_is_missing() {
    let world = Pretend::default();
    signed(&world, &mut Outbox::default(), "a");
    let context = world.names("share-sign/1/context/").remove(0);
    let text = world.load(&context).unwrap();
    world.forget(&context);
    let mut outbox = Outbox::default();
    assert!(outbox.take(&world).is_none());
    assert_eq!(outbox.due_in(&world), None);
    let entry = get(&world, "a").unwrap();
    assert_eq!((entry.get("field.name"), entry.get("destination")), ("Ada", ""));
    assert!(write(&world, &entry), "writing it back does not cut the tie");
    assert_ne!(get(&world, "a").unwrap().get(CONTEXT), "");
    world.save(&context, &text);
    pass(&world, FRESH);
    assert_eq!(outbox.take(&world).unwrap().get("destination"), A);
}

#[test]
fn refused_waits_for_the_supporter() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    signed(&world, &mut outbox, "a");
    outbox.take(&world);
    outbox.settle(&world, "a", Outcome::Refused, 0);
    pass(&world, LONGEST_WISH);
    assert!(outbox.take(&world).is_none());
    assert_eq!(outbox.due_in(&world), None);
    let changed = get(&world, "a").unwrap().with("field.name", "Ada Lovelace");
    assert!(write(&world, &changed), "in another tab");
    pass(&world, FRESH);
    let entry = outbox.take(&world).unwrap();
    assert_eq!((entry.get("id"), entry.get("field.name")), ("a", "Ada Lovelace"));
    outbox.settle(&world, "a", Outcome::Refused, 0);
    outbox.remove(&world, "a");
    assert_eq!((all(&world).len(), outbox.waiting(&world, "c")), (0, 0));
}

#[test]
fn where_nothing_can_be_stored_it_is_sent_all_the_same() {
    let world = Pretend::default();
    world.full.set(true);
    let mut outbox = Outbox::default();
    assert!(!outbox.keep(&world, &signature("a", A)));
    assert_eq!(taken(&world, &mut outbox), "a");
    assert!(outbox.settle(&world, "a", Outcome::Accepted, 0));
    assert_eq!(all(&world), []);

    // The store fills up while one is under way: its lease holds on this page.
    world.full.set(false);
    signed(&world, &mut outbox, "b");
    world.full.set(true);
    assert_eq!(taken(&world, &mut outbox), "b");
    assert!(outbox.take(&world).is_none());
    assert!(outbox.settle(&world, "b", Outcome::Later, 0));
    assert!(outbox.take(&world).is_none(), "and so does the pause after it");
}

#[test]
fn other_tabs_are_heard_of_in_time() {
    let world = Pretend::default();
    let (mut outbox, mut other) = (Outbox::default(), Outbox::default());
    assert!(outbox.take(&world).is_none());
    signed(&world, &mut other, "a");
    assert_eq!(taken(&world, &mut outbox), "a", "at once where nothing else is known");
    signed(&world, &mut other, "b");
    assert!(outbox.take(&world).is_none());
    pass(&world, FRESH);
    assert_eq!(taken(&world, &mut outbox), "b");
    signed(&world, &mut other, "c");
    outbox.scan(&world);
    other.remove(&world, "c");
    assert!(outbox.take(&world).is_none(), "withdrawn in another tab");
}
