//! The card driven as a supporter drives it, with a clock and a store of the test's own.

use super::*;
use crate::html::card::render;
use crate::i18n;
use crate::settings::Settings;
use crate::store::Memory;
use std::cell::Cell;

const NOW: i64 = 1_798_140_600_000;

struct World {
    store: Box<dyn Store>,
    random: Cell<u64>,
    now: Cell<i64>,
}

impl World {
    fn new(store: impl Store + 'static) -> Self {
        World { store: Box::new(store), random: Cell::new(7), now: Cell::new(NOW) }
    }
}

impl Env for World {
    fn now(&self) -> i64 {
        self.now.get()
    }
    fn random(&self) -> u64 {
        // xorshift64: any spread-out numbers will do.
        let mut x = self.random.get();
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        self.random.set(x);
        x
    }
    fn store(&self) -> &dyn Store {
        &*self.store
    }
}

/// A store that is full: it reads and keeps nothing beyond this page.
#[derive(Default)]
struct Full(Memory);

impl Store for Full {
    fn get(&self, name: &str) -> Option<String> {
        self.0.get(name)
    }
    fn set(&self, name: &str, text: &str) -> bool {
        self.0.set(name, text);
        false
    }
    fn remove(&self, name: &str) {
        self.0.remove(name);
    }
    fn names(&self, prefix: &str) -> Vec<String> {
        self.0.names(prefix)
    }
}

fn card_at(world: &World, page: &str, extra: &[(&str, &str)]) -> Widget {
    let mut settings = Settings::default();
    for (path, text) in extra {
        settings.push(path, text);
    }
    for (path, text) in [
        ("campaign", "library"),
        ("headline", "Keep the <library> open"),
        ("text", "It is warm there."),
        ("goal", "500"),
        ("signatures", "312"),
        ("fields", "name* email* comment"),
        ("destination", "json:https://sign.example/in"),
        ("page.url", page),
    ] {
        settings.push(path, text);
    }
    let (campaign, problems) = Campaign::read(&settings, &|address| Some(address.into()));
    assert_eq!(problems, []);
    let locale = Rc::new(Locale::read(&i18n::pack("en")));
    Widget::new(campaign, locale, Rc::new(Catalogue::complete()), &short_id(world.random()), page, world)
}

fn card(world: &World, extra: &[(&str, &str)]) -> Widget {
    card_at(world, "https://blog.example/library", extra)
}

fn filled() -> Vec<(String, String)> {
    [("name", "Ada Lovelace"), ("email", " ada@example.org "), ("comment", "")]
        .map(|(name, value)| (name.into(), value.into()))
        .to_vec()
}

fn stats(card: &Widget, world: &World) -> serde_json::Value {
    serde_json::from_str(&card.stats(world)).unwrap()
}

fn only_id(world: &World) -> String {
    let entries = outbox::all(world.store());
    assert_eq!(entries.len(), 1);
    entries[0].signature.id.clone()
}

#[test]
fn signs_sends_and_thanks() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[]);
    assert!(render(&card, NOW).contains("312 signatures"));

    let effects = card.update(Action::Sign(filled()), &world);
    assert!(effects.contains(&Effect::Send));
    let id = only_id(&world);
    assert_eq!(card.stage, Stage::Sending(id.clone()));
    assert!(render(&card, NOW).contains("Sending…"));
    assert!(card.update(Action::Sign(filled()), &world).is_empty(), "pressed twice is signed once");

    let entry = outbox::take(world.store(), NOW).unwrap();
    assert_eq!(
        entry.signature.values,
        [("name".into(), "Ada Lovelace".into()), ("email".into(), "ada@example.org".into())]
    );
    outbox::settle(world.store(), &id, Outcome::Accepted, None, NOW, 0);
    card.update(Action::Settled(id, Outcome::Accepted), &world);

    let html = render(&card, NOW);
    assert!(html.contains("Thank you, Ada Lovelace!") && html.contains("313 signatures"), "{html}");
    assert!(!html.contains("<form"));
    assert_eq!(stats(&card, &world)["totals"]["sent"], 1);
    assert!(outbox::all(world.store()).is_empty(), "nothing personal stays");
}

