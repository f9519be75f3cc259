//! The events that are still to come.

use super::Html;
use crate::calendar;
use crate::event::Event;
use crate::i18n::{Locale, More};
use crate::{number, time};

/// A list of `events`, each with `when` in words beside it: the time in the
/// visitor's own zone, which the platform knows to write. Empty without any event.
///
/// Buttons carry the event's number: `data-calendar` is asked for the calendar file,
/// `data-invite` for something to send to others.
pub fn list(words: Locale, events: &[(&Event, &str)]) -> String {
    let mut html = Html::default();
    if events.is_empty() {
        return html.end();
    }
    html.raw("<h3 class=\"heading\">")
        .text(words.say(More::EventsHeading))
        .raw("</h3><ul class=\"event-list\">");
    for (event, when) in events {
        one(&mut html, words, event, when);
    }
    html.raw("</ul><p part=\"status\" class=\"status\" role=\"status\"></p>");
    html.end()
}

fn one(html: &mut Html, words: Locale, event: &Event, when: &str) {
    let number = number::text(event.number as u64);
    html.raw("<li part=\"event\" class=\"event\"><h4 part=\"event-title\" dir=\"auto\" id=\"event-")
        .text(&number)
        .raw("\">");
    if event.url.is_empty() {
        html.text(&event.title);
    } else {
        link(html, words, &event.url, &event.title);
    }
    html.raw("</h4><p part=\"event-time\"><time datetime=\"")
        .text(&time::iso(event.start))
        .raw("\">")
        .text(when)
        .raw("</time></p>");
    html.wrap("<p part=\"event-place\" dir=\"auto\">", &event.whole_place(), "</p>");
    html.raw("<div class=\"tools\"><details part=\"event-calendars\"><summary class=\"tool\" part=\"tool\"");
    described(html, &number).text(words.say(More::AddToCalendar));
    html.raw("</summary><ul class=\"calendars\">");
    let place = event.whole_place();
    let entry = event.entry("", &place);
    for (id, name) in calendar::CALENDARS {
        html.raw("<li>");
        link(html, words, &calendar::href(id, &entry), name);
        html.raw("</li>");
    }
    html.raw("<li>");
    button(html, "data-calendar=\"", &number, words.say(More::CalendarFile));
    html.raw("</li></ul></details>");
    button(html, "data-invite=\"", &number, words.say(More::Invite));
    if !event.facebook.is_empty() {
        link(html, words, &event.facebook, words.say(More::EventFacebook));
    }
    html.raw("</div></li>");
}

fn link(html: &mut Html, words: Locale, address: &str, text: &str) {
    html.raw("<a part=\"event-link\" target=\"_blank\" rel=\"noopener noreferrer\" href=\"").text(address);
    html.raw("\" aria-label=\"").text(&words.fill(More::EventNewTab, text)).raw("\">");
    html.text(text).raw("</a>");
}

fn button(html: &mut Html, what: &'static str, number: &str, label: &str) {
    html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" ").raw(what).text(number).raw("\"");
    described(html, number).text(label).raw("</button>");
}

/// Ends a tag, and names the event to those who hear the same label again and again.
fn described<'a>(html: &'a mut Html, number: &str) -> &'a mut Html {
    html.raw(" aria-describedby=\"event-").text(number).raw("\">")
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
            ends: true,
            place: "Market square".into(),
            address: "Square 1, Anlay".into(),
            url: "https://bus.example/rally?a=1&b=2".into(),
            facebook: "https://www.facebook.com/events/1".into(),
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
            "data-calendar=\"2\" aria-describedby=\"event-2\"",
            "data-invite=\"2\"",
            "https://bus.example/rally?a=1&amp;b=2",
            "https://calendar.google.com/",
            "https://www.facebook.com/events/1",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert_eq!(html.matches("<a ").count(), html.matches("rel=\"noopener noreferrer\"").count());
        assert_eq!(list(words, &[]), "", "nothing to come to, nothing to show");
    }

    #[test]
    fn what_is_not_given_leaves_no_trace() {
        let words = Locale::read(pack_more("fr").leak());
        let mut event = rally();
        for text in [&mut event.place, &mut event.address, &mut event.url, &mut event.facebook] {
            text.clear();
        }
        let html = list(words, &[(&event, "x")]);
        assert!(!html.contains("event-place") && !html.contains("id=\"event-2\"><a"), "{html}");
        assert!(!html.contains("href=\"\""), "{html}");
    }
}
