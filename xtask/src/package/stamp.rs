//! Whether the package is what the last build made of the same sources.

use super::{Files, is_document};
use crate::repo;
use crate::wasm::Programs;
use anyhow::Result;
use share_sign::pack;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// How the package is made.
const RECIPE: [&str; 6] = [
    include_str!("../package.rs"),
    include_str!("modules.rs"),
    include_str!("more.rs"),
    include_str!("script.rs"),
    include_str!("../literal.rs"),
    include_str!("../literal/bytes.rs"),
];

/// Stands for everything that the package is made of.
pub struct Stamp(String);

impl Stamp {
    /// The stamp of the sources as they are now.
    pub fn of(programs: &Programs) -> Result<Self> {
        let mut parts = Vec::new();
        for program in [
            &programs.card,
            &programs.sign,
            &programs.stats,
            &programs.links,
            &programs.more,
            &programs.prerender,
        ] {
            parts.extend([program.wasm.clone(), program.glue.clone().into_bytes()]);
            parts.push(program.script.clone().into_bytes());
        }
        for path in sources()? {
            parts.push(path.display().to_string().into_bytes());
            parts.push(repo::read_bytes(&path)?);
        }
        // What is compiled into this program: style and words, and how they are packed.
        let styles = [pack::STYLE, pack::SIGN_STYLE, pack::STATS_STYLE, pack::MORE_STYLE];
        let mut own: Vec<String> = styles.map(str::to_owned).to_vec();
        own.extend([pack::core_rows(), pack::other_rows()]);
        own.extend(pack::icons().into_iter().map(|(_, icons)| icons));
        own.extend(pack::LOCALES.iter().flat_map(|id| {
            [
                pack::strings(id),
                pack::sign_strings(id),
                pack::stats_strings(id),
                pack::more_strings(id),
                pack::prerender_strings(id),
            ]
        }));
        own.extend(RECIPE.map(str::to_owned));
        parts.extend(own.into_iter().map(String::into_bytes));
        Ok(Stamp(repo::hash(parts.iter().map(Vec::as_slice))))
    }

    /// Whether the last build had the same sources and its files are still there.
    pub fn holds(&self) -> bool {
        let Ok(kept) = fs::read_to_string(path()) else { return false };
        let mut lines = kept.lines();
        lines.next() == Some(self.0.as_str())
            && lines.all(|line| {
                let Some((hash, file)) = line.split_once(' ') else { return false };
                fs::read(repo::pkg().join(file)).is_ok_and(|content| repo::hash([content.as_slice()]) == hash)
            })
    }

    /// Keeps the stamp with what was made.
    pub fn set(self, files: &Files) -> Result<()> {
        let mut kept = self.0 + "\n";
        for (file, content) in files {
            writeln!(kept, "{} {file}", repo::hash([content.as_slice()]))?;
        }
        repo::write(&path(), kept)
    }
}

fn path() -> PathBuf {
    repo::cache("package-made-from")
}

/// The files that are read while building, besides the crate.
fn sources() -> Result<Vec<PathBuf>> {
    let root = repo::root();
    let mut paths =
        vec![root.join("Cargo.toml"), root.join("xtask/bundle.mjs"), root.join("xtask/package-lock.json")];
    let parts = ["links", "more", "prerender", "sign", "stats"].map(|name| repo::pkg().join(name));
    for folder in [&root, &repo::pkg()].into_iter().chain(&parts) {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let code = name.ends_with(".js") && !name.starts_with("share-sign.");
            if code || (*folder == root && is_document(&name)) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}
