//! esbuild, by way of `bundle.mjs`.

use crate::{command, repo};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Command;

/// Texts by the name of the job that made them.
#[derive(Default)]
pub struct Made(BTreeMap<String, String>);

impl Made {
    /// What the job called `name` made.
    pub fn take(&mut self, name: &str) -> Result<String> {
        self.0.remove(name).with_context(|| format!("esbuild made no {name}"))
    }
}

/// Does the jobs, which are those of `bundle.mjs`, by name.
pub fn run(jobs: &BTreeMap<&str, Value>) -> Result<Made> {
    let script = repo::root().join("xtask/bundle.mjs");
    // Paths in esbuild's messages are relative to this folder.
    let answer = command::converse(
        Command::new("node").arg(script).current_dir(repo::root()),
        &serde_json::to_vec(jobs)?,
    )?;
    Ok(Made(serde_json::from_str(&answer).context("bundle.mjs printed something other than its results")?))
}
