//! `cargo xtask site DIR --at ADDRESS`: the whole site in one folder, for any host.

use crate::{build, command, repo};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Builds, and puts the pages and the package beside them into `folder`, with the
/// cards in the pages. `address` is where the site will stand.
pub fn write(folder: &str, address: &str) -> Result<()> {
    let folder = Path::new(folder);
    if folder.exists() {
        bail!("{} is there already; name a folder that is not", folder.display());
    }
    build::run()?;
    copy(&repo::root().join("www"), folder)?;
    // The package has no pages of its own, and none may be taken for one.
    let program = repo::pkg().join("bin/share-sign.js");
    command::run(Command::new("node").arg(program).arg("prerender").arg(folder).args(["--site", address]))?;
    restore_strict(folder)?;
    copy(&repo::pkg(), &folder.join("pkg"))?;
    println!("The site is in {}", folder.display());
    Ok(())
}

/// A prerendered card brings its style along, which a page that forbids such styles
/// would show bare until the script is there. Those pages stay as they were.
fn restore_strict(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(repo::root().join("www"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "html") {
            let page = repo::read(&path)?;
            if page.contains("style-src 'self';") {
                repo::write(&folder.join(path.file_name().unwrap_or_default()), page)?;
            }
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot list {}", repo::shown(from)))? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).with_context(|| format!("cannot copy to {}", target.display()))?;
        }
    }
    Ok(())
}
