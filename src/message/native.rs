//! Graphemes and normal forms outside a browser.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::Text;

/// Native code brings what browsers have.
#[derive(Clone, Copy, Debug)]
pub struct Native;

impl Text for Native {
    fn graphemes<'a>(&self, text: &'a str) -> Vec<&'a str> {
        text.graphemes(true).collect()
    }

    fn nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }
}
