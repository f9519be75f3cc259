//! The second program: what loads when a visitor asks for it, and share links for
//! pages that want nothing else.
//!
//! It keeps nothing of any visitor. Whatever it needs to know of one comes in with
//! the call, from the card's own program.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use super::platform::Platform;
use crate::campaign::{Campaign, wordings};
use crate::channel::{Catalogue, Channel, Kind};
use crate::html::dialog::{self, Preview};
use crate::i18n::Locale;
use crate::record::Record;
use crate::share::{self, Supporter};
use crate::text::{concat, join};
use crate::video::{self, Player};
use crate::world::World;
use crate::{html, message, server, settings};

thread_local! {
    static SHARED: RefCell<(Catalogue, Locale)> = RefCell::default();
}

fn with<T>(act: impl FnOnce(&Catalogue, Locale) -> T) -> T {
    SHARED.with_borrow(|(catalogue, words)| act(catalogue, *words))
}

/// Adds packed channels (see [`Catalogue::read`]).
#[wasm_bindgen]
pub fn rows(packed: &str) {
    SHARED.with_borrow_mut(|(catalogue, _)| catalogue.read(String::from(packed).leak()));
}

/// Speaks with these words from now on (see [`Locale::read`]).
#[wasm_bindgen]
pub fn words(packed: &str) {
    SHARED.with_borrow_mut(|(_, words)| *words = Locale::read(String::from(packed).leak()));
}

/// One channel as `channels()` lists it.
#[derive(serde::Serialize)]
struct Listed {
    id: &'static str,
    name: &'static str,
    category: &'static str,
    kind: &'static str,
    accepts: Vec<&'static str>,
    limit: usize,
}

/// The catalogue as an array of objects.
///
/// # Errors
/// None that a program could act on: the values are plain.
#[wasm_bindgen]
pub fn list() -> Result<wasm_bindgen::JsValue, serde_wasm_bindgen::Error> {
    with(|catalogue, _| {
        let listed: Vec<_> = catalogue
            .all()
            .iter()
            .map(|channel| Listed {
                id: channel.id,
                name: channel.name,
                category: channel.category(),
                kind: channel.kind.name(),
                accepts: channel.accepts(),
                limit: channel.limit,
            })
            .collect();
        serde_wasm_bindgen::to_value(&listed)
    })
}

/// The share links of a campaign for the channels with these ids (spaces between),
/// in this order; for all channels where none is named. `settings` and the result
/// are texts with NUL between: path and text in turn; channel, share link, message
/// and landing link in turn, then an empty one, and what is wrong in a sentence each.
#[wasm_bindgen]
pub fn links(settings: &str, ids: &str) -> String {
    let (campaign, problems) = Campaign::read(settings::from_pieces(settings), &Platform);
    let supporter = Supporter::default();
    let mut out = String::with_capacity(4096);
    let mut put = |piece: &str| {
        out.push_str(piece);
        out.push('\0');
    };
    with(|catalogue, _| {
        let mut link = |channel: &Channel| {
            let made = share::make(&campaign, &supporter, channel);
            for piece in [channel.id, &made.href, &made.text, &made.url] {
                put(piece);
            }
        };
        if ids.is_empty() {
            catalogue.all().iter().for_each(link);
        } else {
            ids.split(' ').filter_map(|id| catalogue.get(id)).for_each(|channel| link(channel));
        }
    });
    put("");
    for problem in problems {
        put(&problem.message());
    }
    out
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
pub fn previews(links: &str, own: &str) -> String {
    with(|catalogue, words| {
        let links: Vec<Record> = links.split('\n').map(Record::read).collect();
        let mut previews = Vec::new();
        for link in &links {
            if let Some(channel) = catalogue.get(link.get("channel")) {
                if channel.limit == 0 && channel.kind != Kind::Text {
                    continue;
                }
                let text = if own.is_empty() { link.get("text") } else { own };
                let measure = message::measure(channel, text, link.get("url"), 0, &Platform);
                previews.push(Preview {
                    channel,
                    text: link.get("text"),
                    url: link.get("url"),
                    used: measure.used,
                    limit: measure.limit,
                    parts: measure.parts,
                    cut: link.get("text") != text,
                });
            }
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

/// The whole of a text's length on a channel: used, limit and parts with spaces
/// between; nothing for a channel that is not known.
#[wasm_bindgen]
pub fn measure(channel: &str, text: &str, url: &str) -> String {
    with(|catalogue, _| {
        let Some(channel) = catalogue.get(channel) else { return String::new() };
        let measure = message::measure(channel, text, url, 0, &Platform);
        let numbers = [measure.used, measure.limit, measure.parts].map(|n| crate::number::text(n as u64));
        join(&numbers.each_ref().map(String::as_str), " ")
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
