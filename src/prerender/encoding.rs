//! In which encoding a page is written. What is inserted fits all that ASCII is a
//! part of; what is read must be known.

use std::borrow::Cow;

use super::references::windows_1252;

/// The encoding of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// ASCII as far as one can see, in a page that does not say what it is.
    Ascii,
    /// Windows-1252, which browsers also take for ISO 8859-1.
    Latin,
    /// Any other one.
    Other,
}

/// Only a declaration in these first bytes counts.
const LOOKED_AT: usize = 1024;
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Where the page begins: behind a byte order mark.
pub fn beginning(bytes: &[u8]) -> usize {
    if bytes.starts_with(MARK) { MARK.len() } else { 0 }
}

impl Encoding {
    /// The encoding of a page with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(MARK) {
            return Encoding::Utf8;
        }
        match declared(bytes.get(..LOOKED_AT).unwrap_or(bytes)).as_deref() {
            Some("utf-8" | "utf8" | "unicode-1-1-utf-8") => Encoding::Utf8,
            Some(
                "windows-1252" | "cp1252" | "x-cp1252" | "iso-8859-1" | "iso8859-1" | "latin1" | "l1"
                | "ascii" | "us-ascii",
            ) => Encoding::Latin,
            Some(_) => Encoding::Other,
            None if bytes.is_ascii() => Encoding::Ascii,
            None if std::str::from_utf8(bytes).is_ok() => Encoding::Utf8,
            None => Encoding::Latin,
        }
    }

    /// The text of these bytes; `None` where nobody here knows.
    pub fn read(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Encoding::Latin => Some(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
            Encoding::Other if !bytes.is_ascii() => None,
            _ => Some(String::from_utf8_lossy(bytes)),
        }
    }

    /// HTML as it stands in a page: in one line, and beyond ASCII in character
    /// references where the page is not in UTF-8.
    pub fn write(self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        for c in html.chars() {
            if c != '\n' && (c.is_ascii() || self == Encoding::Utf8) {
                out.push(c);
            } else {
                out.push_str("&#");
                crate::number::push(&mut out, u64::from(u32::from(c)));
                out.push(';');
            }
        }
        out
    }
}

/// The encoding that a page says it has, in small letters.
fn declared(start: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let (_, after) = start.split_once("charset=")?;
    let value = after.trim_start_matches(['"', '\'', ' ']);
    let end = |c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/');
    value.split(end).next().filter(|label| !label.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found_out() {
        for (page, encoding) in [
            (&b"<p>a"[..], Encoding::Ascii),
            ("<p>é".as_bytes(), Encoding::Utf8),
            (b"\xef\xbb\xbf<meta charset=koi8-r>", Encoding::Utf8),
            (b"<p>\xe9", Encoding::Latin),
            (b"<META CHARSET = x><meta charset=\"UTF-8\">\xe9", Encoding::Utf8),
            (b"<meta http-equiv=content-type content='text/html; charset=ISO-8859-1'>", Encoding::Latin),
            (b"<meta charset=koi8-r>", Encoding::Other),
        ] {
            assert_eq!(Encoding::of(page), encoding, "{}", String::from_utf8_lossy(page));
        }
    }

    #[test]
    fn read_and_written() {
        assert_eq!(Encoding::Latin.read(b"\x93\xe9\x94").as_deref(), Some("“é”"));
        assert_eq!(Encoding::Other.read(b"\xe9"), None);
        assert_eq!(Encoding::Other.read(b"e").as_deref(), Some("e"));
        assert_eq!(Encoding::Latin.write("é’ 🙏\n"), "&#233;&#8217; &#128591;&#10;");
        assert_eq!(Encoding::Utf8.write("é\n"), "é&#10;");
    }
}
