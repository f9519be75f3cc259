//! A campaign: one cause, read from its settings.

mod reader;

use crate::field::Field;
use crate::problem::Problem;
use crate::record::Record;
use crate::settings::list;
use crate::text::concat;
use crate::world::World;

/// Whether and how the form asks to keep the supporter informed.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Consent {
    /// The form does not ask.
    #[default]
    None,
    /// Yes or no, neither preselected, and no answer is fine.
    OptIn,
    /// Yes or no must be answered; either answer signs.
    Required,
}

/// How much a landing link tells.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub enum Tracking {
    /// Channel, campaign, and a random token of whose share it was.
    #[default]
    Full,
    /// Channel and campaign.
    Utm,
    /// Nothing, and nothing is counted either.
    Off,
}

/// The parts of the card, in the order in which they are shown.
pub const PARTS: [&str; 6] = ["cause", "progress", "sign", "share", "supporters", "events"];

/// The themes; `auto` follows the page.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// One campaign.
///
/// Its plain texts stay in the settings, under their own names, and are read with
/// [`Campaign::text`]: `headline`, `text` (blank lines part paragraphs), `target`
/// (who is addressed), and the addresses `image` and `privacyUrl`.
#[derive(Clone, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Campaign {
    settings: Record,
    /// A slug that never changes: counts and signatures are kept under it.
    pub id: String,
    /// The address to share, without anyone's marks. Empty where none can be used.
    pub url: String,
    /// Without their `#`, with a comma between them.
    pub hashtags: String,
    /// The account to mention, without its `@`.
    pub via: String,
    /// Goals, as they were given.
    pub goals: Vec<u64>,
    /// Signatures known when the page was made.
    pub signatures: u64,
    /// When it ends, in milliseconds since 1970.
    pub deadline: Option<i64>,
    /// The form's fields, in order.
    pub fields: Vec<Field>,
    /// Whether the form asks to stay in touch.
    pub consent: Consent,
    /// Where signatures go (see [`destination`](crate::destination)). Empty where there is no form.
    pub destination: String,
    /// What landing links carry.
    pub tracking: Tracking,
    /// One of `auto`, `light`, `dark`.
    pub theme: &'static str,
    /// Whether many people sign on this device, one after the other.
    pub stall: bool,
}

impl Campaign {
    /// Reads a campaign. Whatever cannot be used is left out and reported; the
    /// rest works.
    pub fn read(settings: Record, world: &dyn World) -> (Self, Vec<Problem>) {
        reader::read(settings, world)
    }

    /// The settings with what was read of them: made whole, and wrong ones left out.
    pub fn resolved(&self) -> Record {
        let mut settings = self.settings.clone();
        settings.set("campaign", &self.id);
        settings.set("url", &self.url);
        settings.set("destination", &self.destination);
        settings
    }

    /// Takes up what [`Campaign::resolved`] gave: all that signing needs.
    #[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
    pub fn of_resolved(settings: Record, world: &dyn World) -> Self {
        Campaign {
            id: settings.get("campaign").into(),
            url: settings.get("url").into(),
            destination: settings.get("destination").into(),
            deadline: world.date(settings.get("deadline")),
            fields: crate::field::read(&settings).0,
            consent: match settings.get("consent") {
                "opt-in" => Consent::OptIn,
                "required" => Consent::Required,
                _ => Consent::None,
            },
            stall: settings.get("mode") == "stall",
            signatures: crate::number::parse(settings.get("signatures")).unwrap_or(0),
            settings,
            ..Campaign::default()
        }
    }

    /// The texts below `path`, as (rest of the name, text).
    #[cfg(any(feature = "sign", not(target_arch = "wasm32")))]
    pub fn below(&self, path: &str) -> Vec<(&str, &str)> {
        self.settings.below(path).into_iter().map(|(_, rest, text)| (rest, text)).collect()
    }

    /// The text called `name`.
    pub fn text(&self, name: &str) -> &str {
        self.settings.get(name)
    }

    /// Ids of the channels asked for, in order; none for the default ones.
    pub fn channels(&self) -> Vec<&str> {
        list(&self.settings, "channels").into_iter().map(|(_, id)| id).collect()
    }

    /// The parts of the card that are shown, in order.
    pub fn parts(&self) -> Vec<&str> {
        let parts: Vec<&str> = list(&self.settings, "parts").into_iter().map(|(_, part)| part).collect();
        if parts.is_empty() { PARTS.to_vec() } else { parts }
    }

    /// Whether there are several wordings to choose from.
    pub fn has_variants(&self) -> bool {
        self.settings.below("messages").iter().any(|(_, rest, _)| *rest == "1" || rest.ends_with(".1"))
    }

    /// The wordings for `channel`: its own, else those for all channels, else
    /// the headline.
    pub fn wordings(&self, channel: &str) -> Vec<&str> {
        wordings(&self.settings, channel)
    }

    /// The wording for `channel` that `pick`, a number made by chance, falls on, and
    /// its letter where there is more than one: `a` for the first.
    pub fn message(&self, channel: &str, pick: usize) -> (&str, &'static str) {
        let wordings = self.wordings(channel);
        let nth = pick.checked_rem(wordings.len()).unwrap_or(0);
        let letter = if wordings.len() > 1 { LETTERS.get(nth..=nth) } else { None };
        (wordings.get(nth).copied().unwrap_or(""), letter.unwrap_or(""))
    }
}

/// The wordings for `channel` that settings have.
pub fn wordings<'a>(settings: &'a Record, channel: &str) -> Vec<&'a str> {
    // Most campaigns have none, and many links are made of each.
    if !settings.pairs().iter().any(|(name, _)| name.starts_with("messages")) {
        return vec![settings.get("headline")];
    }
    for path in [&*concat(&["messages.", channel]), "messages", "messages.default"] {
        let mut found = Vec::new();
        if !settings.get(path).is_empty() {
            found.push(settings.get(path));
        }
        for (_, rest, text) in settings.below(path) {
            // Items of a list; ten of them are more than anyone can compare.
            if matches!(rest.as_bytes(), [b'0'..=b'9']) {
                found.push(text);
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    vec![settings.get("headline")]
}

/// The wordings as `utm_content` and the counts name them.
const LETTERS: &str = "abcdefghij";

#[cfg(test)]
mod tests;
