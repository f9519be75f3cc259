//! The command line of `share-sign prerender`, which is the same for the native
//! program and for the one of the npm package.

use super::{Css, Options, Wrong};
use crate::{number, time};

/// What the command is told with `--help`.
pub const USAGE: &str = "\
Usage: share-sign prerender DIR [options]

Fills every <share-sign> in the HTML files below DIR, so that the card is there before
any script. A second run replaces what the first one inserted.

  --site URL          where DIR is served, for pages that name no canonical address
  --lang TAG          the language of pages that name none (default: en)
  --css inline        the style sheet stands in each card (the default)
  --css link=URL      each card links to it, for pages that forbid styles inside them
  --css-file PATH     writes that style sheet
  --now TIME          the time for deadlines, like 2026-12-24T20:30:00+01:00 (default: now)
  --remove            takes out what was inserted
  --help, --version

Ends with 0 when all is well, with 1 when a card's settings are wrong or a file cannot
be written, and with 2 when it does not understand what it is to do.";

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`USAGE`].
    Help,
    /// Print the version.
    Version,
    /// Fill a folder.
    Prerender(Job),
}

/// A folder to fill.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// The folder.
    pub folder: String,
    /// Where it is served; may be empty.
    pub site: String,
    /// The language of pages that name none; may be empty.
    pub language: String,
    /// Where the style sheet stands.
    pub css: Css,
    /// Where to write it; may be empty.
    pub css_file: String,
    /// The time, where it is not the real one.
    pub now: Option<i64>,
    /// Whether to take out what was inserted.
    pub remove: bool,
}

impl Job {
    /// How the page at `address` is filled, at `now` where nothing else was said.
    pub fn options(&self, address: String, now: i64) -> Options {
        Options {
            now: self.now.unwrap_or(now),
            address,
            language: self.language.clone(),
            css: self.css.clone(),
            remove: self.remove,
            encoding: None,
        }
    }
}

/// Reads the command line, without the program's name.
///
/// # Errors
/// Says what is not understood.
pub fn parse(arguments: &[String]) -> Result<Command, String> {
    let mut job = Job::default();
    let mut words = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (name, joined) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value)),
            _ => (argument.as_str(), None),
        };
        let mut value = |expected: &str| {
            let found = joined.or_else(|| rest.next().map(String::as_str)).filter(|value| !value.is_empty());
            found.map(str::to_owned).ok_or_else(|| format!("{name} needs {expected} behind it"))
        };
        match name {
            "--help" | "-h" | "help" => return Ok(Command::Help),
            "--version" | "-V" => return Ok(Command::Version),
            "--remove" if joined.is_none() => job.remove = true,
            "--site" => job.site = site(value("an address")?)?,
            "--lang" => job.language = value("a language tag, like fr")?,
            "--css-file" => job.css_file = value("the path of a file")?,
            "--css" => job.css = css(&value("inline or link=URL")?)?,
            "--now" => {
                let written = value("a time")?;
                let at = time::parse(&written);
                job.now = Some(at.ok_or_else(|| {
                    format!("--now got \"{written}\"; expected a time with its zone, like 2026-12-24T20:30:00+01:00")
                })?);
            }
            _ if name.starts_with('-') && name.len() > 1 => return Err(format!("there is no option {name}")),
            _ => words.push(argument.as_str()),
        }
    }
    match words.as_slice() {
        [] => Ok(Command::Help),
        ["prerender", folder] => Ok(Command::Prerender(Job { folder: (*folder).into(), ..job })),
        ["prerender"] => Err("prerender needs the folder of a built site behind it".into()),
        ["prerender", _, more, ..] => Err(format!("prerender takes one folder; \"{more}\" is too much")),
        [other, ..] => Err(format!("there is no command \"{other}\"; expected prerender")),
    }
}

fn site(address: String) -> Result<String, String> {
    let host = address.strip_prefix("https://").or(address.strip_prefix("http://"));
    if host.is_some_and(|host| !host.is_empty() && !address.contains(['?', '#', ' '])) {
        Ok(address)
    } else {
        Err(format!("--site got \"{address}\"; expected an address like https://example.org/blog/"))
    }
}

fn css(written: &str) -> Result<Css, String> {
    match written.split_once('=') {
        None if written == "inline" => Ok(Css::Inline),
        Some(("link", address)) if !address.is_empty() => Ok(Css::Link(address.into())),
        _ => Err(format!("--css got \"{written}\"; expected inline, or link= and an address")),
    }
}

/// How many pages were read, filled and changed, and how much was wrong.
#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    /// HTML files.
    pub pages: u64,
    /// Cards in them.
    pub cards: u64,
    /// Files that changed.
    pub changed: u64,
    /// What was wrong.
    pub problems: u64,
}

/// The last line of a run.
pub fn summary(totals: Totals) -> String {
    let number = |n: u64, one: &str, more: &str| {
        let mut text = grouped(n);
        text.push(' ');
        text.push_str(if n == 1 { one } else { more });
        text
    };
    [
        number(totals.pages, "page", "pages"),
        number(totals.cards, "card", "cards"),
        [grouped(totals.changed), " changed".into()].concat(),
        number(totals.problems, "problem", "problems"),
    ]
    .join(", ")
}

/// The line that tells how far it has come.
pub fn progress(done: u64, of: u64) -> String {
    [grouped(done), " of ".into(), grouped(of), " pages".into()].concat()
}

fn grouped(n: u64) -> String {
    let mut text = String::new();
    number::push_grouped(&mut text, n, ",");
    text
}

/// A problem as people and editors read it.
pub fn line(file: &str, wrong: &Wrong) -> String {
    format!("{file}:{}: {}", wrong.line, wrong.words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        super::parse(&line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn understands() {
        let Command::Prerender(job) = parse(
            "prerender --site=https://a.example/b --css link=/card.css --css-file x/card.css --lang fr \
             --now 1970-01-01T00:00:01Z public --remove",
        )
        .unwrap() else {
            panic!("expected a job")
        };
        assert_eq!((&*job.folder, &*job.site, &*job.language), ("public", "https://a.example/b", "fr"));
        assert_eq!((job.css, &*job.css_file), (Css::Link("/card.css".into()), "x/card.css"));
        assert_eq!((job.now, job.remove), (Some(1000), true));
        assert_eq!(
            parse("prerender a --css inline"),
            Ok(Command::Prerender(Job { folder: "a".into(), ..Job::default() }))
        );
        assert_eq!([parse(""), parse("prerender --help"), parse("help")], [const { Ok(Command::Help) }; 3]);
    }

    #[test]
    fn says_what_it_does_not_understand() {
        for (line, part) in [
            ("prerender", "folder"),
            ("prerender a b", "\"b\""),
            ("render a", "\"render\""),
            ("prerender a --fast", "--fast"),
            ("prerender a --css none", "\"none\""),
            ("prerender a --css link=", "link="),
            ("prerender a --site example.org", "example.org"),
            ("prerender a --now tomorrow", "tomorrow"),
            ("prerender a --site", "--site needs"),
            ("prerender a --remove=yes", "--remove"),
        ] {
            let said = parse(line).unwrap_err();
            assert!(said.contains(part), "{line}: {said}");
        }
    }

    #[test]
    fn sums_up() {
        let totals = Totals { pages: 2000, cards: 1, changed: 1, problems: 0 };
        assert_eq!(summary(totals), "2,000 pages, 1 card, 1 changed, 0 problems");
        assert_eq!(progress(1200, 2000), "1,200 of 2,000 pages");
    }
}
