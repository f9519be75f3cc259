//! Dates for people's calendars: files after RFC 5545, and links to the calendars
//! that have an address for new entries.

mod file;
mod links;
mod reminder;
mod zone;

pub use file::ics;
pub use links::{CALENDARS, href};
pub use reminder::{Reminder, reminder_href, reminder_ics};
pub use zone::{Transition, Zone};

use crate::text::{concat, join};
use crate::time;

/// Something to be written into a calendar that happens once, at one moment for
/// everyone, wherever they are.
#[derive(Clone, Copy)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Entry<'a> {
    /// The same for ever, and no other entry's: a second import replaces the first.
    pub uid: &'a str,
    /// What it is.
    pub title: &'a str,
    /// In milliseconds since 1970.
    pub start: i64,
    /// In milliseconds since 1970.
    pub end: i64,
    /// Where; may be empty.
    pub place: &'a str,
    /// What else there is to say; may be empty.
    pub text: &'a str,
    /// A page about it; may be empty.
    pub url: &'a str,
}

/// `20261224T193000`, as clocks in UTC show the moment `at`, in milliseconds since
/// 1970 and from the years 0 to 9999.
fn clock(at: i64) -> String {
    time::iso(at).chars().filter(char::is_ascii_alphanumeric).take(15).collect()
}

/// The same for all the world: `20261224T193000Z`.
fn stamp(at: i64) -> String {
    concat(&[&clock(at), "Z"])
}

/// What a calendar shows below the title: the text, and the address, which not every
/// calendar shows where it stands by itself.
fn about(text: &str, url: &str) -> String {
    join(&[text, url], if text.is_empty() || url.is_empty() { "" } else { "\n\n" })
}

#[cfg(test)]
mod tests;
