//! Rallies, town halls, and whatever else people can come to.

use crate::calendar::Entry;
use crate::landing::is_web;
use crate::number;
use crate::problem::Problem;
use crate::record::Record;
use crate::settings::LONGEST;
use crate::text::{concat, join};
use crate::time;
use crate::world::World;

/// How long an event lasts that does not say when it ends, in milliseconds: two hours.
pub const USUAL_LENGTH: i64 = 2 * time::HOUR;

/// What the settings may say of an event.
const NAMES: [&str; 7] = ["title", "start", "end", "place", "address", "url", "facebook"];

/// The last moment that dates with four digits for the year can name.
const LAST: i64 = 253_402_300_799_999;

/// One event. Texts may be empty, but for the title.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Event {
    /// Its place in the settings: `events.0` is 0.
    pub number: usize,
    /// What it is.
    pub title: String,
    /// When it starts, in milliseconds since 1970.
    pub start: i64,
    /// When it ends; [`USUAL_LENGTH`] later where the settings do not say.
    pub end: i64,
    /// Whether the settings say when it ends.
    pub ends: bool,
    /// Where, as people call it.
    pub place: String,
    /// Where, as a map knows it.
    pub address: String,
    /// A page about it.
    pub url: String,
    /// Its page on Facebook.
    pub facebook: String,
}

impl Event {
    /// Its name among all entries of all calendars. Neither the event's number nor its
    /// place in the list is part of it: both change when an earlier event is taken
    /// out, and one event would then replace another in people's calendars.
    pub fn uid(&self, campaign: &str, host: &str) -> String {
        // FNV-1a, which tells apart what starts at the same time.
        let hash = self
            .title
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let (start, hash) = (self.start.unsigned_abs() / 1000, u64::from(hash));
        concat(&[campaign, "-", &number::text(start), "-", &number::text(hash), "@", host])
    }

    /// Place and address as one line.
    pub fn whole_place(&self) -> String {
        let both = !self.place.is_empty() && !self.address.is_empty();
        join(&[&self.place, &self.address], if both { ", " } else { "" })
    }

    /// The page about it, wherever it is; empty where there is none.
    pub fn page(&self) -> &str {
        if self.url.is_empty() { &self.facebook } else { &self.url }
    }

    /// The event as calendars take it, with its [`Event::uid`] and
    /// [`Event::whole_place`].
    pub fn entry<'a>(&'a self, uid: &'a str, place: &'a str) -> Entry<'a> {
        let (start, end) = (self.start, self.end);
        Entry { uid, title: &self.title, start, end, place, text: "", url: self.page() }
    }

    /// What to tell others of it: what, when and where. See [`Event::page`] for the
    /// address that goes with it.
    pub fn invitation(&self, when: &str) -> String {
        let mut out = self.title.clone();
        for more in [when, &self.whole_place()] {
            if !more.is_empty() {
                out.push_str(" · ");
                out.push_str(more);
            }
        }
        out
    }
}

/// The events of `events.0`, `events.1` and so on, by time. What cannot be used is
/// left out and reported.
pub fn read(settings: &Record, world: &dyn World) -> (Vec<Event>, Vec<Problem>) {
    let (mut events, mut problems): (Vec<Event>, _) = (Vec::new(), Vec::new());
    if !settings.get("events").is_empty() {
        problems.push(Problem::new(
            "event",
            "events",
            settings.get("events"),
            "a list in the element's JSON, like [{\"title\": \"Rally\", \"start\": \"2026-12-24T20:30:00+01:00\"}]",
        ));
    }
    for (number, given) in given(settings, &mut problems) {
        let mut reader = Reader { given, number, world, problems: &mut problems };
        let Some(event) = reader.event() else { continue };
        let at = events.iter().position(|other| other.start > event.start).unwrap_or(events.len());
        events.insert(at, event);
    }
    (events, problems)
}

/// The events that are not over.
pub fn upcoming(settings: &Record, world: &dyn World) -> Vec<Event> {
    let now = world.now();
    read(settings, world).0.into_iter().filter(|event| event.end > now).collect()
}

