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
use crate::settings;
use crate::widget::Widget;
use crate::world::{World, random_id};

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
/// share sheet. What comes back is 1 where the card needs channels that are not
/// loaded yet, plus 2 where the part that signs has something to do.
#[wasm_bindgen]
pub fn open(card: u32, encoded: &str, locale: &str, flags: u32) -> u32 {
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
    let mut wanted = 0;
    with(card, &mut |widget, page| {
        wanted = u32::from(widget.lacks_channels()) | u32::from(widget.wants_signing(page)) << 1;
        if wanted & 1 == 0 {
            for problem in widget.unknown_channels() {
                page.emit("error", &problem.detail(&widget.campaign.id));
            }
        }
    });
    wanted
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
    with(card, &mut |widget, _| widget.status = widget.locale.say(Key::NotLoaded).into());
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

/// Gives the settings as the part that signs needs them.
#[wasm_bindgen]
pub fn resolved(card: u32) {
    with(card, &mut |widget, _| give(&widget.resolved().write()));
}

/// Counts one `kind` of what the supporter does in the form.
#[wasm_bindgen]
pub fn tally(card: u32, kind: &str) {
    with(card, &mut |widget, page| widget.tally(kind, page));
}

/// The part that signs is still loading.
#[wasm_bindgen]
pub fn busy(card: u32) {
    with(card, &mut |widget, _| widget.status = widget.locale.say(Key::Sending).into());
}

/// The number of signatures was heard from the network.
#[wasm_bindgen]
pub fn heard(card: u32) {
    with(card, &mut |widget, page| {
        let status = std::mem::take(&mut widget.status);
        widget.told(&status, page);
    });
}

/// The part that signs has news, and says `status`.
#[wasm_bindgen]
pub fn told(card: u32, status: &str) {
    with(card, &mut |widget, page| widget.told(status, page));
}

/// Gives the card's counts.
#[wasm_bindgen]
pub fn stats(card: u32) {
    with(card, &mut |widget, page| give(&widget.stats(page).write()));
}
