//! Landing links: the campaign's address, marked so that an arrival can be told
//! apart by channel, and the reading of those marks on arrival.

use crate::percent;

/// The token of the supporter whose share brought the visitor.
pub const REFERRAL: &str = "ss";

/// Whether `name` is a mark that somebody's counting put on the address. Such
/// marks tell of another visit and would be passed on to everyone.
fn is_mark(name: &str) -> bool {
    name.starts_with("utm_")
        || name.starts_with("mtm_")
        || matches!(
            name,
            REFERRAL
                | "fbclid"
                | "gclid"
                | "gclsrc"
                | "dclid"
                | "gbraid"
                | "wbraid"
                | "msclkid"
                | "yclid"
                | "ttclid"
                | "twclid"
                | "li_fat_id"
                | "mc_cid"
                | "mc_eid"
                | "igsh"
                | "igshid"
                | "_ga"
                | "_gl"
        )
}

/// The three parts of an address: all before the query, the query, the fragment
/// with its `#`.
fn split(url: &str) -> (&str, &str, &str) {
    let (rest, fragment) = url.find('#').map_or((url, ""), |at| url.split_at(at));
    let (base, query) = rest.split_once('?').unwrap_or((rest, ""));
    (base, query, fragment)
}

/// `url` without other people's marks; everything else stays as it was, down to
/// the order and spelling of the query, and the fragment.
pub fn clean(url: &str) -> String {
    with_query(url, &[])
}

fn with_query(url: &str, marks: &[(&str, &str)]) -> String {
    let (base, query, fragment) = split(url);
    let mut kept = String::new();
    for pair in query.split('&') {
        let name = pair.split('=').next().unwrap_or(pair);
        if !pair.is_empty() && !is_mark(&percent::decode(name)) {
            if !kept.is_empty() {
                kept.push('&');
            }
            kept.push_str(pair);
        }
    }
    for (name, value) in marks {
        if !value.is_empty() {
            percent::push_pair(&mut kept, name, value);
        }
    }
    let query_mark = if kept.is_empty() { "" } else { "?" };
    [base, query_mark, &kept, fragment].concat()
}

/// What a landing link tells of itself.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Debug))]
pub struct Marks {
    /// `utm_source`: the channel it was shared on.
    pub channel: String,
    /// `utm_campaign`.
    pub campaign: String,
    /// `utm_content`: which wording; empty where there is only one.
    pub variant: String,
    /// `ss`: whose share it was; empty where referrals are off.
    pub referral: String,
}

impl Marks {
    /// `url`, cleaned and marked with these.
    pub fn link(&self, url: &str) -> String {
        with_query(
            url,
            &[
                ("utm_source", &self.channel),
                ("utm_medium", "share"),
                ("utm_campaign", &self.campaign),
                ("utm_content", &self.variant),
                (REFERRAL, &self.referral),
            ],
        )
    }

    /// The marks of `url`, if it is a landing link at all.
    pub fn read(url: &str) -> Option<Self> {
        let (_, query, _) = split(url);
        let mut marks = Marks::default();
        let mut shared = false;
        for (name, value) in percent::pairs(query) {
            match name.as_str() {
                "utm_source" => marks.channel = value,
                "utm_medium" => shared = value == "share",
                "utm_campaign" => marks.campaign = value,
                "utm_content" => marks.variant = value,
                REFERRAL => marks.referral = value,
                _ => {}
            }
        }
        (shared && !marks.channel.is_empty()).then_some(marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Marks {
        Marks {
            channel: "x".into(),
            campaign: "save-my-doctor".into(),
            variant: String::new(),
            referral: "k3".into(),
        }
    }

    #[test]
    fn marks_round_trip() {
        let link = marks().link("https://blog.example/post?id=7&utm_source=old&fbclid=zz&q=a+b#story");
        assert_eq!(
            link,
            "https://blog.example/post?id=7&q=a+b&utm_source=x&utm_medium=share&utm_campaign=save-my-doctor&ss=k3#story"
        );
        assert_eq!(Marks::read(&link), Some(marks()));
        assert_eq!(clean(&link), "https://blog.example/post?id=7&q=a+b#story");
    }

    #[test]
    fn only_shares_are_arrivals() {
        assert_eq!(Marks::read("https://a.example/?utm_source=newsletter&utm_medium=email"), None);
        assert_eq!(Marks::read("https://a.example/#?utm_source=x&utm_medium=share"), None);
        assert_eq!(Marks::read("https://a.example/"), None);
    }

    #[test]
    fn leaves_the_rest_alone() {
        for url in [
            "https://a.example/",
            "https://a.example/?",
            "https://a.example/?a&b=&c=1?2#x?utm_source=y",
            "https://a.example/p?utmost=1&ssn=2",
        ] {
            assert_eq!(clean(url), url.replace("/?", if url.ends_with("/?") { "/" } else { "/?" }));
        }
        assert_eq!(clean("https://a.example/?%75tm_source=x&ok=1"), "https://a.example/?ok=1");
    }
}
