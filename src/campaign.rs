//! A campaign: one cause, read from its settings.

use crate::field::Field;
use crate::problem::Problem;
use crate::record::Record;
use crate::settings::{LONGEST, list};
use crate::text::{concat, join};
use crate::world::World;
use crate::{destination, landing, number};

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
    /// Where signatures go (see [`destination`]). Empty where there is no form.
    pub destination: String,
    /// What landing links carry.
    pub tracking: Tracking,
    /// One of `auto`, `light`, `dark`.
    pub theme: &'static str,
}

impl Campaign {
    /// Reads a campaign. Whatever cannot be used is left out and reported; the
    /// rest works.
    pub fn read(settings: Record, world: &dyn World) -> (Self, Vec<Problem>) {
        let mut reader = Reader { settings, world, problems: Vec::new() };
        let campaign = reader.campaign();
        (Campaign { settings: reader.settings, ..campaign }, reader.problems)
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

    /// The message for `channel`: its own, else the one for all channels, else
    /// the headline. Of several wordings the first one is used.
    pub fn message(&self, channel: &str) -> &str {
        let own = concat(&["messages.", channel]);
        let names = [
            &own,
            &concat(&[&own, ".0"]),
            "messages",
            "messages.0",
            "messages.default",
            "messages.default.0",
        ];
        let found = names.into_iter().map(|name| self.text(name)).find(|text| !text.is_empty());
        found.unwrap_or(self.text("headline"))
    }
}

struct Reader<'a> {
    settings: Record,
    world: &'a dyn World,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn campaign(&mut self) -> Campaign {
        if !self.get("page.jsonError").is_empty() {
            self.refuse("json", "page.jsonError", "a JSON object, like {\"goal\": 500}");
        }
        for (name, page) in
            [("headline", "page.ogTitle"), ("headline", "page.title"), ("text", "page.ogDescription")]
        {
            if self.get(name).is_empty() {
                let said = self.get(page).to_owned();
                self.settings.set(name, &said);
            }
        }
        for name in ["headline", "text", "target"] {
            self.shorten(name);
        }
        for name in ["url", "image", "privacyUrl"] {
            self.address(name);
        }
        let url = self.share_address();
        Campaign {
            settings: Record::default(),
            id: self.id(&url),
            hashtags: self.words("hashtags", '#'),
            via: self.words("via", '@'),
            goals: self.goals(),
            signatures: self.signatures(),
            deadline: self.deadline(),
            fields: self.fields(),
            consent: match self.one_of("consent", &["none", "opt-in", "required"], "none, opt-in or required")
            {
                1 => Consent::OptIn,
                2 => Consent::Required,
                _ => Consent::None,
            },
            destination: self.destination(),
            tracking: match self.one_of("tracking", &["full", "utm", "off"], "full, utm or off") {
                1 => Tracking::Utm,
                2 => Tracking::Off,
                _ => Tracking::Full,
            },
            theme: THEMES.get(self.one_of("theme", &THEMES, "auto, light or dark")).copied().unwrap_or(""),
            url: {
                self.parts();
                url
            },
        }
    }

    fn get(&self, name: &str) -> &str {
        self.settings.get(name)
    }

    /// Reports the setting called `name`, and goes on without it.
    fn refuse(&mut self, code: &'static str, name: &str, expected: &'static str) {
        let problem = Problem::new(code, name, self.get(name), expected);
        self.problems.push(problem);
        self.settings.set(name, "");
    }

    fn shorten(&mut self, name: &'static str) {
        if let Some((end, _)) = self.get(name).char_indices().nth(LONGEST) {
            let cut = concat(&[self.get(name).get(..end).unwrap_or(""), "…"]);
            self.refuse("length", name, "at most 10000 characters (the rest is cut off)");
            self.settings.set(name, &cut);
        }
    }

    /// Makes an address whole; refuses any that is not `http:` or `https:`.
    fn address(&mut self, name: &'static str) {
        if self.get(name).is_empty() {
            return;
        }
        match self.world.resolve(self.get(name)) {
            Some(whole) if is_web(&whole) => self.settings.set(name, &whole),
            _ => self.refuse("address", name, "an http: or https: address"),
        }
    }

    /// The address to share: as given, else what the page calls its own, else
    /// where the page is.
    fn share_address(&mut self) -> String {
        for name in ["url", "page.canonical", "page.url"] {
            if is_web(self.get(name)) {
                return landing::mark(self.get(name), &[]);
            }
        }
        self.refuse(
            "address",
            "page.url",
            "a page on the web, a canonical link on the page, or the attribute url",
        );
        String::new()
    }

    fn id(&mut self, url: &str) -> String {
        let written = self.get("campaign").to_owned();
        if written.is_empty() {
            let address = url.split(['?', '#']).next().unwrap_or("");
            return slug(
                address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(address),
            );
        }
        let id = slug(&written);
        if id != written {
            self.refuse("campaign", "campaign", "small letters, digits and hyphens, like save-the-library");
        }
        id
    }

    /// The words of a list without the mark in front of them, with commas between.
    fn words(&self, name: &str, mark: char) -> String {
        let mut out = String::new();
        for (_, word) in list(&self.settings, name) {
            if !out.is_empty() {
                out.push(',');
            }
            out.push_str(word.trim_start_matches(mark));
        }
        out
    }

    /// Takes the items of a list for which `take` is true, and refuses the others.
    fn each(
        &mut self,
        name: &str,
        code: &'static str,
        expected: &'static str,
        take: &mut dyn FnMut(&str) -> bool,
    ) {
        let mut good = Vec::new();
        for (path, item) in list(&self.settings, name) {
            if take(item) {
                good.push(item);
            } else {
                self.problems.push(Problem::new(code, path, item, expected));
            }
        }
        let good = join(&good, " ");
        self.settings.set(name, &good);
    }

    fn goals(&mut self) -> Vec<u64> {
        let mut goals = Vec::new();
        self.each(
            "goal",
            "number",
            "a whole number above zero, or several (\"500 2000 10000\")",
            &mut |written| {
                let goal = number::parse(written).filter(|goal| *goal > 0);
                goals.extend(goal);
                goal.is_some()
            },
        );
        goals
    }

    fn signatures(&mut self) -> u64 {
        let number = number::parse(self.get("signatures"));
        if number.is_none() && !self.get("signatures").is_empty() {
            self.refuse("number", "signatures", "a whole number");
        }
        number.unwrap_or(0)
    }

    fn deadline(&mut self) -> Option<i64> {
        if self.get("deadline").is_empty() {
            return None;
        }
        let at = self.world.date(self.get("deadline"));
        if at.is_none() {
            self.refuse("time", "deadline", "a date and time with its zone, like 2026-12-24T20:30:00+01:00");
        }
        at
    }

    fn fields(&mut self) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        let expected = "name, first-name, last-name, email, phone, postcode, country, locality or comment, \
                        with * where it is required";
        self.each("fields", "field", expected, &mut |written| {
            let field = Field::read(written);
            fields.extend(field.filter(|field| fields.iter().all(|known| known.kind != field.kind)));
            field.is_some()
        });
        if fields.is_empty() {
            fields.extend(Field::read("name*"));
            fields.extend(Field::read("email*"));
        }
        fields
    }

    fn destination(&mut self) -> String {
        if self.get("destination").is_empty() {
            return String::new();
        }
        let destination = destination::read(self.get("destination"), self.world);
        if destination.is_none() {
            self.refuse(
                "destination",
                "destination",
                "local, or json: followed by an http: or https: address",
            );
        }
        destination.unwrap_or_default()
    }

    fn parts(&mut self) {
        self.each("parts", "part", "cause, progress, sign or share", &mut |part| PARTS.contains(&part));
    }

    /// Which of `words` the setting is; the first one when it is absent or none of them.
    fn one_of(&mut self, name: &'static str, words: &[&str], expected: &'static str) -> usize {
        let written = self.get(name);
        let found = words.iter().position(|word| *word == written);
        if found.is_none() && !written.is_empty() {
            self.refuse("choice", name, expected);
        }
        found.unwrap_or(0)
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
    use crate::testing::Pretend;

    fn read(settings: &[(&str, &str)]) -> (Campaign, Vec<Problem>) {
        let mut all = Record::default();
        for (name, text) in settings {
            all.set(name, text);
        }
        all.set("page.url", "https://blog.example/2026/doctor.html?fbclid=1");
        all.set("page.title", "A page");
        Campaign::read(all, &Pretend::default())
    }

    #[test]
    fn an_empty_element_shares_its_page() {
        let (campaign, problems) = read(&[]);
        assert_eq!(problems, []);
        assert_eq!(campaign.url, "https://blog.example/2026/doctor.html");
        assert_eq!(campaign.id, "blog-example-2026-doctor-html");
        assert_eq!(campaign.text("headline"), "A page");
        assert_eq!(campaign.destination, "");
        assert_eq!(campaign.message("x"), "A page");
        assert_eq!(campaign.parts(), PARTS);
        assert_eq!(campaign.theme, "auto");
    }

    #[test]
    fn reads_what_it_is_given() {
        let (campaign, problems) = read(&[
            ("campaign", "save-my-doctor"),
            ("headline", "Sauvez mon docteur"),
            ("goal", "500 2000"),
            ("signatures", "312"),
            ("hashtags", "#docteur santé"),
            ("via", "@ordre"),
            ("fields", "name* email* comment name"),
            ("destination", "json:/in"),
            ("messages.x.0", "Short"),
            ("messages.x.1", "Other"),
            ("messages.default", "Long"),
            ("parts", "sign share"),
            ("consent", "opt-in"),
            ("privacyUrl", "privacy.html"),
        ]);
        assert_eq!(problems, []);
        assert_eq!(campaign.goals, [500, 2000]);
        assert_eq!(campaign.hashtags, "docteur,santé");
        assert_eq!(campaign.via, "ordre");
        assert_eq!(campaign.fields.len(), 3);
        assert_eq!(campaign.message("x"), "Short");
        assert_eq!(campaign.message("email"), "Long");
        assert_eq!(campaign.parts(), ["sign", "share"]);
        assert_eq!(campaign.consent, Consent::OptIn);
        assert_eq!(campaign.destination, "json:https://blog.example/in");
        assert_eq!(campaign.text("privacyUrl"), "https://blog.example/privacy.html");
    }

    #[test]
    fn each_bad_setting_is_named_and_the_rest_works() {
        let (campaign, problems) = read(&[
            ("campaign", "Sauvez mon docteur !"),
            ("url", "javascript:alert(1)"),
            ("goal", "lots 500"),
            ("signatures", "-3"),
            ("deadline", "tomorrow"),
            ("fields", "name* shoe-size"),
            ("destination", "pigeon:post"),
            ("theme", "pink"),
            ("parts", "cause magic"),
            ("privacyUrl", "data:text/html,x"),
        ]);
        let mut named: Vec<_> = problems.iter().map(|problem| problem.attribute.as_str()).collect();
        named.sort_unstable();
        assert_eq!(
            named,
            [
                "campaign",
                "deadline",
                "destination",
                "fields",
                "goal",
                "parts",
                "privacy-url",
                "signatures",
                "theme",
                "url"
            ]
        );
        assert_eq!(campaign.id, "sauvez-mon-docteur");
        assert_eq!(campaign.url, "https://blog.example/2026/doctor.html");
        assert_eq!(campaign.goals, [500]);
        assert_eq!(campaign.fields.len(), 1);
        assert_eq!(campaign.parts(), ["cause"]);
        assert_eq!(campaign.text("privacyUrl"), "");
    }

    #[test]
    fn a_huge_text_is_cut_and_said() {
        let (campaign, problems) = read(&[("text", &"é".repeat(200_000))]);
        assert_eq!(campaign.text("text").chars().count(), LONGEST + 1);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].code, "length");
    }

    #[test]
    fn a_page_without_an_address_says_so() {
        let settings = Record::default().with("page.url", "file:///home/ada/post.html");
        let (campaign, problems) = Campaign::read(settings, &Pretend::default());
        assert_eq!(campaign.url, "");
        assert!(problems[0].message().contains("file:///home/ada/post.html"));
    }
}
