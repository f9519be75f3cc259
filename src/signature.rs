//! A signature: what a supporter sends, as a record.
//!
//! `id` is a UUID made once, so that a repeated sending can be told from a second
//! signature · `campaign` · `destination` as it is configured, with its whole
//! address · `time` of signing, ISO 8601 · `locale` in which the card spoke ·
//! `page` without marks · `source`, the channel of the landing link that brought
//! the supporter · `referral`, the token of whoever shared that link · `consent`
//! yes, no or nothing, and `consentText`, the words of that question · and what
//! was filled in, below `field.`, by field id.

use crate::world::World;

/// Before the names of what the supporter filled in.
pub const FIELD: &str = "field";

/// A random UUID (version 4, RFC 9562).
pub fn uuid(world: &dyn World) -> String {
    let mut out = String::new();
    for position in 0..32 {
        if matches!(position, 8 | 12 | 16 | 20) {
            out.push('-');
        }
        let digit = match position {
            12 => 4,
            16 => world.random() & 3 | 8,
            _ => world.random() & 15,
        };
        out.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Pretend;

    #[test]
    fn uuids_have_their_shape() {
        let world = Pretend::default();
        let made: Vec<String> = (0..100).map(|_| uuid(&world)).collect();
        for id in &made {
            let groups: Vec<&str> = id.split('-').collect();
            assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
            assert!(groups[2].starts_with('4') && groups[3].starts_with(['8', '9', 'a', 'b']), "{id}");
            assert!(id.chars().all(|c| c == '-' || c.is_ascii_hexdigit()));
        }
        assert!(made.iter().all(|id| made.iter().filter(|other| *other == id).count() == 1));
    }
}
