//! Text and bytes as JavaScript string literals.

mod bytes;

pub use bytes::{DECODE, bytes};

use std::fmt::Write;

/// The text as a string in double quotes.
pub fn string(text: &str) -> String {
    let mut out = String::from('"');
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\0' if !rest.peek().is_some_and(char::is_ascii_digit) => out.push_str("\\0"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_valid_javascript() {
        assert_eq!(string("a\"b\\c"), r#""a\"b\\c""#);
        assert_eq!(string("1\u{202f}600 é"), "\"1\u{202f}600 é\"");
        assert_eq!(string("\0a\x001\n\r\u{2028}"), r#""\0a\u00001\n\u000d\u2028""#);
    }
}
