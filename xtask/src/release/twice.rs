//! Builds the package a second time, from another folder and for another user of the
//! same tools, and compares every byte: whoever doubts a release can do the same.

use super::git;
use crate::{command, repo};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An error names the files that differ, and from which byte.
pub fn check() -> Result<()> {
    let copy = Copy::make()?;
    // This very program builds what cargo would say is its folder.
    let mut again = Command::new(std::env::current_exe().context("cannot find this program")?);
    again.arg("build").current_dir(&copy.0).env("CARGO_MANIFEST_DIR", copy.0.join("xtask"));
    again.env("TZ", "Pacific/Kiritimati").env("LC_ALL", "C").env_remove("CARGO_TARGET_DIR");
    command::run(&mut again)?;

    let differences = differences(&files(&repo::pkg())?, &files(&copy.0.join("pkg"))?);
    if !differences.is_empty() {
        bail!("a second build should make the same bytes, and did not:\n{}", differences.join("\n"));
    }
    Ok(())
}

/// The repository's files as they are now, without what git ignores.
struct Copy(PathBuf);

impl Copy {
    fn make() -> Result<Copy> {
        let folder = std::env::temp_dir().join(format!("share-sign-second-build-{}", std::process::id()));
        let copy = Copy(folder);
        let listed =
            command::capture(git().args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
        for name in listed.split_terminator('\0') {
            let (from, to) = (repo::root().join(name), copy.0.join(name));
            // Git still lists what was deleted and not committed.
            if from.is_file() {
                repo::write(&to, repo::read_bytes(&from)?)?;
            }
        }
        Ok(copy)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // It is in a folder that the system empties by itself.
        let _ = fs::remove_dir_all(&self.0);
    }
}

type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Result<Files> {
    let mut found = Files::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", repo::shown(folder)))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_file() {
            found.insert(format!("{prefix}{name}"), repo::read_bytes(&path)?);
        } else if name != "node_modules" {
            collect(&path, &format!("{prefix}{name}/"), found)?;
        }
    }
    Ok(())
}

/// A line for each file that is not the same on both sides.
fn differences(first: &Files, second: &Files) -> Vec<String> {
    let mut names: Vec<_> = first.keys().chain(second.keys()).collect();
    names.sort();
    names.dedup();
    let line = |name: &String| match (first.get(name), second.get(name)) {
        (Some(one), Some(other)) if one == other => None,
        (Some(one), Some(other)) => {
            let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
            Some(format!("pkg/{name} differs from byte {same}"))
        }
        (Some(_), None) => Some(format!("pkg/{name} was made only the first time")),
        (None, _) => Some(format!("pkg/{name} was made only the second time")),
    };
    names.into_iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{Files, differences};

    #[test]
    fn names_what_differs() {
        let files = |list: &[(&str, &str)]| -> Files {
            list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
        };
        let first = files(&[("a", "same"), ("b", "abc"), ("c", "1"), ("e", "long")]);
        let second = files(&[("a", "same"), ("b", "abd"), ("d", "1"), ("e", "longer")]);
        let expected = [
            "pkg/b differs from byte 2",
            "pkg/c was made only the first time",
            "pkg/d was made only the second time",
            "pkg/e differs from byte 4",
        ];
        assert_eq!(differences(&first, &second), expected);
        assert!(differences(&first, &first).is_empty());
    }
}
