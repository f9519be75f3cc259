//! Node and the npm packages of a folder in the repository.

use crate::{command, repo};
use anyhow::{Result, bail};
use std::fs;
use std::process::Command;

/// Installs what the folder's package-lock.json names, unless that is done.
pub fn packages(folder: &str) -> Result<()> {
    for program in ["node", "npm"] {
        if command::find(program).is_none() {
            bail!(
                "{program} was not found; install Node.js 20 or later (Debian: apt-get install nodejs npm)"
            );
        }
    }
    let folder = repo::root().join(folder);
    let lock = repo::read(&folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-from");
    let wanted = repo::hash([lock.as_bytes()]);
    if fs::read_to_string(&installed).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    eprintln!("Installing the npm packages of {}/", repo::shown(&folder));
    // No package here needs its install script, so none gets to run.
    command::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
            .current_dir(&folder),
    )?;
    repo::write(&installed, wanted)
}
