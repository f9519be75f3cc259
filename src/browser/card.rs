//! The card's program: functions that the page's shell calls, and the world that
//! it lends to the cards (`pkg/edge.js`).
//!
//! Texts go in as arguments and come out through `give`; a card is known by the
//! number that the shell gave it. That keeps the glue between the two small,
//! which every visitor pays for.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use super::page::{Page, give};

use crate::campaign::Campaign;
use crate::channel::{Catalogue, Channel};
use crate::html::Html;
use crate::html::card::{channels, render};
use crate::i18n::{Key, Locale};
use crate::record::Record;
use crate::widget::Widget;
use crate::world::{World, random_id};
use crate::{destination, outbox, settings};

/// What all cards on the page share.
struct Shared {
    catalogue: &'static Catalogue,
    locales: Vec<Locale>,
    shard: String,
    cards: Vec<(u32, Widget)>,
}

thread_local! {
    static SHARED: RefCell<Shared> = RefCell::new(Shared {
        catalogue: Box::leak(Box::default()),
        locales: Vec::new(),
        shard: String::new(),
        cards: Vec::new(),
    });
}

impl Shared {
    fn locale(&self, id: &str) -> Locale {
        let found = self.locales.iter().find(|locale| locale.id() == id).or(self.locales.first());
        found.copied().unwrap_or_default()
    }
}

/// Runs `act` on a card; does nothing where there is none of that number.
fn with(card: u32, act: &mut dyn FnMut(&mut Widget, &Page)) {
    SHARED.with_borrow_mut(|shared| {
        if let Some((_, widget)) = shared.cards.iter_mut().find(|(number, _)| *number == card) {
            act(widget, &Page(card));
        }
    });
}

/// The same with one of the channels that are known.
fn with_channel(card: u32, id: &str, act: &mut dyn FnMut(&mut Widget, &Channel, &Page)) {
    with(card, &mut |widget, page| {
        if let Some(channel) = widget.catalogue.get(id) {
            act(widget, channel, page);
        }
    });
}

fn read(card: u32, settings: &str) -> Campaign {
    let page = Page(card);
    let (campaign, problems) = Campaign::read(settings::read(settings), &page);
    for problem in problems {
        page.emit("error", &problem.detail(&campaign.id));
    }
    campaign
}

/// Adds packed channels and icons (see [`Catalogue::read`]).
#[wasm_bindgen]
pub fn rows(packed: &str) {
    SHARED.with_borrow_mut(|shared| {
        let mut catalogue = shared.catalogue.clone();
        catalogue.read(String::from(packed).leak());
        shared.catalogue = Box::leak(Box::new(catalogue));
    });
}

/// Adds a packed locale (see [`Locale::read`]).
#[wasm_bindgen]
pub fn locale(packed: &str) {
    let locale = Locale::read(String::from(packed).leak());
    SHARED.with_borrow_mut(|shared| shared.locales.push(locale));
}

/// Makes the card called `card`, or gives it other settings. `flags` is 1 for a
/// page load that may be counted as an arrival, plus 2 where the device has a
/// share sheet. True where the card needs channels that are not loaded yet.
#[wasm_bindgen]
pub fn open(card: u32, encoded: &str, locale: &str, flags: u32) -> bool {
    let page = Page(card);
    let campaign = read(card, encoded);
    SHARED.with_borrow_mut(|shared| {
        let (locale, catalogue) = (shared.locale(locale), shared.catalogue);
        if let Some((_, widget)) = shared.cards.iter_mut().find(|(number, _)| *number == card) {
            widget.configure(campaign, locale, catalogue, &page);
        } else {
            if shared.shard.is_empty() {
                shared.shard = random_id(&page, 8);
            }
            let address = Record::read(encoded).get("page.url").to_owned();
            let mut widget = Widget::new(campaign, locale, catalogue, &shared.shard, &address, &page);
            widget.can_share = flags & 2 > 0;
            widget.start(flags & 1 > 0, &page);
            shared.cards.push((card, widget));
        }
    });
    let mut lacking = false;
    with(card, &mut |widget, page| {
        lacking = widget.lacks_channels();
        if !lacking {
            for problem in widget.unknown_channels() {
                page.emit("error", &problem.detail(&widget.campaign.id));
            }
        }
    });
    lacking
}

