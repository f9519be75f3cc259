//! The elements that are open at a place in a page: enough of how HTML is built into
//! a tree to know what is text, what is inert, and which language is spoken.

use super::scan::Tag;

type Names = fn(&str) -> bool;

/// Names some elements.
macro_rules! names {
    ($($(#[$about:meta])* $which:ident: $($name:literal)*;)*) => {
        $($(#[$about])* fn $which(name: &str) -> bool {
            matches!(name, $($name)|*)
        })*
    };
}

names! {
    /// Elements without content.
    void: "area" "base" "basefont" "bgsound" "br" "col" "embed" "frame" "hr" "img" "input" "keygen" "link" "meta"
        "param" "source" "track" "wbr";
    /// Elements whose content is text up to their end tag. With scripting, `noscript` is
    /// one of them.
    raw: "iframe" "noembed" "noframes" "noscript" "plaintext" "script" "style" "textarea" "title" "xmp";
    /// What ends a paragraph by itself.
    block: "address" "article" "aside" "blockquote" "center" "details" "dialog" "dir" "div" "dl" "fieldset"
        "figcaption" "figure" "footer" "form" "h1" "h2" "h3" "h4" "h5" "h6" "header" "hgroup" "hr" "li" "main"
        "menu" "nav" "ol" "p" "pre" "search" "section" "summary" "table" "ul" "dd" "dt" "listing" "xmp" "plaintext";
    /// What cannot stand inside SVG or `MathML`, and ends both.
    html_only: "b" "big" "blockquote" "body" "br" "center" "code" "dd" "div" "dl" "dt" "em" "embed" "h1" "h2" "h3"
        "h4" "h5" "h6" "head" "hr" "i" "img" "li" "listing" "menu" "meta" "nobr" "ol" "p" "pre" "ruby" "s" "small"
        "span" "strong" "strike" "sub" "sup" "table" "tt" "u" "ul" "var";
    foreign: "svg" "math";
    /// Where HTML goes on inside SVG and `MathML`.
    html_again: "annotation-xml" "desc" "foreignobject" "mi" "mn" "mo" "ms" "mtext" "title";

    p: "p";
    keeps_p: "button" "td" "th" "caption" "template" "object" "applet" "marquee";
    li: "li";
    lists: "ol" "ul" "menu";
    dd: "dd" "dt";
    dl: "dl";
    options: "option" "optgroup";
    option: "option";
    optgroup: "optgroup";
    select: "select" "datalist";
    cells: "td" "th";
    rows: "tr";
    row_or_cell: "tr" "td" "th";
    sections: "tbody" "tfoot" "thead";
    all_of_a_table: "tbody" "tfoot" "thead" "tr" "td" "th";
    row_or_table: "tr" "table";
    table: "table";
}

/// Tags, and the open elements that they end by themselves, up to what keeps them in.
const ENDS: [(Names, Names, Names); 8] = [
    (block, p, keeps_p),
    (li, li, lists),
    (dd, dd, dl),
    (options, option, select),
    (optgroup, optgroup, select),
    (cells, cells, row_or_table),
    (rows, row_or_cell, table),
    (sections, all_of_a_table, table),
];

struct Open {
    name: String,
    /// Its `lang`, where it has one.
    language: Option<String>,
    /// Whether its content is SVG or `MathML`.
    foreign: bool,
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
        self.open.last().is_some_and(|open| open.foreign)
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
        if self.is_foreign() && html_only(name) {
            while self.is_foreign() {
                self.pop();
            }
        }
        let inside = self.is_foreign();
        if !inside {
            for (tags, ended, keeps) in ENDS {
                if tags(name) {
                    self.end_own(ended, keeps);
                }
            }
        }
        let empty = if inside || foreign(name) { tag.self_closing } else { void(name) };
        if !empty {
            self.templates += usize::from(name == "template");
            let foreign = foreign(name) || inside && !html_again(name);
            self.open.push(Open { name: name.into(), language, foreign });
        }
        !inside && raw(name)
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
    fn end_own(&mut self, ended: Names, keeps: Names) {
        let mut found = None;
        for (at, open) in self.open.iter().enumerate().rev() {
            if keeps(&open.name) || open.name == "template" {
                break;
            }
            if ended(&open.name) {
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
