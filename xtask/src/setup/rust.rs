//! A Rust toolchain that makes WebAssembly.

use crate::command;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How to compile for the browser on this machine.
pub struct Toolchain {
    /// The cargo to call.
    pub cargo: PathBuf,
    /// Whether the standard library can be compiled along, which makes it smaller.
    pub build_std: bool,
}

const TARGET: &str = "wasm32-unknown-unknown";

/// Finds or installs the toolchain.
pub fn toolchain() -> Result<Toolchain> {
    let sysroot = command::capture(Command::new("rustc").args(["--print", "sysroot"]))
        .context("cannot ask rustc where it lives")?;
    let rustlib = Path::new(sysroot.trim()).join("lib/rustlib");
    let has_target = || rustlib.join(TARGET).join("lib").is_dir();
    let has_source = || rustlib.join("src/rust/library/Cargo.lock").is_file();
    if !has_target() {
        command::run(Command::new("rustup").args(["target", "add", TARGET]))?;
    }
    if !has_source() {
        command::run(Command::new("rustup").args(["component", "add", "rust-src"]))?;
    }
    Ok(Toolchain { cargo: "cargo".into(), build_std: has_source() })
}
