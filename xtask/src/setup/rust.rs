//! A Rust toolchain that makes WebAssembly.

use super::debian;
use crate::command;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How to compile for the browser on this machine.
pub struct Toolchain {
    /// The cargo and the rustc to call.
    cargo: PathBuf,
    rustc: PathBuf,
    /// Whether the standard library can be compiled along, which makes it smaller.
    pub build_std: bool,
    /// Whether the standard library is there compiled, which is all that clippy can use.
    pub target: bool,
    linker: PathBuf,
}

/// What browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's names for all of it but the linker, whose name has the version of LLVM.
const DEBIAN: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

impl Toolchain {
    /// A cargo command that compiles with this toolchain.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(&self.cargo);
        cargo.env("RUSTC", &self.rustc);
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", &self.linker);
        cargo
    }
}

/// Finds or installs the toolchain.
pub fn toolchain() -> Result<Toolchain> {
    let current = Found::at(&program("CARGO", "cargo"), &program("RUSTC", "rustc"));
    let mut reasons = Vec::new();
    if let Some(current) = current {
        if !current.target() {
            reasons.extend(rustup(&["target", "add", TARGET]).err());
        }
        if !current.source() {
            reasons.extend(rustup(&["component", "add", "rust-src"]).err());
        }
        if let Some(toolchain) = current.toolchain() {
            return Ok(toolchain);
        }
    }
    if let Some(toolchain) = debians(&mut reasons) {
        eprintln!("Compiling with the distribution's Rust, as rustup could not provide {TARGET}");
        return Ok(toolchain);
    }
    let reasons = reasons.iter().map(|reason| format!("\n  {reason:#}")).collect::<Vec<_>>().concat();
    bail!(
        "no Rust toolchain here can compile for {TARGET}. Install rustup and run \
         `rustup target add {TARGET}`, or on Debian `apt-get install {} lld`.{reasons}",
        DEBIAN.join(" ")
    )
}

/// Adds a rustup component such as clippy where it is missing; what needs it says
/// so itself when that does not work out.
pub fn component(name: &str) {
    let program = if name == "clippy" { "cargo-clippy" } else { name };
    if command::capture(Command::new(program).arg("--version")).is_err()
        && let Err(error) = rustup(&["component", "add", name])
    {
        eprintln!("warning: {name} could not be installed: {error:#}");
    }
}

/// The program that the environment names, or the one on the search path.
fn program(variable: &str, name: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| name.into(), PathBuf::from)
}

fn rustup(arguments: &[&str]) -> Result<()> {
    if command::find("rustup").is_none() {
        bail!("rustup was not found");
    }
    eprintln!("Running rustup {}", arguments.join(" "));
    command::capture(Command::new("rustup").args(arguments)).map(drop)
}

/// The toolchain of Debian's packages, installed where that is allowed.
fn debians(reasons: &mut Vec<anyhow::Error>) -> Option<Toolchain> {
    let find = || Found::at(Path::new("/usr/bin/cargo"), Path::new("/usr/bin/rustc"));
    if !find().is_some_and(|found| found.source()) {
        reasons.extend(debian::install(&DEBIAN).err());
    }
    let found = find()?;
    if found.linker().is_none() {
        reasons.extend(debian::install(&[&format!("lld-{}", found.llvm()?)]).err());
    }
    found.toolchain()
}

/// A rustc and where its libraries are.
struct Found {
    cargo: PathBuf,
    rustc: PathBuf,
    sysroot: PathBuf,
}

impl Found {
    fn at(cargo: &Path, rustc: &Path) -> Option<Self> {
        let sysroot = command::capture(Command::new(rustc).args(["--print", "sysroot"])).ok()?;
        Some(Found { cargo: cargo.into(), rustc: rustc.into(), sysroot: sysroot.trim().into() })
    }

    fn rustlib(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib")
    }

    /// Whether the compiled standard library is there.
    fn target(&self) -> bool {
        self.rustlib().join(TARGET).join("lib").is_dir()
    }

    /// Whether the source of the standard library is there.
    fn source(&self) -> bool {
        self.rustlib().join("src/rust/library/Cargo.lock").is_file()
    }

    /// What `rustc -vV` says of `name`.
    fn says(&self, name: &str) -> Option<String> {
        let printed = command::capture(Command::new(&self.rustc).arg("-vV")).ok()?;
        printed.lines().find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
    }

    /// The major version of its LLVM.
    fn llvm(&self) -> Option<String> {
        self.says("LLVM version")?.split('.').next().map(str::to_owned)
    }

    /// Its own linker, which it finds by itself, or another one.
    fn linker(&self) -> Option<PathBuf> {
        let own = self.rustlib().join(self.says("host")?).join("bin/rust-lld");
        if own.is_file() {
            return Some("rust-lld".into());
        }
        // That of the same LLVM first: an older one may not read what rustc writes.
        let names = [format!("wasm-ld-{}", self.llvm()?), "rust-lld".to_owned(), "wasm-ld".to_owned()];
        names.iter().find_map(|name| command::find(name))
    }

    fn toolchain(self) -> Option<Toolchain> {
        let build_std = self.source();
        if !build_std {
            if !self.target() {
                return None;
            }
            eprintln!(
                "warning: the standard library's source is missing, so the program gets larger than in a \
                 release; `rustup component add rust-src` would bring it"
            );
        }
        let (linker, target) = (self.linker()?, self.target());
        Some(Toolchain { cargo: self.cargo, rustc: self.rustc, build_std, target, linker })
    }
}
