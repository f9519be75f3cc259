//! The card's place for signing: the form, the way to where one can sign, or what
//! is known of the supporter's signature.

use super::super::Html;
use super::super::form::{Filled, form};
use crate::destination::LINK;
use crate::i18n::Key;
use crate::record::Record;
use crate::widget::{Stage, Widget};

pub(super) fn render(html: &mut Html, card: &Widget, now: i64) {
    let (locale, campaign) = (card.locale, &card.campaign);
    if campaign.destination.is_empty() {
        return;
    }
    html.raw("<section part=\"sign\" class=\"sign\" lang=\"").text(locale.id()).raw("\">");
    if let Some(address) = campaign.destination.strip_prefix(LINK) {
        let host = address.split('/').nth(2).unwrap_or("");
        html.raw("<a part=\"sign-button\" class=\"button\" target=\"_blank\" rel=\"noopener\" data-sign=\"link\" href=\"");
        html.text(&card.elsewhere(address)).raw("\">").text(&locale.fill(Key::SignThere, host)).raw("</a>");
    } else if card.stage == Stage::Waiting {
        thanks(html, locale.say(Key::Thanks));
        html.wrap("<p>", locale.say(Key::Queued), "</p></div>");
    } else if card.stage == Stage::Signed {
        thanks(html, locale.say(Key::SignedBefore));
        html.raw("</div>");
    } else if card.closed(now) {
        html.wrap("<p class=\"closed\" part=\"closed\">", locale.say(Key::Closed), "</p>");
    } else {
        let values = Record::read(&card.draft);
        form(html, locale, campaign, &Filled { values, ..Filled::default() });
    }
    html.raw("</section>");
}

/// The heading of what takes the form's place; the caller closes the `div`.
pub fn thanks(html: &mut Html, words: &str) {
    html.raw("<div part=\"thanks\" class=\"thanks\"><h3 id=\"thanks\" class=\"heading\" tabindex=\"-1\">");
    html.text(words).raw("</h3>");
}
