//! The generated files of the npm package.
//!
//! `dist/` holds what a bundler or an import map loads part by part. Each file
//! has a hash of its content in its name, so that no cache can pair parts of
//! different releases. `share-sign.js` holds what a first view needs in one
//! classic script: no part may cost a visitor a second request.

mod modules;
mod more;
mod script;
mod stamp;

use crate::repo;
use crate::wasm::Programs;
use anyhow::{Context, Result};
use modules::Modules;
use share_sign::channel::Catalogue;
use stamp::Stamp;
use std::collections::BTreeMap;
use std::fs;

/// What the build has made: path in pkg/ and content.
type Files = BTreeMap<String, Vec<u8>>;

/// The language of the first view where a page does not ask for another.
const FIRST_LOCALE: &str = "en";

/// Makes pkg/ complete; does nothing where it is.
pub fn build(programs: &Programs) -> Result<()> {
    let stamp = Stamp::of(programs)?;
    if stamp.holds() {
        return Ok(());
    }
    let modules = Modules::of(programs)?;
    write(&modules.files)?;
    sweep(&modules.files)?;
    let scripts = script::all(&programs.card, &modules)?;
    write(&scripts)?;
    let documents = documents()?;
    write(&documents)?;
    stamp.set(&[modules.files, scripts, documents].into_iter().flatten().collect())
}

fn write(files: &Files) -> Result<()> {
    files.iter().try_for_each(|(path, content)| repo::write(&repo::pkg().join(path), content))
}

/// Removes what earlier builds left in dist/.
fn sweep(files: &Files) -> Result<()> {
    for entry in fs::read_dir(repo::pkg().join("dist"))? {
        let entry = entry?;
        let path = format!("dist/{}", entry.file_name().to_string_lossy());
        if !files.contains_key(&path) {
            fs::remove_file(entry.path()).with_context(|| format!("cannot remove the old pkg/{path}"))?;
        }
    }
    Ok(())
}

/// Whether a file of this name is copied from the repository into the package.
pub fn is_document(name: &str) -> bool {
    name.starts_with("LICENSE-") || name == "CHANGELOG.md" || name == "README.md"
}

/// What the repository says about the package, which npm shows too, and the
/// catalogue as a type.
fn documents() -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(repo::root())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_document(&name) {
            files.insert(name, repo::read_bytes(&entry.path())?);
        }
    }
    let ids = Catalogue::complete()
        .all()
        .iter()
        .map(|channel| format!("\n  | \"{}\"", channel.id))
        .collect::<Vec<_>>();
    let union = format!("/** The ids of all channels. */\nexport type ChannelId ={};\n", ids.concat());
    files.insert("channels.d.ts".into(), union.into_bytes());
    Ok(files)
}
