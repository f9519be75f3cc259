//! What a page says of itself, and where its cards stand.

use std::ops::Range;

use super::encoding::{Encoding, beginning};
use super::references;
use super::scan::{Piece, Scanner, Tag, is_space};
use super::tree::Tree;

/// An attribute, with what it means.
#[derive(Debug, Clone)]
pub struct Setting {
    /// In small letters, without `data-` on a script.
    pub name: String,
    /// Its value, as text.
    pub text: String,
    /// Where it stands in the page.
    pub at: usize,
}

/// A place for a card.
#[derive(Debug, Default)]
pub struct Place {
    /// What the tag says.
    pub settings: Vec<Setting>,
    /// Where the tag begins.
    pub at: usize,
    /// Where the card goes: behind the element's start tag, or in front of the script, as
    /// a script may run before what follows it is read.
    pub end: usize,
    /// Whether it is a script tag, which gets an element.
    pub script: bool,
    /// `lang` of the nearest element that has one.
    pub language: String,
    /// The JSON inside.
    pub json: Option<Range<usize>>,
    /// What was put there before.
    pub old: Option<Range<usize>>,
    /// Whether a card can stand there.
    pub state: State,
}

/// Whether a card can stand at a place.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The element has no end tag yet.
    #[default]
    Open,
    /// It can.
    Whole,
    /// The script stands in the head.
    Head,
}

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct Page {
    /// The places for cards, in order.
    pub places: Vec<Place>,
    /// `href` of the first canonical link.
    pub canonical: String,
    /// `og:title`.
    pub og_title: String,
    /// `og:description`.
    pub og_description: String,
    /// The first title.
    pub title: String,
    /// `href` of the first base element.
    pub base: String,
    /// Whether one of these is written in letters that cannot be read.
    pub unread: bool,
}

/// Any of these on a script makes it a card: optimisers put data attributes of their
/// own on scripts.
const OURS: [&str; 6] = ["campaign", "headline", "text", "url", "destination", "channels"];

/// What does not begin the body.
const HEAD: [&str; 10] =
    ["html", "head", "title", "base", "link", "meta", "script", "style", "noscript", "template"];

/// Marks what this program inserted.
pub const MARK: &str = "data-share-sign";
/// Marks an element that was made for a script tag.
pub const MADE: &str = "data-made";

/// Reads a page.
pub fn read(bytes: &[u8], encoding: Encoding) -> Page {
    let mut reader = Reader {
        bytes,
        encoding,
        page: Page::default(),
        tree: Tree::default(),
        body: false,
        open: Vec::new(),
        made: 0..0,
    };
    let mut scanner = Scanner::new(bytes);
    scanner.at = beginning(bytes);
    while let Some(piece) = scanner.next(reader.tree.is_foreign()) {
        match piece {
            Piece::Text(written) => reader.body |= written && !reader.tree.is_inert(),
            Piece::Tag(tag) if tag.closing => reader.end(&tag),
            Piece::Tag(tag) => reader.start(&tag, &mut scanner),
        }
    }
    reader.page
}

/// A place whose element is open, at this depth of the tree.
struct Inside {
    /// None where the element was made for the script behind it.
    place: Option<usize>,
    /// Where the element begins.
    start: usize,
    depth: usize,
    /// Where the earlier template begins, and its depth.
    template: Option<(usize, usize)>,
}

struct Reader<'a> {
    bytes: &'a [u8],
    encoding: Encoding,
    page: Page,
    tree: Tree,
    /// Whether the body has begun.
    body: bool,
    open: Vec<Inside>,
    /// The last element that was made for a script.
    made: Range<usize>,
}

