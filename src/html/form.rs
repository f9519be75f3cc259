//! The form. The card draws it empty; once the supporter uses it, the part that
//! knows how to sign draws it on, with what it has to say.

use super::Html;
use crate::campaign::{Campaign, Consent};
use crate::destination::LOCAL;
use crate::field::{Field, SHOW_NAME};
use crate::i18n::{Key, Locale};
use crate::record::Record;

/// The control that holds the answer to the question for consent.
pub const CONSENT: &str = "consent";
/// A field that people do not see; whatever fills it in is no person.
pub const TRAP: &str = "ss-company-fax";

/// What stands in the form, by field id.
#[derive(Default)]
pub struct Filled {
    /// What is filled in.
    pub values: Record,
    /// What is wrong, in words.
    pub errors: Record,
    /// What is said without being wrong: how much room is left.
    pub hints: Record,
    /// What may have been meant, and the words that ask.
    pub meant: Record,
    /// The same without words: what to put in.
    pub better: Record,
    /// Whether postcodes of the chosen country are of digits only.
    pub digits: bool,
    /// Whether it is being sent.
    pub sending: bool,
}

/// The form of `campaign`.
pub fn form(html: &mut Html, locale: Locale, campaign: &Campaign, filled: &Filled) {
    html.raw("<form part=\"form\" class=\"form\" novalidate aria-labelledby=\"sign\"><h3 id=\"sign\" class=\"heading\">");
    html.text(locale.say(Key::SignHeading)).raw("</h3>");
    for field in &campaign.fields {
        control(html, locale, field, filled);
    }
    html.raw("<div class=\"off\" aria-hidden=\"true\"><input tabindex=\"-1\" class=\"input\" autocomplete=\"off\" name=\"")
        .raw(TRAP);
    html.raw("\"></div>");
    consent(html, locale, campaign, filled);
    html.raw("<button type=\"submit\" part=\"sign-button\" class=\"button\"");
    if filled.sending {
        html.raw(" aria-disabled=\"true\">").text(locale.say(Key::Sending));
    } else {
        html.raw(">").text(locale.say(Key::Sign));
    }
    html.raw("</button><p class=\"note\">");
    if campaign.destination == LOCAL {
        html.text(locale.say(Key::KeptHere)).raw(" ");
    }
    if !campaign.text("privacyUrl").is_empty() {
        html.raw("<a part=\"privacy\" target=\"_blank\" rel=\"noopener\" href=\"")
            .text(campaign.text("privacyUrl"));
        html.raw("\">").text(locale.say(Key::Privacy)).raw("</a>");
    }
    html.raw("</p></form>");
}

fn control(html: &mut Html, locale: Locale, field: &Field, filled: &Filled) {
    let (id, kind) = (&*field.id, field.kind.control);
    let value = filled.values.get(id);
    let tick = kind == "tick";
    html.raw("<div part=\"field\" class=\"field ").raw(kind).raw("\">");
    if !tick {
        label(html, locale, field);
    }
    html.raw(match kind {
        "textarea" => "<textarea rows=\"3\"",
        "select" => "<select",
        "tick" => "<input type=\"checkbox\" value=\"yes\"",
        _ => "<input type=\"",
    });
    let input = !matches!(kind, "textarea" | "select" | "tick");
    if input {
        html.raw(kind).raw("\" dir=\"auto\" value=\"").text(value).raw("\"");
    }
    if tick && value == "yes" {
        html.raw(" checked");
    }
    html.raw(" part=\"input\" class=\"input\" id=\"f-").text(id).raw("\" name=\"").text(id);
    html.raw("\" autocomplete=\"").raw(field.kind.autocomplete).raw("\"");
    if filled.digits && id == "postcode" {
        html.raw(" inputmode=\"numeric\"");
    }
    if field.required {
        html.raw(" aria-required=\"true\"");
    }
    if field.private {
        html.raw(" data-private");
    }
    described(html, id, filled);
    html.raw(">");
    if kind == "textarea" {
        html.text(value).raw("</textarea>");
    } else if kind == "select" {
        options(html, locale, field, value);
    } else if tick {
        label(html, locale, field);
    }
    error_text(html, id, filled);
    if !filled.hints.get(id).is_empty() || !filled.meant.get(id).is_empty() {
        html.raw("<p class=\"note\" id=\"h-").text(id).raw("\">").text(filled.hints.get(id));
        if !filled.meant.get(id).is_empty() {
            html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" data-sign=\"use\" data-field=\"")
                .text(id);
            html.raw("\" value=\"").text(filled.better.get(id)).raw("\">").text(filled.meant.get(id));
            html.raw("</button>");
        }
        html.raw("</p>");
    }
    html.raw("</div>");
}

