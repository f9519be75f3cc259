//! Google Forms, as a `form:` destination. Each question has a name like
//! `entry.1045781291`, which `to.fields` gives for ours; a field without one is
//! not sent. The browser may send but not read the reply.

use crate::text::concat;

/// The address that takes answers, of a form's address as Google shows it
/// (`…/viewform`) or of that address itself; `None` for anyone else's form.
pub fn answers(address: &str) -> Option<String> {
    let (base, _) = super::split(address);
    if !base.starts_with("https://docs.google.com/forms/") {
        return None;
    }
    let form = base.strip_suffix("/viewform").or(base.strip_suffix("/formResponse"))?;
    Some(concat(&[form, "/formResponse"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognised() {
        let answered = Some("https://docs.google.com/forms/d/e/1F/formResponse");
        for address in ["formResponse", "viewform", "viewform?usp=sf_link", "formResponse#x"] {
            let address = ["https://docs.google.com/forms/d/e/1F/", address].concat();
            assert_eq!(answers(&address).as_deref(), answered, "{address}");
        }
        for other in ["https://a.example/formResponse", "https://docs.google.com/forms/d/e/1F/edit"] {
            assert_eq!(answers(other), None);
        }
    }
}
