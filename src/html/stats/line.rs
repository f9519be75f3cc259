//! Signatures and arrivals over time.

use super::draw::{self, WHOLE, length};
use super::numbers::{clicks, get};
use super::scale::{axis, part};
use super::{Panel, events, open};
use crate::count::table::Kind;
use crate::html::Html;
use crate::i18n::Stats;
use crate::number;
use crate::stats::report::{Point, Unit};
use crate::text::concat;

/// Names closer to each other than this would touch; in parts of [`WHOLE`] of the height.
const APART: u64 = 900;
/// Each point of a line this short gets a dot.
const DOTS: usize = 14;
/// Longer lines have points too narrow to aim at.
const AIMED_AT: usize = 400;

/// The line's measures: what the axis holds, and how wide a point is.
#[derive(Clone, Copy)]
pub struct Frame {
    step: u64,
    top: u64,
    points: u64,
    rtl: bool,
}

impl Frame {
    /// Where the point `index` stands, from the left edge.
    pub fn x(self, index: usize) -> u64 {
        let index = u64::try_from(index).unwrap_or(u64::MAX);
        let x = if self.points < 2 { WHOLE / 2 } else { part(index, self.points - 1, WHOLE) };
        if self.rtl { WHOLE - x } else { x }
    }

    /// How far `n` is below the top.
    fn y(self, n: u64) -> u64 {
        WHOLE - part(n, self.top, WHOLE)
    }
}

pub fn render(html: &mut Html, panel: Panel) {
    let line = &panel.report.line;
    let heading = panel.say(match panel.report.unit {
        Unit::Hour => Stats::LineHours,
        Unit::Day => Stats::LineDays,
        Unit::Week => Stats::LineWeeks,
        Unit::Month => Stats::LineMonths,
    });
    open(html, "line", heading);
    let most = |kind| line.iter().map(|point| get(&point.counts, kind)).max().unwrap_or(0);
    let highest = most(Kind::Sign).max(most(Kind::Arrival));
    if highest == 0 {
        html.raw("<p>").text(panel.say(Stats::LineNone)).raw("</p></section>");
        return;
    }
    let (step, top) = axis(highest);
    let frame = Frame { step, top, points: u64::try_from(line.len()).unwrap_or(u64::MAX), rtl: panel.rtl() };
    let events = events::find(panel);
    html.raw(if events.is_empty() { "<div class=\"frame\">" } else { "<div class=\"frame marked\">" });
    draw::chart(html, "line", panel.say(Stats::LineChart), &gist(panel));
    grid(html, frame);
    dates(html, panel, frame);
    html.raw("<svg viewBox=\"0 0 10000 10000\" preserveAspectRatio=\"none\" class=\"paths\">");
    path(html, frame, line, Kind::Arrival);
    path(html, frame, line, Kind::Sign);
    aims(html, panel, frame);
    html.raw("</svg>");
    dots(html, frame, line, Kind::Arrival);
    dots(html, frame, line, Kind::Sign);
    names(html, panel, frame);
    events::marks(html, frame, &events);
    numbers(html, panel, frame);
    html.raw("</svg></div>");
    events::list(html, panel, &events);
    table(html, panel, heading);
    html.raw("</section>");
}

/// What the point `index` is called.
pub fn label(panel: Panel<'_>, index: usize) -> &str {
    panel.view.labels.get(index).map_or("", String::as_str)
}

/// What the line shows, in a sentence each: the sums, and the heights.
fn gist(panel: Panel) -> String {
    let sum =
        |kind| panel.report.line.iter().fold(0u64, |sum, point| sum.saturating_add(get(&point.counts, kind)));
    let (sign, arrival) = (panel.words.number(sum(Kind::Sign)), panel.words.number(sum(Kind::Arrival)));
    let mut gist = panel.words.fill_two(Stats::LineSum, &sign, &arrival);
    for (kind, key) in [(Kind::Sign, Stats::LineMostSignatures), (Kind::Arrival, Stats::LineMostArrivals)] {
        // The first of the highest.
        let highest =
            panel.report.line.iter().enumerate().rev().max_by_key(|(_, point)| get(&point.counts, kind));
        if let Some((index, point)) = highest.filter(|(_, point)| get(&point.counts, kind) > 0) {
            let n = panel.words.number(get(&point.counts, kind));
            gist = concat(&[&gist, " ", &panel.words.fill_two(key, label(panel, index), &n)]);
        }
    }
    gist
}

/// The steps of the axis, the highest of which is its top.
fn steps(frame: Frame) -> impl Iterator<Item = u64> {
    (1..=frame.top / frame.step).map(move |index| frame.step * index)
}

fn grid(html: &mut Html, frame: Frame) {
    for n in std::iter::once(0).chain(steps(frame)) {
        html.raw(if n == 0 {
            "<line x2=\"100%\" class=\"base\""
        } else {
            "<line x2=\"100%\" class=\"grid\""
        });
        length(html, "y1", frame.y(n));
        length(html, "y2", frame.y(n));
        html.raw("/>");
    }
}

/// What the steps stand for. They are written over the lines, so that these do not
/// cross them out.
fn numbers(html: &mut Html, panel: Panel, frame: Frame) {
    for n in steps(frame) {
        html.raw("<text dy=\"-4\" class=\"tick\"");
        length(html, "x", if frame.rtl { WHOLE } else { 0 });
        length(html, "y", frame.y(n));
        html.raw(">").text(&panel.words.number(n)).raw("</text>");
    }
}

