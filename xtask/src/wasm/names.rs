//! Short names between the program and its glue. Those of wasm-bindgen carry
//! hashes, which no compression makes smaller and which both sides spell out.

use super::glue;
use anyhow::{Result, bail};
use std::collections::HashMap;
use wasm_bindgen_cli_support::Output;

/// The module that stands for the glue.
const MODULE: &str = "./share_sign_bg.js";

/// The hand-written module whose functions the program may call without any glue
/// between; their names are its exports.
const EDGE: &str = "../edge.js";

/// Renames what the program imports and exports; returns the glue that
/// fits, trimmed where it is to be `small` rather than fast.
pub fn shorten(bound: &mut Output, small: bool) -> Result<String> {
    let (mut imports, mut exports, mut direct) = (HashMap::new(), HashMap::new(), Vec::new());
    let glue = if small { glue::trim(bound.js()) } else { bound.js().to_owned() };
    let program = bound.wasm_mut();
    // What the glue does not call, the optimiser may drop.
    let unused = |name: &str| !glue.contains(&format!("wasm.{name}"));
    let mut idle = Vec::new();
    for export in program.exports.iter() {
        if unused(&export.name) {
            idle.push(export.id());
        }
    }
    for export in idle {
        program.exports.delete(export);
    }
    for (number, import) in program.imports.iter_mut().enumerate() {
        let module = std::mem::replace(&mut import.module, "_".to_owned());
        let name = std::mem::replace(&mut import.name, short(number));
        match module.as_str() {
            MODULE => drop(imports.insert(name, short(number))),
            EDGE => direct.push((name, short(number))),
            _ => bail!("the program imports {name} from {module}; expected {MODULE} or {EDGE}"),
        }
    }
    for (number, export) in program.exports.iter_mut().enumerate() {
        exports.insert(std::mem::replace(&mut export.name, short(number)), short(number));
    }
    attach(&rename(&glue, &imports, &exports)?, &direct)
}

/// Puts what the program imports directly beside what it imports from the glue:
/// wasm-bindgen hands over a whole module for each of them.
fn attach(glue: &str, direct: &[(String, String)]) -> Result<String> {
    if direct.is_empty() {
        return Ok(glue.to_owned());
    }
    let (whole, given) = (format!("from \"{EDGE}\""), format!("\"{EDGE}\": import"));
    let lines: Vec<_> = glue
        .lines()
        .filter(|line| {
            let line = line.trim();
            !(line.starts_with("import * as import") && line.ends_with(&whole) || line.starts_with(&given))
        })
        .collect();
    let (own, imports) = direct
        .iter()
        .map(|(name, short)| (format!(" {short}: edge_{name},"), format!("{name} as edge_{name}")))
        .collect::<(Vec<_>, Vec<_>)>();
    let object = "__proto__: null,";
    let glue = lines.join("\n").replacen(object, &format!("{object}{}", own.concat()), 1);
    if !glue.contains(&own.concat()) || glue.contains(&given) {
        bail!("wasm-bindgen's glue is not written as expected; names.rs must learn its new form");
    }
    Ok(format!("import {{ {} }} from \"{EDGE}\";\n{glue}", imports.join(", ")))
}

/// `a` to `z`, then `ba`, `bb` and so on.
fn short(number: usize) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
        if rest == 0 {
            return letters.iter().rev().collect();
        }
    }
}

/// The glue spells an import as the key of a property, `name: …`, and an export
/// as `wasm.name`.
fn rename(
    glue: &str,
    imports: &HashMap<String, String>,
    exports: &HashMap<String, String>,
) -> Result<String> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(glue.len());
    let mut seen = 0;
    let mut rest = glue;
    while let Some(start) = rest.find(in_name) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !in_name(c)).unwrap_or(from.len());
        let (name, after) = from.split_at(end);
        out.push_str(before);
        let export = out.strip_suffix("wasm.").is_some_and(|front| !front.ends_with(in_name));
        let renamed = match (exports.get(name), imports.get(name)) {
            (Some(short), _) if export => short,
            (_, Some(short)) if after.starts_with(':') => {
                seen += 1;
                short
            }
            _ => name,
        };
        out.push_str(renamed);
        rest = after;
    }
    out.push_str(rest);
    if seen != imports.len() || glue.matches(MODULE).count() != 1 || glue.contains("wasm[") {
        bail!("wasm-bindgen's glue is not written as expected; names.rs must learn its new form");
    }
    Ok(out.replace(MODULE, "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
    }

    #[test]
    fn short_names_differ() {
        assert_eq!([0, 25, 26, 675].map(short), ["a", "z", "ba", "zz"]);
        let names: std::collections::HashSet<_> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
    }

    #[test]
    fn renames_keys_and_exports_only() {
        let glue = "export function add(a) { wasm.add(wasm.memory, a) }\n\
                    const x = { __wbg_get_1: function(a) { return a.get + mywasm.add } };\n\
                    return { \"./share_sign_bg.js\": x };";
        let renamed =
            rename(glue, &map(&[("__wbg_get_1", "a")]), &map(&[("add", "b"), ("memory", "c")])).unwrap();
        assert_eq!(
            renamed,
            "export function add(a) { wasm.b(wasm.c, a) }\n\
             const x = { a: function(a) { return a.get + mywasm.add } };\n\
             return { \"_\": x };"
        );
    }

    #[test]
    fn direct_imports_stand_beside_the_others() {
        let direct = [("now".to_owned(), "d".to_owned())];
        let glue = "import { load } from '../edge.js';\nimport * as import1 from \"../edge.js\"\n\
                    const import0 = { __proto__: null,\na: f };\nreturn { \"_\": import0,\n\"../edge.js\": import1,\n};";
        assert_eq!(
            attach(glue, &direct).unwrap(),
            "import { now as edge_now } from \"../edge.js\";\nimport { load } from '../edge.js';\n\
             const import0 = { __proto__: null, d: edge_now,\na: f };\nreturn { \"_\": import0,\n};"
        );
        assert!(attach("const import0 = {};", &direct).is_err());
    }

    #[test]
    fn a_glue_of_another_form_is_an_error() {
        let imports = map(&[("__wbg_get_1", "a")]);
        assert!(rename("{ \"./share_sign_bg.js\": x }", &imports, &HashMap::new()).is_err());
        assert!(rename("{ __wbg_get_1: f }", &imports, &HashMap::new()).is_err());
    }
}
