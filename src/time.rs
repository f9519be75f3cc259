//! Moments: reading ISO 8601, and the units that counting and deadlines use.

/// Milliseconds in an hour.
pub const HOUR: i64 = 3_600_000;
/// Milliseconds in a day.
pub const DAY: i64 = 24 * HOUR;

/// Reads `2026-12-24T20:30:00+01:00` (also without seconds, with `Z`, or a date
/// alone, which lasts to its end in UTC) as milliseconds since 1970.
pub fn parse(text: &str) -> Option<i64> {
    let (date, clock) = text.split_once(['T', ' ']).map_or((text, None), |(date, clock)| (date, Some(clock)));
    let mut numbers = date.splitn(3, '-');
    let (year, month, day) =
        (digits(numbers.next()?, 4)?, digits(numbers.next()?, 2)?, digits(numbers.next()?, 2)?);
    if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
        return None;
    }
    let midnight = days_from_civil(year, month, day) * DAY;
    let Some(clock) = clock else { return Some(midnight + DAY - 1) };

    let (clock, offset) = match clock.find(['Z', 'z', '+', '-']) {
        Some(at) => clock.split_at(at),
        None => return None,
    };
    let mut numbers = clock.split('.').next()?.splitn(3, ':');
    let (hour, minute) = (digits(numbers.next()?, 2)?, digits(numbers.next()?, 2)?);
    let second = numbers.next().map_or(Some(0), |second| digits(second, 2))?;
    if hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    Some(midnight + hour * HOUR + minute * 60_000 + second * 1000 - zone(offset)?)
}

/// `Z`, `+01:00`, `-0330` in milliseconds east of Greenwich.
fn zone(text: &str) -> Option<i64> {
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return (text.len() == 1).then_some(0),
    };
    let text = text.get(1..)?.replace(':', "");
    let minutes = if text.len() > 2 { digits(text.get(2..)?, 2)? } else { 0 };
    Some(sign * (digits(text.get(..2)?, 2)? * HOUR + minutes * 60_000))
}

fn digits(text: &str, count: usize) -> Option<i64> {
    if text.len() != count {
        return None;
    }
    i64::try_from(crate::number::parse(text)?).ok()
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the Gregorian calendar, counted from March so that a
/// leap day comes last in its year.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year / 4 - year / 100 + year / 400;
    365 * year + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// `2026-12-24T19:30:00.000Z` for a moment in milliseconds since 1970.
pub fn iso(at: i64) -> String {
    let (days, rest) = (at.div_euclid(DAY), at.rem_euclid(DAY));
    let (mut year, mut day) = (1970 + days / 366, days);
    while day - days_from_civil(year, 1, 1) >= if days_in_month(year, 2) == 29 { 366 } else { 365 } {
        year += 1;
    }
    day -= days_from_civil(year, 1, 1);
    let mut month = 1;
    while day >= days_in_month(year, month) {
        day -= days_in_month(year, month);
        month += 1;
    }
    let mut out = String::with_capacity(24);
    for (value, width, after) in [
        (year, 4, "-"),
        (month, 2, "-"),
        (day + 1, 2, "T"),
        (rest / HOUR, 2, ":"),
        (rest / 60_000 % 60, 2, ":"),
        (rest / 1000 % 60, 2, "."),
        (rest % 1000, 3, "Z"),
    ] {
        let digits = crate::number::text(u64::try_from(value).unwrap_or(0));
        for _ in digits.len()..width {
            out.push('0');
        }
        out.push_str(&digits);
        out.push_str(after);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_it_reads() {
        for text in [
            "1970-01-01T00:00:00.000Z",
            "2000-02-29T23:59:59.000Z",
            "2026-12-31T19:30:05.000Z",
            "2100-03-01T00:00:00.000Z",
        ] {
            assert_eq!(parse(text).map(iso).as_deref(), Some(text));
        }
        for day in 0..40_000 {
            let text = iso(day * DAY);
            assert_eq!(parse(&text), Some(day * DAY), "{text}");
        }
        assert_eq!(iso(1_798_140_600_007), "2026-12-24T19:30:00.007Z");
    }

    #[test]
    fn reads_moments() {
        assert_eq!(parse("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(parse("2026-12-24T20:30:00+01:00"), Some(1_798_140_600_000));
        assert_eq!(parse("2026-12-24T20:30+01:00"), parse("2026-12-24T19:30:00.000Z"));
        assert_eq!(parse("2024-02-29T00:00-0330"), parse("2024-02-29T03:30Z"));
        assert_eq!(parse("2026-12-24"), parse("2026-12-25T00:00Z").map(|at| at - 1));
    }

    #[test]
    fn refuses_the_rest() {
        for bad in [
            "",
            "tomorrow",
            "2026-13-01",
            "2025-02-29",
            "2026-12-24T20:30",
            "24/12/2026",
            "2026-12-24T25:00Z",
            "2026-1-2",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
