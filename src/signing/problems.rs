//! What is wrong with those settings that only signing needs. The card has checked
//! the others.

use super::live;
use crate::campaign::Campaign;
use crate::field::country;
use crate::problem::Problem;
use crate::text::concat;
use crate::world::World;

const STEPS: &str =
    "in JSON a list of {\"label\", \"url\"} with an http: or https: address, or {\"label\", \"mail\"}";

/// Each setting that cannot be used, in words for the page's author.
pub fn find(campaign: &Campaign, world: &dyn World) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut expect = |fine: bool, code, name: &str, expected| {
        let value = campaign.text(name);
        if !fine && !value.is_empty() {
            problems.push(Problem::new(code, name, value, expected));
        }
    };
    let count = campaign.text("count");
    expect(
        count == "off" || live::count_request(campaign, world).is_some(),
        "address",
        "count",
        "off, or an http: or https: address, with a JSON pointer behind # where it is not a bare number",
    );
    expect(
        live::supporters_request(campaign, world).is_some(),
        "address",
        "supporters",
        "an http: or https: address with a JSON pointer behind #, or destination where that is postgrest:",
    );
    let referrals = campaign.text("referrals");
    let named = referrals == "destination" && campaign.destination.starts_with("postgrest:");
    expect(
        named || referrals.contains("{token}"),
        "address",
        "referrals",
        "an http: or https: address with {token} in it, or destination where that is postgrest:",
    );
    expect(country::is_code(campaign.text("country")), "choice", "country", "two letters, like FR");
    expect(campaign.text("confirmation") == "email", "choice", "confirmation", "email");
    expect(false, "next", "next", STEPS);
    for (item, text) in campaign.below("next") {
        let wrong = match item.split('.').nth(1) {
            Some("url") => !crate::landing::is_web(text),
            Some("mail") => !text.contains('@'),
            Some(_) => false,
            None => true,
        };
        if wrong {
            let path = concat(&["next.", item]);
            problems.push(Problem::new("next", &path, text, STEPS));
        }
    }
    let google = campaign.destination.contains("docs.google.com/forms/");
    if google && campaign.below("destination").iter().all(|(name, _)| !name.starts_with("fields.")) {
        problems.push(Problem::new(
            "destination",
            "destination",
            &campaign.destination,
            "in JSON {\"to\", \"fields\": {\"email\": \"entry.123\"}}: Google takes its own names only",
        ));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use crate::testing::Pretend;

    fn named(settings: &[(&str, &str)]) -> Vec<String> {
        let world = Pretend::default();
        let campaign = Campaign::of_resolved(Record::of(settings), &world);
        find(&campaign, &world).into_iter().map(|problem| problem.attribute).collect()
    }

    #[test]
    fn what_can_be_used_is_not_named() {
        let fine = [
            ("count", "off"),
            ("supporters", "/recent.json#/list"),
            ("country", "FR"),
            ("confirmation", "email"),
            ("next.0.label", "Give"),
            ("next.0.url", "https://ngo.example/"),
            ("next.1.label", "Write"),
            ("next.1.mail", "a@b.example"),
            ("destination", "local"),
        ];
        assert_eq!(named(&fine), Vec::<String>::new());
        assert_eq!(named(&[]), Vec::<String>::new());
    }

    #[test]
    fn what_cannot_is() {
        let wrong = [
            ("count", "javascript:alert(1)"),
            ("supporters", "destination"),
            ("referrals", "destination"),
            ("country", "France"),
            ("confirmation", "pigeon"),
            ("next.0.url", "data:text/html,x"),
            ("destination", "form:https://docs.google.com/forms/d/e/x/formResponse"),
        ];
        let expected =
            ["count", "supporters", "referrals", "country", "confirmation", "next.0.url", "destination"];
        assert_eq!(named(&wrong), expected);
        assert_eq!(named(&[("next", "give")]), ["next"]);
    }
}
