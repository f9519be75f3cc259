//! The QR code in a dialog, and on a poster with strips to tear off.

use super::Html;
use super::dialog::head;
use crate::i18n::{Locale, More};
use crate::shorten::{shorten, width};
use crate::{number, percent, qr};

/// The poster's style sheet; the paper is a class on the body.
pub const STYLE: &str = include_str!("poster.css");

/// How many strips there are to tear off.
const STRIPS: usize = 8;

/// The most modules that a code on a strip may have on each side. It is 20 mm wide
/// there, and cameras find it hard to tell modules of under 0.3 mm apart.
const STRIP_CODE: u64 = 65;

/// What stands in the dialog. `address` is the landing link in the code, `plain` the
/// one without marks.
pub fn dialog(words: Locale, headline: &str, address: &str, plain: &str) -> String {
    let mut html = Html::default();
    head(&mut html, words, words.say(More::QrHeading));
    if !qr::write(&mut html, address, &words.fill(More::QrLabel, headline)) {
        html.wrap("<p>", words.say(More::QrTooLong), "</p>");
    }
    html.raw("<p class=\"center\" dir=\"ltr\">")
        .text(&spoken(plain, ANYWHERE))
        .raw("</p><p class=\"tools\">");
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
    /// Whether the page has a form to sign.
    pub sign: bool,
}

/// The poster as a page of its own, complete without anything from elsewhere, for
/// `a4` or `letter`: it fills one sheet, whatever is on it.
pub fn document(words: Locale, poster: &Poster, paper: &'static str) -> String {
    let mut html = Html::default();
    html.raw("<!doctype html><html lang=\"").text(words.id()).raw("\" dir=\"").text(words.direction());
    html.raw("\"><meta charset=\"utf-8\"><title>").text(poster.headline).raw("</title><style>").raw(STYLE);
    html.raw("@page { size: ").raw(paper).raw("; }</style><body class=\"").raw(paper).raw("\">");
    body(&mut html, words, poster);
    html.raw("</body></html>");
    html.end()
}

/// The content of the poster's page.
pub fn poster(words: Locale, poster: &Poster) -> String {
    let mut html = Html::default();
    body(&mut html, words, poster);
    html.end()
}

fn body(html: &mut Html, words: Locale, poster: &Poster) {
    let headline = shorten(poster.headline, 200);
    html.raw("<main><h1 dir=\"auto\" class=\"").raw(size(&headline)).raw("\">").text(&headline).raw("</h1>");
    if !poster.target.is_empty() {
        let to = words.fill(More::PosterTo, &shorten(poster.target, 120));
        html.wrap("<p class=\"target\" dir=\"auto\">", &to, "</p>");
    }
    let paragraph = poster.text.split('\n').find(|line| !line.trim().is_empty()).unwrap_or("");
    html.wrap("<p class=\"text\" dir=\"auto\">", &shorten(paragraph.trim(), 560), "</p>");
    let code = qr::draw(poster.address);
    html.raw("<figure>");
    if let Some((modules, path)) = &code {
        let modules = number::text(*modules);
        square(html, &modules);
        html.raw("<path id=\"code\" d=\"").text(path).raw("\"/></svg>");
    }
    html.raw("<figcaption>");
    if poster.sign {
        html.wrap("<strong>", words.say(More::PosterSign), "</strong>");
    }
    html.wrap("<span>", words.say(More::PosterScan), "</span>");
    address(html, &spoken(poster.plain, ANYWHERE));
    html.raw("</figcaption></figure></main><footer aria-hidden=\"true\" class=\"");
    html.raw(size(&headline)).raw("\">");
    let (title, short) = (shorten(poster.headline, 70), spoken(poster.plain, ON_STRIPS));
    for _ in 0..STRIPS {
        html.raw("<div class=\"strip\"><p><strong dir=\"auto\">").text(&title);
        html.raw("</strong>");
        address(html, &short);
        html.raw("</p>");
        if let Some((modules, _)) = code.as_ref().filter(|(modules, _)| *modules <= STRIP_CODE) {
            square(html, &number::text(*modules));
            html.raw("<use href=\"#code\"/></svg>");
        }
        html.raw("</div>");
    }
    html.raw("</footer>");
}

/// An address, which may go on in the next line after each slash.
fn address(html: &mut Html, spoken: &str) {
    html.raw("<span class=\"address\" dir=\"ltr\">");
    for (index, part) in spoken.split('/').enumerate() {
        html.raw(if index > 0 { "/<wbr>" } else { "" }).text(part);
    }
    html.raw("</span>");
}

/// The longer the words, the smaller they have to be.
fn size(headline: &str) -> &'static str {
    match width(headline) {
        0..=40 => "large",
        41..=80 => "middle",
        81..=130 => "small",
        _ => "tiny",
    }
}

/// The start of a drawing of so many modules. The words beside it say what it is.
fn square(html: &mut Html, modules: &str) {
    html.raw("<svg aria-hidden=\"true\" shape-rendering=\"crispEdges\" viewBox=\"0 0 ");
    html.text(modules).raw(" ").text(modules).raw("\">");
}

