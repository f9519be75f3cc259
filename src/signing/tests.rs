//! A supporter signs, with a clock, a store and a destination of the test's own.

use super::*;
use crate::channel::Catalogue;
use crate::html::{self, card::render};
use crate::i18n;
use crate::settings;
use crate::testing::Pretend;
use crate::widget::{self, Widget};

/// A card as the page puts it together: what everybody loads, and what signs.
struct Both {
    card: Widget,
    signing: Signing,
    outbox: Outbox,
}

const PAGE: &str = "https://blog.example/library";

fn at(world: &Pretend, page: &str, extra: &[(&str, &str)]) -> Both {
    let mut all = Record::default();
    for (name, text) in [
        ("campaign", "library"),
        ("headline", "Keep the <library> open"),
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
    let words = Locale::read(i18n::pack_sign("en").leak());
    let catalogue = Box::leak(Box::new(Catalogue::complete()));
    let card = Widget::new(campaign, locale, catalogue, "shard", page, world);
    let campaign = Campaign::of_resolved(Record::read(&card.resolved().write()), world);
    let signing = Signing::new(campaign, locale, words, world.now() - 60_000, world);
    Both { card, signing, outbox: Outbox::default() }
}

fn both(world: &Pretend, extra: &[(&str, &str)]) -> Both {
    at(world, PAGE, extra)
}

impl Both {
    fn html(&mut self, world: &Pretend) -> String {
        self.card.told(&self.signing.status, world);
        concat(&[&html::signing::render(&self.signing, world), &render(&self.card, world.now())])
    }

    fn sign(&mut self, values: &Record, world: &Pretend) {
        self.signing.sign(values, world, &mut self.outbox);
    }

    /// The destination answers to what is sent.
    fn answer(&mut self, world: &Pretend, verdict: &Verdict) {
        self.outbox.scan(world);
        let entry = self.outbox.take(world).expect("something is due");
        assert!(self.outbox.settle(world, entry.get("id"), verdict.outcome, 0));
        self.signing.settled(&entry, verdict, world, &mut self.outbox);
        self.card.told(&self.signing.status, world);
    }
}

fn says(outcome: Outcome) -> Verdict {
    Verdict { outcome, fields: Vec::new(), words: String::new(), number: 0 }
}

fn filled() -> Record {
    Record::of(&[("name", "Ada Lovelace"), ("email", " ada@example.org "), ("comment", "")])
}

fn only_id(world: &Pretend) -> String {
    let entries = outbox::all(world);
    assert_eq!(entries.len(), 1);
    entries[0].get("id").into()
}

#[test]
fn signs_sends_and_thanks() {
    let world = Pretend::default();
    let mut both = both(&world, &[]);
    assert!(both.html(&world).contains("312 signatures"));

    both.sign(&filled(), &world);
    assert_eq!(world.event_names(), ["sign"]);
    assert_eq!(both.signing.stage, Stage::Sending);
    assert!(both.html(&world).contains("aria-disabled=\"true\">Sending…</button>"));
    both.sign(&filled(), &world);
    let entry = &outbox::all(&world)[0];
    assert_eq!((entry.get("field.name"), entry.get("field.email")), ("Ada Lovelace", "ada@example.org"));
    assert_eq!((entry.get("campaign"), entry.get("headline")), ("library", "Keep the <library> open"));
    assert_eq!(world.event_names().len(), 1, "pressed twice is signed once");

    both.answer(&world, &Verdict { number: 1601, ..says(Outcome::Accepted) });
    let html = both.html(&world);
    assert!(html.contains("Thank you, Ada Lovelace!") && html.contains("313 signatures"), "{html}");
    assert!(html.contains("Your signature is number 1,601."), "{html}");
    assert!(html::signing::render(&both.signing, &world).find("<form").is_none());
    assert!(outbox::all(&world).is_empty(), "nothing personal stays");
    assert_eq!(world.event_names(), ["sign", "sent"]);
    assert_eq!(*world.focused.borrow(), "thanks");
}

#[test]
fn a_later_visit_knows_that_this_person_signed() {
    let world = Pretend::default();
    let mut first = both(&world, &[]);
    first.sign(&filled(), &world);
    first.answer(&world, &says(Outcome::AlreadySigned));
    assert!(first.html(&world).contains("You had already signed"));

    let mut later = both(&world, &[]);
    assert_eq!((later.signing.stage, later.card.stage), (Stage::Before, widget::Stage::Signed));
    assert!(later.html(&world).contains("You have signed this petition."));
    assert_eq!(later.card.signatures, 313);
}

#[test]
fn errors_stand_beside_their_fields() {
    let world = Pretend::default();
    let mut both = both(&world, &[("consent", "required")]);
    both.sign(&Record::of(&[("name", ""), ("email", "ada")]), &world);
    assert_eq!(*world.focused.borrow(), "f-name");
    let shown = both.html(&world);
    assert!(shown.contains("id=\"e-name\">Please enter your name.</p>"), "{shown}");
    assert!(shown.contains("id=\"e-email\">This does not look like"));
    assert!(shown.contains("Please choose yes or no."));
    assert!(shown.contains("3 fields need your attention."));

    both.signing.typed("email", "ada@example.org", &world);
    assert!(!both.html(&world).contains("This does not look like"));
    both.signing.left("email", "ada@", &world);
    assert!(both.html(&world).contains("This does not look like"));
}

#[test]
fn tabbing_through_is_no_mistake_and_typing_is_not_nagged() {
    let world = Pretend::default();
    let mut both = both(&world, &[]);
    both.signing.left("email", "", &world);
    both.signing.typed("email", "a", &world);
    assert!(both.signing.filled.errors.pairs().iter().all(|(_, words)| words.is_empty()));
}

#[test]
fn a_slip_in_the_address_is_asked_about_and_put_right_with_a_click() {
    let world = Pretend::default();
    let mut both = both(&world, &[]);
    both.signing.left("email", "ada@gmial.com", &world);
    let shown = both.html(&world);
    assert!(shown.contains("Did you mean ada@gmail.com?") && !shown.contains("aria-invalid"), "{shown}");
    both.signing.take_better("email", &world);
    let shown = both.html(&world);
    assert!(shown.contains("value=\"ada@gmail.com\"") && !shown.contains("Did you mean"), "{shown}");
}

#[test]
fn a_postcode_of_digits_gets_a_keyboard_of_digits() {
    let world = Pretend::default();
    let mut both = both(&world, &[("fields", "name* country postcode"), ("country", "FR")]);
    let has_digits = |html: &str| html.contains("inputmode=\"numeric\"");
    assert!(has_digits(&both.html(&world)));
    both.signing.typed("country", "GB", &world);
    assert!(!has_digits(&both.html(&world)));
    both.signing.left("postcode", "75008", &world);
    assert!(both.html(&world).contains("SW1A 1AA"));
}

#[test]
fn what_is_typed_survives_a_reload_until_it_is_sent() {
    let world = Pretend::default();
    world.save("share-sign/1/draft/library", "name=Ada%20L");
    let mut reloaded = both(&world, &[]);
    assert!(render(&reloaded.card, world.now()).contains("value=\"Ada L\""));
    assert!(html::signing::render(&reloaded.signing, &world).contains("value=\"Ada L\""));
    reloaded.sign(&filled(), &world);
    reloaded.answer(&world, &says(Outcome::Accepted));
    assert_eq!(world.names("share-sign/1/draft/"), Vec::<String>::new());
}

#[test]
fn consent_is_asked_and_travels_with_its_words() {
    let world = Pretend::default();
    let mut asked = both(&world, &[("consent", "opt-in")]);
    assert!(!asked.html(&world).contains("checked"));
    asked.sign(&filled().with("consent", "no"), &world);
    let entry = &outbox::all(&world)[0];
    assert_eq!((entry.get("consent"), entry.get("consentVersion")), ("no", ""));
    assert!(entry.get("consentText").starts_with("May we tell you"));

    let world = Pretend::default();
    let own = [("consent", "required"), ("consentText", "News by post?"), ("consentVersion", "3")];
    let mut own = both(&world, &own);
    assert!(own.html(&world).contains("<legend>News by post?"));
    own.sign(&filled().with("consent", "yes"), &world);
    let entry = &outbox::all(&world)[0];
    assert_eq!((entry.get("consentText"), entry.get("consentVersion")), ("News by post?", "3"));
}

#[test]
fn without_a_network_it_waits_and_can_be_taken_back() {
    let world = Pretend::default();
    let mut first = both(&world, &[]);
    first.sign(&filled(), &world);
    first.answer(&world, &says(Outcome::Later));
    let shown = first.html(&world);
    assert!(shown.contains("saved on this device and not sent yet"), "{shown}");
    assert_eq!(first.card.signatures, 312, "not counted before it is there");

    let mut later = both(&world, &[]);
    assert_eq!((later.signing.stage, later.card.stage), (Stage::Waiting, widget::Stage::Waiting));
    later.signing.withdraw(&world, &mut later.outbox);
    assert!(later.html(&world).contains("was on its way and may have arrived"));
    assert!(outbox::all(&world).is_empty());
    assert_eq!(both(&world, &[]).signing.stage, Stage::Open);
}

#[test]
fn a_waiting_signature_is_thanked_for_when_it_arrives() {
    let world = Pretend::default();
    let mut first = both(&world, &[]);
    first.sign(&filled(), &world);
    first.answer(&world, &says(Outcome::Later));
    world.now.set(world.now.get() + 24 * 3_600_000);
    let mut later = both(&world, &[]);
    later.answer(&world, &says(Outcome::Accepted));
    assert_eq!(later.card.signatures, 313);
    assert_eq!(later.signing.stage, Stage::Thanked(Outcome::Accepted));
}

#[test]
fn refused_comes_back_editable_under_the_same_id() {
    let world = Pretend::default();
    let mut first = both(&world, &[]);
    first.sign(&filled(), &world);
    let id = only_id(&world);
    let verdict = Verdict {
        fields: vec![("email".into(), "Nobody has this address.".into()), ("shoe".into(), "Too big.".into())],
        ..says(Outcome::Refused)
    };
    first.answer(&world, &verdict);
    let shown = first.html(&world);
    assert!(shown.contains("did not accept") && shown.contains("value=\"Ada Lovelace\""), "{shown}");
    assert!(shown.contains("id=\"e-email\">Nobody has this address."), "{shown}");
    assert_eq!(*world.focused.borrow(), "f-email");

    let mut reloaded = both(&world, &[]);
    assert!(reloaded.html(&world).contains("value=\"Ada Lovelace\""), "also after a reload");
    reloaded.sign(&filled(), &world);
    assert_eq!(only_id(&world), id);
    assert!(reloaded.outbox.take(&world).is_some(), "and is sent again");
}

#[test]
fn with_no_storage_and_no_network_the_form_stays_filled() {
    let world = Pretend::default();
    world.full.set(true);
    let mut both = both(&world, &[]);
    both.sign(&filled(), &world);
    both.answer(&world, &says(Outcome::Later));
    assert_eq!(both.signing.stage, Stage::Open);
    let shown = both.html(&world);
    assert!(shown.contains("keeps nothing for this page"), "{shown}");
    assert!(shown.contains("value=\"Ada Lovelace\""), "{shown}");
}

#[test]
fn local_signatures_are_counted_on_the_device_and_can_be_taken_back() {
    let world = Pretend::default();
    let mut first = both(&world, &[("destination", "local")]);
    first.sign(&filled(), &world);
    assert!(first.html(&world).contains("kept on this device only"));
    assert_eq!(first.card.signatures, 313);
    assert_eq!(world.names("share-sign/1/kept/library/").len(), 1);

    let mut later = both(&world, &[("destination", "local")]);
    assert!(later.html(&world).contains("data-sign=\"withdraw\""));
    later.signing.withdraw(&world, &mut later.outbox);
    assert_eq!(world.names("share-sign/1/kept/"), Vec::<String>::new());
    assert!(later.html(&world).contains("has been deleted from this device."));
}

#[test]
fn a_field_that_people_do_not_see_asks_once_more() {
    let world = Pretend::default();
    let mut both = both(&world, &[]);
    let values = filled().with(TRAP, "+1 555");
    both.sign(&values, &world);
    assert_eq!(both.signing.stage, Stage::Open);
    assert!(both.html(&world).contains("press the button once more"));
    assert!(outbox::all(&world).is_empty());
    both.sign(&values, &world);
    assert_eq!(both.signing.stage, Stage::Sending, "a person gets through");
    assert!(!outbox::all(&world)[0].write().contains("555"));
}

#[test]
fn what_is_signed_within_the_blink_of_an_eye_is_stored_at_once_and_sent_later() {
    let world = Pretend::default();
    let mut both = both(&world, &[]);
    both.signing.shown = world.now();
    both.sign(&filled(), &world);
    assert_eq!(outbox::all(&world).len(), 1);
    assert!(both.outbox.take(&world).is_none());
    world.now.set(world.now.get() + SHORTEST);
    assert!(both.outbox.take(&world).is_some());
}

#[test]
fn the_address_fills_in_where_the_page_asks_for_it() {
    let world = Pretend::default();
    let page = "https://blog.example/library?ss_name=Ada%20L&ss_email=a@example.org&id=7";
    assert!(at(&world, page, &[]).signing.filled.values.get("name").is_empty());
    let filled = at(&world, page, &[("prefill", "yes")]);
    assert_eq!(filled.signing.filled.values.get("name"), "Ada L");
    assert_eq!(filled.card.campaign.url, "https://blog.example/library?id=7", "and goes no further");
}

#[test]
fn a_stall_takes_one_after_the_other() {
    let world = Pretend::default();
    let mut stall = both(&world, &[("mode", "stall")]);
    for name in ["Ada", "Berta"] {
        stall.sign(&filled().with("name", name), &world);
        let shown = stall.html(&world);
        assert!(shown.contains(&concat(&["Thank you, ", name, "!"])), "{shown}");
        assert!(!stall.signing.tick(&world), "there is time to read");
        world.now.set(world.now.get() + 13_000);
        assert!(stall.signing.tick(&world));
        assert!(!stall.html(&world).contains(name), "nothing of the last person is left");
    }
    assert!(stall.html(&world).contains("2 signatures wait to be sent"));
    let rows = stall.signing.rows(&world);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.get("state") == "waiting" && row.get("email") == "ada@example.org"));
    stall.answer(&world, &says(Outcome::Accepted));
    stall.answer(&world, &says(Outcome::Accepted));
    assert!(stall.html(&world).contains("No signature waits"));
    assert_eq!(world.event_names().iter().filter(|name| *name == "sent").count(), 2);
    assert_eq!(both(&world, &[("mode", "stall")]).signing.stage, Stage::Open, "and is open tomorrow");
}

