//! `cargo xtask bench`: ours beside others, in one run. It reports and never fails
//! the tests: what depends on timing has no place among them.

use crate::{build, command, repo, setup};
use anyhow::{Context, Result};
use std::process::Command;

/// How long a set of share links takes (`--runs N`).
pub fn links(options: &[&str]) -> Result<()> {
    setup::for_pages()?;
    build::run()?;
    command::run(
        Command::new("node").arg("bench/links.mjs").args(options).current_dir(repo::root().join("tests")),
    )
}

/// How soon a visitor can share and sign, on a slow line (`--runs N`).
pub fn load(options: &[&str]) -> Result<()> {
    in_chromium("bench/load.mjs", options)
}

/// How a tablet at a stall fares with thousands of signatures (`--signatures N`).
pub fn stall(options: &[&str]) -> Result<()> {
    in_chromium("bench/stall.mjs", options)
}

/// How long counting and the statistics take (`--events N`).
pub fn counts(options: &[&str]) -> Result<()> {
    in_chromium("bench/counts.mjs", options)
}

fn in_chromium(script: &str, options: &[&str]) -> Result<()> {
    let engines = setup::for_pages()?;
    build::run()?;
    let chromium =
        engines.iter().find(|engine| engine.name == "chromium").context("no Chromium is known of")?;
    let programs = chromium.programs.as_ref().map_err(|reason| anyhow::anyhow!("{reason}"))?;
    let mut node = Command::new("node");
    node.arg(script).args(options).current_dir(repo::root().join("tests"));
    node.envs(programs.iter().map(|(variable, path)| (variable, path)));
    command::run(&mut node)
}
