//! The statistics panel: what was counted, for the campaigner to look at.
//!
//! It stands in a shadow root of its own, so that its ids meet no others, and names
//! what it asks for as `data-act`: `remind`, `remind-weekly`, `sort` (with `data-by`),
//! `csv`, `json`, `import` (a file input, inside what carries `data-drop`), `reset` and
//! `undo`. The controls called `period` and `channel` choose.
//!
//! Charts run in the direction of the language, as the tables behind them do: from
//! right to left, their time does too.

mod channels;
mod draw;
mod events;
mod held;
mod line;
mod numbers;
mod quantity;
mod scale;
mod slot;
#[cfg(test)]
mod tests;
mod variants;
mod viral;
mod week;

use super::Html;
use crate::i18n::{Locale, Stats};
use crate::stats::report::Report;

/// The panel's style sheet, complete without the card's.
pub const STYLE: &str = include_str!("stats.css");

/// What the channel filter is called when it lets all through.
pub const ALL: &str = "*";

/// What the panel says besides the report. Names of days and hours come from the
/// browser, which knows them in each language.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The campaign's headline.
    pub title: String,
    /// `light`, `dark`, or empty: as the page.
    pub theme: &'static str,
    /// The period chosen.
    pub period: Period,
    /// The channel chosen: its id, empty for what came without a mark; `None` for all.
    pub channel: Option<String>,
    /// The channels there are, whether the choice shows them or not: id and name, in
    /// the order to offer them. The one without a name needs none.
    pub channels: Vec<(String, String)>,
    /// What the channels are sorted by.
    pub sort: Column,
    /// Whether they are sorted from high to low, or from Z to A.
    pub descending: bool,
    /// The days of the week in full, Monday first.
    pub days: [String; 7],
    /// The same in short.
    pub short_days: [String; 7],
    /// The hours of the day, `20:00` or `8 PM`.
    pub hours: Vec<String>,
    /// The default time, `20:30`, with its minutes.
    pub default_time: String,
    /// The audience's zone, in words.
    pub zone: String,
    /// What each point of the report's line is called, `12 Nov`.
    pub labels: Vec<String>,
    /// What happened when: milliseconds as in the report's line, and words.
    pub events: Vec<(i64, String)>,
    /// Whether anything was ever counted, whether the choice shows it or not.
    pub counted: bool,
    /// How many other replicas were imported.
    pub replicas: u64,
    /// What there is to say of what was just done.
    pub message: String,
    /// Whether the last deletion or import can be taken back.
    pub undo: bool,
}

/// How far back the panel looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// 7 days.
    Week,
    /// 30 days.
    #[default]
    Month,
    /// 90 days.
    Quarter,
    /// 365 days.
    Year,
    /// As far as there are counts.
    All,
}

const PERIODS: [(Period, &str, Stats); 5] = [
    (Period::Week, "7", Stats::PeriodWeek),
    (Period::Month, "30", Stats::PeriodMonth),
    (Period::Quarter, "90", Stats::PeriodQuarter),
    (Period::Year, "365", Stats::PeriodYear),
    (Period::All, "all", Stats::PeriodAll),
];

impl Period {
    /// The period that the control's `value` stands for.
    pub fn read(value: &str) -> Option<Self> {
        PERIODS.iter().find(|(_, name, _)| *name == value).map(|(period, _, _)| *period)
    }

    /// The days it covers; `None` for all.
    pub fn days(self) -> Option<u32> {
        match self {
            Period::Week => Some(7),
            Period::Month => Some(30),
            Period::Quarter => Some(90),
            Period::Year => Some(365),
            Period::All => None,
        }
    }
}

/// What the channels can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The channel's name.
    Name,
    /// Clicks and copies.
    Clicks,
    /// Arrivals.
    Arrivals,
    /// Signatures.
    #[default]
    Signatures,
    /// Signatures per 100 arrivals.
    PerHundred,
}

impl Column {
    /// All of them, as they stand beside each other.
    pub const ALL: [Column; 5] =
        [Column::Name, Column::Clicks, Column::Arrivals, Column::Signatures, Column::PerHundred];

    /// The column in `data-by`.
    pub fn name(self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Clicks => "clicks",
            Column::Arrivals => "arrivals",
            Column::Signatures => "signatures",
            Column::PerHundred => "per-hundred",
        }
    }

    /// The column that `name` stands for.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }
}

/// What the parts of the panel draw from.
#[derive(Clone, Copy)]
struct Panel<'a> {
    report: &'a Report,
    view: &'a View,
    words: Locale,
}

