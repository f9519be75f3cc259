//! The form, and what takes its place once it is signed.

use crate::campaign::Consent;
use crate::destination::{LOCAL, Outcome};
use crate::field::Field;
use crate::html::Html;
use crate::i18n::Key;
use crate::number;
use crate::widget::{CONSENT, Stage, Widget};

pub(super) fn render(html: &mut Html, card: &Widget, now: i64) {
    if card.campaign.destination.is_empty() {
        return;
    }
    let locale = card.locale;
    html.raw("<section part=\"sign\" class=\"sign\" lang=\"").text(locale.id()).raw("\">");
    match card.stage {
        Stage::Thanked(outcome) => {
            if card.name.is_empty() {
                thanks(html, locale.say(Key::Thanks));
            } else {
                thanks(html, &locale.fill(Key::ThanksName, &card.name));
            }
            if outcome == Outcome::AlreadySigned {
                html.wrap("<p>", locale.say(Key::AlreadySigned), "</p>");
            }
            if card.campaign.destination == LOCAL {
                html.wrap("<p class=\"note\">", locale.say(Key::KeptHere), "</p>");
            }
            html.raw("</div>");
        }
        Stage::Queued => {
            thanks(html, locale.say(Key::Thanks));
            html.wrap("<p>", locale.say(Key::Queued), "</p></div>");
        }
        Stage::SignedBefore => {
            thanks(html, locale.say(Key::SignedBefore));
            html.raw("</div>");
        }
        Stage::Open | Stage::Sending if card.closed(now) => {
            html.wrap("<p class=\"closed\" part=\"closed\">", locale.say(Key::Closed), "</p>");
        }
        Stage::Open | Stage::Sending => form(html, card),
    }
    html.raw("</section>");
}

fn thanks(html: &mut Html, words: &str) {
    html.raw("<div part=\"thanks\" class=\"thanks\"><h3 id=\"thanks\" class=\"heading\" tabindex=\"-1\">");
    html.text(words).raw("</h3>");
}

fn form(html: &mut Html, card: &Widget) {
    let locale = card.locale;
    html.raw("<form part=\"form\" class=\"form\" novalidate aria-labelledby=\"sign\"><h3 id=\"sign\" class=\"heading\">");
    html.text(locale.say(Key::SignHeading)).raw("</h3>");
    for field in &card.campaign.fields {
        control(html, card, field);
    }
    consent(html, card);
    html.raw("<button type=\"submit\" part=\"sign-button\" class=\"button\"");
    if card.stage == Stage::Sending {
        html.raw(" aria-disabled=\"true\">").text(locale.say(Key::Sending));
    } else {
        html.raw(">").text(locale.say(Key::Sign));
    }
    html.raw("</button><p class=\"note\">");
    if card.campaign.destination == LOCAL {
        html.text(locale.say(Key::KeptHere)).raw(" ");
    }
    if !card.campaign.text("privacyUrl").is_empty() {
        html.raw("<a part=\"privacy\" target=\"_blank\" rel=\"noopener\" href=\"")
            .text(card.campaign.text("privacyUrl"));
        html.raw("\">").text(locale.say(Key::Privacy)).raw("</a>");
    }
    html.raw("</p></form>");
}

fn control(html: &mut Html, card: &Widget, field: &Field) {
    let (locale, kind) = (card.locale, field.kind);
    let value = card.values.get(kind.id);
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
    let error = card.errors.iter().find(|(id, _)| *id == kind.id).map(|(_, key)| *key);
    described(html, kind.id, error.is_some());
    html.raw(">");
    if lines {
        html.text(value).raw("</textarea>");
    }
    let words = match error {
        Some(Key::TooLong) => locale.fill(Key::TooLong, &number::text(kind.longest as u64)),
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
    let locale = card.locale;
    if card.campaign.consent == Consent::None {
        return;
    }
    let wrong = card.errors.iter().any(|(id, _)| *id == CONSENT);
    html.raw("<fieldset part=\"consent\" class=\"consent\" role=\"radiogroup\"");
    if card.campaign.consent == Consent::Required {
        html.raw(" aria-required=\"true\"");
    }
    described(html, CONSENT, wrong);
    html.raw("><legend>").text(locale.say(Key::ConsentQuestion)).raw("</legend>");
    for (id, value, words) in [("f-consent", "yes", Key::ConsentYes), ("consent-no", "no", Key::ConsentNo)] {
        html.raw("<label><input type=\"radio\" name=\"consent\" id=\"")
            .text(id)
            .raw("\" value=\"")
            .text(value);
        html.raw(if card.values.get(CONSENT) == value { "\" checked> " } else { "\"> " });
        html.text(locale.say(words)).raw("</label>");
    }
    error_text(html, CONSENT, if wrong { locale.say(Key::ConsentNeeded) } else { "" });
    html.raw("</fieldset>");
}
