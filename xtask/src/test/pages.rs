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

/// What visitors do on any page, which is the same where there is no WebAssembly.
const EVERYWHERE: [&str; 7] = ["card", "share", "form", "sign", "after", "dialogs", "stats"];

/// Runs the tests of the folder in each engine that can be had.
pub fn run(folder: &str, engines: &[Engine]) -> Result<Count> {
    node(&files(folder)?, engines, None)
}

/// Runs the tests of what visitors do, with the program as JavaScript. The first engine
/// tells whether the two builds do the same; `strict.test.mjs` has the others.
pub fn run_without_wasm(folder: &str, engines: &[Engine]) -> Result<Count> {
    let path = repo::root().join(folder);
    let files = EVERYWHERE.map(|name| path.join(format!("{name}.test.mjs")));
    node(&files, engines, Some(("SHARE_SIGN_WITHOUT", "wasm")))
}

fn node(files: &[PathBuf], engines: &[Engine], setting: Option<(&str, &str)>) -> Result<Count> {
    let mut node = Command::new("node");
    // Browsers mostly wait, so three files at a time suit two cores.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=3", "--test-force-exit"])
        .args(files)
        .envs(setting)
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
        bail!("no browser engine is left to test in");
    }
    if setting.is_some() {
        ready.truncate(1);
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
