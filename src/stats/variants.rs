//! Message variants: which one brings more signatures per arrival, and whether that
//! means anything.

use std::collections::BTreeMap;

use crate::count::table::{Entry, Kind};
use crate::stats::ratio;
use crate::stats::report::{Variant, Verdict};

/// Two-sided 95%, and the power of 80% that a comparison should have, as quantiles of
/// the normal distribution.
const SURE: f64 = 1.959_964;
const POWER: f64 = 0.841_621;
/// A message that does half as well again as another is a difference worth finding.
const RELEVANT: f64 = 1.5;
/// The fewest arrivals of which something can be said, and the fewest signatures, or
/// arrivals without, that should be expected of each (Cochran's rule).
const FEWEST: u64 = 20;
const EXPECTED: f64 = 5.0;
/// More arrivals than this are not asked for.
const MOST: f64 = 100_000.0;

/// Clicks, arrivals and signatures by variant.
#[derive(Default)]
pub struct Variants<'a>(BTreeMap<&'a str, [u64; 3]>);

impl<'a> Variants<'a> {
    /// Adds a count, where it is of a variant.
    pub fn add(&mut self, entry: &Entry<'a>) {
        let at = match entry.kind {
            Kind::Share | Kind::Copy => 0,
            Kind::Arrival => 1,
            Kind::Sign => 2,
            Kind::View | Kind::Sent => return,
        };
        if entry.variant.is_empty() {
            return;
        }
        if let Some(n) = self.0.entry(entry.variant).or_default().get_mut(at) {
            *n = n.saturating_add(entry.n);
        }
    }

    /// The variants, and the verdict on them.
    pub fn compare(&self) -> (Vec<Variant>, Verdict) {
        let variant = |(name, [clicks, arrivals, signatures]): (&&str, &[u64; 3])| Variant {
            name: (*name).to_owned(),
            clicks: *clicks,
            arrivals: *arrivals,
            signatures: *signatures,
            rate: interval(*signatures, *arrivals),
        };
        let variants: Vec<Variant> = self.0.iter().map(variant).collect();
        let verdict = verdict(&variants);
        (variants, verdict)
    }
}

/// Wilson's interval of a proportion, with 95%: low, middle, high. Somebody may sign
/// twice after one arrival; then the proportion is cut at 1.
pub fn interval(part: u64, whole: u64) -> Option<[f64; 3]> {
    let p = ratio(part.min(whole), whole)?;
    let n = number(whole);
    let z2 = SURE * SURE;
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = SURE * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Some([(middle - half).max(0.0), p, (middle + half).min(1.0)])
}

#[allow(clippy::cast_precision_loss, reason = "no count comes near 2^53")]
fn number(n: u64) -> f64 {
    n as f64
}

fn verdict(variants: &[Variant]) -> Verdict {
    if variants.len() < 2 {
        return Verdict::None;
    }
    let mut ready: Vec<(&Variant, f64)> = Vec::new();
    for variant in variants {
        if let Some([_, rate, _]) = variant.rate.filter(|_| variant.arrivals >= FEWEST) {
            ready.push((variant, rate));
        }
    }
    ready.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let [(best, high), (second, low), ..] = ready.as_slice() else {
        let mut arrivals: Vec<u64> = variants.iter().map(|variant| variant.arrivals).collect();
        arrivals.sort_unstable();
        let second = arrivals.iter().rev().nth(1).copied().unwrap_or(0);
        return Verdict::TooFew(FEWEST.saturating_sub(second).max(1));
    };
    let (one, other) = (number(best.arrivals), number(second.arrivals));
    let pooled = (high * one + low * other) / (one + other);
    let fewest = one.min(other);
    let short = EXPECTED / pooled.min(1.0 - pooled) - fewest;
    if short > 0.0 {
        return Verdict::TooFew(whole(short));
    }
    let z = (high - low) / (pooled * (1.0 - pooled) * (1.0 / one + 1.0 / other)).sqrt();
    let pairs = ready.len() * (ready.len() - 1) / 2;
    // Bonferroni: the best of many is seldom the best by merit alone.
    let p = (2.0 * tail(z) * number(pairs as u64)).min(1.0);
    if p < 0.05 {
        return Verdict::Better { name: best.name.clone(), p };
    }
    let missing = needed(*low, (low * RELEVANT).min(1.0)) - fewest;
    if missing > 0.0 { Verdict::TooFew(whole(missing)) } else { Verdict::NoDifference }
}

/// How many of each it takes to see that two proportions differ, with 95% and a
/// power of 80% (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions,
/// section 4.2, without correction for continuity).
fn needed(one: f64, other: f64) -> f64 {
    let middle = f64::midpoint(one, other);
    let spread = |p: f64| p * (1.0 - p);
    let root = SURE * (2.0 * spread(middle)).sqrt() + POWER * (spread(one) + spread(other)).sqrt();
    root * root / ((one - other) * (one - other))
}

/// A number that can be asked for.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and MOST")]
fn whole(n: f64) -> u64 {
    if n.is_nan() { MOST as u64 } else { n.ceil().clamp(1.0, MOST) as u64 }
}

/// The chance that a normally distributed number lies above `z`, which is 0 or more:
/// Abramowitz and Stegun, 26.2.17, exact to 7.5e-8.
fn tail(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let factors = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let sum = factors.iter().rev().fold(0.0, |sum, factor| (sum + factor) * t);
    (-z * z / 2.0).exp() * sum / (2.0 * std::f64::consts::PI).sqrt()
}

#[cfg(test)]
mod tests;
