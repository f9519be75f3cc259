//! A day at a stall: ten thousand signatures without a network, then online.
//! `cargo test --lib outbox::tests::stall -- --ignored --nocapture` measures it.

use std::time::{Duration, Instant};

use super::*;

const MANY: usize = 10_000;

fn offline(world: &Pretend) -> Outbox {
    let mut outbox = Outbox::default();
    for number in 0..MANY {
        let id = ["00000000-0000-4000-8000-", &(100_000_000_000 + number).to_string()].concat();
        let signature =
            signature(&id, A).with("field.email", "a@example.org").with("time", &world.timestamp());
        assert!(outbox.keep(world, &signature));
        // The page tries each of them, as its supporter waits.
        if let Some(entry) = outbox.take(world) {
            outbox.settle(world, entry.get("id"), Outcome::Later, 0);
        }
        pass(world, 3000);
    }
    outbox
}

fn drain(world: &Pretend, outbox: &mut Outbox) -> usize {
    let mut sent = 0;
    while let Some(entry) = outbox.take(world) {
        pass(world, 20);
        assert!(outbox.settle(world, entry.get("id"), Outcome::Accepted, 0));
        sent += 1;
    }
    sent
}

#[cfg(target_os = "linux")]
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("");
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

#[cfg(not(target_os = "linux"))]
fn resident_kb() -> u64 {
    0
}

#[test]
#[ignore = "a measurement"]
fn measure() {
    fn timed<T>(what: &str, act: impl FnOnce() -> T) -> (T, Duration) {
        let before = (resident_kb(), Instant::now());
        let made = act();
        let took = before.1.elapsed();
        println!("{what}: {took:?}, {} KB more in memory", resident_kb().saturating_sub(before.0));
        (made, took)
    }
    let world = Pretend::default();
    let _ = timed("10,000 kept and tried without a network", || offline(&world));
    let (mut outbox, _) = timed("a reload, and the first scan", || {
        let mut outbox = Outbox::default();
        outbox.scan(&world);
        outbox
    });
    let _ = timed("a scan after that", || outbox.scan(&world));
    let _ = timed("all entries whole", || assert_eq!(all(&world).len(), MANY));
    let _ = timed("counting those of a campaign in the store", || assert_eq!(waiting(&world, "c"), MANY));
    let _ = timed("counting them in the index", || assert_eq!(outbox.waiting(&world, "c"), MANY));
    outbox.hurry(&world);
    let (sent, took) = timed("all of them sent", || drain(&world, &mut outbox));
    assert_eq!(sent, MANY);
    assert!(took < Duration::from_secs(10), "{took:?}");
}
