//! Where a text has addresses, as X and Mastodon find them: by the pattern
//! `extractUrl` of twitter-text 3.1.0, written out as a search.
//!
//! The pattern goes through the text from the left. A match is one character that
//! may stand before an address (or the beginning of the text), a scheme, a domain
//! under a known top-level domain, a port, a path and a query, of which only the
//! domain must be there. Each part takes as much as it can.

use std::ops::Range;

use super::emoji::within;
use super::punycode;
use super::tables::{ACCENTED, DOMAINS};
use super::unit::{
    ends_path, folded, is_any, is_ascii, is_domain, is_path, may_precede, run, starts_with,
    starts_with_exactly,
};

/// An address in a text, in units of UTF-16.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// Where it begins.
    pub start: usize,
    /// How many units it has.
    pub length: usize,
}

/// The longest address, with its scheme, that X takes for one.
const LONGEST: usize = 4096;
/// The longest path of a `t.co` address.
const LONGEST_SLUG: usize = 40;

/// The addresses in `text`. `bare`: as X finds them, also those without a scheme;
/// else as Mastodon does, only those with one.
pub fn links(text: &[u16], bare: bool) -> Vec<Link> {
    let search = Search::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at <= text.len() {
        // The character before it, and the address.
        let after_one = text.get(at).filter(|unit| may_precede(**unit)).and_then(|unit| {
            let address = search.address(at + 1, bare)?;
            Some((*unit, address))
        });
        let hit = after_one.or_else(|| if at == 0 { Some((0, search.address(0, bare)?)) } else { None });
        let Some((before, address)) = hit else {
            at += 1;
            continue;
        };
        at = address.end;
        if !bare {
            found.push(Link { start: address.start, length: address.end - address.start });
        } else if address.is_valid(text) {
            address.add(text, before, &mut found);
        }
    }
    found
}

/// What the pattern matched.
struct Address {
    start: usize,
    scheme: usize,
    domain: Range<usize>,
    has_path: bool,
    end: usize,
}

impl Address {
    fn is_valid(&self, text: &[u16]) -> bool {
        let domain = text.get(self.domain.clone()).unwrap_or_default();
        let scheme = if self.scheme == 0 { "https://".len() } else { self.scheme };
        let named = !starts_with_exactly(domain, "xn--") || !ascii_domains(domain).is_empty();
        named
            && domain.split(|unit| *unit == DOT).all(is_valid_label)
            && scheme + self.end - self.start <= LONGEST
    }

    /// Adds what X makes of it.
    fn add(&self, text: &[u16], before: u16, found: &mut Vec<Link>) {
        if self.scheme > 0 {
            if let Some(length) = short_length(text.get(self.start..self.end).unwrap_or_default()) {
                found.push(Link { start: self.start, length });
            }
            return;
        }
        if is_any(before, "-_./") {
            return;
        }
        // Without a scheme only what is ASCII or accented is a domain.
        let domain = text.get(self.domain.clone()).unwrap_or_default();
        let mut end = 0;
        for part in ascii_domains(domain) {
            let name = domain.get(part).unwrap_or_default();
            // Looked up once more by its letters, and so perhaps found too early.
            let first =
                domain.get(end..).unwrap_or_default().windows(name.len()).position(|part| part == name);
            let start = end + first.unwrap_or(0);
            end = start + name.len();
            found.push(Link { start: self.start + start, length: name.len() });
        }
        if let Some(last) = found.last_mut().filter(|_| end > 0 && self.has_path) {
            // Port, path and query belong to the last one.
            last.length += self.end - self.start - domain.len();
        }
    }
}

const DOT: u16 = b'.' as u16;

