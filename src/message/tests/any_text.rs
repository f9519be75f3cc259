//! What holds for any text: made of the pieces below by chance, always the same.

use super::{LINK, channel, counted};
use crate::channel::{Channel, Count};
use crate::message::{Native, Text, bound, exact};

const PIECES: &[&str] = &[
    "word",
    "Petition",
    "for",
    "a",
    "I",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{3000}",
    ".",
    ". ",
    ",",
    "!",
    "…",
    "“",
    "”",
    "-",
    "_",
    "/",
    "@",
    "#",
    "＃",
    "＠",
    "3.5",
    "e.g.",
    "example.com",
    "www.example.org",
    "https://example.com/a/b?c=d",
    "http://a.co",
    "https://user.example/ü(x)",
    "a.co,b.co",
    "日a.co日b.co",
    "example.みんな",
    "münchen.de",
    "a.co.zzzzzzzzz",
    "x.com1",
    "http://\u{301}.co",
    "http://t.co/abc",
    "\u{212a}.com",
    "x.u\u{212a}",
    "#tag",
    "#図書館",
    "#\u{301}タグ",
    "@user",
    "@user@example.social",
    "図書館",
    "を守ろう",
    "、",
    "。",
    "ห้องสมุด",
    "한국어",
    "ភាសាខ្មែរ",
    "မြန်မာ",
    "नमस्ते",
    "क़",
    "\u{958}",
    "ড়",
    "مرحبا",
    "שלום",
    "\u{fb2c}",
    "e\u{301}",
    "é\u{323}",
    "ǟ\u{323}",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "\u{301}",
    "\u{344}",
    "\u{345}",
    "\u{1d15e}",
    "\u{2adc}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{feff}",
    "\u{600}",
    "\0",
    "\u{ad}",
    "👨‍👩‍👧",
    "👩🏽‍🚀",
    "🇩🇪",
    "🇩",
    "1️⃣",
    "#️⃣",
    "❤️",
    "❤",
    "☝︎",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "🏽",
    "🫶🏽",
    "\u{20e3}",
    "\u{fe0f}",
    "→",
    "€",
    "[",
    "`",
    "ç",
];

/// xorshift32.
struct Chance(u32);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end
    }

    fn text(&mut self, pieces: usize) -> String {
        // A few kinds of pieces each, so that some have no space and some one script.
        let some: Vec<&str> = (0..=self.below(12)).map(|_| PIECES[self.below(PIECES.len())]).collect();
        (0..pieces).map(|_| some[self.below(some.len())]).collect()
    }
}

fn channels() -> Vec<Channel> {
    let mut all: Vec<Channel> =
        ["x", "bluesky", "mastodon", "threads", "whatsapp", "email"].map(channel).to_vec();
    for limit in [0, 1, 7, 30, 60] {
        all.extend(all.clone().into_iter().take(4).map(|channel| Channel { limit: limit + 42, ..channel }));
    }
    all.extend([1, 2, 3].map(|parts| counted(Count::Parts, parts)));
    all.extend([20, 200, 2000].map(|limit| counted(Count::Address, limit)));
    all
}

/// The places where `text` has links (as X finds them), hashtags and mentions.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut found = exact::link_places(text);
    let begins = |(at, c): &(usize, char)| {
        matches!(c, '#' | '@' | '＃' | '＠')
            && text[..*at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
    };
    for (at, sign) in text.char_indices().filter(begins) {
        let rest = &text[at + sign.len_utf8()..];
        let end =
            rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || ('\u{300}'..'\u{370}').contains(&c)));
        found.push((at, at + sign.len_utf8() + end.unwrap_or(rest.len())));
    }
    found
}

fn check(channel: &Channel, text: &str, cut: &str, appended: usize) {
    let used = exact::measure(channel, cut, LINK, appended, &Native).used;
    let what = || format!("{:?} {}: {cut:?} of {text:?}", channel.count, channel.limit);
    if cut.is_empty() || cut == text {
        assert!(cut.is_empty() || used <= channel.limit, "{used} for {}", what());
        return;
    }
    assert!(used <= channel.limit, "{used} for {}", what());
    let dots = if channel.count == Count::Parts { "..." } else { "…" };
    let kept = cut.strip_suffix(dots).unwrap();
    let kept = if text.starts_with(kept) { kept } else { kept.strip_suffix(' ').unwrap() };
    // A text that goes on as it is cut looks longer than it is.
    let kept = if text[kept.len()..].starts_with(' ') || !kept.ends_with(' ') {
        kept
    } else {
        &kept[..kept.len() - 1]
    };
    assert!(text.starts_with(kept) && !kept.is_empty(), "{}", what());
    let mut at = 0;
    let ends = Native.graphemes(text).into_iter().any(|piece| {
        at += piece.len();
        at == kept.len()
    });
    assert!(ends, "inside a character: {}", what());
    for (start, end) in tokens(text) {
        assert!(kept.len() <= start || kept.len() >= end, "inside {:?}: {}", &text[start..end], what());
    }
}

#[test]
fn whatever_is_cut_fits_and_is_whole() {
    let mut chance = Chance(2_463_534_242);
    let channels = channels();
    for round in 0..2000 {
        let length = 1 + chance.below(if round % 10 == 0 { 400 } else { 60 });
        let text = chance.text(length);
        let channel = &channels[round % channels.len()];
        let appended = chance.below(3) * 7;
        check(channel, &text, &exact::fit(channel, &text, LINK, appended, &Native), appended);
        check(channel, &text, &bound::fit(channel, &text, LINK, appended, &Native), appended);
    }
}

#[test]
fn the_estimate_is_never_too_low() {
    let mut chance = Chance(7);
    let channels = channels();
    for round in 0..4000 {
        let pieces = 1 + chance.below(12);
        let text = chance.text(pieces);
        let channel = &channels[round % channels.len()];
        let used = exact::measure(channel, &text, LINK, 3, &Native).used;
        let letters = Native.graphemes(&text).len();
        let estimate = bound::used(channel, &text, letters, LINK, 3, &Native);
        assert!(used <= estimate, "{used} > {estimate}: {:?} {text:?}", channel.count);
    }
}

#[test]
fn very_long_texts() {
    let mut chance = Chance(99);
    for (index, channel) in channels().iter().step_by(3).enumerate() {
        let text: String = chance.text(10_000).chars().take(10_000).collect();
        let text = if index % 4 == 0 { "a.".repeat(5000) } else { text };
        check(channel, &text, &exact::fit(channel, &text, LINK, 0, &Native), 0);
        check(channel, &text, &bound::fit(channel, &text, LINK, 0, &Native), 0);
    }
}
