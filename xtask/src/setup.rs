//! `cargo xtask setup`: installs what the build and the tests need, where it is
//! not there yet. The other tasks do it by themselves.

mod browsers;
mod compiled;
mod debian;
mod node;
mod rust;

pub use browsers::Engine;
pub use rust::{TARGET, Toolchain};

use crate::command;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Everything that `build` needs.
pub fn for_build() -> Result<Toolchain> {
    node::packages("xtask")?;
    rust::toolchain()
}

/// Everything that checking the Rust code needs.
pub fn for_check() -> Result<Toolchain> {
    for component in ["rustfmt", "clippy"] {
        rust::component(component);
    }
    rust::toolchain()
}

/// Everything that the tests in browsers need; says for each engine whether it is there.
pub fn for_pages() -> Result<Vec<Engine>> {
    node::packages("tests")?;
    Ok(browsers::all())
}

/// What looks at the licences of crates.
pub fn cargo_deny() -> Result<PathBuf> {
    let found = installed_cargo_deny().or_else(|| compiled::compile(CARGO_DENY));
    found.context("cargo-deny is missing and `cargo install cargo-deny` failed")
}

/// The same, where that needs no compiling of some minutes.
pub fn installed_cargo_deny() -> Option<PathBuf> {
    command::find(CARGO_DENY).or_else(|| compiled::found(CARGO_DENY))
}

const CARGO_DENY: &str = "cargo-deny";

/// The generators whose blogs are built and opened.
pub fn for_sites() -> Result<()> {
    node::packages("tests/sites")?;
    debian::programs(&["hugo", "jekyll"])
}

/// What the tests of the bundlers need besides.
pub fn for_bundlers() -> Result<()> {
    node::packages("tests/bundlers")
}

/// Everything that is needed to open pages, and to make those that are opened.
pub fn for_visits() -> Result<()> {
    for_pages()?;
    for_sites()?;
    for_bundlers()
}

/// All of that, for `cargo xtask setup test`.
pub fn for_test() -> Result<()> {
    for_build()?;
    for_check()?;
    for_sites()?;
    for_bundlers()?;
    for engine in for_pages()? {
        match engine.programs {
            Ok(_) => println!("{}: ready", engine.name),
            Err(reason) => println!("{}: {reason}", engine.name),
        }
    }
    Ok(())
}
