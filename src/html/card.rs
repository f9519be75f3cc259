//! The card as HTML. The browser and whatever prerenders pages both draw it here.
//!
//! Styles, scripts and handlers stand elsewhere, so the strictest page takes it.

pub mod channels;
pub(crate) mod sign;

#[cfg(not(target_arch = "wasm32"))]
pub use channels::names;

use super::Html;
use crate::i18n::Key;
use crate::widget::Widget;
use crate::{goal, number};

const DAY: i64 = 86_400_000;

/// The whole card, as the content of the element's shadow root. `now` in
/// milliseconds since 1970.
pub fn render(card: &Widget, now: i64) -> String {
    let mut html = Html::default();
    html.raw("<article part=\"card\" class=\"card ").text(card.campaign.theme);
    html.raw("\" dir=\"").text(card.locale.direction()).raw("\">");
    for part in card.campaign.parts() {
        match part {
            "cause" => cause(&mut html, card),
            "progress" => progress(&mut html, card, now),
            "sign" => sign::render(&mut html, card, now),
            "supporters" => {
                if !card.campaign.text("supporters").is_empty() {
                    html.raw(
                        "<section part=\"supporters\" class=\"supporters\" data-later=\"supporters\" lang=\"",
                    );
                    html.text(card.locale.id()).raw("\"></section>");
                }
            }
            "events" => {
                if !card.campaign.text("events.0.title").is_empty() {
                    later(&mut html, "events");
                }
            }
            _ => channels::render(&mut html, card),
        }
    }
    status(&mut html, card);
    html.raw("</article>");
    html.end()
}

fn cause(html: &mut Html, card: &Widget) {
    let campaign = &card.campaign;
    html.raw("<header part=\"cause\" class=\"cause\">");
    if !campaign.text("video").is_empty() {
        later(html, "video");
    } else if !campaign.text("image").is_empty() {
        html.raw("<img part=\"image\" class=\"image\" loading=\"lazy\" alt=\"")
            .text(campaign.text("imageAlt"));
        html.raw("\" src=\"").text(campaign.text("image")).raw("\">");
    }
    html.wrap("<h2 part=\"headline\" class=\"headline\" dir=\"auto\">", campaign.text("headline"), "</h2>");
    if !campaign.text("target").is_empty() {
        let to = card.locale.fill(Key::AddressedTo, campaign.text("target"));
        html.wrap("<p part=\"target\" class=\"target\" dir=\"auto\">", &to, "</p>");
    }
    if !campaign.text("text").is_empty() {
        html.raw("<div part=\"text\" class=\"text\" dir=\"auto\">");
        for paragraph in campaign.text("text").split('\n') {
            html.wrap("<p>", paragraph.trim(), "</p>");
        }
        html.raw("</div>");
    }
    html.raw("</header>");
}

/// A place that another part of this package fills in.
fn later(html: &mut Html, part: &'static str) {
    html.raw("<div class=\"")
        .raw(part)
        .raw("\" part=\"")
        .raw(part)
        .raw("\" data-later=\"")
        .raw(part)
        .raw("\"></div>");
}

fn progress(html: &mut Html, card: &Widget, now: i64) {
    let (locale, campaign) = (&card.locale, &card.campaign);
    let goal = goal::next(&campaign.goals, card.signatures);
    let goal_text = locale.number(goal);
    html.raw("<section part=\"progress\" class=\"progress\" lang=\"")
        .text(locale.id())
        .raw("\"><p part=\"count\" class=\"count\">");
    if card.signatures == 0 {
        html.text(locale.say(Key::BeFirst));
    } else {
        html.text(&locale.count(Key::Signatures, card.signatures, ""));
    }
    html.raw("</p><progress part=\"bar\" class=\"bar\" max=\"").text(&number::text(goal));
    html.raw("\" value=\"").text(&number::text(card.signatures)).raw("\" aria-label=\"");
    html.text(&locale.fill(Key::Progress, &goal_text)).raw("\"></progress><p part=\"goal\" class=\"goal\">");
    if !campaign.goals.is_empty() && !campaign.goals.contains(&goal) {
        html.text(locale.say(Key::GoalReached)).raw(" · ");
    }
    html.text(&locale.count(Key::Missing, goal - card.signatures, &goal_text)).raw("</p>");
    if let Some(deadline) = campaign.deadline.filter(|deadline| *deadline >= now) {
        let days = u64::try_from((deadline - now) / DAY).unwrap_or(0);
        html.raw("<p class=\"deadline\"><time part=\"deadline\" datetime=\"")
            .text(campaign.text("deadline"))
            .raw("\">");
        if days == 0 {
            html.text(locale.say(Key::LastDay));
        } else {
            html.text(&locale.count(Key::DaysLeft, days, ""));
        }
        html.raw("</time></p>");
    }
    html.raw("</section>");
}

/// The live region stands there from the start: one that appears together with
/// its first message is not announced.
fn status(html: &mut Html, card: &Widget) {
    html.raw("<p part=\"status\" class=\"status\" role=\"status\" lang=\"").text(card.locale.id()).raw("\">");
    html.text(&card.status);
    html.raw("</p>");
    if !card.copy_by_hand.is_empty() {
        html.raw("<input id=\"copy\" class=\"input\" part=\"link\" readonly aria-label=\"");
        html.text(card.locale.say(Key::ChannelCopy)).raw("\" value=\"").text(&card.copy_by_hand).raw("\">");
    }
}
