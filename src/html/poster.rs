//! The QR code in a dialog, and on a poster with strips to tear off.

use super::Html;
use super::dialog::head;
use crate::i18n::{Locale, More};
use crate::{number, qr};

/// The poster's style sheet; the paper is a class on the body.
pub const STYLE: &str = include_str!("poster.css");

/// How many strips there are to tear off.
const STRIPS: usize = 8;

/// The code of `address`, dark on light whatever the page looks like; nothing where
/// it is too long for one.
fn code(html: &mut Html, address: &str, label: &str) -> bool {
    let Some((size, path)) = qr::draw(address) else { return false };
    let size = number::text(u64::try_from(size).unwrap_or(0));
    html.raw("<svg class=\"qr\" part=\"qr\" role=\"img\" shape-rendering=\"crispEdges\" viewBox=\"0 0 ");
    html.text(&size).raw(" ").text(&size).raw("\" aria-label=\"").text(label).raw("\"><rect width=\"");
    html.text(&size).raw("\" height=\"").text(&size).raw("\" fill=\"#fff\"/><path fill=\"#000\" d=\"");
    html.text(&path).raw("\"/></svg>");
    true
}

/// An address as people read it aloud.
fn spoken(address: &str) -> &str {
    let address = address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(address);
    address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/')
}

/// What stands in the dialog. `address` is the landing link in the code, `plain` the
/// one without marks.
pub fn dialog(words: Locale, headline: &str, address: &str, plain: &str) -> String {
    let mut html = Html::default();
    head(&mut html, words, words.say(More::QrHeading));
    if !code(&mut html, address, &words.fill(More::QrLabel, headline)) {
        html.wrap("<p>", words.say(More::QrTooLong), "</p>");
    }
    html.raw("<p class=\"center\" dir=\"ltr\">").text(spoken(plain)).raw("</p><p class=\"tools\">");
    for (paper, label) in [("a4", More::PosterA4), ("letter", More::PosterLetter)] {
        html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" data-poster=\"").raw(paper).raw("\">");
        html.text(words.say(label)).raw("</button>");
    }
    html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" data-save>");
    html.text(words.say(More::QrSave)).raw("</button></p>");
    html.end()
}

/// What a poster says.
pub struct Poster<'a> {
    /// The headline.
    pub headline: &'a str,
    /// Who is addressed; may be empty.
    pub target: &'a str,
    /// The cause; its first paragraph is printed.
    pub text: &'a str,
    /// The landing link, in the code.
    pub address: &'a str,
    /// The address without marks, in words.
    pub plain: &'a str,
}

/// The content of the poster's page.
pub fn poster(words: Locale, poster: &Poster) -> String {
    let mut html = Html::default();
    // The longer the words, the smaller they have to be.
    let size = match poster.headline.chars().count() {
        0..=40 => "large",
        41..=90 => "middle",
        _ => "small",
    };
    html.raw("<main><h1 dir=\"auto\" class=\"").raw(size).raw("\">").text(poster.headline).raw("</h1>");
    if !poster.target.is_empty() {
        html.wrap("<p class=\"target\" dir=\"auto\">", &words.fill(More::PosterTo, poster.target), "</p>");
    }
    let paragraph = poster.text.split('\n').find(|line| !line.trim().is_empty()).unwrap_or("");
    html.wrap("<p class=\"text\" dir=\"auto\">", paragraph, "</p>");
    html.raw("<figure>");
    code(&mut html, poster.address, "");
    html.wrap("<figcaption><strong>", words.say(More::PosterSign), "</strong>");
    html.raw("<span dir=\"ltr\">")
        .text(spoken(poster.plain))
        .raw("</span></figcaption></figure></main><footer>");
    for _ in 0..STRIPS {
        html.raw("<div class=\"strip\"><p><strong dir=\"auto\">").text(poster.headline);
        html.raw("</strong><span dir=\"ltr\">").text(spoken(poster.plain)).raw("</span></p>");
        code(&mut html, poster.address, "");
        html.raw("</div>");
    }
    html.raw("</footer>");
    html.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::pack_more;

    #[test]
    fn a_poster_with_its_strips() {
        let words = Locale::read(pack_more("en").leak());
        let html = poster(
            words,
            &Poster {
                headline: "Save <the> library",
                target: "the town council",
                text: "\n First paragraph\nSecond",
                address: "https://example.org/?utm_source=qr",
                plain: "https://www.example.org/",
            },
        );
        assert_eq!(html.matches("Save &lt;the&gt; library").count(), 1 + STRIPS);
        assert_eq!(html.matches("<svg").count(), 1 + STRIPS);
        assert!(html.contains("First paragraph</p>") && !html.contains("Second"));
        assert!(html.contains(">example.org</span>") && !html.contains(">https:"));
        assert!(html.contains("the town council"));
    }

    #[test]
    fn an_address_too_long_for_a_code_says_so() {
        let words = Locale::read(pack_more("en").leak());
        let html = dialog(words, "x", &"x".repeat(4000), "https://example.org/");
        assert!(!html.contains("<svg") && html.contains("too long"));
    }
}
