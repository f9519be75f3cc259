//! The dialogs, which load when they are opened. Each function writes what stands
//! inside a `<dialog>`.

use super::Html;
use crate::channel::{Catalogue, Channel, GROUPS, Kind};
use crate::i18n::{Locale, More};

/// What the categories are called, in the order of [`GROUPS`].
const CATEGORIES: [More; 9] = [
    More::CategoryDevice,
    More::CategoryMessenger,
    More::CategorySocial,
    More::CategoryMail,
    More::CategoryFederated,
    More::CategoryBlog,
    More::CategoryProfessional,
    More::CategoryBookmark,
    More::CategoryOther,
];

/// The example in words about servers.
pub const EXAMPLE_SERVER: &str = "example.social";

pub(super) fn head(html: &mut Html, words: Locale, heading: &str) {
    html.raw("<form method=\"dialog\" class=\"head\"><h3 class=\"heading\" id=\"dialog\">").text(heading);
    html.raw("</h3><button class=\"tool\" part=\"tool\">")
        .text(words.say(More::Close))
        .raw("</button></form>");
}

/// All channels by category, those in `recent` once more on top. The list items are
/// empty: the card itself draws the links, which carry the landing link.
pub fn picker(words: Locale, catalogue: &Catalogue, recent: &[&str]) -> String {
    let mut html = Html::default();
    head(&mut html, words, words.say(More::PickerHeading));
    html.raw("<label class=\"field\"><span>").text(words.say(More::Search));
    html.raw("</span><input type=\"search\" class=\"input\" part=\"input\" autocomplete=\"off\" autofocus></label>");
    html.raw("<p class=\"status\" role=\"status\" data-empty=\"")
        .text(words.say(More::NothingFound))
        .raw("\"></p>");
    let recent = recent.iter().filter_map(|id| catalogue.get(id)).collect();
    list(&mut html, words, words.say(More::Recent), recent);
    for ((group, _), name) in GROUPS.into_iter().zip(CATEGORIES) {
        let channels = catalogue.all().iter().filter(|channel| channel.group == group).collect();
        list(&mut html, words, words.say(name), channels);
    }
    html.end()
}

fn list(html: &mut Html, words: Locale, heading: &str, channels: Vec<&Channel>) {
    if channels.is_empty() {
        return;
    }
    html.raw("<section class=\"category\"><h4>").text(heading).raw("</h4><ul class=\"channels\">");
    for channel in channels {
        html.raw("<li data-id=\"")
            .text(channel.id)
            .raw("\"><div data-entry=\"")
            .text(channel.id)
            .raw("\"></div>");
        if channel.kind == Kind::Federated || !channel.server_template.is_empty() {
            html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" data-server=\"").text(channel.id);
            html.raw("\" aria-label=\"").text(&words.fill(More::ServerHeading, channel.name)).raw("\">");
            html.text(words.say(More::ServerLabel)).raw("</button>");
        }
        html.raw("</li>");
    }
    html.raw("</ul></section>");
}

