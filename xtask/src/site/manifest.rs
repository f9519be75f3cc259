//! What `custom-elements.json` says.

use super::declarations::Declarations;
use super::{escape, html, terms};
use anyhow::{Context, Result};
use serde_json::Value;

/// The manifest of the package's elements.
pub struct Manifest(Value);

impl Manifest {
    /// Reads the file's text.
    pub fn read(text: &str) -> Result<Self> {
        Ok(Manifest(serde_json::from_str(text).context("pkg/custom-elements.json is not JSON")?))
    }

    fn element(&self, tag: &str) -> Result<&Value> {
        let modules = self.0.get("modules").and_then(Value::as_array).into_iter().flatten();
        modules
            .flat_map(|module| module["declarations"].as_array().into_iter().flatten())
            .find(|declaration| declaration["tagName"] == tag)
            .with_context(|| format!("pkg/custom-elements.json has no <{tag}>"))
    }

    fn entries(&self, tag: &str, what: &str) -> Result<&Vec<Value>> {
        let found = self.element(tag)?[what].as_array();
        found.with_context(|| format!("pkg/custom-elements.json has no {what} of <{tag}>"))
    }

    /// What the element is for.
    pub fn about(&self, tag: &str) -> Result<String> {
        Ok(format!("      <p>{}</p>\n", html(text(self.element(tag)?, "description"))))
    }

    /// Names with their descriptions, and defaults where these are told apart.
    pub fn list(&self, tag: &str, what: &str) -> Result<String> {
        let rows = self.entries(tag, what)?.iter().map(|entry| {
            let default = text(entry, "default");
            let default = if default.is_empty() {
                String::new()
            } else {
                format!(" <span class=\"default\">Default: <code>{}</code></span>", escape(default))
            };
            (text(entry, "name").to_owned(), html(text(entry, "description")) + &default)
        });
        Ok(terms(rows))
    }

    /// Events, with what their `detail` holds.
    pub fn events(&self, types: &Declarations) -> Result<String> {
        let details = types.members("ShareSignEventDetails")?;
        let rows = self.entries("share-sign", "events")?.iter().map(|entry| {
            let name = text(entry, "name");
            let key = format!("\"{name}\"");
            let detail = details
                .iter()
                .find(|member| member.name() == key)
                .with_context(|| format!("pkg/element.d.ts does not say what the detail of {name} is"))?;
            let shape = detail.code.split_once(": ").map_or("", |(_, shape)| shape).trim_end_matches(';');
            let shape = shape.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = html(text(entry, "description"));
            Ok((name.to_owned(), format!("{said} <code>{}</code>", escape(&shape))))
        });
        Ok(terms(rows.collect::<Result<Vec<_>>>()?))
    }

    /// The names of the parts.
    pub fn parts(&self, tag: &str) -> Result<String> {
        let items: Vec<_> = self
            .entries(tag, "cssParts")?
            .iter()
            .map(|entry| format!("        <li><code>{}</code></li>\n", escape(text(entry, "name"))))
            .collect();
        let items = items.concat();
        Ok(format!("      <ul class=\"parts\">\n{items}      </ul>\n"))
    }
}

fn text<'a>(entry: &'a Value, name: &str) -> &'a str {
    entry[name].as_str().unwrap_or_default()
}
