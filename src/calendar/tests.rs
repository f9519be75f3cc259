use super::*;

const RALLY: Entry = Entry {
    uid: "rally-0@bus.example",
    title: "Rally; bring bells, and friends",
    start: 1_898_614_800_000,
    end: 1_898_620_200_000,
    place: "Market square 1, Anlay",
    text: "Line one\r\nLine \\ two",
    url: "https://bus.example/rally?a=1,2;3",
};

/// Paris around the spring of 2027.
fn paris() -> Zone {
    let at = time::parse("2027-03-28T01:00Z").unwrap();
    let back = time::parse("2027-10-31T01:00Z").unwrap();
    Zone {
        name: "Europe/Paris".into(),
        offset: 60,
        changes: vec![Transition { at, offset: 120 }, Transition { at: back, offset: 60 }],
    }
}

#[test]
fn a_file_as_the_standard_has_it() {
    let file = ics(&[RALLY], 1_798_140_600_000);
    for line in [
        "DTSTAMP:20261224T193000Z\r\n",
        "DTSTART:20300301T170000Z\r\n",
        "DTEND:20300301T183000Z\r\n",
        "SUMMARY:Rally\\; bring bells\\, and friends\r\n",
        "URL:https://bus.example/rally?a=1,2;3\r\n",
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }
    let unfolded = file.replace("\r\n ", "");
    assert!(
        unfolded
            .contains("DESCRIPTION:Line one\\nLine \\\\ two\\n\\nhttps://bus.example/rally?a=1\\,2\\;3\r\n")
    );
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
}

#[test]
fn long_lines_fold_between_characters() {
    let title = "Großdemonstration für den Nachtbus 🚌 ".repeat(200);
    let file = ics(&[Entry { title: title.trim(), ..RALLY }], 0);
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert!(file.split("\r\n").any(|line| line.len() == 75), "and no earlier than needed");
    assert!(file.replace("\r\n ", "").contains(title.trim()));
}

#[test]
fn nothing_breaks_out_of_its_line() {
    let bad = "x\r\nBEGIN:VEVENT\u{0}\u{85}";
    let file = ics(&[Entry { uid: bad, title: bad, place: bad, text: bad, url: bad, ..RALLY }], 0);
    assert_eq!(file.matches("\r\nBEGIN:VEVENT").count(), 1, "{file}");
    assert!(!file.contains(['\0', '\u{85}']));
}

#[test]
fn links_to_calendars() {
    let google = href("google-calendar", &RALLY);
    assert!(google.contains("&dates=20300301T170000Z%2F20300301T183000Z&"), "{google}");
    assert!(google.contains("text=Rally%3B%20bring%20bells%2C%20and%20friends&"), "{google}");
    let outlook = href("outlook-calendar", &RALLY);
    assert!(outlook.starts_with("https://outlook.live.com/calendar/action/compose?"), "{outlook}");
    assert!(outlook.contains("&startdt=2030-03-01T17%3A00%3A00Z&"), "{outlook}");
    assert!(href("office365-calendar", &RALLY).starts_with("https://outlook.office.com/"));
}

#[test]
fn links_stay_short_enough_for_servers() {
    let long = "🚌🏽 ".repeat(5000);
    let entry = Entry { title: &long, place: &long, text: &long, ..RALLY };
    for (calendar, _) in CALENDARS {
        assert!(href(calendar, &entry).len() < 8000, "{}", href(calendar, &entry).len());
    }
}

#[test]
fn clocks_that_are_changed() {
    let paris = paris();
    for (shown, moment) in [
        ("2027-03-27T20:30Z", "2027-03-27T19:30Z"),
        ("2027-03-28T01:59Z", "2027-03-28T00:59Z"),
        // Skipped: half past two would have been half past one in UTC.
        ("2027-03-28T02:30Z", "2027-03-28T01:30Z"),
        ("2027-03-28T03:00Z", "2027-03-28T01:00Z"),
        // Shown twice: the first time is meant.
        ("2027-10-31T02:30Z", "2027-10-31T00:30Z"),
        ("2027-10-31T03:00Z", "2027-10-31T02:00Z"),
    ] {
        assert_eq!(
            time::iso(paris.moment(time::parse(shown).unwrap())),
            time::iso(time::parse(moment).unwrap())
        );
    }
}

#[test]
fn a_reminder_keeps_its_hour() {
    let zone = paris();
    let reminder = Reminder {
        uid: "r@bus.example",
        title: "Post it",
        text: "Save the bus",
        url: "",
        start: time::parse("2027-03-24T20:30Z").unwrap(),
        minutes: 15,
        zone: &zone,
        weeks: 12,
    };
    let file = reminder_ics(&reminder, 0);
    for part in [
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n",
        "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n",
        "BEGIN:STANDARD\r\nDTSTART:20271031T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n",
        "DTSTART;TZID=Europe/Paris:20270324T203000\r\nDTEND;TZID=Europe/Paris:20270324T204500\r\n",
        "RRULE:FREQ=WEEKLY;COUNT=12\r\n",
    ] {
        assert!(file.contains(part), "{part} in {file}");
    }
    let link = reminder_href(&reminder);
    assert!(link.contains("&dates=20270324T203000%2F20270324T204500&ctz=Europe%2FParis&recur=RRULE%3AFREQ%3DWEEKLY%3BCOUNT%3D12&"), "{link}");
    assert!(!reminder_ics(&Reminder { weeks: 1, ..reminder }, 0).contains("RRULE"));
}

#[test]
fn offsets_of_half_an_hour_and_west() {
    for (offset, text) in [(330, "+0530"), (-210, "-0330"), (0, "+0000"), (-5, "-0005")] {
        let mut file = file::File::start();
        Zone { name: "Z".into(), offset, changes: Vec::new() }.write(&mut file);
        let expected = concat(&[
            "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:",
            text,
            "\r\nTZOFFSETTO:",
            text,
            "\r\n",
        ]);
        assert!(file.end().contains(&expected));
    }
}
