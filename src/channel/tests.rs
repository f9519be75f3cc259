//! Every row of the catalogue against what is written down about it.

use super::source::{CLOSED, Closed, DEFAULTS, ROWS, Row, icon};
use super::{Catalogue, Count, GROUPS, Kind, core, icons, rest};
use crate::link::{self, Share};

fn rows() -> Vec<Row> {
    serde_json::from_str(ROWS).unwrap()
}

fn closed() -> Vec<Closed> {
    serde_json::from_str(CLOSED).unwrap()
}

/// A share with all that has ever broken a share link.
const TRICKY: Share = Share {
    title: "Save #1 & \"our\" library: 100%",
    text: "Sign + share & tell 👨‍👩‍👧\n50% «שלום» it's #1?",
    url: "https://example.org/save?id=7&utm_source=x#sign",
    hashtags: "Library,Books",
    via: "example",
    image: "https://example.org/a%20b.jpg?w=600&h=315",
    server: "example.social",
};

/// What a click on the channel leads to or copies. After a tab: what is to be
/// pasted there, or the address on the supporter's own server where there is one
/// for all servers too.
fn outcome(channel: &super::Channel) -> String {
    let copied = || link::copied(channel, &TRICKY).replace('\n', "\\n");
    if !channel.is_link() {
        return copied();
    }
    let nowhere = Share { server: "", ..TRICKY };
    let own = link::href(channel, &TRICKY);
    if channel.kind == Kind::Paste {
        [own, copied()].join("\t")
    } else if channel.server_template.is_empty() {
        own
    } else {
        [link::href(channel, &nowhere), own].join("\t")
    }
}

/// `expected.txt` is read by people: whoever adds a channel writes its line, or
/// prints it (`SHOW=id cargo test -p share-sign expected -- --nocapture`) and checks it.
#[test]
fn every_channel_does_as_expected() {
    let catalogue = Catalogue::complete();
    if let Ok(shown) = std::env::var("SHOW") {
        for channel in catalogue.all().iter().filter(|channel| shown == "all" || shown == channel.id) {
            println!("{}\t{}", channel.id, outcome(channel));
        }
    }
    let lines: Vec<(&str, &str)> =
        include_str!("expected.txt").lines().map(|line| line.split_once('\t').expect(line)).collect();
    for channel in catalogue.all() {
        let expected: Vec<&str> =
            lines.iter().filter(|(id, _)| *id == channel.id).map(|(_, outcome)| *outcome).collect();
        assert_eq!(expected, [outcome(channel)], "{} in expected.txt, exactly once and so", channel.id);
    }
    for (id, _) in lines {
        assert!(catalogue.all().iter().any(|channel| channel.id == id), "{id} in expected.txt is no channel");
    }
}

