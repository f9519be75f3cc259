//! When in the week people arrive and sign: a map of its hours.

use super::draw::{self, count, length};
use super::slot::hours;
use super::{Panel, open};
use crate::html::Html;
use crate::i18n::Stats;
use crate::stats::report::{Cell, Sure};

/// Steps of colour above nothing.
const STEPS: u64 = 4;

fn size(cell: Cell) -> u64 {
    cell.arrivals.saturating_add(cell.signatures)
}

/// The step of `n` where `most` is the highest: 0 for nothing, up to [`STEPS`].
fn step(n: u64, most: u64) -> u64 {
    (1..=STEPS).find(|step| n <= limit(*step, most)).map_or(STEPS, |step| if n == 0 { 0 } else { step })
}

/// The highest number in `step`.
fn limit(step: u64, most: u64) -> u64 {
    super::scale::part(step, STEPS, most)
}

fn class(step: u64) -> &'static str {
    match step {
        0 => " class=\"s0\"",
        1 => " class=\"s1\"",
        2 => " class=\"s2\"",
        3 => " class=\"s3\"",
        _ => " class=\"s4\"",
    }
}

pub fn render(html: &mut Html, panel: Panel) {
    let week = &panel.report.week;
    let heading = panel.say(Stats::WeekHeading);
    open(html, "week", heading);
    let cells = (0..)
        .zip(week.iter())
        .flat_map(|(day, cells)| (0..).zip(cells).map(move |(hour, cell)| (day, hour, *cell)));
    let cells: Vec<(usize, usize, Cell)> = cells.collect();
    let Some((day, hour, cell)) = cells.iter().rev().max_by_key(|(_, _, cell)| size(*cell)).copied() else {
        return;
    };
    let most = size(cell);
    if most == 0 {
        html.raw("<p>").text(panel.say(Stats::WeekNone)).raw("</p></section>");
        return;
    }
    let gist = panel.words.fill_two(Stats::WeekMost, &name(panel, day, hour), &panel.words.number(most));
    html.raw("<div class=\"frame\">");
    draw::chart(html, "week", panel.say(Stats::WeekChart), &gist);
    html.raw("<svg viewBox=\"0 0 2400 700\" preserveAspectRatio=\"none\">");
    for (day, hour, cell) in &cells {
        html.raw("<rect width=\"92\" height=\"90\"").raw(class(step(size(*cell), most)));
        place(html, panel, *day, *hour, 4, 5);
        html.raw("><title>");
        let n = panel.words.number(size(*cell));
        html.text(&panel.words.fill_two(Stats::Point, &name(panel, *day, *hour), &n)).raw("</title></rect>");
    }
    let slot = panel.report.slot;
    let best = slot.weekday.filter(|_| slot.sure != Sure::Default);
    if let Some(day) = best {
        html.raw("<rect class=\"best\" width=\"100\" height=\"100\"");
        place(html, panel, day.into(), slot.hour.into(), 0, 0);
        html.raw("/>");
    }
    html.raw("</svg>");
    names(html, panel);
    html.raw("</svg></div>");
    legend(html, panel, most);
    html.raw("<p class=\"note\">").text(&gist);
    if best.is_some() {
        html.raw(" ").text(panel.say(Stats::WeekBest));
    }
    html.raw(" ").text(panel.say(Stats::WeekOld)).raw("</p>");
    table(html, panel, heading);
    html.raw("</section>");
}

/// Where a cell stands, in hundredths of one, with a gap around it.
fn place(html: &mut Html, panel: Panel, day: usize, hour: usize, across: u64, down: u64) {
    let column = if panel.rtl() { 23usize.saturating_sub(hour) } else { hour };
    count(html, "x", u64::try_from(column).unwrap_or(0) * 100 + across);
    count(html, "y", u64::try_from(day).unwrap_or(0) * 100 + down);
}

fn name(panel: Panel, day: usize, hour: usize) -> String {
    let day = panel.view.days.get(day).map_or("", String::as_str);
    panel.words.fill_two(Stats::DayHour, day, &hours(panel, hour))
}

fn names(html: &mut Html, panel: Panel) {
    for (day, row) in panel.view.short_days.iter().zip(0..) {
        html.raw("<text class=\"tick end\" dy=\"4\"");
        html.raw(if panel.rtl() { " x=\"100%\" dx=\"8\"" } else { " x=\"0\" dx=\"-8\"" });
        length(html, "y", (row * 2 + 1) * draw::WHOLE / 14);
        html.raw(">").text(day).raw("</text>");
    }
    for hour in [0, 3, 6, 9, 12, 15, 18, 21] {
        html.raw("<text y=\"100%\" dy=\"18\" class=\"tick");
        html.raw(if hour % 6 == 3 { " odd\"" } else { "\"" });
        let x = u64::try_from(hour).unwrap_or(0) * draw::WHOLE / 24;
        length(html, "x", if panel.rtl() { draw::WHOLE - x } else { x });
        html.raw(">").text(panel.hour(hour)).raw("</text>");
    }
}

/// The steps in words. Where little was counted, some of them hold no number.
fn legend(html: &mut Html, panel: Panel, most: u64) {
    html.raw("<p class=\"note\">").text(panel.say(Stats::Legend)).raw("</p><ul class=\"legend\">");
    for step in 0..=STEPS {
        let (low, high) =
            if step == 0 { (0, 0) } else { (limit(step - 1, most).saturating_add(1), limit(step, most)) };
        if low > high {
            continue;
        }
        html.raw("<li><svg viewBox=\"0 0 100 100\" aria-hidden=\"true\"><rect width=\"100\" height=\"100\"");
        html.raw(class(step)).raw("/></svg> ");
        let (low, high) = (panel.words.number(low), panel.words.number(high));
        html.text(&if low == high { low } else { panel.words.fill_two(Stats::Span, &low, &high) });
        html.raw("</li>");
    }
    html.raw("</ul>");
}

fn table(html: &mut Html, panel: Panel, heading: &str) {
    draw::behind(html, panel, "week", heading);
    html.raw("<th scope=\"col\">").text(panel.say(Stats::Hour)).raw("</th>");
    let days: Vec<&str> = panel.view.days.iter().map(String::as_str).collect();
    draw::heads(html, &days);
    for hour in 0..24 {
        let cells = panel.report.week.iter().map(|day| day.get(hour).copied().map_or(0, size));
        draw::row(html, panel, &hours(panel, hour), &cells.collect::<Vec<_>>());
    }
    draw::end(html);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_hold_all_numbers() {
        for most in [1, 2, 3, 4, 5, 17, 12_345_678] {
            assert_eq!(step(0, most), 0);
            assert_eq!(step(most, most), STEPS, "{most}");
            for n in 1..most.min(100) {
                let step = step(n, most);
                assert!(n <= limit(step, most) && n > limit(step - 1, most), "{n} of {most}");
            }
        }
        assert_eq!(step(1, 100), 1);
        assert_eq!(step(26, 100), 2);
    }
}