fn label(html: &mut Html, locale: Locale, field: &Field) {
    html.raw("<label for=\"f-").text(&field.id).raw("\">");
    html.text(if field.label.is_empty() { locale.say(field.kind.label) } else { &field.label });
    // A tick and a choice that has an answer already go without saying.
    if !field.required && field.kind.control != "tick" && field.id != SHOW_NAME {
        html.raw(" <span class=\"optional\">").text(locale.say(Key::Optional)).raw("</span>");
    }
    html.raw("</label>");
}

fn options(html: &mut Html, locale: Locale, field: &Field, value: &str) {
    let mut option = |known: &str, words: &str| {
        html.raw("<option value=\"").text(known);
        html.raw(if known == value { "\" selected>" } else { "\">" }).text(words).raw("</option>");
    };
    if field.id == SHOW_NAME {
        for (known, words) in
            [("none", Key::ShowNone), ("initial", Key::ShowInitial), ("full", Key::ShowFull)]
        {
            option(known, locale.say(words));
        }
    } else {
        option("", locale.say(Key::Choose));
        for known in &field.options {
            option(known, known);
        }
        if field.options.is_empty() && !value.is_empty() {
            // The other countries come when the form is used.
            option(value, value);
        }
    }
    html.raw("</select>");
}

fn described(html: &mut Html, id: &str, filled: &Filled) {
    if !filled.errors.get(id).is_empty() {
        html.raw(" aria-invalid=\"true\"");
    }
    html.raw(" aria-describedby=\"e-").text(id);
    if !filled.hints.get(id).is_empty() || !filled.meant.get(id).is_empty() {
        html.raw(" h-").text(id);
    }
    html.raw("\"");
}

fn error_text(html: &mut Html, id: &str, filled: &Filled) {
    html.raw("<p part=\"error\" class=\"error\" id=\"e-")
        .text(id)
        .raw("\">")
        .text(filled.errors.get(id))
        .raw("</p>");
}

/// The campaign's own words called `name`, else those of the card.
fn own<'a>(campaign: &'a Campaign, name: &str, locale: Locale, key: Key) -> &'a str {
    if campaign.text(name).is_empty() { locale.say(key) } else { campaign.text(name) }
}

/// The words of the question for consent.
pub fn question(campaign: &Campaign, locale: Locale) -> &str {
    own(campaign, "consentText", locale, Key::ConsentQuestion)
}

/// Yes or no, and neither chosen beforehand: silence is not consent.
fn consent(html: &mut Html, locale: Locale, campaign: &Campaign, filled: &Filled) {
    if campaign.consent == Consent::None {
        return;
    }
    html.raw("<fieldset part=\"consent\" class=\"consent\" role=\"radiogroup\"");
    if campaign.consent == Consent::Required {
        html.raw(" aria-required=\"true\"");
    }
    described(html, CONSENT, filled);
    html.raw("><legend>").text(question(campaign, locale)).raw("</legend>");
    for (id, value, name, words) in [
        ("f-consent", "yes", "consentYes", Key::ConsentYes),
        ("consent-no", "no", "consentNo", Key::ConsentNo),
    ] {
        html.raw("<label><input type=\"radio\" name=\"consent\" id=\"").raw(id).raw("\" value=\"").raw(value);
        html.raw(if filled.values.get(CONSENT) == value { "\" checked> " } else { "\"> " });
        html.text(own(campaign, name, locale, words)).raw("</label>");
    }
    error_text(html, CONSENT, filled);
    html.raw("</fieldset>");
}
