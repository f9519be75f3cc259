//! What clocks showed in the audience's zone, in milliseconds since 1970 as if they
//! stood in UTC.

use crate::calendar::Zone;
use crate::count::table::Entry;

const HOUR: i64 = 3_600_000;

/// What clocks showed when the hour since 1970 began.
pub fn hour(hour: i64, zone: &Zone) -> i64 {
    hour * HOUR + zone.offset_at(hour * HOUR)
}

/// Where a count belongs. One of a whole day or month is of the UTC day or month, so
/// its middle tells on which local one most of it lies.
pub fn start(entry: &Entry, zone: &Zone) -> i64 {
    hour(if entry.hours > 1 { entry.start + i64::from(entry.hours / 2) } else { entry.start }, zone)
}
