//! The program of the dialogs, and of whatever else loads when a visitor asks for it.
//!
//! It keeps nothing of any visitor. Whatever it needs to know of one comes in with
//! the call, from the card's own program.

use wasm_bindgen::prelude::wasm_bindgen;

use super::platform::Platform;
use super::shared::{SHARED, with};
use crate::campaign::{Campaign, wordings};
use crate::channel::Count;
use crate::event::{self, Event};
use crate::html::dialog::{self, Preview};
use crate::html::poster::Poster;
use crate::i18n::{Locale, More};
use crate::record::Record;

use crate::link::{self, Share};
use crate::text::concat;
use crate::video::{self, Player};
use crate::world::World;
use crate::{calendar, html, number, server, settings};

/// Speaks with these words from now on (see [`Locale::read`]).
#[wasm_bindgen]
pub fn words(packed: &str) {
    SHARED.with_borrow_mut(|(_, words)| *words = Locale::read(String::from(packed).leak()));
}

/// The dialog with all channels; `recent` are ids with spaces between.
#[wasm_bindgen]
pub fn picker(recent: &str) -> String {
    with(|catalogue, words| {
        let recent: Vec<&str> = recent.split(' ').collect();
        dialog::picker(words, catalogue, &recent)
    })
}

/// The dialog with the supporter's message. `own` is what it is so far; where it is
/// empty, it starts with the campaign's wording of the letter `variant`.
#[wasm_bindgen]
pub fn composer(encoded: &str, variant: &str, own: &str, kept: bool) -> String {
    let settings = settings::read(encoded);
    let wordings = wordings(&settings, "default");
    let picked = variant.bytes().next().map_or(0, |letter| usize::from(letter.saturating_sub(b'a')));
    let suggested = wordings.get(picked).or(wordings.first()).copied().unwrap_or("");
    with(|_, words| dialog::composer(words, &wordings, suggested, own, kept))
}

/// What goes where: `links` are the card's links as records, one a line, and
/// `own` is the supporter's own message, whole; empty where it is the campaign's.
#[wasm_bindgen]
pub fn previews(encoded: &str, links: &str, own: &str) -> String {
    let campaign = campaign(encoded);
    with(|catalogue, words| {
        let links: Vec<Record> = links.split('\n').map(Record::read).collect();
        let mut previews = Vec::new();
        for link in &links {
            let Some(channel) = catalogue.get(link.get("channel")).filter(|channel| channel.limit > 0) else {
                continue;
            };
            let share = Share {
                title: campaign.text("headline"),
                text: if own.is_empty() { link.get("text") } else { own },
                url: link.get("url"),
                hashtags: &campaign.hashtags,
                via: &campaign.via,
                image: campaign.text("image"),
                server: campaign.text(&concat(&["page.server.", channel.id])),
            };
            let measure = link::measure(channel, &share);
            previews.push(Preview {
                channel,
                text: link.get("text"),
                url: share.url,
                used: measure.used,
                limit: measure.limit,
                parts: if channel.count == Count::Parts { measure.parts } else { 0 },
                cut: link.get("text") != share.text,
            });
        }
        dialog::previews(words, &previews)
    })
}

/// The host name in what somebody wrote for their server; nothing where it is none.
#[wasm_bindgen]
pub fn host(written: &str) -> Option<String> {
    server::host(written, &Platform)
}

/// The dialog that asks for the supporter's server.
#[wasm_bindgen]
pub fn ask_server(channel: &str, server: &str, wrong: bool) -> String {
    with(|catalogue, words| {
        catalogue
            .get(channel)
            .map(|channel| dialog::server(words, channel, server, wrong))
            .unwrap_or_default()
    })
}

/// The campaign's video before it is played.
#[wasm_bindgen]
pub fn still(encoded: &str) -> String {
    let settings = settings::read(encoded);
    let resolve = |name| Platform.resolve(settings.get(name)).unwrap_or_default();
    with(|_, words| html::video::still(words, &resolve("video"), &resolve("image"), settings.get("imageAlt")))
}

