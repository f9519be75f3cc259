//! Settings as people write them, good and bad.

use super::*;
use crate::settings::LONGEST;
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
    assert_eq!(campaign.message("x", 3), ("A page", ""));
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
    assert_eq!(campaign.message("x", 0), ("Short", "a"));
    assert_eq!(campaign.message("x", 3), ("Other", "b"));
    assert_eq!(campaign.message("email", 3), ("Long", ""));
    assert!(campaign.has_variants());
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
