//! A tablet at a stall holds ten thousand signatures in the five million UTF-16
//! units that a browser grants.

use super::*;
use crate::signature::uuid;

fn typical(world: &Pretend, number: usize, name: &str) -> Record {
    let email = ["supporter.", &number.to_string(), "@example.org"].concat();
    Record::of(&[
        ("campaign", "keep-the-library"),
        ("id", &uuid(world)),
        ("destination", "postgrest:https://abcdefghijklmnop.supabase.co/rest/v1/signatures"),
        ("time", &world.timestamp()),
        ("locale", "en"),
        ("page", "https://blog.example/2026/12/keep-the-library"),
        ("headline", "Keep the library on Mill Street open"),
        ("source", "qr"),
        ("referral", ""),
        ("field.name", name),
        ("field.email", &email),
        ("field.postcode", "1012 AB"),
        ("consent", "yes"),
        ("consentText", "May we tell you by email how this goes on? You can say no and sign all the same."),
        ("consentVersion", "3f1d9a0c"),
        (
            "to.headers.apikey",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoiYW5vbiIsImV4cCI6MjA4M30.c2lnbmF0dXJl",
        ),
        ("to.fields.first-name", "given_name"),
    ])
}

fn units(world: &Pretend) -> usize {
    let text = |name: &String| world.load(name).unwrap().encode_utf16().count();
    world.names("").iter().map(|name| name.encode_utf16().count() + text(name)).sum()
}

/// UTF-16 units for each of 100 entries, their names included, all contexts aside.
fn each(name: &str) -> usize {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    outbox.keep(&world, &typical(&world, 10_000, name));
    let before = units(&world);
    for number in 1..=100 {
        outbox.keep(&world, &typical(&world, 10_000 + number, name));
    }
    (units(&world) - before) / 100
}

#[test]
fn ten_thousand_fit_in_half_of_what_a_browser_grants() {
    let (latin, cyrillic, japanese) = (each("Ada Lovelace"), each("Олена Шевченко"), each("山田 花子"));
    assert!(latin.max(cyrillic).max(japanese) * 10_000 < 2_500_000, "{latin} {cyrillic} {japanese}");
}

#[test]
fn a_lease_needs_no_more_room_than_the_entry_had() {
    let world = Pretend::default();
    let mut outbox = Outbox::default();
    outbox.keep(&world, &typical(&world, 1, "Ada"));
    let before = units(&world);
    outbox.take(&world).unwrap();
    assert_eq!(units(&world), before);
}
