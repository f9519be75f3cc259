//! Character references (`&amp;`, `&eacute;`, `&#8217;`) as the HTML standard reads them
//! (<https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>).

/// A line each: a name, with a semicolon where it needs one, and its code points.
const NAMES: &str = include_str!("references.txt");

/// `text` with its references read, and its line breaks as browsers see them. Inside
/// of an attribute, `&copy=1` is an address and no copyright sign.
pub fn decode(text: &str, attribute: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let used = match after.strip_prefix('#') {
            Some(number) => numeric(&mut out, number).map(|used| used + 1),
            None => named(&mut out, after, attribute),
        };
        if used.is_none() {
            out.push('&');
        }
        rest = after.get(used.unwrap_or(0)..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// Writes what `text`, behind `&#`, stands for; how much of it that took.
fn numeric(out: &mut String, text: &str) -> Option<usize> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let code = digits.get(..length).filter(|digits| !digits.is_empty())?;
    // What is too long for a number is none that stands for a character.
    let code = u32::from_str_radix(code, radix).unwrap_or(u32::MAX);
    let byte = u8::try_from(code).ok().filter(|byte| (0x80..0xa0).contains(byte));
    let c = byte.map_or_else(|| char::from_u32(code).filter(|c| *c != '\0'), |byte| Some(windows_1252(byte)));
    out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    let semicolon = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    Some(text.len() - digits.len() + length + semicolon)
}

/// The same behind `&`.
fn named(out: &mut String, text: &str, attribute: bool) -> Option<usize> {
    let length = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = text.get(..length)?;
    if text.as_bytes().get(length) == Some(&b';')
        && let Some(codes) = codes(word, false)
    {
        push(out, codes);
        return Some(length + 1);
    }
    // Some names of old need no semicolon.
    (2..=length.min(6)).rev().find_map(|end| {
        let codes = codes(word.get(..end)?, true)?;
        let next = text.as_bytes().get(end);
        if attribute && next.is_some_and(|byte| *byte == b'=' || byte.is_ascii_alphanumeric()) {
            return None;
        }
        push(out, codes);
        Some(end)
    })
}

/// The code points of `name`; `bare`: only where it needs no semicolon.
fn codes(name: &str, bare: bool) -> Option<&'static str> {
    NAMES.lines().find_map(|line| {
        let codes = line.strip_prefix(name)?;
        if bare { codes.strip_prefix(' ') } else { codes.strip_prefix(' ').or(codes.strip_prefix("; ")) }
    })
}

fn push(out: &mut String, codes: &str) {
    let code = |code: &str| u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
    out.extend(codes.split(' ').filter_map(code));
}

/// The character that a byte stands for where a page has no other encoding.
pub fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    UPPER.get(usize::from(byte.wrapping_sub(0x80))).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_references() {
        for (written, meant) in [
            ("a &amp; b &lt; &quot;&apos;", "a & b < \"'"),
            ("&eacute;&Eacute;&nbsp;&hellip;&NotEqualTilde;", "éÉ\u{a0}…≂\u{338}"),
            ("&#233;&#xE9;&#Xe9 &#8217x", "ééé ’x"),
            ("&#0;&#x80;&#xD800;&#x110000;&#99999999999;", "\u{fffd}€\u{fffd}\u{fffd}\u{fffd}"),
            ("& &; &#; &#x; &unknown; &#xg", "& &; &#; &#x; &unknown; &#xg"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("&CounterClockwiseContourIntegral;", "∳"),
        ] {
            assert_eq!(decode(written, true), meant);
            assert_eq!(decode(written, false), meant);
        }
    }

    #[test]
    fn old_names_without_a_semicolon() {
        assert_eq!(decode("?a=1&copy=2&copyx&copy;&copy &AMP", true), "?a=1&copy=2&copyx©© &");
        assert_eq!(decode("&copy=2&copyx&notit;&notin;&hellip", false), "©=2©x¬it;∉&hellip");
    }

    #[test]
    fn bytes_of_old() {
        assert_eq!(
            [0x41, 0x80, 0x92, 0x9f, 0xa0, 0xe9, 0xff].map(windows_1252),
            ['A', '€', '’', 'Ÿ', '\u{a0}', 'é', 'ÿ']
        );
    }
}
