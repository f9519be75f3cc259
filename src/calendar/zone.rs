//! Time zones: what clocks in one place show, and when they are changed.

use super::clock;
use super::file::File;
use crate::number;
use crate::text::concat;

/// A time zone for a span of time. The platform knows the zones of the world; this
/// is what is needed of one of them.
#[derive(Clone, Debug, Default)]
pub struct Zone {
    /// As the IANA calls it, `Europe/Paris`.
    pub name: String,
    /// Minutes that clocks are ahead of UTC before the first change.
    pub offset: i64,
    /// The changes within the span, in order.
    pub changes: Vec<Transition>,
}

/// Clocks being changed.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    /// In milliseconds since 1970.
    pub at: i64,
    /// Minutes that clocks are ahead of UTC from then on.
    pub offset: i64,
}

const MINUTE: i64 = 60_000;

impl Zone {
    /// The moment at which clocks show `local` (milliseconds since 1970, as if the
    /// clock were in UTC). Where clocks show it twice the first time is meant, where
    /// they skip it the time as it would have been without the change (RFC 5545,
    /// section 3.3.5).
    pub fn moment(&self, local: i64) -> i64 {
        let mut offset = self.offset;
        for change in &self.changes {
            if local - offset.max(change.offset) * MINUTE < change.at {
                break;
            }
            offset = change.offset;
        }
        local - offset * MINUTE
    }

    /// How far clocks are ahead of UTC at the moment `at`, both in milliseconds.
    pub fn offset_at(&self, at: i64) -> i64 {
        let last = self.changes.iter().take_while(|change| change.at <= at).last();
        last.map_or(self.offset, |change| change.offset) * MINUTE
    }

    /// The zone as a calendar file describes it (section 3.6.5): each change by
    /// itself, so that nothing needs to be known of the rule behind them.
    pub(super) fn write(&self, file: &mut File) {
        file.line("BEGIN:VTIMEZONE");
        file.plain("TZID", &self.name);
        // From the first midnight of 1970 on, as its clocks show it.
        period(file, "STANDARD", -self.offset * MINUTE, self.offset, self.offset);
        let mut from = self.offset;
        for change in &self.changes {
            let kind = if change.offset > from { "DAYLIGHT" } else { "STANDARD" };
            period(file, kind, change.at, from, change.offset);
            from = change.offset;
        }
        file.line("END:VTIMEZONE");
    }
}

/// The start is written as clocks showed it before they were changed.
fn period(file: &mut File, kind: &str, at: i64, from: i64, to: i64) {
    file.plain("BEGIN", kind);
    file.plain("DTSTART", &clock(at + from * MINUTE));
    file.plain("TZOFFSETFROM", &hours(from));
    file.plain("TZOFFSETTO", &hours(to));
    file.plain("END", kind);
}

/// `+0530` for 330 minutes.
fn hours(offset: i64) -> String {
    let minutes = offset.unsigned_abs();
    // A leading 1 keeps the zeros of small numbers.
    let digits = number::text(10_000 + minutes / 60 * 100 + minutes % 60);
    concat(&[if offset < 0 { "-" } else { "+" }, digits.get(1..).unwrap_or("")])
}
