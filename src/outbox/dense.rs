//! Writing records in as few characters as the store can do with.
//!
//! Browsers count storage in UTF-16 units, so a letter costs the same in any
//! script as long as it is not percent-encoded; encoded, a Cyrillic one costs six
//! times as much, a Japanese one nine times.

use crate::percent;
use crate::record::Record;

/// The record as [`Record::read`] takes it, and a page's `URLSearchParams`. Empty
/// texts are left out: to whoever asks, they are the same as none.
pub fn write(record: &Record) -> String {
    let mut out = String::new();
    for (name, text) in record.pairs() {
        if !text.is_empty() {
            if !out.is_empty() {
                out.push('&');
            }
            push(&mut out, name);
            out.push('=');
            push(&mut out, text);
        }
    }
    out
}

fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            ' ' => out.push('+'),
            '%' | '&' | '=' | '+' | '\0'..='\x1f' | '\x7f' => {
                percent::encode_into(out, c.encode_utf8(&mut [0; 4]));
            }
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_whatever_was_written() {
        let awkward = "50% + a&b=c\r\n\t\0\u{7f}é ж 日本 🙏🏽 \u{2028} ?#/:@";
        let record = Record::default().with("field.comment", awkward).with("a=b&c", "+").with("n", "7");
        assert_eq!(Record::read(&write(&record)), record);
        assert_eq!(Record::read(&write(&record.clone().with("empty", ""))), record);
    }

    #[test]
    fn a_letter_of_any_script_is_one_letter() {
        let units = |text: &str| text.encode_utf16().count();
        let record = Record::default().with("n", "Олена Шевченко").with("e", "o@example.org");
        assert_eq!(write(&record), "n=Олена+Шевченко&e=o@example.org");
        assert_eq!((units(&write(&record)), units(&record.write())), (32, 101));
    }
}
