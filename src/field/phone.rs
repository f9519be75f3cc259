//! Phone numbers as people write them.

use crate::field::digit;

/// What may introduce an extension; the longer word first where two begin alike.
const EXTENSIONS: [&str; 10] =
    ["extension", "extn", "ext", "x", "#", "poste", "anexo", "ramal", "int", "доб"];

/// Whether `text` can be a phone number: 5 to 15 digits of any script (15 is the
/// longest number by ITU-T E.164, without the 00 of calls abroad) with the usual
/// signs between them, and an extension of up to 7 digits after them.
pub fn plausible(text: &str) -> bool {
    let (number, rest) = split(text);
    let digits = digits(number);
    let length = digits.trim_start_matches('+').len() - if digits.starts_with("00") { 2 } else { 0 };
    // A plus comes first or not at all.
    let inner = number.trim_start_matches(is_sign).chars().skip(1);
    (5..=15).contains(&length) && !inner.into_iter().any(is_plus) && (rest.is_empty() || is_extension(rest))
}

/// The number in ASCII: its digits, after the `+` where it begins with one, as in
/// `+33123456789`. An extension is left out, and so is the `(0)` of
/// `+44 (0)20…`, which is dialled at home only (but in Italy, where it stays).
pub fn digits(text: &str) -> String {
    let mut out = String::new();
    let mut before = [' '; 2];
    for c in split(text).0.chars() {
        if let Some(digit) = digit::ascii(c) {
            out.push(digit);
        } else if is_plus(c) && out.is_empty() {
            out.push('+');
        } else if matches!(c, ')' | '）') {
            let [opening, digit] = before;
            let is_home = matches!(opening, '(' | '（') && digit::value(digit) == Some(0);
            if is_home && out.starts_with('+') && out != "+390" {
                out.pop();
            }
        }
        before = [before[1], c];
    }
    out
}

/// The number, and what follows it.
fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    let is_number = |c: char| digit::value(c).is_some() || is_plus(c) || is_sign(c);
    text.split_at(text.find(|c| !is_number(c)).unwrap_or(text.len()))
}

/// Whether `text` is `ext. 12` or the like.
fn is_extension(text: &str) -> bool {
    let text = text.trim_start_matches([';', ',', ' ']);
    let after = |word: &str| text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
    let Some(word) = EXTENSIONS.into_iter().find_map(after) else { return false };
    let digits = text.get(word.len()..).unwrap_or("").trim_matches(['.', ':', '=', ' ', '\u{a0}']);
    (1..=7).contains(&digits.chars().count()) && digits.chars().all(|c| digit::value(c).is_some())
}

fn is_plus(c: char) -> bool {
    matches!(c, '+' | '＋')
}

/// What stands between digits: spaces, hyphens and dashes, brackets, dots,
/// slashes, and the invisible marks of direction that address books add.
fn is_sign(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '(' | ')' | '[' | ']' | '.' | '/' | '·' | '•' | '~' | '−' | 'ー')
        || matches!(c, '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{ad}' | '\u{2060}' | '\u{feff}')
        || matches!(c, '（' | '）' | '－' | '．' | '／' | '～')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_people_write_them() {
        for (text, expected) in [
            ("+33 (0)1 23 45 67 89", "+33123456789"),
            ("+33 1-23.45/67 89", "+33123456789"),
            ("(+44) 20 7946 0000", "+442079460000"),
            ("+44（0）20 7946 0000", "+442079460000"),
            ("+39 (0)6 1234567", "+39061234567"),
            ("(0)30 123456", "030123456"),
            ("0033 1 23 45 67 89", "0033123456789"),
            ("030 / 12 34 56", "030123456"),
            ("＋８１－３－１２３４－５６７８", "+81312345678"),
            ("٠٥٠ ١٢٣ ٤٥٦٧", "0501234567"),
            ("९८७६५ ४३२१०", "9876543210"),
            ("\u{202a}+1 (202) 555‑0100\u{202c}", "+12025550100"),
            ("202-555-0100 x123", "2025550100"),
            ("202-555-0100 ext. 123", "2025550100"),
            ("+12025550100;ext=123", "+12025550100"),
            ("01 23 45 67 89, poste 12", "0123456789"),
            ("12345", "12345"),
            ("00 123456789012345", "00123456789012345"),
        ] {
            assert!(plausible(text), "{text}");
            assert_eq!(digits(text), expected, "{text}");
        }
    }

    #[test]
    fn what_none_is() {
        for text in [
            "",
            "call me",
            "1234",
            "+1234567890123456",
            "1234567890123456",
            "12+345678",
            "++12345678",
            "0123456, 0987654",
            "123456 or 654321",
            "123456 x",
            "123456 ext 12345678",
            "1-800-FLOWERS",
            "ada@example.org",
            "£12345",
            "12345:67890",
        ] {
            assert!(!plausible(text), "{text}");
        }
    }
}
