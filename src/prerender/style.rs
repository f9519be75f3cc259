//! The style sheet of a card that is there before any script.

use std::sync::OnceLock;

const CARD: &str = include_str!("../html/card.css");
const OWN: &str = include_str!("prerender.css");

/// The style sheet, without what only its authors need.
pub fn sheet() -> &'static str {
    static SHEET: OnceLock<String> = OnceLock::new();
    SHEET.get_or_init(|| [CARD, OWN].map(squeeze).concat())
}

/// `css` without comments and idle white space. It is our own, so there is no text in
/// quotes that looks like either.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for (index, piece) in css.split("/*").enumerate() {
        let code = if index == 0 { piece } else { piece.split_once("*/").map_or("", |(_, code)| code) };
        for c in code.chars() {
            let c = if c.is_ascii_whitespace() { ' ' } else { c };
            if c == ' ' && (out.is_empty() || out.ends_with([' ', '{', '}', ';', ':', ','])) {
                continue;
            }
            if matches!(c, '{' | '}') {
                let end = out.trim_end_matches([' ', ';']).len();
                out.truncate(end);
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_same_in_less() {
        assert_eq!(
            squeeze(
                "/* a */\n.a,\n.b > c {\n  d: e f, g;\n  h: calc(1px * 2);\n}\n\n@media (i: j) {\n  k {\n    l: m;\n  }\n}\n"
            ),
            ".a,.b > c{d:e f,g;h:calc(1px * 2)}@media (i:j){k{l:m}}"
        );
    }

    #[test]
    fn fits_into_any_page() {
        let sheet = sheet();
        assert!(sheet.is_ascii() && !sheet.contains('<') && !sheet.contains("/*"));
        assert!(sheet.starts_with(":host{") && sheet.contains("@media (scripting:none){.unscripted{"));
    }
}