#[test]
fn rows_are_well_formed() {
    let rows = rows();
    assert!(rows.len() >= 100, "{} channels", rows.len());
    for row in &rows {
        let id = &row.id;
        assert!(id.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-'), "{id}");
        let kinds = "link mail sms app federated paste copy text device qr print";
        assert!(kinds.split(' ').any(|kind| kind == row.kind), "{id}: kind {}", row.kind);
        assert!(GROUPS.iter().any(|(_, name)| *name == row.category), "{id}: category {}", row.category);
        assert!(
            ["", "c", "x", "u", "m", "b", "g", "a"].contains(&row.count.as_str()),
            "{id}: count {}",
            row.count
        );
        let takes_text = row.template.contains("{text}") || ["paste", "text"].contains(&row.kind.as_str());
        assert_eq!(
            !row.count.is_empty(),
            takes_text,
            "{id}: a count for channels with text, and for no others"
        );
        assert_eq!(row.limit > 0, takes_text, "{id}: a limit for channels with text, and for no others");
        assert!(row.checked.len() == 10 && row.checked.starts_with("20"), "{id}: checked {}", row.checked);
        assert!(!row.source.is_empty(), "{id}: source");
        assert!(!row.template.contains(['\n', '\t', ' ']) && !row.name.contains('\n'), "{id}");
        let own_word = ["copy", "text", "device", "mail", "sms", "qr", "print"].contains(&row.kind.as_str());
        assert!(!row.name.is_empty() || own_word, "{id}: a name");
    }
}

#[test]
fn templates_fit_their_kind() {
    for row in rows() {
        let id = &row.id;
        for template in [&row.template, &row.server_template] {
            let pieces: Vec<&str> = template.split(['{', '}']).collect();
            assert_eq!(
                pieces.len() % 2,
                usize::from(!template.is_empty() || pieces.len() == 1),
                "{id}: braces"
            );
            for name in pieces.iter().skip(1).step_by(2) {
                let known = ["text", "title", "url", "hashtag", "hashtags", "via", "image", "server"];
                assert!(known.contains(name), "{id}: no placeholder is called {name}");
            }
        }
        let start = match row.kind.as_str() {
            "link" => "https://",
            "federated" => "https://{server}/",
            "mail" => "mailto:?",
            "sms" => "sms:?&body=",
            "app" | "paste" => "",
            _ => {
                assert_eq!(row.template, "", "{id}: done without an address");
                continue;
            }
        };
        assert!(row.template.starts_with(start) && row.template.contains(':'), "{id}: starts with {start}");
        assert_eq!(row.template.contains("{server}"), row.kind == "federated", "{id}");
        assert_eq!(row.template.contains("{url}"), row.kind != "paste", "{id}: the link must go with it");
        if !row.server_template.is_empty() {
            assert!(row.kind == "link" && row.server_template.starts_with("https://{server}/"), "{id}");
            assert!(row.server_template.contains("{url}"), "{id}");
            assert_eq!(row.server_template.contains("{text}"), row.template.contains("{text}"), "{id}");
        }
    }
}

#[test]
fn names_are_given_once() {
    let (rows, closed) = (rows(), closed());
    let mut ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    ids.extend(rows.iter().flat_map(|row| &row.former).map(String::as_str));
    ids.extend(closed.iter().map(|gone| gone.id.as_str()));
    ids.sort_unstable();
    for pair in ids.windows(2) {
        assert_ne!(pair[0], pair[1], "an id, a former id or a closed channel's");
    }
    for gone in closed {
        let date: Vec<&str> = gone.date.split('-').collect();
        let digits = gone.date.chars().all(|c| c.is_ascii_digit() || c == '-');
        assert!(
            digits && (gone.date.is_empty() || (2..=3).contains(&date.len())),
            "{}: {}",
            gone.id,
            gone.date
        );
        assert!(!gone.name.is_empty() && !gone.source.is_empty(), "{}", gone.id);
    }
}

#[test]
fn a_first_view_gets_eight_channels_with_icons() {
    let mut catalogue = Catalogue::default();
    catalogue.read(core().leak());
    let ids: Vec<&str> = catalogue.all().iter().map(|channel| channel.id).collect();
    assert_eq!(ids.join(" "), "device facebook whatsapp x bluesky telegram email copy");
    assert!(catalogue.all().iter().all(|channel| !channel.icon.is_empty()));
    assert_eq!(catalogue.get("twitter").unwrap().count, Count::Weighted);
    assert_eq!(catalogue.get("mail").unwrap().kind, Kind::Mail);
    assert!(catalogue.get("pocket").is_none() && catalogue.closed("pocket").is_none());
}

#[test]
fn the_rest_comes_without_icons_and_these_by_group() {
    let mut catalogue = Catalogue::default();
    catalogue.read(core().leak());
    catalogue.read(rest().leak());
    assert_eq!(catalogue.all().len(), rows().len());
    assert_eq!(catalogue.get("vkontakte").unwrap().id, "vk");
    assert_eq!(catalogue.closed("pocket"), Some("Pocket 2025-07-08"));
    assert_eq!(catalogue.closed("google-bookmarks"), Some("Google Bookmarks 2021-09-30"));
    assert_eq!(catalogue.closed("baidu-cang"), Some("百度搜藏 "));
    let mastodon = *catalogue.get("mastodon").unwrap();
    assert_eq!((mastodon.group, mastodon.icon), ("f", ""));
    assert!(mastodon.opens_tab() && mastodon.server_template.starts_with("https://{server}/"));
    for (group, packed) in icons() {
        let bare = catalogue.clone();
        catalogue.read(packed.leak());
        for (before, after) in bare.all().iter().zip(catalogue.all()) {
            let gets = before.group == group && before.icon.is_empty();
            assert_eq!(gets, before.icon != after.icon, "{} in {group}", after.id);
        }
    }
    for channel in catalogue.all() {
        assert!(channel.icon.starts_with(['M', 'm']), "{}", channel.id);
        assert!(
            channel.icon.chars().all(|c| c.is_ascii_alphanumeric() || " .-".contains(c)),
            "{}",
            channel.id
        );
    }
}

#[test]
fn kinds_and_counts_survive_packing() {
    let catalogue = Catalogue::complete();
    for row in rows() {
        let channel = catalogue.get(&row.id).unwrap();
        let kind = format!("{:?}", channel.kind).to_lowercase();
        assert_eq!(
            (kind, channel.name, channel.limit),
            (row.kind, row.name.as_str(), row.limit),
            "{}",
            row.id
        );
        assert_eq!((channel.template, channel.server_template), (&*row.template, &*row.server_template));
        assert_eq!(channel.count == Count::None, row.count.is_empty(), "{}", row.id);
    }
    let count = |id| catalogue.get(id).unwrap().count;
    assert_eq!(
        (count("sms"), count("gmail"), count("threads")),
        (Count::Parts, Count::Address, Count::EmojiBytes)
    );
    assert_eq!(
        (count("mastodon"), count("bluesky"), count("vk")),
        (Count::ShortLink, Count::WithLink, Count::None)
    );
}

#[test]
fn channels_that_are_there_stay_as_they_are() {
    let mut catalogue = Catalogue::default();
    catalogue.read("x\nX\nlsx\n280\nhttps://x.com/?t={text}\nM0");
    catalogue.read("x\nX\nlsx\n140\nhttps://elsewhere\n\nsms\n\nscg\n4\nsms:?&body={text}\n\n\ntext sms");
    assert_eq!(catalogue.all().len(), 2);
    assert_eq!((catalogue.get("x").unwrap().limit, catalogue.get("x").unwrap().icon), (280, "M0"));
    assert_eq!(catalogue.get("text").unwrap().kind, Kind::Sms);
    catalogue.read(">M9\nnobody\n>M1\nsms");
    assert_eq!(catalogue.get("sms").unwrap().icon, "M1");
}

/// Icons that no channel uses are dead weight, and marks need their credit.
#[test]
fn every_icon_is_used_and_credited() {
    let credits = include_str!("../icons/README.md");
    let rows = rows();
    let shown: Vec<&str> = rows.iter().map(|row| icon(&row.id, &row.category)).collect();
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/icons")).unwrap() {
        let file = file.unwrap().path();
        if file.extension().unwrap() == "path" {
            let path = std::fs::read_to_string(&file).unwrap();
            let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
            assert!(shown.contains(&path.trim()), "{name}: used by no channel");
            assert!(credits.contains(&format!("`{name}`")), "{name}: not in src/icons/README.md");
        }
    }
}

