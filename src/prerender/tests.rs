//! Whole pages.

use super::*;

const PAGE: &str = "<!doctype html>\r\n<html lang=fr><head><title>Sauvons la biblioth&egrave;que</title>\n\
    <link href='https://example.org/x/?utm_source=a' rel=CANONICAL>\n</head><body>\n";

fn kit() -> &'static Kit {
    static KIT: std::sync::OnceLock<Kit> = std::sync::OnceLock::new();
    KIT.get_or_init(Kit::complete)
}

fn options() -> Options {
    Options { now: 1_798_140_600_000, ..Options::default() }
}

fn fill(html: &[u8]) -> Done {
    page(html, &options(), kit())
}

/// What is inserted in a page with these elements in its body.
fn inserted(body: &str) -> String {
    let done = fill([PAGE, body].concat().as_bytes());
    assert_eq!(done.problems, []);
    let html = String::from_utf8(done.html).unwrap();
    let (_, card) = html.split_once("</style>").unwrap();
    card.split_once("</template>").unwrap().0.to_owned()
}

fn wrong(body: &str) -> Vec<String> {
    let done = fill([PAGE, body].concat().as_bytes());
    done.problems.iter().map(|wrong| command::line("a.html", wrong)).collect()
}

fn remove(html: &[u8]) -> Vec<u8> {
    page(html, &Options { remove: true, ..options() }, kit()).html
}

#[test]
fn a_card_with_what_the_page_says() {
    let card = inserted("<share-sign campaign=library></share-sign>");
    assert!(card.starts_with("<article part=\"card\""), "{card}");
    assert!(card.contains("Sauvons la biblioth&#232;que</h2>"), "{card}");
    assert!(card.contains("lang=\"fr\"") && card.contains("Faites passer"));
    let landing = "u=https%3A%2F%2Fexample.org%2Fx%2F%3Futm_source%3Dfacebook%26utm_medium%3Dshare%26utm_campaign%3Dlibrary\"";
    assert!(card.contains(landing), "without anybody's token: {card}");
}

#[test]
fn json_and_attributes() {
    let card = inserted(
        "<share-sign headline='A &amp; B'><script type=Application/JSON>{\"headline\": \"C\", \"goal\": [500], \
         \"signatures\": 20, \"text\": \"<!-- </p> -->\"}</script></share-sign>",
    );
    assert!(card.contains(">A &amp; B</h2>") && !card.contains(">C<"), "{card}");
    assert!(card.contains("max=\"500\" value=\"20\"") && card.contains("&lt;!-- &lt;/p&gt; --&gt;"));
}

#[test]
fn the_script_tag_gets_an_element() {
    let html = [PAGE, "<p><script async src='/a/share-sign.fr.js?v=2' data-campaign=c data-privacy-url=\"/p?a&amp;b\" data-HEADLINE='\"'></script> x"].concat();
    let html = String::from_utf8(fill(html.as_bytes()).html).unwrap();
    let made = "<p><share-sign data-made=\"script\" campaign=\"c\" privacy-url=\"/p?a&amp;b\" headline=\"&quot;\"><template shadowrootmode=\"open\" data-share-sign><style>";
    assert!(html.contains(made), "{html}");
    assert!(html.contains("</article></template></share-sign><script async"));
}

#[test]
fn what_is_left_alone() {
    for body in [
        "",
        "<!-- <share-sign></share-sign> -->",
        "<script>'<share-sign></share-sign>'</script><style><share-sign></style>",
        "<textarea><share-sign></share-sign></textarea><noscript><share-sign></share-sign></noscript>",
        "<template><share-sign></share-sign></template><svg><share-sign></share-sign></svg>",
        "<share-sign-stats campaign=a></share-sign-stats>",
        "<p title='<share-sign></share-sign>'>",
        "<script async src=/share-sign.js></script><script src=/share-sign.js data-cfasync=false></script>",
        "<script src=/other.js data-campaign=a></script><script data-campaign=a></script>",
    ] {
        let html = [PAGE, body].concat();
        let done = fill(html.as_bytes());
        assert_eq!(String::from_utf8_lossy(&done.html), html);
        assert_eq!((done.cards, done.problems), (0, Vec::new()), "{body}");
    }
}

