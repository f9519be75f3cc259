//! Finds the tags in the bytes of a page, as the HTML standard's tokenizer would
//! (<https://html.spec.whatwg.org/multipage/parsing.html#tokenization>).
//!
//! It works in any encoding that ASCII is a part of, and copies nothing but names:
//! what a page says stays where it is, to be left alone byte for byte.

use std::ops::Range;

/// An attribute of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// In small letters.
    pub name: String,
    /// Where it begins.
    pub at: usize,
    /// Where its value stands, without quotes and with its character references.
    pub value: Range<usize>,
}

/// A start tag or an end tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    /// From its `<` to behind its `>`.
    pub place: Range<usize>,
    /// Whether it is an end tag.
    pub closing: bool,
    /// Whether it ends in `/>`, which only means something inside SVG and `MathML`.
    pub self_closing: bool,
    /// In order; of several with one name the first one counts.
    pub attributes: Vec<Attribute>,
}

impl Tag {
    /// The attribute called `name`.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// What stands in a page, one after the other. Comments are passed over.
#[derive(Debug)]
pub enum Piece {
    /// Text outside of tags; whether it has more than white space.
    Text(bool),
    /// A tag.
    Tag(Tag),
}

/// Goes through a page.
pub struct Scanner<'a> {
    bytes: &'a [u8],
    /// Where it has come to.
    pub at: usize,
}

/// White space as HTML knows it.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

impl<'a> Scanner<'a> {
    /// Starts at the beginning of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Scanner { bytes, at: 0 }
    }

    /// The next piece. `foreign` inside SVG and `MathML`, which have sections of text
    /// that HTML does not know.
    pub fn next(&mut self, foreign: bool) -> Option<Piece> {
        loop {
            let start = self.at;
            if self.byte(start)? != b'<' {
                let rest = self.rest(start);
                let text = rest.split(|byte| *byte == b'<').next().unwrap_or(rest);
                self.at = start + text.len();
                return Some(Piece::Text(!text.iter().all(|byte| is_space(*byte))));
            }
            if let Some(tag) = self.markup(foreign) {
                return Some(Piece::Tag(tag));
            }
            if self.at == start {
                // It stands for itself.
                self.at += 1;
                return Some(Piece::Text(true));
            }
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn rest(&self, at: usize) -> &'a [u8] {
        self.bytes.get(at..).unwrap_or_default()
    }

    /// Where `what` next occurs at or behind `from`, else the end.
    fn find(&self, from: usize, what: &[u8]) -> usize {
        let found = self.rest(from).windows(what.len()).position(|window| window == what);
        found.map_or(self.bytes.len(), |distance| from + distance)
    }

    fn behind(&self, from: usize, what: &[u8]) -> usize {
        self.bytes.len().min(self.find(from, what) + what.len())
    }

    /// Reads what begins with `<`: a tag, or a comment that is passed over. Stays
    /// where it is where neither begins here.
    fn markup(&mut self, foreign: bool) -> Option<Tag> {
        let start = self.at;
        let rest = self.rest(start);
        if rest.starts_with(b"<!--") {
            // `<!-->` and `<!--->` are whole comments, but `<!--!>` is not.
            let usual = self.behind(start + 2, b"-->");
            self.at = usual.min(self.behind(start + 4, b"--!>"));
        } else if foreign && rest.starts_with(b"<![CDATA[") {
            self.at = self.behind(start, b"]]>");
        } else {
            match (self.byte(start + 1)?, self.byte(start + 2)) {
                (b'/', Some(letter)) if letter.is_ascii_alphabetic() => return self.tag(start + 2, true),
                (b'/', Some(_)) | (b'!' | b'?', _) => self.at = self.behind(start, b">"),
                (letter, _) if letter.is_ascii_alphabetic() => return self.tag(start + 1, false),
                _ => {}
            }
        }
        None
    }

    /// Reads a tag whose name begins at `name`. A page that ends inside of it has none.
    fn tag(&mut self, name: usize, closing: bool) -> Option<Tag> {
        let start = self.at;
        let name = self.name(name, b"/>");
        let mut tag = Tag {
            name: self.lower(&name),
            place: start..start,
            closing,
            self_closing: false,
            attributes: Vec::new(),
        };
        let mut at = name.end;
        loop {
            match self.byte(at) {
                None => {
                    self.at = self.bytes.len();
                    return None;
                }
                Some(b'>') => break,
                Some(b'/') => {
                    tag.self_closing = self.byte(at + 1) == Some(b'>');
                    at += 1;
                }
                Some(byte) if is_space(byte) => at += 1,
                Some(_) => {
                    let attribute = self.attribute(&mut at);
                    if tag.attribute(&attribute.name).is_none() {
                        tag.attributes.push(attribute);
                    }
                }
            }
        }
        self.at = at + 1;
        tag.place = start..self.at;
        Some(tag)
    }

    /// Reads an attribute, and moves `at` behind it.
    fn attribute(&self, at: &mut usize) -> Attribute {
        let start = *at;
        // An equals sign can only begin a name.
        let name = start..self.name(start + 1, b"/>=").end;
        let mut next = self.spaces(name.end);
        let mut value = name.end..name.end;
        if self.byte(next) == Some(b'=') {
            next = self.spaces(next + 1);
            if let Some(quote @ (b'"' | b'\'')) = self.byte(next) {
                value = next + 1..self.find(next + 1, &[quote]);
                next = value.end + 1;
            } else {
                value = self.name(next, b">");
                next = value.end;
            }
        }
        *at = next;
        Attribute { name: self.lower(&name), at: start, value }
    }

    /// From `start` to the next white space or one of `ends`.
    fn name(&self, start: usize, ends: &[u8]) -> Range<usize> {
        let ended = |byte: &u8| is_space(*byte) || ends.contains(byte);
        let length = self.rest(start).iter().position(ended);
        start..length.map_or(self.bytes.len().max(start), |length| start + length)
    }

    fn spaces(&self, from: usize) -> usize {
        from + self.rest(from).iter().take_while(|byte| is_space(**byte)).count()
    }

    fn lower(&self, place: &Range<usize>) -> String {
        let name = self.bytes.get(place.clone()).unwrap_or_default();
        String::from_utf8_lossy(name).to_ascii_lowercase()
    }

    /// Passes over text in which no tag counts but the end tag called `name`, and
    /// stops in front of that. Where the text stands.
    pub fn raw_text(&mut self, name: &str) -> Range<usize> {
        let start = self.at;
        let mut at = start;
        // A script may have a comment with a script inside, which ends before it does.
        let (mut escaped, mut inner) = (false, false);
        while let Some(byte) = self.byte(at) {
            let rest = self.rest(at);
            if byte == b'<' && opens(rest, b"</", name) {
                if !inner {
                    break;
                }
                inner = false;
            } else if name == "script" {
                if escaped && rest.starts_with(b"-->") {
                    (escaped, inner) = (false, false);
                } else if !escaped && rest.starts_with(b"<!--") {
                    escaped = true;
                    at += 1;
                } else if escaped && !inner && opens(rest, b"<", name) {
                    inner = true;
                }
            }
            at += 1;
        }
        self.at = at;
        start..at
    }
}

