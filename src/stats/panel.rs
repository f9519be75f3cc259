//! The statistics panel: what it was asked to show, and what it does.

use crate::calendar::{Reminder, Transition, Zone, reminder_href, reminder_ics};
use crate::count::store::{self, Counts};
use crate::count::table::{Kind, Table};
use crate::csv;
use crate::html::stats::{Column, Period, View, panel};
use crate::i18n::{Locale, Stats};
use crate::number;
use crate::percent;
use crate::record::Record;
use crate::stats::report::{Report, Unit};
use crate::stats::{Filter, export, next, report};
use crate::text::concat;
use crate::world::World;

const HOUR: i64 = 3_600_000;
/// How many times "every week" is: about as long as a campaign stays fresh, and as a
/// zone's next changes are known.
const WEEKS: u64 = 12;
/// How long it takes to post, in minutes.
const MINUTES: i64 = 15;

/// One panel.
pub struct Panel {
    campaign: String,
    words: Locale,
    /// The channels' names, a line each: id, tab, name.
    names: &'static str,
    zone: Zone,
    view: View,
    counts: Counts,
    report: Report,
    /// What the last reset took.
    gone: Vec<(String, String)>,
}

impl Panel {
    /// A panel as `settings` describe it: `campaign` · `title` · `theme` · `days`,
    /// `shortDays` and `hours`, names with line breaks between · `defaultTime` · `zone`,
    /// its name, `zoneWords`, what people call it, `zoneOffset`, minutes ahead of UTC, and `zoneChanges`, pairs of a
    /// moment and the offset from then on · `events`, a line each: the local time in
    /// milliseconds as if in UTC, a space, and words. `names`: a line each of a channel's
    /// id and name, with a tab between.
    pub fn new(settings: &Record, words: Locale, names: &'static str, world: &dyn World) -> Self {
        let mut panel = Panel {
            campaign: settings.get("campaign").into(),
            words,
            names,
            zone: Zone::default(),
            view: View::default(),
            counts: Counts::default(),
            report: Report::default(),
            gone: Vec::new(),
        };
        panel.view.descending = true;
        panel.configure(settings, words, names);
        let aside = store::fold(world, &panel.campaign);
        panel.refresh(world);
        panel.tell_aside(aside.as_deref());
        panel
    }

    /// Other settings: what was chosen stays.
    pub fn configure(&mut self, settings: &Record, words: Locale, names: &'static str) {
        (self.words, self.names) = (words, names);
        let view = &mut self.view;
        view.title = settings.get("title").into();
        view.theme = match settings.get("theme") {
            "light" => "light",
            "dark" => "dark",
            _ => "",
        };
        let lines = |name: &str| settings.get(name).split('\n').filter(|line| !line.is_empty());
        for (days, name) in [(&mut view.days, "days"), (&mut view.short_days, "shortDays")] {
            for (day, text) in days.iter_mut().zip(lines(name)) {
                *day = text.into();
            }
        }
        view.hours = lines("hours").map(String::from).collect();
        view.default_time = settings.get("defaultTime").into();
        view.zone = settings.get("zoneWords").into();
        let dated = |line: &str| {
            let (at, words) = line.split_once(' ')?;
            Some((signed(at)?, words.to_owned()))
        };
        view.events = lines("events").filter_map(dated).collect();
        let mut changes = settings.get("zoneChanges").split(' ').filter_map(signed);
        let mut transitions = Vec::new();
        while let (Some(at), Some(offset)) = (changes.next(), changes.next()) {
            transitions.push(Transition { at, offset });
        }
        let offset = signed(settings.get("zoneOffset")).unwrap_or(0);
        self.zone = Zone { name: settings.get("zone").into(), offset, changes: transitions };
    }

    /// Takes up what was counted since.
    pub fn refresh(&mut self, world: &dyn World) {
        self.counts = store::load(world, &self.campaign);
        let aside = self.counts.aside.first().cloned();
        self.tell_aside(aside.as_deref());
        self.view.counted = self.counts.entries().next().is_some();
        self.view.replicas = self.counts.others.len() as u64;
    }

    fn tell_aside(&mut self, name: Option<&str>) {
        if let Some(name) = name {
            self.view.message = self.words.fill(Stats::SetAside, name);
        }
    }

    /// Works out what the panel shows. Gives what its points stand for, and when each
    /// begins: the browser names them.
    pub fn analyse(&mut self, now: i64) -> (Unit, Vec<i64>) {
        let from = self.view.period.days().map(|days| {
            let today = (now + self.zone.offset_at(now)).div_euclid(24 * HOUR) * 24 * HOUR;
            self.zone.moment(today - i64::from(days - 1) * 24 * HOUR).div_euclid(HOUR)
        });
        let mut filter = Filter { from, ..Filter::default() };
        let whole = report(self.counts.entries(), &filter, &self.zone);
        self.view.channels.clear();
        for channel in &whole.channels {
            if !channel.id.is_empty() {
                self.view.channels.push((channel.id.clone(), self.channel(&channel.id).into()));
            }
        }
        self.report = match &self.view.channel {
            None => whole,
            Some(channel) => {
                filter.channels.push(channel.clone());
                report(self.counts.entries(), &filter, &self.zone)
            }
        };
        (self.report.unit, self.report.line.iter().map(|point| point.start).collect())
    }

