//! Whether everything that goes into a release may, and what that is.

use crate::{command, repo};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// What the JavaScript tools of the build may be: pieces of them are in what they make.
const BUILD: [&str; 4] = ["MIT", "Apache-2.0", "ISC", "BSD-3-Clause"];

/// What not even a test may need.
const NEVER: [&str; 4] = ["AGPL", "SSPL", "BUSL", "UNLICENSED"];

/// Where npm packages are installed from a list, and whether that is for tests only.
const LISTS: [(&str, bool); 4] =
    [("xtask", false), ("tests", true), ("tests/bundlers", true), ("tests/sites", true)];

/// Asks the program `cargo-deny` about the crates. Its error says which one is not allowed.
pub fn of_crates(cargo_deny: &Path) -> Result<()> {
    let mut deny = Command::new(cargo_deny);
    deny.args(["--workspace", "--log-level", "error", "check", "licenses", "bans", "sources"])
        .current_dir(repo::root());
    command::run(&mut deny)
}

/// An error names the npm packages with a licence that is not allowed.
pub fn of_npm_packages() -> Result<()> {
    let manifest: Value = serde_json::from_str(&repo::read(&repo::pkg().join("package.json"))?)?;
    for field in ["dependencies", "optionalDependencies", "peerDependencies", "bundleDependencies"] {
        if manifest.get(field).is_some() {
            bail!(
                "pkg/package.json has {field}; the package has always come without, and their licences are not looked at"
            );
        }
    }
    let mut wrong = Vec::new();
    for (folder, tests) in LISTS {
        let lock: Value =
            serde_json::from_str(&repo::read(&repo::root().join(folder).join("package-lock.json"))?)?;
        let packages = lock
            .get("packages")
            .and_then(Value::as_object)
            .with_context(|| format!("{folder}/package-lock.json should list packages"))?;
        for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
            // A link leads to a package that is listed as well.
            let licence = package["license"].as_str().unwrap_or_default();
            if !package["link"].is_boolean() && !allowed(licence, tests) {
                wrong.push(format!(
                    "{folder}: {} has \"{licence}\"",
                    path.trim_start_matches("node_modules/")
                ));
            }
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        bail!("these npm packages have licences that are not allowed:\n{}", wrong.join("\n"))
    }
}

/// Tools of tests are passed on to nobody, so only the strictest are refused, and old
/// packages may have theirs in a file alone.
fn allowed(licence: &str, tests: bool) -> bool {
    if tests {
        return licence.contains(" OR ") || !NEVER.iter().any(|never| licence.contains(never));
    }
    BUILD.contains(&licence)
}

/// The crates whose code is in what visitors load, or in the command, by licence.
pub fn list() -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--format-version=1", "--locked", "--all-features", "--manifest-path"]);
    cargo.arg(repo::root().join("Cargo.toml"));
    let metadata: Value = serde_json::from_str(&command::capture(&mut cargo)?)?;
    listed(&metadata)
}

fn listed(metadata: &Value) -> Result<String> {
    let by_id = |list: Option<&Value>| -> BTreeMap<String, Value> {
        let entries = list.and_then(Value::as_array).into_iter().flatten();
        entries.map(|entry| (text(&entry["id"]), entry.clone())).collect()
    };
    let (packages, nodes) = (by_id(metadata.pointer("/packages")), by_id(metadata.pointer("/resolve/nodes")));
    let own = packages.values().find(|package| package["name"] == "share-sign");
    let own = text(&own.context("cargo metadata should know the package share-sign")?["id"]);

    let mut found = BTreeSet::new();
    let mut open = vec![own.clone()];
    while let Some(id) = open.pop() {
        for dependency in nodes.get(&id).and_then(|node| node["deps"].as_array()).into_iter().flatten() {
            // What only builds or tests it is not in it.
            let kinds = dependency["dep_kinds"].as_array();
            let inside = kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()));
            let id = text(&dependency["pkg"]);
            if inside && found.insert(id.clone()) {
                open.push(id);
            }
        }
    }

    let mut licences: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in found {
        let package = packages.get(&id).with_context(|| format!("cargo metadata does not describe {id}"))?;
        let licence = text(&package["license"]).replace('/', " OR ");
        let line = format!(
            "{} {} ({})",
            text(&package["name"]),
            text(&package["version"]),
            text(&package["repository"])
        );
        licences.entry(licence).or_default().push(line);
    }
    let mut list = String::from(
        "share-sign is under MIT OR Apache-2.0. In it is code of the Rust standard library,\nunder the same, drawings of Simple Icons, under CC0-1.0, and these crates:\n",
    );
    for (licence, mut crates) in licences {
        crates.sort();
        writeln!(list, "\n{licence}")?;
        for line in crates {
            writeln!(list, "  {line}")?;
        }
    }
    Ok(list)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn tests_may_need_more_than_a_build() {
        assert!(allowed("MIT", false) && allowed("MIT", true));
        assert!(!allowed("MPL-2.0", false) && allowed("MPL-2.0", true));
        assert!(!allowed("", false) && allowed("", true));
        assert!(!allowed("AGPL-3.0-only", true));
        assert!(allowed("(MIT OR AGPL-3.0)", true));
    }

    #[test]
    fn lists_what_is_inside_and_not_what_builds_it() {
        let package = |name: &str, license: &str| json!({ "id": name, "name": name, "version": "1.0.0", "license": license, "repository": "https://r.example" });
        let dep = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package("share-sign", "MIT"), package("a", "MIT/Apache-2.0"), package("b", "Zlib"), package("c", "MIT"), package("d", "GPL-3.0")],
            "resolve": { "nodes": [
                { "id": "share-sign", "deps": [dep("a", Value::Null), dep("c", json!("build"))] },
                { "id": "a", "deps": [dep("b", Value::Null), dep("d", json!("dev"))] },
            ] },
        });
        let list = listed(&metadata).unwrap();
        assert!(list.contains("\nMIT OR Apache-2.0\n  a 1.0.0 (https://r.example)\n"), "{list}");
        assert!(list.contains("\nZlib\n  b 1.0.0"), "{list}");
        assert!(!list.contains("c 1.0.0") && !list.contains("d 1.0.0"), "{list}");
    }
}
