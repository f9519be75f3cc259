//! The tests that Node runs: in real browsers, and on the package as published.

use super::count::{self, Count};
use crate::repo;
use crate::setup::Engine;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Names the engines to test in, for whoever wants fewer than all.
const CHOSEN: &str = "SHARE_SIGN_ENGINES";

/// Runs the tests of the folder in each engine that can be had.
pub fn run(folder: &str, engines: &[Engine]) -> Result<Count> {
    let mut node = Command::new("node");
    // Browsers mostly wait, so three files at a time suit two cores.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=3", "--test-force-exit"])
        .args(files(folder)?)
        .current_dir(repo::root().join("tests"));

    let chosen = std::env::var(CHOSEN).ok();
    let wanted = |engine: &&Engine| match &chosen {
        Some(names) => names.split([' ', ',']).any(|name| name == engine.name),
        None => true,
    };
    let mut ready = Vec::new();
    let mut missing = Vec::new();
    for engine in engines.iter().filter(wanted) {
        match &engine.programs {
            Ok(programs) => {
                ready.push(engine.name);
                node.envs(programs.iter().map(|(variable, path)| (variable, path)));
            }
            Err(reason) => missing.push(format!("{}: {reason}", engine.name)),
        }
    }
    let mut count = absent(&missing);
    if ready.is_empty() {
        bail!("no browser engine is left to test {folder} in");
    }
    count += count::tests(node.env(CHOSEN, ready.join(",")), count::node)?;
    Ok(count)
}

/// An engine that cannot be had fails where everything is meant to be there.
fn absent(missing: &[String]) -> Count {
    let strict = std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false");
    for engine in missing {
        println!("\n!!! NOT TESTED in {engine}");
    }
    let number = missing.len();
    if strict {
        Count { failed: number, ..Count::default() }
    } else {
        Count { skipped: number, ..Count::default() }
    }
}

fn files(folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let path = repo::root().join(folder);
    for entry in fs::read_dir(&path).with_context(|| format!("cannot list {folder}"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("{folder} has no file that ends in .test.mjs");
    }
    Ok(files)
}
