//! A signature: what a supporter sends.

use crate::{number, percent};

/// A signature, complete and ready to go.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Signature {
    /// A UUID made once, so that a repeated sending can be told from a second signature.
    pub id: String,
    /// The campaign's id.
    pub campaign: String,
    /// As [`Destination::written`](crate::destination::Destination::written) gives it.
    pub destination: String,
    /// When it was signed, in milliseconds since 1970.
    pub at: i64,
    /// The language in which the card spoke.
    pub locale: String,
    /// The page on which it was signed, without marks.
    pub page: String,
    /// The channel of the landing link that brought the supporter; empty for none.
    pub channel: String,
    /// The token of whoever shared that link; empty for none.
    pub referral: String,
    /// The answer to the question for consent; `None` for no answer or no question.
    pub consent: Option<bool>,
    /// The words of that question.
    pub consent_text: String,
    /// What was filled in, by field id, trimmed.
    pub values: Vec<(String, String)>,
}

/// Before the names of the supporter's own entries in storage.
const VALUE: &str = "f.";

impl Signature {
    /// Appends the signature as `name=value&…`.
    pub fn write(&self, out: &mut String) {
        let at = number::text(u64::try_from(self.at).unwrap_or(0));
        let consent = match self.consent {
            None => "",
            Some(true) => "yes",
            Some(false) => "no",
        };
        for (name, value) in [
            ("id", &self.id),
            ("campaign", &self.campaign),
            ("destination", &self.destination),
            ("at", &at),
            ("locale", &self.locale),
            ("page", &self.page),
            ("channel", &self.channel),
            ("referral", &self.referral),
            ("consent", &consent.to_owned()),
            ("consentText", &self.consent_text),
        ] {
            if !value.is_empty() {
                percent::push_pair(out, name, value);
            }
        }
        for (field, value) in &self.values {
            percent::push_pair(out, &[VALUE, field].concat(), value);
        }
    }

    /// Takes a pair that [`Signature::write`] wrote; false for a foreign one.
    pub fn take(&mut self, name: &str, value: String) -> bool {
        match name {
            "id" => self.id = value,
            "campaign" => self.campaign = value,
            "destination" => self.destination = value,
            "at" => self.at = number::parse(&value).and_then(|at| i64::try_from(at).ok()).unwrap_or(0),
            "locale" => self.locale = value,
            "page" => self.page = value,
            "channel" => self.channel = value,
            "referral" => self.referral = value,
            "consent" => self.consent = Some(value == "yes"),
            "consentText" => self.consent_text = value,
            _ => match name.strip_prefix(VALUE) {
                Some(field) => self.values.push((field.into(), value)),
                None => return false,
            },
        }
        true
    }
}

/// A random UUID (version 4, RFC 9562) from 128 random bits.
pub fn uuid(random: [u64; 2]) -> String {
    let high = random[0] & !0xf000 | 0x4000;
    let low = random[1] & !(3 << 62) | 1 << 63;
    let mut out = String::with_capacity(36);
    for (word, breaks) in [(high, [8, 12]), (low, [0, 4])] {
        for digit in 0..16 {
            if breaks.contains(&digit) {
                out.push('-');
            }
            let nibble = (word >> (60 - 4 * digit)) & 15;
            out.push(char::from_digit(u32::try_from(nibble).unwrap_or(0), 16).unwrap_or('0'));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_have_their_shape() {
        assert_eq!(uuid([0, 0]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid([u64::MAX, u64::MAX]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(
            uuid([0x0123_4567_89ab_cdef, 0x0123_4567_89ab_cdef]),
            "01234567-89ab-4def-8123-456789abcdef"
        );
    }

    #[test]
    fn round_trips() {
        let signature = Signature {
            id: uuid([1, 2]),
            campaign: "library".into(),
            destination: "json:https://a.example/?x=1&y=2".into(),
            at: 1_798_140_600_000,
            consent: Some(false),
            consent_text: "May we?".into(),
            values: vec![("name".into(), "Ada & Zoé".into()), ("comment".into(), "a\nb".into())],
            ..Signature::default()
        };
        let mut text = String::new();
        signature.write(&mut text);
        let mut read = Signature::default();
        for (name, value) in percent::pairs(&text) {
            assert!(read.take(&name, value), "{name}");
        }
        assert_eq!(read, signature);
    }
}
