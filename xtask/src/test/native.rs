//! What needs no browser: format, lints, documentation, the crate's own tests.

use super::count::{self, Count};
use crate::{repo, setup};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// All of it; a failed check does not keep the others from running.
pub fn run() -> Result<Count> {
    let toolchain = setup::for_check()?;
    let cargo = |arguments: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(arguments).current_dir(repo::root());
        cargo
    };
    let deny = ["--", "-D", "warnings"];

    let mut count = count::check("format", &mut cargo(&["fmt", "--all", "--check"]));
    let mut clippy = cargo(&["clippy", "--quiet", "--workspace", "--all-targets"]);
    count += count::check("clippy", clippy.args(deny));
    if toolchain.target {
        for features in ["", "links", "more", "prerender"] {
            let mut clippy = cargo(&["clippy", "--quiet", "--package", "share-sign", "--lib"]);
            clippy.args(["--target", setup::TARGET, "--features", features]);
            count += count::check("clippy for the browser", clippy.args(deny));
        }
    } else {
        println!("skipped: clippy for the browser, as the target {} is not installed", setup::TARGET);
        count.skipped += 1;
    }
    let mut doc = cargo(&["doc", "--quiet", "--no-deps", "--package", "share-sign"]);
    count += count::check("documentation", doc.env("RUSTDOCFLAGS", "-D warnings"));
    count += browser_names()?;
    count += count::tests(&mut cargo(&["test", "--workspace", "--no-fail-fast"]), count::cargo)?;
    Ok(count)
}

/// The logic must run without a browser, so only what is below src/browser may name one.
fn browser_names() -> Result<Count> {
    let mut found = Vec::new();
    search(&repo::root().join("src"), &mut found)?;
    for place in &found {
        println!("{place}: only what is below src/browser may name one");
    }
    println!("{}: no browser outside src/browser", if found.is_empty() { "ok" } else { "FAILED" });
    Ok(Count::check(found.is_empty()))
}

fn search(folder: &Path, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", repo::shown(folder)))? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("src/browser") {
                search(&path, found)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let lines = lines_naming_a_browser(&repo::read(&path)?);
            found.extend(lines.iter().map(|line| format!("{}:{line}", repo::shown(&path))));
        }
    }
    Ok(())
}

/// Numbers of the lines of code that name a crate of browser bindings.
fn lines_naming_a_browser(code: &str) -> Vec<usize> {
    let names = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let guilty = |line: &str| {
        !line.trim_start().starts_with("//")
            && line.split(|c| !word(c)).any(|found| names.iter().any(|name| found.starts_with(name)))
    };
    code.lines().enumerate().filter(|(_, line)| guilty(line)).map(|(index, _)| index + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_browser_crates_but_not_words_about_them() {
        let code = "use std::fmt;\nuse web_sys::Window;\n// web_sys would do\nlet x = gloo_timers::f();\nmod browser;";
        assert_eq!(lines_naming_a_browser(code), [2, 4]);
    }
}
