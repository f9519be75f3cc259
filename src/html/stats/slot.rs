//! The right time to post.

use super::{Panel, button, open};
use crate::html::Html;
use crate::i18n::Stats;
use crate::stats::report::Sure;

pub fn render(html: &mut Html, panel: Panel) {
    let (slot, words) = (panel.report.slot, panel.words);
    let (sure, why) = match slot.sure {
        Sure::Default => (Stats::SureDefault, Stats::WhyDefault),
        Sure::Guess => (Stats::SureGuess, Stats::WhyGuess),
        Sure::Fairly => (Stats::SureFairly, Stats::WhyFairly),
        Sure::Very => (Stats::SureVery, Stats::WhyVery),
    };
    open(html, "time", panel.say(Stats::TimeHeading));
    html.raw("<p class=\"answer\"><strong>").text(&name(panel)).raw("</strong>, <span>");
    html.text(panel.say(sure)).raw("</span></p><p>");
    if slot.sure == Sure::Default {
        html.text(panel.say(why)).raw(" ").text(&words.count(Stats::SoFar, slot.from, ""));
    } else {
        html.text(&words.count(Stats::RestsOn, slot.from, "")).raw(" ").text(panel.say(why));
    }
    if !panel.view.zone.is_empty() {
        html.raw(" ").text(&words.fill(Stats::Zone, &panel.view.zone));
    }
    html.raw("</p><p class=\"tools\">");
    button(html, "remind", panel.say(Stats::Remind));
    button(html, "remind-weekly", panel.say(Stats::RemindWeekly));
    html.raw(
        "<a class=\"tool\" part=\"tool\" data-act=\"google\" target=\"_blank\" rel=\"noopener noreferrer\">",
    );
    html.raw("Google Calendar</a>");
    html.raw("</p></section>");
}

/// The right time in words: a day or any, and the hour.
fn name(panel: Panel) -> String {
    let slot = panel.report.slot;
    let day = slot.weekday.and_then(|day| panel.view.days.get(usize::from(day)));
    let day = day.map_or(panel.say(Stats::AnyDay), String::as_str);
    if slot.minute > 0 {
        return panel.words.fill_two(Stats::DayHour, day, &panel.view.default_time);
    }
    let hours = hours(panel, usize::from(slot.hour));
    panel.words.fill_two(Stats::DayHour, day, &hours)
}

/// An hour from its beginning to its end.
pub fn hours(panel: Panel, hour: usize) -> String {
    panel.words.fill_two(Stats::Span, panel.hour(hour), panel.hour(hour + 1))
}
