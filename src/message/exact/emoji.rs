//! Which sequences of characters X counts as one emoji: those of Unicode 11 that
//! the pattern of twemoji-parser 11.0.2 knows, tried in its order.

use super::tables::{
    BODIES, EITHER, EITHER_BODIES, FLAGS, GENDERED, JOBS, PERSONS, SEQUENCES, SIGNS, SINGLES,
};

const JOINER: u32 = 0x200d;
const AS_TEXT: u32 = 0xfe0e;
const AS_EMOJI: u32 = 0xfe0f;

/// Whether `c` is in one of `ranges`, which are in order.
pub fn within(ranges: &[(char, char)], c: u32) -> bool {
    let at = ranges.partition_point(|(_, last)| u32::from(*last) < c);
    ranges.get(at).is_some_and(|(first, _)| u32::from(*first) <= c)
}

/// Whether `c` alone may be an emoji.
pub fn is_one(c: char) -> bool {
    [SIGNS, EITHER, EITHER_BODIES, BODIES, SINGLES].iter().any(|ranges| within(ranges, c.into()))
}

/// A place in a text in UTF-16 from which it is read on.
#[derive(Clone, Copy)]
struct Reader<'a> {
    units: &'a [u16],
    at: usize,
}

impl Reader<'_> {
    /// The code point here, and the place after it.
    fn next(self) -> Option<(u32, Self)> {
        let high = u32::from(*self.units.get(self.at)?);
        let low = self.units.get(self.at + 1).map_or(0, |low| u32::from(*low));
        let pair = (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(&low);
        let c = if pair { 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00) } else { high };
        Some((c, Reader { at: self.at + 1 + usize::from(pair), ..self }))
    }

    /// The place after a code point for which `is` holds.
    fn one(self, is: impl Fn(u32) -> bool) -> Option<Self> {
        self.next().filter(|(c, _)| is(*c)).map(|(_, rest)| rest)
    }

    fn is(self, wanted: u32) -> Option<Self> {
        self.one(|c| c == wanted)
    }

    fn tone(self) -> Option<Self> {
        self.one(|c| (0x1_f3fb..=0x1_f3ff).contains(&c))
    }

    /// A joiner, and female or male.
    fn gender(self) -> Option<Self> {
        self.is(JOINER)?.one(|c| matches!(c, 0x2640 | 0x2642))?.is(AS_EMOJI)
    }

    /// As an emoji: said so, or not said otherwise.
    fn not_text(self) -> Option<Self> {
        self.is(AS_EMOJI).or_else(|| if self.is(AS_TEXT).is_some() { None } else { Some(self) })
    }
}

/// How many units the emoji has that `units` begin with at `at`; none where they
/// begin with something else.
pub fn length(units: &[u16], at: usize) -> Option<usize> {
    let start = Reader { units, at };
    let (c, rest) = start.next()?;
    if c < 0x80 && !is_key(c) {
        return None;
    }
    let end = work(c, rest)
        .or_else(|| within(GENDERED, c).then(|| rest.tone().or(rest.is(AS_EMOJI))?.gender()).flatten())
        .or_else(|| within(PERSONS, c).then(|| rest.tone().unwrap_or(rest).gender()).flatten())
        .or_else(|| if c > 0xffff { sequence(start) } else { None })
        .or_else(|| is_key(c).then(|| rest.is(AS_EMOJI).unwrap_or(rest).is(0x20e3)).flatten())
        .or_else(|| within(SIGNS, c).then(|| rest.is(AS_EMOJI)).flatten())
        .or_else(|| within(EITHER, c).then(|| rest.not_text()).flatten())
        .or_else(|| body(c, rest))
        .or_else(|| flag(c, rest))
        .or_else(|| (within(SINGLES, c) || c == AS_EMOJI).then_some(rest))?;
    Some(end.at - at)
}

/// What is on a telephone's keys.
fn is_key(c: u32) -> bool {
    matches!(c, 0x23 | 0x2a | 0x30..=0x39)
}

/// A man or a woman with a job.
fn work(c: u32, rest: Reader) -> Option<Reader> {
    if !matches!(c, 0x1_f468 | 0x1_f469) {
        return None;
    }
    let (job, rest) = rest.tone().unwrap_or(rest).is(JOINER)?.next()?;
    match job {
        _ if !within(JOBS, job) => None,
        0..0x1_0000 => rest.is(AS_EMOJI),
        _ => Some(rest),
    }
}

fn body(c: u32, rest: Reader) -> Option<Reader> {
    let end = if within(EITHER_BODIES, c) { rest.not_text() } else { None };
    let end = end.or(within(BODIES, c).then_some(rest))?;
    end.tone().or(Some(end))
}

/// One of the fixed sequences, which all begin beyond U+FFFF.
fn sequence(start: Reader) -> Option<Reader> {
    SEQUENCES.split_terminator(' ').find_map(|one| one.chars().try_fold(start, |at, c| at.is(c.into())))
}

fn flag(c: u32, rest: Reader) -> Option<Reader> {
    let letter = |c: u32| c.checked_sub(0x1_f1e6).filter(|letter| *letter < 26).map(|letter| letter + 0x41);
    let (second, rest) = rest.next()?;
    let (first, second) = (letter(c)?, letter(second)?);
    let known = |pair: &[u8]| matches!(pair, [a, b] if u32::from(*a) == first && u32::from(*b) == second);
    FLAGS.as_bytes().chunks(2).any(known).then_some(rest)
}
