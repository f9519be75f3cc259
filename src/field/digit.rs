//! Digits of every script, as the numbers that they are.

/// The zeros of the scripts that people write today, in the order of Unicode:
/// all decimal digits (general category Nd) of its first plane, of Chakma and of
/// Adlam. The other nine follow each of them.
const ZEROS: &str = "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０𑄶𞥐";

/// The value of a decimal digit, 0 to 9, whatever its script.
pub fn value(c: char) -> Option<u8> {
    let code = u32::from(c);
    ZEROS
        .chars()
        .filter_map(|zero| code.checked_sub(u32::from(zero)))
        .find_map(|value| u8::try_from(value).ok().filter(|value| *value < 10))
}

/// The same digit in ASCII.
pub fn ascii(c: char) -> Option<char> {
    value(c).map(|value| char::from(b'0' + value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_many_scripts() {
        for text in
            ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９", "𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙"]
        {
            assert_eq!(text.chars().filter_map(ascii).collect::<String>(), "0123456789", "{text}");
        }
    }

    #[test]
    fn nothing_else_is_one() {
        for c in "/:٪٬ａ一½²Ⅳ①/०".chars().take(11) {
            assert_eq!(value(c), None, "{c}");
        }
        assert!(ZEROS.chars().zip(ZEROS.chars().skip(1)).all(|(a, b)| u32::from(a) + 10 <= u32::from(b)));
        assert!(ZEROS.chars().all(char::is_numeric));
    }
}
