//! What is wrong with what stands in a field, in words for the person who typed it.

use crate::campaign::Campaign;
use crate::field::{self, Field, birth_date, email, name, phone, postcode};
use crate::i18n::{Locale, Sign};
use crate::number;
use crate::record::Record;

/// The words for what is wrong with a field, or `None` where it is fine. `now` in
/// milliseconds since 1970.
pub fn wrong(field: &Field, values: &Record, campaign: &Campaign, words: Locale, now: i64) -> Option<String> {
    let value = values.get(&field.id).trim();
    if value.is_empty() {
        return field.required.then(|| words.say(empty(field)).into());
    }
    if value.chars().count() > field.kind.longest {
        return Some(words.fill(Sign::TooLong, &number::text(field.kind.longest as u64)));
    }
    let key = match field.kind.id {
        "email" if !email::plausible(value) => Sign::BadEmail,
        "phone" if !phone::plausible(value) => Sign::BadPhone,
        "name" | "first-name" | "last-name" if !name::plausible(value) => Sign::BadName,
        "birth-date" if !birth_date::plausible(value, now) => Sign::BadDate,
        "country" if !field::country::is_code(value) => Sign::ChooseOne,
        "postcode" => {
            return postcode::check(country(values, campaign), value)
                .err()
                .map(|example| words.fill(Sign::BadPostcode, example));
        }
        _ => return None,
    };
    Some(words.say(key).into())
}

/// The code of the country that the supporter chose, else of the page's usual one.
pub fn country<'a>(values: &'a Record, campaign: &'a Campaign) -> &'a str {
    let chosen = values.get("country");
    if chosen.is_empty() { campaign.text("country") } else { chosen }
}

/// What is said where a required field is empty.
fn empty(field: &Field) -> Sign {
    match (field.kind.id, field.kind.control) {
        ("name", _) => Sign::EnterName,
        ("first-name", _) => Sign::EnterFirstName,
        ("last-name", _) => Sign::EnterLastName,
        ("email", _) => Sign::EnterEmail,
        (_, "select") => Sign::ChooseOne,
        (_, "tick") => Sign::TickNeeded,
        _ => Sign::EnterField,
    }
}
