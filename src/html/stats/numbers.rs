//! The big numbers, and how many get from each step to the next.

use super::quantity::of;
use super::{Panel, draw, open};
use crate::count::table::Kind;
use crate::html::Html;
use crate::i18n::Stats;
use crate::stats::report::{Counts, Stage, Step};

/// Numbers with more characters than this are too wide for four beside each other.
const LONG: usize = 9;

/// How often `kind` was counted.
pub fn get(counts: &Counts, kind: Kind) -> u64 {
    counts.get(kind as usize).copied().unwrap_or(0)
}

/// Clicks on channels, and copies of the link.
pub fn clicks(counts: &Counts) -> u64 {
    get(counts, Kind::Share).saturating_add(get(counts, Kind::Copy))
}

pub fn render(html: &mut Html, panel: Panel) {
    let totals = &panel.report.totals;
    html.raw("<dl class=\"numbers\">");
    // Views know no channel, so one channel's views would be a lie.
    let views = if panel.view.channel.is_none() {
        number(html, panel, Stats::Views, get(totals, Kind::View), "")
    } else {
        html.raw("<div><dt>").text(panel.say(Stats::Views)).raw("</dt><dd>–</dd><dd class=\"note\">");
        html.text(panel.say(Stats::ViewsUnmarked)).raw("</dd></div>");
        0
    };
    let sent = get(totals, Kind::Sent);
    let delivered = if sent > 0 { panel.words.count(Stats::Delivered, sent, "") } else { String::new() };
    number(html, panel, Stats::Signatures, get(totals, Kind::Sign), &delivered);
    number(html, panel, Stats::Clicks, clicks(totals), "");
    number(html, panel, Stats::Arrivals, get(totals, Kind::Arrival), "");
    html.raw("</dl>");
    funnel(html, panel, views);
}

fn number(html: &mut Html, panel: Panel, name: Stats, n: u64, note: &str) -> u64 {
    html.raw("<div><dt>").text(panel.say(name)).raw("</dt>");
    let digits = panel.words.number(n);
    html.raw(if digits.chars().count() > LONG { "<dd class=\"long\">" } else { "<dd>" });
    html.text(&digits).raw("</dd>");
    html.wrap("<dd class=\"note\">", note, "</dd>").raw("</div>");
    n
}

fn funnel(html: &mut Html, panel: Panel, views: u64) {
    let steps = panel.report.funnel.iter().filter(|step| step.kind != Stage::Views || views > 0);
    let steps: Vec<&Step> = steps.collect();
    let most = steps.iter().map(|step| step.n).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    open(html, "funnel", panel.say(Stats::FunnelHeading));
    html.raw("<ol class=\"steps\">");
    let mut before: Option<&Step> = None;
    for step in steps {
        let name = match step.kind {
            Stage::Views => Stats::Views,
            Stage::Signatures => Stats::Signatures,
            Stage::Clicks => Stats::Clicks,
            Stage::Arrivals => Stats::Arrivals,
            Stage::SignaturesOfArrivals => Stats::SignaturesOfArrivals,
        };
        html.raw("<li><span class=\"name\">").text(panel.say(name)).raw("</span> <strong>");
        html.text(&panel.words.number(step.n)).raw("</strong> ");
        html.wrap("<span class=\"rate\">", &rate(panel, before, step), "</span>");
        draw::bar(html, step.n, most);
        html.raw("</li>");
        before = Some(step);
    }
    html.raw("</ol></section>");
}

/// How many of the step before. Only some steps are a part of the one before; people
/// may well click without signing, so there it is "for", not "of".
fn rate(panel: Panel, before: Option<&Step>, step: &Step) -> String {
    let (Some(before), Some(rate)) = (before, step.rate) else { return String::new() };
    let key = match before.kind {
        Stage::Views if step.n <= before.n => Stats::OfViews,
        Stage::Views => Stats::PerViews,
        Stage::Signatures | Stage::SignaturesOfArrivals => Stats::PerSignatures,
        Stage::Clicks => Stats::PerClicks,
        Stage::Arrivals if step.n <= before.n => Stats::OfArrivals,
        Stage::Arrivals => Stats::PerArrivals,
    };
    of(panel.words, key, step.n, before.n, rate)
}
