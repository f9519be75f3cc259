//! Percent-encoding, in and out, and the `name=value&…` pairs built on it.
//!
//! Everything but the unreserved characters of RFC 3986 is encoded, so a value
//! is safe in a query, in a fragment and in `mailto:`/`sms:` addresses alike;
//! a space is `%20` and never `+`, which mail programs would show as a plus.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends `value` to `out` with every byte outside `A–Z a–z 0–9 - . _ ~` as `%XX`.
pub fn encode_into(out: &mut String, value: &str) {
    for &byte in value.as_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(byte as char);
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                out.push(HEX.get(nibble as usize).map_or('0', |&hex| hex as char));
            }
        }
    }
}

/// `value` percent-encoded, see [`encode_into`].
pub fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + value.len() / 2);
    encode_into(&mut out, value);
    out
}

/// Reads `%XX` and `+` back. A stray `%` stays as it is, and bytes that are not
/// UTF-8 become U+FFFD: addresses come from anywhere and must never fail to read.
pub fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        match (byte, ahead.next().and_then(hex), ahead.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high << 4 | low);
                rest = ahead;
            }
            (b'+', ..) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Appends `name=value` to `out`, after an `&` unless `out` is empty.
pub fn push_pair(out: &mut String, name: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    encode_into(out, name);
    out.push('=');
    encode_into(out, value);
}

/// The decoded pairs of `name=value&…`; a name without `=` has an empty value.
pub fn pairs(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_what_breaks_links() {
        assert_eq!(encode("a b&c#d+e%é\r\n'"), "a%20b%26c%23d%2Be%25%C3%A9%0D%0A%27");
        assert_eq!(encode("-._~"), "-._~");
    }

    #[test]
    fn decodes_what_it_encoded_and_forgives_the_rest() {
        let text = "Sauvez mon docteur & moi ! 🙏 100 %";
        assert_eq!(decode(&encode(text)), text);
        assert_eq!(decode("a+b%20c"), "a b c");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(decode("%FF"), "\u{fffd}");
    }

    #[test]
    fn pairs_round_trip() {
        let mut out = String::new();
        push_pair(&mut out, "a=b", "c&d");
        push_pair(&mut out, "empty", "");
        assert_eq!(out, "a%3Db=c%26d&empty=");
        let read: Vec<_> = pairs(&out).collect();
        assert_eq!(read, [("a=b".into(), "c&d".into()), ("empty".into(), String::new())]);
        assert_eq!(pairs("x&&y=1").count(), 2);
    }
}
