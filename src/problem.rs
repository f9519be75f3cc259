//! What is wrong with a campaign's settings, in words for the person who wrote them.

use crate::record::Record;
use crate::text::concat;

/// One setting that could not be used. The card goes on without it.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Problem {
    /// Short and stable, for programs: `address`, `number`, `channel`, `json`, …
    pub code: &'static str,
    /// The attribute, or the path inside the JSON (`messages.x.0`).
    pub attribute: String,
    /// What stood there, its beginning at least.
    pub value: String,
    /// What would have been right.
    pub expected: &'static str,
}

impl Problem {
    /// Names `value`, which `attribute` has, and what was expected instead.
    pub fn new(code: &'static str, attribute: &str, value: &str, expected: &'static str) -> Self {
        const SHOWN: usize = 80;
        let end = value.floor_char_boundary(SHOWN);
        let dots = if end < value.len() { "…" } else { "" };
        let value = concat(&[value.get(..end).unwrap_or(""), dots]);
        Problem { code, attribute: attribute_name(attribute), value, expected }
    }

    /// The problem as the detail of an event.
    pub fn detail(&self, campaign: &str) -> Record {
        Record::of(&[
            ("campaign", campaign),
            ("code", self.code),
            ("attribute", &self.attribute),
            ("value", &self.value),
            ("expected", self.expected),
            ("message", &self.message()),
        ])
    }

    /// The sentence for the console.
    pub fn message(&self) -> String {
        concat(&[
            "share-sign: ",
            &self.attribute,
            "=\"",
            &self.value,
            "\" cannot be used and is ignored. Expected ",
            self.expected,
            ".",
        ])
    }
}

/// `privacyUrl` as the page's author wrote it in HTML: `privacy-url`.
fn attribute_name(path: &str) -> String {
    let mut name = String::new();
    for letter in path.chars() {
        if letter.is_ascii_uppercase() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_and_why() {
        let problem =
            Problem::new("address", "privacyUrl", "javascript:alert(1)", "an http: or https: address");
        assert_eq!(
            problem.message(),
            "share-sign: privacy-url=\"javascript:alert(1)\" cannot be used and is ignored. \
             Expected an http: or https: address."
        );
    }

    #[test]
    fn long_values_are_shortened() {
        let problem = Problem::new("number", "goal", &"9".repeat(500), "a number");
        assert_eq!(problem.value.chars().count(), 81);
    }
}