    fn channel<'a>(&self, id: &'a str) -> &'a str {
        let line = |line: &'static str| line.split_once('\t').filter(|(own, _)| *own == id);
        self.names.split('\n').find_map(line).map_or(id, |(_, name)| name)
    }

    /// The panel as HTML. `labels` are the names of the points, with line breaks between.
    pub fn html(&mut self, labels: &str) -> String {
        self.view.labels = labels.split('\n').map(String::from).collect();
        self.view.undo = !self.gone.is_empty();
        panel(&self.report, &self.view, self.words)
    }

    /// What was chosen in the control called `name`.
    pub fn choose(&mut self, name: &str, value: &str) {
        match name {
            "period" => self.view.period = Period::read(value).unwrap_or_default(),
            "channel" => {
                self.view.channel = (value != crate::html::stats::ALL).then(|| value.into());
            }
            _ => {}
        }
        self.view.message.clear();
    }

    /// Sorts the channels by the column called `by`, or turns them around.
    pub fn sort(&mut self, by: &str) {
        if let Some(column) = Column::read(by) {
            let same = self.view.sort == column;
            self.view.descending = if same { !self.view.descending } else { column != Column::Name };
            self.view.sort = column;
        }
    }

    /// All counts as a table.
    pub fn csv(&self) -> String {
        csv::write(&export::rows(&self.counts))
    }

    /// All counts as JSON (see [`export::json`]). `world` knows the replica's id.
    pub fn json(&self, world: &dyn World) -> String {
        export::json(&self.campaign, &store::replica(world, &self.campaign), &self.counts, &world.timestamp())
    }

    /// Brings in what the replica `from` counted. `lines`, a row each: first hour since
    /// 1970, kind, channel, variant, and how often, with tabs between, channel and variant
    /// percent-encoded. Gives how many rows there are; `None` where there is something else.
    pub fn bring_in(
        &mut self,
        from: &str,
        horizons: (i64, i64),
        lines: &str,
        world: &dyn World,
    ) -> Option<usize> {
        let mut rows = Vec::new();
        for line in lines.split('\n').filter(|line| !line.is_empty()) {
            let mut parts = line.split('\t');
            let start = signed(parts.next()?)?;
            let kind = Kind::read(parts.next()?)?;
            let (channel, variant) = (percent::decode(parts.next()?), percent::decode(parts.next()?));
            rows.push((kind, channel, variant, start, number::parse(parts.next()?)?));
        }
        // It becomes part of a name in the store.
        if from.is_empty() || from.len() > 40 || from.contains('/') {
            return None;
        }
        let mut table = Table::folded(horizons.0, horizons.1);
        table.add(rows.iter().map(|(kind, channel, variant, start, n)| {
            (*kind, channel.as_str(), variant.as_str(), *start, *n)
        }));
        store::bring_in(world, &self.campaign, from, table);
        Some(rows.len())
    }

    /// Says so: `read` files were brought in, and those called `failed` could not be read.
    pub fn brought_in(&mut self, read: u64, failed: &str, world: &dyn World) {
        self.refresh(world);
        let mut said = String::new();
        if read > 0 {
            said = self.words.count(Stats::Imported, read, "");
        }
        if !failed.is_empty() {
            said = concat(&[
                &said,
                if read > 0 { " " } else { "" },
                &self.words.fill(Stats::NotImported, failed),
            ]);
        }
        self.view.message = said;
    }

    /// Says how far it has come: `done` of `all` files.
    pub fn progress(&mut self, done: u64, all: u64) -> String {
        let (done, all) = (self.words.number(done), self.words.number(all));
        self.words.fill_two(Stats::Reading, &done, &all)
    }

    /// Forgets all counts of the campaign.
    pub fn reset(&mut self, world: &dyn World) {
        self.gone = store::reset(world, &self.campaign);
        self.refresh(world);
        self.view.message = self.words.say(Stats::Deleted).into();
    }

    /// Takes that back.
    pub fn undo(&mut self, world: &dyn World) {
        store::undo(world, &self.campaign, &std::mem::take(&mut self.gone));
        self.refresh(world);
        self.view.message = self.words.say(Stats::BroughtBack).into();
    }

    /// A calendar entry at the right time, or one every week: the calendar file, and the
    /// address of Google's form. `text` is the message to be posted, `url` the page.
    pub fn remind(&self, weekly: bool, text: &str, url: &str, world: &dyn World) -> (String, String) {
        let now = world.now();
        let start = next::next(&self.report.slot, now + self.zone.offset_at(now));
        let uid = concat(&[&self.campaign, "-", &crate::world::random_id(world, 8), "@share-sign"]);
        let reminder = Reminder {
            uid: &uid,
            title: &self.words.fill(Stats::ReminderTitle, &self.view.title),
            text,
            url,
            start,
            minutes: MINUTES,
            zone: &self.zone,
            weeks: if weekly { WEEKS } else { 1 },
        };
        (reminder_ics(&reminder, now), reminder_href(&reminder))
    }
}

/// A whole number with or without a minus.
fn signed(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    Some(sign * i64::try_from(number::parse(digits)?).ok()?)
}