impl<'a> Panel<'a> {
    fn say(&self, key: Stats) -> &'static str {
        self.words.say(key)
    }

    /// What people call the channel `id`.
    fn channel(&self, id: &'a str) -> &'a str {
        if id.is_empty() {
            return self.say(Stats::Unmarked);
        }
        self.view.channels.iter().find(|(own, _)| own == id).map_or(id, |(_, name)| name)
    }

    fn hour(&self, hour: usize) -> &'a str {
        self.view.hours.get(hour % 24).map_or("", String::as_str)
    }

    fn rtl(&self) -> bool {
        self.words.direction() == "rtl"
    }
}

/// The panel, as the content of a shadow root with [`STYLE`]. `words` are those of
/// [`Stats`].
///
/// The text in the element with `data-message` is read out when it changes; who
/// wants that redraws what is around it, or sets only its text.
pub fn panel(report: &Report, view: &View, words: Locale) -> String {
    let mut html = Html::default();
    let panel = Panel { report, view, words };
    html.raw("<article part=\"panel\" class=\"panel ").text(view.theme).raw("\" lang=\"").text(words.id());
    html.raw("\" dir=\"").text(words.direction()).raw("\">");
    head(&mut html, panel);
    if report.totals.iter().all(|n| *n == 0) {
        nothing(&mut html, panel);
    } else {
        numbers::render(&mut html, panel);
        slot::render(&mut html, panel);
        channels::render(&mut html, panel);
        line::render(&mut html, panel);
        week::render(&mut html, panel);
        variants::render(&mut html, panel);
        viral::render(&mut html, panel);
    }
    held::render(&mut html, panel);
    html.raw("</article>");
    html.end()
}

fn head(html: &mut Html, panel: Panel) {
    let view = panel.view;
    html.raw("<header class=\"head\"><h2 dir=\"auto\">").text(&view.title).raw("</h2>");
    let channel = view.channel.as_deref().map_or(panel.say(Stats::AllChannels), |id| panel.channel(id));
    html.raw("<form class=\"choices\"><fieldset class=\"period\"><legend>").text(panel.say(Stats::Period));
    html.raw("</legend><div class=\"row\">");
    let mut chosen = "";
    for (period, value, label) in PERIODS {
        html.raw("<label><input type=\"radio\" name=\"period\" value=\"").raw(value);
        html.raw(if period == view.period { "\" checked> " } else { "\"> " });
        html.text(panel.say(label)).raw("</label>");
        if period == view.period {
            chosen = panel.say(label);
        }
    }
    html.raw("</div></fieldset><label class=\"channel\"><span>").text(panel.say(Stats::Channel));
    html.raw("</span><select name=\"channel\" class=\"input\">");
    option(html, ALL, panel.say(Stats::AllChannels), view.channel.is_none());
    for (id, name) in &view.channels {
        option(html, id, name, view.channel.as_ref() == Some(id));
    }
    option(html, "", panel.say(Stats::Unmarked), view.channel.as_deref() == Some(""));
    html.raw("</select></label></form><p class=\"paper\">").text(chosen).raw(" · ").text(channel);
    html.raw("</p></header>");
}

fn option(html: &mut Html, value: &str, label: &str, selected: bool) {
    html.raw("<option value=\"").text(value);
    html.raw(if selected { "\" selected>" } else { "\">" }).text(label).raw("</option>");
}

/// No bare axes where there is nothing, but what will be there.
fn nothing(html: &mut Html, panel: Panel) {
    let (heading, how) = if panel.view.counted {
        (Stats::NothingFound, Stats::NothingWider)
    } else {
        (Stats::NothingYet, Stats::NothingHow)
    };
    html.raw("<section class=\"nothing\"><h3>").text(panel.say(heading)).raw("</h3><p>");
    html.text(panel.say(how)).raw("</p></section>");
}

/// The beginning of a part with its heading; whoever opens it closes the section.
fn open(html: &mut Html, id: &'static str, heading: &str) {
    html.raw("<section class=\"part ").raw(id).raw("\" aria-labelledby=\"").raw(id);
    html.raw("-heading\"><h3 id=\"").raw(id).raw("-heading\">").text(heading).raw("</h3>");
}

fn button(html: &mut Html, act: &'static str, label: &str) {
    html.raw("<button type=\"button\" class=\"tool\" part=\"tool\" data-act=\"").raw(act).raw("\">");
    html.text(label).raw("</button>");
}
