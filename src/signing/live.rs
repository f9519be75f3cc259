//! What others know of the campaign: how many have signed, and who did last.

use crate::campaign::Campaign;
use crate::html::Html;
use crate::i18n::{Locale, Sign};
use crate::number;
use crate::record::Record;
use crate::text::concat;
use crate::world::{World, name};
use crate::{destination, settings};

/// The most recent supporters that are shown.
const SHOWN: usize = 10;
/// The longest comment that is shown, in characters.
const LONGEST: usize = 300;

/// The request for the number of signatures: where the campaign says, else where its
/// destination knows. `None` where nobody is to be asked.
pub fn count_request(campaign: &Campaign, world: &dyn World) -> Option<Record> {
    match campaign.text("count") {
        "off" => None,
        "" => destination::count_request(&campaign.destination, &campaign.id, &headers(campaign)),
        written => source(written, world),
    }
}

/// The request for the most recent supporters.
pub fn supporters_request(campaign: &Campaign, world: &dyn World) -> Option<Record> {
    match campaign.text("supporters") {
        "" => None,
        "destination" => {
            destination::supporters_request(&campaign.destination, &campaign.id, &headers(campaign))
        }
        written => source(written, world),
    }
}

/// The request for how many have signed through this supporter's own link. `None`
/// where the page does not ask for it, or this browser has passed on no link.
pub fn referrals_request(campaign: &Campaign, world: &dyn World) -> Option<Record> {
    let token = world.load(&name(&["token"]))?;
    match campaign.text("referrals") {
        "" => None,
        "destination" => {
            destination::referrals_request(&campaign.destination, &campaign.id, &token, &headers(campaign))
        }
        written => {
            let (before, after) = written.split_once("{token}")?;
            source(&concat(&[before, &token, after]), world)
        }
    }
}

/// The headers that the campaign's destination is asked with.
fn headers(campaign: &Campaign) -> Record {
    let mut headers = Record::default();
    for (option, text) in campaign.below("destination") {
        if option.starts_with("headers.") {
            headers.set(&concat(&["to.", option]), text);
        }
    }
    headers
}

/// `https://a.example/count.json#/data/total`: an address, and behind `#` a JSON
/// pointer (RFC 6901) to what is meant in it.
fn source(written: &str, world: &dyn World) -> Option<Record> {
    let (address, pointer) = written.split_once('#').unwrap_or((written, ""));
    let url = world.resolve(address).filter(|url| crate::landing::is_web(url))?;
    Some(Record::of(&[("method", "GET"), ("url", &url), ("pointer", pointer)]))
}

/// The place that a JSON pointer names in a reply, as the reply's record names it.
fn place(pointer: &str) -> String {
    let mut place = String::from("json");
    let mut letters = pointer.chars();
    while let Some(letter) = letters.next() {
        place.push(match letter {
            '/' => '.',
            '~' if letters.next() == Some('1') => '/',
            '~' => '~',
            _ => letter,
        });
    }
    place
}

/// The number of signatures in the reply to that request.
pub fn count(request: &Record, reply: &Record) -> Option<u64> {
    if !matches!(reply.number("status"), 200..=299) {
        return None;
    }
    if request.get("range") == "1" {
        return number::parse(reply.get("range").split('/').nth(1)?);
    }
    let place = place(request.get("pointer"));
    let found = reply.pairs().iter().find(|(name, _)| *name == place);
    if let Some((_, text)) = found {
        return number::parse(text);
    }
    number::parse(request.get("absent"))
}

/// Remembers the number of signatures.
pub fn heard(campaign: &Campaign, count: u64, world: &dyn World) {
    world.save(&name(&["live", &campaign.id]), &number::text(count));
}

/// This person has signed: where the number is known, it is one more until it is heard
/// again.
pub fn one_more(campaign: &Campaign, world: &dyn World) {
    let known = world.load(&name(&["live", &campaign.id])).and_then(|text| number::parse(&text));
    if let Some(count) = known {
        heard(campaign, count + 1, world);
    }
}

