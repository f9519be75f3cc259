//! `dist/`: the parts of the package as ES modules.

use super::{FIRST_LOCALE, Files, more};
use crate::literal::{self, string};
use crate::wasm::Programs;
use crate::{bundle, repo};
use anyhow::{Context, Result};
use serde_json::json;
use share_sign::pack;
use std::collections::BTreeMap;

/// The parts, and what they are called.
pub struct Modules {
    /// All files of dist/, by their path in pkg/.
    pub files: Files,
    /// The minified style sheet.
    pub css: String,
    /// The release that these parts belong to.
    pub version: String,
    /// File name of the channels that a first view usually does without.
    pub rows: String,
    /// File name of the icons of each category of channels.
    pub icons: BTreeMap<&'static str, String>,
    /// File name of what tells the page's own analytics.
    pub analytics: String,
    /// File name of what signs.
    pub sign: String,
    /// File name of the statistics panel.
    pub stats: String,
    /// File name of the card's program as JavaScript.
    pub script: String,
    /// File name of the dialogs.
    pub more: String,
    /// File name of each locale.
    pub locales: BTreeMap<&'static str, String>,
}

impl Modules {
    /// Makes them.
    pub fn of(programs: &Programs) -> Result<Self> {
        let program = &programs.card;
        let mut made = bundle::run(&BTreeMap::from([
            ("glue", json!({ "kind": "minify", "loader": "js", "text": program.glue })),
            ("css", json!({ "kind": "minify", "loader": "css", "text": pack::STYLE })),
            ("script", json!({ "kind": "minify", "loader": "js", "text": program.script })),
        ]))?;
        let (code, css) = (made.take("glue")?, made.take("css")?.trim_end().to_owned());

        // Bundlers follow an address only where it stands literally in the code.
        let beside = |file: &str| string(&format!("./{file}"));
        let mut files = Files::new();
        let script = made.take("script")?;
        // One hash for all: the glue of one build cannot run the program of another.
        let pair = repo::hash([program.wasm.as_slice(), code.as_bytes(), script.as_bytes()]);
        let (glue, wasm) = (format!("share_sign-{pair}.js"), format!("program-{pair}.js"));
        files.insert(format!("dist/{glue}"), code.into_bytes());
        // The program is text in a module: a .wasm file is left behind by some bundlers
        // and sent with a wrong type by some hosts.
        let text = literal::bytes(&program.wasm);
        let decode =
            format!("const decode = {};\nexport const program = () => decode({text});\n", literal::DECODE);
        files.insert(format!("dist/{wasm}"), decode.into_bytes());
        files.insert(
            "dist/wasm.js".into(),
            format!("export {{ program }} from {};\n", beside(&wasm)).into_bytes(),
        );

        let scripted = format!("share_sign-{pair}.script.js");
        files.insert(format!("dist/{scripted}"), script.into_bytes());

        let mut put = |name: &str, text: String| {
            let file = format!("{name}-{}.js", repo::hash([text.as_bytes()]));
            files.insert(format!("dist/{file}"), text.into_bytes());
            file
        };
        let assets = put("assets", first_view(&css, FIRST_LOCALE));
        let rows = put("channels", default_export(&pack::other_rows()));
        let icons: BTreeMap<_, _> = pack::icons()
            .into_iter()
            .map(|(category, icons)| (category, put(&format!("icons-{category}"), default_export(&icons))))
            .collect();
        let locales: BTreeMap<_, _> = pack::LOCALES
            .iter()
            .map(|id| (*id, put(&format!("locale-{id}"), default_export(&pack::strings(id)))))
            .collect();

        let job = json!({ "kind": "module", "entry": repo::pkg().join("analytics.js"), "external": [] });
        let code = bundle::run(&BTreeMap::from([("analytics", job)]))?.take("analytics")?;
        let analytics = format!("analytics-{}.js", repo::hash([code.as_bytes()]));
        files.insert(format!("dist/{analytics}"), code.into_bytes());

        let made = more::make(programs, &rows, &icons)?;
        files.extend(made.files);

        let version = version()?;
        let mut others = locales.clone();
        others.remove(FIRST_LOCALE);
        let others = imports(&others, &|file| format!("() => import({})", beside(file)));
        let manifest = [
            format!("export * as glue from {};\n", beside(&glue)),
            format!("export {{ channels, css, locale, strings }} from {};\n", beside(&assets)),
            format!("export const wasm = () => import({}).then((part) => part.program());\n", beside(&wasm)),
            format!("export const scriptParts = () => import({});\n", beside(&scripted)),
            format!("export const locales = {{\n{others}}};\n"),
            format!("export const moreRows = () => import({});\n", beside(&rows)),
            format!(
                "export const icons = {{\n{}}};\n",
                imports(&icons, &|file| format!("() => import({})", beside(file)))
            ),
            format!("export const moreParts = () => import({});\n", beside(&made.more)),
            format!("export const analyticsParts = () => import({});\n", beside(&analytics)),
            format!("export const signParts = () => import({});\n", beside(&made.sign)),
            format!("export const statsParts = () => import({});\n", beside(&made.stats)),
            format!("export const version = {};\n", string(&version)),
        ];
        files.insert("dist/manifest.js".into(), manifest.concat().into_bytes());
        Ok(Modules {
            files,
            css,
            version,
            rows,
            icons,
            analytics,
            script: scripted,
            sign: made.sign,
            stats: made.stats,
            more: made.more,
            locales,
        })
    }
}

/// The properties of an object: each file by its name, imported as `import` says.
pub fn imports(files: &BTreeMap<&'static str, String>, import: &dyn Fn(&str) -> String) -> String {
    let lines = files.iter().map(|(name, file)| format!("  {}: {},\n", string(name), import(file)));
    lines.collect::<Vec<_>>().concat()
}

/// What every first view needs besides the program, as exports.
pub fn first_view(css: &str, locale: &str) -> String {
    format!(
        "export const channels = {},\ncss = {},\nlocale = {},\nstrings = {};\n",
        string(&pack::core_rows()),
        string(css),
        string(locale),
        string(&pack::strings(locale))
    )
}

pub fn default_export(text: &str) -> String {
    format!("export default {};\n", string(text))
}

fn version() -> Result<String> {
    let manifest = repo::read(&repo::root().join("Cargo.toml"))?;
    let (_, package) = manifest.split_once("[package]").context("Cargo.toml has no [package]")?;
    let line = package.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|line| line.split('"').next());
    version.map(str::to_owned).context("Cargo.toml has no line `version = \"…\"` in [package]")
}
