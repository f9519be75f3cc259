//! What rendering needs besides a page: channels, words, and a way to read addresses.

use super::world::Resolve;
use crate::channel::Catalogue;
use crate::i18n::Locale;

/// What all cards share.
pub struct Kit {
    /// The channels with their icons.
    pub catalogue: &'static Catalogue,
    /// What cards say, and what they say without a script, by language.
    pub locales: Vec<(Locale, Locale)>,
    /// How to make an address whole.
    pub resolve: Resolve,
}

impl Kit {
    /// Everything that the crate brings along.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn complete() -> Self {
        use crate::i18n::{LOCALES, pack, pack_prerender};
        let read = |packed: String| Locale::read(packed.leak());
        Kit {
            catalogue: Box::leak(Box::new(Catalogue::complete())),
            locales: LOCALES.iter().map(|id| (read(pack(id)), read(pack_prerender(id)))).collect(),
            resolve: |address, base| {
                let base = url::Url::parse(base).ok();
                let whole = url::Url::options().base_url(base.as_ref()).parse(address);
                whole.ok().map(String::from)
            },
        }
    }

    /// The words of the first language that there is a locale for, as in
    /// `pkg/languages.js`: `fr-CA` finds `fr`.
    pub fn speak(&self, languages: &[String]) -> (Locale, Locale) {
        for language in languages {
            let mut tag = language.to_ascii_lowercase();
            while !tag.is_empty() {
                if let Some(found) =
                    self.locales.iter().find(|(words, _)| words.id().eq_ignore_ascii_case(&tag))
                {
                    return *found;
                }
                tag.truncate(tag.rfind(['-', '_']).unwrap_or(0));
            }
        }
        self.locales.first().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language() {
        let kit = Kit::complete();
        let speak =
            |tags: &[&str]| kit.speak(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>()).0.id();
        assert_eq!(speak(&["fr-CA"]), "fr");
        assert_eq!(speak(&["tlh", "FR_ch-x", "en"]), "fr");
        assert_eq!(speak(&["tlh"]), "en");
        assert_eq!(speak(&[]), "en");
    }

    #[test]
    fn addresses_as_in_a_browser() {
        let resolve = Kit::complete().resolve;
        assert_eq!(
            resolve("../a b.png", "https://Example.org/x/y/").as_deref(),
            Some("https://example.org/x/a%20b.png")
        );
        assert_eq!(resolve("https://bücher.example", "").as_deref(), Some("https://xn--bcher-kva.example/"));
        assert_eq!(resolve("/a.png", ""), None);
    }
}
