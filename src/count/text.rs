//! Tables as texts, for the store.
//!
//! The first line is the format's version and the two horizons, the second one the
//! names of channels and variants, with tabs between them. Each further line is a
//! row: hours since the row before, kind, channel, variant (as their numbers), and
//! how often.

use crate::count::table::{Kind, Table};
use crate::{number, percent};

const VERSION: &str = "1";

/// `table` as a text.
pub fn write(table: &Table) -> String {
    let (days, months) = table.horizons();
    let mut out = String::from(VERSION);
    for horizon in [days, months] {
        out.push(' ');
        push(&mut out, horizon);
    }
    out.push('\n');
    for (at, name) in table.names().iter().enumerate() {
        if at > 0 {
            out.push('\t');
        }
        percent::encode_into(&mut out, name);
    }
    let mut last = 0;
    for (start, kind, channel, variant, n) in table.numbers() {
        out.push('\n');
        push(&mut out, start - last);
        last = start;
        for number in [kind as u64, u64::from(channel), u64::from(variant), n] {
            out.push(' ');
            number::push(&mut out, number);
        }
    }
    out
}

fn push(out: &mut String, n: i64) {
    number::push(out, u64::try_from(n).unwrap_or(0));
}

/// Reads what [`write`] wrote; `None` where the text is something else.
pub fn read(text: &str) -> Option<Table> {
    let mut lines = text.split('\n');
    let mut head = lines.next()?.split(' ');
    if head.next()? != VERSION {
        return None;
    }
    let mut table = Table::folded(signed(head.next()?)?, signed(head.next()?)?);
    let names: Vec<String> = lines.next()?.split('\t').map(percent::decode).collect();
    let mut rows = Vec::new();
    let mut start = 0_i64;
    for line in lines {
        let mut numbers = line.split(' ');
        start = start.checked_add(signed(numbers.next()?)?)?;
        let kind = *Kind::ALL.get(at(numbers.next()?)?)?;
        let channel = names.get(at(numbers.next()?)?)?;
        let variant = names.get(at(numbers.next()?)?)?;
        rows.push((kind, channel.as_str(), variant.as_str(), start, number::parse(numbers.next()?)?));
    }
    table.add(rows.into_iter());
    Some(table)
}

fn signed(text: &str) -> Option<i64> {
    i64::try_from(number::parse(text)?).ok()
}

fn at(text: &str) -> Option<usize> {
    usize::try_from(number::parse(text)?).ok()
}
