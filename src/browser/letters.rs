//! What the browser, or Node, knows of writing.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::message::Text;

#[wasm_bindgen(raw_module = "../edge.js")]
extern "C" {
    /// The grapheme clusters, with U+0000 between them.
    fn graphemes(text: &str) -> String;
    fn nfc(text: &str) -> String;
}

/// See [`Text`].
pub struct Letters;

impl Text for Letters {
    fn graphemes<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let mut rest = text;
        let mut pieces = Vec::new();
        for piece in graphemes(text).split('\0') {
            // A text with U+0000 in it goes out of step, and is still all there.
            let (first, others) = rest.split_at_checked(piece.len()).unwrap_or((rest, ""));
            pieces.push(first);
            rest = others;
        }
        pieces.push(rest);
        pieces
    }

    fn nfc(&self, text: &str) -> String {
        nfc(text)
    }
}
