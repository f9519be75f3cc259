//! Each service's rules, and what holds for any text whatsoever.

use super::{Measure, Native, bound, exact, fit, measure};
use crate::channel::{Catalogue, Channel, Count, Kind};

mod any_text;

const LINK: &str = "https://a.example/";

fn channel(id: &str) -> Channel {
    *Catalogue::complete().get(id).unwrap()
}

fn counted(count: Count, limit: usize) -> Channel {
    Channel { limit, count, ..channel("sms") }
}

/// Both ways to cut must give a text that fits.
fn fits(id: &str, text: &str, link: &str, appended: usize) -> String {
    let channel = channel(id);
    let estimated = bound::fit(&channel, text, link, appended, &Native);
    let cut = fit(&channel, text, link, appended, &Native);
    for text in [&estimated, &cut] {
        let Measure { used, limit, .. } = measure(&channel, text, link, appended, &Native);
        assert!(used <= limit || text.is_empty(), "{id}: {used} of {limit}: {text}");
    }
    cut
}

fn used(count: Count, text: &str) -> usize {
    measure(&counted(count, 1000), text, "", 0, &Native).used
}

#[test]
fn short_texts_stay_whole() {
    assert_eq!(fits("x", "Save the library", LINK, 0), "Save the library");
    assert_eq!(fits("facebook", "Save the library", LINK, 0), "");
}

#[test]
fn cuts_at_a_word() {
    let cut = fits("x", &"word ".repeat(100), LINK, 13);
    assert!(cut.ends_with("word…"), "{cut}");
    assert!(measure(&channel("x"), &cut, LINK, 13, &Native).used > 270);
}

#[test]
fn a_link_counts_in_full_on_bluesky() {
    let link = format!("https://a.example/{}", "x".repeat(250));
    assert_eq!(fits("bluesky", &"word ".repeat(100), &link, 0).chars().count(), 30);
    assert_eq!(fits("bluesky", "word", &link.repeat(2), 0), "", "there is no room at all");
}

#[test]
fn never_inside_a_character() {
    let family = fits("x", &"👨‍👩‍👧".repeat(200), LINK, 0);
    assert_eq!(family.trim_end_matches('…').chars().count(), 127 * 5, "whole families only");
    let accents = fits("bluesky", &"e\u{301}".repeat(300), LINK, 0);
    assert!(accents.ends_with("\u{301}…"), "{accents:?}");
    assert_eq!(accents.chars().count(), 2 * 280 + 1);
}

#[test]
fn bytes_are_limited_on_bluesky_too() {
    let family = "👩🏽‍❤️‍💋‍👩🏿";
    assert!(family.len() > 30);
    let text = family.repeat(90);
    assert_eq!(measure(&channel("bluesky"), &text, "", 0, &Native).used, text.len().div_ceil(10));
    assert!(fits("bluesky", &text, LINK, 0).len() <= 3000 - 1 - LINK.len());
}

#[test]
fn writing_without_spaces_is_cut_between_characters() {
    let japanese = fits("x", &"図書館を守ろう".repeat(40), LINK, 0);
    assert_eq!(japanese.chars().count(), 128);
    assert!(fits("threads", &"ช่วยกันรักษาห้องสมุด".repeat(60), LINK, 0).chars().count() > 490);
    let hebrew = fits("bluesky", &"שמרו על הספרייה ".repeat(60), LINK, 0);
    assert!(["שמרו…", "על…", "הספרייה…"].iter().any(|end| hebrew.ends_with(end)), "{hebrew}");
}

#[test]
fn links_hashtags_and_mentions_are_whole_or_not_there() {
    let text = format!("{}#図書館を守ろう{}", "本".repeat(125), "本".repeat(50));
    assert_eq!(fits("x", &text, LINK, 0), "本".repeat(125) + "…");
    for token in ["https://example.com/1234567890", "#hashtag1234567890", "@mention_1234567890"] {
        let text = format!("{} {token} and so on and so on", "x".repeat(238));
        assert_eq!(fits("x", &text, LINK, 0), "x".repeat(238) + "…");
    }
    // Without any space, a place before the address is found, or none.
    assert_eq!(fits("x", &format!("{}.example.com", "x".repeat(300)), LINK, 0), "");
    assert_eq!(fits("x", &"x".repeat(300), LINK, 0), "x".repeat(254) + "…");
    // The ellipsis would go with the link elsewhere.
    let text = format!("https://example.com/ {}", "x".repeat(400));
    assert_eq!(fits("bluesky", &text, LINK, 0), "https://example.com/ …");
}

#[test]
fn x() {
    assert_eq!(used(Count::Weighted, "abc日本…"), 3 + 4 + 2);
    assert_eq!(used(Count::Weighted, "https://example.com/a/very/long/address?of=something"), 23);
    assert_eq!(used(Count::Weighted, "see example.com."), 4 + 23 + 1);
    assert_eq!(used(Count::Weighted, "see example.zzz."), 16, "no such top-level domain");
    assert_eq!(used(Count::Weighted, "👨‍👩‍👧 e\u{301}"), 2 + 1 + 1);
    assert_eq!(measure(&channel("x"), "", LINK, 5, &Native), Measure { used: 29, limit: 280, parts: 0 });
}

