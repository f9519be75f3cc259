//! Writes HTML. Literal markup can only come from this program's own text, and
//! everything else is escaped: there is no third way in.

pub mod card;
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub mod dialog;
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub mod events;
pub mod form;
#[cfg(any(feature = "more", not(target_arch = "wasm32")))]
pub mod poster;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod signing;
#[cfg(any(feature = "stats", not(target_arch = "wasm32")))]
pub mod stats;
#[cfg(any(feature = "links", not(target_arch = "wasm32")))]
pub mod video;

/// HTML being written.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Literal markup.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text, or an attribute's value inside double quotes.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(c),
            }
        }
        self
    }

    /// `before`, the text, `after`; nothing at all where the text is empty.
    pub fn wrap(&mut self, before: &'static str, text: &str, after: &'static str) -> &mut Self {
        if text.is_empty() { self } else { self.raw(before).text(text).raw(after) }
    }

    /// What has been written.
    pub fn end(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        let mut html = Html::default();
        html.raw("<p title=\"")
            .text("\"><script>&amp;")
            .raw("\">")
            .wrap("<b>", "", "</b>")
            .wrap("<i>", "a", "</i>");
        assert_eq!(html.end(), "<p title=\"&quot;&gt;&lt;script&gt;&amp;amp;\"><i>a</i>");
    }
}
