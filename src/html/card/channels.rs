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
    let signed = card.stage != Stage::Open && !card.campaign.destination.is_empty();
    html.raw("<section part=\"share\" class=\"share\" aria-labelledby=\"share\" lang=\"").text(locale.id());
    html.raw("\"><h3 id=\"share\" class=\"heading\">");
    html.text(locale.say(if signed { Key::ShareAfter } else { Key::ShareHeading })).raw("</h3>");
    if signed {
        html.wrap("<p>", locale.say(Key::ShareWhy), "</p>");
    }
    html.raw("<ul part=\"channels\" class=\"channels\">");
    for channel in channels {
        html.raw("<li>");
        entry(html, card, channel);
        html.raw("</li>");
    }
    html.raw("</ul><p class=\"tools\">");
    tool(html, "composer", locale.say(Key::EditMessage));
    tool(html, "picker", locale.say(Key::MoreChannels));
    html.raw("</p></section>");
}

/// A button that opens a dialog.
fn tool(html: &mut Html, opens: &'static str, label: &str) {
    html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" aria-haspopup=\"dialog\" data-open=\"")
        .raw(opens);
    html.raw("\">").text(label).raw("</button>");
}

/// A channel's link or button.
pub fn entry(html: &mut Html, card: &Widget, channel: &Channel) {
    let name = name(channel, card.locale);
    let link = card.link(channel);
    let anchor = channel.is_link() && !link.get("href").is_empty();
    if anchor {
        html.raw("<a href=\"").text(link.get("href")).raw("\" ");
        if channel.opens_tab() {
            html.raw("target=\"_blank\" rel=\"noopener noreferrer\" aria-label=\"");
            html.text(&card.locale.fill(Key::NewTab, name)).raw("\" ");
        }
    } else {
        html.raw("<button type=\"button\" ");
    }
    html.raw("part=\"channel channel-").text(channel.id).raw("\" class=\"channel\" data-channel=\"");
    html.text(channel.id)
        .raw("\"><svg part=\"icon\" class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"");
    html.wrap(" data-icons=\"", if channel.icon.is_empty() { channel.group } else { "" }, "\"").raw(">");
    html.wrap("<path d=\"", channel.icon, "\"/>").raw("</svg><span>").text(name).raw("</span>");
    html.raw(if anchor { "</a>" } else { "</button>" });
}

/// What channels are called in `locale`: id, tab, name, a line each.
#[cfg(not(target_arch = "wasm32"))]
pub fn names(locale: &str) -> String {
    let locale = Locale::read(crate::i18n::pack(locale).leak());
    let catalogue = crate::channel::Catalogue::complete();
    let line = |channel: &Channel| [channel.id, "\t", name(channel, locale)].concat();
    catalogue.all().iter().map(line).collect::<Vec<_>>().join("\n")
}

fn name(channel: &Channel, locale: Locale) -> &'static str {
    if !channel.name.is_empty() {
        return channel.name;
    }
    match channel.kind {
        Kind::Mail => locale.say(Key::ChannelEmail),
        Kind::Sms => locale.say(Key::ChannelSms),
        Kind::Copy => locale.say(Key::ChannelCopy),
        Kind::Device => locale.say(Key::ChannelDevice),
        Kind::Text => locale.say(Key::ChannelText),
        Kind::Qr => locale.say(Key::ChannelQr),
        Kind::Print => locale.say(Key::ChannelPrint),
        _ => channel.name,
    }
}
