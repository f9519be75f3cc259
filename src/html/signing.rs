//! What signing draws in its place on the card.

use super::Html;
use super::card::sign::thanks;
use super::form::form;
use crate::campaign::Campaign;
use crate::destination::{LOCAL, Outcome};
use crate::i18n::{Key, Sign};
use crate::percent;
use crate::signing::{Signing, Stage};
use crate::text::concat;
use crate::world::World;

/// The content of the card's place for signing.
pub fn render(signing: &Signing, world: &dyn World) -> String {
    let mut html = Html::default();
    let (locale, words, campaign) = (signing.locale, signing.words, &signing.campaign);
    match signing.stage {
        Stage::Open | Stage::Sending if over(signing, world) => {
            html.wrap("<p class=\"closed\" part=\"closed\">", locale.say(Key::Closed), "</p>");
        }
        Stage::Open => form(&mut html, locale, campaign, &signing.filled),
        Stage::Sending => {
            form(&mut html, locale, campaign, &signing.filled);
            tool(&mut html, "withdraw", words.say(Sign::Withdraw));
        }
        Stage::Waiting => {
            thanks(&mut html, locale.say(Key::Thanks));
            html.wrap("<p>", locale.say(Key::Queued), "</p>");
            tool(&mut html, "withdraw", words.say(Sign::Withdraw));
            html.raw("</div>");
        }
        Stage::Mailed => {
            thanks(&mut html, words.say(Sign::MailNext));
            html.raw("<a class=\"tool\" data-mail href=\"").text(&signing.mail).raw("\">");
            html.text(words.say(Sign::MailAgain)).raw("</a></div>");
        }
        Stage::Thanked(outcome) => thanked(&mut html, signing, outcome),
        Stage::Before => {
            thanks(&mut html, locale.say(Key::SignedBefore));
            brought(&mut html, signing);
            next_steps(&mut html, signing);
            way_back(&mut html, signing);
            html.raw("</div>");
        }
    }
    if campaign.stall {
        stall(&mut html, signing);
    }
    html.end()
}

fn over(signing: &Signing, world: &dyn World) -> bool {
    signing.stage == Stage::Open && signing.campaign.deadline.is_some_and(|deadline| deadline < world.now())
}

fn tool(html: &mut Html, act: &'static str, label: &str) {
    html.raw("<p class=\"tools\"><button type=\"button\" class=\"tool\" part=\"tool\" data-sign=\"")
        .raw(act)
        .raw("\">");
    html.text(label).raw("</button></p>");
}

fn thanked(html: &mut Html, signing: &Signing, outcome: Outcome) {
    let (locale, words, campaign) = (signing.locale, signing.words, &signing.campaign);
    if signing.name.is_empty() {
        thanks(html, locale.say(Key::Thanks));
    } else {
        thanks(html, &words.fill(Sign::ThanksName, &signing.name));
    }
    match outcome {
        Outcome::AlreadySigned => {
            html.wrap("<p>", words.say(Sign::AlreadySigned), "</p>");
        }
        Outcome::Unconfirmed => {
            html.wrap("<p>", words.say(Sign::NotConfirmed), "</p>");
        }
        Outcome::Later => {
            html.wrap("<p>", locale.say(Key::Queued), "</p>");
        }
        _ if signing.number > 0 => {
            html.wrap("<p>", &words.fill(Sign::Number, &locale.number(signing.number)), "</p>");
        }
        _ => {}
    }
    if campaign.text("confirmation") == "email" && outcome != Outcome::AlreadySigned {
        html.wrap("<p class=\"confirm\">", words.say(Sign::ConfirmEmail), "</p>");
    }
    if campaign.destination == LOCAL {
        html.wrap("<p class=\"note\">", locale.say(Key::KeptHere), "</p>");
    }
    if !campaign.stall {
        next_steps(html, signing);
    }
    way_back(html, signing);
    html.raw("</div>");
}

