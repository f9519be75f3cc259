use super::*;
use crate::i18n::pack_stats;
use crate::stats::report::{Channel, Point, Slot, Stage, Step, Sure, Variant, Verdict, Viral};

fn words(id: &str) -> Locale {
    Locale::read(pack_stats(id).leak())
}

/// Signatures, arrivals and clicks at a time.
fn point(start: i64, sign: u64) -> Point {
    Point { start, counts: [sign * 10, sign * 2, sign, 0, sign, 0] }
}

fn usual() -> (Report, View) {
    let mut report = Report {
        totals: [1000, 90, 40, 2, 30, 29],
        funnel: vec![
            Step { kind: Stage::Views, n: 1000, rate: None },
            Step { kind: Stage::Signatures, n: 30, rate: Some(0.03) },
            Step { kind: Stage::Clicks, n: 42, rate: Some(1.4) },
            Step { kind: Stage::Arrivals, n: 90, rate: Some(90.0 / 42.0) },
            Step { kind: Stage::SignaturesOfArrivals, n: 9, rate: Some(0.1) },
        ],
        channels: vec![
            Channel { id: String::new(), counts: [0, 0, 0, 0, 21, 0], per_hundred: None },
            Channel { id: "b".into(), counts: [0, 30, 20, 0, 8, 0], per_hundred: Some(26.7) },
            Channel { id: "a".into(), counts: [0, 60, 20, 2, 1, 0], per_hundred: Some(1.67) },
        ],
        line: vec![point(0, 1), point(86_400_000, 17), point(172_800_000, 12)],
        variants: vec![
            Variant {
                name: "<b>".into(),
                clicks: 1,
                arrivals: 2,
                signatures: 1,
                rate: Some([0.1, 0.5, 0.9]),
            },
            Variant { name: String::new(), clicks: 1, arrivals: 0, signatures: 0, rate: None },
        ],
        verdict: Verdict::TooFew(120),
        viral: Viral { clicks: Some(1.4), arrivals: None, signatures: Some(0.1), k: None },
        slot: Slot { weekday: Some(1), hour: 23, minute: 0, sure: Sure::Fairly, from: 120 },
        ..Report::default()
    };
    report.week[1][23].arrivals = 8;
    let view = View {
        title: "Trains & <ferries>".into(),
        period: Period::All,
        channels: vec![("a".into(), "Ämtli".into()), ("b".into(), "Bee".into())],
        descending: true,
        days: ["Mo", "Tuesday", "We", "Th", "Fr", "Sa", "Su"].map(str::to_owned),
        short_days: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].map(str::to_owned),
        hours: (0..24).map(|hour| format!("{hour}:00")).collect(),
        default_time: "20:30".into(),
        labels: ["1 Jan", "2 Jan", "3 Jan"].map(str::to_owned).to_vec(),
        events: vec![(86_400_001, "\"Radio\"".into())],
        ..View::default()
    };
    (report, view)
}

