//! The form as it works without any script.
//!
//! The card's own form has nowhere to go: the browser's part sends what is filled in.
//! Until that runs, and where it never does, the form of a `form:` destination is
//! posted as the service would have it. Any other form does nothing when it is sent:
//! what is filled in must not end up in the address bar.

use std::ops::Range;

use super::scan::{Piece, Scanner, Tag};
use crate::campaign::{Campaign, Consent};
use crate::destination::{self, Kind};
use crate::html::Html;
use crate::html::form::{CONSENT, question};
use crate::i18n::{Locale, Prerender};
use crate::record::Record;
use crate::signature::FIELD;
use crate::text::{concat, join};

/// Before the id of a field, where its value would be. No setting has this character.
const HERE: &str = "\u{1}";

/// Where a form goes by itself.
struct Target {
    address: String,
    /// Names of the controls by field id, and texts that go along.
    names: Vec<(String, String)>,
    along: Vec<(String, String)>,
}

/// The rendered `card` with a form that needs no script, or with words that say that
/// signing needs one.
pub fn without_script(card: &str, campaign: &Campaign, locale: Locale, words: Locale) -> String {
    let target = target(campaign, locale);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut scanner = Scanner::new(card.as_bytes());
    let (mut inside, mut asked) = (false, false);
    while let Some(piece) = scanner.next(false) {
        let Piece::Tag(tag) = piece else { continue };
        match (&*tag.name, &target) {
            ("form", _) if tag.closing => {
                inside = false;
                edits.push(end(&tag, target.as_ref(), campaign, locale, words));
            }
            ("form", _) => {
                inside = true;
                edits.push(begin(&tag, target.as_ref()));
            }
            ("fieldset", _) => asked = !tag.closing && tag.attribute("aria-required").is_some(),
            ("input" | "select" | "textarea", Some(target)) if inside && !tag.closing => {
                control(&mut edits, card, &tag, target, asked);
            }
            _ => {}
        }
    }
    apply(card, edits)
}

fn apply(text: &str, edits: Vec<(Range<usize>, String)>) -> String {
    let mut out = String::with_capacity(text.len() + 512);
    let mut done = 0;
    for (place, new) in edits {
        out.push_str(text.get(done..place.start).unwrap_or(""));
        out.push_str(&new);
        done = place.end;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

/// The place of an attribute, with the space before it and the quote behind it.
fn place(tag: &Tag, name: &str) -> Option<Range<usize>> {
    let attribute = tag.attribute(name)?;
    let bare = attribute.value.is_empty() && attribute.value.start == attribute.at + name.len();
    Some(attribute.at - 1..attribute.value.end + usize::from(!bare))
}

fn begin(tag: &Tag, target: Option<&Target>) -> (Range<usize>, String) {
    match target {
        Some(target) => {
            let mut html = Html::default();
            html.raw(" method=\"post\" action=\"").text(&target.address).raw("\"");
            // The browser can check what the script would.
            (place(tag, "novalidate").unwrap_or_default(), html.end())
        }
        None => (tag.place.end - 1..tag.place.end - 1, " method=\"dialog\"".into()),
    }
}

fn end(
    tag: &Tag,
    target: Option<&Target>,
    campaign: &Campaign,
    locale: Locale,
    words: Locale,
) -> (Range<usize>, String) {
    let mut html = Html::default();
    if let Some(target) = target {
        for (name, text) in &target.along {
            html.raw("<input type=\"hidden\" name=\"").text(name).raw("\" value=\"").text(text).raw("\">");
        }
        return (tag.place.start..tag.place.start, html.end());
    }
    html.raw("<div class=\"unscripted\">").wrap("<p>", words.say(Prerender::NeedsScript), "</p>");
    if let Some(address) = destination::mailto(&mail(campaign, locale)) {
        html.raw("<a class=\"button\" href=\"").text(&address).raw("\">");
        html.text(words.say(Prerender::SignByMail)).raw("</a>");
    }
    html.raw("</div>");
    (tag.place.end..tag.place.end, html.end())
}

/// Gives a control the name that the service knows, or none.
fn control(edits: &mut Vec<(Range<usize>, String)>, card: &str, tag: &Tag, target: &Target, asked: bool) {
    let Some(name) = tag.attribute("name") else { return };
    let id = card.get(name.value.clone()).unwrap_or("");
    let known = target.names.iter().find(|(field, _)| field == id);
    let mut html = Html::default();
    if let Some((_, wanted)) = known {
        html.raw(" name=\"").text(wanted).raw("\"");
        // The countries to choose from come with the script.
        let choice = tag.name == "select" && id == "country";
        if (tag.attribute("aria-required").is_some() || asked) && !choice {
            html.raw(" required");
        }
    }
    edits.push((place(tag, "name").unwrap_or_default(), html.end()));
}

/// Where the campaign's form goes by itself; `None` where it cannot.
fn target(campaign: &Campaign, locale: Locale) -> Option<Target> {
    let (Kind::Form, _) = destination::parts(&campaign.destination)? else { return None };
    let mut signature = Record::of(&[
        ("campaign", &*campaign.id),
        ("destination", &campaign.destination),
        ("locale", locale.id()),
        ("page", &campaign.url),
    ]);
    for (option, text) in campaign.below("destination") {
        // A form cannot send headers.
        if option.starts_with("headers.") {
            return None;
        }
        signature.set(&concat(&["to.", option]), text);
    }
    for field in &campaign.fields {
        signature.set(&join(&[FIELD, &field.id], "."), &concat(&[HERE, &field.id]));
    }
    if campaign.consent != Consent::None {
        signature.set(CONSENT, &concat(&[HERE, CONSENT]));
        signature.set("consentText", question(campaign, locale));
        signature.set("consentVersion", campaign.text("consentVersion"));
    }
    let request = destination::request(&signature)?;
    let mut target = Target { address: request.get("url").into(), names: Vec::new(), along: Vec::new() };
    for (name, text) in Record::read(request.get("body")).pairs() {
        match text.strip_prefix(HERE) {
            Some(id) => target.names.push((id.into(), name.clone())),
            None => target.along.push((name.clone(), text.clone())),
        }
    }
    Some(target)
}

/// What a mail that signs is made of: the fields are filled in by hand.
fn mail(campaign: &Campaign, locale: Locale) -> Record {
    let mut lines = vec![campaign.text("headline"), &campaign.url, ""];
    let mut fields = Vec::new();
    for field in &campaign.fields {
        let label = if field.label.is_empty() { locale.say(field.kind.label) } else { &field.label };
        fields.push(concat(&[label, ": "]));
    }
    lines.extend(fields.iter().map(String::as_str));
    Record::of(&[
        ("destination", &*campaign.destination),
        ("mailSubject", campaign.text("headline")),
        ("mailBody", &join(&lines, "\n")),
    ])
}
