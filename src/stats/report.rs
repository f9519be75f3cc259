//! What the panel shows, as numbers: made by the analysis, drawn by `html::stats`.

use crate::count::KINDS;

/// How often each kind occurred, in the order of [`crate::count::table::Kind`].
pub type Counts = [u64; KINDS.len()];

/// All that the panel shows of one campaign.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Over the whole period and all chosen channels.
    pub totals: Counts,
    /// Each step of the funnel: views, signatures, clicks, arrivals, signatures after
    /// an arrival.
    pub funnel: Vec<Step>,
    /// The channels that occur, most signatures first, then arrivals, then clicks. The
    /// channel without a name ("": came without a mark) last, where it occurs.
    pub channels: Vec<Channel>,
    /// The line: one after another without gaps, oldest first.
    pub line: Vec<Point>,
    /// What a point of the line stands for.
    pub unit: Unit,
    /// Weekdays (Monday first) × hours of the audience's zone. Only what is still
    /// known by the hour.
    pub week: Box<[[Cell; 24]; 7]>,
    /// The message variants that occur, in order of their names.
    pub variants: Vec<Variant>,
    /// The verdict on the variants.
    pub verdict: Verdict,
    /// How the campaign spreads.
    pub viral: Viral,
    /// When to post.
    pub slot: Slot,
}

/// A step of the funnel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Which one.
    pub kind: Stage,
    /// How many got there.
    pub n: u64,
    /// How many of those of the step before, between 0 and 1 or above; `None` for the
    /// first, and where nobody was there before.
    pub rate: Option<f64>,
}

/// The steps of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Saw the card.
    Views,
    /// Signed.
    Signatures,
    /// Clicked on a channel, or copied the link.
    Clicks,
    /// Came through a landing link.
    Arrivals,
    /// Signed, having come through a landing link.
    SignaturesOfArrivals,
}

/// A channel beside the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    /// Its id; empty for what came without a mark.
    pub id: String,
    /// Its counts.
    pub counts: Counts,
    /// Signatures per 100 arrivals; `None` where nobody arrived.
    pub per_hundred: Option<f64>,
}

/// What a point of the line stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// An hour: for periods of up to two days.
    Hour,
    /// A day.
    #[default]
    Day,
    /// A week from Monday: for more than 120 days.
    Week,
    /// A month: for more than two years.
    Month,
}

/// A point of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When it begins: milliseconds since 1970, as the audience's clocks show it,
    /// read as UTC.
    pub start: i64,
    /// Its counts.
    pub counts: Counts,
}

/// An hour of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Clicks on channels in this hour of the week.
    pub clicks: u64,
    /// Arrivals.
    pub arrivals: u64,
    /// Signatures.
    pub signatures: u64,
}

/// A message variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name, as in `utm_content`.
    pub name: String,
    /// How often it was sent on (clicks).
    pub clicks: u64,
    /// Arrivals through it.
    pub arrivals: u64,
    /// Signatures of these.
    pub signatures: u64,
    /// Signatures per arrival, with a 95% interval (Wilson): low, middle, high; between 0 and 1.
    pub rate: Option<[f64; 3]>,
}

/// What can be said of the variants.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Verdict {
    /// There are fewer than two.
    #[default]
    None,
    /// Too little to tell; about so many arrivals more of each are needed.
    TooFew(u64),
    /// Enough was counted, and no difference shows.
    NoDifference,
    /// This one is better than the second best: the chance of seeing such a difference
    /// by accident (corrected for the number of variants).
    Better {
        /// Its name.
        name: String,
        /// Between 0 and 1.
        p: f64,
    },
}

/// How the campaign spreads by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Viral {
    /// Clicks per signature.
    pub clicks: Option<f64>,
    /// Arrivals per click.
    pub arrivals: Option<f64>,
    /// Signatures per arrival.
    pub signatures: Option<f64>,
    /// The product: how many further signatures one brings. `None` where a part is unknown.
    pub k: Option<f64>,
}

/// When to post.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// 0 is Monday; `None` where the days do not differ enough.
    pub weekday: Option<u8>,
    /// The hour of the audience's zone, 0 to 23.
    pub hour: u8,
    /// The minute: 30 for the default of 20:30, otherwise 0.
    pub minute: u8,
    /// How sure that is.
    pub sure: Sure,
    /// How many arrivals and signatures it rests on.
    pub from: u64,
}

impl Default for Slot {
    fn default() -> Self {
        Self { weekday: None, hour: 20, minute: 30, sure: Sure::Default, from: 0 }
    }
}

/// How sure a slot is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Not at all: it is the default.
    #[default]
    Default,
    /// It may well be another.
    Guess,
    /// Fairly sure.
    Fairly,
    /// Very sure.
    Very,
}
