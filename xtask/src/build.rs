//! `cargo xtask build`: makes pkg/ complete.

use crate::{package, setup, wasm};
use anyhow::Result;

/// Builds what changed.
pub fn run() -> Result<()> {
    let toolchain = setup::for_build()?;
    let program = wasm::build(&toolchain)?;
    package::build(&program)
}
