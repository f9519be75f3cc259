//! The program that fills the pages of a built site, for Node.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::channel::Catalogue;
use crate::i18n::Locale;
use crate::prerender::command::{self, Command, Job, Totals};
use crate::prerender::{self, Css, Encoding, Kit, Options, Wrong};
use crate::record::Record;

#[wasm_bindgen(raw_module = "../edge.js")]
extern "C" {
    fn resolve(address: &str, base: &str) -> Option<String>;
}

thread_local! {
    static CATALOGUE: RefCell<Catalogue> = RefCell::default();
    static LOCALES: RefCell<Vec<(Locale, Locale)>> = const { RefCell::new(Vec::new()) };
    static KIT: RefCell<Option<Kit>> = const { RefCell::new(None) };
    static JOB: RefCell<Job> = RefCell::default();
    static LAST: RefCell<(usize, Vec<Wrong>)> = RefCell::default();
}

/// Adds packed channels and icons (see [`Catalogue::read`]).
#[wasm_bindgen]
pub fn rows(packed: &str) {
    CATALOGUE.with_borrow_mut(|catalogue| catalogue.read(String::from(packed).leak()));
}

/// Adds a packed locale (see [`Locale::read`]), and its words for pages without scripts.
#[wasm_bindgen]
pub fn locale(packed: &str, own: &str) {
    let read = |packed: &str| Locale::read(String::from(packed).leak());
    LOCALES.with_borrow_mut(|locales| locales.push((read(packed), read(own))));
}

/// Fills a page with these `options`, a record of `now`, `address`, `language`, `css`
/// (an address), `remove` and `utf8`.
#[wasm_bindgen]
pub fn page(html: &[u8], options: &str) -> Vec<u8> {
    let said = Record::read(options);
    let css = said.get("css");
    fill(
        html,
        &Options {
            now: said.get("now").parse().unwrap_or(0),
            address: said.get("address").into(),
            language: said.get("language").into(),
            css: if css.is_empty() { Css::Inline } else { Css::Link(css.into()) },
            remove: !said.get("remove").is_empty(),
            encoding: (!said.get("utf8").is_empty()).then_some(Encoding::Utf8),
        },
    )
}

fn fill(html: &[u8], options: &Options) -> Vec<u8> {
    KIT.with_borrow_mut(|kit| {
        let kit = kit.get_or_insert_with(|| Kit {
            catalogue: Box::leak(Box::new(CATALOGUE.take())),
            locales: LOCALES.take(),
            resolve,
        });
        let done = prerender::page(html, options, kit);
        LAST.set((done.cards, done.problems));
        done.html
    })
}

/// How many cards the last page had.
#[wasm_bindgen]
pub fn cards() -> usize {
    LAST.with_borrow(|(cards, _)| *cards)
}

/// What was wrong in the last page: line and words in turn, with NUL between.
#[wasm_bindgen]
pub fn problems() -> String {
    LAST.with_borrow(|(_, problems)| {
        let pieces = problems.iter().flat_map(|wrong| [wrong.line.to_string(), wrong.words.clone()]);
        pieces.collect::<Vec<_>>().join("\0")
    })
}

/// Whether a page may have anything to fill, or to take out.
#[wasm_bindgen]
pub fn concerns(html: &[u8]) -> bool {
    prerender::concerns(html)
}

/// The style sheet of the cards.
#[wasm_bindgen]
pub fn sheet() -> String {
    prerender::sheet().into()
}

/// How the command is used.
#[wasm_bindgen]
pub fn usage() -> String {
    command::USAGE.into()
}

/// Reads a command line, its arguments with NUL between: a record of `kind` (`help`,
/// `version` and `wrong` with `words`, or `job` with `folder` and `cssFile`).
#[wasm_bindgen]
pub fn understand(arguments: &str) -> String {
    let arguments: Vec<String> =
        if arguments.is_empty() { Vec::new() } else { arguments.split('\0').map(String::from).collect() };
    let said = match command::parse(&arguments) {
        Ok(Command::Help) => Record::of(&[("kind", "help")]),
        Ok(Command::Version) => {
            Record::of(&[("kind", "version"), ("words", concat!("share-sign ", env!("CARGO_PKG_VERSION")))])
        }
        Err(words) => Record::of(&[("kind", "wrong"), ("words", &words)]),
        Ok(Command::Prerender(job)) => {
            let said = [("kind", "job"), ("folder", &*job.folder), ("cssFile", &job.css_file)];
            let said = Record::of(&said);
            JOB.set(job);
            said
        }
    };
    said.write()
}

/// Fills the page at `path` below the folder of the job that was understood last.
#[wasm_bindgen]
pub fn file(html: &[u8], path: &str, now: f64) -> Vec<u8> {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and fit")]
    let options = JOB.with_borrow(|job| job.options(prerender::address(&job.site, path), now as i64));
    fill(html, &options)
}

/// The address of the file at `path` on `site`.
#[wasm_bindgen]
pub fn address(site: &str, path: &str) -> String {
    prerender::address(site, path)
}

/// The line that tells how far it has come.
#[wasm_bindgen]
pub fn progress(done: u32, of: u32) -> String {
    command::progress(u64::from(done), u64::from(of))
}

/// The last line of a run.
#[wasm_bindgen]
pub fn summary(pages: u32, cards: u32, changed: u32, problems: u32) -> String {
    let [pages, cards, changed, problems] = [pages, cards, changed, problems].map(u64::from);
    command::summary(Totals { pages, cards, changed, problems })
}