/// A text and what is worked out about it once.
struct Search<'a> {
    text: &'a [u16],
    /// Where the characters end that labels are made of, by where they begin.
    runs: Vec<usize>,
    /// How many underscores there are before a place.
    underscores: Vec<usize>,
    /// Where the domain ends that begins at a place; 0 where none does.
    domains: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(text: &'a [u16]) -> Self {
        let mut runs = vec![text.len(); text.len() + 1];
        for (at, unit) in text.iter().enumerate().rev() {
            let next = runs.get(at + 1).copied().unwrap_or(at);
            if let Some(run) = runs.get_mut(at) {
                *run = if is_domain(*unit) || is_any(*unit, "_-") { next } else { at };
            }
        }
        let mut underscores = vec![0];
        let mut count = 0;
        for unit in text {
            count += usize::from(*unit == u16::from(b'_'));
            underscores.push(count);
        }
        let mut search = Search { text, runs, underscores, domains: vec![0; text.len() + 1] };
        let mut tops = vec![None; text.len() + 1];
        for at in (0..text.len()).rev() {
            if let (Some(&DOT), Some(top)) = (text.get(at), tops.get_mut(at)) {
                *top = top_level(text, at + 1);
            }
            let end = search.label(at).map_or(0, |dot| {
                // As many labels as there are; the last one has no underscore.
                let goes_on = search.domains.get(dot + 1).copied().unwrap_or(0);
                let ends_here = goes_on == 0 && search.underscores.get(at) == search.underscores.get(dot);
                let top = tops.get(dot).copied().flatten().filter(|_| ends_here);
                top.map_or(goes_on, |top: usize| dot + 1 + top)
            });
            if let Some(domain) = search.domains.get_mut(at) {
                *domain = end;
            }
        }
        search
    }

    /// The address that begins at `start`.
    fn address(&self, start: usize, bare: bool) -> Option<Address> {
        let scheme = ["https://", "http://"].iter().find(|scheme| starts_with(self.text, start, scheme));
        let scheme = scheme.map_or(0, |scheme| scheme.len());
        let with_scheme = if scheme > 0 { self.domain(start + scheme) } else { None };
        let (scheme, domain_end) = match with_scheme {
            Some(end) => (scheme, end),
            None if bare => (0, self.domain(start)?),
            None => return None,
        };
        let mut end = self.port(domain_end);
        let path = self.path(end);
        let has_path = path > end;
        end = self.query(path);
        Some(Address { start, scheme, domain: start + scheme..domain_end, has_path, end })
    }

    /// The place after the domain that begins at `start`: as many labels as there
    /// are before a top-level domain. The last one may have no underscore.
    fn domain(&self, start: usize) -> Option<usize> {
        self.domains.get(start).copied().filter(|end| *end > 0)
    }

    /// The place of the dot after the label that begins at `at`.
    fn label(&self, at: usize) -> Option<usize> {
        let dot = *self.runs.get(at)?;
        let inside = self.text.get(at..dot)?;
        let (first, last) = (inside.first()?, inside.last()?);
        (self.text.get(dot) == Some(&DOT) && is_domain(*first) && is_domain(*last)).then_some(dot)
    }

    fn port(&self, at: usize) -> usize {
        let digits = |from: usize| run(self.text, from, |unit| is_ascii(unit, u8::is_ascii_digit));
        let end = digits(at + 1);
        if starts_with(self.text, at, ":") && end > at + 1 { end } else { at }
    }

    /// A slash, and then as far as the last character that a path may end with.
    fn path(&self, start: usize) -> usize {
        if !starts_with(self.text, start, "/") {
            return start;
        }
        let (mut at, mut end) = (start + 1, start + 1);
        while let Some(unit) = self.text.get(at) {
            if is_path(*unit) {
                at += 1;
                if ends_path(*unit) {
                    end = at;
                }
            } else if let Some(after) = self.parentheses(at) {
                // They end a path only where it could have ended before them.
                if end == at {
                    end = after;
                }
                at = after;
            } else {
                break;
            }
        }
        end
    }

    /// The place after a pair of parentheses, with perhaps another pair in it.
    fn parentheses(&self, at: usize) -> Option<usize> {
        let inside = |from| run(self.text, from, is_path);
        let is = |at, what| starts_with(self.text, at, what);
        let first = is(at, "(").then(|| inside(at + 1))?;
        if is(first, ")") {
            return (first > at + 1).then_some(first + 1);
        }
        let second = is(first, "(").then(|| inside(first + 1))?;
        let third = (is(second, ")") && second > first + 1).then(|| inside(second + 1))?;
        is(third, ")").then_some(third + 1)
    }

    /// A question mark, and then as far as the last character that a query may end with.
    fn query(&self, start: usize) -> usize {
        if starts_with(self.text, start, "?") { query_end(self.text, start) } else { start }
    }
}

