//! The page of the site that lists all there is: made of what the package itself
//! says, so that it can neither lag behind nor invent.
//!
//! `www/reference.html` is written by hand but for what stands between
//! `<!-- made: name -->` and `<!-- end -->`.

mod declarations;
mod manifest;
pub mod whole;

use crate::{bundle, repo};
use anyhow::{Context, Result, bail};
use declarations::Declarations;
use manifest::Manifest;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::PathBuf;

const BEGIN: &str = "<!-- made: ";
const END: &str = "<!-- end -->";

/// Brings the page up to date, and makes the script that stands in for the modules of
/// `www/configurator.html` where it is opened from a file: browsers run none from there.
pub fn build() -> Result<()> {
    let path = path();
    let page = repo::read(&path)?;
    repo::write(&path, made(&page)?)?;

    let folder = repo::root().join("www/configurator");
    let job = json!({ "kind": "page", "entry": folder.join("main.js"), "pkg": repo::pkg() });
    let whole = bundle::run(&BTreeMap::from([("whole", job)]))?.take("whole")?;
    repo::write(&folder.join("whole.js"), whole)
}

fn path() -> PathBuf {
    repo::root().join("www/reference.html")
}

/// The page with what is made in its place.
fn made(page: &str) -> Result<String> {
    let manifest = Manifest::read(&repo::read(&repo::pkg().join("custom-elements.json"))?)?;
    let types =
        |name: &str| Ok::<_, anyhow::Error>(Declarations::read(&repo::read(&repo::pkg().join(name))?));
    let (element, links, stats) = (types("element.d.ts")?, types("links.d.ts")?, types("stats.d.ts")?);
    let prerender = types("prerender.d.ts")?;

    let part = |name: &str| -> Result<String> {
        Ok(match name {
            "attributes" => manifest.list("share-sign", "attributes")?,
            "events" => manifest.events(&element)?,
            "methods" => element.methods("ShareSignElement")?,
            "properties" => manifest.list("share-sign", "cssProperties")?,
            "parts" => manifest.parts("share-sign")?,
            "statistics" => statistics(&manifest, &stats)?,
            "links" => links.shown(|name| name != "ChannelId"),
            "prerendering" => prerender.shown(|_| true),
            "types" => element.shown(|name| name != "ShareSignElement"),
            other => bail!("www/reference.html asks for \"{other}\", which is not made"),
        })
    };

    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (name, after) = after.split_once(" -->").context("a comment in www/reference.html has no end")?;
        let (_, after) = after.split_once(END).with_context(|| format!("\"{name}\" has no {END}"))?;
        out.extend([before, BEGIN, name, " -->\n", &part(name)?, "      ", END]);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn statistics(manifest: &Manifest, types: &Declarations) -> Result<String> {
    let tag = "share-sign-stats";
    Ok([
        manifest.about(tag)?,
        "      <h3>Its attributes</h3>\n".into(),
        manifest.list(tag, "attributes")?,
        "      <h3>Its methods</h3>\n".into(),
        types.methods("ShareSignStatsElement")?,
        "      <h3>Its parts</h3>\n".into(),
        manifest.parts(tag)?,
    ]
    .concat())
}

/// Text as HTML, with what stands between backticks as code.
fn html(text: &str) -> String {
    let escaped = escape(text);
    let mut out = String::new();
    for (at, piece) in escaped.split('`').enumerate() {
        if at > 0 {
            out.push_str(if at % 2 == 1 { "<code>" } else { "</code>" });
        }
        out.push_str(piece);
    }
    // An odd backtick is one of the text's own.
    if escaped.matches('`').count() % 2 == 1 { escaped } else { out }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Terms and what is said of them: name, explanation in HTML.
fn terms(rows: impl IntoIterator<Item = (String, String)>) -> String {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(term, said)| {
            format!("        <div><dt><code>{}</code></dt><dd>{said}</dd></div>\n", escape(&term))
        })
        .collect();
    let rows = rows.concat();
    format!("      <dl class=\"list\">\n{rows}      </dl>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_up_to_date() {
        let page = repo::read(&path()).unwrap();
        assert!(
            made(&page).unwrap() == page,
            "www/reference.html is older than pkg/custom-elements.json and pkg/*.d.ts; cargo xtask build makes it anew"
        );
    }

    #[test]
    fn names_what_the_package_has() {
        let page = made(&repo::read(&path()).unwrap()).unwrap();
        for found in [
            "<dt><code>privacy-url</code></dt>",
            "<dt><code>share-sign:before-share</code></dt>",
            "<dt><code>share(channel: string): void</code></dt>",
            "<dt><code>--share-sign-accent</code></dt>",
            "<code>sign-button</code>",
            "<dt><code>time-zone</code></dt>",
            "shareLinks(campaign: LinkCampaign",
            "interface WaitingSignature",
        ] {
            assert!(page.contains(found), "{found} is not in the reference");
        }
    }

    #[test]
    fn a_part_that_nobody_makes_is_named() {
        let error = made("<!-- made: weather --><!-- end -->").unwrap_err();
        assert!(error.to_string().contains("weather"), "{error}");
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(html("`a<b` & c"), "<code>a&lt;b</code> &amp; c");
        assert_eq!(html("one ` only"), "one ` only");
    }
}
