//! Dates for people's calendars: files after RFC 5545, and links to the calendars
//! that have an address for new entries.

use crate::percent;
use crate::text::concat;
use crate::time;

/// Something to be written into a calendar.
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

/// `20261224T193000Z`: the moment in UTC, which no change of clocks can shift.
fn stamp(at: i64) -> String {
    time::iso(at).chars().filter(char::is_ascii_alphanumeric).take(15).chain(['Z']).collect()
}

/// A calendar file (`text/calendar`, UTF-8) with these entries, and a reminder an
/// hour before each. `now` in milliseconds since 1970.
pub fn ics(entries: &[Entry], now: i64) -> String {
    let mut out = String::new();
    for head in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//share-sign//share-sign//EN", "CALSCALE:GREGORIAN"]
    {
        line(&mut out, head);
    }
    for entry in entries {
        line(&mut out, "BEGIN:VEVENT");
        property(&mut out, "UID", entry.uid);
        line(&mut out, &concat(&["DTSTAMP:", &stamp(now)]));
        line(&mut out, &concat(&["DTSTART:", &stamp(entry.start)]));
        line(&mut out, &concat(&["DTEND:", &stamp(entry.end)]));
        for (name, value) in
            [("SUMMARY", entry.title), ("LOCATION", entry.place), ("DESCRIPTION", entry.text)]
        {
            property(&mut out, name, value);
        }
        if !entry.url.is_empty() {
            // An address is no text: nothing in it is escaped (section 3.3.13).
            line(&mut out, &concat(&["URL:", entry.url]));
        }
        for part in ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H"] {
            line(&mut out, part);
        }
        property(&mut out, "DESCRIPTION", entry.title);
        line(&mut out, "END:VALARM");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// A property of the type TEXT (section 3.3.11); left out where it is empty.
fn property(out: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    let mut escaped = concat(&[name, ":"]);
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            // No other control character is allowed, and a tab is as good as a space.
            c if c.is_control() => escaped.push_str(if c == '\t' { " " } else { "" }),
            c => escaped.push(c),
        }
    }
    line(out, &escaped);
}

/// A line, folded so that no part of it is longer than 75 octets (section 3.1), and
/// no character is torn.
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            used = 1;
        }
        used += c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

fn address(base: &str, parameters: &[(&str, &str)]) -> String {
    let mut query = String::new();
    for (name, value) in parameters {
        if !value.is_empty() {
            percent::push_pair(&mut query, name, value);
        }
    }
    concat(&[base, &query])
}

fn about(entry: &Entry) -> String {
    let gap = if entry.text.is_empty() || entry.url.is_empty() { "" } else { "\n\n" };
    concat(&[entry.text, gap, entry.url])
}

/// Google's form for a new entry, filled in.
pub fn google(entry: &Entry) -> String {
    address(
        "https://calendar.google.com/calendar/render?action=TEMPLATE&",
        &[
            ("text", entry.title),
            ("dates", &concat(&[&stamp(entry.start), "/", &stamp(entry.end)])),
            ("details", &about(entry)),
            ("location", entry.place),
        ],
    )
}

/// Microsoft's form for a new entry, filled in: on `outlook.live.com` for private
/// accounts, on `outlook.office.com` for those of an organisation.
pub fn outlook(host: &str, entry: &Entry) -> String {
    let base = concat(&[
        "https://",
        host,
        "/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent&",
    ]);
    address(
        &base,
        &[
            ("subject", entry.title),
            ("startdt", &time::iso(entry.start)),
            ("enddt", &time::iso(entry.end)),
            ("body", &about(entry)),
            ("location", entry.place),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const RALLY: Entry = Entry {
        uid: "rally-0@bus.example",
        title: "Rally; bring bells, and friends",
        start: 1_898_614_800_000,
        end: 1_898_620_200_000,
        place: "Market square 1, Anlay",
        text: "Line one\nLine \\ two",
        url: "https://bus.example/rally?a=1,2;3",
    };

    #[test]
    fn a_file_as_the_standard_has_it() {
        let file = ics(&[RALLY], 1_798_140_600_000);
        for line in [
            "DTSTAMP:20261224T193000Z\r\n",
            "DTSTART:20300301T170000Z\r\n",
            "DTEND:20300301T183000Z\r\n",
            "SUMMARY:Rally\\; bring bells\\, and friends\r\n",
            "DESCRIPTION:Line one\\nLine \\\\ two\r\n",
            "URL:https://bus.example/rally?a=1,2;3\r\n",
        ] {
            assert!(file.contains(line), "{line} in {file}");
        }
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    }

    #[test]
    fn long_lines_fold_between_characters() {
        let title = "Großdemonstration für den Nachtbus 🚌 ".repeat(20);
        let file = ics(&[Entry { title: title.trim(), ..RALLY }], 0);
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert!(file.replace("\r\n ", "").contains(title.trim()));
    }

    #[test]
    fn links_to_calendars() {
        let google = google(&RALLY);
        assert!(google.contains("&dates=20300301T170000Z%2F20300301T183000Z&"), "{google}");
        assert!(google.contains("text=Rally%3B%20bring%20bells%2C%20and%20friends&"), "{google}");
        let outlook = outlook("outlook.live.com", &RALLY);
        assert!(outlook.contains("startdt=2030-03-01T17%3A00%3A00.000Z&"), "{outlook}");
    }
}