/// Whether `rest` begins with `before` and the whole tag name `name`.
fn opens(rest: &[u8], before: &[u8], name: &str) -> bool {
    let end = before.len() + name.len();
    rest.starts_with(before)
        && rest.get(before.len()..end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        && rest.get(end).is_some_and(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(html: &str) -> Vec<String> {
        let mut scanner = Scanner::new(html.as_bytes());
        let mut found = Vec::new();
        while let Some(piece) = scanner.next(false) {
            let Piece::Tag(tag) = piece else { continue };
            let mut words = vec![if tag.closing { format!("/{}", tag.name) } else { tag.name.clone() }];
            for attribute in &tag.attributes {
                words.push(format!("{}=[{}]", attribute.name, &html[attribute.value.clone()]));
            }
            found.push(words.join(" "));
            if !tag.closing && ["script", "style", "title", "textarea"].contains(&&*tag.name) {
                scanner.raw_text(&tag.name);
            }
        }
        found
    }

    #[test]
    fn attributes_in_any_quoting() {
        assert_eq!(
            tags("<A b c=d e='f>\"' G = \"h'\n>\" i=/j/k/ l= m/n =o p=''q a=1 b=2></a >"),
            ["a b=[] c=[d] e=[f>\"] g=[h'\n>] i=[/j/k/] l=[m/n] =o=[] p=[] q=[] a=[1]", "/a"]
        );
        assert_eq!(tags("<a b=><i/><i /><i x=/><"), ["a b=[]", "i", "i", "i x=[/]"]);
    }

    #[test]
    fn what_only_looks_like_a_tag() {
        assert_eq!(tags("a < b <3 </> </ i> <!doctype html> <?xml <b> ?> <! <b> <i>"), ["i"]);
        assert_eq!(
            tags("<!-- <a> --><b><!--><c><!---><d><!-- <e> --!><f><!--!><g> -->"),
            ["b", "c", "d", "f"]
        );
        assert_eq!(tags("<a><b c='d>"), ["a"], "a tag without its end is none");
        assert_eq!(tags("<!-- <a>"), [""; 0]);
    }

    #[test]
    fn text_of_its_own_kind() {
        assert_eq!(
            tags("<title><a></titles></TITLE ><textarea></b><!--</textarea><script>'<a>'</script><i>"),
            ["title", "/title", "textarea", "/textarea", "script", "/script", "i"]
        );
        let inner = "<script><!-- <script> </script> <a> --> </script><i>";
        assert_eq!(tags(inner), ["script", "/script", "i"]);
        assert_eq!(tags("<script><!--><script></script><i></script>"), ["script", "/script", "i", "/script"]);
        assert_eq!(tags("<style><b>"), ["style"]);
    }

    #[test]
    fn sections_inside_foreign_elements() {
        let mut scanner = Scanner::new(b"<![CDATA[ <a> ]]><b>");
        assert!(matches!(scanner.next(true), Some(Piece::Tag(tag)) if tag.name == "b"));
    }
}
