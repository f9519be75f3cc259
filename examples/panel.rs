//! Prints the statistics panel as a whole page, for made-up counts, to look at:
//!
//! `cargo run --example panel -- usual > usual.html`
//!
//! The first argument is `empty`, `filtered`, `tiny`, `usual` or `huge`; then, in any
//! order, a language (`fr`), `rtl`, `light` or `dark`.

use share_sign::count::KINDS;
use share_sign::count::table::Kind;
use share_sign::html::stats::{Column, Period, STYLE, View, panel};
use share_sign::i18n::{LOCALES, Locale, pack_stats};
use share_sign::stats::report::{
    Cell, Channel, Counts, Point, Report, Slot, Stage, Step, Sure, Unit, Variant, Verdict, Viral,
};

const DAY: i64 = 86_400_000;
/// 1 November 2026, a Sunday.
const START: i64 = 20_758 * DAY;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    let id = LOCALES.iter().copied().find(|id| has(id)).unwrap_or("en");
    let mut packed = pack_stats(id);
    if has("rtl") {
        packed = packed.replacen("ltr", "rtl", 1);
    }
    let words = Locale::read(packed.leak());
    let (report, mut view) = match arguments.first().map(String::as_str) {
        Some("empty") => (Report::default(), view(&[], Period::All)),
        Some("filtered") => {
            (Report::default(), View { channel: Some("x".into()), counted: true, ..view(&[], Period::Week) })
        }
        Some("tiny") => tiny(),
        Some("huge") => made(1_270_000, 1100),
        Some("usual") => made(6, 30),
        _ => {
            eprintln!("Say which counts: empty, filtered, tiny, usual or huge.");
            std::process::exit(2);
        }
    };
    view.theme = if has("dark") {
        "dark"
    } else if has("light") {
        "light"
    } else {
        ""
    };
    if id == "fr" {
        french(&mut view);
    }
    println!(
        "<!doctype html><html lang={id}><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <meta name=color-scheme content=\"light dark\"><title>Panel</title><body style=\"font-family:system-ui;\
         margin:8px\"><div><template shadowrootmode=open><style>{STYLE}</style>{}</template></div>",
        panel(&report, &view, words)
    );
}

