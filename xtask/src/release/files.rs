//! The files of a release, in one folder.

use super::integrity::Integrity;
use super::{licences, versions};
use crate::{command, repo};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Name of the list that `sha256sum -c` takes.
const SUMS: &str = "SHA256SUMS";

/// Packs the npm package and the crate, which is built as it was packed, and writes what
/// belongs to them. `address` is what the example markup loads the script from.
pub fn make(version: &str, address: &str, unreleased: bool) -> Result<PathBuf> {
    let folder = repo::root().join("target/release-files");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot empty target/release-files")?;
    }
    fs::create_dir_all(&folder)?;

    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", "--pack-destination"]).arg(&folder).current_dir(repo::pkg());
    command::capture(&mut npm)?;

    let mut cargo = Command::new("cargo");
    cargo.args(["package", "--quiet", "--locked", "--package", "share-sign"]).current_dir(repo::root());
    if unreleased {
        cargo.arg("--allow-dirty");
    }
    command::run(&mut cargo)?;
    let packed = format!("share-sign-{version}.crate");
    fs::copy(repo::root().join("target/package").join(&packed), folder.join(&packed))
        .with_context(|| format!("cargo package should have made target/package/{packed}"))?;

    let integrity = Integrity::of(&repo::pkg())?;
    repo::write(&folder.join("integrity.json"), integrity.list()?)?;
    repo::write(&folder.join("integrity.html"), integrity.markup(address)?)?;
    repo::write(&folder.join("licences.txt"), licences::list()?)?;
    let log = repo::read(&repo::root().join("CHANGELOG.md"))?;
    repo::write(&folder.join("changes.md"), format!("{}\n", versions::changes(&log, version, unreleased)?))?;
    repo::write(&folder.join(SUMS), sums(&folder)?)?;
    Ok(folder)
}

/// A line for each file in the folder, in the order of their names.
fn sums(folder: &Path) -> Result<String> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut sums = String::new();
    for path in paths {
        let digest = Sha256::digest(repo::read_bytes(&path)?);
        for byte in digest {
            write!(sums, "{byte:02x}")?;
        }
        // Two spaces: the form that every version of the tool takes.
        writeln!(sums, "  {}", path.file_name().unwrap_or_default().to_string_lossy())?;
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::sums;
    use std::fs;
    use std::process::Command;

    #[test]
    fn sums_are_those_of_the_usual_tool() {
        let folder = std::env::temp_dir().join(format!("share-sign-sums-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("b.txt"), "two").unwrap();
        fs::write(folder.join("a b.txt"), "").unwrap();
        let ours = sums(&folder).unwrap();
        let theirs = Command::new("sha256sum").args(["a b.txt", "b.txt"]).current_dir(&folder).output();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            ours.lines().next().unwrap(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a b.txt"
        );
        // Not every system has the tool.
        if let Ok(theirs) = theirs {
            assert_eq!(ours, String::from_utf8(theirs.stdout).unwrap());
        }
    }
}
