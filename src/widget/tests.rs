//! The card driven as a supporter drives it, with a clock and a store of the test's own.

use super::*;
use crate::html::card::render;
use crate::testing::Pretend;
use crate::{i18n, settings};

fn card_at(world: &Pretend, page: &str, extra: &[(&str, &str)]) -> Widget {
    let mut all = Record::default();
    for (name, text) in [
        ("campaign", "library"),
        ("headline", "Keep the <library> open"),
        ("text", "It is warm there."),
        ("goal", "500"),
        ("signatures", "312"),
        ("fields", "name* email* comment"),
        ("destination", "json:https://sign.example/in"),
        ("page.url", page),
    ]
    .iter()
    .chain(extra)
    {
        all.set(name, text);
    }
    let (campaign, problems) = Campaign::read(settings::read(&all.write()), world);
    assert_eq!(problems, []);
    let locale = Locale::read(i18n::pack("en").leak());
    let catalogue = Box::leak(Box::new(Catalogue::complete()));
    Widget::new(campaign, locale, catalogue, &crate::world::random_id(world, 6), page, world)
}

fn card(world: &Pretend, extra: &[(&str, &str)]) -> Widget {
    card_at(world, "https://blog.example/library", extra)
}

fn html(card: &Widget, world: &Pretend) -> String {
    render(card, world.now.get())
}

fn filled() -> Record {
    Record::default().with("name", "Ada Lovelace").with("email", " ada@example.org ").with("comment", "")
}

fn only_id(world: &Pretend) -> String {
    let entries = outbox::all(world);
    assert_eq!(entries.len(), 1);
    entries[0].get("id").into()
}

/// The destination answers.
fn answer(card: &mut Widget, world: &Pretend, outcome: Outcome) {
    let id = only_id(world);
    outbox::take(world).unwrap();
    outbox::settle(world, &id, outcome, 0);
    card.settled(&id, outcome, world);
}

#[test]
fn signs_sends_and_thanks() {
    let world = Pretend::default();
    let mut card = card(&world, &[]);
    assert!(html(&card, &world).contains("312 signatures"));

    card.sign(&filled(), &world);
    assert_eq!(world.event_names(), ["sign", "send"]);
    assert_eq!(card.stage, Stage::Sending);
    assert!(html(&card, &world).contains("Sending…"));
    card.sign(&filled(), &world);
    let entry = &outbox::all(&world)[0];
    assert_eq!((entry.get("field.name"), entry.get("field.email")), ("Ada Lovelace", "ada@example.org"));
    assert_eq!(world.event_names().len(), 2, "pressed twice is signed once");

    answer(&mut card, &world, Outcome::Accepted);
    let html = html(&card, &world);
    assert!(html.contains("Thank you, Ada Lovelace!") && html.contains("313 signatures"), "{html}");
    assert!(!html.contains("<form"));
    assert_eq!(card.stats(&world).number("totals.sent"), 1);
    assert!(outbox::all(&world).is_empty(), "nothing personal stays");
    assert!(card.values.pairs().is_empty());
    assert_eq!(*world.focused.borrow(), "thanks");
}

#[test]
fn a_later_visit_knows_that_this_person_signed() {
    let world = Pretend::default();
    let mut first = card(&world, &[]);
    first.sign(&filled(), &world);
    answer(&mut first, &world, Outcome::AlreadySigned);
    assert!(html(&first, &world).contains("You had already signed"));

    let later = card(&world, &[]);
    assert_eq!(later.stage, Stage::SignedBefore);
    assert!(html(&later, &world).contains("You have signed this petition."));
    assert_eq!(later.signatures, 313);
}

#[test]
fn errors_stand_beside_their_fields() {
    let world = Pretend::default();
    let mut card = card(&world, &[("consent", "required")]);
    card.sign(&Record::default().with("name", "").with("email", "ada"), &world);
    assert_eq!(*world.focused.borrow(), "f-name");
    let shown = html(&card, &world);
    assert!(shown.contains("id=\"e-name\">Please enter your name.</p>"), "{shown}");
    assert!(shown.contains("id=\"e-email\">This does not look like"));
    assert!(shown.contains("Please choose yes or no."));
    assert!(shown.contains("3 fields need your attention."));

    card.typed("email", "ada@example.org", &world);
    assert!(!html(&card, &world).contains("This does not look like"));
    card.left("email", "ada@");
    assert!(html(&card, &world).contains("This does not look like"));
}