#[test]
fn what_other_share_libraries_offer_is_known() {
    let catalogue = Catalogue::complete();
    let react_share = "bluesky email facebook gab hatena instapaper line linkedin livejournal messenger mailru \
        odnoklassniki pinterest pocket reddit telegram threads tumblr viber vk weibo whatsapp workplace twitter";
    let sharer_js = "amazon-wishlist baidu-cang blogger bluesky buffer delicious diaspora douban email evernote \
        facebook flipboard google-bookmarks hackernews instapaper kakaostory line linkedin mashable meneame \
        messenger mix mailru okru pinboard pinterest pocket qzone reddit refind skype sms surfingbird telegram \
        threads threema trello tumblr viber vk weibo whatsapp wordpress twitter xing yahoo yummly";
    let goodshare = "baidu-cang blogger buffer copy-link delicious digg evernote facebook flipboard instapaper \
        line linkedin liveinternet livejournal meneame mix moimir odnoklassniki pinterest pocket reddit renren \
        skype sms surfingbird telegram tumblr viber vkontakte wechat weibo whatsapp wordpress twitter xing";
    let shariff = "buffer copy-link diaspora mail facebook fediverse flattr flipboard linkedin pinterest pocket \
        print qzone reddit stumbleupon telegram tencent-weibo threema tumblr vk weibo whatsapp twitter xing";
    let vue_socials = "blogger dev diaspora douban email evernote facebook flipboard gmail google-bookmarks \
        hackernews hatena houzz instapaper kakaostory line linkedin livejournal mastodon facebook-messenger \
        microsoft-teams mailru odnoklassniki pinterest pocket qzone reddit renren skype sms telegram threema \
        trello tumblr viber yammer vk weibo whatsapp wordpress workplace twitter xing yahoo-mail";
    for id in [react_share, sharer_js, goodshare, shariff, vue_socials].join(" ").split_whitespace() {
        assert!(catalogue.get(id).is_some() || catalogue.closed(id).is_some(), "{id}");
    }
}

#[test]
fn habits_follow_the_language() {
    let catalogue = Catalogue::complete();
    let usual = |language| catalogue.usual(language);
    assert!(usual("ja").contains("line"));
    assert_eq!(usual("ja-JP"), usual("JA"));
    assert_ne!(usual("zh-TW"), usual("zh"));
    assert_eq!(usual("zh-Hant-TW"), usual("zh-TW"));
    assert_eq!(usual("zh-CN"), usual("zh"));
    assert_eq!(usual("en-GB"), "device facebook whatsapp x bluesky telegram email copy");
    assert_eq!(usual(""), usual("en"));
    for line in DEFAULTS.lines() {
        let ids = line.split_once(' ').expect(line).1;
        assert!(ids.split(' ').all(|id| catalogue.all().iter().any(|channel| channel.id == id)), "{line}");
        assert!(ids.starts_with("device ") && ids.ends_with(" email copy"), "{line}");
    }
}

#[test]
fn a_first_view_knows_what_it_lacks() {
    let mut catalogue = Catalogue::default();
    catalogue.read(core().leak());
    assert_eq!(catalogue.usual("ja"), catalogue.usual("en"), "until the rest is there");
    assert!(catalogue.lacks(&[], "ja-JP") && !catalogue.lacks(&[], "en") && !catalogue.lacks(&["x"], "ja"));
    assert!(catalogue.lacks(&["x", "xing"], "en") && catalogue.lacks(&["pocket"], "en"));
    catalogue.read(rest().leak());
    assert!(!catalogue.lacks(&[], "ja") && !catalogue.lacks(&["nonsense"], "en"), "all there is, is there");
    assert_ne!(catalogue.usual("ja"), catalogue.usual("en"));
}
