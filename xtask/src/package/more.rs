//! `dist/more-….js`: the second program with its dialogs, in one module, and
//! `dist/links.js`, a name for it that stays.

use super::modules::{default_export, imports};
use super::script::PLACE;
use super::{FIRST_LOCALE, Files};
use crate::literal::{self, string};
use crate::wasm::{Program, without_fetching};
use crate::{bundle, repo};
use anyhow::{Context, Result};
use serde_json::json;
use share_sign::pack;
use std::collections::BTreeMap;

/// What a page without a card imports.
const LINKS: &str = "shareLinks, channels, measure";

/// The name of the module, and all files that belong to it. `rows` is the file
/// with the channels that a first view does without.
pub fn make(program: &Program, rows: &str) -> Result<(String, Files)> {
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
    let rows = format!("./{rows}");
    let mut external: Vec<_> = words.values().map(|file| format!("./{file}")).collect();
    external.extend([rows.clone(), format!("./{first_words}")]);

    let style = json!({ "kind": "minify", "loader": "css", "text": pack::MORE_STYLE });
    let css = bundle::run(&BTreeMap::from([("css", style)]))?.take("css")?;
    let manifest = [
        "export * as glue from \"./glue.js\";\n".to_owned(),
        format!("const decode = {};\n", literal::DECODE),
        format!("export const program = () => decode({PLACE});\n"),
        format!("export const css = {};\n", string(css.trim_end())),
        format!("export const core = {};\n", string(&pack::core_rows())),
        format!("export {{ default as rest }} from {};\n", string(&rows)),
        format!("export {{ default as words }} from {};\n", string(&format!("./{first_words}"))),
        format!("export const locale = {};\n", string(FIRST_LOCALE)),
        format!(
            "export const otherWords = {{\n{}}};\n",
            imports(&words, &|file| format!("() => import({})", string(&format!("./{file}"))))
        ),
    ];
    let glue = without_fetching(&program.glue).context("wasm-bindgen's glue is not written as expected")?;
    let job = json!({
        "kind": "module",
        "entry": repo::pkg().join("more/index.js"),
        "modules": { "../dist/more.js": manifest.concat(), "./glue.js": glue },
        "external": external,
    });
    let module = bundle::run(&BTreeMap::from([("more", job)]))?.take("more")?;
    let module = module.replace(PLACE, &literal::bytes(&program.wasm));
    let more = put("more", &module);
    files.insert("dist/links.js".into(), format!("export {{ {LINKS} }} from \"./{more}\";\n").into_bytes());
    Ok((more, files))
}