#[test]
fn tabbing_through_is_no_mistake_and_typing_is_not_nagged() {
    let world = Pretend::default();
    let mut card = card(&world, &[]);
    card.left("email", "");
    card.typed("email", "a", &world);
    assert!(card.errors.is_empty());
}

#[test]
fn what_is_typed_survives_a_reload_until_it_is_sent() {
    let world = Pretend::default();
    let mut card = card(&world, &[]);
    card.typed("name", "Ada L", &world);
    let mut reloaded = self::card(&world, &[]);
    assert!(html(&reloaded, &world).contains("value=\"Ada L\""));
    reloaded.sign(&filled(), &world);
    answer(&mut reloaded, &world, Outcome::Accepted);
    assert_eq!(world.names("share-sign/1/draft/"), Vec::<String>::new());
}

#[test]
fn consent_is_asked_and_travels_with_its_words() {
    let world = Pretend::default();
    let mut card = card(&world, &[("consent", "opt-in")]);
    assert!(!html(&card, &world).contains("checked"));
    card.sign(&filled().with("consent", "no"), &world);
    let entry = &outbox::all(&world)[0];
    assert_eq!(entry.get("consent"), "no");
    assert!(entry.get("consentText").starts_with("May we tell you"));
}

#[test]
fn without_a_network_it_waits_and_says_so() {
    let world = Pretend::default();
    let mut card = card(&world, &[]);
    card.sign(&filled(), &world);
    answer(&mut card, &world, Outcome::Later);
    let shown = html(&card, &world);
    assert!(shown.contains("saved on this device and not sent yet"), "{shown}");
    assert_eq!(card.signatures, 312, "not counted before it is there");

    let mut later = self::card(&world, &[]);
    assert_eq!(later.stage, Stage::Queued);
    outbox::hurry(&world);
    answer(&mut later, &world, Outcome::Accepted);
    assert_eq!(later.signatures, 313);
}

#[test]
fn refused_comes_back_editable_under_the_same_id() {
    let world = Pretend::default();
    let mut card = card(&world, &[]);
    card.sign(&filled(), &world);
    let id = only_id(&world);
    answer(&mut card, &world, Outcome::Refused);
    let shown = html(&card, &world);
    assert!(shown.contains("did not accept") && shown.contains("value=\"Ada Lovelace\""), "{shown}");

    let mut reloaded = self::card(&world, &[]);
    assert!(html(&reloaded, &world).contains("value=\"Ada Lovelace\""), "also after a reload");
    reloaded.sign(&filled(), &world);
    assert_eq!(only_id(&world), id);
    assert!(outbox::take(&world).is_some(), "and is sent again");
}

#[test]
fn with_no_storage_and_no_network_the_form_stays_filled() {
    let world = Pretend::default();
    world.full.set(true);
    let mut card = card(&world, &[]);
    card.sign(&filled(), &world);
    assert!(card.take_forgetful() && !card.take_forgetful(), "said once");
    answer(&mut card, &world, Outcome::Later);
    assert_eq!(card.stage, Stage::Open);
    let shown = html(&card, &world);
    assert!(
        shown.contains("keeps nothing for this page") && shown.contains("value=\"Ada Lovelace\""),
        "{shown}"
    );
}

#[test]
fn local_signatures_are_counted_on_the_device() {
    let world = Pretend::default();
    let mut card = card(&world, &[("destination", "local")]);
    card.sign(&filled(), &world);
    assert_eq!(card.signatures, 313);
    assert!(html(&card, &world).contains("kept on this device only"));
    assert_eq!(world.names("share-sign/1/kept/library/").len(), 1);
}

