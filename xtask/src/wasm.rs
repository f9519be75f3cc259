//! From the crate to an optimised WebAssembly file and its JavaScript glue.

mod glue;
mod names;
mod script;

pub use glue::without_fetching;

use crate::setup::Toolchain;
use crate::{command, repo};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::{self, ScopedJoinHandle};
use wasm_bindgen_cli_support::Bindgen;

/// The programs that one crate makes.
pub struct Programs {
    /// The card's: every visitor loads it.
    pub card: Program,
    /// What signs.
    pub sign: Program,
    /// The statistics panel.
    pub stats: Program,
    /// Share links without a card.
    pub links: Program,
    /// What loads when it is asked for.
    pub more: Program,
    /// What fills the pages of a built site.
    pub prerender: Program,
}

/// A program as browsers run it.
pub struct Program {
    /// The optimised WebAssembly.
    pub wasm: Vec<u8>,
    /// The JavaScript around it, an ES module, not minified.
    pub glue: String,
    /// The same as JavaScript; nothing of it stands in the program's own files.
    pub script: String,
}

/// What rustc's default WebAssembly target emits and browsers have had since 2022.
/// Named one by one: `--all-features` would let the optimiser use instructions
/// that no browser runs.
const FEATURES: [&str; 6] = [
    "bulk-memory",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// Measured as the smallest after brotli, which likes repeated code better than
/// code that was merged into its only caller. Not `--traps-never-happen`: a panic
/// is a trap here, and the checks before it must stay.
const SMALL: [&str; 9] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=100",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-types",
    "--strip-producers",
    "--strip-target-features",
];

/// The features whose programs are made for speed: one makes links by the hundred, for
/// pages that load nothing else of ours, the other pages by the thousand.
const QUICK: [&str; 2] = ["links", "prerender"];
const FAST: [&str; 4] = ["--low-memory-unused", "-O3", "--strip-producers", "--strip-target-features"];

/// Compiles and optimises; quick when nothing changed. Each half is the work of one
/// processor, so while one program is optimised the next one is compiled.
pub fn build(toolchain: &Toolchain) -> Result<Programs> {
    thread::scope(|scope| {
        let begin = |features: &'static str| {
            let compiled = compile(toolchain, features)?;
            Ok::<_, anyhow::Error>(scope.spawn(move || finish(features, compiled)))
        };
        let end = |work: ScopedJoinHandle<Result<Program>>| {
            work.join().map_err(|_| anyhow!("optimising a program was cut short"))?
        };
        let (card, sign, stats) = (begin("")?, begin("sign")?, begin("stats")?);
        let (links, more, prerender) = (begin("links")?, begin("more")?, begin("prerender")?);
        Ok(Programs {
            card: end(card)?,
            sign: end(sign)?,
            stats: end(stats)?,
            links: end(links)?,
            more: end(more)?,
            prerender: end(prerender)?,
        })
    })
}

/// Makes of what the compiler made with these `features` what browsers get.
fn finish(features: &str, compiled: Vec<u8>) -> Result<Program> {
    let quick = QUICK.contains(&features);
    let lock = repo::read_bytes(&repo::root().join("xtask/package-lock.json"))?;
    // How it is done counts as well: these files, the version of wasm-bindgen.
    let recipe = [
        include_str!("wasm.rs"),
        include_str!("wasm/glue.rs"),
        include_str!("wasm/names.rs"),
        include_str!("wasm/script.rs"),
        include_str!("../Cargo.toml"),
    ];
    let parts = [compiled.as_slice(), &lock];
    let key = repo::hash(parts.into_iter().chain(recipe.map(str::as_bytes)));

    let folder = repo::cache("program").join(if features.is_empty() { "card" } else { features });
    let (wasm, glue, done) =
        (folder.join("optimised.wasm"), folder.join("glue.js"), folder.join("made-from"));
    let script = folder.join("script.js");
    if !fs::read_to_string(&done).is_ok_and(|found| found == key) {
        let _ = fs::remove_file(&done);
        let mut bound = bindgen(compiled)?;
        repo::write(&glue, names::shorten(&mut bound, !quick)?)?;
        let raw = folder.join("bound.wasm");
        repo::write(&raw, bound.wasm_mut().emit_wasm())?;
        optimise(&raw, &wasm, if quick { &FAST } else { &SMALL })?;
        // What is for servers, or for a page of one's own, has WebAssembly.
        repo::write(&script, if quick { String::new() } else { script::of(&raw)? })?;
        repo::write(&done, key)?;
    }
    Ok(Program { wasm: repo::read_bytes(&wasm)?, glue: repo::read(&glue)?, script: repo::read(&script)? })
}

fn compile(toolchain: &Toolchain, features: &str) -> Result<Vec<u8>> {
    let root = repo::root();
    // A folder of its own: other flags for the same crates would otherwise undo
    // each other's work at every turn.
    let target = root.join("target/wasm");
    let mut cargo = toolchain.cargo();
    cargo.current_dir(&root).args(["build", "--quiet", "--release", "--package", "share-sign", "--lib"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--features", features, "--target-dir"]).arg(&target);
    cargo.env_remove("RUSTFLAGS");
    let mut flags = Vec::new();
    let quick = QUICK.contains(&features);
    if quick {
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3");
    } else {
        // Only texts and numbers go to and fro, so what hands over JavaScript's objects
        // would be carried for nothing, and could not become JavaScript.
        flags.push("-Ctarget-feature=-reference-types,-multivalue");
    }
    if toolchain.build_std {
        cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        // Building the standard library along lets a panic stop the program on the
        // spot, without the code that words it. Both are unstable options.
        cargo.env("RUSTC_BOOTSTRAP", "1");
        flags.extend([
            "-Zunstable-options",
            "-Cpanic=immediate-abort",
            "-Zlocation-detail=none",
            "-Zfmt-debug=none",
        ]);
        if !quick {
            flags.push("-Cllvm-args=-inline-threshold=0");
        }
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    command::run(&mut cargo)?;
    repo::read_bytes(&target.join("wasm32-unknown-unknown/release/share_sign.wasm"))
}

fn bindgen(compiled: Vec<u8>) -> Result<wasm_bindgen_cli_support::Output> {
    Bindgen::new()
        .input_bytes("share_sign", compiled)
        .web(true)?
        .omit_default_module_path(true)
        .typescript(false)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen could not read the compiled crate")
}

fn optimise(from: &Path, to: &Path, how: &[&str]) -> Result<()> {
    let wasm_opt = repo::root().join("xtask/node_modules/binaryen/bin/wasm-opt");
    let mut command = Command::new("node");
    command.arg(wasm_opt).arg(from).arg("-o").arg(to).args(how);
    command.arg("--mvp-features").args(FEATURES.map(|feature| format!("--enable-{feature}")));
    command::capture(&mut command).map(drop)
}