impl Reader<'_> {
    fn text(&mut self, place: &Range<usize>, attribute: bool) -> String {
        let text = self.encoding.read(self.bytes.get(place.clone()).unwrap_or_default());
        self.page.unread |= text.is_none();
        references::decode(&text.unwrap_or_default(), attribute)
    }

    fn value(&mut self, tag: &Tag, name: &str) -> Option<String> {
        let place = tag.attribute(name)?.value.clone();
        Some(self.text(&place, true))
    }

    fn start(&mut self, tag: &Tag, scanner: &mut Scanner) {
        self.body |= !self.tree.is_inert() && !HEAD.contains(&&*tag.name);
        let language = self.value(tag, "lang");
        let inert = self.tree.is_inert();
        let html = !self.tree.is_foreign();
        let raw = self.tree.start(tag, language);
        self.settle(tag);
        let depth = self.tree.depth().saturating_sub(1);
        let content = if raw { scanner.raw_text(&tag.name) } else { scanner.at..scanner.at };
        if inert || !html {
            return;
        }
        match &*tag.name {
            "share-sign" => self.element(tag, depth),
            "script" => self.script(tag, scanner, content),
            "template" => {
                if let Some(inside) = self.open.last_mut()
                    && inside.depth + 1 == depth
                    && tag.attribute(MARK).is_some()
                {
                    inside.template = Some((tag.place.start, depth));
                }
            }
            "title" if self.page.title.is_empty() => self.page.title = self.text(&content, false),
            "base" if self.page.base.is_empty() => {
                self.page.base = self.value(tag, "href").unwrap_or_default();
            }
            "link" if self.page.canonical.is_empty() && self.is(tag, "rel", "canonical") => {
                self.page.canonical = self.value(tag, "href").unwrap_or_default();
            }
            "meta" => self.meta(tag),
            _ => {}
        }
    }

    /// Whether the attribute `name` is `wanted`, in letters of any case.
    fn is(&mut self, tag: &Tag, name: &str, wanted: &str) -> bool {
        self.value(tag, name).is_some_and(|value| value.eq_ignore_ascii_case(wanted))
    }

    fn meta(&mut self, tag: &Tag) {
        let Some(property) = self.value(tag, "property") else { return };
        let content = self.value(tag, "content").unwrap_or_default();
        let known = match &*property {
            "og:title" => &mut self.page.og_title,
            "og:description" => &mut self.page.og_description,
            _ => return,
        };
        if known.is_empty() {
            *known = content;
        }
    }

    fn settings(&mut self, tag: &Tag, prefix: &str) -> Vec<Setting> {
        let mut settings = Vec::new();
        for attribute in &tag.attributes {
            if let Some(name) = attribute.name.strip_prefix(prefix) {
                let text = self.text(&attribute.value, true);
                settings.push(Setting { name: name.into(), text, at: attribute.at });
            }
        }
        settings
    }

    /// An element for a card.
    fn element(&mut self, tag: &Tag, depth: usize) {
        let made = tag.attribute(MADE).is_some();
        let place = (!made).then_some(self.page.places.len());
        if !made {
            let settings = self.settings(tag, "");
            let language = self.tree.language().unwrap_or("").to_owned();
            let (at, end) = (tag.place.start, tag.place.end);
            self.page.places.push(Place { settings, at, end, language, ..Place::default() });
        }
        self.open.push(Inside { place, start: tag.place.start, depth, template: None });
    }

    fn script(&mut self, tag: &Tag, scanner: &mut Scanner, content: Range<usize>) {
        if self.is(tag, "type", "application/json") {
            for inside in &self.open {
                if let Some(place) = inside.place.and_then(|place| self.page.places.get_mut(place))
                    && place.json.is_none()
                {
                    place.json = Some(content.clone());
                }
            }
            return;
        }
        let Some(source) = self.value(tag, "src") else { return };
        let path = source.split(['?', '#']).next().unwrap_or("");
        let name = path.rsplit('/').next().and_then(|file| file.strip_suffix(".js"));
        if !name.is_some_and(|name| name.starts_with("share-sign")) {
            return;
        }
        let settings = self.settings(tag, "data-");
        if !settings.iter().any(|setting| OURS.contains(&&*setting.name)) {
            return;
        }
        // One that has no end tag is not run.
        let behind = scanner.at;
        let ended =
            matches!(scanner.next(false), Some(Piece::Tag(end)) if end.closing && end.name == "script");
        scanner.at = behind;
        if !ended {
            return;
        }
        let language = self.tree.language().unwrap_or("").to_owned();
        let state = if self.body { State::Whole } else { State::Head };
        let at = tag.place.start;
        let between = self.bytes.get(self.made.end..at).unwrap_or_default();
        let old =
            (!self.made.is_empty() && between.iter().all(|byte| is_space(*byte))).then(|| self.made.clone());
        self.page.places.push(Place {
            settings,
            at,
            end: at,
            script: true,
            old,
            language,
            state,
            ..Place::default()
        });
    }

    fn end(&mut self, tag: &Tag) {
        self.tree.end(&tag.name);
        self.settle(tag);
    }

    /// Some elements may have ended with `tag`.
    fn settle(&mut self, tag: &Tag) {
        let depth = self.tree.take_lowest();
        if let Some(Inside { place: Some(place), template, .. }) = self.open.last_mut()
            && let Some((start, _)) = template.take_if(|(_, inside)| depth <= *inside)
            && let Some(place) = self.page.places.get_mut(*place)
            && place.old.is_none()
        {
            place.old = Some(start..tag.place.end);
        }
        while let Some(inside) = self.open.pop_if(|inside| depth <= inside.depth) {
            let own = tag.closing && tag.name == "share-sign";
            if let Some(place) = inside.place.and_then(|place| self.page.places.get_mut(place)) {
                // A paragraph that begins may end the one that the element stands in.
                if own || !tag.closing {
                    place.state = State::Whole;
                }
            } else if inside.place.is_none() && own {
                self.made = inside.start..tag.place.end;
            }
        }
    }
}
