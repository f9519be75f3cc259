// Texts that are hard to count, always the same ones.

/** Numbers from 0 to 1 that only look random (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (text) => text.split(" ");

const emoji = [
  ...words("👨‍👩‍👧 👩‍👩‍👧‍👦 👩🏽‍🚀 👨‍⚕️ 👩🏿‍⚖️ 🧕🏾 🏃‍♀️ 🏃🏼‍♂️ 🕵️‍♀️ 🏌🏻‍♂️ ⛹🏽‍♀️ 🏳️‍🌈 🏴‍☠️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪 🇺🇦 🇽🇽 🇦 1️⃣ #️⃣ *⃣ 5⃣ ✊🏿 ☝ ☝︎ ☝️"),
  ...words("❤️ ❤ ❤︎ ☺ ☺️ ♀ ♟ ♟️ ©️ © ™ ™️ ‼ ⁉️ ▶ ⏩ ⭐ 👁‍🗨 👁️‍🗨️ 👩‍❤️‍👨 👩‍❤️‍💋‍👩 🤷🏽‍♀️ 🤼‍♂️ 🧞‍♀️ 🧜🏻‍♀️ 💃🏾 🙏🏼 🕴🏿 🦸🏻‍♀️ 👮‍♀️"),
  // Newer than the tables of X: each part counts.
  ...words("🫶🏽 🧑‍🚀 🧑‍🤝‍🧑 ❤️‍🔥 🏳️‍⚧️ 🐻‍❄️ 🥲 🫠 🪿 👩🏻‍🤝‍👨🏾 🧑🏾‍⚕️ 🐦‍⬛"),
  // Joined as nobody joins them, and parts of emoji alone.
  ...words("🐱‍👤 😀‍😀 👩‍👩 👨‍🐱 🏃‍♀ 👩‍ ‍👩 ‍ ️ ⃣ 🏽 👩🏽🏽 🏽‍♀️ 󠁧󠁢󠁿 👨️‍👩️‍👧 🏴󠁵󠁳󠁣󠁡󠁿 \u{e50a}"),
];
const letters = [
  ..."aeiouxyzTI0123456789 \n\t\r",
  ..."éßñçøåÆŒłŠțűğıİǅſKÅΩΔπσςжщЯѢ",
  ..."אבגשּׁאָبتثلإؤ़कखगक़ख़ज़ड़ढ़নিড়য়ਖ਼தமிழ்ไทยกำຂອງမြန်ខ្មែរ",
  ..."日本語中文漢字かなカナｶﾅ한국어각힣ᄀ豈﨎：，。、！",
  ..."\u0300\u0301\u0308\u0323\u0327\u031b\u0338\u0344\u0345\u0340\u0374\u037e\u0958\u09dc\u0f43\u20dd\u3099\ufe20",
  ..."\u200b\u200c\u200d\u200e\u200f\u2028\u202e\u2066\u061c\ufeff\u00a0\u3000\u00ad\u2060\u0600",
  ..."–—‘’“”…‰′″‽€™→∑□★♫\ufb2c\ufb1d\u2adc\u{1d15e}\u{1d1bb}\u{20000}\u{1e900}\u{10ffff}",
  "ǟ\u0323", "é\u0323", "ộ\u031b", "e\u0301", "a\u030a\u0301", "\u1100\u1161\u11a8", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
];
const hosts = [
  ...words("example.com www.example.org campaigns.example.co.uk t.co a.co b.de x.museum example.zzz foo.local localhost 1.2.3.4 3.14 v1.0.2"),
  ...words("EXAMPLE.COM Example.Com münchen.de élan.fr éxample.com straße.de bücher.example пример.рф example.рф ελλάδα.ελ 例え.jp 例え.みんな example.みんな"),
  ...words("日本語example.com example.com日本語 a.co日b.co a.com.日本.b.com example.संगठन भारत.भारत भारत.भारतम् 嘉里.嘉里大酒店 한국.한국 xn--mnchen-3ya.de xn--p1ai.xn--p1ai xn--ü.de x.xn--"),
  ...words("under_score.com sub_domain.example.com a_b.c.co _a.co a_.co -a.co a-.co a--b.co a..co .co a.co. a.co.zzz a.co-b.co a.co_b.co a.co_x.b.co e.g. z.B. U.S.A. end.Next i❤.ws 😀.com x.com1日x.com"),
  "a".repeat(63) + ".com", "a".repeat(64) + ".com", "ü".repeat(30) + ".com", "ü".repeat(70) + ".de", "a.co." + "z".repeat(40), "日。本.com", "a`b.com", '"example.com"',
  "example.vermögensberatung", "example.VERMÖGENSBERATER", "example.\u212ar", "example.u\u212a", "example.KÖLN", "ａ.com", "a．com", "K\u0131.com", "exam\u200dple.com", "example\u00ad.com",
];
const paths = [
  ...words("/ /path /path/to?x=1&y=2 /a(b) /a(b(c)d) /a(b)c) /(x) /() /((x)) /a. /a, /a! /пуć /ü /日本 /a–b /@user/ /@user /#!/x /~x /x?y=z. /?a=b, ?q=1 ?q=(1) ?. :80 :8080/x :x :/ /abc.example.com /b.co /a;b=c"),
  ..."/x…", "/*(x)", "/a(x)*(y)z", "/a*(y)", "/" + "s".repeat(41), "/" + "s".repeat(40), "/abc?x=1", "/abc/def", "/%20%", "/a|b", "/*", "/&amp;", "/'a'", "/[a]", "?", "/a\u0301b", "/ſ", "/K",
];
const schemes = ["", "", "", "http://", "https://", "HTTPS://", "https:/", "ftp://", "//", "http://http://", "https://user:pw@", "www."];
const around = [..." \n", " ", " ", "(", ")", ",", ".", ";", ":", "!", "?", '"', "'", "«", "»", "-", "_", "/", "@", "#", "$", "＃", "＠", "=", "&", "*", "[", "]", "…", "。", "、", "日", "é", "x", "1", "\u200e", "\u202a", "\ufeff", "“", "”", "`", "<", ">", "|", "~", "%", "+", "\\", "^"];
const tags = words("#tag #Tag1 #1tag #日本 #тег #é #_ #a_b ##x #a#b ＃x #tag’s @user @user_1 @user@example.social @a.b ＠user @user/list @@x x@y.de me@example.com $TSLA @us日 #️⃣tag user@host.tld/@x a/@b@c @b@c-d. @b@c. @b@_c @_@x");

/** `count` texts made of such pieces. */
export function texts(seed, count) {
  const next = chance(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const address = () => pick(schemes) + pick(hosts) + (next() < 0.5 ? pick(paths) : "");
  const kinds = [() => pick(emoji), () => pick(letters), () => pick(around), address, address, () => pick(tags), () => pick(["word", "and", "Petition"])];
  const any = () => String.fromCodePoint(Math.floor(pick([0x80, 0x300, 0x3000, 0xd800, 0x1fb00]) * next()));
  const make = () => {
    const length = 1 + Math.floor(next() * 10);
    const spaced = next() < 0.5;
    let text = "";
    for (let i = 0; i < length; i++) {
      text += next() < 0.03 ? any() : pick(kinds)();
      if (spaced && next() < 0.6) text += pick(around);
    }
    return text.toWellFormed();
  };
  return Array.from({ length: count }, make);
}
