//! The program that signs: what happens in the form, the outbox, and how many have
//! signed. It shares the page's world with the card's program, and knows a card by
//! the same number.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use super::page::{Page, give};

use crate::campaign::Campaign;
use crate::csv;
use crate::destination::{self, Outcome};
use crate::field::country;
use crate::html;
use crate::i18n::Locale;
use crate::outbox::{self, Outbox};
use crate::record::Record;
use crate::signing::{Signing, Stage, live, problems};
use crate::world::World;

/// What all cards on the page share.
#[derive(Default)]
struct Shared {
    /// The card's words, and those of signing, by language.
    locales: Vec<(Locale, Locale)>,
    outbox: Outbox,
    cards: Vec<(u32, Signing)>,
}

thread_local! {
    static SHARED: RefCell<Shared> = RefCell::default();
}

impl Shared {
    fn words(&self, id: &str) -> (Locale, Locale) {
        let found = self.locales.iter().find(|(locale, _)| locale.id() == id).or(self.locales.first());
        found.copied().unwrap_or_default()
    }
}

/// Runs `act` on a card; does nothing where there is none of that number.
fn with(card: u32, act: &mut dyn FnMut(&mut Signing, &Page, &mut Outbox)) {
    SHARED.with_borrow_mut(|shared| {
        if let Some((_, signing)) = shared.cards.iter_mut().find(|(number, _)| *number == card) {
            act(signing, &Page(card), &mut shared.outbox);
        }
    });
}

/// Adds a language: the card's words and those of signing, packed
/// (see [`Locale::read`]).
#[wasm_bindgen]
pub fn locale(card: &str, sign: &str) {
    let words = |packed: &str| Locale::read(String::from(packed).leak());
    SHARED.with_borrow_mut(|shared| shared.locales.push((words(card), words(sign))));
}

/// Takes up the card called `card`, or gives it other settings: what the card's
/// program calls `resolved`. `shown`: when its form was first shown, in milliseconds
/// since 1970.
#[wasm_bindgen]
#[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and fit")]
pub fn open(card: u32, settings: &str, language: &str, shown: f64) {
    let page = Page(card);
    SHARED.with_borrow_mut(|shared| {
        let (locale, words) = shared.words(language);
        let campaign = Campaign::of_resolved(Record::read(settings), &page);
        for problem in problems::find(&campaign, &page) {
            page.emit("error", &problem.detail(&campaign.id));
        }
        if let Some((_, signing)) = shared.cards.iter_mut().find(|(number, _)| *number == card) {
            signing.configure(campaign, locale, words, &page);
        } else {
            shared.cards.push((card, Signing::new(campaign, locale, words, shown as i64, &page)));
        }
    });
}

/// Forgets a card.
#[wasm_bindgen]
pub fn close(card: u32) {
    SHARED.with_borrow_mut(|shared| shared.cards.retain(|(number, _)| *number != card));
}

/// Gives the content of the card's place for signing, what its live region says, and
/// where the supporter stands.
#[wasm_bindgen]
pub fn draw(card: u32) {
    with(card, &mut |signing, page, _| {
        give(&html::signing::render(signing, page));
        give(&signing.status);
        give(match signing.stage {
            Stage::Open => "open",
            Stage::Sending => "sending",
            Stage::Waiting => "waiting",
            Stage::Mailed => "mailed",
            Stage::Thanked(_) => "thanked",
            Stage::Before => "before",
        });
    });
}

/// A field was left (`left`) or changed, and now holds `value`.
#[wasm_bindgen]
pub fn field(card: u32, name: &str, value: &str, left: bool) {
    with(card, &mut |signing, page, _| {
        if left { signing.left(name, value, page) } else { signing.typed(name, value, page) }
    });
}

/// "Sign" was pressed; the form's values as a record.
#[wasm_bindgen]
pub fn sign(card: u32, values: &str) {
    with(card, &mut |signing, page, outbox| signing.sign(&Record::read(values), page, outbox));
}

/// A button inside the place for signing was pressed.
#[wasm_bindgen]
pub fn act(card: u32, what: &str, field: &str) {
    with(card, &mut |signing, page, outbox| match what {
        "use" => signing.take_better(field, page),
        "withdraw" => signing.withdraw(page, outbox),
        "next" => signing.next(page),
        _ => {}
    });
}

