//! A campaign: one cause, read from its settings.

use crate::destination::Destination;
use crate::field::Field;
use crate::problem::Problem;
use crate::settings::{LONGEST, Settings};
use crate::{landing, number, time};

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
pub const PARTS: [&str; 4] = ["cause", "progress", "sign", "share"];

/// One campaign. Texts are empty and lists are empty where nothing was given.
#[derive(Clone, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Campaign {
    /// A slug that never changes: counts and signatures are kept under it.
    pub id: String,
    /// What is asked for, in one line.
    pub headline: String,
    /// The cause in a few sentences; blank lines part paragraphs.
    pub text: String,
    /// Who is addressed.
    pub target: String,
    /// Address of a picture.
    pub image: String,
    /// The address to share, without anyone's marks. Empty where none can be used.
    pub url: String,
    /// Without their `#`.
    pub hashtags: Vec<String>,
    /// The account to mention, without its `@`.
    pub via: String,
    /// Goals, ascending.
    pub goals: Vec<u64>,
    /// Signatures known when the page was made.
    pub signatures: u64,
    /// When it ends, in milliseconds since 1970.
    pub deadline: Option<i64>,
    /// Channel ids in order; empty for the default ones.
    pub channels: Vec<String>,
    /// Messages by channel id, `default` for all others.
    pub messages: Vec<(String, String)>,
    /// The form's fields, in order.
    pub fields: Vec<Field>,
    /// Whether the form asks to stay in touch.
    pub consent: Consent,
    /// Where the page explains what happens to the data.
    pub privacy_url: String,
    /// Where signatures go. Without one there is no form.
    pub destination: Option<Destination>,
    /// What landing links carry.
    pub tracking: Tracking,
    /// Which of [`PARTS`] are shown.
    pub parts: Vec<&'static str>,
}

impl Campaign {
    /// Reads a campaign. Whatever cannot be used is left out and reported; the
    /// rest works. `resolve` turns an address as written on the page into a whole
    /// one, or `None` where it is none.
    pub fn read(settings: &Settings, resolve: &dyn Fn(&str) -> Option<String>) -> (Self, Vec<Problem>) {
        let mut reader = Reader { settings, resolve, problems: Vec::new() };
        let campaign = reader.campaign();
        (campaign, reader.problems)
    }

    /// Whether `part` is shown.
    pub fn shows(&self, part: &str) -> bool {
        self.parts.contains(&part)
    }

    /// The message for `channel`: its own, else the one for all channels, else
    /// the headline.
    pub fn message(&self, channel: &str) -> &str {
        let find = |wanted: &str| self.messages.iter().find(|(id, _)| id == wanted);
        find(channel).or_else(|| find("default")).map_or(&self.headline, |(_, text)| text)
    }
}

