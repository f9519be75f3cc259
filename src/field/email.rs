//! Email addresses: whether one can be one, and what was meant by a slip.

use crate::field::country;
use crate::text::concat;

/// The longest address that a mail can be sent to, in bytes (RFC 5321, erratum 1690).
const LONGEST: usize = 254;
/// The longest part before the @, in bytes.
const LONGEST_LOCAL: usize = 64;
/// The longest part of a domain between dots, in bytes.
const LONGEST_LABEL: usize = 63;

/// Whether `text` can be an email address, so that it is worth a mail; only that
/// mail can tell more. Addresses in all scripts can be, and all signs that RFC
/// 5322 allows without quotes. Quoted names and domains that are numbers
/// (`"a b"@[192.0.2.1]`) are refused: in a form they are slips.
pub fn plausible(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let mut labels = domain.rsplit('.');
    text.len() <= LONGEST
        && is_local(local)
        && labels.next().is_some_and(is_top)
        && labels.clone().next().is_some()
        && labels.all(is_label)
}

fn is_local(text: &str) -> bool {
    text.len() <= LONGEST_LOCAL
        && text.split('.').all(|part| !part.is_empty())
        && text.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || matches!(c, '!' | '#'..='\'' | '*' | '+' | '-' | '.' | '/')
                || matches!(c, '=' | '?' | '^'..='`' | '{'..='~' if c != '\u{7f}')
                || is_international(c)
        })
}

fn is_label(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_LABEL
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || is_international(c))
}

/// Top levels are of letters, or the ASCII form of such (`xn--p1ai`).
fn is_top(text: &str) -> bool {
    let is_encoded = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    is_label(text)
        && text.len() > 1
        && (is_encoded || !text.contains(|c: char| c.is_ascii_digit() || c == '-'))
}

/// Whether `c` is beyond ASCII and neither a space, nor invisible (but for the
/// joiners, which some scripts write with), nor a wide form of ASCII or a dot.
fn is_international(c: char) -> bool {
    !c.is_ascii()
        && !c.is_whitespace()
        && !matches!(c, '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
        && !matches!(c, '\u{2018}'..='\u{201f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        && !matches!(c, '。' | '｡' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ff01}'..='\u{ff5e}' | '\u{fffd}')
}

/// The best-known mail domains: a name and its top levels, the usual one first.
/// After a name with `!`, every other top level is a slip.
const DOMAINS: &str = "\
    gmail! com;googlemail! com;icloud! com;\
    yahoo com fr co.uk de it es ca in co.in co.jp co.id com.br com.mx com.ar com.au gr ie;\
    hotmail com fr co.uk it es de be nl ca se com.br com.ar;\
    outlook com fr de es it be pt com.br com.ar;\
    live com fr co.uk nl it be ca se no dk com.au com.mx;\
    aol com de fr co.uk;msn com;gmx de net at ch com;web de;t-online de;freenet de;posteo de net;\
    mailbox org;orange fr;wanadoo fr;free fr;laposte net;sfr fr;bbox fr;libero it;virgilio it;\
    alice it;tiscali it;tin it;mail ru;yandex ru com;rambler ru;ukr net;seznam cz;interia pl;\
    bluewin ch;telenet be;skynet be;ziggo nl;btinternet com;talktalk net;comcast net;verizon net;\
    sbcglobal net;bellsouth net;bigpond com;sapo pt;uol com.br;bol com.br;terra com.br;\
    rediffmail com;qq com;foxmail com;naver com;hanmail net;proton me;protonmail com ch;fastmail com;";

/// Names that are one slip away from one of these and real all the same.
const REAL_NAMES: [&str; 1] = ["mail"];

/// Top levels that are one slip away from one of these and exist all the same,
/// besides those of countries.
const REAL_TOPS: [&str; 4] = ["uk", "eu", "su", "ac"];

/// The address that was probably meant, where the domain is one slip away from
/// one of the best-known mail domains: "ada@gmial.com" for ada@gmail.com. None
/// where it is well known itself, is known to be real, or could be meant for
/// several; rather none than a wrong one.
pub fn suggestion(text: &str) -> Option<String> {
    let (local, written) = text.trim().split_once('@')?;
    if !is_local(local) {
        return None;
    }
    let mut domain = String::new();
    for c in written.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '.' | ',' | ';' | '。' | '．' => {
                if !domain.is_empty() && !domain.ends_with('.') {
                    domain.push('.');
                }
            }
            _ => domain.push(c.to_ascii_lowercase()),
        }
    }
    let domain = domain.trim_end_matches('.');
    let (name, top) = meant(domain)?;
    let address = concat(&[local, "@", name, ".", top]);
    (!address.eq_ignore_ascii_case(text.trim())).then_some(address)
}

