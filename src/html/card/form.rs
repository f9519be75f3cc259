//! The form, and what takes its place once it is signed.

use crate::campaign::Consent;
use crate::destination::{Destination, Outcome};
use crate::field::Field;
use crate::html::Html;
use crate::i18n::Key;
use crate::number;
use crate::widget::{CONSENT, Stage, Widget};

pub(super) fn render(html: &mut Html, card: &Widget, now: i64) {
    let Some(destination) = &card.campaign.destination else { return };
    let locale = &card.locale;
    html.raw("<section part=\"sign\" class=\"sign\" lang=\"").text(&locale.id).raw("\">");
    match &card.stage {
        Stage::Thanked(outcome, name) => {
            if name.is_empty() {
                thanks(html, locale.say(Key::Thanks));
            } else {
                thanks(html, &locale.fill(Key::ThanksName, "name", name));
            }
            if *outcome == Outcome::AlreadySigned {
                html.wrap("<p>", locale.say(Key::AlreadySigned), "</p>");
            }
            kept_here(html, card, destination);
            html.raw("</div>");
        }
        Stage::Queued(_) => {
            thanks(html, locale.say(Key::Thanks));
            html.wrap("<p>", locale.say(Key::Queued), "</p></div>");
        }
        Stage::SignedBefore => {
            thanks(html, locale.say(Key::SignedBefore));
            html.raw("</div>");
        }
        Stage::Open | Stage::Sending(_) if card.closed(now) => {
            html.wrap("<p class=\"closed\" part=\"closed\">", locale.say(Key::Closed), "</p>");
        }
        Stage::Open | Stage::Sending(_) => form(html, card, destination),
    }
    html.raw("</section>");
}

fn thanks(html: &mut Html, words: &str) {
    html.raw("<div part=\"thanks\" class=\"thanks\"><h3 id=\"thanks\" class=\"heading\" tabindex=\"-1\">");
    html.text(words).raw("</h3>");
}

fn kept_here(html: &mut Html, card: &Widget, destination: &Destination) {
    if *destination == Destination::Local {
        html.wrap("<p class=\"note\">", card.locale.say(Key::KeptHere), "</p>");
    }
}

fn form(html: &mut Html, card: &Widget, destination: &Destination) {
    let locale = &card.locale;
    html.raw("<form part=\"form\" class=\"form\" novalidate aria-labelledby=\"sign\"><h3 id=\"sign\" class=\"heading\">");
    html.text(locale.say(Key::SignHeading)).raw("</h3>");
    for field in &card.campaign.fields {
        control(html, card, field);
    }
    consent(html, card);
    html.raw("<button type=\"submit\" part=\"sign-button\" class=\"button\"");
    if matches!(card.stage, Stage::Sending(_)) {
        html.raw(" aria-disabled=\"true\">").text(locale.say(Key::Sending));
    } else {
        html.raw(">").text(locale.say(Key::Sign));
    }
    html.raw("</button><p class=\"note\">");
    if *destination == Destination::Local {
        html.text(locale.say(Key::KeptHere)).raw(" ");
    }
    if !card.campaign.privacy_url.is_empty() {
        html.raw("<a part=\"privacy\" target=\"_blank\" rel=\"noopener\" href=\"")
            .text(&card.campaign.privacy_url);
        html.raw("\">").text(locale.say(Key::Privacy)).raw("</a>");
    }
    html.raw("</p></form>");
}

fn control(html: &mut Html, card: &Widget, field: &Field) {
    let (locale, kind) = (&card.locale, field.kind);
    let value = card.values.iter().find(|(id, _)| id == kind.id).map_or("", |(_, value)| value);
    html.raw("<div part=\"field\" class=\"field\"><label for=\"f-")
        .text(kind.id)
        .raw("\">")
        .text(locale.say(kind.label));
    if !field.required {
        html.raw(" <span class=\"optional\">").text(locale.say(Key::Optional)).raw("</span>");
    }
    html.raw("</label>");
    let lines = kind.control == "textarea";
    html.raw(if lines { "<textarea rows=\"3\"" } else { "<input type=\"" });
    if !lines {
        html.text(kind.control).raw("\" value=\"").text(value).raw("\"");
    }
    html.raw(" part=\"input\" class=\"input\" dir=\"auto\" id=\"f-")
        .text(kind.id)
        .raw("\" name=\"")
        .text(kind.id);
    html.raw("\" autocomplete=\"").text(kind.autocomplete).raw("\"");
    if field.required {
        html.raw(" aria-required=\"true\"");
    }
    let error = card.errors.iter().find(|(id, _)| id == kind.id).map(|(_, key)| *key);
    described(html, kind.id, error.is_some());
    html.raw(">");
    if lines {
        html.text(value).raw("</textarea>");
    }
    let words = match error {
        Some(Key::TooLong) => locale.fill(Key::TooLong, "n", &number::text(kind.longest as u64)),
        Some(key) => locale.say(key).into(),
        None => String::new(),
    };
    error_text(html, kind.id, &words);
    html.raw("</div>");
}

fn described(html: &mut Html, id: &str, wrong: bool) {
    if wrong {
        html.raw(" aria-invalid=\"true\"");
    }
    html.raw(" aria-describedby=\"e-").text(id).raw("\"");
}

fn error_text(html: &mut Html, id: &str, words: &str) {
    html.raw("<p part=\"error\" class=\"error\" id=\"e-").text(id).raw("\">").text(words).raw("</p>");
}

/// Yes or no, and neither chosen beforehand: silence is not consent.
fn consent(html: &mut Html, card: &Widget) {
    let locale = &card.locale;
    if card.campaign.consent == Consent::None {
        return;
    }
    let wrong = card.errors.iter().any(|(id, _)| id == CONSENT);
    html.raw("<fieldset part=\"consent\" class=\"consent\" role=\"radiogroup\"");
    if card.campaign.consent == Consent::Required {
        html.raw(" aria-required=\"true\"");
    }
    described(html, CONSENT, wrong);
    html.raw("><legend>").text(locale.say(Key::ConsentQuestion)).raw("</legend>");
    html.raw("<label><input type=\"radio\" id=\"f-consent\" name=\"consent\" value=\"yes\"> ");
    html.text(locale.say(Key::ConsentYes)).raw("</label>");
    html.raw("<label><input type=\"radio\" name=\"consent\" value=\"no\"> ");
    html.text(locale.say(Key::ConsentNo)).raw("</label>");
    error_text(html, CONSENT, if wrong { locale.say(Key::ConsentNeeded) } else { "" });
    html.raw("</fieldset>");
}
