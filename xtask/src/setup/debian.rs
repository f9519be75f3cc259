//! Packages of Debian and its relatives.

use crate::command;
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Installs the packages, as root or with a sudo that asks for no password.
pub fn install(packages: &[&str]) -> Result<()> {
    let wanted = packages.join(" ");
    if command::find("apt-get").is_none() {
        bail!("this system has no apt-get; install what Debian calls {wanted}");
    }
    eprintln!("Installing {wanted} with apt-get");
    // A fresh system has no list of packages yet, and an old one a stale list.
    if apt("install", packages).is_err() {
        apt("update", &[])?;
        apt("install", packages).with_context(|| format!("please install {wanted} yourself"))?;
    }
    Ok(())
}

/// Installs those of the programs that are missing; each is in a package of its own name.
pub fn programs(names: &[&str]) -> Result<()> {
    let missing: Vec<_> = names.iter().copied().filter(|name| command::find(name).is_none()).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

fn apt(verb: &str, packages: &[&str]) -> Result<()> {
    let root = command::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut apt = Command::new(if root { "env" } else { "sudo" });
    if !root {
        apt.args(["-n", "env"]);
    }
    apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]);
    if verb == "install" {
        apt.arg("--no-install-recommends");
    }
    command::capture(apt.arg(verb).args(packages)).map(drop)
}
