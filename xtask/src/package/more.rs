//! The programs besides the card's, each in one module: `dist/sign-….js` which signs,
//! `dist/stats-….js` with the statistics panel, `dist/more-….js` with the dialogs, `dist/links-….js` with the functions that
//! make share links, and `dist/prerender-….js` with those that fill the pages of a built
//! site; and `dist/links.js` and the like, names for them that stay.

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

/// The modules that load when they are asked for.
pub struct Made {
    /// File name of what signs.
    pub sign: String,
    /// File name of the statistics panel.
    pub stats: String,
    /// File name of the dialogs.
    pub more: String,
    /// All files, by their path in pkg/.
    pub files: Files,
}

/// Makes them. `rows` is the file with the channels that a first view does without,
/// `icons` are those with the icons of these channels.
pub fn make(programs: &Programs, rows: &str, icons: &BTreeMap<&'static str, String>) -> Result<Made> {
    let mut files = Files::new();
    let mut put = |name: &str, text: &str| {
        let file = format!("{name}-{}.js", repo::hash([text.as_bytes()]));
        files.insert(format!("dist/{file}"), text.as_bytes().to_vec());
        file
    };
    let channels = [
        format!("export const core = {};\n", string(&pack::core_rows())),
        format!("export {{ default as rest }} from {};\n", string(&format!("./{rows}"))),
    ]
    .concat();
    let mut external = vec![format!("./{rows}")];

    let mut dialogs = channels.clone() + &style(pack::MORE_STYLE)?;
    dialogs += &words("more", pack::more_strings, &mut put, &mut external);
    let made = module("more", &programs.more, &dialogs, &external, &mut put)?;
    let more = put("more", &made);

    let mut signing = style(pack::SIGN_STYLE)?;
    signing += &words("sign", pack::sign_strings, &mut put, &mut external);
    let made = module("sign", &programs.sign, &signing, &external, &mut put)?;
    let sign = put("sign", &made);

    let mut counting = style(pack::STATS_STYLE)?;
    counting += &words("stats", pack::stats_strings, &mut put, &mut external);
    let made = module("stats", &programs.stats, &counting, &external, &mut put)?;
    let stats = put("stats", &made);

    let made = module("links", &programs.links, &channels, &external, &mut put)?;
    let links = put("links", &made);
    let (filling, external) = filling(&channels, rows, icons);
    let made = module("prerender", &programs.prerender, &filling, &external, &mut put)?;
    let prerender = put("prerender", &made);
    let lasting = format!("export * from \"./{prerender}\";\n");
    files.insert("dist/prerender.js".into(), lasting.into_bytes());

    let names = "shareLinks, channels, measure";
    files.insert("dist/links.js".into(), format!("export {{ {names} }} from \"./{links}\";\n").into_bytes());
    let lasting = format!("export * from \"./{stats}\";\n");
    files.insert("dist/stats.js".into(), lasting.into_bytes());
    Ok(Made { sign, stats, more, files })
}

/// What the program needs that fills pages, and what its module imports: all channels
/// and icons, all languages, and files.
fn filling(channels: &str, rows: &str, icons: &BTreeMap<&'static str, String>) -> (String, Vec<String>) {
    let mut external = vec!["node:*".to_owned(), format!("./{rows}")];
    let (mut imports, mut names) = (Vec::new(), Vec::new());
    for (category, file) in icons {
        let file = format!("./{file}");
        imports.push(format!("import icons_{category} from {};\n", string(&file)));
        names.push(format!("icons_{category}"));
        external.push(file);
    }
    let words = pack::LOCALES
        .iter()
        .map(|id| format!("[{}, {}]", string(&pack::strings(id)), string(&pack::prerender_strings(id))));
    let own = [
        channels.to_owned(),
        imports.concat(),
        format!("export const icons = [{}];\n", names.join(", ")),
        format!("export const words = [{}];\n", words.collect::<Vec<_>>().join(", ")),
    ]
    .concat();
    (own, external)
}

/// A style sheet as an export.
fn style(css: &str) -> Result<String> {
    let job = json!({ "kind": "minify", "loader": "css", "text": css });
    let css = bundle::run(&BTreeMap::from([("css", job)]))?.take("css")?;
    Ok(format!("export const css = {};\n", string(css.trim_end())))
}

/// The words of one part as exports: those of the first language inside, the others
/// each in a file of its own.
fn words(
    part: &str,
    pack: fn(&str) -> String,
    put: &mut dyn FnMut(&str, &str) -> String,
    external: &mut Vec<String>,
) -> String {
    let mut others = BTreeMap::new();
    for id in pack::LOCALES.iter().filter(|id| **id != FIRST_LOCALE) {
        let file = put(&format!("{part}-{id}"), &default_export(&pack(id)));
        external.push(format!("./{file}"));
        others.insert(*id, file);
    }
    [
        format!("export const words = {};\n", string(&pack(FIRST_LOCALE))),
        format!("export const locale = {};\n", string(FIRST_LOCALE)),
        format!(
            "export const otherWords = {{\n{}}};\n",
            imports(&others, &|file| format!("() => import({})", string(&format!("./{file}"))))
        ),
    ]
    .concat()
}

/// `pkg/NAME/index.js` with all that it imports, the program inside.
fn module(
    name: &str,
    program: &Program,
    own: &str,
    external: &[String],
    put: &mut dyn FnMut(&str, &str) -> String,
) -> Result<String> {
    let mut external = external.to_vec();
    let mut manifest = vec![
        "export * as glue from \"./glue.js\";\n".to_owned(),
        format!("const decode = {};\n", literal::DECODE),
        format!("export const program = () => decode({PLACE});\n"),
        own.to_owned(),
    ];
    if !program.script.is_empty() {
        let job = json!({ "kind": "minify", "loader": "js", "text": program.script });
        let script = bundle::run(&BTreeMap::from([("script", job)]))?.take("script")?;
        let script = format!("./{}", put(&format!("{name}-script"), &script));
        manifest.push(format!("export const script = () => import({});\n", string(&script)));
        external.push(script);
    }
    let mut glue =
        without_fetching(&program.glue).context("wasm-bindgen's glue is not written as expected")?;
    if name == "sign" {
        // There is one store and one queue of events on a page, so what signs is lent
        // the card's.
        glue = glue.replace("../edge.js", "../sign/world.js");
    }
    if name == "prerender" {
        glue = glue.replace("../edge.js", "../prerender/world.js");
    }
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