/// The name and top level that were meant by `domain`.
fn meant(domain: &str) -> Option<(&'static str, &'static str)> {
    let (written, top) = domain.split_once('.').unwrap_or((domain, ""));
    if let Some(known) = known().find(|known| known.name == written) {
        return known.top(top).map(|top| (known.name, top));
    }
    if REAL_NAMES.contains(&written) {
        return None;
    }
    only(known().flat_map(|known| known.tops().map(move |right| (known.name, right))).filter(
        |(name, right)| {
            if top.is_empty() {
                // "gmailcom"
                let rest = written.strip_prefix(name).unwrap_or("");
                !rest.is_empty() && rest.chars().eq(right.chars().filter(|c| *c != '.'))
            } else {
                // Few slip at the first letter, and short names are near many others.
                *right == top && name.len() > 4 && name.starts_with(first(written)) && is_slip(written, name)
            }
        },
    ))
}

/// A well-known mail provider.
struct Known {
    name: &'static str,
    tops: &'static str,
    /// Whether there are no others than its top levels.
    alone: bool,
}

impl Known {
    fn tops(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.tops.split(' ')
    }

    /// The top level of this provider that was meant by `written`.
    fn top(&self, written: &str) -> Option<&'static str> {
        if let Some(top) = self.tops().find(|top| *top == written) {
            return Some(top);
        }
        if self.alone || written.is_empty() {
            return self.tops().next();
        }
        let last = written.rsplit('.').next().unwrap_or("");
        let upper = last.to_ascii_uppercase();
        if country::is_code(&upper) || REAL_TOPS.contains(&last) {
            return None;
        }
        only(self.tops().filter(|top| is_slip(written, top)))
    }
}

fn known() -> impl Iterator<Item = Known> {
    DOMAINS.split(';').filter_map(|line| {
        let (name, tops) = line.split_once(' ')?;
        let bare = name.strip_suffix('!');
        Some(Known { name: bare.unwrap_or(name), tops, alone: bare.is_some() })
    })
}

/// The only one; none where there are several.
fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