/// Forgets a card.
#[wasm_bindgen]
pub fn close(card: u32) {
    SHARED.with_borrow_mut(|shared| shared.cards.retain(|(number, _)| *number != card));
}

/// Gives the card's HTML; nothing where there is nothing to show.
#[wasm_bindgen]
pub fn html(card: u32) {
    with(card, &mut |widget, page| {
        if !widget.campaign.text("headline").is_empty() {
            give(&render(widget, page.now()));
        }
        if widget.take_forgetful() {
            page.emit("memory-only", &Record::default());
        }
    });
}

/// Half of the card was visible for a second.
#[wasm_bindgen]
pub fn seen(card: u32) {
    with(card, &mut |widget, page| widget.seen(page));
}

/// Gives what a channel gets: a record of `channel`, `href`, `text`, `url`, `title`.
#[wasm_bindgen]
pub fn link(card: u32, channel: &str) {
    with_channel(card, channel, &mut |widget, found, _| give(&widget.link(found).write()));
}

/// A channel was clicked.
#[wasm_bindgen]
pub fn shared(card: u32, channel: &str) {
    with_channel(card, channel, &mut |widget, found, page| widget.shared(found, page));
}

/// What goes to the clipboard for the channel is there, or could not be put there.
#[wasm_bindgen]
pub fn copied(card: u32, channel: &str, done: bool) {
    with_channel(card, channel, &mut |widget, found, page| widget.copied(found, done, page));
}

/// A dialog could not be loaded.
#[wasm_bindgen]
pub fn failed(card: u32) {
    with(card, &mut |widget, _| widget.status = widget.locale.say(Key::NotLoaded));
}

/// Gives the channel's link or button, as on the card.
#[wasm_bindgen]
pub fn entry(card: u32, channel: &str) {
    with_channel(card, channel, &mut |widget, found, _| {
        let mut html = Html::default();
        channels::entry(&mut html, widget, found);
        give(&html.end());
    });
}

/// A field was left (`left`) or changed, and now holds `value`.
#[wasm_bindgen]
pub fn field(card: u32, name: &str, value: &str, left: bool) {
    with(card, &mut |widget, page| {
        if left { widget.left(name, value) } else { widget.typed(name, value, page) }
    });
}

/// "Sign" was pressed; the form's values as a record.
#[wasm_bindgen]
pub fn sign(card: u32, values: &str) {
    with(card, &mut |widget, page| widget.sign(&Record::read(values), page));
}

/// Gives the card's counts.
#[wasm_bindgen]
pub fn stats(card: u32) {
    with(card, &mut |widget, page| give(&widget.stats(page).write()));
}

/// Gives the signatures of the card's campaign that wait, one text each.
#[wasm_bindgen]
pub fn waiting(card: u32) {
    with(card, &mut |widget, page| {
        for entry in widget.outbox(page) {
            give(&entry.write());
        }
    });
}

/// Gives the next request to make, with the signature's `id`. `hurry`: whatever
/// failed before is due now.
#[wasm_bindgen]
pub fn take(hurry: bool) {
    let page = Page(0);
    if hurry {
        outbox::hurry(&page);
    }
    while let Some(entry) = outbox::take(&page) {
        let id = entry.get("id");
        if let Some(request) = destination::request(&entry) {
            return give(&request.with("id", id).write());
        }
        // Written by a later release: it waits for one that knows how to send it.
        outbox::settle(&page, id, destination::Outcome::Later, 0);
    }
}

/// Milliseconds until there is something to send; -1 when nothing waits.
#[wasm_bindgen]
pub fn due() -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "days at most")]
    outbox::due_in(&Page(0)).map_or(-1.0, |pause| pause as f64)
}

/// The destination answered for the signature `id` with this HTTP status, 0 for
/// no reply, and asked to wait for `retry_after` seconds.
#[wasm_bindgen]
pub fn settle(id: &str, status: u16, retry_after: u32) {
    let outcome = destination::outcome(status);
    if outbox::settle(&Page(0), id, outcome, retry_after) {
        SHARED.with_borrow_mut(|shared| {
            for (number, widget) in &mut shared.cards {
                widget.settled(id, outcome, &Page(*number));
            }
        });
    }
}
