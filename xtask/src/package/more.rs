//! The programs without a card, each in one module: `dist/more-….js` with the
//! dialogs, and `dist/links-….js` with the functions that make share links; and
//! `dist/links.js`, a name for the latter that stays.

use super::modules::{default_export, imports};
use super::script::PLACE;
use super::{FIRST_LOCALE, Files};
use crate::literal::{self, string};
use crate::wasm::{Program, Programs, without_fetching};
use crate::{bundle, repo};
use anyhow::{Context, Result};
use serde_json::json;
use share_sign::pack;
use std::collections::BTreeMap;

/// The name of the module with the dialogs, and the files of both. `rows` is the
/// file with the channels that a first view does without.
pub fn make(programs: &Programs, rows: &str) -> Result<(String, Files)> {
    let mut files = Files::new();
    let mut put = |name: &str, text: &str| {
        let file = format!("{name}-{}.js", repo::hash([text.as_bytes()]));
        files.insert(format!("dist/{file}"), text.as_bytes().to_vec());
        file
    };
    let mut words: BTreeMap<_, _> = pack::LOCALES
        .iter()
        .map(|id| (*id, put(&format!("more-{id}"), &default_export(&pack::more_strings(id)))))
        .collect();
    let first_words = words.remove(FIRST_LOCALE).unwrap_or_default();
    let mut external: Vec<_> = words.values().map(|file| format!("./{file}")).collect();
    external.extend([format!("./{rows}"), format!("./{first_words}")]);

    let style = json!({ "kind": "minify", "loader": "css", "text": pack::MORE_STYLE });
    let css = bundle::run(&BTreeMap::from([("css", style)]))?.take("css")?;
    let dialogs = [
        format!("export const css = {};\n", string(css.trim_end())),
        format!("export {{ default as words }} from {};\n", string(&format!("./{first_words}"))),
        format!("export const locale = {};\n", string(FIRST_LOCALE)),
        format!(
            "export const otherWords = {{\n{}}};\n",
            imports(&words, &|file| format!("() => import({})", string(&format!("./{file}"))))
        ),
    ];
    let more = put("more", &module("more", &programs.more, rows, &dialogs.concat(), &external)?);
    let links = put("links", &module("links", &programs.links, rows, "", &external)?);
    let names = "shareLinks, channels, measure";
    files.insert("dist/links.js".into(), format!("export {{ {names} }} from \"./{links}\";\n").into_bytes());
    Ok((more, files))
}

/// `pkg/NAME/index.js` with all that it imports, the program inside.
fn module(name: &str, program: &Program, rows: &str, own: &str, external: &[String]) -> Result<String> {
    let manifest = [
        "export * as glue from \"./glue.js\";\n".to_owned(),
        format!("const decode = {};\n", literal::DECODE),
        format!("export const program = () => decode({PLACE});\n"),
        format!("export const core = {};\n", string(&pack::core_rows())),
        format!("export {{ default as rest }} from {};\n", string(&format!("./{rows}"))),
        own.to_owned(),
    ];
    let glue = without_fetching(&program.glue).context("wasm-bindgen's glue is not written as expected")?;
    let job = json!({
        "kind": "module",
        "entry": repo::pkg().join(name).join("index.js"),
        "modules": { format!("../dist/{name}.js"): manifest.concat(), "./glue.js": glue },
        "external": external,
    });
    Ok(bundle::run(&BTreeMap::from([(name, job)]))?
        .take(name)?
        .replace(PLACE, &literal::bytes(&program.wasm)))
}