fn first(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// Whether `written` becomes `meant` by one letter that is added, left out, changed,
/// or swapped with its neighbour.
fn is_slip(written: &str, meant: &str) -> bool {
    let (a, b) = (written.as_bytes(), meant.as_bytes());
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or(&[]), b.get(same..).unwrap_or(&[]));
    match (a, b) {
        ([], [_]) | ([_], []) => true,
        ([], _) | (_, []) => false,
        ([x, a @ ..], [y, b @ ..]) => {
            let swapped = match (a, b) {
                ([next_x, a @ ..], [next_y, b @ ..]) => x == next_y && y == next_x && a == b,
                _ => false,
            };
            swapped || a == b || a.len() > b.len() && a.iter().eq([y].into_iter().chain(b)) || {
                b.len() > a.len() && b.iter().eq([x].into_iter().chain(a))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_mail_can_reach() {
        for good in [
            "ada@example.org",
            "a@b.co",
            "first.last+tag@sub.example.co.uk",
            "o'neill@example.ie",
            "!#$%&'*+-/=?^_`{|}~@example.org",
            "žofie@example.cz",
            "用户@例子.广告",
            "ada@xn--80ak6aa92e.xn--p1ai",
            "ada@bücher.example",
            "ada@123.de",
        ] {
            assert!(plausible(good), "{good}");
        }
    }

    #[test]
    fn what_is_none() {
        let long = concat(&["a@", &"b".repeat(64), ".org"]);
        let long_local = concat(&[&"a".repeat(65), "@example.org"]);
        let much = concat(&["a@", &"bcdefgh.".repeat(32), "org"]);
        for bad in [
            "",
            "ada",
            "ada@",
            "@example.org",
            "ada@example",
            "ada@example.",
            "ada@.org",
            "ada@exa mple.org",
            "ada @example.org",
            "ada@@example.org",
            "ada@b@example.org",
            ".ada@example.org",
            "ada.@example.org",
            "a..da@example.org",
            "ada@example..org",
            "ada@-example.org",
            "ada@example-.org",
            "ada@example.o",
            "ada@192.0.2.1",
            "ada@[192.0.2.1]",
            "\"ada b\"@example.org",
            "ada,b@example.org",
            "ada@example,org",
            "ada@exam_ple.org",
            "Ada <ada@example.org>",
            "ada@example。org",
            "ada\u{200b}@example.org",
            &long,
            &long_local,
            &much,
        ] {
            assert!(!plausible(bad), "{bad}");
        }
    }

    #[test]
    fn one_slip() {
        for (written, meant) in [
            ("gmial", "gmail"),
            ("gmal", "gmail"),
            ("gmaill", "gmail"),
            ("gmaik", "gmail"),
            ("mgail", "gmail"),
            ("gmai", "gmail"),
            ("ail", "mail"),
        ] {
            assert!(is_slip(written, meant), "{written}");
        }
        for (written, meant) in [
            ("gmail", "gmail"),
            ("gmlia", "gmail"),
            ("gm", "gmail"),
            ("gmailer", "gmail"),
            ("amlig", "gmail"),
            ("", "ab"),
        ] {
            assert!(!is_slip(written, meant), "{written}");
        }
    }

    #[test]
    fn the_commonest_slips() {
        for (written, meant) in [
            ("ada@gmial.com", "ada@gmail.com"),
            ("ada@gmal.com", "ada@gmail.com"),
            ("ada@gmaill.com", "ada@gmail.com"),
            ("ada@gnail.com", "ada@gmail.com"),
            ("ada@gmail.con", "ada@gmail.com"),
            ("ada@gmail.co", "ada@gmail.com"),
            ("ada@gmail.fr", "ada@gmail.com"),
            ("ada@gmail,com", "ada@gmail.com"),
            ("ada@gmail..com", "ada@gmail.com"),
            ("ada@gmail.com.", "ada@gmail.com"),
            ("ada@gmail. com", "ada@gmail.com"),
            ("ada@gmailcom", "ada@gmail.com"),
            ("ada@gmail", "ada@gmail.com"),
            ("Ada.L@GMIAL.com", "Ada.L@gmail.com"),
            ("ada@hotmial.com", "ada@hotmail.com"),
            ("ada@hotmal.fr", "ada@hotmail.fr"),
            ("ada@yaho.co.uk", "ada@yahoo.co.uk"),
            ("ada@yahoo.cmo", "ada@yahoo.com"),
            ("ada@oulook.com", "ada@outlook.com"),
            ("ada@iclod.com", "ada@icloud.com"),
            ("ada@t-onlin.de", "ada@t-online.de"),
            ("ada@wanado.fr", "ada@wanadoo.fr"),
        ] {
            assert_eq!(suggestion(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn rather_none_than_a_wrong_one() {
        for written in [
            "",
            "ada",
            "@gmial.com",
            "ada@gmail.com",
            "ADA@GMAIL.COM",
            "ada@googlemail.com",
            "ada@mail.com",
            "ada@email.com",
            "ada@ymail.com",
            "ada@gmx.de",
            "ada@gmx.li",
            "ada@yahoo.cm",
            "ada@yahoo.pl",
            "ada@hotmail.co.il",
            "ada@orage.fr.example.org",
            "ada@example.org",
            "ada@company.com",
            "ada@live.eu",
            "ada@mail.gmial.com",
            "ada@alive.com",
        ] {
            assert_eq!(suggestion(written), None, "{written}");
        }
    }
}
