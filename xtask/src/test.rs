//! `cargo xtask test`: all checks, or one part of them.

mod count;
mod native;
mod pages;
mod release;

use crate::{build, setup, size};
use anyhow::{Result, bail};
use count::Count;
use std::thread::{self, JoinHandle};

/// A name and what runs under it.
type Part = (&'static str, fn() -> Result<Count>);

/// The parts, in the order in which they run.
const PARTS: [Part; 12] = [
    ("native", native::run),
    ("text", text),
    ("more", more),
    ("browser", browser),
    ("without-wasm", without_wasm),
    ("destinations", destinations),
    ("prerender", prerender),
    ("package", package),
    ("bundlers", bundlers),
    ("sites", sites),
    ("size", budget),
    ("release", release::run),
];

/// Runs the parts that are asked for; the last line sums them up.
pub fn run(arguments: &[&str]) -> Result<()> {
    let chosen: Vec<_> = match arguments {
        [] => PARTS.iter().collect(),
        [name] => PARTS.iter().filter(|(part, _)| part == name).collect(),
        _ => Vec::new(),
    };
    if chosen.is_empty() {
        let parts = PARTS.map(|(name, _)| name).join(", ");
        bail!("test takes the name of one part: {parts}; it got \"{}\"", arguments.join(" "));
    }
    // Fetching and the tests of the code need different things, so they go on side by side.
    let mut fetching = (chosen.len() > 1).then(|| thread::spawn(setup::for_visits));
    let mut total = Count::default();
    for (name, part) in chosen {
        println!("\n=== {name}");
        if *name != "native" {
            // What it could not get is asked for again by the part that needs it.
            fetching.take().map(JoinHandle::join);
        }
        // A part that cannot even run is a failure, and no reason to skip the next.
        total += part().unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Count::failure()
        });
    }
    println!("\n{total}");
    // The line above is the last one, so the error has no words of its own.
    if total.failed > 0 { std::process::exit(1) } else { Ok(()) }
}

fn browser() -> Result<Count> {
    in_pages("tests/browser")
}

fn without_wasm() -> Result<Count> {
    let engines = setup::for_pages()?;
    build::run()?;
    pages::run_without_wasm("tests/browser", &engines)
}

fn text() -> Result<Count> {
    in_pages("tests/text")
}

fn more() -> Result<Count> {
    in_pages("tests/more")
}

fn destinations() -> Result<Count> {
    in_pages("tests/destinations")
}

fn prerender() -> Result<Count> {
    in_pages("tests/prerender")
}

fn package() -> Result<Count> {
    in_pages("tests/packaging")
}

fn bundlers() -> Result<Count> {
    setup::for_bundlers()?;
    in_pages("tests/bundlers")
}

fn sites() -> Result<Count> {
    setup::for_sites()?;
    in_pages("tests/sites")
}

fn in_pages(folder: &str) -> Result<Count> {
    let engines = setup::for_pages()?;
    build::run()?;
    pages::run(folder, &engines)
}

fn budget() -> Result<Count> {
    build::run()?;
    let (table, verdicts) = size::measure()?;
    println!("{table}");
    let mut count = Count::default();
    for verdict in verdicts {
        println!("{}", verdict.text);
        count += Count::check(verdict.kept);
    }
    Ok(count)
}
