//! Numbers that are not whole, in words.

use crate::i18n::{Locale, Message, Stats};
use crate::number;
use crate::text::concat;

/// The nearest whole number; 0 for what is negative or no number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, as wanted")]
pub fn whole(value: f64) -> u64 {
    value.round() as u64
}

/// `value` with as many digits as say something: `0.042`, `0.42`, `4.2`, `42`.
pub fn decimal(words: Locale, value: f64) -> String {
    let (digits, scale): (usize, u32) = match value {
        _ if value >= 99.95 => (0, 1),
        _ if value >= 9.995 => (1, 10),
        _ if value >= 0.0995 || value <= 0.0 => (2, 100),
        _ => (3, 1000),
    };
    let scaled = whole(value * f64::from(scale));
    let scale = u64::from(scale);
    let mut out = words.number(scaled / scale);
    let mut rest = number::text(scaled % scale);
    if !scaled.is_multiple_of(scale) {
        while rest.len() < digits {
            rest.insert(0, '0');
        }
        out = concat(&[&out, words.say(Stats::Decimal), rest.trim_end_matches('0')]);
    }
    out
}

/// `n` of `before` in words, as `key` has them with `before` in `{n}` and `n` in
/// `{goal}`. Few are told as they are; many as so many of a hundred, of a thousand …,
/// whatever leaves a number that says something.
pub fn of(words: Locale, key: impl Message, n: u64, before: u64, rate: f64) -> String {
    if before <= 200 || n == 0 {
        return words.count(key, before, &words.number(n));
    }
    let mut base: u32 = 100;
    while whole(rate * f64::from(base)) < 1 && base < 100_000_000 {
        base *= 10;
    }
    words.count(key, base.into(), &words.number(whole(rate * f64::from(base))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::pack_stats;

    fn words(id: &str) -> Locale {
        Locale::read(pack_stats(id).leak())
    }

    #[test]
    fn decimals_say_what_is_known() {
        let (en, fr) = (words("en"), words("fr"));
        for (value, text) in
            [(0.0, "0"), (0.0421, "0.042"), (0.4, "0.4"), (1.0, "1"), (1.0512, "1.05"), (12.34, "12.3")]
        {
            assert_eq!(decimal(en, value), text);
        }
        assert_eq!(decimal(en, 123_456.7), "123,457");
        assert_eq!(decimal(fr, 0.42), "0,42");
        assert_eq!(decimal(en, f64::NAN), "0", "and no panic");
    }

    #[test]
    fn rates_in_words() {
        let en = words("en");
        assert_eq!(of(en, Stats::OfViews, 1, 1, 1.0), "1 of 1 view");
        assert_eq!(of(en, Stats::OfViews, 3, 17, 3.0 / 17.0), "3 of 17 views");
        assert_eq!(of(en, Stats::OfViews, 300, 10_000, 0.03), "3 of 100 views");
        assert_eq!(of(en, Stats::OfViews, 3, 10_000, 0.0003), "3 of 10,000 views");
        assert_eq!(of(en, Stats::OfViews, 0, 10_000, 0.0), "0 of 10,000 views");
        assert_eq!(of(en, Stats::PerSignatures, 750, 500, 1.5), "150 for 100 signatures");
    }
}