#[test]
fn arrivals_count_for_their_campaign_only() {
    let world = Pretend::default();
    let page = "https://blog.example/library?utm_source=x&utm_medium=share&utm_campaign=library&ss=k3";
    let mut here = card_at(&world, page, &[]);
    here.start(true, &world);
    here.start(false, &world);
    assert_eq!(world.event_names(), ["ready", "arrival", "ready"], "a reload is no arrival");
    assert_eq!(here.stats(&world).number("channels.x.arrival"), 1);
    here.sign(&filled(), &world);
    let entry = &outbox::all(&world)[0];
    assert_eq!((entry.get("source"), entry.get("referral")), ("x", "k3"));

    let world = Pretend::default();
    card_at(&world, &page.replace("=library", "=river"), &[]).start(true, &world);
    assert_eq!(world.event_names(), ["ready"]);
}

#[test]
fn links_carry_marks_and_what_the_channel_takes() {
    let world = Pretend::default();
    let card = card(
        &world,
        &[
            ("channels", "x facebook email copy nosuch twitter"),
            ("hashtags", "library reading"),
            ("via", "@readers"),
        ],
    );
    let links: Vec<String> =
        card.channels().into_iter().map(|channel| card.link(channel).get("href").to_owned()).collect();
    assert_eq!(links.len(), 4);
    let x = "https://x.com/intent/tweet?text=Keep%20the%20%3Clibrary%3E%20open\
             &url=https%3A%2F%2Fblog.example%2Flibrary%3Futm_source%3Dx%26utm_medium%3Dshare%26utm_campaign%3Dlibrary%26ss%3D";
    assert!(links[0].starts_with(x), "{}", links[0]);
    assert!(links[0].ends_with("&hashtags=library%2Creading&via=readers"), "{}", links[0]);
    assert!(links[1].starts_with("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2F"));
    assert!(links[1].ends_with("&hashtag=%23library"));
    let mail =
        "mailto:?subject=Keep%20the%20%3Clibrary%3E%20open&body=It%20is%20warm%20there.%0D%0A%0D%0Ahttps";
    assert!(links[2].starts_with(mail), "{}", links[2]);
    assert!(links[3].starts_with("https://blog.example/library?utm_source=copy&"));
    assert_eq!(card.unknown_channels()[0].value, "nosuch");
    let shown = html(&card, &world);
    assert!(shown.contains("Keep the &lt;library&gt; open") && shown.contains("data-channel=\"facebook\""));
}

#[test]
fn empty_parameters_are_left_out() {
    let world = Pretend::default();
    let card = card(&world, &[("channels", "x facebook")]);
    for channel in card.channels() {
        let href = card.link(channel).get("href").to_owned();
        assert!(!href.contains("hashtag") && !href.contains("via") && !href.ends_with('&'), "{href}");
    }
}

#[test]
fn clicks_are_counted_and_copies_when_they_are_done() {
    let world = Pretend::default();
    let mut card = card(&world, &[]);
    let catalogue = card.catalogue;
    card.shared(catalogue.get("x").unwrap(), &world);
    card.shared(catalogue.get("copy").unwrap(), &world);
    let copy = card.catalogue.get("copy").unwrap();
    card.copied(copy, false, &world);
    assert!(html(&card, &world).contains("utm_source=copy"));
    card.copied(copy, true, &world);
    let stats = card.stats(&world);
    assert_eq!((stats.number("totals.share"), stats.number("totals.copy")), (1, 1));
    assert_eq!(world.event_names(), ["share", "copy"]);
}

#[test]
fn tracking_off_leaves_no_trace() {
    let world = Pretend::default();
    let mut card = card(&world, &[("tracking", "off")]);
    card.seen(&world);
    let x = card.catalogue.get("x").unwrap();
    card.shared(x, &world);
    assert_eq!(card.link(x).get("url"), "https://blog.example/library");
    assert_eq!(world.names("share-sign/"), Vec::<String>::new());
}

#[test]
fn after_the_deadline_nobody_signs() {
    let world = Pretend::default();
    let mut card = card(&world, &[("deadline", "2026-12-24T12:00:00+01:00")]);
    let shown = html(&card, &world);
    assert!(shown.contains("This petition is closed") && !shown.contains("<form"));
    card.sign(&filled(), &world);
    assert!(world.event_names().is_empty());
    let open = self::card(&world, &[("deadline", "2026-12-27T12:00:00+01:00")]);
    assert!(html(&open, &world).contains("2 days left"));
}
