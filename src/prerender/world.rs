//! The world in which a page is made: it reads, and nobody visits it yet.

use crate::record::Record;
use crate::time;
use crate::world::{PREFIX, World};

/// Makes an address whole, given the one that it stands beside; `None` where it is
/// no address.
pub type Resolve = fn(address: &str, base: &str) -> Option<String>;

/// The world of one page.
pub struct Making {
    /// The time, in milliseconds since 1970.
    pub now: i64,
    /// What addresses in the page stand beside.
    pub base: String,
    /// How to make one whole.
    pub resolve: Resolve,
}

impl World for Making {
    fn now(&self) -> i64 {
        self.now
    }

    fn timestamp(&self) -> String {
        time::iso(self.now)
    }

    fn random(&self) -> u32 {
        0
    }

    // Nobody's token goes into the links, and everybody gets the first wording.
    fn load(&self, name: &str) -> Option<String> {
        matches!(name.strip_prefix(PREFIX), Some("token" | "variant")).then(String::new)
    }

    fn save(&self, _name: &str, _text: &str) -> bool {
        true
    }

    fn forget(&self, _name: &str) {}

    fn names(&self, _prefix: &str) -> Vec<String> {
        Vec::new()
    }

    fn resolve(&self, address: &str) -> Option<String> {
        (self.resolve)(address, &self.base)
    }

    // As browsers read it: a day without a time begins at midnight in UTC.
    fn date(&self, text: &str) -> Option<i64> {
        match text.split_once(['T', 't']) {
            None => time::parse(&[text, "T00:00Z"].concat()),
            Some((day, clock)) => time::parse(&[day, "T", &clock.to_ascii_uppercase()].concat()),
        }
    }

    fn emit(&self, _event: &str, _detail: &Record) {}

    fn focus(&self, _id: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_midnight() {
        let world = Making { now: 0, base: String::new(), resolve: |_, _| None };
        assert_eq!(world.date("1970-01-02"), Some(86_400_000));
        assert_eq!(world.date("1970-01-01t01:00z"), Some(3_600_000));
        assert_eq!(world.date("1970-01-01 01:00Z"), None, "browsers differ in what they make of it");
        assert_eq!(world.date("tomorrow"), None);
    }
}
