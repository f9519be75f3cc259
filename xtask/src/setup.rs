//! Installs what the build and the tests need, where it is not there yet.

mod node;
mod rust;

pub use rust::Toolchain;

use anyhow::Result;

/// Everything that `build` needs.
pub fn for_build() -> Result<Toolchain> {
    node::packages("xtask")?;
    rust::toolchain()
}
