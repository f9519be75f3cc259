//! People's names: any script, any length, any shape. What is refused is what
//! cannot be a name: nothing but signs, and advertisements.

use crate::field::digit;

/// Whether `text` can be a name: it has a letter of any script, and no address
/// of a page or mailbox.
pub fn plausible(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.chars().any(is_letter)
        && !text.contains(['@', '＠'])
        && !bytes.windows(3).any(|three| three == b"://")
        && !bytes.windows(4).any(|four| four.eq_ignore_ascii_case(b"www."))
}

/// Whether `c` is a letter, or at least nothing that is known to be none. Exact
/// tables of all letters weigh more than this form does.
#[allow(clippy::match_same_arms, reason = "one arm for each kind of sign")]
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' => c.is_ascii_alphabetic() || matches!(c, 'ª' | 'º' | 'µ'),
        // Signs among the letters; accents, which need one below them.
        '×' | '÷' | '\u{300}'..='\u{344}' | '\u{346}'..='\u{362}' => false,
        // Punctuation, arrows, mathematics, boxes, dingbats; but for the letters
        // among the raised ones and the letter-like signs.
        'ⁱ' | 'ⁿ' | '\u{2090}'..='\u{209c}' | '\u{2100}'..='\u{2188}' => true,
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e2e}' | '\u{2e30}'..='\u{2e7f}' => false,
        // The same of Chinese and Japanese, variants, full-width signs.
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{fe00}'..='\u{fe6f}' => false,
        '\u{ff00}'..='\u{ff20}' | '\u{fff0}'..='\u{ffff}' => false,
        // Private use; emoji; tags and variants.
        '\u{e000}'..='\u{f8ff}' | '\u{1f000}'..='\u{1fbff}' | '\u{e0000}'.. => false,
        _ => digit::value(c).is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_kind() {
        for name in [
            "O",
            "李",
            "X Æ A-12",
            "Žofie",
            "O’Neill",
            "María-José Ñíguez",
            "محمد",
            "نیلوفر",
            "अनिल",
            "สมชาย",
            "김",
            "さくら",
            "Ⅳ",
            "Jr.",
            "𞤀𞤣𞤢𞤥",
            "Ada 🙏",
            "Wwwolf",
            "E\u{301}",
        ] {
            assert!(plausible(name), "{name}");
        }
    }

    #[test]
    fn no_names() {
        for text in [
            "",
            " ",
            "...",
            "-",
            "12345",
            "١٢٣",
            "🙏🏽",
            "¿?",
            "、。",
            "→",
            "+33 1",
            "https://cheap.example",
            "ftp://x",
            "WWW.cheap.example",
            "ada@example.org",
            "ada＠example",
        ] {
            assert!(!plausible(text), "{text}");
        }
    }

    #[test]
    fn every_letter_is_one() {
        // Circled and squared letters are ornaments.
        let ornament = |c| matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphabetic() && !ornament(*c)) {
            // Accents that Unicode counts as alphabetic need not be letters.
            assert!(is_letter(c) || matches!(c, '\u{345}' | '\u{363}'..='\u{36f}'), "{c} {:x}", u32::from(c));
        }
        for c in ('\0'..='\u{ff}').chain('\u{2000}'..='\u{20ff}').chain('\u{2190}'..='\u{24b5}') {
            assert!(c.is_alphabetic() || !is_letter(c), "{c} {:x}", u32::from(c));
        }
    }
}
