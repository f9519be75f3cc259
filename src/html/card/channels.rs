//! The row of channels.

use crate::channel::{Channel, Kind};
use crate::html::Html;
use crate::i18n::{Key, Locale};
use crate::widget::{Stage, Widget};

pub(super) fn render(html: &mut Html, card: &Widget) {
    let channels = card.channels();
    if channels.is_empty() {
        return;
    }
    let locale = card.locale;
    let signed = !matches!(card.stage, Stage::Open | Stage::Sending) && !card.campaign.destination.is_empty();
    html.raw("<section part=\"share\" class=\"share\" aria-labelledby=\"share\" lang=\"").text(locale.id());
    html.raw("\"><h3 id=\"share\" class=\"heading\">");
    html.text(locale.say(if signed { Key::ShareAfter } else { Key::ShareHeading })).raw("</h3>");
    if signed {
        html.wrap("<p>", locale.say(Key::ShareWhy), "</p>");
    }
    html.raw("<ul part=\"channels\" class=\"channels\">");
    for channel in channels {
        html.raw("<li>");
        one(html, card, channel);
        html.raw("</li>");
    }
    html.raw("</ul></section>");
}

fn one(html: &mut Html, card: &Widget, channel: &Channel) {
    let name = name(channel, card.locale);
    if channel.is_link() {
        html.raw("<a href=\"").text(card.link(channel).get("href")).raw("\" ");
        if channel.kind == Kind::Link {
            html.raw("target=\"_blank\" rel=\"noopener noreferrer\" aria-label=\"");
            html.text(&card.locale.fill(Key::NewTab, name)).raw("\" ");
        }
    } else {
        html.raw("<button type=\"button\" ");
    }
    html.raw("part=\"channel channel-").text(channel.id).raw("\" class=\"channel\" data-channel=\"");
    html.text(channel.id)
        .raw("\"><svg part=\"icon\" class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">");
    html.wrap("<path d=\"", channel.icon, "\"/>").raw("</svg><span>").text(name).raw("</span>");
    html.raw(if channel.is_link() { "</a>" } else { "</button>" });
}

fn name(channel: &Channel, locale: Locale) -> &'static str {
    match channel.kind {
        Kind::Mail => locale.say(Key::ChannelEmail),
        Kind::Sms => locale.say(Key::ChannelSms),
        Kind::Copy => locale.say(Key::ChannelCopy),
        Kind::Device => locale.say(Key::ChannelDevice),
        Kind::Link => channel.name,
    }
}