/// The place after the query that begins with the question mark at `start`, or
/// `start` where nothing follows that it may end with.
fn query_end(text: &[u16], start: usize) -> usize {
    let end = run(text, start + 1, |unit| {
        is_ascii(unit, u8::is_ascii_alphanumeric) || is_any(unit, "!?*'@();:&=+$/%#[]-_.,~|")
    });
    let inside = text.get(start + 1..end).unwrap_or_default();
    let may_end = |unit: &u16| is_ascii(*unit, u8::is_ascii_alphanumeric) || is_any(*unit, "-_&=#/");
    inside.iter().rposition(may_end).map_or(start, |last| start + 2 + last)
}

/// How much of an address with a scheme counts: all, but of `t.co` no more than
/// its slug and query. None where the slug is too long.
fn short_length(address: &[u16]) -> Option<usize> {
    let host = ["https://t.co/", "http://t.co/"].iter().find(|host| starts_with(address, 0, host));
    let Some(start) = host.map(|host| host.len()) else { return Some(address.len()) };
    let end = run(address, start, |unit| is_ascii(unit, u8::is_ascii_alphanumeric));
    match end - start {
        0 => Some(address.len()),
        slug if slug > LONGEST_SLUG => None,
        _ if starts_with(address, end, "?") => Some(query_end(address, end)),
        _ => Some(end),
    }
}

/// The parts of a domain that are domains of ASCII and accented letters.
fn ascii_domains(domain: &[u16]) -> Vec<Range<usize>> {
    let label = |from| {
        run(domain, from, |unit| {
            is_ascii(unit, u8::is_ascii_alphanumeric)
                || unit == u16::from(b'-')
                || within(ACCENTED, unit.into())
        })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < domain.len() {
        let mut ends = Vec::new();
        let mut next = at;
        loop {
            let end = label(next);
            if end == next || domain.get(end) != Some(&DOT) {
                break;
            }
            next = end + 1;
            ends.push(next);
        }
        let hit = ends.into_iter().rev().find_map(|end| Some(end + top_level(domain, end)?));
        if let Some(end) = hit {
            found.push(at..end);
            at = end;
        } else {
            // Nothing else begins within this label.
            at = label(at).max(at + 1);
        }
    }
    found
}

/// The length of the top-level domain at `at`: a known one that ends there, or any
/// in Punycode.
fn top_level(text: &[u16], at: usize) -> Option<usize> {
    let first = folded(*text.get(at)?);
    let known = DOMAINS.split_terminator(' ').find_map(|name| {
        let mut length = 0;
        for unit in name.encode_utf16() {
            if length == 0 && folded(unit) != first || folded(*text.get(at + length)?) != folded(unit) {
                return None;
            }
            length += 1;
        }
        let next = text.get(at + length).copied().unwrap_or(0);
        let goes_on = is_ascii(next, u8::is_ascii_alphanumeric) || is_any(next, "@+-");
        (!goes_on).then_some(length)
    });
    known.or_else(|| {
        let from = starts_with(text, at, "xn--").then_some(at + 4)?;
        let end =
            run(text, from, |unit| is_ascii(unit, u8::is_ascii_alphanumeric) || unit == u16::from(b'-'));
        (end > from).then_some(end - at)
    })
}

/// As the domain name system sees it: of one to 63 characters. Other full stops
/// part labels too.
fn is_valid_label(label: &[u16]) -> bool {
    let parts = label.split(|unit| matches!(unit, 0x3002 | 0xff0e | 0xff61));
    let (count, length) =
        parts.fold((0, 0), |(count, length), part| (count + 1, length + punycode::length(part)));
    (1..=punycode::LONGEST).contains(&(length + count - 1))
}
