//! What can be done with the counts: saving, bringing together, deleting.

use super::{Panel, button, open};
use crate::html::Html;
use crate::i18n::Stats;

pub fn render(html: &mut Html, panel: Panel) {
    let view = panel.view;
    open(html, "held", panel.say(Stats::DataHeading));
    html.raw("<p>");
    if view.replicas == 0 {
        html.text(panel.say(Stats::ReplicasNone));
    } else {
        html.text(&panel.words.count(Stats::Replicas, view.replicas, ""));
    }
    html.raw("</p><label class=\"drop\" data-drop><strong>").text(panel.say(Stats::Import));
    html.raw("</strong> <span>").text(panel.say(Stats::ImportDrop)).raw("</span>");
    html.raw("<input type=\"file\" multiple accept=\".json,application/json\" data-act=\"import\"></label>");
    html.raw("<p class=\"tools\">");
    button(html, "csv", panel.say(Stats::SaveCsv));
    button(html, "json", panel.say(Stats::SaveJson));
    button(html, "reset", panel.say(Stats::Reset));
    html.raw("</p><div class=\"said\"><p class=\"status\" role=\"status\" data-message>").text(&view.message);
    html.raw("</p>");
    if view.undo {
        button(html, "undo", panel.say(Stats::Undo));
    }
    html.raw("</div><p class=\"note private\">").text(panel.say(Stats::Private)).raw("</p></section>");
}
