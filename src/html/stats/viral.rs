//! How the campaign spreads by itself.

use super::quantity::decimal;
use super::{Panel, open};
use crate::html::Html;
use crate::i18n::Stats;

pub fn render(html: &mut Html, panel: Panel) {
    let (viral, words) = (panel.report.viral, panel.words);
    open(html, "viral", panel.say(Stats::ViralHeading));
    html.raw("<p class=\"answer\"><strong>");
    match viral.k {
        Some(k) => html.text(&words.fill(Stats::Viral, &decimal(words, k))),
        None => html.text(panel.say(Stats::ViralUnknown)),
    };
    html.raw("</strong></p><p>").text(panel.say(Stats::ViralMeaning)).raw("</p><dl class=\"factors\">");
    for (name, value) in [
        (Stats::ViralClicks, viral.clicks),
        (Stats::ViralArrivals, viral.arrivals),
        (Stats::ViralSignatures, viral.signatures),
    ] {
        html.raw("<div><dt>").text(panel.say(name)).raw("</dt><dd>");
        match value {
            Some(value) => html.text(&decimal(words, value)),
            None => html.text(panel.say(Stats::NotYet)),
        };
        html.raw("</dd></div>");
    }
    html.raw("</dl></section>");
}
