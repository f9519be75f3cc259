//! Links that open a calendar's form for a new entry, filled in.

use super::{Entry, about, stamp};
use crate::percent::push_pair;
use crate::shorten::shorten;
use crate::text::concat;
use crate::time;

/// Ids and names of the calendars that [`href`] knows.
pub const CALENDARS: [(&str, &str); 3] = [
    ("google-calendar", "Google Calendar"),
    ("outlook-calendar", "Outlook.com"),
    ("office365-calendar", "Microsoft 365"),
];

/// The longest title and text in a link, in characters. What a server takes of an
/// address ends at about 8,000 bytes, and a character may need twelve of them.
const TITLE: usize = 120;
pub(super) const TEXT: usize = 300;

/// The link for `calendar`, one of [`CALENDARS`], to write `entry` down.
///
/// Nobody documents these addresses: they are what
/// <https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs> has
/// found out, and for Outlook what <https://github.com/spatie/calendar-links/pull/186>
/// has, after `deeplink/compose` had ceased to work (checked November 2026).
pub fn href(calendar: &str, entry: &Entry) -> String {
    let text = about(&shorten(entry.text, TEXT), entry.url);
    if calendar == "google-calendar" {
        let dates = concat(&[&stamp(entry.start), "/", &stamp(entry.end)]);
        return google(entry.title, &dates, &text, entry.place, "", "");
    }
    let host = if calendar == "office365-calendar" { "office" } else { "live" };
    let mut out = concat(&[
        "https://outlook.",
        host,
        ".com/calendar/action/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent",
    ]);
    push(&mut out, "subject", &shorten(entry.title, TITLE));
    push(&mut out, "startdt", &seconds(entry.start));
    push(&mut out, "enddt", &seconds(entry.end));
    push(&mut out, "body", &text);
    push(&mut out, "location", &shorten(entry.place, TITLE));
    out
}

/// Google's form. `dates` are two moments with a slash between; `zone` and `rule`
/// may be empty.
pub(super) fn google(title: &str, dates: &str, text: &str, place: &str, zone: &str, rule: &str) -> String {
    let mut out = String::from("https://calendar.google.com/calendar/render?action=TEMPLATE");
    push(&mut out, "text", &shorten(title, TITLE));
    push(&mut out, "dates", dates);
    push(&mut out, "ctz", zone);
    push(&mut out, "recur", rule);
    push(&mut out, "details", text);
    push(&mut out, "location", &shorten(place, TITLE));
    out
}

fn push(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        push_pair(out, name, value);
    }
}

/// `2026-12-24T19:30:00Z`: Outlook is particular about fractions of a second.
fn seconds(at: i64) -> String {
    let iso = time::iso(at);
    concat(&[iso.get(..19).unwrap_or(""), "Z"])
}
