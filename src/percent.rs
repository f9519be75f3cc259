//! Percent-encoding, in and out.
//!
//! Everything but the unreserved characters of RFC 3986 is encoded, so a value
//! is safe in a query, in a fragment and in `mailto:`/`sms:` addresses alike;
//! a space is `%20` and never `+`, which mail programs would show as a plus.

/// Appends `value` to `out` with every byte outside `A–Z a–z 0–9 - . _ ~` as `%XX`.
pub fn encode_into(out: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(byte as char);
        } else {
            out.push('%');
            push_digit(out, byte >> 4);
            push_digit(out, byte & 15);
        }
    }
}

fn push_digit(out: &mut String, nibble: u8) {
    out.push((nibble + if nibble < 10 { b'0' } else { b'A' - 10 }) as char);
}

/// Reads `%XX` and `+` back. A stray `%` stays as it is, and so does a text whose
/// bytes would not be UTF-8: addresses come from anywhere and must never fail to read.
pub fn decode(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        let code = hex(bytes.get(at)) << 4 | hex(bytes.get(at + 1));
        out.push(match byte {
            b'%' if code < 256 => {
                at += 2;
                #[allow(clippy::cast_possible_truncation, reason = "below 256")]
                {
                    code as u8
                }
            }
            b'+' => b' ',
            _ => byte,
        });
    }
    String::from_utf8(out).unwrap_or_else(|_| value.into())
}

/// The value of a hexadecimal digit; far more than a byte's where it is none.
fn hex(digit: Option<&u8>) -> u32 {
    digit.and_then(|digit| char::from(*digit).to_digit(16)).unwrap_or(0x1000)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(value: &str) -> String {
        let mut out = String::new();
        encode_into(&mut out, value);
        out
    }

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
        assert_eq!(decode("%FF"), "%FF");
    }
}