#[test]
fn a_later_visit_knows_that_this_person_signed() {
    let world = World::new(Memory::default());
    let mut first = card(&world, &[]);
    first.update(Action::Sign(filled()), &world);
    let id = only_id(&world);
    outbox::settle(world.store(), &id, Outcome::Accepted, None, NOW, 0);

    let later = card(&world, &[]);
    assert_eq!(later.stage, Stage::SignedBefore);
    assert!(render(&later, NOW).contains("You have signed this petition."));
    assert_eq!(later.signatures, 313);
}

#[test]
fn errors_stand_beside_their_fields() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[("consent", "required")]);
    let values = vec![("name".into(), String::new()), ("email".into(), "ada".into())];
    let effects = card.update(Action::Sign(values), &world);
    assert_eq!(effects, [Effect::Focus("f-name".into())]);
    let html = render(&card, NOW);
    assert!(html.contains("id=\"e-name\">Please enter your name.</p>"), "{html}");
    assert!(html.contains("id=\"e-email\">This does not look like"));
    assert!(html.contains("Please choose yes or no."));
    assert!(html.contains("3 fields need your attention."));

    card.update(Action::Typed("email".into(), "ada@example.org".into()), &world);
    assert!(!render(&card, NOW).contains("This does not look like"));
    card.update(Action::Left("email".into(), "ada@".into()), &world);
    assert!(render(&card, NOW).contains("This does not look like"));
}

#[test]
fn tabbing_through_is_no_mistake_and_typing_is_not_nagged() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[]);
    card.update(Action::Left("email".into(), String::new()), &world);
    card.update(Action::Typed("email".into(), "a".into()), &world);
    assert!(card.errors.is_empty());
}

#[test]
fn without_a_network_it_waits_and_says_so() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[]);
    card.update(Action::Sign(filled()), &world);
    let id = only_id(&world);
    outbox::take(world.store(), NOW);
    outbox::settle(world.store(), &id, Outcome::Later, None, NOW, 0);
    card.update(Action::Settled(id.clone(), Outcome::Later), &world);
    let html = render(&card, NOW);
    assert!(html.contains("saved on this device and not sent yet"), "{html}");
    assert_eq!(card.signatures, 312, "not counted before it is there");

    let mut later = self::card(&world, &[]);
    assert_eq!(later.stage, Stage::Queued(id.clone()));
    outbox::settle(world.store(), &id, Outcome::Accepted, None, NOW, 0);
    later.update(Action::Settled(id, Outcome::Accepted), &world);
    assert_eq!(later.signatures, 313);
}

#[test]
fn refused_comes_back_editable_under_the_same_id() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[]);
    card.update(Action::Sign(filled()), &world);
    let id = only_id(&world);
    outbox::settle(world.store(), &id, Outcome::Refused, None, NOW, 0);
    card.update(Action::Settled(id.clone(), Outcome::Refused), &world);
    let html = render(&card, NOW);
    assert!(html.contains("did not accept") && html.contains("value=\"Ada Lovelace\""), "{html}");

    let mut reloaded = self::card(&world, &[]);
    assert!(render(&reloaded, NOW).contains("value=\"Ada Lovelace\""), "also after a reload");
    reloaded.update(Action::Sign(filled()), &world);
    assert_eq!(only_id(&world), id);
    assert!(outbox::take(world.store(), NOW).is_some(), "and is sent again");
}