/// What the campaign suggests to do next, a link each.
fn next_steps(html: &mut Html, signing: &Signing) {
    let campaign = &signing.campaign;
    let mut open = false;
    for index in ["0", "1", "2", "3", "4", "5"] {
        let get = |name: &str| campaign.text(&concat(&["next.", index, ".", name])).to_owned();
        let (label, address) = (get("label"), next_address(campaign, &get));
        if label.is_empty() || address.is_empty() {
            continue;
        }
        if !open {
            html.raw("<nav class=\"next\" part=\"next\" aria-labelledby=\"next\"><h4 id=\"next\">");
            html.text(signing.words.say(Sign::NextHeading)).raw("</h4><ul>");
            open = true;
        }
        html.raw("<li><a part=\"next-step\" href=\"").text(&address).raw("\"");
        if !address.starts_with("mailto:") {
            html.raw(" target=\"_blank\" rel=\"noopener\"");
        }
        html.raw(">").text(&label).raw("</a></li>");
    }
    if open {
        html.raw("</ul></nav>");
    }
}

/// An address, or a mail to somebody: `{"url"}` or `{"mail", "subject", "body"}`.
fn next_address(campaign: &Campaign, get: &dyn Fn(&str) -> String) -> String {
    let (url, mail) = (get("url"), get("mail"));
    if mail.is_empty() {
        return if crate::landing::is_web(&url) { url } else { String::new() };
    }
    let subject = get("subject");
    let subject = if subject.is_empty() { campaign.text("headline") } else { &subject };
    let mut query = String::new();
    percent::push_pair(&mut query, "subject", subject);
    let body = get("body");
    if !body.is_empty() {
        query.push_str("&body=");
        for (index, line) in body.split('\n').enumerate() {
            query.push_str(if index > 0 { "%0D%0A" } else { "" });
            percent::encode_into(&mut query, line);
        }
    }
    let mut to = String::new();
    // An address keeps its @; all else could end it.
    for (index, part) in mail.split('@').enumerate() {
        to.push_str(if index > 0 { "@" } else { "" });
        percent::encode_into(&mut to, part);
    }
    concat(&["mailto:", &to, "?", &query])
}

/// Whom the supporter's own link has brought.
fn brought(html: &mut Html, signing: &Signing) {
    if signing.brought > 0 {
        html.raw("<p part=\"brought\">").text(&signing.words.count(Sign::Brought, signing.brought, ""));
        html.raw("</p>");
    }
}

/// How the supporter can take the signature back.
fn way_back(html: &mut Html, signing: &Signing) {
    let (words, campaign) = (signing.words, &signing.campaign);
    if campaign.destination == LOCAL || signing.stage == Stage::Thanked(Outcome::Later) {
        return tool(html, "withdraw", words.say(Sign::Withdraw));
    }
    let address = campaign.text("withdrawUrl");
    if address.is_empty() {
        html.wrap("<p class=\"note\">", words.say(Sign::WithdrawElsewhere), "</p>");
    } else {
        html.raw("<p class=\"note\"><a part=\"withdraw\" target=\"_blank\" rel=\"noopener\" href=\"")
            .text(address);
        html.raw("\">").text(words.say(Sign::WithdrawLink)).raw("</a></p>");
    }
}

/// What whoever looks after the tablet needs.
fn stall(html: &mut Html, signing: &Signing) {
    let words = signing.words;
    if matches!(signing.stage, Stage::Thanked(_) | Stage::Mailed) {
        html.raw("<button type=\"button\" class=\"button\" part=\"next-person\" data-sign=\"next\">");
        html.text(words.say(Sign::StallNext)).raw("</button>");
    }
    let (kept, waiting) = signing.held;
    if kept + waiting == 0 {
        html.wrap("<p class=\"note\" part=\"stall\">", words.say(Sign::StallNone), "</p>");
        return;
    }
    html.raw("<details class=\"note\" part=\"stall\"><summary>");
    if kept > 0 {
        html.text(&words.count(Sign::StallHeld, kept as u64, "")).raw(". ");
    }
    if waiting > 0 {
        html.text(&words.count(Sign::StallWaiting, waiting as u64, "")).raw(". ");
    }
    html.raw("</summary>");
    tool(html, "save", words.say(Sign::StallSave));
    html.raw("</details>");
}
