//! `cargo xtask release`: everything that is checked before a version is published, and
//! the files that are. Publishing itself is the work of `.github/workflows/release.yml`,
//! so that what is published was built in the open.

pub mod files;
mod integrity;
pub mod licences;
mod twice;
pub mod versions;

use crate::{build, command, repo, setup, size};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Where the files of a release stand, in the addresses that it gives as examples.
pub const EXAMPLE: &str = "https://example.org/share-sign/";

/// What is asked for on the command line.
#[derive(Debug, PartialEq)]
struct Wish {
    /// Whether this is only to see how things stand: the tree may have changes, and the
    /// changelog may still call the version unreleased.
    check: bool,
    /// The folder that the script will be loaded from, ending in a slash.
    address: String,
}

impl Wish {
    fn read(arguments: &[&str]) -> Result<Wish> {
        let mut wish = Wish { check: false, address: EXAMPLE.to_owned() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match (*argument, *argument == "--at") {
                ("--check", _) => wish.check = true,
                (_, true) => {
                    let address =
                        rest.next().context("--at needs an address, like https://example.org/share-sign/")?;
                    if !address.starts_with("https://") && !address.starts_with("http://") {
                        bail!(
                            "--at takes an address on the web, like https://example.org/share-sign/; it got \"{address}\""
                        );
                    }
                    wish.address = format!("{}/", address.trim_end_matches('/'));
                }
                (other, _) => bail!("release takes --check and --at ADDRESS; it got \"{other}\""),
            }
        }
        Ok(wish)
    }
}

/// Checks everything, and puts the files of the release into `target/release-files`.
pub fn run(arguments: &[&str]) -> Result<()> {
    let wish = Wish::read(arguments)?;
    let changes = command::capture(git().args(["status", "--porcelain"]))?;
    if !wish.check && !changes.is_empty() {
        bail!("a release is made of what is committed, and this is not:\n{}", changes.trim_end());
    }
    let folder = make(wish.check, &wish.address)?;
    let version = versions::version()?;
    println!("\nThe files of {version} are in {}.", repo::shown(&folder));
    if wish.check {
        println!("Nothing was published; docs/releasing.md says how.");
    } else {
        println!("To publish them: git tag v{version} && git push origin v{version}");
    }
    Ok(())
}

/// The checks, one after the other, and the folder with the files. The first that does
/// not hold ends it, with what was expected.
fn make(unreleased: bool, address: &str) -> Result<PathBuf> {
    let version = versions::check(unreleased)?;
    println!("ok: version {version}");
    build::run()?;
    size::run()?;
    println!("ok: sizes");
    licences::of_crates(&setup::cargo_deny()?)?;
    licences::of_npm_packages()?;
    println!("ok: licences");
    twice::check()?;
    println!("ok: a second build, in another place, made the same bytes");
    let folder = files::make(&version, address, unreleased)?;
    println!("ok: the crate builds as it is packed");
    Ok(folder)
}

fn git() -> Command {
    let mut git = Command::new("git");
    git.current_dir(repo::root());
    git
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_folder() {
        let read = |arguments: &[&str]| Wish::read(arguments).map(|wish| (wish.check, wish.address));
        assert_eq!(read(&[]).unwrap(), (false, EXAMPLE.to_owned()));
        assert_eq!(
            read(&["--at", "https://a.example/s", "--check"]).unwrap(),
            (true, "https://a.example/s/".to_owned())
        );
        assert!(read(&["--at", "a.example"]).unwrap_err().to_string().contains("\"a.example\""));
        assert!(read(&["--at"]).unwrap_err().to_string().contains("needs an address"));
        assert!(read(&["--force"]).unwrap_err().to_string().contains("\"--force\""));
    }
}
