//! The form's fields: what each is called, which keyboard it brings up, and how
//! long its value may be.

use crate::i18n::Key;
use crate::record::Record;
use crate::settings::list;
use crate::text::join;

#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod birth_date;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod country;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
mod digit;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod email;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod name;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod phone;
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub mod postcode;

/// How a supporter may be shown to others, and where the field offers it.
pub const SHOW_NAME: &str = "show-name";

/// What a field is.
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Kind {
    /// As in the `fields` attribute, and the control's name.
    pub id: &'static str,
    /// What it is called on the card.
    pub label: Key,
    /// The `type` of the input; or `textarea`, `select`, `tick`.
    pub control: &'static str,
    /// The `autocomplete` value
    /// (<https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field>).
    pub autocomplete: &'static str,
    /// The longest value, in characters.
    pub longest: usize,
}

/// Every field that has a name of its own.
pub static KINDS: [Kind; 14] = [
    kind("name", Key::FieldName, "text", "name", 100),
    kind("first-name", Key::FieldFirstName, "text", "given-name", 64),
    kind("last-name", Key::FieldLastName, "text", "family-name", 64),
    kind("email", Key::FieldEmail, "email", "email", 254),
    kind("phone", Key::FieldPhone, "tel", "tel", 30),
    kind("postcode", Key::FieldPostcode, "text", "postal-code", 12),
    kind("country", Key::FieldCountry, "select", "country", 2),
    kind("locality", Key::FieldLocality, "text", "address-level2", 64),
    kind("region", Key::FieldRegion, "text", "address-level1", 64),
    kind("street", Key::FieldStreet, "text", "street-address", 128),
    kind("birth-date", Key::FieldBirthDate, "date", "bday", 10),
    kind("organisation", Key::FieldOrganisation, "text", "organization", 100),
    kind("comment", Key::FieldComment, "textarea", "off", 500),
    kind(SHOW_NAME, Key::FieldShowName, "select", "off", 7),
];

/// The fields that a campaign makes up: a text, a choice, a tick.
static CUSTOM: [Kind; 3] = [
    kind("text", Key::FieldComment, "text", "off", 500),
    kind("choice", Key::FieldComment, "select", "off", 200),
    kind("tick", Key::FieldComment, "tick", "off", 3),
];

const fn kind(
    id: &'static str,
    label: Key,
    control: &'static str,
    autocomplete: &'static str,
    longest: usize,
) -> Kind {
    Kind { id, label, control, autocomplete, longest }
}

/// A field as one campaign asks for it.
#[derive(Clone)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Field {
    /// Its kind's id, or the campaign's own.
    pub id: String,
    /// What is asked for.
    pub kind: &'static Kind,
    /// Whether signing needs it.
    pub required: bool,
    /// Whether what is typed must not be kept until it is sent.
    pub private: bool,
    /// The campaign's own words for it; empty for the usual ones.
    pub label: String,
    /// What there is to choose from, where the campaign made up a choice.
    pub options: Vec<String>,
}

/// What a signature says besides its fields; no field may be called so.
const RESERVED: &str = " id campaign time locale page source referral consent consent-text consent-version";

impl Field {
    /// Reads `email*`: the field's id, with a star where it is required.
    pub fn read(written: &str) -> Option<Self> {
        let id = written.strip_suffix('*').unwrap_or(written);
        let kind = KINDS.iter().find(|kind| kind.id == id)?;
        Some(Field {
            id: id.into(),
            kind,
            required: id.len() < written.len(),
            private: false,
            label: String::new(),
            options: Vec::new(),
        })
    }