/// Time went by: true where that changed the card.
#[wasm_bindgen]
pub fn tick(card: u32) -> bool {
    let mut changed = false;
    with(card, &mut |signing, page, _| changed = signing.tick(page));
    changed
}

/// Gives the signatures of the campaign on this device as a table.
#[wasm_bindgen]
pub fn table(card: u32) {
    with(card, &mut |signing, page, _| give(&csv::write(&signing.rows(page))));
}

/// Gives the codes of all countries, in a row.
#[wasm_bindgen]
pub fn countries() {
    give(country::CODES);
}

/// Gives the next request to make, with the signature's `id`. `hurry`: the network is
/// back. `fresh`: other tabs may have left something.
#[wasm_bindgen]
pub fn take(hurry: bool, fresh: bool) {
    let page = Page(0);
    SHARED.with_borrow_mut(|shared| {
        if fresh {
            shared.outbox.scan(&page);
        }
        if hurry {
            shared.outbox.hurry(&page);
        }
        while let Some(entry) = shared.outbox.take(&page) {
            let id = entry.get("id").to_owned();
            if let Some(request) = destination::request(&entry) {
                return give(&request.with("id", &id).write());
            }
            // Written by a later release: it waits for one that knows how to send it.
            shared.outbox.settle(&page, &id, Outcome::Later, 0);
        }
    });
}

/// Milliseconds until there is something to send; -1 when nothing waits.
#[wasm_bindgen]
pub fn due() -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "days at most")]
    SHARED.with_borrow_mut(|shared| shared.outbox.due_in(&Page(0)).map_or(-1.0, |pause| pause as f64))
}

/// The destination answered for the signature `id` with `reply` (see
/// [`destination::verdict`]).
#[wasm_bindgen]
pub fn settle(id: &str, reply: &str) {
    let page = Page(0);
    let reply = Record::read(reply);
    let Some(entry) = outbox::get(&page, id) else { return };
    let verdict = destination::verdict(entry.get("destination"), &reply).placed(&entry);
    let pause = u32::try_from(reply.number("retryAfter")).unwrap_or(u32::MAX);
    SHARED.with_borrow_mut(|shared| {
        if shared.outbox.settle(&page, id, verdict.outcome, pause) {
            for (number, signing) in &mut shared.cards {
                signing.settled(&entry, &verdict, &Page(*number), &mut shared.outbox);
            }
        }
    });
}

/// Takes up what other tabs have done with the signatures of this page's cards.
#[wasm_bindgen]
pub fn catch_up() {
    SHARED.with_borrow_mut(|shared| {
        for (number, signing) in &mut shared.cards {
            signing.catch_up(&Page(*number), &mut shared.outbox);
        }
    });
}

/// Gives the requests for what others know of the campaign: how many have signed,
/// then who did last, then how many through this supporter's link; an empty text where
/// nobody is to be asked.
#[wasm_bindgen]
pub fn asked(card: u32) {
    with(card, &mut |signing, page, _| {
        let requests = [
            live::count_request(&signing.campaign, page),
            live::supporters_request(&signing.campaign, page),
            live::referrals_request(&signing.campaign, page),
        ];
        for request in requests {
            give(&request.unwrap_or_default().write());
        }
    });
}

/// The reply to the first of these. True where there was a number in it.
#[wasm_bindgen]
pub fn counted(card: u32, request: &str, reply: &str) -> bool {
    let mut understood = false;
    with(card, &mut |signing, page, _| {
        if let Some(count) = live::count(&Record::read(request), &Record::read(reply)) {
            understood = true;
            live::heard(&signing.campaign, count, page);
        }
    });
    understood
}

/// Gives the reply to the second of these as HTML.
#[wasm_bindgen]
pub fn supporters(card: u32, request: &str, reply: &str) {
    with(card, &mut |signing, _, _| {
        give(&live::supporters(&Record::read(request), &Record::read(reply), signing.words));
    });
}

/// The reply to the third of these.
#[wasm_bindgen]
pub fn brought(card: u32, request: &str, reply: &str) {
    with(card, &mut |signing, _, _| {
        if let Some(count) = live::count(&Record::read(request), &Record::read(reply)) {
            signing.brought = count;
        }
    });
}