struct Reader<'a> {
    settings: &'a Settings,
    resolve: &'a dyn Fn(&str) -> Option<String>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn campaign(&mut self) -> Campaign {
        if let Some(error) = self.settings.get("page.jsonError") {
            self.refuse("json", "json", error, "a JSON object, like {\"goal\": 500}");
        }
        let url = self.share_address();
        let mut campaign = Campaign {
            id: self.id(&url),
            headline: self.text("headline", &["page.ogTitle", "page.title"]),
            text: self.text("text", &["page.ogDescription"]),
            target: self.text("target", &[]),
            image: self.address("image").unwrap_or_default(),
            hashtags: self.words("hashtags", '#'),
            via: self.words("via", '@').into_iter().next().unwrap_or_default(),
            goals: self.goals(),
            signatures: self.signatures(),
            deadline: self.deadline(),
            channels: self.words("channels", '\0'),
            messages: self.messages(),
            fields: Vec::new(),
            consent: match self.one_of("consent", "none, opt-in or required", &["none", "opt-in", "required"])
            {
                1 => Consent::OptIn,
                2 => Consent::Required,
                _ => Consent::None,
            },
            privacy_url: self.address("privacyUrl").unwrap_or_default(),
            destination: self.destination(),
            tracking: match self.one_of("tracking", "full, utm or off", &["full", "utm", "off"]) {
                1 => Tracking::Utm,
                2 => Tracking::Off,
                _ => Tracking::Full,
            },
            parts: self.parts(),
            url,
        };
        campaign.fields = self.fields();
        self.one_of("theme", "auto, light or dark", &["auto", "light", "dark"]);
        campaign
    }

    fn refuse(&mut self, code: &'static str, path: &str, value: &str, expected: &'static str) {
        self.problems.push(Problem::new(code, path, value, expected));
    }

    fn text(&mut self, path: &'static str, otherwise: &[&str]) -> String {
        let own = self.settings.get(path);
        let text = own.or_else(|| otherwise.iter().find_map(|page| self.settings.get(page))).unwrap_or("");
        let Some((end, _)) = text.char_indices().nth(LONGEST) else {
            return text.into();
        };
        if own.is_some() {
            self.refuse("length", path, text, "at most 10000 characters (the rest is cut off)");
        }
        [text.get(..end).unwrap_or(""), "…"].concat()
    }

    /// An `http:` or `https:` address, made whole.
    fn address(&mut self, path: &'static str) -> Option<String> {
        let written = self.settings.get(path)?;
        let whole = (self.resolve)(written).filter(|whole| is_web(whole));
        if whole.is_none() {
            self.refuse("address", path, written, "an http: or https: address");
        }
        whole
    }

    /// The address to share: as given, else what the page calls its own, else
    /// where the page is.
    fn share_address(&mut self) -> String {
        if let Some(own) = self.address("url") {
            return landing::clean(&own);
        }
        let page = ["page.canonical", "page.url"];
        let found = page.iter().filter_map(|path| self.settings.get(path)).find(|url| is_web(url));
        if found.is_none() && !self.settings.has("url") {
            let here = self.settings.get("page.url").unwrap_or("");
            self.refuse(
                "address",
                "url",
                here,
                "an http: or https: address to share, or a canonical link on the page",
            );
        }
        found.map(landing::clean).unwrap_or_default()
    }

    fn id(&mut self, url: &str) -> String {
        match self.settings.get("campaign") {
            Some(written) => {
                let id = slug(written);
                if id != written {
                    self.refuse(
                        "campaign",
                        "campaign",
                        written,
                        "small letters, digits and hyphens, like save-the-library",
                    );
                }
                id
            }
            None => {
                slug(url.split("://").nth(1).and_then(|rest| rest.split(['?', '#']).next()).unwrap_or(""))
            }
        }
    }

    fn words(&mut self, path: &'static str, mark: char) -> Vec<String> {
        let words = self.settings.list(path).into_iter();
        let words = words.map(|(_, word)| word.trim_start_matches(mark)).filter(|word| !word.is_empty());
        words.map(String::from).collect()
    }

    fn goals(&mut self) -> Vec<u64> {
        let mut goals = Vec::new();
        for (path, written) in self.settings.list("goal") {
            match number::parse(written) {
                Some(goal) if goal > 0 => goals.push(goal),
                _ => self.refuse(
                    "number",
                    path,
                    written,
                    "a whole number above zero, or several (\"500 2000 10000\")",
                ),
            }
        }
        goals.sort_unstable();
        goals
    }

    fn signatures(&mut self) -> u64 {
        let Some(written) = self.settings.get("signatures") else { return 0 };
        number::parse(written).unwrap_or_else(|| {
            self.refuse("number", "signatures", written, "a whole number");
            0
        })
    }

    fn deadline(&mut self) -> Option<i64> {
        let written = self.settings.get("deadline")?;
        let at = time::parse(written);
        if at.is_none() {
            self.refuse(
                "time",
                "deadline",
                written,
                "a date and time with its zone, like 2026-12-24T20:30:00+01:00",
            );
        }
        at
    }

    /// `messages` is one text, or texts by channel. Of several wordings the first
    /// one is used.
    fn messages(&mut self) -> Vec<(String, String)> {
        if let Some(one) = self.settings.get("messages") {
            return vec![("default".into(), one.into())];
        }
        let mut messages: Vec<(String, String)> = Vec::new();
        for (rest, _, text) in self.settings.below("messages") {
            let id = rest.split('.').next().unwrap_or(rest);
            let id = if number::parse(id).is_some() { "default" } else { id };
            if !text.is_empty() && !messages.iter().any(|(known, _)| known == id) {
                messages.push((id.into(), text.into()));
            }
        }
        messages
    }

    fn fields(&mut self) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for (path, written) in self.settings.list("fields") {
            match Field::read(written) {
                Some(field) if !fields.iter().any(|known| known.kind == field.kind) => fields.push(field),
                Some(_) => {}
                None => self.refuse("field", path, written, "name, first-name, last-name, email, phone, postcode, country, locality or comment, with * where it is required"),
            }
        }
        if fields.is_empty() {
            fields.extend(["name*", "email*"].into_iter().filter_map(Field::read));
        }
        fields
    }

    fn destination(&mut self) -> Option<Destination> {
        let written =
            self.settings.get("destination").or_else(|| self.settings.get("destination.address"))?;
        let destination = Destination::read(written, self.resolve);
        if destination.is_none() {
            self.refuse(
                "destination",
                "destination",
                written,
                "local, or json: followed by an http: or https: address",
            );
        }
        destination
    }

    fn parts(&mut self) -> Vec<&'static str> {
        let mut wanted = Vec::new();
        for (path, written) in self.settings.list("parts") {
            match PARTS.iter().find(|part| **part == written) {
                Some(part) => wanted.push(*part),
                None => self.refuse("part", path, written, "cause, progress, sign or share"),
            }
        }
        if wanted.is_empty() { PARTS.to_vec() } else { wanted }
    }

    /// Which of `words` the setting is; the first one when it is absent or none of them.
    fn one_of(&mut self, path: &'static str, expected: &'static str, words: &[&str]) -> usize {
        let Some(written) = self.settings.get(path) else { return 0 };
        words.iter().position(|word| *word == written).unwrap_or_else(|| {
            self.refuse("choice", path, written, expected);
            0
        })
    }
}

