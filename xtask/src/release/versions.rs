//! One version everywhere, and a changelog that tells of it.

use crate::repo;
use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Heads the changes of the next version.
const UNRELEASED: &str = "Unreleased";

/// The crate's version.
pub fn version() -> Result<String> {
    let manifest = repo::read(&repo::root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.strip_suffix('"'));
    Ok(version.context("Cargo.toml should have a line like: version = \"0.1.0\"")?.to_owned())
}

/// The version, where everything agrees on it. With `unreleased`, the changelog may
/// still have its changes under that word.
pub fn check(unreleased: bool) -> Result<String> {
    let version = version()?;
    let manifest: Value = serde_json::from_str(&repo::read(&repo::pkg().join("package.json"))?)
        .context("pkg/package.json should be JSON")?;
    let npm = manifest.get("version").and_then(Value::as_str).unwrap_or_default();
    if npm != version {
        bail!("Cargo.toml has version {version}, and pkg/package.json \"{npm}\"; both should be the same");
    }
    changes(&repo::read(&repo::root().join("CHANGELOG.md"))?, &version, unreleased)?;
    Ok(version)
}

/// What the changelog says of the version: the text below its heading.
pub fn changes<'a>(changelog: &'a str, version: &str, unreleased: bool) -> Result<&'a str> {
    let section = |name: &str| {
        changelog.split("\n## ").skip(1).find_map(|section| {
            let (heading, text) = section.split_once('\n')?;
            let named = heading.split_whitespace().next()?.trim_matches(['[', ']']);
            (named == name).then(|| text.trim())
        })
    };
    match (section(version), section(UNRELEASED)) {
        (Some(""), _) => bail!("CHANGELOG.md says nothing below \"## {version}\""),
        (Some(_), Some(left)) if !left.is_empty() => {
            bail!(
                "CHANGELOG.md still has changes under \"{UNRELEASED}\"; they belong to {version} or to the version after it"
            )
        }
        (Some(text), _) => Ok(text),
        (None, Some(text)) if unreleased && !text.is_empty() => Ok(text),
        (None, _) => bail!(
            "CHANGELOG.md should have a heading like \"## {version} - 2026-01-31\", with what has changed"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::changes;

    const LOG: &str = "# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-01-31\n\n- B.\n\n### Fixed\n\n- C.\n\n## [0.1.0]\n\n- A.\n";

    #[test]
    fn finds_what_a_version_changed() {
        assert_eq!(changes(LOG, "0.2.0", false).unwrap(), "- B.\n\n### Fixed\n\n- C.");
        assert_eq!(changes(LOG, "0.1.0", false).unwrap(), "- A.");
        let error = changes(LOG, "0.3.0", false).unwrap_err().to_string();
        assert!(error.contains("## 0.3.0"), "{error}");
        // An empty list of changes is none.
        assert!(changes(LOG, "0.3.0", true).is_err());
    }

    #[test]
    fn takes_what_is_unreleased_only_before_a_release() {
        let log = "# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0\n\n- A.\n";
        assert_eq!(changes(log, "0.2.0", true).unwrap(), "- New.");
        assert!(changes(log, "0.2.0", false).is_err());
        let error = changes(log, "0.1.0", false).unwrap_err().to_string();
        assert!(error.contains("still has changes"), "{error}");
    }
}
