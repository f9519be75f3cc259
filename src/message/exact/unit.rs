//! Units of UTF-16, and where in an address each of them may stand: the character
//! classes of twitter-text 3.1.0.

use super::emoji::within;
use super::tables::PATH;

/// The place after the units from `from` on for which `is` holds.
pub fn run(text: &[u16], from: usize, is: impl Fn(u16) -> bool) -> usize {
    from + text.get(from..).unwrap_or_default().iter().take_while(|unit| is(**unit)).count()
}

/// Whether `prefix`, which is in lower case, stands at `at`, in any case.
pub fn starts_with(text: &[u16], at: usize, prefix: &str) -> bool {
    let part = text.get(at..at + prefix.len()).unwrap_or_default();
    part.len() == prefix.len()
        && part
            .iter()
            .zip(prefix.bytes())
            .all(|(unit, byte)| u8::try_from(*unit).is_ok_and(|unit| unit.to_ascii_lowercase() == byte))
}

pub fn starts_with_exactly(text: &[u16], prefix: &str) -> bool {
    text.len() >= prefix.len() && text.iter().zip(prefix.bytes()).all(|(unit, byte)| *unit == u16::from(byte))
}

pub fn is_ascii(unit: u16, is: impl Fn(&u8) -> bool) -> bool {
    u8::try_from(unit).is_ok_and(|byte| is(&byte))
}

pub fn is_any(unit: u16, characters: &str) -> bool {
    is_ascii(unit, |byte| characters.as_bytes().contains(byte))
}

/// A unit without its case, as patterns in JavaScript compare: by the capital
/// letter, unless that is several, or ASCII for a letter that is not.
pub fn folded(unit: u16) -> u16 {
    if let Ok(byte) = u8::try_from(unit)
        && byte.is_ascii()
    {
        return byte.to_ascii_uppercase().into();
    }
    let Some(c) = char::from_u32(unit.into()) else { return unit };
    let mut capital = c.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(one), None) if !one.is_ascii() => u16::try_from(u32::from(one)).unwrap_or(unit),
        _ => unit,
    }
}

/// Whether an address may begin after this unit.
pub fn may_precede(unit: u16) -> bool {
    !(is_ascii(unit, u8::is_ascii_alphanumeric)
        || is_any(unit, "@$#")
        || matches!(unit, 0xff20 | 0xff03 | 0xfffe | 0xfeff | 0xffff))
}

/// Whether a label of a domain may begin with this unit: anything but punctuation,
/// spaces and what directs writing.
pub fn is_domain(unit: u16) -> bool {
    !(is_any(unit, "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$ ")
        || matches!(unit,
            0x09..=0x0d | 0x85 | 0xa0 | 0x1680 | 0x180e | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x202f | 0x205f
            | 0x3000 | 0xfffe | 0xfeff | 0xffff | 0x202a..=0x202e | 0x061c | 0x200e | 0x200f
            | 0x2066..=0x2069))
}

/// Whether it may stand in a path.
pub fn is_path(unit: u16) -> bool {
    is_ascii(unit, u8::is_ascii_alphanumeric)
        || is_any(unit, "!*';:=+,.$/%#[]-_~@|&")
        || within(PATH, unit.into())
}

/// Whether a path may end with it.
pub fn ends_path(unit: u16) -> bool {
    is_path(unit) && unit != 0x2013 && !is_any(unit, "!*';:,.$%[]~@|&")
}