/// What the settings say of each event, under its number.
fn given(settings: &Record, problems: &mut Vec<Problem>) -> Vec<(usize, Record)> {
    let mut all: Vec<(usize, Record)> = Vec::new();
    for (path, rest, text) in settings.below("events") {
        let (number, name) = rest.split_once('.').unwrap_or((rest, ""));
        let number = number::parse(number).and_then(|number| usize::try_from(number).ok());
        let Some(number) = number.filter(|_| NAMES.contains(&name)) else {
            problems.push(Problem::new(
                "event",
                path,
                text,
                "title, start, end, place, address, url or facebook of an event in a list",
            ));
            continue;
        };
        // A list comes in order, so the event is mostly the last one.
        match all.iter_mut().rev().find(|(known, _)| *known == number) {
            Some((_, event)) if !event.get(name).is_empty() => {}
            Some((_, event)) => event.set(name, text),
            None => all.push((number, Record::default().with(name, text))),
        }
    }
    all
}

struct Reader<'a> {
    given: Record,
    number: usize,
    world: &'a dyn World,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn event(&mut self) -> Option<Event> {
        if self.given.get("title").is_empty() {
            self.refuse("event", "title", "what the event is called");
            return None;
        }
        let Some(start) = self.moment("start") else {
            self.refuse("time", "start", "a date and time with its zone, like 2026-12-24T20:30:00+01:00");
            return None;
        };
        let end = self.moment("end").filter(|end| *end > start);
        if end.is_none() && !self.given.get("end").is_empty() {
            self.refuse("time", "end", "a date and time with its zone, later than the start");
        }
        let facebook = self.address("facebook");
        Some(Event {
            number: self.number,
            title: self.text("title"),
            start,
            end: end.unwrap_or(start + USUAL_LENGTH),
            ends: end.is_some(),
            place: self.text("place"),
            address: self.text("address"),
            url: self.address("url"),
            facebook: if is_facebook(&facebook) {
                facebook
            } else {
                self.refuse(
                    "address",
                    "facebook",
                    "an event's address on Facebook, like https://www.facebook.com/events/123456",
                );
                String::new()
            },
        })
    }

    fn refuse(&mut self, code: &'static str, name: &str, expected: &'static str) {
        let path = concat(&["events.", &number::text(self.number as u64), ".", name]);
        self.problems.push(Problem::new(code, &path, self.given.get(name), expected));
    }

    /// A date alone is none: nobody can be on time for a day.
    fn moment(&self, name: &str) -> Option<i64> {
        let text = self.given.get(name);
        self.world.date(text).filter(|at| text.contains(['T', 't']) && (0..=LAST).contains(at))
    }

    fn text(&mut self, name: &str) -> String {
        let text = self.given.get(name);
        let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.into() };
        let cut = concat(&[text.get(..end).unwrap_or(""), "…"]);
        self.refuse("length", name, "at most 10000 characters (the rest is cut off)");
        cut
    }

    fn address(&mut self, name: &str) -> String {
        let text = self.given.get(name);
        if text.is_empty() {
            return String::new();
        }
        let whole = self.world.resolve(text).filter(|whole| is_web(whole));
        if whole.is_none() {
            self.refuse("address", name, "an http: or https: address");
        }
        whole.unwrap_or_default()
    }
}

