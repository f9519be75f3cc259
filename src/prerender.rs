//! Fills the cards of a built page with their HTML, so that they are there before any
//! script, and without one.
//!
//! A page comes and goes as bytes. What is inserted stands in one piece behind the
//! start tag of each `<share-sign>` (or behind the script tag that stands for one);
//! all else stays as it was, and [`page`] takes it out again.
//!
//! ```
//! use share_sign::prerender::{Kit, Options, page};
//!
//! let html = b"<!doctype html><html lang=fr><title>Sauvons la biblioth&egrave;que</title>\
//!              <body><share-sign campaign=bibliotheque></share-sign>";
//! let options = Options { address: "https://example.org/".into(), ..Options::default() };
//! let done = page(html, &options, &Kit::complete());
//! assert!(done.problems.is_empty());
//! assert!(String::from_utf8_lossy(&done.html).contains("<h2 part=\"headline\""));
//! ```

mod address;
mod card;
pub mod command;
mod encoding;
mod kit;
mod page;
mod plain;
mod references;
mod scan;
mod settings;
mod style;
mod tree;
mod world;

pub use address::address;
pub use encoding::Encoding;
pub use kit::Kit;
pub use style::sheet;
pub use world::Resolve;

use std::ops::Range;

use crate::problem::Problem;
use page::{Page, Place, State};
use settings::Around;

/// Where a card's style sheet stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Css {
    /// In each card.
    #[default]
    Inline,
    /// At this address, for pages that forbid styles inside them.
    Link(String),
}

/// How a page is filled.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The time, in milliseconds since 1970, for how long a deadline is away.
    pub now: i64,
    /// The page's address; may be empty where it names a canonical one.
    pub address: String,
    /// The language of pages that name none.
    pub language: String,
    /// Where the style sheet stands.
    pub css: Css,
    /// Whether to take out what was inserted, and insert nothing.
    pub remove: bool,
    /// The page's encoding, where it is known already.
    pub encoding: Option<Encoding>,
}

/// Something that is wrong in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line, from 1.
    pub line: usize,
    /// What it is, in words.
    pub words: String,
}

/// A page that was filled.
#[derive(Debug, Default)]
pub struct Done {
    /// The page.
    pub html: Vec<u8>,
    /// How many cards it has.
    pub cards: usize,
    /// What is wrong. The rest was done all the same.
    pub problems: Vec<Wrong>,
}

/// Whether the page may have anything to fill, or to take out. Quick.
pub fn concerns(html: &[u8]) -> bool {
    html.windows(NAME.len()).any(|found| found.eq_ignore_ascii_case(NAME))
}

const NAME: &[u8] = b"share-sign";

/// Fills the cards of the page `html`.
pub fn page(html: &[u8], options: &Options, kit: &Kit) -> Done {
    // What an earlier run inserted must not change what this one makes of the page. It
    // stands in one line, so the numbers of lines stay right.
    let clean = without_cards(html);
    if options.remove {
        return Done { html: clean, ..Done::default() };
    }
    fill(&clean, options, kit)
}

/// The page without what was inserted.
fn without_cards(html: &[u8]) -> Vec<u8> {
    if !html.windows(page::MARK.len()).any(|found| found == page::MARK.as_bytes()) {
        return html.to_vec();
    }
    // Only ASCII matters here.
    let page = page::read(html, Encoding::Ascii);
    apply(html, page.places.into_iter().filter_map(|place| Some((place.old?, String::new()))).collect())
}

fn fill(html: &[u8], options: &Options, kit: &Kit) -> Done {
    let encoding = options.encoding.unwrap_or_else(|| Encoding::of(html));
    let page = page::read(html, encoding);
    let mut filler = Filler { html, options, kit, encoding, done: Done::default() };
    let around = filler.around(&page);
    let base = filler.base(&page, &around);
    let mut edits = Vec::new();
    for place in &page.places {
        let new = filler.fill(place, &page, &around, &base);
        edits.push((place.end..place.end, encoding.write(&new)));
    }
    if page.unread && !page.places.is_empty() {
        filler.wrong(0, UNREAD);
    }
    filler.done.html = apply(html, edits);
    filler.done.problems.sort_by_key(|wrong| wrong.line);
    filler.done
}

