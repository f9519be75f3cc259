//! How many parts a text message is sent in.
//!
//! A part is 140 bytes: 160 characters of the GSM alphabet (3GPP TS 23.038, 6.2.1),
//! or 70 units of UTF-16 as soon as one character is not in it. In a message of
//! several parts seven bytes of each say how they belong together, which leaves 153
//! or 67. Neither the two halves of a character beyond U+FFFF nor the escape and
//! what it escapes are parted. National language tables are not counted on: few
//! phones use them.

/// The GSM alphabet besides what is ASCII: a bit for each letter from U+00A0 on,
/// and for each from U+0380 on.
static LATIN: [u32; 3] = bits(0xa0, "£¥èéùìòÇØøÅåÆæßÉ¤¡ÄÖÑÜ§¿äöñüà");
static GREEK: [u32; 3] = bits(0x380, "ΔΦΓΛΩΠΨΣΘΞ");

/// The letters, of two bytes each, as bits from `first` on.
#[allow(clippy::indexing_slicing, reason = "worked out by the compiler, which would complain")]
const fn bits(first: u32, mut letters: &str) -> [u32; 3] {
    let mut bits = [0; 3];
    while let [high, low, rest @ ..] = letters.as_bytes() {
        let c = ((*high as u32 & 31) << 6 | (*low as u32 & 63)) - first;
        bits[(c / 32) as usize] |= 1 << (c % 32);
        letters = match str::from_utf8(rest) {
            Ok(rest) => rest,
            Err(_) => "",
        };
    }
    bits
}

fn has(bits: &[u32], c: u32) -> usize {
    bits.get(c as usize / 32).map_or(0, |bits| (bits >> (c % 32) & 1) as usize)
}

/// How many of GSM's characters `c` is; none where it is not in the alphabet.
fn septets(c: char) -> usize {
    match c {
        '['..='^' | '{'..='~' | '€' | '\u{c}' => 2,
        '`' => 0,
        '\n' | '\r' | ' '..='~' => 1,
        _ => has(&LATIN, (c as u32).wrapping_sub(0xa0)) + has(&GREEK, (c as u32).wrapping_sub(0x380)),
    }
}

/// How long `body` is, in characters of the GSM alphabet or units of UTF-16; how
/// many of them a message has, and how many each part of several.
fn size(body: &str) -> (usize, usize, usize) {
    let (mut gsm, mut units, mut is_gsm) = (0, 0, true);
    for c in body.chars() {
        let size = septets(c);
        gsm += size;
        units += c.len_utf16();
        is_gsm &= size > 0;
    }
    if is_gsm { (gsm, 160, 153) } else { (units, 70, 67) }
}

/// At least as many parts as `body` is sent in: as if the end of each stayed empty.
pub fn at_most(body: &str) -> usize {
    let (size, alone, part) = size(body);
    if size > alone { size.div_ceil(part - 1) } else { size.min(1) }
}

/// The number of parts that `body` is sent in.
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub fn parts(body: &str) -> usize {
    let (whole, alone, part) = size(body);
    if whole <= alone {
        return whole.min(1);
    }
    let (mut parts, mut used) = (1, 0);
    for c in body.chars() {
        let size = if alone == 160 { septets(c) } else { c.len_utf16() };
        used += size;
        if used > part {
            parts += 1;
            used = size;
        }
    }
    parts
}
