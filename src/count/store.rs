//! The counts of this browser in its store, and what was brought in from others.
//!
//! Page loads write shards, `count/<campaign>/<page load>-<day>` (see
//! [`count`](crate::count)); of days that are over for good, the shards are folded
//! into one text, `counts/<campaign>`. Other replicas stand as
//! `replica/<campaign>/<replica>`.
//!
//! Folding is safe against crashes and other tabs: the new text is saved, with the
//! names of the shards in it, before any shard is deleted; a shard that it names
//! counts no more. Shards of closed days do not change, so two tabs that fold at once
//! write the same text.

use crate::count::table::{DAY, Entry, HOURS_KEPT, Kind, Table};
use crate::count::{FOLDED, MARKS, text};
use crate::number;
use crate::record::Record;
use crate::text::concat;
use crate::world::{World, name, random_id};

/// A page may be open past midnight, and clocks differ: a day is over for good when
/// this many more have passed.
const GRACE: i64 = 2;
/// How many rows are kept at most, by folding earlier: with names of usual length,
/// 20,000 rows are half a million characters.
const MOST_ROWS: usize = 20_000;

/// The counts of one browser, and those brought in.
#[derive(Default)]
pub struct Counts {
    /// This browser's.
    pub own: Table,
    /// The others', by replica.
    pub others: Vec<(String, Table)>,
    /// What could not be read, by its name in the store: it was set aside.
    pub aside: Vec<String>,
}

impl Counts {
    /// All counts of all replicas.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.own.entries().chain(self.others.iter().flat_map(|(_, table)| table.entries()))
    }
}

/// The replica's id in exports. It changes when counts are reset, as a replica only
/// ever counts up.
pub fn replica(world: &dyn World, campaign: &str) -> String {
    let browser = crate::world::remembered(world, "replica");
    match world.load(&epoch(campaign)) {
        Some(epoch) => concat(&[&browser, "-", &epoch]),
        None => browser,
    }
}

fn epoch(campaign: &str) -> String {
    name(&["epoch", campaign])
}

fn folded(campaign: &str) -> String {
    name(&[FOLDED, campaign])
}

/// What is folded already, and the shards that are in it.
fn load_folded(world: &dyn World, campaign: &str, aside: &mut Vec<String>) -> (Table, Vec<String>) {
    let stored = folded(campaign);
    let Some(text) = world.load(&stored) else { return Default::default() };
    let (head, rest) = text.split_once('\n').unwrap_or_default();
    if let Some(table) = text::read(rest) {
        return (table, Record::read(head).get(MARKS).split(' ').map(String::from).collect());
    }
    set_aside(world, &stored, &text, aside);
    Default::default()
}

/// The text of `table`, which holds the shards `marks`. The sums stand in front, for
/// the card, which cannot read tables.
fn write_folded(table: &Table, marks: &[String]) -> String {
    let mut head = Record::of(&[(MARKS, &marks.join(" "))]);
    for entry in table.entries() {
        let key = concat(&["0 ", entry.kind.name(), " ", entry.channel, " "]);
        head.set_number(&key, head.number(&key) + entry.n);
    }
    concat(&[&head.write(), "\n", &text::write(table)])
}

/// What cannot be read may be a later release's, or somebody's to repair.
fn set_aside(world: &dyn World, stored: &str, text: &str, aside: &mut Vec<String>) {
    if world.save(&name(&["aside", stored]), text) {
        world.forget(stored);
        aside.push(stored.into());
    }
}

/// The shards of the campaign: name, day and text. Those without a day are of a
/// release that had none; they are over.
fn shards(world: &dyn World, campaign: &str) -> Vec<(String, i64, String)> {
    let prefix = name(&["count", campaign, ""]);
    let mut shards = Vec::new();
    for stored in world.names(&prefix) {
        let shard = stored.strip_prefix(&prefix).unwrap_or("");
        let day = shard.rsplit_once('-').and_then(|(_, day)| number::parse(day)).unwrap_or(0);
        if let Some(text) = world.load(&stored) {
            shards.push((shard.to_owned(), i64::try_from(day).unwrap_or(0), text));
        }
    }
    shards
}

/// Adds the counts of a shard.
fn add(table: &mut Table, shard: &str) {
    let record = Record::read(shard);
    table.add(record.pairs().iter().filter_map(|(key, n)| {
        let mut parts = key.splitn(4, ' ');
        let start = i64::try_from(number::parse(parts.next()?)?).ok()?;
        let kind = Kind::read(parts.next()?)?;
        Some((kind, parts.next()?, parts.next()?, start, number::parse(n)?))
    }));
}

