//! The form's fields: what each is called, which keyboard it brings up, and how
//! long its value may be.

use crate::i18n::Key;

/// A field that the form can ask for.
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Kind {
    /// As in the `fields` attribute, and the control's name.
    pub id: &'static str,
    /// Its name in JSON and JavaScript.
    pub wire: &'static str,
    /// What it is called on the card.
    pub label: Key,
    /// What is said when it is required and empty.
    pub empty: Key,
    /// The `type` of the input; `textarea` for a text of several lines.
    pub control: &'static str,
    /// The `autocomplete` value
    /// (<https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field>).
    pub autocomplete: &'static str,
    /// The longest value, in characters.
    pub longest: usize,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Every field there is.
pub static KINDS: [Kind; 9] = [
    kind("name", "name", Key::FieldName, Key::EnterName, "text", "name", 100),
    kind("first-name", "firstName", Key::FieldFirstName, Key::EnterFirstName, "text", "given-name", 64),
    kind("last-name", "lastName", Key::FieldLastName, Key::EnterLastName, "text", "family-name", 64),
    kind("email", "email", Key::FieldEmail, Key::EnterEmail, "email", "email", 254),
    kind("phone", "phone", Key::FieldPhone, Key::EnterField, "tel", "tel", 20),
    kind("postcode", "postcode", Key::FieldPostcode, Key::EnterField, "text", "postal-code", 12),
    kind("country", "country", Key::FieldCountry, Key::EnterField, "text", "country-name", 60),
    kind("locality", "locality", Key::FieldLocality, Key::EnterField, "text", "address-level2", 64),
    kind("comment", "comment", Key::FieldComment, Key::EnterField, "textarea", "off", 500),
];

const fn kind(
    id: &'static str,
    wire: &'static str,
    label: Key,
    empty: Key,
    control: &'static str,
    autocomplete: &'static str,
    longest: usize,
) -> Kind {
    Kind { id, wire, label, empty, control, autocomplete, longest }
}

/// The name in JSON and JavaScript of the field called `id`.
pub fn wire_name(id: &str) -> &str {
    KINDS.iter().find(|kind| kind.id == id).map_or(id, |kind| kind.wire)
}

/// A field as one campaign asks for it.
#[derive(Clone, Copy)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Field {
    /// What is asked for.
    pub kind: &'static Kind,
    /// Whether signing needs it.
    pub required: bool,
}

impl Field {
    /// Reads `email*`: the field's id, with a star where it is required.
    pub fn read(written: &str) -> Option<Self> {
        let id = written.strip_suffix('*').unwrap_or(written);
        let kind = KINDS.iter().find(|kind| kind.id == id)?;
        Some(Field { kind, required: id.len() < written.len() })
    }

    /// What is wrong with `value`, or `None` where it is fine.
    pub fn check(&self, value: &str) -> Option<Key> {
        let value = value.trim();
        if value.is_empty() {
            return self.required.then_some(self.kind.empty);
        }
        if value.chars().count() > self.kind.longest {
            return Some(Key::TooLong);
        }
        match self.kind.control {
            "email" if !is_email(value) => Some(Key::BadEmail),
            "tel" if !is_phone(value) => Some(Key::BadPhone),
            _ => None,
        }
    }
}

/// Whether `text` can be an email address: something, one `@`, and a domain with
/// a dot inside. Only a mail can tell more.
fn is_email(text: &str) -> bool {
    let mut parts = text.split('@');
    let (local, domain) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let forbidden = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"');
    let mut labels = 0;
    let mut top = 0;
    for label in domain.split('.') {
        labels += 1;
        top = label.len();
        if top == 0 {
            return false;
        }
    }
    !local.is_empty() && parts.next().is_none() && labels > 1 && top > 1 && !text.chars().any(forbidden)
}

fn is_phone(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 5
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | ' ' | '.' | '/' | '\u{a0}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, value: &str) -> Option<Key> {
        Field::read(written).unwrap().check(value)
    }

    #[test]
    fn required_and_optional() {
        assert_eq!(check("name*", "  "), Some(Key::EnterName));
        assert_eq!(check("name", ""), None);
        assert_eq!(check("name*", "Žofie 李 ‘O’Neill’"), None);
        assert!(Field::read("shoe-size").is_none());
        assert!(Field::read("*").is_none());
    }

    #[test]
    fn emails() {
        for good in ["ada@example.org", "a.b+c@sub.example.co", "ñandú@ejemplo.es", "x@日本.example"] {
            assert_eq!(check("email*", good), None, "{good}");
        }
        for bad in [
            "ada",
            "ada@",
            "@example.org",
            "ada@example",
            "ada@example.",
            "a@.org",
            "a b@example.org",
            "a@b@example.org",
            "ada@example..org",
            "a@x.org, b@x.org",
        ] {
            assert_eq!(check("email*", bad), Some(Key::BadEmail), "{bad}");
        }
    }

    #[test]
    fn phones_and_lengths() {
        assert_eq!(check("phone", "+33 (0)1 23 45 67 89"), None);
        assert_eq!(check("phone", "call me"), Some(Key::BadPhone));
        assert_eq!(check("comment", &"é".repeat(500)), None);
        assert_eq!(check("comment", &"é".repeat(501)), Some(Key::TooLong));
    }
}