/// The supporter's message, with the campaign's wordings to start from.
pub fn composer(words: Locale, wordings: &[&str], suggested: &str, own: &str, kept: bool) -> String {
    let mut html = Html::default();
    head(&mut html, words, words.say(More::ComposerHeading));
    if wordings.len() > 1 {
        html.raw("<fieldset class=\"tools plain\"><legend>")
            .text(words.say(More::Suggestions))
            .raw("</legend>");
        for (wording, number) in wordings.iter().zip(1..) {
            html.raw("<button type=\"button\" class=\"tool\" data-wording=\"").text(wording).raw("\">");
            html.text(&words.fill(More::Suggestion, &words.number(number))).raw("</button>");
        }
        html.raw("</fieldset>");
    }
    html.raw("<div class=\"field\"><label for=\"message\">").text(words.say(More::ComposerLabel));
    html.raw("</label><textarea id=\"message\" class=\"input\" part=\"input\" rows=\"5\" dir=\"auto\" ");
    html.raw("aria-describedby=\"message-hint\" autofocus data-suggested=\"").text(suggested).raw("\">\n");
    html.text(if own.is_empty() { suggested } else { own }).raw("</textarea>");
    html.raw("<p id=\"message-hint\" class=\"note\">").text(words.say(More::ComposerHint)).raw("</p></div>");
    html.raw("<label class=\"choice\"><input type=\"checkbox\" id=\"keep\"")
        .raw(if kept { " checked" } else { "" })
        .raw("> <span>");
    html.text(words.say(More::Remember)).raw("</span></label><p class=\"tools\">");
    html.raw("<button type=\"button\" class=\"tool\" data-reset>")
        .text(words.say(More::Reset))
        .raw("</button></p>");
    html.raw("<section><h4>").text(words.say(More::WhatGoesWhere));
    html.raw("</h4><ul class=\"previews\" data-previews></ul></section>");
    html.end()
}

/// What one channel makes of the message.
pub struct Preview<'a> {
    /// Where it goes.
    pub channel: &'a Channel,
    /// The message as the channel carries it.
    pub text: &'a str,
    /// The landing link.
    pub url: &'a str,
    /// How much of the limit the whole message would take.
    pub used: usize,
    /// The limit, in the channel's own units.
    pub limit: usize,
    /// How many text messages it makes; 0 where it makes none.
    pub parts: usize,
    /// Whether the message had to be cut.
    pub cut: bool,
}

/// What goes where. The first element of each item is empty: the card draws the
/// channel's link there.
pub fn previews(words: Locale, previews: &[Preview]) -> String {
    let mut html = Html::default();
    for preview in previews {
        html.raw("<li part=\"preview\"><div data-entry=\"").text(preview.channel.id);
        html.raw("\"></div><blockquote dir=\"auto\">").text(preview.text);
        html.raw("<span class=\"address\" dir=\"ltr\">").text(preview.url).raw("</span></blockquote>");
        html.raw(if preview.cut { "<p class=\"length over\">" } else { "<p class=\"length\">" });
        if preview.parts > 0 {
            html.text(&words.count(More::SmsParts, preview.parts as u64, ""));
        } else {
            let limit = words.number(preview.limit as u64);
            html.text(&words.fill_two(More::LengthOf, &words.number(preview.used as u64), &limit));
        }
        if preview.cut {
            html.raw(" · ").text(words.say(More::Shortened));
        }
        html.raw("</p></li>");
    }
    html.end()
}

/// Asks for the supporter's server on `channel`. `server` is what is known of it;
/// `wrong` says that it cannot be one.
pub fn server(words: Locale, channel: &Channel, server: &str, wrong: bool) -> String {
    let mut html = Html::default();
    head(&mut html, words, &words.fill(More::ServerHeading, channel.name));
    html.raw("<form class=\"field\" data-server novalidate><label for=\"server\">")
        .text(words.say(More::ServerLabel));
    html.raw("</label><input id=\"server\" class=\"input\" part=\"input\" dir=\"ltr\" inputmode=\"url\" ");
    html.raw("autocapitalize=\"off\" autocomplete=\"off\" spellcheck=\"false\" autofocus ");
    html.raw(if wrong { "aria-invalid=\"true\" " } else { "" })
        .raw("aria-describedby=\"server-hint\" value=\"");
    html.text(server).raw("\"><p id=\"server-hint\" class=\"");
    let said = if wrong {
        html.raw("error\" role=\"alert\">");
        More::ServerWrong
    } else {
        html.raw("note\">");
        More::ServerHint
    };
    html.text(&words.fill(said, EXAMPLE_SERVER)).raw("</p><button class=\"button\" part=\"sign-button\">");
    html.text(&words.fill(More::ServerGo, channel.name)).raw("</button></form>");
    html.end()
}