#[test]
fn a_form_left_half_filled_is_emptied() {
    let world = Pretend::default();
    let mut stall = both(&world, &[("mode", "stall"), ("destination", "local")]);
    stall.signing.typed("name", "Ada", &world);
    world.now.set(world.now.get() + 60_000);
    assert!(!stall.signing.tick(&world));
    stall.signing.typed("name", "Ada L", &world);
    world.now.set(world.now.get() + 91_000);
    assert!(stall.signing.tick(&world));
    assert!(!stall.html(&world).contains("Ada"));
    assert!(!stall.signing.tick(&world), "an empty form stays");
}

#[test]
fn after_the_deadline_nobody_signs() {
    let world = Pretend::default();
    let mut both = both(&world, &[("deadline", "2026-12-24T12:00:00+01:00")]);
    assert!(both.html(&world).contains("This petition is closed"));
    both.sign(&filled(), &world);
    assert!(world.event_names().is_empty());
}

#[test]
fn steps_to_take_next() {
    let world = Pretend::default();
    let mut both = both(
        &world,
        &[
            ("confirmation", "email"),
            ("withdrawUrl", "https://ngo.example/withdraw"),
            ("next.0.label", "Donate"),
            ("next.0.url", "https://ngo.example/give"),
            ("next.1.label", "Write to the mayor"),
            ("next.1.mail", "mayor+lib@town.example"),
            ("next.1.body", "Dear mayor,\nplease & thanks"),
            ("next.2.label", "Evil"),
            ("next.2.url", "javascript:alert(1)"),
        ],
    );
    both.sign(&filled(), &world);
    both.answer(&world, &says(Outcome::Accepted));
    let shown = both.html(&world);
    assert!(shown.contains("href=\"https://ngo.example/give\""));
    assert!(shown.contains("mailto:mayor%2Blib@town.example?subject=Keep%20the%20%3Clibrary%3E%20open&amp;body=Dear%20mayor%2C%0D%0Aplease%20%26%20thanks\""), "{shown}");
    assert!(!shown.contains("javascript") && shown.contains("confirm your address"));
    assert!(shown.contains("https://ngo.example/withdraw"));
}

