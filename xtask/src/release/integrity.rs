//! The hashes by which a page can check every file that it loads from a release.

use crate::repo;
use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// The files of a package that a page can load, and their hashes as `integrity` takes them.
pub struct Integrity(Map<String, Value>);

impl Integrity {
    /// Of the package in `folder`: its scripts, and the modules in `dist/`.
    pub fn of(folder: &Path) -> Result<Integrity> {
        let mut hashes = Map::new();
        for part in ["", "dist/"] {
            let path = folder.join(part);
            for entry in fs::read_dir(&path).with_context(|| format!("cannot list {}", repo::shown(&path)))? {
                let path = entry?.path();
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                if path.extension().is_some_and(|extension| extension == "js") {
                    hashes.insert(format!("{part}{name}"), hash(&repo::read_bytes(&path)?).into());
                }
            }
        }
        hashes.sort_keys();
        Ok(Integrity(hashes))
    }

    /// File and hash, as JSON.
    pub fn list(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(&self.0)? + "\n")
    }

    /// What a page has to say so that the script at `address`, and whatever it loads
    /// later, is checked.
    pub fn markup(&self, address: &str) -> Result<String> {
        let script = self.0.get("share-sign.js").and_then(Value::as_str);
        let script = script.context("the package should have a share-sign.js")?;
        let modules: Map<_, _> = (self.0.iter())
            .filter(|(name, _)| name.starts_with("dist/"))
            .map(|(name, hash)| (format!("{address}{name}"), hash.clone()))
            .collect();
        let map = serde_json::to_string_pretty(&json!({ "integrity": modules }))?;
        Ok(format!(
            "<script type=\"importmap\">\n{map}\n</script>\n<script async src=\"{address}share-sign.js\" integrity=\"{script}\" crossorigin=\"anonymous\"></script>\n"
        ))
    }
}

fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_browsers_do() {
        // The example in the recommendation, https://www.w3.org/TR/sri-1/#integrity-metadata-description
        assert_eq!(
            hash(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn markup_names_the_script_and_every_module() {
        let mut hashes = Map::new();
        for (name, hash) in
            [("dist/a-1.js", "sha384-a"), ("edge.js", "sha384-e"), ("share-sign.js", "sha384-s")]
        {
            hashes.insert(name.to_owned(), hash.into());
        }
        let markup = Integrity(hashes).markup("https://a.example/s/").unwrap();
        assert!(markup.contains("\"https://a.example/s/dist/a-1.js\": \"sha384-a\""), "{markup}");
        assert!(
            markup.contains("src=\"https://a.example/s/share-sign.js\" integrity=\"sha384-s\""),
            "{markup}"
        );
        assert!(!markup.contains("edge.js"), "{markup}");
    }
}