    /// Reads an object of the JSON: `{"id", "label", "kind", "options", "required",
    /// "private"}` at `path`. With the id of a usual field it changes that one's words.
    fn custom(settings: &Record, path: &str) -> Option<Self> {
        let get = |name| settings.get(&join(&[path, name], "."));
        let (id, label, kind) = (get("id"), get("label"), get("kind"));
        let mut field = if let Some(known) = Field::read(id) {
            known
        } else {
            let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let taken = RESERVED.split(' ').any(|name| name == id);
            let free = !taken && id.chars().all(sound) && !label.is_empty();
            let kind = CUSTOM.iter().find(|known| known.id == kind).or(CUSTOM.first()).filter(|_| free)?;
            Field { id: id.into(), kind, ..Field::read("comment")? }
        };
        let options = join(&[path, "options"], ".");
        field.options.extend(settings.below(&options).into_iter().map(|(_, _, text)| text.into()));
        field.label = label.into();
        field.required = get("required") == "true";
        field.private = get("private") == "true";
        let choice = field.kind.id == "choice";
        (choice != field.options.is_empty()).then_some(field)
    }
}

/// The fields that the settings ask for, and (path, text) of what is none. Name and
/// email, both required, where none is asked for.
pub fn read(settings: &Record) -> (Vec<Field>, Vec<(String, String)>) {
    let (mut fields, mut wrong): (Vec<Field>, Vec<_>) = (Vec::new(), Vec::new());
    let mut last = "";
    for (path, text) in list(settings, "fields") {
        // `fields.3.label` is of the object at `fields.3`.
        let item = path.match_indices('.').nth(1).map_or(path, |(end, _)| path.get(..end).unwrap_or(path));
        let found = if item == path {
            Field::read(text)
        } else if item == last {
            continue;
        } else {
            last = item;
            Field::custom(settings, item)
        };
        match found {
            Some(field) if fields.iter().all(|known| known.id != field.id) => fields.push(field),
            Some(_) => {}
            None => wrong.push((item.into(), text.into())),
        }
    }
    if fields.is_empty() {
        fields.extend(Field::read("name*"));
        fields.extend(Field::read("email*"));
    }
    (fields, wrong)
}

/// The name in JSON and JavaScript of the field called `id`: `first-name` is
/// `firstName`.
#[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
pub fn wire_name(id: &str) -> String {
    let mut name = String::new();
    let mut raise = false;
    for letter in id.chars() {
        if raise {
            name.push(letter.to_ascii_uppercase());
        } else if letter != '-' {
            name.push(letter);
        }
        raise = letter == '-';
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::from_json;

    fn ids(fields: &[Field]) -> Vec<&str> {
        fields.iter().map(|field| field.id.as_str()).collect()
    }

    #[test]
    fn words_with_stars() {
        let (fields, wrong) = read(&Record::of(&[("fields", "name* email birth-date name shoe-size *")]));
        assert_eq!(ids(&fields), ["name", "email", "birth-date"]);
        assert_eq!(fields.iter().map(|field| field.required).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(wrong, [("fields".into(), "shoe-size".into()), ("fields".into(), "*".into())]);
        assert_eq!(ids(&read(&Record::default()).0), ["name", "email"]);
    }

    #[test]
    fn made_up_by_the_campaign() {
        let settings = from_json(
            r#"{"fields": ["email*",
                {"id": "role", "label": "I am a", "kind": "choice", "options": ["patient", "doctor"], "required": true},
                {"id": "visit", "label": "I come to the hearing", "kind": "tick"},
                {"id": "story", "label": "My story", "private": true},
                {"id": "postcode", "label": "Postcode of the practice"},
                {"id": "Bad Id", "label": "x"}, {"id": "none", "label": "x", "kind": "choice"}, {"id": "wordless"}, "nonsense"]}"#,
        )
        .unwrap();
        let (fields, wrong) = read(&settings);
        assert_eq!(ids(&fields), ["email", "role", "visit", "story", "postcode"]);
        assert_eq!(fields[1].options, ["patient", "doctor"]);
        assert_eq!((fields[1].kind.control, fields[2].kind.control), ("select", "tick"));
        assert!(fields[1].required && fields[3].private && !fields[2].required);
        assert_eq!(
            (fields[4].kind.autocomplete, &*fields[4].label),
            ("postal-code", "Postcode of the practice")
        );
        let paths: Vec<_> = wrong.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["fields.5", "fields.6", "fields.7", "fields.8"]);
    }

    #[test]
    fn names_for_programs() {
        assert_eq!(wire_name("birth-date"), "birthDate");
        assert_eq!(wire_name("email"), "email");
    }
}
