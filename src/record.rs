//! Texts by name: the one shape in which data comes in, is stored and goes out.
//!
//! Settings, signatures, counts and the details of events all are records. One
//! reader and one writer for all of them weigh far less than a structure each,
//! and what is stored stays readable for later releases.

use crate::{number, percent};

/// Names and texts, in order. Where a name occurs twice, the first one counts.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Record(Vec<(String, String)>);

impl Record {
    /// Reads `name=text&name=text`, percent-encoded. Never fails: what cannot be
    /// decoded stays as it is.
    pub fn read(encoded: &str) -> Self {
        let mut record = Record::default();
        for pair in encoded.split('&') {
            if !pair.is_empty() {
                let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
                record.0.push((percent::decode(name), percent::decode(text)));
            }
        }
        record
    }

    /// The record with these names and texts.
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        let mut record = Record::default();
        for (name, text) in pairs {
            record.0.push(((*name).into(), (*text).into()));
        }
        record
    }

    /// The record as [`Record::read`] takes it.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for (name, text) in &self.0 {
            percent::push_pair(&mut out, name, text);
        }
        out
    }

    /// The text called `name`; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
    }

    /// The whole number called `name`; 0 where there is none.
    pub fn number(&self, name: &str) -> u64 {
        number::parse(self.get(name)).unwrap_or(0)
    }

    /// Makes `name` be `text`.
    pub fn set(&mut self, name: &str, text: &str) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = text.into(),
            None => self.0.push((name.into(), text.into())),
        }
    }

    /// Makes `name` be the number `n`.
    pub fn set_number(&mut self, name: &str, n: u64) {
        self.set(name, &number::text(n));
    }

    /// The same record with `name` as well.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.set(name, text);
        self
    }

    /// Names and texts, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// All texts below `path` (`path.rest`), as (whole name, rest, text).
    pub fn below(&self, path: &str) -> Vec<(&str, &str, &str)> {
        let mut found = Vec::new();
        for (name, text) in &self.0 {
            if let Some(rest) = name.strip_prefix(path).and_then(|rest| rest.strip_prefix('.')) {
                found.push((name.as_str(), rest, text.as_str()));
            }
        }
        found
    }

    /// Takes all texts through `change`.
    pub fn change(&mut self, change: fn(&str) -> String) {
        for (_, text) in &mut self.0 {
            *text = change(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips() {
        let record = Record::default().with("a=b", "c&d é\n🙏").with("empty", "").with("n", "7");
        assert_eq!(Record::read(&record.write()), record);
        assert_eq!(record.get("a=b"), "c&d é\n🙏");
        assert_eq!(record.number("n"), 7);
        assert_eq!(record.get("nothing"), "");
    }

    #[test]
    fn reads_what_browsers_write() {
        let record = Record::read("headline=Keep+it%21&goal=500&&goal=900&flag");
        assert_eq!(record.get("headline"), "Keep it!");
        assert_eq!(record.get("goal"), "500");
        assert_eq!(record.pairs().len(), 4);
    }

    #[test]
    fn below_a_path() {
        let record = Record::read("messages=one&messages.x.0=a&messagesx=b");
        assert_eq!(record.below("messages"), [("messages.x.0", "x.0", "a")]);
    }
}