/// The bytes with `edits`, each a place and what it becomes.
fn apply(html: &[u8], mut edits: Vec<(Range<usize>, String)>) -> Vec<u8> {
    edits.sort_by_key(|(place, _)| place.start);
    let added: usize = edits.iter().map(|(_, new)| new.len()).sum();
    let mut out = Vec::with_capacity(html.len() + added);
    let mut done = 0;
    for (place, new) in edits {
        out.extend_from_slice(html.get(done..place.start).unwrap_or_default());
        out.extend_from_slice(new.as_bytes());
        done = place.end.max(done);
    }
    out.extend_from_slice(html.get(done..).unwrap_or_default());
    out
}

struct Filler<'a> {
    html: &'a [u8],
    options: &'a Options,
    kit: &'a Kit,
    encoding: Encoding,
    done: Done,
}

impl Filler<'_> {
    fn around(&self, page: &Page) -> Around {
        let address = &self.options.address;
        let base = (self.kit.resolve)(&page.base, address).unwrap_or_else(|| address.clone());
        let canonical =
            if page.canonical.is_empty() { None } else { (self.kit.resolve)(&page.canonical, &base) };
        Around {
            address: address.clone(),
            canonical: canonical.unwrap_or_default(),
            language: self.options.language.clone(),
        }
    }

    /// What addresses in the page stand beside.
    fn base(&self, page: &Page, around: &Around) -> String {
        let own = if around.address.is_empty() { &around.canonical } else { &around.address };
        if page.base.is_empty() {
            return own.clone();
        }
        (self.kit.resolve)(&page.base, own).unwrap_or_else(|| own.clone())
    }

    /// What is to stand at `place`.
    fn fill(&mut self, place: &Place, page: &Page, around: &Around, base: &str) -> String {
        match place.state {
            State::Whole => {}
            State::Open => {
                self.wrong(place.at, NO_END);
                return String::new();
            }
            State::Head => {
                self.wrong(place.at, IN_HEAD);
                return String::new();
            }
        }
        let json = place.json.clone().map(|json| {
            let text = self.html.get(json).and_then(|bytes| self.encoding.read(bytes));
            text.unwrap_or_default()
        });
        let made = card::make(place, json.as_deref(), page, around, base, self.options, self.kit);
        for problem in &made.problems {
            self.report(place, problem, made.wrong_line);
        }
        self.done.cards += 1;
        made.html
    }

    fn report(&mut self, place: &Place, problem: &Problem, wrong_line: usize) {
        let path = settings::camel(&problem.attribute);
        let name = path.split('.').next().unwrap_or("");
        if problem.attribute == "page.url" {
            return self.wrong(place.at, NO_ADDRESS);
        }
        let attribute = place.settings.iter().find(|setting| settings::camel(&setting.name) == name);
        let json = place.json.clone().and_then(|json| Some((json.start, self.html.get(json)?)));
        let at = match (attribute, json) {
            (Some(attribute), _) => attribute.at,
            // Where the JSON first has the name in quotes.
            (None, Some((start, json))) => {
                let quoted = ["\"", name, "\""].concat();
                let lines = json.split_inclusive(|byte| *byte == b'\n').take(wrong_line.saturating_sub(1));
                let wrong = lines.map(<[u8]>::len).sum::<usize>();
                let found = json.windows(quoted.len()).position(|window| window == quoted.as_bytes());
                start + if wrong_line > 0 { wrong } else { found.unwrap_or(0) }
            }
            (None, None) => place.at,
        };
        let message = problem.message();
        self.wrong(at, message.strip_prefix("share-sign: ").unwrap_or(&message));
    }

    fn wrong(&mut self, at: usize, words: &str) {
        let before = self.html.get(..at).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        self.done.problems.push(Wrong { line, words: words.into() });
    }
}

const UNREAD: &str =
    "letters beyond ASCII can only be read in UTF-8 and Windows-1252; please convert this page to UTF-8.";
const NO_END: &str = "this <share-sign> has no end tag of its own, so a card would hide what follows; it is left \
                      empty. Expected </share-sign> behind it.";
const IN_HEAD: &str =
    "a script tag with data attributes shows the card where it stands, so it must stand in the body.";
const NO_ADDRESS: &str = "this page does not say what its address is, so its card has no share links. Expected a \
                          canonical link, the attribute url, or the site's address (--site).";

#[cfg(test)]
mod tests;