#[test]
fn with_no_storage_and_no_network_the_form_stays_filled() {
    let world = World::new(Full::default());
    let mut card = card(&world, &[]);
    card.update(Action::Sign(filled()), &world);
    assert!(card.take_memory_only() && !card.take_memory_only(), "said once");
    let id = only_id(&world);
    outbox::take(world.store(), NOW);
    outbox::settle(world.store(), &id, Outcome::Later, None, NOW, 0);
    card.update(Action::Settled(id, Outcome::Later), &world);
    assert_eq!(card.stage, Stage::Open);
    let html = render(&card, NOW);
    assert!(
        html.contains("keeps nothing for this page") && html.contains("value=\"Ada Lovelace\""),
        "{html}"
    );
}

#[test]
fn local_signatures_are_counted_on_the_device() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[("destination", "local")]);
    card.update(Action::Sign(filled()), &world);
    assert_eq!(card.signatures, 313);
    assert!(render(&card, NOW).contains("kept on this device only"));
    assert_eq!(world.store().names("share-sign/1/kept/library/").len(), 1);
}

#[test]
fn arrivals_count_for_their_campaign_only() {
    let world = World::new(Memory::default());
    let page = "https://blog.example/library?utm_source=x&utm_medium=share&utm_campaign=library&ss=k3";
    let mut here = card_at(&world, page, &[]);
    assert!(here.start(true, &world).len() == 2);
    assert_eq!(here.start(false, &world).len(), 1, "a reload is no arrival");
    assert_eq!(stats(&here, &world)["channels"]["x"]["arrival"], 1);
    here.update(Action::Sign(filled()), &world);
    let entry = &outbox::all(world.store())[0];
    assert_eq!((entry.signature.channel.as_str(), entry.signature.referral.as_str()), ("x", "k3"));

    let other = page.replace("=library", "=river");
    let mut there = card_at(&world, &other, &[]);
    assert_eq!(there.start(true, &world).len(), 1);
}

#[test]
fn links_carry_marks_and_what_the_channel_takes() {
    let world = World::new(Memory::default());
    let card = card(&world, &[("channels", "x facebook email copy nosuch twitter")]);
    let links: serde_json::Value = serde_json::from_str(&card.links()).unwrap();
    let href = |at: usize| links[at]["href"].as_str().unwrap().to_owned();
    assert_eq!(links.as_array().unwrap().len(), 4);
    assert!(href(0).starts_with("https://x.com/intent/tweet?text=Keep%20the%20%3Clibrary%3E%20open&url=https%3A%2F%2Fblog.example%2Flibrary%3Futm_source%3Dx%26utm_medium%3Dshare%26utm_campaign%3Dlibrary%26ss%3D"), "{}", href(0));
    assert!(href(1).starts_with("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2F"));
    assert!(href(2).starts_with(
        "mailto:?subject=Keep%20the%20%3Clibrary%3E%20open&body=It%20is%20warm%20there.%0D%0A%0D%0Ahttps"
    ));
    assert!(href(3).starts_with("https://blog.example/library?utm_source=copy&"));
    assert_eq!(card.unknown_channels()[0].value, "nosuch");
    let html = render(&card, NOW);
    assert!(html.contains("Keep the &lt;library&gt; open") && html.contains("data-channel=\"facebook\""));
}

#[test]
fn tracking_off_leaves_no_trace() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[("tracking", "off")]);
    card.update(Action::Seen, &world);
    card.update(Action::Shared("x".into()), &world);
    assert!(card.links().contains("url=https%3A%2F%2Fblog.example%2Flibrary\""));
    assert_eq!(world.store().names(store::PREFIX), Vec::<String>::new());
}

#[test]
fn after_the_deadline_nobody_signs() {
    let world = World::new(Memory::default());
    let mut card = card(&world, &[("deadline", "2026-12-24T12:00:00+01:00")]);
    let html = render(&card, NOW);
    assert!(html.contains("This petition is closed") && !html.contains("<form"));
    assert!(card.update(Action::Sign(filled()), &world).is_empty());
    assert!(
        render(&self::card(&world, &[("deadline", "2026-12-27T12:00:00+01:00")]), NOW)
            .contains("2 days left")
    );
}