/// What is read where the markup is left out.
fn read(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

/// Every element is closed, in order; every id is there once; what refers finds.
fn well_formed(html: &str) {
    let (mut open, mut ids, mut meant) = (Vec::new(), Vec::new(), Vec::new());
    for tag in html.split('<').skip(1).map(|piece| piece.split_once('>').unwrap().0) {
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let name = tag.split(' ').next().unwrap();
        if !tag.ends_with('/') && name != "input" {
            open.push(name);
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        assert!(!tag.contains(" style="), "the strictest page takes no styles in attributes: {tag}");
        let value = |attribute| tag.split_once(attribute).map(|(_, rest)| rest.split('"').next().unwrap());
        ids.extend(value(" id=\""));
        meant.extend(value(" aria-labelledby=\""));
        meant.extend(value(" aria-describedby=\""));
    }
    assert!(open.is_empty(), "{open:?}");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
    assert!(meant.iter().all(|id| ids.contains(id)), "{meant:?}");
}

#[test]
fn tags_are_balanced() {
    let (report, view) = usual();
    let rtl = Locale::read(pack_stats("en").replacen("ltr", "rtl", 1).leak());
    for words in [words("en"), words("fr"), rtl] {
        well_formed(&panel(&report, &view, words));
        well_formed(&panel(&Report::default(), &view, words));
        let one = Report { totals: [1, 0, 0, 0, 0, 0], ..Report::default() };
        well_formed(&panel(&one, &View::default(), words));
        let most = Report { totals: [u64::MAX; 6], line: vec![point(0, u64::MAX / 10); 2], ..report.clone() };
        well_formed(&panel(&most, &view, words));
    }
}

#[test]
fn says_what_was_counted() {
    let (report, view) = usual();
    let html = panel(&report, &view, words("en"));
    assert!(html.contains("Trains &amp; &lt;ferries>") || html.contains("Trains &amp; &lt;ferries&gt;"));
    let text = read(&html);
    for said in [
        "29 of them delivered",
        "3 of 100 views",
        "42 for 30 signatures",
        "9 of 90 arrivals",
        "Tuesday 23:00–0:00, fairly sure",
        "It rests on 120 arrivals and signatures. Some other times come close.",
        "Altogether 30 signatures and 60 arrivals. Most signatures: 2 Jan (17). Most arrivals: 2 Jan (34).",
        "2 Jan &quot;Radio&quot;",
        "Most arrivals and signatures: Tuesday 23:00–0:00 (8).",
        "The frame marks the right time.",
        "Too little to tell. About 120 more arrivals through each message are needed.",
        "50 (10–90)",
        "Not enough yet to say.",
        "Arrivals per clicknot enough yet",
        "These are the counts of this device alone.",
        "This panel sends nothing",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.to_lowercase().contains("share"), "clicks are clicks");
}

#[test]
fn every_sure_and_verdict_has_its_words() {
    let (mut report, view) = usual();
    let mut said = |sure, verdict| {
        report.slot.sure = sure;
        report.verdict = verdict;
        read(&panel(&report, &view, words("en")))
    };
    let better = |p| Verdict::Better { name: "B".into(), p };
    for (sure, verdict, one, other) in [
        (Sure::Default, Verdict::None, "only a start", "There is nothing to compare"),
        (Sure::Guess, Verdict::NoDifference, "a guess", "no difference shows"),
        (Sure::Fairly, better(0.03), "fairly sure", "“B” brings more signatures per arrival"),
        (Sure::Very, better(0.012), "very sure", "about 1 time in 100"),
        (Sure::Very, better(0.004), "very sure", "about 4 times in 1,000"),
        (Sure::Very, better(1e-9), "very sure", "less than once in 1,000"),
    ] {
        let text = said(sure, verdict);
        assert!(text.contains(one) && text.contains(other), "{one}, {other}: {text}");
    }
}

#[test]
fn the_default_time_rests_on_nothing() {
    let (mut report, view) = usual();
    report.slot = Slot { from: 1, ..Slot::default() };
    let text = read(&panel(&report, &view, words("en")));
    assert!(
        text.contains("Any day 20:30, only a start") && text.contains("So far there is 1 arrival"),
        "{text}"
    );
    assert!(!text.contains("rests on") && !text.contains("The frame marks"));
}

#[test]
fn channels_stand_in_the_order_asked_for() {
    let (report, mut view) = usual();
    let mut names = |sort, descending| {
        (view.sort, view.descending) = (sort, descending);
        let html = panel(&report, &view, words("en"));
        let table = html.split("id=\"channels-heading\"").nth(1).unwrap().split("</table>").next().unwrap();
        assert_eq!(table.matches(" aria-sort=").count(), 1);
        let mark = if descending { "descending" } else { "ascending" };
        assert!(table.contains(&format!(
            "aria-sort=\"{mark}\"><button type=\"button\" data-act=\"sort\" data-by=\"{}\"",
            sort.name()
        )));
        let names = table.split("<bdi>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
        names.collect::<Vec<_>>().join(" ")
    };
    let last = "Without a channel";
    assert_eq!(names(Column::Signatures, true), format!("Bee Ämtli {last}"));
    assert_eq!(names(Column::Signatures, false), format!("Ämtli Bee {last}"));
    assert_eq!(names(Column::Arrivals, true), format!("Ämtli Bee {last}"));
    assert_eq!(names(Column::PerHundred, true), format!("Bee Ämtli {last}"));
    assert_eq!(names(Column::Name, false), format!("Bee Ämtli {last}"));
}

#[test]
fn one_channel_has_no_views() {
    let (report, mut view) = usual();
    view.channel = Some("a".into());
    let text = read(&panel(&report, &view, words("en")));
    assert!(text.contains("Views–Views belong to no channel."), "{text}");
    assert!(!text.contains("of 100 views"));
}

#[test]
fn nothing_says_what_will_be_there() {
    let mut view = View { period: Period::All, ..View::default() };
    let empty = panel(&Report::default(), &view, words("en"));
    assert!(empty.contains("Nothing has been counted yet") && !empty.contains("class=\"chart\""));
    assert!(empty.contains("data-act=\"import\"") && !empty.contains("data-act=\"remind\""));
    view.counted = true;
    assert!(panel(&Report::default(), &view, words("en")).contains("Choose a longer period"));
}

#[test]
fn everything_can_be_asked_for() {
    let (report, mut view) = usual();
    view.undo = true;
    view.replicas = 2;
    view.message = "Gone.".into();
    let html = panel(&report, &view, words("en"));
    for act in ["remind", "remind-weekly", "google", "sort", "csv", "json", "import", "reset", "undo"] {
        assert!(html.contains(&format!("data-act=\"{act}\"")), "{act}");
    }
    assert!(html.contains("role=\"status\" data-message>Gone.<") && html.contains("of 2 other devices"));
    assert_eq!(html.matches("role=\"img\"").count(), html.matches("<details class=\"behind\"").count());
    for column in Column::ALL {
        assert_eq!(Column::read(column.name()), Some(column));
    }
    for (period, value, _) in PERIODS {
        assert_eq!(Period::read(value), Some(period));
        assert!(period.days().is_none_or(|days| days.to_string() == value));
    }
}

#[test]
fn numbers_are_written_as_the_language_has_them() {
    let (mut report, view) = usual();
    report.totals[0] = 12_345_678;
    report.viral.k = Some(0.42);
    let (en, fr) = (panel(&report, &view, words("en")), panel(&report, &view, words("fr")));
    assert!(en.contains("<dd class=\"long\">12,345,678</dd>") && en.contains("brings 0.42 more"));
    assert!(fr.contains("12\u{202f}345\u{202f}678") && fr.contains("apporte 0,42 de plus"));
}
