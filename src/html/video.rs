//! The campaign's video before it is played: a still, and what plays it.

use super::Html;
use crate::i18n::{Locale, More};

/// The still. Nothing of the video's host is asked for before the click. Without the
/// part that plays it in the card, this is a link to the video's page.
pub fn still(words: Locale, video: &str, image: &str, alt: &str) -> String {
    let mut html = Html::default();
    html.raw("<a data-open=\"video\" target=\"_blank\" rel=\"noopener noreferrer\" href=\"")
        .text(video)
        .raw("\">");
    if !image.is_empty() {
        html.raw("<img part=\"image\" class=\"image\" loading=\"lazy\" src=\"").text(image);
        html.raw("\" alt=\"").text(alt).raw("\">");
    }
    let host = video.split('/').nth(2).unwrap_or("");
    html.raw("<span class=\"play\">").text(words.say(More::Play)).raw("</span><span class=\"from\">");
    html.text(&words.fill(More::PlayFrom, host.strip_prefix("www.").unwrap_or(host))).raw("</span></a>");
    html.end()
}
