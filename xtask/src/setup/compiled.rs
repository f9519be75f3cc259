//! Programs that are in no package: compiled once, and kept in `target/tools`.

use crate::{command, repo};
use std::path::PathBuf;
use std::process::Command;

/// The program, where it has been compiled before.
pub fn found(name: &str) -> Option<PathBuf> {
    let path = folder().join("bin").join(name);
    path.is_file().then_some(path)
}

/// Compiles the crate called `name`, and returns the program of that name, if it could.
pub fn compile(name: &str) -> Option<PathBuf> {
    eprintln!("Compiling {name} with cargo install; this takes some minutes, once");
    for locked in [&["--locked"] as &[_], &[]] {
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--quiet", name, "--root"]).arg(folder()).args(locked);
        // Else it would be compiled into a folder that is thrown away.
        cargo.env("CARGO_TARGET_DIR", folder().join("target"));
        if command::run(&mut cargo).is_ok() {
            break;
        }
    }
    found(name)
}

fn folder() -> PathBuf {
    repo::root().join("target/tools")
}
