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

#[test]
fn arrivals_count_for_their_campaign_only() {
    let world = Pretend::default();
    let page = "https://blog.example/library?utm_source=x&utm_medium=share&utm_campaign=library&ss=k3";
    let mut here = card_at(&world, page, &[]);
    here.start(true, &world);
    here.start(false, &world);
    assert_eq!(world.event_names(), ["ready", "arrival", "ready"], "a reload is no arrival");
    assert_eq!(here.stats(&world).number("channels.x.arrival"), 1);
    let resolved = here.resolved();
    assert_eq!((resolved.get("page.source"), resolved.get("page.referral")), ("x", "k3"));

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
    let card = card(&world, &[("deadline", "2026-12-24T12:00:00+01:00")]);
    let shown = html(&card, &world);
    assert!(shown.contains("This petition is closed") && !shown.contains("<form"));
    let open = self::card(&world, &[("deadline", "2026-12-27T12:00:00+01:00")]);
    assert!(html(&open, &world).contains("2 days left"));
}