/// What this browser counted, whether folded or not.
fn own(world: &dyn World, campaign: &str, aside: &mut Vec<String>) -> Table {
    // The shards first: whoever deletes one has saved the folded text before.
    let shards = shards(world, campaign);
    let (mut table, marks) = load_folded(world, campaign, aside);
    for (shard, _, text) in shards {
        if !marks.contains(&shard) {
            add(&mut table, &text);
        }
    }
    table
}

/// All that is known of the campaign in this browser.
pub fn load(world: &dyn World, campaign: &str) -> Counts {
    let mut counts = Counts::default();
    counts.own = own(world, campaign, &mut counts.aside);
    let prefix = name(&["replica", campaign, ""]);
    for stored in world.names(&prefix) {
        let id = stored.strip_prefix(&prefix).unwrap_or("").to_owned();
        let text = world.load(&stored).unwrap_or_default();
        match text::read(&text) {
            Some(table) => counts.others.push((id, table)),
            None => set_aside(world, &stored, &text, &mut counts.aside),
        }
    }
    counts.others.sort_by(|(one, _), (other, _)| one.cmp(other));
    counts
}

/// Folds the shards of days that are over, hours into days after 60 days, and days
/// into months after thirteen months. Gives the name of what could not be read, which
/// was set aside.
pub fn fold(world: &dyn World, campaign: &str) -> Option<String> {
    let hour = world.now() / 3_600_000;
    let today = hour / DAY;
    let shards = shards(world, campaign);
    let mut aside = Vec::new();
    let (mut table, marks) = load_folded(world, campaign, &mut aside);
    let mut done = Vec::new();
    for (shard, day, text) in &shards {
        if *day <= today - GRACE {
            if !marks.contains(shard) {
                add(&mut table, text);
            }
            done.push(shard.clone());
        }
    }
    let before = table.horizons();
    let table = bounded(table, hour);
    let changed = !done.is_empty() || table.horizons() != before;
    if changed && world.replace(&folded(campaign), &write_folded(&table, &done)) {
        for shard in done {
            world.forget(&name(&["count", campaign, &shard]));
        }
    }
    aside.pop()
}

/// Folded as is due at `hour`, and earlier where too many rows would stay.
fn bounded(table: Table, hour: i64) -> Table {
    let mut table = table.fold_at(hour);
    let mut days = HOURS_KEPT;
    while table.len() > MOST_ROWS && days > 1 {
        days /= 2;
        table = table.fold(hour - days * DAY, hour - days * 7 * DAY);
    }
    table
}

/// Keeps what another replica counted, together with what was brought in from it
/// before. False where it will not outlive the page. One's own is known already.
pub fn bring_in(world: &dyn World, campaign: &str, from: &str, table: Table) -> bool {
    if from == replica(world, campaign) {
        return true;
    }
    let stored = name(&["replica", campaign, from]);
    let known = world.load(&stored).and_then(|text| text::read(&text)).unwrap_or_default();
    let merged = bounded(known.merge(table), world.now() / 3_600_000);
    world.save(&stored, &text::write(&merged))
}

/// Forgets all counts of the campaign. Gives what was forgotten, name by name.
pub fn reset(world: &dyn World, campaign: &str) -> Vec<(String, String)> {
    let mut stored = world.names(&name(&["count", campaign, ""]));
    stored.extend(world.names(&name(&["replica", campaign, ""])));
    stored.extend([folded(campaign), epoch(campaign)]);
    let mut gone = Vec::new();
    for name in stored {
        if let Some(text) = world.load(&name) {
            world.forget(&name);
            gone.push((name, text));
        }
    }
    world.save(&epoch(campaign), &random_id(world, 6));
    gone
}

/// Brings back what a reset took. What was counted since stays.
pub fn undo(world: &dyn World, campaign: &str, gone: &[(String, String)]) {
    world.forget(&epoch(campaign));
    for (stored, text) in gone {
        let since = world.load(stored);
        let both = if *stored == folded(campaign) && since.is_some() {
            let (mut table, mut marks) = load_folded(world, campaign, &mut Vec::new());
            let (head, old) = text.split_once('\n').unwrap_or_default();
            table.add_table(&text::read(old).unwrap_or_default());
            marks.extend(Record::read(head).get(MARKS).split(' ').map(String::from));
            write_folded(&table, &marks)
        } else if let Some(since) = since
            && stored.starts_with(&name(&["count", campaign, ""]))
        {
            // The page that wrote this shard is still open.
            let mut sum = Record::read(text);
            for (key, n) in Record::read(&since).pairs() {
                sum.set_number(key, sum.number(key) + number::parse(n).unwrap_or(0));
            }
            sum.write()
        } else {
            text.clone()
        };
        world.save(stored, &both);
    }
}

#[cfg(test)]
mod tests;
