//! `share-sign.js`: the one file that a script tag loads, and its twins with
//! another language inside.

use super::modules::{Modules, first_view, imports};
use super::{FIRST_LOCALE, Files};
use crate::wasm::{Program, without_fetching};
use crate::{bundle, literal, repo};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use share_sign::pack;
use std::collections::BTreeMap;

/// Stands for the program until esbuild is done: it would take a second to print
/// the text and might choose other escapes.
pub const PLACE: &str = "\"the program goes here\"";

/// A script for each locale.
pub fn all(program: &Program, modules: &Modules) -> Result<Files> {
    let entry = repo::pkg().join("script.js");
    if !entry.is_file() {
        bail!("pkg/script.js is missing; share-sign.js is made from it");
    }
    let glue = without_fetching(&program.glue).context("wasm-bindgen's glue is not written as expected")?;
    let jobs: BTreeMap<&str, Value> = pack::LOCALES
        .iter()
        .map(|locale| {
            let given = json!({
                "./dist/manifest.js": manifest(modules, locale),
                "./glue.js": glue,
            });
            (*locale, json!({ "kind": "script", "entry": entry, "modules": given }))
        })
        .collect();
    let mut made = bundle::run(&jobs)?;

    let program = literal::bytes(&program.wasm);
    pack::LOCALES
        .iter()
        .map(|locale| {
            let script = made.take(locale)?;
            if script.matches(PLACE).count() != 1 {
                bail!("share-sign.js should hold the program once; does pkg/script.js use wasm()?");
            }
            Ok((name(locale), script.replace(PLACE, &program).into_bytes()))
        })
        .collect()
}

/// The file's name in pkg/.
fn name(locale: &str) -> String {
    if locale == FIRST_LOCALE { "share-sign.js".into() } else { format!("share-sign.{locale}.js") }
}

/// The same exports as those of dist/manifest.js, with everything inside that a
/// first view needs. The rest is loaded from `base`, the script's own folder.
fn manifest(modules: &Modules, locale: &str) -> String {
    let import = |file: &str| format!("base => import(base + {})", literal::string(&format!("dist/{file}")));
    let mut others = modules.locales.clone();
    others.remove(locale);
    let (others, icons) = (imports(&others, &import), imports(&modules.icons, &import));
    [
        "export * as glue from \"./glue.js\";\n".to_owned(),
        first_view(&modules.css, locale),
        format!("const decode = {};\n", literal::DECODE),
        format!("export const wasm = () => decode({PLACE});\n"),
        format!("export const scriptParts = {};\n", import(&modules.script)),
        format!("export const locales = {{\n{others}}};\n"),
        format!("export const icons = {{\n{icons}}};\n"),
        format!("export const moreRows = {};\n", import(&modules.rows)),
        format!("export const moreParts = {};\n", import(&modules.more)),
        format!("export const analyticsParts = {};\n", import(&modules.analytics)),
        format!("export const signParts = {};\n", import(&modules.sign)),
        format!("export const statsParts = {};\n", import(&modules.stats)),
        format!("export const version = {};\n", literal::string(&modules.version)),
    ]
    .concat()
}
