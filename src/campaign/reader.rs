//! Reads a campaign from its settings. What cannot be used is reported and left out.

use super::{Campaign, Consent, PARTS, THEMES, Tracking};
use crate::field::{self, Field};
use crate::landing::is_web;
use crate::problem::Problem;
use crate::record::Record;
use crate::settings::{LONGEST, list};
use crate::text::{concat, join};
use crate::world::World;
use crate::{destination, landing, number};

pub(super) fn read(settings: Record, world: &dyn World) -> (Campaign, Vec<Problem>) {
    let mut reader = Reader { settings, world, problems: Vec::new() };
    let campaign = reader.campaign();
    (Campaign { settings: reader.settings, ..campaign }, reader.problems)
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
        for name in ["url", "image", "video", "privacyUrl", "withdrawUrl"] {
            self.address(name);
        }
        let url = self.share_address();
        let modes = "page or stall";
        let stall = self.one_of("mode", &["page", "stall"], modes) == 1;
        Campaign {
            stall,
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
                // Global Privacy Control: nobody learns whose share it was.
                _ if !self.get("page.gpc").is_empty() => Tracking::Utm,
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
                return landing::plain(self.get(name));
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
        let expected = "name, first-name, last-name, email, phone, postcode, country, locality, region, street, \
                        birth-date, organisation, comment or show-name, with * where it is required; or in JSON \
                        {\"id\", \"label\", \"kind\": text, choice or tick, \"options\"}";
        let (fields, wrong) = field::read(&self.settings);
        for (path, item) in wrong {
            self.problems.push(Problem::new("field", &path, &item, expected));
        }
        fields
    }

    fn destination(&mut self) -> String {
        if self.get("destination").is_empty() {
            // In JSON it may be an object, with headers and names beside the address.
            let to = self.get("destination.to").to_owned();
            self.settings.set("destination", &to);
        }
        if self.get("destination").is_empty() {
            return String::new();
        }
        let destination = destination::read(self.get("destination"), self.world);
        if destination.is_none() {
            self.refuse("destination", "destination", destination::EXPECTED);
        }
        destination.unwrap_or_default()
    }

    fn parts(&mut self) {
        self.each("parts", "part", "cause, progress, sign, share, supporters or events", &mut |part| {
            PARTS.contains(&part)
        });
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