#[test]
fn errors_name_their_line() {
    assert_eq!(
        wrong("<share-sign campaign=a\n goal=many\n channels='x nope'></share-sign>"),
        [
            "a.html:6: goal=\"many\" cannot be used and is ignored. Expected a whole number above zero, or several \
             (\"500 2000 10000\").",
            "a.html:7: channels=\"nope\" cannot be used and is ignored. Expected ids from the list of channels in \
             the documentation.",
        ]
    );
    let json = wrong(
        "<share-sign>\n<script type=application/json>\n{\"goal\": 5,\n \"privacyUrl\": \"javascript:1\"}</script></share-sign>",
    );
    assert!(json.len() == 1 && json[0].starts_with("a.html:8: privacy-url=\"javascript:1\""), "{json:?}");
    let json = wrong("<share-sign>\n<script type=application/json>{\n\"goal\": 5,\n}</script></share-sign>");
    assert!(
        json.len() == 1 && json[0].starts_with("a.html:8: page.json-error=\"trailing comma\""),
        "{json:?}"
    );
    assert!(
        wrong("\n<share-sign campaign=a />\n<p>x")
            .concat()
            .starts_with("a.html:6: this <share-sign> has no end tag")
    );
    assert!(wrong("<div><share-sign></div></share-sign>").concat().contains("no end tag"));
    let events = wrong(
        "<share-sign><script type=application/json>{\"events\": [{\"title\": \"a\"}]}</script></share-sign>",
    );
    assert!(events.concat().starts_with("a.html:5: events.0"), "{events:?}");
}

#[test]
fn scripts_in_the_head() {
    for head in ["<head>", "", "<head></head>", "<title>a</title><link>"] {
        let html = format!("{head}<script src=share-sign.js data-campaign=a></script><body>");
        let done = fill(html.as_bytes());
        assert_eq!(done.html, html.as_bytes());
        assert!(done.problems[0].words.contains("must stand in the body"), "{head}");
    }
    let html = "<link rel=canonical href=https://a.example/><title>a</title>x<script src=share-sign.js data-campaign=a></script>";
    assert_eq!(fill(html.as_bytes()).problems, []);
}

#[test]
fn a_page_without_an_address() {
    let html = b"<title>a</title><share-sign></share-sign>";
    let done = fill(html);
    assert!(done.problems[0].words.contains("--site") && done.problems.len() == 1);
    let there = page(html, &Options { address: "https://a.example/b".into(), ..options() }, kit());
    assert_eq!(there.problems, []);
    assert!(String::from_utf8_lossy(&there.html).contains("https%3A%2F%2Fa.example%2Fb%3Futm_source"));
}

#[test]
fn addresses_beside_the_page() {
    let body = "<base href=/deep/><share-sign image=a.png></share-sign>";
    assert!(inserted(body).contains("src=\"https://example.org/deep/a.png\""));
}

#[test]
fn other_encodings() {
    let mut latin = b"<meta charset=iso-8859-1><link rel=canonical href=https://a.example/><share-sign headline='\x84\xe9\x93'></share-sign>\xe9".to_vec();
    let done = fill(&latin);
    assert_eq!(done.problems, []);
    assert!(done.html.ends_with(b"</share-sign>\xe9"));
    assert!(String::from_utf8_lossy(&done.html).contains("&#8222;&#233;&#8220;</h2>"));
    latin.splice(14..24, *b"koi8-r");
    assert!(fill(&latin).problems[0].words.contains("UTF-8"));
    let utf8 = "\u{feff}<link rel=canonical href=https://a.example/><title>é</title><script src=share-sign.js data-text=a></script>";
    assert!(fill(utf8.as_bytes()).problems[0].words.contains("body"), "the mark is no text");
    let utf8 =
        "\u{feff}<link rel=canonical href=https://a.example/><title>é</title><share-sign></share-sign>";
    assert!(String::from_utf8(fill(utf8.as_bytes()).html).unwrap().contains(">é</h2>"));
}

#[test]
fn a_style_sheet_of_its_own() {
    let linked = Options { css: Css::Link("/a.css?b&c".into()), ..options() };
    let html = [PAGE, "<share-sign></share-sign>"].concat();
    let done = String::from_utf8(page(html.as_bytes(), &linked, kit()).html).unwrap();
    assert!(done.contains("data-share-sign><link rel=\"stylesheet\" href=\"/a.css?b&amp;c\"><article"));
    assert!(!done.contains("<style>"));
}

#[test]
fn a_form_that_posts() {
    let card = inserted(
        "<share-sign campaign=c consent=required><script type=application/json>{\"fields\": [\"first-name*\", \
         \"email\", \"country*\"], \"destination\": {\"to\": \"form:https://a.example/?a&b\", \"fields\": {\"email\": \
         \"mail\"}, \"set\": {\"form-name\": \"x\"}}}</script></share-sign>",
    );
    for part in [
        " class=\"form\" method=\"post\" action=\"https://a.example/?a&amp;b\" aria-labelledby",
        " name=\"firstName\" required autocomplete",
        " name=\"mail\" autocomplete",
        " name=\"country\" autocomplete",
        "<input type=\"radio\" name=\"consent\" required id=\"f-consent\"",
        "<input type=\"hidden\" name=\"campaign\" value=\"c\">",
        "<input type=\"hidden\" name=\"page\" value=\"https://example.org/x/\">",
        "<input type=\"hidden\" name=\"form-name\" value=\"x\"></form>",
        "<input tabindex=\"-1\" class=\"input\" autocomplete=\"off\"></div>",
    ] {
        assert!(card.contains(part), "{part} in {card}");
    }
    assert!(!card.contains("unscripted") && !card.contains("novalidate") && !card.contains('\u{1}'));
}

