//! Text and bytes as JavaScript string literals.

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
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

pub fn bytes(bytes: &[u8]) -> String {
    format!("\"{}\"", bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(","))
}
pub const DECODE: &str = "text => Uint8Array.from(text.split(\",\"))";
