//! The program as JavaScript, for pages and browsers that run no WebAssembly.

use super::FEATURES;
use crate::{command, repo};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// What binaryen's wasm2js understands, besides what `LOWER` takes away.
const KNOWN: [&str; 4] = ["bulk-memory", "mutable-globals", "nontrapping-float-to-int", "sign-ext"];
const LOWER: [&str; 5] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--low-memory-unused",
    "-Oz",
    "--strip-target-features",
];

/// A module whose default export is the program: a function of what the program
/// imports that returns what it exports. `bound` is the program as wasm-bindgen left
/// it, and its glue fits both.
pub fn of(bound: &Path) -> Result<String> {
    let tool = |name: &str| {
        let mut node = Command::new("node");
        node.arg(repo::root().join("xtask/node_modules/binaryen/bin").join(name));
        node
    };
    let features: Vec<String> =
        FEATURES.iter().filter(|name| KNOWN.contains(name)).map(|name| format!("--enable-{name}")).collect();
    let lowered = bound.with_file_name("lowered.wasm");
    let mut lower = tool("wasm-opt");
    lower.arg(bound).arg("--mvp-features").args(&features).args(LOWER).arg("-o").arg(&lowered);
    command::capture(&mut lower)?;
    let text = bound.with_file_name("program.js");
    let mut write = tool("wasm2js");
    write.arg(&lowered).arg("--mvp-features").args(&features).args(["-Oz", "-o"]).arg(&text);
    command::capture(&mut write)?;
    unbound(&repo::read(&text)?)
}

/// wasm2js calls the program with an import of its own and exports the results one by
/// one; our glue does both.
fn unbound(text: &str) -> Result<String> {
    let body = text.strip_prefix("import * as _ from '_';");
    let (body, _) = body
        .and_then(|body| body.split_once("var retasmFunc = asmFunc("))
        .context("wasm2js wrote something other than expected; script.rs must learn its new form")?;
    if body.contains("import ") {
        bail!("the program imports more than its glue; script.rs must learn to pass it on");
    }
    Ok(format!("{body}export default asmFunc;\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_waits_for_its_imports() {
        let text = "import * as _ from '_';\nfunction asmFunc(imports) {}\nvar retasmFunc = asmFunc({\n});\nexport var a = retasmFunc.a;";
        assert_eq!(unbound(text).unwrap(), "\nfunction asmFunc(imports) {}\nexport default asmFunc;\n");
        assert!(unbound("function asmFunc() {}").is_err());
    }
}