fn dates(html: &mut Html, panel: Panel, frame: Frame) {
    let last = panel.report.line.len().saturating_sub(1);
    let mut before = None;
    for quarter in 0..=4 {
        let index = last * quarter / 4;
        if before == Some(index) {
            continue;
        }
        before = Some(index);
        html.raw("<text y=\"100%\" dy=\"18\" class=\"tick ");
        html.raw(if quarter % 2 == 1 { "odd " } else { "" });
        html.raw(match (last, quarter) {
            (1.., 0) => "start\"",
            (1.., 4) => "end\"",
            _ => "middle\"",
        });
        length(html, "x", frame.x(index));
        html.raw(">").text(label(panel, index)).raw("</text>");
    }
}

fn name_of(kind: Kind) -> &'static str {
    if kind == Kind::Sign { "signatures" } else { "arrivals" }
}

fn path(html: &mut Html, frame: Frame, line: &[Point], kind: Kind) {
    html.raw("<path class=\"").raw(name_of(kind)).raw("\" d=\"M");
    for (index, point) in line.iter().enumerate() {
        html.raw(if index > 0 { " " } else { "" }).text(&number::text(frame.x(index)));
        html.raw(" ").text(&number::text(frame.y(get(&point.counts, kind))));
    }
    html.raw("\"/>");
}

/// What a pointer resting on a point is told.
fn aims(html: &mut Html, panel: Panel, frame: Frame) {
    let line = &panel.report.line;
    if line.len() > AIMED_AT {
        return;
    }
    let width = WHOLE / frame.points.max(1);
    for (index, point) in line.iter().enumerate() {
        html.raw("<rect class=\"aim\" height=\"10000\"");
        draw::count(html, "x", frame.x(index).saturating_sub(width / 2));
        draw::count(html, "width", width);
        html.raw("><title>").text(label(panel, index)).raw("\n");
        for (kind, name) in [(Kind::Sign, Stats::Signatures), (Kind::Arrival, Stats::Arrivals)] {
            let n = panel.words.number(get(&point.counts, kind));
            html.text(&panel.words.fill_two(Stats::Point, panel.say(name), &n)).raw("\n");
        }
        html.raw("</title></rect>");
    }
}

fn dots(html: &mut Html, frame: Frame, line: &[Point], kind: Kind) {
    if line.len() > DOTS {
        return;
    }
    for (index, point) in line.iter().enumerate() {
        let (x, y) = (frame.x(index), frame.y(get(&point.counts, kind)));
        if kind == Kind::Sign {
            html.raw("<circle r=\"4\" class=\"dot signatures\"");
            length(html, "cx", x);
            length(html, "cy", y);
        } else {
            html.raw("<rect width=\"7\" height=\"7\" class=\"dot arrivals\"");
            length(html, "x", x);
            length(html, "y", y);
        }
        html.raw("/>");
    }
}

/// The lines' names, where the lines end; moved apart where they would touch.
fn names(html: &mut Html, panel: Panel, frame: Frame) {
    let Some(last) = panel.report.line.last() else { return };
    let at = |kind| frame.y(get(&last.counts, kind));
    let (mut sign, mut arrival) = (at(Kind::Sign), at(Kind::Arrival));
    if sign.abs_diff(arrival) < APART {
        let middle = u64::midpoint(sign, arrival).clamp(APART / 2, WHOLE - APART / 2);
        let (upper, lower) = (middle - APART / 2, middle + APART / 2);
        (sign, arrival) = if sign < arrival { (upper, lower) } else { (lower, upper) };
    }
    for (y, name, class) in [(sign, Stats::Signatures, "signatures"), (arrival, Stats::Arrivals, "arrivals")]
    {
        html.raw("<text class=\"name ").raw(class).raw("\" dy=\"4\"");
        length(html, "x", if frame.rtl { 0 } else { WHOLE });
        length(html, "y", y);
        html.raw(if frame.rtl { " dx=\"-10\">" } else { " dx=\"10\">" });
        html.text(panel.say(name)).raw("</text>");
    }
}

fn table(html: &mut Html, panel: Panel, heading: &str) {
    draw::behind(html, panel, "line", heading);
    let heads = [Stats::When, Stats::Views, Stats::Signatures, Stats::Clicks, Stats::Arrivals];
    // A choice of one channel has no views.
    let views = panel.view.channel.is_none();
    let heads: Vec<&str> =
        heads.into_iter().filter(|key| views || *key != Stats::Views).map(|key| panel.say(key)).collect();
    draw::heads(html, &heads);
    for (index, point) in panel.report.line.iter().enumerate() {
        let counts = &point.counts;
        let mut cells = vec![get(counts, Kind::Sign), clicks(counts), get(counts, Kind::Arrival)];
        if views {
            cells.insert(0, get(counts, Kind::View));
        }
        draw::row(html, panel, label(panel, index), &cells);
    }
    draw::end(html);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_as_the_language_does() {
        let (ltr, rtl) = (
            Frame { step: 5, top: 10, points: 5, rtl: false },
            Frame { step: 5, top: 10, points: 5, rtl: true },
        );
        assert_eq!([ltr.x(0), ltr.x(1), ltr.x(4)], [0, 2500, 10_000]);
        assert_eq!([rtl.x(0), rtl.x(1), rtl.x(4)], [10_000, 7500, 0]);
        assert_eq!(Frame { step: 1, top: 1, points: 1, rtl: false }.x(0), 5000);
        assert_eq!([ltr.y(0), ltr.y(10)], [10_000, 0]);
    }
}
