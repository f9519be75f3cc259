//! `dist/`: the parts of the package as ES modules.

use super::{FIRST_LOCALE, Files};
use crate::literal::string;
use crate::wasm::Program;
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
    /// File name of the channels and icons that a first view usually does without.
    pub channels: String,
    /// File name of each locale.
    pub locales: BTreeMap<&'static str, String>,
}

impl Modules {
    /// Makes them.
    pub fn of(program: &Program) -> Result<Self> {
        let mut made = bundle::run(&BTreeMap::from([
            ("glue", json!({ "kind": "minify", "loader": "js", "text": program.glue })),
            ("css", json!({ "kind": "minify", "loader": "css", "text": pack::STYLE })),
        ]))?;
        let (code, css) = (made.take("glue")?, made.take("css")?.trim_end().to_owned());

        let mut files = Files::new();
        // One hash for both: the glue of one build cannot run the wasm of another.
        let pair = repo::hash([program.wasm.as_slice(), code.as_bytes()]);
        let (glue, wasm) = (format!("share_sign-{pair}.js"), format!("share_sign-{pair}.wasm"));
        files.insert(format!("dist/{glue}"), code.into_bytes());
        files.insert(format!("dist/{wasm}"), program.wasm.clone());

        let mut put = |name: &str, text: String| {
            let file = format!("{name}-{}.js", repo::hash([text.as_bytes()]));
            files.insert(format!("dist/{file}"), text.into_bytes());
            file
        };
        let assets = put("assets", first_view(&css, FIRST_LOCALE));
        let channels = put("channels", default_export(&pack::channels(false)));
        let locales: BTreeMap<_, _> = pack::LOCALES
            .iter()
            .map(|id| (*id, put(&format!("locale-{id}"), default_export(&pack::strings(id)))))
            .collect();

        let version = version()?;
        // Bundlers follow an address only where it stands literally in the code.
        let beside = |file: &str| string(&format!("./{file}"));
        let others = locales
            .iter()
            .filter(|(id, _)| **id != FIRST_LOCALE)
            .map(|(id, file)| format!("  {}: () => import({}),\n", string(id), beside(file)))
            .collect::<Vec<_>>()
            .concat();
        let manifest = [
            format!("export * as glue from {};\n", beside(&glue)),
            format!("export {{ channels, css, locale, strings }} from {};\n", beside(&assets)),
            format!("export const wasm = () => new URL({}, import.meta.url);\n", beside(&wasm)),
            format!("export const locales = {{\n{others}}};\n"),
            format!("export const moreChannels = () => import({});\n", beside(&channels)),
            format!("export const version = {};\n", string(&version)),
        ];
        files.insert("dist/manifest.js".into(), manifest.concat().into_bytes());
        Ok(Modules { files, css, version, channels, locales })
    }
}

/// What every first view needs besides the program, as exports.
pub fn first_view(css: &str, locale: &str) -> String {
    format!(
        "export const channels = {},\ncss = {},\nlocale = {},\nstrings = {};\n",
        string(&pack::channels(true)),
        string(css),
        string(locale),
        string(&pack::strings(locale))
    )
}

fn default_export(text: &str) -> String {
    format!("export default {};\n", string(text))
}

fn version() -> Result<String> {
    let manifest = repo::read(&repo::root().join("Cargo.toml"))?;
    let (_, package) = manifest.split_once("[package]").context("Cargo.toml has no [package]")?;
    let line = package.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|line| line.split('"').next());
    version.map(str::to_owned).context("Cargo.toml has no line `version = \"…\"` in [package]")
}
