//! Bytes as printable ASCII: what any page's charset, windows-1252 included,
//! reads as it was written, and what nothing on the way has a reason to change.
//!
//! Base64 would hide the structure of the bytes from the compression that follows.
//! Here each byte is always the same one or two characters: the frequent ones one
//! of the 91 characters that a string in double quotes can hold as they are, the
//! others `}` or `~` and a second character. Printable bytes stand for themselves
//! even where they are rather rare, as texts do better in one piece; what is left
//! of the characters goes to the most frequent other bytes.
//!
//! The string starts with the characters of the bytes 0 to 255 in this order, so
//! that the decoder learns them from there. A byte of two characters is only
//! announced by its first one; the second follows from counting.

use std::cmp::Reverse;

/// The JavaScript function from the string to the bytes, as a `Uint8Array`.
pub const DECODE: &str = "text => {
  const bytes = new Uint8Array(text.length), byte = new Uint8Array(16384);
  let at = 0, pairs = 0, n = -256, code;
  for (; at < text.length; n++) {
    code = text.charCodeAt(at++);
    if (code > 124) code = code << 7 | (n < 0 ? 35 + pairs++ % 91 : text.charCodeAt(at++));
    // As a byte, -256 is 0 and -1 is 255.
    n < 0 ? byte[code] = n : bytes[n] = byte[code];
  }
  return bytes.subarray(0, n);
}";

/// How many times as frequent a byte must be to take a printable one's place. Measured
/// with brotli: 1 costs 1.2%, 200 costs 2.7%.
const TEXT_WEIGHT: usize = 9;

/// The first characters of a pair.
const FIRST: [char; 2] = ['}', '~'];
/// The second ones, from `#` on: as many as fit below the last printable character.
const SECOND: std::ops::Range<u8> = 35..126;

/// The bytes as a string literal for [`DECODE`].
pub fn bytes(bytes: &[u8]) -> String {
    let (head, codes) = table(bytes);
    let mut text = head;
    for byte in bytes {
        text.extend(codes.get(usize::from(*byte)).into_iter().flatten());
    }
    // The second of a pair can be a backslash. And nothing here may look like the
    // end of a script, in case that somebody puts this file into an HTML page.
    let text = text.replace('\\', "\\\\").replace("</", "<\\/").replace("<!", "<\\!");
    format!("\"{text}\"")
}

/// The start of the string and the characters of each byte.
fn table(bytes: &[u8]) -> (String, Vec<Vec<char>>) {
    let mut frequency = [0_usize; 256];
    for byte in bytes {
        if let Some(count) = frequency.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    let count = |byte: u8| frequency.get(usize::from(byte)).copied().unwrap_or(0);

    let characters: Vec<u8> = (b' '..=b'|').filter(|c| !b"\"\\".contains(c)).collect();
    let weight = |byte: u8| if (b' '..=b'~').contains(&byte) { TEXT_WEIGHT } else { 1 };
    let mut ranking: Vec<u8> = (0..=255).collect();
    ranking.sort_by_key(|byte| Reverse(count(*byte) * weight(*byte)));
    ranking.truncate(characters.len());

    // Those that stand for themselves, and the most frequent others on what is free.
    let (own, mut others): (Vec<u8>, Vec<u8>) =
        ranking.into_iter().partition(|byte| characters.contains(byte));
    others.sort_by_key(|byte| Reverse(count(*byte)));
    let free = characters.iter().filter(|c| !own.contains(c));
    let mut single = [None; 256];
    for (byte, character) in own.iter().zip(&own).chain(others.iter().zip(free)) {
        if let Some(place) = single.get_mut(usize::from(*byte)) {
            *place = Some(char::from(*character));
        }
    }

    let mut pairs = FIRST.into_iter().flat_map(|first| SECOND.map(move |second| (first, char::from(second))));
    let mut head = String::new();
    let mut codes = Vec::new();
    for character in single {
        if let Some(character) = character {
            head.push(character);
            codes.push(vec![character]);
        } else if let Some((first, second)) = pairs.next() {
            head.push(first);
            codes.push(vec![first, second]);
        }
    }
    (head, codes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command;
    use std::process::Command;

    /// What the decoder in JavaScript makes of it.
    fn decoded(literal: &str) -> Vec<u8> {
        let program = format!("process.stdout.write(JSON.stringify(Array.from(({DECODE})({literal}))))");
        let printed = command::converse(Command::new("node").arg("-"), program.as_bytes()).unwrap();
        serde_json::from_str(&printed).unwrap()
    }

    #[test]
    fn every_byte_comes_back() {
        let mut all: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        all.extend_from_slice(b"</script><!-- \\ \" ` ${x} }~|{ -->");
        assert_eq!(decoded(&bytes(&all)), all);
        assert!(decoded(&bytes(&[])).is_empty());
        assert_eq!(decoded(&bytes(&[255; 9])), [255; 9]);
    }

    #[test]
    fn bytes_of_any_distribution_come_back() {
        // Squares crowd together, and differently for each modulus.
        for modulus in [7_u64, 40, 100, 251, 256] {
            let some: Vec<u8> =
                (0..5000_u64).map(|n| u8::try_from(n * n % modulus * 13 % 256).unwrap()).collect();
            assert_eq!(decoded(&bytes(&some)), some, "{modulus}");
        }
    }

    #[test]
    fn the_text_is_printable_and_never_ends_a_script() {
        let all: Vec<u8> = (0..=255).flat_map(|a| b"</script <!--".iter().copied().chain([a])).collect();
        let text = bytes(&all);
        assert!(text.bytes().all(|c| (b' '..=b'~').contains(&c)));
        assert!(!text.contains("</") && !text.contains("<!"));
        let inside = &text[1..text.len() - 1];
        assert!(!inside.contains('"'));
    }

    #[test]
    fn words_stay_words() {
        let mut program = vec![0_u8; 3000];
        program.extend_from_slice(b"article part=card class");
        assert!(bytes(&program).contains("article part=card class"));
    }
}