/// The cases of twitter-text's conformance tests (validate.yml, the section
/// `WeightedTweetsWithDiscountedEmojiCounterTest`) that differ in kind.
#[test]
fn x_as_its_conformance_tests() {
    let long = "https://www.twitter.com/aloha ".repeat(10);
    for (text, length) in [
        ("Hi http://test.co", 26),
        ("http://test.co", 23),
        (&long, 240),
        ("H🐱☺👨‍👩‍👧‍👦", 7),
        ("😷👾😡🔥💩", 10),
        ("🙋🏽👨‍🎤", 4),
        ("1⃣", 2),
        ("Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", 34),
        ("Unicode 9.0 emoji: 🤠; 💃; 💃🏾", 29),
        ("randomurlrandomurlrandomurlrandomurlrandomurlrandomurlrandomurls.com", 68),
        ("Á\u{42}", 2),
        ("A\u{fb2c}", 4),
        ("foo.co.jp", 23),
    ] {
        assert_eq!(used(Count::Weighted, text), length, "{text}");
    }
}

#[test]
fn mastodon() {
    assert_eq!(used(Count::ShortLink, "http://a.co"), 23);
    assert_eq!(used(Count::ShortLink, "see example.com"), 15);
    assert_eq!(used(Count::ShortLink, "👨‍👩‍👧e\u{301}"), 2);
    for (text, counted) in [
        ("hi @user@example.social!", "hi @user!"),
        ("@user@host.tld/@x", "@user/@x"),
        ("a@b@c.de /@b@c.de", "a@b@c.de /@b@c.de"),
        ("é@b@c-d.", "é@b."),
        ("@b@c @b@cd", "@b@c @b"),
        ("@@b@cd", "@@b"),
    ] {
        assert_eq!(used(Count::ShortLink, text), counted.chars().count(), "{text}");
    }
}

#[test]
fn threads() {
    assert_eq!(used(Count::EmojiBytes, "a🙏"), 5);
    assert_eq!(used(Count::EmojiBytes, "図書館 → ❤"), 3 + 3 + 3);
    assert_eq!(used(Count::EmojiBytes, "👨‍👩‍👧"), "👨‍👩‍👧".len());
}

#[test]
fn text_messages() {
    for (text, parts) in [
        (String::new(), 0),
        ("a".repeat(160), 1),
        ("a".repeat(161), 2),
        ("é€".repeat(53), 1),
        ("é€".repeat(54), 2),
        ("a".repeat(306), 2),
        ("a".repeat(307), 3),
        // An escape does not fit into the end of the first part.
        ("a".repeat(152) + "€" + &"a".repeat(151), 2),
        ("a".repeat(152) + "€" + &"a".repeat(152), 3),
        ("ç".repeat(70), 1),
        ("ç".repeat(71), 2),
        ("a".repeat(66) + "🙏" + &"a".repeat(65), 2),
        ("a".repeat(66) + "🙏" + &"a".repeat(66), 3),
    ] {
        let measured = measure(&counted(Count::Parts, 3), &text, "", 0, &Native);
        assert_eq!(measured, Measure { used: parts, limit: 3, parts }, "{text}");
    }
    let cut = fit(&counted(Count::Parts, 1), &"word ".repeat(50), "", 0, &Native);
    assert_eq!(cut.len(), 159 - 159 % 5 + 2, "{cut}");
    assert!(cut.ends_with("word..."), "an ellipsis of the alphabet");
}

#[test]
fn addresses() {
    let sms = counted(Count::Address, 40);
    assert_eq!(measure(&sms, "a é\n~", LINK, 10, &Native).used, 10 + 1 + 3 + 6 + 3 + 1);
    let mail = Channel { kind: Kind::Mail, ..sms };
    assert_eq!(measure(&mail, "\n", LINK, 0, &Native).used, "%0D%0A".len());
    assert_eq!(fit(&sms, "Save the library for us all", LINK, 12, &Native), "Save the…");
}

#[test]
fn an_address_is_as_long_as_it_is_said_to_be() {
    use crate::link::{self, Share};
    let channel = Channel { count: Count::Address, limit: 300, ..channel("email") };
    let text = "Rettet die Bücherei!\n".repeat(30);
    let whole = Share { title: "Bücherei", text: &text, url: LINK, ..Share::default() };
    let cut = link::text(&channel, &whole);
    let length = link::href(&channel, &Share { text: &cut, ..whole }).len();
    assert!((260..=300).contains(&length), "{length}");
}

#[test]
fn the_estimate_is_near() {
    let estimate = |text: &str| bound::used(&channel("x"), text, text.len(), LINK, 0, &Native);
    let exactly = |text: &str| exact::measure(&channel("x"), text, LINK, 0, &Native).used;
    for text in [
        "“Stop it.” We did.",
        "Call 3.5 people, e.g. at 10.30",
        "mail me@example.com",
        "e\u{301} क़ नमस्ते",
        "日本。語",
    ] {
        assert_eq!(estimate(text), exactly(text), "{text}");
    }
    assert!(estimate("See change.org today") <= exactly("See change.org today") + 1);
}
