//! Dates of birth, as `<input type="date">` gives them.

use crate::time;

/// How far ahead of UTC the clocks of the earliest time zone are.
const EARLIEST_ZONE: i64 = 14 * time::HOUR;

/// Whether `text` can be somebody's date of birth: a real date `YYYY-MM-DD`, not
/// before 1900, and not in the future at `now_ms` (milliseconds since 1970)
/// anywhere in the world.
pub fn plausible(text: &str, now_ms: i64) -> bool {
    // A date alone is read as its last millisecond.
    let Some(end) = time::parse(text) else { return false };
    text.len() == 10 && text >= "1900" && end - time::DAY < now_ms + EARLIEST_ZONE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_noon(text: &str) -> bool {
        plausible(text, time::parse("2026-03-10T12:00Z").unwrap())
    }

    #[test]
    fn real_dates_of_the_living() {
        for good in ["1900-01-01", "1969-12-31", "2000-02-29", "2024-02-29", "2026-03-10"] {
            assert!(at_noon(good), "{good}");
        }
        for bad in [
            "",
            "1899-12-31",
            "0026-03-10",
            "2026-03-12",
            "2027-01-01",
            "9999-12-31",
            "1900-02-29",
            "2025-02-29",
            "2001-04-31",
            "2001-13-01",
            "2001-00-10",
            "2001-01-00",
            "01/02/2001",
            "2001-1-2",
            "2001-01-02T10:00Z",
            "20010-1-02",
            "+200-01-02",
        ] {
            assert!(!at_noon(bad), "{bad}");
        }
    }

    #[test]
    fn today_begins_in_the_east() {
        let moment = |text| time::parse(text).unwrap();
        assert!(!plausible("2026-03-11", moment("2026-03-10T09:59Z")));
        assert!(plausible("2026-03-11", moment("2026-03-10T10:00Z")));
    }
}
