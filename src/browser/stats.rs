//! The program of the statistics panel: reads what this browser has counted, and draws
//! it.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use super::page::{Page, give};
use crate::count::store;
use crate::i18n::Locale;
use crate::number;
use crate::record::Record;
use crate::stats::panel::Panel;
use crate::stats::report::Unit;
use crate::text::join;
use crate::world::World;

thread_local! {
    static PANELS: RefCell<Vec<(u32, Panel)>> = RefCell::default();
}

const PAGE: Page = Page(0);

/// Runs `act` on a panel; does nothing where there is none of that number.
fn with(number: u32, act: &mut dyn FnMut(&mut Panel)) {
    PANELS.with_borrow_mut(|panels| {
        if let Some((_, panel)) = panels.iter_mut().find(|(known, _)| *known == number) {
            act(panel);
        }
    });
}

/// Takes up a panel, or gives it other settings (see [`Panel::new`]). `packed`: its
/// words, and what channels are called (`pack::stats_strings`).
#[wasm_bindgen]
pub fn open(panel: u32, settings: &str, packed: &str) {
    let packed: &'static str = String::from(packed).leak();
    let (words, names) = packed.split_once('\u{c}').unwrap_or((packed, ""));
    let (settings, words) = (Record::read(settings), Locale::read(words));
    let mut known = false;
    with(panel, &mut |panel| {
        known = true;
        panel.configure(&settings, words, names);
        panel.refresh(&PAGE);
    });
    if !known {
        let made = Panel::new(&settings, words, names, &PAGE);
        PANELS.with_borrow_mut(|panels| panels.push((panel, made)));
    }
}

/// Forgets a panel.
#[wasm_bindgen]
pub fn close(panel: u32) {
    PANELS.with_borrow_mut(|panels| panels.retain(|(number, _)| *number != panel));
}

/// Takes up what was counted since.
#[wasm_bindgen]
pub fn refresh(panel: u32) {
    with(panel, &mut |panel| panel.refresh(&PAGE));
}

/// Gives what the points of the line stand for (`hour`, `day`, `week` or `month`), and
/// when each begins: milliseconds since 1970, as the audience's clocks show it, with
/// spaces between.
#[wasm_bindgen]
pub fn analyse(panel: u32) {
    with(panel, &mut |panel| {
        let (unit, starts) = panel.analyse(PAGE.now());
        give(match unit {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
        });
        let starts: Vec<String> =
            starts.iter().map(|start| number::text(u64::try_from(*start).unwrap_or(0))).collect();
        give(&join(&starts.iter().map(String::as_str).collect::<Vec<_>>(), " "));
    });
}

/// Gives the panel as HTML. `labels`: what the points are called, a line each.
#[wasm_bindgen]
pub fn draw(panel: u32, labels: &str) {
    with(panel, &mut |panel| give(&panel.html(labels)));
}

/// What was chosen in the control called `name`, or with the head of a column (`sort`).
#[wasm_bindgen]
pub fn choose(panel: u32, name: &str, value: &str) {
    with(panel, &mut |panel| match name {
        "sort" => panel.sort(value),
        "reset" => panel.reset(&PAGE),
        "undo" => panel.undo(&PAGE),
        _ => panel.choose(name, value),
    });
}

/// Gives all counts as a file of this kind, `csv` or `json`.
#[wasm_bindgen]
pub fn file(panel: u32, kind: &str) {
    with(panel, &mut |panel| give(&if kind == "csv" { panel.csv() } else { panel.json(&PAGE) }));
}

/// Brings in what the replica `from` counted (see [`Panel::bring_in`]). False where it
/// is something else.
#[wasm_bindgen]
#[allow(clippy::cast_possible_truncation, reason = "hours since 1970 are whole and fit")]
pub fn bring(panel: u32, from: &str, days_before: f64, months_before: f64, lines: &str) -> bool {
    let mut done = false;
    let horizons = (days_before as i64, months_before as i64);
    with(panel, &mut |panel| done = panel.bring_in(from, horizons, lines, &PAGE).is_some());
    done
}

/// Says how many files were brought in, and which ones could not be read.
#[wasm_bindgen]
pub fn brought(panel: u32, read: u32, failed: &str) {
    with(panel, &mut |panel| panel.brought_in(u64::from(read), failed, &PAGE));
}

/// Gives the words for how far the reading has come.
#[wasm_bindgen]
pub fn progress(panel: u32, done: u32, all: u32) {
    with(panel, &mut |panel| give(&panel.progress(u64::from(done), u64::from(all))));
}

/// Gives a calendar file with the right time, and the address of Google's form for it.
#[wasm_bindgen]
pub fn remind(panel: u32, weekly: bool, text: &str, url: &str) {
    with(panel, &mut |panel| {
        let (file, address) = panel.remind(weekly, text, url, &PAGE);
        give(&file);
        give(&address);
    });
}

/// Folds what is old of the campaign's counts.
#[wasm_bindgen]
pub fn fold(campaign: &str) {
    let _ = store::fold(&PAGE, campaign);
}
