//! Rebuilds when a source changes. The demo pages need none of that: each request
//! reads them anew.

use crate::package::is_document;
use crate::{command, repo};
use anyhow::Result;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, SystemTime};

/// When each source was last written.
type Times = BTreeMap<PathBuf, SystemTime>;

/// Looks twice a second. A build that fails says why, and the next change tries again.
pub fn forever() -> Result<()> {
    let mut last = times();
    loop {
        thread::sleep(Duration::from_millis(500));
        let now = times();
        if now == last {
            continue;
        }
        println!("Building again");
        // Words and styles are compiled into this program too, so a new one builds.
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["run", "--quiet", "--package", "xtask", "--", "build"]).current_dir(repo::root());
        match command::run(&mut build) {
            Ok(()) => println!("Built"),
            Err(error) => eprintln!("error: {error:#}"),
        }
        last = now;
    }
}

fn times() -> Times {
    let root = repo::root();
    let mut times = Times::new();
    for name in ["Cargo.toml", "Cargo.lock", "src", "pkg", "xtask/src", "xtask/bundle.mjs"] {
        collect(&root.join(name), &mut times);
    }
    times
}

fn collect(path: &Path, times: &mut Times) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // What the build itself writes into pkg/.
    if name == "dist" || name.starts_with("share-sign.") || is_document(&name) {
        return;
    }
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            collect(&entry.path(), times);
        }
    } else if let Ok(time) = fs::metadata(path).and_then(|data| data.modified()) {
        times.insert(path.to_owned(), time);
    }
}
