//! QR codes, posters, calendar files and links from JSON, for tests that look at them
//! with programs of others: one request a line on standard input, one answer a line,
//! `{"ask": "qr", "text": "…"}` and its like (see `answer`).

use std::io::{self, BufRead};

use serde_json::{Value, json};
use share_sign::calendar::{self, Entry, Reminder, Transition, Zone};
use share_sign::html::poster::{self, Poster};
use share_sign::i18n::{Locale, pack_more};
use share_sign::qr;

fn main() -> io::Result<()> {
    for line in io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        println!("{}", answer(&request));
    }
    Ok(())
}

fn answer(request: &Value) -> Value {
    let text = |name: &str| request[name].as_str().unwrap_or("");
    let number = |name: &str| request[name].as_i64().unwrap_or(0);
    let entry = Entry {
        uid: text("uid"),
        title: text("title"),
        start: number("start"),
        end: number("end"),
        place: text("place"),
        text: text("text"),
        url: text("url"),
    };
    match text("ask") {
        "qr" => match qr::draw(text("text")) {
            Some((size, path)) => {
                json!({ "size": size, "path": path, "svg": qr::svg(text("text"), text("label")) })
            }
            None => Value::Null,
        },
        "poster" => {
            let poster = Poster {
                headline: text("headline"),
                target: text("target"),
                text: text("text"),
                address: text("address"),
                plain: text("plain"),
                sign: request["sign"].as_bool().unwrap_or(true),
            };
            let paper = if text("paper") == "letter" { "letter" } else { "a4" };
            let words = Locale::read(pack_more(text("locale")).leak());
            poster::document(words, &poster, paper).into()
        }
        "ics" => calendar::ics(&[entry], number("now")).into(),
        "links" => {
            calendar::CALENDARS.iter().map(|(id, _)| json!([id, calendar::href(id, &entry)])).collect()
        }
        "reminder" => {
            let changes = request["changes"].as_array().map_or(&[][..], Vec::as_slice);
            let zone = Zone {
                name: text("zone").into(),
                offset: number("offset"),
                changes: changes
                    .iter()
                    .map(|change| Transition {
                        at: change["at"].as_i64().unwrap_or(0),
                        offset: change["offset"].as_i64().unwrap_or(0),
                    })
                    .collect(),
            };
            let reminder = Reminder {
                uid: text("uid"),
                title: text("title"),
                text: text("text"),
                url: text("url"),
                start: number("start"),
                minutes: number("minutes"),
                zone: &zone,
                weeks: request["weeks"].as_u64().unwrap_or(1),
            };
            json!({
                "ics": calendar::reminder_ics(&reminder, number("now")),
                "href": calendar::reminder_href(&reminder),
                "moment": zone.moment(reminder.start),
            })
        }
        other => json!({ "error": format!("expected qr, poster, ics, links or reminder, not {other}") }),
    }
}
