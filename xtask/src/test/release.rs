//! Whether a release could be made of what is here.

use super::count::Count;
use crate::release::{self, files, licences, versions};
use crate::{build, setup};
use anyhow::Result;

/// The checks of `cargo xtask release` but for the second build, which takes as long as
/// all else that is built here. One that fails keeps none from running.
pub fn run() -> Result<Count> {
    build::run()?;
    let mut count = Count::default();
    let mut check = |name: &str, result: Result<()>| {
        match &result {
            Ok(()) => println!("ok: {name}"),
            Err(error) => println!("FAILED: {name}: {error:#}"),
        }
        count += Count::check(result.is_ok());
    };
    let version = versions::check(true);
    check("the versions", version.as_ref().map(drop).map_err(|error| anyhow::anyhow!("{error:#}")));
    check("the licences of npm packages", licences::of_npm_packages());
    if let Ok(version) = &version {
        check("the crate and the files", files::make(version, release::EXAMPLE, true).map(drop));
    }
    if let Some(program) = setup::installed_cargo_deny() {
        check("the licences of crates", licences::of_crates(&program));
    } else {
        println!(
            "skipped: the licences of crates, as cargo-deny is not installed; `cargo xtask release --check` gets it"
        );
        count.skipped += 1;
    }
    Ok(count)
}
