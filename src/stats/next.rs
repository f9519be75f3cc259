//! The next moment of the right time.

use crate::stats::report::Slot;
use crate::time::DAY;

const MINUTE: i64 = 60_000;
/// Whoever asks to be reminded needs time to save the reminder.
const SOON: i64 = 10 * MINUTE;

/// The next moment of `slot` that is at least ten minutes after `now`; both as clocks
/// there show it, in milliseconds since 1970 as if they stood in UTC.
pub fn next(slot: &Slot, now: i64) -> i64 {
    let time = (i64::from(slot.hour) * 60 + i64::from(slot.minute)) * MINUTE;
    let mut day = now.div_euclid(DAY);
    // A week and a day, should it be too late today.
    for _ in 0..8 {
        // The first day of 1970 was a Thursday.
        let weekday = (day + 3).rem_euclid(7);
        let right = slot.weekday.is_none_or(|wanted| i64::from(wanted) == weekday);
        if right && day * DAY + time >= now + SOON {
            break;
        }
        day += 1;
    }
    day * DAY + time
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{iso, parse};

    #[test]
    fn today_tomorrow_or_the_day() {
        let next = |weekday, now: &str| {
            let slot = Slot { weekday, ..Slot::default() };
            iso(next(&slot, parse(now).unwrap())).split_at(16).0.to_owned()
        };
        // 2026-11-23 is a Monday.
        assert_eq!(next(None, "2026-11-23T10:00Z"), "2026-11-23T20:30");
        assert_eq!(next(None, "2026-11-23T20:20Z"), "2026-11-23T20:30");
        assert_eq!(next(None, "2026-11-23T20:21Z"), "2026-11-24T20:30");
        assert_eq!(next(Some(0), "2026-11-23T20:21Z"), "2026-11-30T20:30");
        assert_eq!(next(Some(1), "2026-11-23T23:59Z"), "2026-11-24T20:30");
        assert_eq!(next(Some(6), "2026-11-23T00:00Z"), "2026-11-29T20:30");
    }
}