/// The most recent supporters in the reply, as HTML; empty where there are none. Each
/// is an object with `name` and perhaps `comment`.
pub fn supporters(request: &Record, reply: &Record, words: Locale) -> String {
    let mut html = Html::default();
    let list = place(request.get("pointer"));
    let mut shown = 0;
    for index in 0..SHOWN {
        let item = concat(&[&list, ".", &number::text(index as u64)]);
        let get = |name: &str| settings::clean(reply.get(&concat(&[&item, ".", name])));
        if reply.below(&item).is_empty() {
            break;
        }
        if shown == 0 {
            html.raw("<h3 class=\"heading\">")
                .text(words.say(Sign::SupportersHeading))
                .raw("</h3><ul class=\"signers\">");
        }
        shown += 1;
        let name = get("name");
        html.raw("<li dir=\"auto\"><b>")
            .text(if name.is_empty() { words.say(Sign::SupporterUnnamed) } else { &name })
            .raw("</b>");
        let comment: String = get("comment").chars().take(LONGEST).collect();
        html.wrap("<p>", &comment, "</p>").raw("</li>");
    }
    if shown > 0 {
        html.raw("</ul>");
    }
    html.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::pack_sign;
    use crate::settings::from_json;
    use crate::testing::Pretend;

    fn reply(json: &str) -> Record {
        let mut reply = Record::of(&[("status", "200")]);
        let value = from_json(&concat(&["{\"json\":", json, "}"])).unwrap();
        for (name, text) in value.pairs() {
            reply.set(name, text);
        }
        reply
    }

    fn campaign(count: &str) -> Campaign {
        Campaign::of_resolved(Record::of(&[("campaign", "c"), ("count", count)]), &Pretend::default())
    }

    #[test]
    fn a_pointer_into_any_reply() {
        let world = Pretend::default();
        let request = count_request(&campaign("/count.json#/data/a~1b/0/total"), &world).unwrap();
        assert_eq!(request.get("url"), "https://blog.example/count.json");
        assert_eq!(count(&request, &reply(r#"{"data":{"a/b":[{"total":1600}]}}"#)), Some(1600));
        assert_eq!(count(&request, &reply(r#"{"data":{"a/b":[{"total":"many"}]}}"#)), None);
        assert_eq!(count(&request, &reply("{}")), None);
        let whole = count_request(&campaign("https://a.example/n"), &world).unwrap();
        assert_eq!(count(&whole, &reply("1601")), Some(1601));
        assert_eq!(count(&whole, &reply("1601").with("status", "404")), None);
        assert_eq!(
            count(&whole.clone().with("range", "1"), &reply("[]").with("range", "0-24/3573458")),
            Some(3_573_458)
        );
        assert!(count_request(&campaign("off"), &world).is_none());
        assert!(count_request(&campaign("javascript:alert(1)"), &world).is_none());
    }

    #[test]
    fn referrals_need_a_link_that_was_passed_on() {
        let world = Pretend::default();
        let of = |destination: &str, referrals: &str| {
            let settings = [("campaign", "c d"), ("destination", destination), ("referrals", referrals)];
            let request = referrals_request(&Campaign::of_resolved(Record::of(&settings), &world), &world)?;
            Some(request.get("url").to_owned())
        };
        let table = "postgrest:https://a.example/rest/v1/signatures";
        assert_eq!(of(table, "destination"), None, "nothing was passed on");
        world.save("share-sign/1/token", "k3v9");
        let expected = "https://a.example/rest/v1/rpc/signature_referrals?campaign=c%20d&token=k3v9";
        assert_eq!(of(table, "destination").as_deref(), Some(expected));
        assert_eq!(of(table, ""), None);
        assert_eq!(of("json:https://a.example/", "destination"), None);
        let own = of("json:https://a.example/", "/through.json?t={token}#/n");
        assert_eq!(own.as_deref(), Some("https://blog.example/through.json?t=k3v9"));
    }

    #[test]
    fn supporters_as_they_chose() {
        let words = Locale::read(pack_sign("en").leak());
        let request = Record::of(&[("pointer", "/list")]);
        let shown = supporters(
            &request,
            &reply(
                r#"{"list":[{"name":"Ada L.","comment":"It is <b>warm</b>"},{"name":"","comment":""},{"name":null,"x":1}]}"#,
            ),
            words,
        );
        assert!(shown.contains("<b>Ada L.</b><p>It is &lt;b&gt;warm&lt;/b&gt;</p>"), "{shown}");
        assert_eq!(shown.matches("<b>Someone</b>").count(), 2);
        assert_eq!(supporters(&request, &reply(r#"{"list":[]}"#), words), "");
    }
}