/// Whether the address is empty, or on one of Facebook's hosts.
fn is_facebook(address: &str) -> bool {
    let host = address.split('/').nth(2).unwrap_or("");
    let mut labels = host.rsplit('.');
    let end = (labels.next().unwrap_or(""), labels.next().unwrap_or(""));
    address.is_empty() || matches!(end, ("com", "facebook" | "fb") | ("me", "fb"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::from_json;
    use crate::testing::Pretend;

    fn events(json: &str) -> (Vec<Event>, Vec<String>) {
        let settings = from_json(&concat(&["{\"events\": ", json, "}"])).unwrap();
        let (events, problems) = read(&settings, &Pretend::default());
        (events, problems.into_iter().map(|problem| problem.attribute).collect())
    }

    #[test]
    fn events_in_order_of_time() {
        let (events, problems) = events(
            r#"[
                {"title": "Later", "start": "2030-03-12T20:30:00+01:00", "place": "Fire station"},
                {"title": "Sooner", "start": "2030-03-01T18:00:00+01:00", "end": "2030-03-01T19:30:00+01:00",
                 "url": "https://bus.example/rally", "facebook": "https://www.facebook.com/events/1"},
                {"title": "Too", "start": "2030-03-12T20:30:00+01:00", "place": "Hall", "address": "Street 1"}
            ]"#,
        );
        assert!(problems.is_empty(), "{problems:?}");
        let [sooner, later, too] = events.as_slice() else { panic!("three events, not {events:?}") };
        assert_eq!((sooner.title.as_str(), sooner.number), ("Sooner", 1));
        assert_eq!((sooner.end - sooner.start, sooner.ends), (5_400_000, true));
        assert_eq!((later.end - later.start, later.ends), (USUAL_LENGTH, false));
        assert_eq!(sooner.page(), "https://bus.example/rally");
        assert_eq!(too.whole_place(), "Hall, Street 1");
        assert_eq!(too.invitation("12 March, 8.30 pm"), "Too · 12 March, 8.30 pm · Hall, Street 1");
        assert_eq!(sooner.invitation(""), "Sooner");
        assert_ne!(later.uid("bus", "bus.example"), too.uid("bus", "bus.example"));
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let (events, problems) = events(
            r#"[
                {"title": "No time", "start": "next Tuesday"},
                {"start": "2030-03-01T18:00:00+01:00"},
                {"title": "Backwards", "start": "2030-03-01T18:00:00+01:00", "end": "2030-03-01T17:00:00+01:00",
                 "url": "javascript:alert(1)", "facebook": "https://evil.example/events/facebook.com/1"},
                {"title": "A day", "start": "2030-03-01"},
                {"title": "No zone", "start": "2030-03-01T18:00:00"},
                {"title": "Typing error", "start": "2030-03-01T18:00:00Z", "ende": "2030-03-01T19:00:00Z"}
            ]"#,
        );
        assert_eq!(
            problems,
            [
                "events.5.ende",
                "events.0.start",
                "events.1.title",
                "events.2.end",
                "events.2.url",
                "events.2.facebook",
                "events.3.start",
                "events.4.start"
            ]
        );
        let titles: Vec<_> = events.iter().map(|event| event.title.as_str()).collect();
        assert_eq!(titles, ["Backwards", "Typing error"], "a wrong detail does not cost the event");
        assert_eq!((events[0].page(), events[0].ends), ("", false));
    }

    #[test]
    fn what_is_no_list_is_named() {
        assert_eq!(events("\"Rally on Friday\"").1, ["events"]);
        assert_eq!(events("{\"title\": \"Rally\"}").1, ["events.title"]);
        assert_eq!(events("[\"Rally\"]").1, ["events.0"]);
        assert_eq!(events("[]"), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_gap_in_the_list_is_no_end() {
        let (events, problems) = events(r#"[{}, null, {"title": "Rally", "start": "2030-03-01T18:00:00Z"}]"#);
        assert_eq!((events.len(), events[0].number, problems.len()), (1, 2, 0));
    }

    #[test]
    fn texts_have_an_end() {
        let json = concat(&[
            "[{\"start\": \"2030-03-01T18:00:00Z\", \"title\": \"",
            &"é".repeat(LONGEST + 1),
            "\"}]",
        ]);
        let (events, problems) = events(&json);
        assert_eq!(problems, ["events.0.title"]);
        assert_eq!(events[0].title.chars().count(), LONGEST + 1);
    }

    #[test]
    fn what_is_over_is_gone() {
        let world = Pretend::default();
        let at = |hours: i64| time::iso(world.now.get() + hours * time::HOUR);
        let event =
            |title: &str, start: i64| Record::default().with("title", title).with("start", &at(start));
        let mut settings = Record::default();
        for (number, given) in [event("over", -2), event("on", -1), event("long", -9)].iter().enumerate() {
            for (name, text) in given.pairs() {
                settings.set(&concat(&["events.", &number::text(number as u64), ".", name]), text);
            }
        }
        settings.set("events.2.end", &at(1));
        let titles: Vec<_> = upcoming(&settings, &world).into_iter().map(|event| event.title).collect();
        assert_eq!(titles, ["long", "on"]);
    }

    #[test]
    fn the_name_in_calendars_outlives_the_order() {
        let one = events(r#"[{"title": "A", "start": "2030-03-01T18:00:00Z"}]"#).0;
        let two = events(
            r#"[{"title": "B", "start": "2030-02-01T18:00:00Z"}, {"title": "A", "start": "2030-03-01T18:00:00Z"}]"#,
        );
        assert_eq!(one[0].uid("bus", "bus.example"), two.0[1].uid("bus", "bus.example"));
        assert_eq!(one[0].uid("bus", "bus.example"), "bus-1898618400-3289118412@bus.example");
    }

    #[test]
    fn facebook_by_any_of_its_names() {
        for address in [
            "https://www.facebook.com/events/1",
            "https://fb.me/e/2dEu",
            "https://m.facebook.com/events/1",
            "",
        ] {
            assert!(is_facebook(address), "{address}");
        }
        for address in [
            "https://facebook.com.evil.example/",
            "https://notfacebook.com/",
            "https://a.example/facebook.com",
        ] {
            assert!(!is_facebook(address), "{address}");
        }
    }
}