/// Whether `url` is one that a share may lead to, or a card may load.
pub fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// `text` in small ASCII letters and digits, with single hyphens for all else.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    if out.ends_with('-') {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> (Campaign, Vec<Problem>) {
        let mut all = Settings::default();
        for (path, text) in settings {
            all.push(path, text);
        }
        all.push("page.url", "https://blog.example/2026/doctor.html?fbclid=1");
        all.push("page.title", "A page");
        Campaign::read(&all, &|written| {
            if written.contains(':') {
                Some(written.into())
            } else {
                Some(format!("https://blog.example/{written}"))
            }
        })
    }

    #[test]
    fn an_empty_element_shares_its_page() {
        let (campaign, problems) = read(&[]);
        assert_eq!(problems, []);
        assert_eq!(campaign.url, "https://blog.example/2026/doctor.html");
        assert_eq!(campaign.id, "blog-example-2026-doctor-html");
        assert_eq!(campaign.headline, "A page");
        assert!(campaign.destination.is_none());
        assert_eq!(campaign.message("x"), "A page");
    }

    #[test]
    fn reads_what_it_is_given() {
        let (campaign, problems) = read(&[
            ("campaign", "save-my-doctor"),
            ("headline", "Sauvez mon docteur"),
            ("goal", "2000 500"),
            ("signatures", "312"),
            ("hashtags", "#docteur santé"),
            ("via", "@ordre"),
            ("fields", "name* email* comment"),
            ("destination", "json:https://sign.example/in"),
            ("messages.x.0", "Short"),
            ("messages.x.1", "Other"),
            ("messages.default", "Long"),
            ("parts", "sign share"),
            ("consent", "opt-in"),
        ]);
        assert_eq!(problems, []);
        assert_eq!(campaign.goals, [500, 2000]);
        assert_eq!(campaign.hashtags, ["docteur", "santé"]);
        assert_eq!(campaign.via, "ordre");
        assert_eq!(campaign.fields.len(), 3);
        assert_eq!(campaign.message("x"), "Short");
        assert_eq!(campaign.message("email"), "Long");
        assert!(campaign.shows("share") && !campaign.shows("cause"));
        assert_eq!(campaign.consent, Consent::OptIn);
    }

    #[test]
    fn each_bad_setting_is_named_and_the_rest_works() {
        let (campaign, problems) = read(&[
            ("campaign", "Sauvez mon docteur !"),
            ("url", "javascript:alert(1)"),
            ("goal", "lots"),
            ("signatures", "-3"),
            ("deadline", "tomorrow"),
            ("fields", "name* shoe-size"),
            ("destination", "pigeon:post"),
            ("theme", "pink"),
            ("parts", "cause magic"),
            ("privacyUrl", "data:text/html,x"),
        ]);
        let named: Vec<_> = problems.iter().map(|problem| problem.attribute.as_str()).collect();
        assert_eq!(
            named,
            [
                "url",
                "campaign",
                "goal",
                "signatures",
                "deadline",
                "privacy-url",
                "destination",
                "parts",
                "fields",
                "theme"
            ]
        );
        assert_eq!(campaign.id, "sauvez-mon-docteur");
        assert_eq!(campaign.url, "https://blog.example/2026/doctor.html");
        assert_eq!(campaign.fields.len(), 1);
        assert_eq!(campaign.parts, ["cause"]);
        assert_eq!(campaign.privacy_url, "");
    }

    #[test]
    fn a_huge_text_is_cut_and_said() {
        let (campaign, problems) = read(&[("text", &"é".repeat(200_000))]);
        assert_eq!(campaign.text.chars().count(), LONGEST + 1);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].code, "length");
    }

    #[test]
    fn a_page_without_an_address_says_so() {
        let settings = Settings::unpack("page.url\0file:///home/ada/post.html");
        let (campaign, problems) = Campaign::read(&settings, &|_| None);
        assert_eq!(campaign.url, "");
        assert_eq!(problems[0].attribute, "url");
    }
}