#[test]
fn a_form_of_google_asks_its_own_questions() {
    let card = inserted(
        "<share-sign><script type=application/json>{\"fields\": [\"name*\", \"email*\"], \"destination\": {\"to\": \
         \"form:https://docs.google.com/forms/d/e/1F/viewform\", \"fields\": {\"email\": \"entry.1\"}}}</script></share-sign>",
    );
    assert!(card.contains("action=\"https://docs.google.com/forms/d/e/1F/formResponse\""));
    assert!(card.contains(" name=\"entry.1\" required") && !card.contains("type=\"hidden\""));
    assert!(card.contains("id=\"f-name\" autocomplete"), "what it does not ask is not sent: {card}");
}

#[test]
fn a_form_that_needs_the_script() {
    for destination in ["local", "json:https://a.example/", "osdi:https://a.example/"] {
        let card = inserted(&format!("<share-sign destination={destination}></share-sign>"));
        assert!(card.contains(" novalidate aria-labelledby=\"sign\" method=\"dialog\">"), "{card}");
        assert!(card.contains("</form><div class=\"unscripted\"><p>Pour signer ici, il faut JavaScript"));
        assert!(!card.contains("mailto:a@"));
    }
    let headers = "<share-sign><script type=application/json>{\"destination\": {\"to\": \"form:https://a.example/\", \
                   \"headers\": {\"x-key\": \"1\"}}}</script></share-sign>";
    assert!(inserted(headers).contains("method=\"dialog\""), "no form sends headers");
    let mail = inserted("<share-sign destination=mailto:a@b.example></share-sign>");
    assert!(mail.contains("<a class=\"button\" href=\"mailto:a@b.example?subject=Sauvons"), "{mail}");
    assert!(
        !inserted("<share-sign destination=link:https://a.example/></share-sign>").contains("unscripted")
    );
}

#[test]
fn a_deadline_counts_from_now() {
    let body = "<share-sign deadline=2026-12-27></share-sign>";
    assert!(inserted(body).contains("jours</time>") || inserted(body).contains("datetime=\"2026-12-27\">"));
    let html = [PAGE, body].concat();
    let closed = page(html.as_bytes(), &Options { now: 1_900_000_000_000, ..options() }, kit());
    assert!(!String::from_utf8_lossy(&closed.html).contains("part=\"deadline\""));
}

/// A stream of numbers that only look random.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

const PIECES: [&[u8]; 36] = [
    b"<share-sign></share-sign>",
    b"<share-sign campaign='a' goal=5 headline=\"x&amp;y\">\r\n<p>light</p></share-sign >",
    b"<SHARE-SIGN Destination=local fields='name email'><script type=\"application/json\">{\"goal\": 3}</script></share-sign>",
    b"<share-sign destination=form:https://a.example/><template data-share-sign>old</template></share-sign>",
    b"<share-sign> \n<template shadowrootmode=open data-share-sign><b></template>x</share-sign>",
    b"<share-sign campaign=b />",
    b"<script src=\"share-sign.js\" data-campaign=a></script>",
    b"<share-sign data-made=script campaign=z><template data-share-sign></template></share-sign>\n<script src=\"share-sign.js\" data-campaign=a></script>",
    b"<script async src=/x/share-sign.de.js data-headline='<b>'></script >",
    b"</share-sign>", b"<p>", b"</p>", b"<div lang=fr>", b"</div>", b"<li>", b"<table>", b"<td>", b"</table>",
    b"<svg>", b"</svg>", b"<template>", b"</template>", b"<style>", b"</style>", b"<!--", b"-->", b"<textarea>",
    b"</textarea>", b"<title>\xe9 &eacute;</title>", b"\xff\xfe\x00", b"\r\n\t ", b"<link rel=canonical href=https://a.example/>",
    b"<a b='", b"'>", b"<meta charset=utf-8>", b"&lt;text>",
];

#[test]
fn nothing_else_changes_whatever_the_page() {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut cards = 0;
    for _ in 0..3000 {
        let mut html = Vec::new();
        for _ in 0..=chance.below(14) {
            html.extend_from_slice(PIECES[chance.below(PIECES.len())]);
        }
        let shown = String::from_utf8_lossy(&html).into_owned();
        let clean = remove(&html);
        let done = fill(&clean);
        cards += done.cards;
        assert!(remove(&done.html) == clean, "taken out again: {shown}");
        assert!(fill(&done.html).html == done.html, "a second run: {shown}");
        assert!(fill(&html).html == done.html, "whatever stood there before: {shown}");
        // What is there is what was there, with something in between.
        let mut rest = clean.iter().peekable();
        for byte in &done.html {
            rest.next_if_eq(&byte);
        }
        assert!(rest.next().is_none(), "nothing is lost: {shown}");
    }
    assert!(cards > 2000, "{cards}");
}
