//! From the form to a signature.

use super::Signing;
use crate::html::form::{CONSENT, question};
use crate::i18n::Key;
use crate::record::Record;
use crate::signature::FIELD;
use crate::text::{concat, join};
use crate::world::{World, name};

impl Signing {
    /// The signature of what stands in the form (see [`signature`](crate::signature)).
    pub(super) fn make(&self, world: &dyn World) -> Record {
        let campaign = &self.campaign;
        let mut signature = Record::default();
        for (name, text) in [
            ("id", &*self.signature),
            ("campaign", &campaign.id),
            ("destination", &campaign.destination),
            ("time", &world.timestamp()),
            ("locale", self.locale.id()),
            ("page", &campaign.url),
            ("headline", campaign.text("headline")),
            ("source", campaign.text("page.source")),
            ("referral", campaign.text("page.referral")),
        ] {
            if !text.is_empty() {
                signature.set(name, text);
            }
        }
        for (option, text) in campaign.below("destination") {
            if option != "to" {
                signature.set(&concat(&["to.", option]), text);
            }
        }
        for field in &campaign.fields {
            let value = self.filled.values.get(&field.id).trim();
            let value = if field.kind.control == "tick" && value.is_empty() { "no" } else { value };
            if !value.is_empty() {
                signature.set(&join(&[FIELD, &field.id], "."), value);
            }
        }
        let answer = self.filled.values.get(CONSENT);
        if !answer.is_empty() {
            signature.set(CONSENT, answer);
            signature.set("consentText", question(campaign, self.locale));
            if !campaign.text("consentVersion").is_empty() {
                signature.set("consentVersion", campaign.text("consentVersion"));
            }
        }
        if campaign.destination.starts_with("mailto:") {
            signature.set("mailSubject", campaign.text("headline"));
            signature.set("mailBody", &self.letter());
        }
        signature
    }

    /// What a mail says that signs: the cause, and each field with its value.
    fn letter(&self) -> String {
        let campaign = &self.campaign;
        let mut lines: Vec<String> =
            vec![campaign.text("headline").into(), campaign.url.clone(), String::new()];
        for field in &campaign.fields {
            let value = self.filled.values.get(&field.id).trim();
            if !value.is_empty() {
                let label =
                    if field.label.is_empty() { self.locale.say(field.kind.label) } else { &field.label };
                lines.push(concat(&[label, ": ", value]));
            }
        }
        let answer = match self.filled.values.get(CONSENT) {
            "yes" => Some(Key::ConsentYes),
            "no" => Some(Key::ConsentNo),
            _ => None,
        };
        if let Some(answer) = answer {
            lines.push(join(&[question(campaign, self.locale), self.locale.say(answer)], " "));
        }
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        join(&lines, "\n")
    }

    /// Keeps a signature on this device for good. False where the device keeps nothing.
    pub(super) fn keep_here(&self, signature: &Record, world: &dyn World) -> bool {
        let kept = self.kept();
        let mut small = Record::default();
        for (name, text) in signature.pairs() {
            if !matches!(name.as_str(), "id" | "campaign" | "destination" | "page" | "headline") {
                small.set(name, text);
            }
        }
        let done = world.save(&kept, &small.write());
        if !done {
            world.forget(&kept);
        }
        done
    }

    /// The name under which this device keeps the last signature.
    pub(super) fn kept(&self) -> String {
        name(&["kept", &self.campaign.id, &self.signature])
    }
}