/// `frame` or `file`, and the address that plays the video at `address`; nothing
/// where only a link to it is possible.
#[wasm_bindgen]
pub fn player(address: &str) -> String {
    match video::player(address) {
        Some(Player::Frame(player)) => concat(&["frame ", &player]),
        Some(Player::File(file)) => concat(&["file ", &file]),
        None => String::new(),
    }
}

fn events_of(encoded: &str) -> Vec<Event> {
    event::read(&settings::read(encoded), &Platform).0
}

/// The events that are not over, a line each: number, start and end (milliseconds
/// since 1970).
#[wasm_bindgen]
pub fn upcoming(encoded: &str) -> String {
    let now = Platform.now();
    let mut out = String::new();
    for event in events_of(encoded) {
        if event.end > now {
            for (part, after) in
                [(event.number as u64, " "), (moment(event.start), " "), (moment(event.end), "\n")]
            {
                out.push_str(&number::text(part));
                out.push_str(after);
            }
        }
    }
    out
}

fn moment(at: i64) -> u64 {
    u64::try_from(at).unwrap_or(0)
}

/// The list of events: those of `lines` (see [`upcoming`]), with `texts` saying when.
#[wasm_bindgen]
pub fn events(encoded: &str, lines: &str, texts: &str) -> String {
    let events = events_of(encoded);
    let numbers = lines.split('\n').filter_map(|line| number::parse(line.split(' ').next()?));
    let pairs: Vec<(&Event, &str)> = numbers
        .zip(texts.split('\n'))
        .filter_map(|(number, text)| Some((events.iter().find(|event| event.number as u64 == number)?, text)))
        .collect();
    with(|_, words| html::events::list(words, &pairs))
}

/// What is wrong with the events, the detail of an error a line.
#[wasm_bindgen]
pub fn wrong_events(encoded: &str) -> String {
    let (_, problems) = event::read(&settings::read(encoded), &Platform);
    let details: Vec<String> =
        problems.iter().map(|problem| problem.detail(&campaign(encoded).id).write()).collect();
    details.join("\n")
}

/// The calendar file of one event, on a page of this host.
#[wasm_bindgen]
pub fn ics(encoded: &str, number: usize, host: &str) -> String {
    let campaign = campaign(encoded).id;
    let found = events_of(encoded).into_iter().find(|event| event.number == number);
    found.map_or_else(String::new, |event| {
        let (uid, place) = (event.uid(&campaign, host), event.whole_place());
        calendar::ics(&[event.entry(&uid, &place)], Platform.now())
    })
}

/// What to tell others of one event: text and address, with a line break between.
#[wasm_bindgen]
pub fn invitation(encoded: &str, number: usize, when: &str, landing: &str) -> String {
    let found = events_of(encoded).into_iter().find(|event| event.number == number);
    found.map_or_else(String::new, |event| {
        let address = if event.page().is_empty() { landing } else { event.page() };
        concat(&[&event.invitation(when), "\n", address])
    })
}

/// The word for something that was copied.
#[wasm_bindgen]
pub fn say_copied() -> String {
    with(|_, words| words.say(More::InvitationCopied).into())
}

/// The campaign's plain texts and its address without marks.
fn campaign(encoded: &str) -> Campaign {
    Campaign::read(settings::read(encoded), &Platform).0
}

/// The dialog with the QR code of `address`, a landing link.
#[wasm_bindgen]
pub fn qr(encoded: &str, address: &str) -> String {
    let campaign = campaign(encoded);
    with(|_, words| html::poster::dialog(words, campaign.text("headline"), address, &campaign.url))
}

/// The content of a poster with the QR code of `address`.
#[wasm_bindgen]
pub fn poster(encoded: &str, address: &str) -> String {
    let campaign = campaign(encoded);
    let poster = Poster {
        headline: campaign.text("headline"),
        target: campaign.text("target"),
        text: campaign.text("text"),
        address,
        plain: &campaign.url,
        sign: !campaign.destination.is_empty(),
    };
    with(|_, words| html::poster::poster(words, &poster))
}

/// The poster's style sheet.
#[wasm_bindgen]
pub fn poster_style() -> String {
    html::poster::STYLE.into()
}
