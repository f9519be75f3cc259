//! Messages compared, with an honest word on what the difference means.

use super::draw::{self, length};
use super::quantity::{decimal, whole};
use super::scale::part;
use super::{Panel, open};
use crate::html::Html;
use crate::i18n::Stats;
use crate::stats::report::{Variant, Verdict};

/// Shares are compared in parts of a million.
const MILLION: f64 = 1e6;

pub fn render(html: &mut Html, panel: Panel) {
    let heading = panel.say(Stats::VariantsHeading);
    open(html, "variants", heading);
    html.raw("<p class=\"verdict\">").text(&verdict(panel)).raw("</p>");
    let variants = &panel.report.variants;
    if variants.is_empty() {
        html.raw("</section>");
        return;
    }
    let most = variants.iter().filter_map(|variant| variant.rate).map(|[_, _, high]| whole(high * MILLION));
    let most = most.max().unwrap_or(0);
    draw::table(html, heading);
    let heads = [Stats::Variant, Stats::Clicks, Stats::Arrivals, Stats::Signatures, Stats::PerHundredRange];
    draw::heads(html, &heads.map(|key| panel.say(key)));
    for variant in variants {
        row(html, panel, variant, most);
    }
    html.raw("</tbody></table></div></section>");
}

fn row(html: &mut Html, panel: Panel, variant: &Variant, most: u64) {
    let words = panel.words;
    let name = if variant.name.is_empty() { panel.say(Stats::Unmarked) } else { &variant.name };
    html.raw("<tr><th scope=\"row\"><bdi>").text(name).raw("</bdi></th>");
    for n in [variant.clicks, variant.arrivals, variant.signatures] {
        html.raw("<td>").text(&words.number(n)).raw("</td>");
    }
    html.raw("<td>");
    if let Some([low, middle, high]) = variant.rate {
        let [from, rate, to] = [low, middle, high].map(|rate| decimal(words, rate * 100.0));
        let range = words.fill_two(Stats::Span, &from, &to);
        html.text(&words.fill_two(Stats::Interval, &rate, &range));
        let [from, rate, to] = [low, middle, high].map(|rate| part(whole(rate * MILLION), most, draw::WHOLE));
        html.raw("<svg class=\"range\" aria-hidden=\"true\"><line y1=\"50%\" y2=\"50%\"");
        length(html, "x1", from);
        length(html, "x2", to);
        html.raw("/><circle cy=\"50%\" r=\"4\"");
        length(html, "cx", rate);
        html.raw("/></svg>");
    } else {
        html.text("–");
    }
    html.raw("</td></tr>");
}

fn verdict(panel: Panel) -> String {
    let words = panel.words;
    match &panel.report.verdict {
        Verdict::None => panel.say(Stats::VerdictNone).into(),
        Verdict::TooFew(n) => words.count(Stats::VerdictFew, *n, ""),
        Verdict::NoDifference => panel.say(Stats::VerdictSame).into(),
        Verdict::Better { name, p } => {
            let chance = match *p {
                p if p >= 0.01 => words.count(Stats::ByAccident, whole(p * 100.0), &words.number(100)),
                p if p >= 0.001 => words.count(Stats::ByAccident, whole(p * 1000.0), &words.number(1000)),
                _ => words.fill(Stats::Hardly, &words.number(1000)),
            };
            words.fill_two(Stats::VerdictBetter, name, &chance)
        }
    }
}
