//! `cargo xtask size`: what a visitor downloads, against `size-budget.json`.

use crate::{bundle, repo};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

/// One line of the table: bytes as they are, after gzip and after brotli.
struct Row {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// A row of the budget file and whether it is kept.
pub struct Verdict {
    /// In words.
    pub text: String,
    /// Whether the row is within its budget.
    pub kept: bool,
}

/// Prints the table; an error where something is over budget.
pub fn run() -> Result<()> {
    let (table, verdicts) = measure()?;
    println!("{table}");
    for verdict in &verdicts {
        println!("{}", verdict.text);
    }
    if verdicts.iter().any(|verdict| !verdict.kept) {
        bail!("over budget; make it smaller, or change xtask/size-budget.json and say what the bytes bought");
    }
    Ok(())
}

/// The table, and how it stands with the budget.
pub fn measure() -> Result<(String, Vec<Verdict>)> {
    let rows = rows()?;
    let budget: BTreeMap<String, usize> =
        serde_json::from_str(&repo::read(&repo::root().join("xtask/size-budget.json"))?)
            .context("xtask/size-budget.json should map names of the size table to bytes")?;
    let verdicts = budget.iter().map(|(name, limit)| judge(&rows, name, *limit)).collect::<Result<_>>()?;
    Ok((table(&rows)?, verdicts))
}

fn judge(rows: &[Row], name: &str, limit: usize) -> Result<Verdict> {
    let row = rows.iter().find(|row| row.name == name);
    let row =
        row.with_context(|| format!("xtask/size-budget.json names \"{name}\", which is not in the table"))?;
    let text = match limit.checked_sub(row.brotli) {
        Some(left) => format!("{name}: {left} of {limit} bytes are left"),
        None => format!("{name}: {} bytes are {} over the budget of {limit}", row.brotli, row.brotli - limit),
    };
    Ok(Verdict { text, kept: row.brotli <= limit })
}

/// Each file of the package, and the two ways to a first view.
fn rows() -> Result<Vec<Row>> {
    let pkg = repo::pkg();
    let mut rows = Vec::new();
    for folder in ["dist", "."] {
        let mut names = Vec::new();
        for entry in fs::read_dir(pkg.join(folder)).context("pkg/ is not built; run cargo xtask build")? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        for name in names.iter().filter(|name| folder == "dist" || name.starts_with("share-sign.")) {
            rows.push(row(stable(name), &repo::read_bytes(&pkg.join(folder).join(name))?)?);
        }
    }

    let mut made = bundle::run(&BTreeMap::from([(
        "element",
        json!({ "kind": "module", "entry": pkg.join("define.js"), "external": ["./dist/manifest.js"] }),
    )]))?;
    rows.push(row("the element's code, minified".into(), made.take("element")?.as_bytes())?);

    let script = sum("first view, script tag", &rows, &["share-sign.js"])?;
    let module_names =
        ["manifest.js", "share_sign.js", "program.js", "assets.js", "the element's code, minified"];
    let modules = sum("first view, npm", &rows, &module_names)?;
    rows.extend([script, modules]);
    Ok(rows)
}

/// The name without the hash of the content: `assets-0a1b2c3d4e5f.js` is `assets.js`.
fn stable(name: &str) -> String {
    let hash = |part: &str| part.len() == 12 && part.chars().all(|c| c.is_ascii_hexdigit());
    match name.rsplit_once('.').and_then(|(stem, end)| Some((stem.rsplit_once('-')?, end))) {
        Some(((stem, last), end)) if hash(last) => format!("{stem}.{end}"),
        _ => name.to_owned(),
    }
}

fn sum(name: &str, rows: &[Row], parts: &[&str]) -> Result<Row> {
    let mut total = Row { name: name.to_owned(), raw: 0, gzip: 0, brotli: 0 };
    for part in parts {
        let row = rows.iter().find(|row| row.name == *part);
        let row = row.with_context(|| format!("{part} is not in pkg/; run cargo xtask build"))?;
        total.raw += row.raw;
        total.gzip += row.gzip;
        total.brotli += row.brotli;
    }
    Ok(total)
}

fn row(name: String, content: &[u8]) -> Result<Row> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(content)?;
    let mut small = Vec::new();
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut small, &settings)?;
    Ok(Row { name, raw: content.len(), gzip: gzip.finish()?.len(), brotli: small.len() })
}

fn table(rows: &[Row]) -> Result<String> {
    let mut table = format!("{:32}{:>9}{:>9}{:>9}\n", "bytes", "raw", "gzip", "brotli");
    for row in rows {
        writeln!(table, "{:32}{:>9}{:>9}{:>9}", row.name, row.raw, row.gzip, row.brotli)?;
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_hash_only() {
        assert_eq!(stable("assets-0a1b2c3d4e5f.js"), "assets.js");
        assert_eq!(stable("locale-pt-br-0a1b2c3d4e5f.js"), "locale-pt-br.js");
        assert_eq!(stable("share-sign.fr.js"), "share-sign.fr.js");
        assert_eq!(stable("manifest.js"), "manifest.js");
    }

    #[test]
    fn a_byte_too_many_is_over_budget() {
        let rows = [row("a".into(), &[7; 1000]).unwrap()];
        let size = rows[0].brotli;
        assert!(size < 100 && rows[0].gzip < 100 && rows[0].raw == 1000);
        assert!(judge(&rows, "a", size).unwrap().kept);
        let over = judge(&rows, "a", size - 1).unwrap();
        assert!(!over.kept && over.text.contains("1 over"));
        assert!(judge(&rows, "b", 9).is_err());
    }
}
