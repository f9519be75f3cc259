//! Landing links: the campaign's address, marked so that an arrival can be told
//! apart by channel, and the reading of those marks on arrival.

use crate::percent;
use crate::record::Record;
use crate::text::concat;

/// The channel it was shared on.
pub const CHANNEL: &str = "utm_source";
/// `share`, which tells a landing link from anyone else's campaign link.
const MEDIUM: &str = "utm_medium";
/// The campaign.
pub const CAMPAIGN: &str = "utm_campaign";
/// Which wording; left out where there is only one.
pub const VARIANT: &str = "utm_content";
/// The token of the supporter whose share it was; left out where referrals are off.
pub const REFERRAL: &str = "ss";

/// Marks of other people's counting. They tell of another visit and would be
/// passed on to everyone; besides these, whatever starts with `utm_`, `mtm_`, or
/// `ss_`, which fills in somebody's form.
const FOREIGN: &str = " fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ttclid twclid li_fat_id \
                       mc_cid mc_eid igsh igshid _ga _gl ss ";

fn is_mark(name: &str) -> bool {
    name.starts_with("utm_")
        || name.starts_with("mtm_")
        || name.starts_with("ss_")
        || FOREIGN.split(' ').any(|foreign| foreign == name && !name.is_empty())
}

/// Whether `url` is one that a share may lead to, or a card may load.
pub fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The three parts of an address: all before the query, the query, the fragment
/// with its `#`.
fn split(url: &str) -> (&str, &str, &str) {
    let (rest, fragment) = url.split_at(url.bytes().position(|byte| byte == b'#').unwrap_or(url.len()));
    let (base, query) = rest.split_once('?').unwrap_or((rest, ""));
    (base, query, fragment)
}

/// `url` without anyone's marks; everything else stays as it was, down to the order
/// and spelling of the query, and the fragment.
pub fn plain(url: &str) -> String {
    let (base, query, fragment) = split(url);
    let mut kept = String::new();
    for pair in query.split('&') {
        let name = percent::decode(pair.split('=').next().unwrap_or(pair));
        if !pair.is_empty() && !is_mark(&name) {
            if !kept.is_empty() {
                kept.push('&');
            }
            kept.push_str(pair);
        }
    }
    concat(&[base, if kept.is_empty() { "" } else { "?" }, &kept, fragment])
}

/// The landing link to `url`, an address without marks, for one channel. `variant`
/// and `referral` may be empty.
pub fn link(url: &str, campaign: &str, channel: &str, variant: &str, referral: &str) -> String {
    let (base, query, fragment) = split(url);
    let mut marked: String = query.into();
    for (name, value) in [
        (CHANNEL, channel),
        (MEDIUM, "share"),
        (CAMPAIGN, campaign),
        (VARIANT, variant),
        (REFERRAL, referral),
    ] {
        if !value.is_empty() {
            percent::push_pair(&mut marked, name, value);
        }
    }
    concat(&[base, "?", &marked, fragment])
}

/// The marks of `url` if it is a landing link of `campaign`, else nothing. A source
/// that cannot be a channel's id is none of ours, and would only muddle the counts.
pub fn read(url: &str, campaign: &str) -> Record {
    let marks = Record::read(split(url).1);
    let plain = marks.get(CHANNEL).bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain && marks.get(MEDIUM) == "share" && marks.get(CAMPAIGN) == campaign {
        marks
    } else {
        Record::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_round_trip() {
        let page = "https://blog.example/post?id=7&utm_source=old&fbclid=zz&q=a+b#story";
        let link = link(&plain(page), "save-my-doctor", "x", "b", "k3");
        assert_eq!(
            link,
            "https://blog.example/post?id=7&q=a+b&utm_source=x&utm_medium=share&utm_campaign=save-my-doctor&utm_content=b&ss=k3#story"
        );
        let marks = read(&link, "save-my-doctor");
        assert_eq!((marks.get(CHANNEL), marks.get(REFERRAL), marks.get(VARIANT)), ("x", "k3", "b"));
        assert_eq!(plain(&link), "https://blog.example/post?id=7&q=a+b#story");
    }

    #[test]
    fn only_shares_of_this_campaign_are_arrivals() {
        let nothing = Record::default();
        assert_eq!(read("https://a.example/?utm_source=n&utm_medium=email&utm_campaign=c", "c"), nothing);
        assert_eq!(read("https://a.example/#?utm_source=x&utm_medium=share&utm_campaign=c", "c"), nothing);
        assert_eq!(read(&link("https://a.example/", "river", "x", "", ""), "c"), nothing);
        assert_eq!(read("https://a.example/", ""), nothing);
        assert_eq!(read(&link("https://a.example/", "c", "<img src=x>", "", ""), "c"), nothing);
    }

    #[test]
    fn leaves_the_rest_alone() {
        for url in [
            "https://a.example/",
            "https://a.example/?a&b=&c=1?2#x?utm_source=y",
            "https://a.example/p?utmost=1&ssn=2",
        ] {
            assert_eq!(plain(url), url);
        }
        assert_eq!(plain("https://a.example/?%75tm_source=x&ok=1"), "https://a.example/?ok=1");
        assert_eq!(plain("https://a.example/?"), "https://a.example/");
    }
}