#[test]
fn learns_what_another_tab_made_of_the_signature() {
    let marker = "share-sign/1/signed/library";
    for outcome in [Outcome::Accepted, Outcome::AlreadySigned, Outcome::Unconfirmed] {
        let world = Pretend::default();
        let mut both = both(&world, &[]);
        both.sign(&filled(), &world);
        both.signing.catch_up(&world, &mut both.outbox);
        assert_eq!(both.signing.stage, Stage::Sending, "it is still under way");

        Outbox::default().settle(&world, &only_id(&world), outcome, 0);
        both.signing.catch_up(&world, &mut both.outbox);
        assert_eq!(both.signing.stage, Stage::Thanked(outcome));
        assert!(both.html(&world).contains("Ada Lovelace"));
        assert_eq!(world.event_names(), ["sign"], "it was told where it was sent");
    }

    let world = Pretend::default();
    let mut both = both(&world, &[]);
    both.sign(&filled(), &world);
    let id = only_id(&world);
    Outbox::default().settle(&world, &id, Outcome::Refused, 0);
    both.signing.catch_up(&world, &mut both.outbox);
    assert_eq!(both.signing.stage, Stage::Open);
    assert!(
        both.html(&world).contains("value=\"Ada Lovelace\""),
        "what was filled in is there to be corrected"
    );

    both.sign(&filled(), &world);
    Outbox::default().remove(&world, &id);
    world.forget(marker);
    both.signing.catch_up(&world, &mut both.outbox);
    assert_eq!(both.signing.stage, Stage::Open);
    assert!(!both.html(&world).contains("Sending"));
}
