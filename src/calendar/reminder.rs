//! Reminders: a time of day in one place, once or week after week.

use super::file::File;
use super::links::{TEXT, google};
use super::zone::Zone;
use super::{about, clock};
use crate::number;
use crate::shorten::shorten;
use crate::text::concat;

/// Something to be reminded of by the clock on the wall: at half past eight it stays
/// half past eight when the clocks are changed.
#[derive(Clone, Copy)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Reminder<'a> {
    /// The same for ever, and no other entry's.
    pub uid: &'a str,
    /// What to do.
    pub title: &'a str,
    /// What helps to do it, like the message to be posted.
    pub text: &'a str,
    /// Where to do it; may be empty.
    pub url: &'a str,
    /// The first time, as clocks there show it: in milliseconds since 1970 as if the
    /// clock were in UTC.
    pub start: i64,
    /// How long it takes.
    pub minutes: i64,
    /// Where that clock is. Its changes must cover the last time as well.
    pub zone: &'a Zone,
    /// How many times, a week apart; 1 for once. A campaign ends, and a reminder
    /// without an end outlives what is known of its zone.
    pub weeks: u64,
}

impl Reminder<'_> {
    fn rule(&self) -> String {
        concat(&["FREQ=WEEKLY;COUNT=", &number::text(self.weeks)])
    }

    fn end(&self) -> String {
        clock(self.start + self.minutes * 60_000)
    }
}

/// A calendar file with the reminder and its zone, and an alarm when it is time.
/// `now` in milliseconds since 1970.
pub fn reminder_ics(reminder: &Reminder, now: i64) -> String {
    let mut file = File::start();
    reminder.zone.write(&mut file);
    file.open_entry(reminder.uid, now);
    let zone = concat(&[";TZID=", &reminder.zone.name]);
    file.plain(&concat(&["DTSTART", &zone]), &clock(reminder.start));
    file.plain(&concat(&["DTEND", &zone]), &reminder.end());
    if reminder.weeks > 1 {
        file.plain("RRULE", &reminder.rule());
    }
    file.words(reminder.title, "", &about(reminder.text, reminder.url), reminder.url);
    file.alarm("PT0S", reminder.title);
    file.line("END:VEVENT");
    file.end()
}

/// Google's form for the reminder. Outlook's cannot repeat an entry: for a single one
/// see [`href`](super::href) with [`Zone::moment`].
pub fn reminder_href(reminder: &Reminder) -> String {
    let dates = concat(&[&clock(reminder.start), "/", &reminder.end()]);
    let rule = if reminder.weeks > 1 { concat(&["RRULE:", &reminder.rule()]) } else { String::new() };
    let text = about(&shorten(reminder.text, TEXT), reminder.url);
    google(reminder.title, &dates, &text, "", &reminder.zone.name, &rule)
}
