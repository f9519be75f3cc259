//! `cargo xtask build`: makes pkg/ complete, and the site's reference of it.

use crate::{package, repo, setup, site, wasm};
use anyhow::{Context, Result};
use std::fs::{self, File};

/// Builds what changed.
pub fn run() -> Result<()> {
    // `serve` may be building as well; the second one waits and finds it done.
    fs::create_dir_all(repo::cache(""))?;
    let lock = File::create(repo::cache("lock"))?;
    lock.lock().context("cannot wait for another build to end")?;

    let toolchain = setup::for_build()?;
    let programs = wasm::build(&toolchain)?;
    package::build(&programs)?;
    site::build()
}