/// The longest address worth typing, and the longest that a strip has room for.
const ANYWHERE: usize = 100;
const ON_STRIPS: usize = 60;

/// An address as people read it aloud and type it; of one that is longer than that
/// only the host, which is a start.
fn spoken(address: &str, longest: usize) -> String {
    let address = address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(address);
    let address = address.strip_prefix("www.").unwrap_or(address);
    let readable = readable(address);
    if readable.chars().count() <= longest {
        return readable.trim_end_matches('/').into();
    }
    address.split(['/', '?', '#']).next().unwrap_or("").into()
}

/// The address with its letters outside ASCII as they are, which browsers take as
/// well: `p%C3%A9tition` is `pétition`.
fn readable(address: &str) -> String {
    let mut out = String::new();
    let mut rest = address;
    while let Some(at) = rest.bytes().position(|byte| byte == b'%') {
        let (before, encoded) = rest.split_at(at);
        let end = encoded_letters(encoded);
        let (encoded, after) = encoded.split_at(end.max(1));
        let decoded = percent::decode(encoded);
        out.push_str(before);
        out.push_str(if decoded.chars().all(char::is_alphanumeric) { &decoded } else { encoded });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// How many bytes from the start are `%80` to `%FF`, one after the other.
fn encoded_letters(text: &str) -> usize {
    let code = |triple: &[u8]| matches!(triple, [b'%', b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F', second] if second.is_ascii_hexdigit());
    text.as_bytes().chunks_exact(3).take_while(|triple| code(triple)).count() * 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::pack_more;

    const LIBRARY: Poster = Poster {
        headline: "Save <the> library",
        target: "the town council",
        text: "\n First paragraph\nSecond",
        address: "https://www.example.org/?utm_source=poster",
        plain: "https://www.example.org/",
        sign: true,
    };

    fn words() -> Locale {
        Locale::read(pack_more("en").leak())
    }

    #[test]
    fn a_poster_with_its_strips() {
        let html = poster(words(), &LIBRARY);
        assert_eq!(html.matches("Save &lt;the&gt; library").count(), 1 + STRIPS);
        assert_eq!(html.matches("<svg").count(), 1 + STRIPS);
        assert_eq!(html.matches("<path").count(), 1, "drawn once, used again");
        assert!(html.contains("First paragraph</p>") && !html.contains("Second"));
        assert!(html.contains(">example.org</span>") && !html.contains(">https:") && !html.contains("utm"));
        assert!(html.contains("the town council") && html.contains("Sign here"));
        assert!(!poster(words(), &Poster { sign: false, ..LIBRARY }).contains("Sign here"));
    }

    #[test]
    fn a_document_stands_alone() {
        let html = document(words(), &LIBRARY, "letter");
        assert!(html.starts_with("<!doctype html><html lang=\"en\" dir=\"ltr\">"), "{html}");
        assert!(html.contains("@page { size: letter; }") && html.contains("<body class=\"letter\">"));
        assert!(!html.contains("<script") && !html.contains("url(") && !html.contains("src="));
    }

    #[test]
    fn long_words_are_cut_at_a_word() {
        let long = "Save the library and the night bus ".repeat(300);
        let html = poster(words(), &Poster { headline: &long, target: &long, text: &long, ..LIBRARY });
        assert!(html.contains("class=\"tiny\"") && html.len() < 20_000, "{}", html.len());
        assert_eq!(html.matches('…').count(), 3 + STRIPS);
    }

    #[test]
    fn a_code_too_fine_for_strips_stays_on_the_poster() {
        let address = ["https://example.org/?id=", &"x".repeat(400)].concat();
        let html = poster(words(), &Poster { address: &address, plain: &address, ..LIBRARY });
        assert_eq!(html.matches("<svg").count(), 1);
        assert!(html.contains(">example.org</span>"), "nobody types 400 characters");
    }

    #[test]
    fn addresses_as_people_type_them() {
        for (address, text) in [
            ("https://www.example.org/", "example.org"),
            ("http://example.org/a?p=1#top", "example.org/a?p=1#top"),
            (
                "https://fr.example/p%C3%A9tition-sauvez%20%C3%A7a%2F%e2%80%ae",
                "fr.example/pétition-sauvez%20ça%2F%e2%80%ae",
            ),
            ("https://a.example/%", "a.example/%"),
            ("https://a.example/%C3%ZZ%C3", "a.example/%C3%ZZ%C3"),
        ] {
            assert_eq!(spoken(address, ANYWHERE), text);
        }
    }

    #[test]
    fn an_address_too_long_for_a_code_says_so() {
        let html = dialog(words(), "x", &"x".repeat(4000), "https://example.org/");
        assert!(!html.contains("<svg") && html.contains("too long"));
        assert!(dialog(words(), "x", "https://example.org/", "https://example.org/").contains("<svg"));
    }
}
