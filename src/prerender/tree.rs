//! The elements that are open at a place in a page: enough of how HTML is built into
//! a tree to know what is text, what is inert, and which language is spoken.

use super::scan::Tag;

/// Elements without content.
const VOID: &str =
    " area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr ";

/// Elements whose content is text up to their end tag. With scripting, `noscript` is
/// one of them.
const RAW: &str = " iframe noembed noframes noscript plaintext script style textarea title xmp ";

/// What ends a paragraph by itself.
const BLOCKS: &str = " address article aside blockquote center details dialog dir div dl fieldset figcaption \
                      figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search \
                      section summary table ul ";

/// What cannot stand inside SVG or `MathML`, and ends both.
const HTML_ONLY: &str = " b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i \
                         img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt \
                         u ul var ";

/// Where HTML goes on inside SVG and `MathML`.
const HTML_AGAIN: &str = " annotation-xml desc foreignobject mi mn mo ms mtext title ";

/// Tags, and the open elements that they end by themselves, up to what keeps them in.
const ENDS: [(&str, &str, &str); 7] = [
    (" li ", " li ", " ol ul menu "),
    (" dd dt ", " dd dt ", " dl "),
    (" option optgroup ", " option ", " select datalist "),
    (" optgroup ", " optgroup ", " select "),
    (" td th ", " td th ", " tr table "),
    (" tr ", " tr td th ", " table "),
    (" tbody tfoot thead ", " tbody tfoot thead tr td th ", " table "),
];

fn among(words: &str, name: &str) -> bool {
    words.split(' ').any(|word| !word.is_empty() && word == name)
}

struct Open {
    name: String,
    /// Its `lang`, where it has one.
    language: Option<String>,
}

/// The open elements, the innermost last.
#[derive(Default)]
pub struct Tree {
    open: Vec<Open>,
    /// How many of them are templates.
    templates: usize,
    /// The fewest that were open since somebody asked.
    lowest: usize,
}

impl Tree {
    /// Whether SVG or `MathML` is being read.
    pub fn is_foreign(&self) -> bool {
        for open in self.open.iter().rev() {
            if among(" svg math ", &open.name) {
                return true;
            }
            if among(HTML_AGAIN, &open.name) {
                return false;
            }
        }
        false
    }

    /// Whether this stands in a template, where nothing happens.
    pub fn is_inert(&self) -> bool {
        self.templates > 0
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// How many were still open while the last tag was read: what stands deeper ended.
    pub fn take_lowest(&mut self) -> usize {
        std::mem::replace(&mut self.lowest, self.open.len())
    }

    /// The language of the innermost element that names one.
    pub fn language(&self) -> Option<&str> {
        self.open.iter().rev().find_map(|open| open.language.as_deref())
    }

    /// A start tag. Whether its content is text, up to its end tag.
    pub fn start(&mut self, tag: &Tag, language: Option<String>) -> bool {
        let name = &*tag.name;
        if self.is_foreign() && among(HTML_ONLY, name) {
            while self.is_foreign() {
                self.pop();
            }
        }
        let foreign = self.is_foreign();
        if !foreign {
            if among(BLOCKS, name) {
                self.end_own(" p ", " button td th caption template object ");
            }
            for (tags, ended, keeps) in ENDS {
                if among(tags, name) {
                    self.end_own(ended, keeps);
                }
            }
        }
        let empty = if foreign || among(" svg math ", name) { tag.self_closing } else { among(VOID, name) };
        if !empty {
            self.templates += usize::from(name == "template");
            self.open.push(Open { name: name.into(), language });
        }
        !foreign && among(RAW, name)
    }

    /// An end tag.
    pub fn end(&mut self, name: &str) {
        let matching = |open: &Open| open.name == name;
        let Some(at) = self.open.iter().rposition(matching) else { return };
        // Nothing in a template ends what stands around it.
        let inner = self.open.iter().skip(at + 1).any(|open| open.name == "template");
        if !inner {
            self.cut(at);
        }
    }

    /// Ends the outermost of the elements that are among `ended`, up to what `keeps` them in.
    fn end_own(&mut self, ended: &str, keeps: &str) {
        let mut found = None;
        for (at, open) in self.open.iter().enumerate().rev() {
            if among(keeps, &open.name) || open.name == "template" {
                break;
            }
            if among(ended, &open.name) {
                found = Some(at);
            }
        }
        if let Some(at) = found {
            self.cut(at);
        }
    }

    fn cut(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some(open) = self.open.pop() {
            self.templates -= usize::from(open.name == "template");
            self.lowest = self.lowest.min(self.open.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::{Piece, Scanner};
    use super::*;

    /// The language at each `<x>`.
    fn languages(html: &str) -> Vec<String> {
        let (mut scanner, mut tree, mut found) = (Scanner::new(html.as_bytes()), Tree::default(), Vec::new());
        while let Some(piece) = scanner.next(tree.is_foreign()) {
            let Piece::Tag(tag) = piece else { continue };
            if tag.closing {
                tree.end(&tag.name);
            } else if tag.name == "x" {
                let state = if tree.is_inert() {
                    "inert"
                } else if tree.is_foreign() {
                    "foreign"
                } else {
                    ""
                };
                found.push(format!("{}{state}", tree.language().unwrap_or("-")));
            } else {
                let language = tag.attribute("lang").map(|found| html[found.value.clone()].to_owned());
                if tree.start(&tag, language) {
                    scanner.raw_text(&tag.name);
                }
            }
        }
        found
    }

    #[test]
    fn the_nearest_language() {
        assert_eq!(
            languages("<x><html lang=en><x><p lang=fr><x><b><x></b></p><x><br lang=de><x>"),
            ["-", "en", "fr", "fr", "en", "en"]
        );
        assert_eq!(languages("<div lang=en></p></span><x></div><x>"), ["en", "-"]);
    }

    #[test]
    fn what_ends_by_itself() {
        assert_eq!(languages("<p lang=fr><p><x>"), ["-"]);
        assert_eq!(languages("<p lang=fr><button><p><x>"), ["fr"]);
        assert_eq!(languages("<ul lang=en><li lang=fr><ul><li><x></ul><li><x>"), ["fr", "en"]);
        assert_eq!(languages("<table lang=en><tr lang=fr><td lang=de><td><x><tr><x>"), ["fr", "en"]);
        assert_eq!(languages("<dl><dt lang=fr><dd><x>"), ["-"]);
    }

    #[test]
    fn what_is_no_html() {
        assert_eq!(
            languages("<svg><x/><g/><style><x></style><foreignObject><x></foreignObject></svg><x>"),
            ["-foreign", "-foreign", "-", "-"]
        );
        assert_eq!(languages("<svg><g lang=fr><p><x>"), ["-"], "a paragraph ends the picture");
        assert_eq!(
            languages("<style><x></style><noscript><x></noscript><template><x></p></template><x>"),
            ["-inert", "-"]
        );
        assert_eq!(languages("<svg/><x><math /><x>"), ["-", "-"]);
    }
}
