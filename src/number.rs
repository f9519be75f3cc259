//! Whole numbers to text, without the formatting machinery of the standard
//! library, which would weigh several kilobytes in the browser.

/// Appends `n` in decimal digits.
pub fn push(out: &mut String, n: u64) {
    push_grouped(out, n, "");
}

/// Appends `n` with `separator` between groups of three digits. Four-digit
/// numbers are grouped too, as the widget's counts stand alone on the card.
pub fn push_grouped(out: &mut String, n: u64, separator: &str) {
    if n >= 1000 {
        push_grouped(out, n / 1000, separator);
        out.push_str(separator);
        push_digit(out, n / 100 % 10);
        push_digit(out, n / 10 % 10);
    } else {
        if n >= 100 {
            push_digit(out, n / 100);
        }
        if n >= 10 {
            push_digit(out, n / 10 % 10);
        }
    }
    push_digit(out, n % 10);
}

fn push_digit(out: &mut String, digit: u64) {
    #[allow(clippy::cast_possible_truncation, reason = "below ten")]
    out.push((b'0' + digit as u8) as char);
}

/// `n` in decimal digits.
pub fn text(n: u64) -> String {
    let mut out = String::new();
    push(&mut out, n);
    out
}

/// Reads a plain whole number; `None` for anything else, also for one that is too large.
pub fn parse(text: &str) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    text.bytes().try_fold(0u64, |n, byte| match byte {
        b'0'..=b'9' => n.checked_mul(10)?.checked_add(u64::from(byte - b'0')),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_three() {
        let grouped = |n| {
            let mut out = String::new();
            push_grouped(&mut out, n, ",");
            out
        };
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(70), "70");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_600), "1,600");
        assert_eq!(grouped(1_000_007), "1,000,007");
        assert_eq!(text(u64::MAX), "18446744073709551615");
    }

    #[test]
    fn parses_only_whole_numbers() {
        assert_eq!(parse("1600"), Some(1600));
        for bad in ["", "-1", "1.5", "1e3", " 1", "lots", "18446744073709551616"] {
            assert_eq!(parse(bad), None, "{bad:?}");
        }
    }
}
