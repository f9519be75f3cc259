//! The program that makes share links, for pages that want nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

use super::platform::Platform;
use super::shared::with;
use crate::campaign::Campaign;
use crate::channel::Channel;
use crate::link::{self, Share};
use crate::share::{self, Supporter};
use crate::text::join;
use crate::{number, settings};

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
        let make = |channel: &Channel| {
            let made = share::make(&campaign, &supporter, channel);
            for piece in [channel.id, &made.href, &made.text, &made.url] {
                put(piece);
            }
        };
        if ids.is_empty() {
            catalogue.all().iter().for_each(make);
        } else {
            ids.split(' ').filter_map(|id| catalogue.get(id)).for_each(make);
        }
    });
    put("");
    for problem in problems {
        put(&problem.message());
    }
    out
}

/// The whole of a text's length on a channel: used, limit and parts with spaces
/// between; nothing for a channel that is not known.
#[wasm_bindgen]
pub fn measure(channel: &str, text: &str, url: &str) -> String {
    with(|catalogue, _| {
        let Some(channel) = catalogue.get(channel) else { return String::new() };
        let measure = link::measure(channel, &Share { text, url, ..Share::default() });
        let numbers = [measure.used, measure.limit, measure.parts].map(|n| number::text(n as u64));
        join(&numbers.each_ref().map(String::as_str), " ")
    })
}