fn view(labels: &[String], period: Period) -> View {
    let strings = |names: [&str; 7]| names.map(str::to_owned);
    View {
        title: "Keep the night trains between Vienna and Paris".into(),
        period,
        channels: CHANNELS.map(|(id, name, _)| (id.to_owned(), name.to_owned())).to_vec(),
        sort: Column::Signatures,
        descending: true,
        days: strings(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
        short_days: strings(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
        hours: (0..24).map(|hour| format!("{hour:02}:00")).collect(),
        default_time: "20:30".into(),
        zone: "Vienna".into(),
        labels: labels.to_vec(),
        ..View::default()
    }
}

fn french(view: &mut View) {
    view.title = "Gardons les trains de nuit entre Vienne et Paris".into();
    view.days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"].map(str::to_owned);
    view.short_days = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."].map(str::to_owned);
    view.zone = "Paris".into();
}

/// Id, name, and clicks, arrivals and signatures among a thousand.
const CHANNELS: [(&str, &str, [u64; 3]); 7] = [
    ("whatsapp", "WhatsApp", [410, 390, 120]),
    ("email", "Email", [180, 160, 70]),
    ("x", "X", [140, 90, 12]),
    ("mastodon", "Mastodon", [90, 70, 21]),
    ("copy", "Copy link", [80, 40, 11]),
    ("device", "Share…", [50, 0, 0]),
    ("pinterest", "Pinterest", [20, 3, 1]),
];

fn counts(view: u64, arrival: u64, share: u64, sign: u64) -> Counts {
    let mut counts = [0; KINDS.len()];
    for (kind, n) in [
        (Kind::View, view),
        (Kind::Arrival, arrival),
        (Kind::Share, share),
        (Kind::Sign, sign),
        (Kind::Sent, sign - sign / 50),
    ] {
        if let Some(place) = counts.get_mut(kind as usize) {
            *place = n;
        }
    }
    counts
}

#[allow(clippy::cast_precision_loss, reason = "made up")]
fn funnel(steps: [u64; 5]) -> Vec<Step> {
    let kinds =
        [Stage::Views, Stage::Signatures, Stage::Clicks, Stage::Arrivals, Stage::SignaturesOfArrivals];
    let before = [None, steps.first(), steps.get(1), steps.get(2), steps.get(3)];
    let rate = |n: u64, before: Option<&u64>| {
        before.filter(|before| **before > 0).map(|before| n as f64 / *before as f64)
    };
    let steps = steps.into_iter().zip(before).map(|(n, before)| (n, rate(n, before)));
    kinds.into_iter().zip(steps).map(|(kind, (n, rate))| Step { kind, n, rate }).collect()
}

fn tiny() -> (Report, View) {
    let start = START + 22 * DAY;
    let mut report = Report {
        totals: counts(1, 0, 0, 1),
        funnel: funnel([1, 1, 0, 0, 0]),
        channels: vec![Channel { id: String::new(), counts: counts(0, 0, 0, 1), per_hundred: None }],
        line: vec![Point { start, counts: counts(1, 0, 0, 1) }],
        slot: Slot { from: 1, ..Slot::default() },
        ..Report::default()
    };
    if let Some(cell) = report.week.first_mut().and_then(|day| day.get_mut(10)) {
        cell.signatures = 1;
    }
    (report, view(&["23 Nov".to_owned()], Period::All))
}

/// Counts of `days` days, in multiples of `scale`.
#[allow(clippy::cast_precision_loss, reason = "made up")]
fn made(scale: u64, days: u64) -> (Report, View) {
    let unit = if days > 730 { Unit::Month } else { Unit::Day };
    let points = if unit == Unit::Month { days / 30 } else { days };
    let mut chance: u64 = 7;
    let mut next = |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below.max(1)
    };
    let (mut line, mut labels, mut sums) = (Vec::new(), Vec::new(), [0u64; 4]);
    for index in 0..points {
        let wave = 4 + (index % 7) + if index == points / 3 { 20 } else { 0 };
        let arrivals = scale * wave + next(scale * 6);
        let (signs, views, clicks) =
            (arrivals / 3 + next(scale * 4), arrivals * 4 + next(scale), arrivals / 2 + next(scale * 3));
        for (sum, n) in sums.iter_mut().zip([views, arrivals, clicks, signs]) {
            *sum += n;
        }
        let start = i64::try_from(index).unwrap_or(0) * DAY;
        line.push(Point { start: START + start, counts: counts(views, arrivals, clicks, signs) });
        labels.push(if unit == Unit::Month {
            format!("{:02}/{}", index % 12 + 1, 2023 + index / 12)
        } else {
            format!("{} Nov", index + 1)
        });
    }
    let [views, arrivals, clicks, signs] = sums;
    let mut channels: Vec<Channel> = CHANNELS
        .iter()
        .map(|(id, _, [click, arrive, sign])| {
            let per_hundred = (*arrive > 0).then(|| *sign as f64 * 100.0 / *arrive as f64);
            let n = |parts: u64| clicks * parts / 1000;
            Channel { id: (*id).into(), counts: counts(0, n(*arrive), n(*click), n(*sign)), per_hundred }
        })
        .collect();
    channels.push(Channel { id: String::new(), counts: counts(0, 0, 0, signs / 3), per_hundred: None });
    let mut week: Box<[[Cell; 24]; 7]> = Box::default();
    for (day, cells) in (0..).zip(week.iter_mut()) {
        for (hour, cell) in (0..).zip(cells.iter_mut()) {
            let busy: u64 = [0, 0, 0, 0, 0, 0, 2, 5, 8, 5, 4, 4, 9, 6, 4, 4, 5, 8, 9, 12, 15, 10, 5, 1]
                .get(hour)
                .copied()
                .unwrap_or(0);
            let busy = if day == 1 && hour == 20 { 24 } else { busy };
            let arrivals = busy * scale / 4 + next(busy * scale / 6 + 1);
            *cell = Cell { clicks: arrivals / 2, arrivals, signatures: arrivals / 3 };
        }
    }
    let variant = |name: &str, arrivals: u64, rate: f64| {
        let around = 1.0 / (arrivals as f64).sqrt();
        let signatures = (0..arrivals).filter(|n| *n as f64 % 100.0 < rate * 100.0).count() as u64;
        let rate = Some([(rate - around).max(0.0), rate, rate + around]);
        Variant { name: name.into(), clicks: arrivals / 2, arrivals, signatures, rate }
    };
    let report = Report {
        totals: counts(views, arrivals, clicks, signs),
        funnel: funnel([views, signs, clicks, arrivals, arrivals / 5]),
        channels,
        line,
        unit,
        week,
        variants: vec![
            variant("plain", 400 * scale.min(9), 0.21),
            variant("urgent", 350 * scale.min(9), 0.3),
        ],
        verdict: if scale > 100 {
            Verdict::Better { name: "urgent".into(), p: 0.0004 }
        } else {
            Verdict::TooFew(130)
        },
        viral: Viral { clicks: Some(1.3), arrivals: Some(1.71), signatures: Some(0.19), k: Some(0.4224) },
        slot: Slot { weekday: Some(1), hour: 20, minute: 0, sure: Sure::Fairly, from: arrivals + signs },
    };
    let mut view = view(&labels, if unit == Unit::Month { Period::All } else { Period::Month });
    view.events = vec![
        (START + 9 * DAY, "Newsletter sent".into()),
        (START + 10 * DAY + 5, "Radio interview".into()),
        (START + 10 * DAY + 9, "The minister answers".into()),
        (START + 22 * DAY, "Handed over 5,000 signatures".into()),
    ];
    view.replicas = 3;
    view.message = "Two files were imported.".into();
    view.undo = true;
    (report, view)
}
