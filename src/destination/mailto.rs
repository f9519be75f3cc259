//! `mailto:` has the supporter send a mail of their own, which is composed for them.
//! Whether they do, nobody but the one who gets it knows.

use super::{Kind, parts, split};
use crate::percent;
use crate::record::Record;
use crate::signature::FIELD;
use crate::text::concat;

/// The longest address that mail programs are sure to take, in characters: Windows
/// hands over little more than 2,000.
const LONGEST: usize = 2000;
/// In the place of what was left out.
const DOTS: &str = " …";

/// The whole `mailto:` address for `signature`, with the subject `mailSubject` and
/// the body `mailBody`; `None` where the destination is another.
///
/// Line breaks are CRLF, as RFC 6068 asks for. Where the address gets too long, the
/// supporter's comment is cut where the body quotes it; if that is not enough, it
/// is left out, and the body's end is cut. A cut is made between words, where
/// there are any, and marked by an ellipsis. A subject or body in the configured
/// address takes the place of ours; `cc` and `bcc` stay.
pub fn mailto(signature: &Record) -> Option<String> {
    let (Kind::Mailto, address) = parts(signature.get("destination"))? else { return None };
    let given = |name: &str| {
        let query = Record::read(split(address).1);
        query.pairs().iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
    };
    let mut out = concat(&["mailto:", address]);
    let mut add = |name: &str, value: &str| {
        let first = split(&out).1.is_empty();
        out.push(if first { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        out.push_str(value);
    };
    if !given("subject") && !signature.get("mailSubject").is_empty() {
        let mut subject = String::new();
        percent::encode_into(&mut subject, signature.get("mailSubject"));
        add("subject", &subject);
    }
    if given("body") || signature.get("mailBody").is_empty() {
        return Some(out);
    }
    add("body", "");
    let room = LONGEST.saturating_sub(out.len());
    let comment = signature.get(&concat(&[FIELD, ".comment"]));
    encode_into(&mut out, &shortened(signature.get("mailBody"), comment, room));
    Some(out)
}

/// `body` with as much of `comment`, and of itself, as there is room for.
fn shortened(body: &str, comment: &str, room: usize) -> String {
    if size(body) <= room {
        return body.into();
    }
    let quoted = |at: usize| Some((body.get(..at)?, body.get(at..)?.strip_prefix(comment)?));
    let found = (0..body.len()).find_map(quoted).filter(|_| !comment.is_empty());
    let Some((before, after)) = found else { return cut(body, room) };
    let other = size(before) + size(after);
    if other > room {
        return cut(&concat(&[before, after]), room);
    }
    concat(&[before, &cut(comment, room - other), after])
}

/// The beginning of `text` with an ellipsis, as long as there is room for; nothing
/// where there is room for that alone.
fn cut(text: &str, room: usize) -> String {
    let Some(room) = room.checked_sub(size(DOTS)) else { return String::new() };
    let (mut used, mut end, mut word) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            word = at;
        }
        used += letter(c);
        if used > room {
            break;
        }
        end = at + c.len_utf8();
    }
    // In writing without spaces the last one may be far back.
    if word > end / 2 {
        end = word;
    }
    let kept = text.get(..end).unwrap_or("").trim_end();
    if kept.is_empty() { String::new() } else { concat(&[kept, DOTS]) }
}

/// How long `text` is in an address.
fn size(text: &str) -> usize {
    text.chars().map(letter).sum()
}

fn letter(c: char) -> usize {
    match c {
        '\r' => 0,
        '\n' => 6,
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' | '~' => 1,
        _ => 3 * c.len_utf8(),
    }
}

fn encode_into(out: &mut String, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str("%0D%0A");
        }
        percent::encode_into(out, line.strip_suffix('\r').unwrap_or(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(body: &str, comment: &str) -> Record {
        Record::of(&[
            ("destination", "mailto:mayor@town.example"),
            ("mailSubject", "Keep it & more"),
            ("mailBody", body),
            ("field.comment", comment),
        ])
    }

    fn body(address: &str) -> String {
        Record::read(address.split_once('?').unwrap().1).get("body").into()
    }

    #[test]
    fn composes() {
        let address = mailto(&signature("Dear mayor,\n\nkeep it + more.\r\nZoé", "")).unwrap();
        assert_eq!(
            address,
            "mailto:mayor@town.example?subject=Keep%20it%20%26%20more&body=\
             Dear%20mayor%2C%0D%0A%0D%0Akeep%20it%20%2B%20more.%0D%0AZo%C3%A9"
        );
        assert_eq!(mailto(&signature("x", "").with("destination", "local")), None);
    }

    #[test]
    fn keeps_what_the_address_says() {
        let at = |destination| mailto(&signature("Body", "").with("destination", destination)).unwrap();
        assert_eq!(
            at("mailto:a@b.example?bcc=us%2Bcount@b.example"),
            "mailto:a@b.example?bcc=us%2Bcount@b.example&subject=Keep%20it%20%26%20more&body=Body"
        );
        assert_eq!(at("mailto:a@b.example?Subject=Own"), "mailto:a@b.example?Subject=Own&body=Body");
        assert_eq!(
            at("mailto:a@b.example?body=Own"),
            "mailto:a@b.example?body=Own&subject=Keep%20it%20%26%20more"
        );
    }

    #[test]
    fn cuts_the_comment_first() {
        let comment = "Reading, naïvely put, is living. ".repeat(80);
        let written = ["Dear mayor,\n", &comment, "\nYours, Zoé"].concat();
        let address = mailto(&signature(&written, &comment)).unwrap();
        assert!((LONGEST - 40..=LONGEST).contains(&address.len()), "{}", address.len());
        let body = body(&address);
        assert!(body.starts_with("Dear mayor,\r\nReading, naïvely put"), "{body}");
        assert!(body.ends_with(" …\r\nYours, Zoé"), "{body}");
        let kept = body.split_once("\r\n").unwrap().1.rsplit_once(" …").unwrap().0;
        assert!(comment.starts_with(&[kept, " "].concat()), "between words: {kept}");
    }

    #[test]
    fn cuts_the_end_if_it_must() {
        let long = ["It matters. ".repeat(300), "Yours".into()].concat();
        for comment in ["", "none of it", "It matters."] {
            let address = mailto(&signature(&long, comment)).unwrap();
            assert!((LONGEST - 40..=LONGEST).contains(&address.len()), "{}", address.len());
            assert!(body(&address).ends_with(" …"));
        }
        let unspaced = "図書館を守ろう。".repeat(100);
        let address = mailto(&signature(&unspaced, &unspaced)).unwrap();
        assert!((LONGEST - 40..=LONGEST).contains(&address.len()), "{}", address.len());
    }
}
