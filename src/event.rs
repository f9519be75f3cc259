//! Rallies, town halls, and whatever else people can come to.

use crate::landing::is_web;
use crate::number;
use crate::problem::Problem;
use crate::record::Record;
use crate::text::concat;
use crate::world::World;

/// How long an event lasts that does not say when it ends, in milliseconds: two hours.
pub const USUAL_LENGTH: i64 = 2 * 3_600_000;

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
    /// When it ends; two hours later where the settings do not say.
    pub end: i64,
    /// Where, as people call it.
    pub place: String,
    /// Where, as a map knows it.
    pub address: String,
    /// A page about it.
    pub url: String,
    /// Its page on Facebook.
    pub facebook: String,
}

/// The events of `events.0`, `events.1` and so on, by time. Those that cannot be
/// used are left out and reported.
pub fn read(settings: &Record, world: &dyn World) -> (Vec<Event>, Vec<Problem>) {
    let (mut events, mut problems): (Vec<Event>, _) = (Vec::new(), Vec::new());
    for number in 0.. {
        let path = concat(&["events.", &number::text(number)]);
        if settings.below(&path).is_empty() {
            break;
        }
        let Some(event) = one(settings, &path, number, world, &mut problems) else { continue };
        let at = events.iter().position(|other| other.start > event.start).unwrap_or(events.len());
        events.insert(at, event);
    }
    (events, problems)
}

fn one(
    settings: &Record,
    path: &str,
    number: u64,
    world: &dyn World,
    problems: &mut Vec<Problem>,
) -> Option<Event> {
    let name = |key: &str| concat(&[path, ".", key]);
    let get = |key: &str| settings.get(&name(key));
    let mut refuse = |code, key: &str, expected| {
        problems.push(Problem::new(code, &name(key), get(key), expected));
    };
    if get("title").is_empty() {
        refuse("event", "title", "what the event is called");
        return None;
    }
    let expected = "a date and time with its zone, like 2026-12-24T20:30:00+01:00";
    let Some(start) = world.date(get("start")) else {
        refuse("time", "start", expected);
        return None;
    };
    let end = world.date(get("end")).filter(|end| *end > start);
    if end.is_none() && !get("end").is_empty() {
        refuse("time", "end", "a date and time with its zone, later than the start");
    }
    let mut address = |key: &str| {
        let whole = world.resolve(get(key)).filter(|whole| is_web(whole) && !get(key).is_empty());
        if whole.is_none() && !get(key).is_empty() {
            refuse("address", key, "an http: or https: address");
        }
        whole.unwrap_or_default()
    };
    Some(Event {
        number: usize::try_from(number).ok()?,
        title: get("title").into(),
        start,
        end: end.unwrap_or(start + USUAL_LENGTH),
        place: get("place").into(),
        address: get("address").into(),
        url: address("url"),
        facebook: address("facebook"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::from_json;
    use crate::testing::Pretend;

    #[test]
    fn events_in_order_of_time() {
        let settings = from_json(
            r#"{"events": [
                {"title": "Later", "start": "2030-03-12T20:30:00+01:00", "place": "Fire station"},
                {"title": "Sooner", "start": "2030-03-01T18:00:00+01:00", "end": "2030-03-01T19:30:00+01:00",
                 "url": "https://bus.example/rally", "facebook": "https://www.facebook.com/events/1"}
            ]}"#,
        );
        let (events, problems) = read(&settings.unwrap(), &Pretend::default());
        assert!(problems.is_empty(), "{problems:?}");
        let [sooner, later] = events.as_slice() else { panic!("two events, not {events:?}") };
        assert_eq!(
            (sooner.title.as_str(), sooner.number, sooner.end - sooner.start),
            ("Sooner", 1, 5_400_000)
        );
        assert_eq!((later.number, later.end - later.start), (0, USUAL_LENGTH));
        assert_eq!(sooner.url, "https://bus.example/rally");
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let settings = from_json(
            r#"{"events": [
                {"title": "No time", "start": "next Tuesday"},
                {"start": "2030-03-01T18:00:00+01:00"},
                {"title": "Backwards", "start": "2030-03-01T18:00:00+01:00", "end": "2030-03-01T17:00:00+01:00", "url": "javascript:alert(1)"}
            ]}"#,
        );
        let (events, problems) = read(&settings.unwrap(), &Pretend::default());
        let named: Vec<_> = problems.iter().map(|problem| problem.attribute.as_str()).collect();
        assert_eq!(named, ["events.0.start", "events.1.title", "events.2.end", "events.2.url"]);
        assert_eq!(events.len(), 1, "a wrong end or link does not cost the event");
        assert_eq!((events[0].end - events[0].start, events[0].url.as_str()), (USUAL_LENGTH, ""));
    }
}
