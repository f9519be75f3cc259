//! The events that are still to come.

use super::Html;
use crate::calendar::{self, Entry};
use crate::event::Event;
use crate::i18n::{Locale, More};
use crate::text::{concat, join};
use crate::time;

/// A list of `events`, each with `when` in words beside it: the time in the
/// visitor's own zone, which the platform knows to write.
pub fn list(words: Locale, events: &[(&Event, &str)]) -> String {
    let mut html = Html::default();
    if events.is_empty() {
        return html.end();
    }
    html.raw("<h3 class=\"heading\">")
        .text(words.say(More::EventsHeading))
        .raw("</h3><ul class=\"event-list\">");
    for (event, when) in events {
        html.raw("<li part=\"event\" class=\"event\"><h4 dir=\"auto\">");
        link(&mut html, &event.url, &event.title);
        html.raw("</h4><p><time datetime=\"")
            .text(&time::iso(event.start))
            .raw("\">")
            .text(when)
            .raw("</time></p>");
        html.wrap("<p dir=\"auto\">", &place(event), "</p>");
        html.raw("<div class=\"tools\"><details><summary class=\"tool\" part=\"tool\">");
        html.text(words.say(More::AddToCalendar)).raw("</summary><ul class=\"calendars\"><li>");
        let entry = entry(event, "");
        link(&mut html, &calendar::google(&entry), "Google Calendar");
        html.raw("</li><li>");
        link(&mut html, &calendar::outlook("outlook.live.com", &entry), "Outlook");
        html.raw("</li><li>");
        link(&mut html, &calendar::outlook("outlook.office.com", &entry), "Microsoft 365");
        html.raw("</li><li>");
        button(&mut html, "data-calendar=\"", event, words.say(More::CalendarFile));
        html.raw("</li></ul></details>");
        button(&mut html, "data-invite=\"", event, words.say(More::Invite));
        if !event.facebook.is_empty() {
            link(&mut html, &event.facebook, "Facebook");
        }
        html.raw("</div></li>");
    }
    html.raw("</ul><p class=\"status\" role=\"status\"></p>");
    html.end()
}

fn link(html: &mut Html, address: &str, text: &str) {
    if address.is_empty() {
        html.text(text);
    } else {
        html.raw("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"").text(address).raw("\">");
        html.text(text).raw("</a>");
    }
}

fn button(html: &mut Html, what: &'static str, event: &Event, label: &str) {
    html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" ").raw(what);
    html.text(&crate::number::text(event.number as u64)).raw("\">").text(label).raw("</button>");
}

/// Place and address as one line.
pub fn place(event: &Event) -> String {
    let both = !event.place.is_empty() && !event.address.is_empty();
    join(&[&event.place, &event.address], if both { ", " } else { "" })
}

/// The event for a calendar.
pub fn entry<'a>(event: &'a Event, uid: &'a str) -> Entry<'a> {
    Entry {
        uid,
        title: &event.title,
        start: event.start,
        end: event.end,
        place: if event.address.is_empty() { &event.place } else { &event.address },
        text: if event.address.is_empty() { "" } else { &event.place },
        url: if event.url.is_empty() { &event.facebook } else { &event.url },
    }
}

/// What to tell others of an event: what, when, where, and a link. `landing` is the
/// campaign's own, for events without a page.
pub fn invitation(event: &Event, when: &str, landing: &str) -> (String, String) {
    let place = place(event);
    let gap = if place.is_empty() { "" } else { " · " };
    let address = [&event.facebook, &event.url].into_iter().find(|address| !address.is_empty());
    (concat(&[&event.title, " · ", when, gap, &place]), address.map_or(landing, String::as_str).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::pack_more;

    fn rally() -> Event {
        Event {
            number: 2,
            title: "Rally <now>".into(),
            start: 1_898_614_800_000,
            end: 1_898_620_200_000,
            place: "Market square".into(),
            address: "Square 1, Anlay".into(),
            url: "https://bus.example/rally?a=1&b=2".into(),
            facebook: String::new(),
        }
    }

    #[test]
    fn an_event_in_words() {
        let words = Locale::read(pack_more("en").leak());
        let html = list(words, &[(&rally(), "1 March, 6 pm")]);
        for part in [
            "Rally &lt;now&gt;</a>",
            "<time datetime=\"2030-03-01T17:00:00.000Z\">1 March, 6 pm</time>",
            "Market square, Square 1, Anlay",
            "data-calendar=\"2\"",
            "https://bus.example/rally?a=1&amp;b=2",
            "https://calendar.google.com/",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert_eq!(list(words, &[]), "", "nothing to come to, nothing to show");
    }

    #[test]
    fn invitations_lead_where_the_event_is() {
        let mut event = rally();
        assert_eq!(
            invitation(&event, "6 pm", "https://landing.example/"),
            ("Rally <now> · 6 pm · Market square, Square 1, Anlay".into(), event.url.clone())
        );
        event.url.clear();
        assert_eq!(invitation(&event, "", "https://landing.example/").1, "https://landing.example/");
        event.facebook = "https://www.facebook.com/events/1".into();
        assert_eq!(invitation(&event, "", "x").1, event.facebook);
    }
}
