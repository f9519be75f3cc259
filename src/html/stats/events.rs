//! What happened while the line ran, marked on it.

use super::Panel;
use super::draw::{WHOLE, length};
use super::line::{Frame, label};
use crate::html::Html;
use crate::i18n::Stats;
use crate::number;
use crate::text::concat;

/// What happened, by the point in which it did: those before and after the line are
/// left out.
pub fn find(panel: Panel) -> Vec<(usize, String)> {
    let line = &panel.report.line;
    let mut sorted: Vec<&(i64, String)> = panel.view.events.iter().collect();
    sorted.sort_by_key(|(at, _)| *at);
    // The last point has no next one to end it, so its length is that of the one before.
    let end = match line.as_slice() {
        [.., one, last] => last.start.saturating_add(last.start.saturating_sub(one.start)),
        [only] => only.start.saturating_add(86_400_000),
        [] => 0,
    };
    let mut found: Vec<(usize, String)> = Vec::new();
    for (at, words) in sorted {
        let after = line.partition_point(|point| point.start <= *at);
        if after == 0 || *at >= end {
            continue;
        }
        match found.last_mut() {
            Some((index, before)) if *index + 1 == after => *before = concat(&[before, "; ", words]),
            _ => found.push((after - 1, words.clone())),
        }
    }
    found
}

/// Numbered marks over the line, where things happened.
pub fn marks(html: &mut Html, frame: Frame, events: &[(usize, String)]) {
    let mut before: Option<u64> = None;
    for ((index, _), number) in events.iter().zip(1..) {
        let x = frame.x(*index);
        // The next ones would cover it, so they stand higher by turns.
        let high = before.is_some_and(|before| before.abs_diff(x) < WHOLE / 10);
        before = if high { None } else { Some(x) };
        html.raw(if high { "<g class=\"mark high\"><line" } else { "<g class=\"mark\"><line" });
        length(html, "x1", x);
        length(html, "x2", x);
        html.raw(if high {
            " y1=\"-38\" y2=\"100%\"/><circle cy=\"-48\""
        } else {
            " y1=\"-16\" y2=\"100%\"/><circle cy=\"-26\""
        });
        html.raw(" r=\"10\"");
        length(html, "cx", x);
        html.raw(if high { "/><text y=\"-44\"" } else { "/><text y=\"-22\"" });
        length(html, "x", x);
        html.raw(">").text(&number::text(number)).raw("</text></g>");
    }
}

/// What the marks' numbers stand for.
pub fn list(html: &mut Html, panel: Panel, events: &[(usize, String)]) {
    if events.is_empty() {
        return;
    }
    html.raw("<h4>").text(panel.say(Stats::Happened)).raw("</h4><ol class=\"happened\">");
    for (index, words) in events {
        html.raw("<li><span class=\"day\">").text(label(panel, *index)).raw("</span> <bdi>").text(words);
        html.raw("</bdi></li>");
    }
    html.raw("</ol>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::stats::View;
    use crate::i18n::Locale;
    use crate::stats::report::{Point, Report};

    #[test]
    fn events_belong_to_the_point_they_happened_in() {
        let point = |start| Point { start, counts: [0; 6] };
        let report = Report { line: vec![point(100), point(200), point(300)], ..Report::default() };
        let events = [(299, "c"), (200, "b"), (99, "too early"), (400, "too late"), (399, "d")];
        let events = events.map(|(at, words)| (at, words.to_owned())).to_vec();
        let view = View { events, ..View::default() };
        let panel = Panel { report: &report, view: &view, words: Locale::default() };
        assert_eq!(find(panel), [(1, "b; c".to_owned()), (2, "d".to_owned())]);
    }
}
