//! Calendar files: iCalendar, RFC 5545. Sections in brackets are the standard's.

use super::{Entry, about, stamp};
use crate::text::concat;

/// The longest line of a file, in octets, without its line break (3.1).
const LONGEST_LINE: usize = 75;

/// A calendar file (`text/calendar`, UTF-8) with these entries, and an alarm an hour
/// before each. `now` in milliseconds since 1970.
///
/// Start and end stand in UTC, which no change of clocks can shift, and which each
/// calendar shows in its owner's own time.
pub fn ics(entries: &[Entry], now: i64) -> String {
    let mut file = File::start();
    for entry in entries {
        file.open_entry(entry.uid, now);
        file.plain("DTSTART", &stamp(entry.start));
        file.plain("DTEND", &stamp(entry.end));
        file.words(entry.title, entry.place, &about(entry.text, entry.url), entry.url);
        file.alarm("-PT1H", entry.title);
        file.line("END:VEVENT");
    }
    file.end()
}

/// A calendar file being written.
pub(super) struct File(String);

impl File {
    pub(super) fn start() -> Self {
        let mut file = File(String::new());
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line(concat!("PRODID:-//share-sign//share-sign ", env!("CARGO_PKG_VERSION"), "//EN"));
        file
    }

    pub(super) fn end(mut self) -> String {
        self.line("END:VCALENDAR");
        self.0
    }

    pub(super) fn open_entry(&mut self, uid: &str, now: i64) {
        self.line("BEGIN:VEVENT");
        self.text("UID", uid);
        self.plain("DTSTAMP", &stamp(now));
    }

    /// What people read of an entry.
    pub(super) fn words(&mut self, title: &str, place: &str, about: &str, url: &str) {
        self.text("SUMMARY", title);
        self.text("LOCATION", place);
        self.text("DESCRIPTION", about);
        if !url.is_empty() {
            // An address is no text, and nothing in it is escaped (3.3.13).
            let url: String = url.chars().filter(|c| !c.is_control()).collect();
            self.plain("URL", &url);
        }
    }

    /// An alarm `when`, a duration from the start (3.3.6).
    pub(super) fn alarm(&mut self, when: &str, title: &str) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.plain("TRIGGER", when);
        self.text("DESCRIPTION", title);
        self.line("END:VALARM");
    }

    /// A property whose value needs no escaping.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.line(&concat(&[name, ":", value]));
    }

    /// A property of the type TEXT (3.3.11); left out where it is empty.
    fn text(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let mut escaped = concat(&[name, ":"]);
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                '\t' => escaped.push(' '),
                // No other control character is allowed.
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.line(&escaped);
    }

    /// A line, folded so that none is longer than allowed, and no character is torn.
    pub(super) fn line(&mut self, text: &str) {
        let mut used = 0;
        for c in text.chars() {
            if used + c.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            used += c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}
