//! The documentation names what there is, and nothing else.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that finds something missing stops there"
)]

use std::collections::BTreeSet;
use std::fs;

use share_sign::channel::Catalogue;

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The first cell of each row of the table below `heading`, without backticks.
fn table<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let section = text.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.flat_map(|row| row.split('|').nth(1).unwrap().split(", "))
        .map(|cell| cell.trim().trim_matches('`'))
        .collect()
}

fn names(manifest: &serde_json::Value, what: &str) -> BTreeSet<String> {
    let list = manifest["modules"][0]["declarations"][0][what].as_array().unwrap();
    list.iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn readme_and_manifest_name_the_same_attributes_and_events() {
    let readme = read("README.md");
    let manifest: serde_json::Value = serde_json::from_str(&read("pkg/custom-elements.json")).unwrap();
    let set = |list: Vec<&str>| list.into_iter().map(String::from).collect::<BTreeSet<_>>();
    assert_eq!(set(table(&readme, "Attributes")), names(&manifest, "attributes"));
    assert_eq!(set(table(&readme, "Events and methods")), names(&manifest, "events"));
    for property in names(&manifest, "cssProperties") {
        assert!(readme.contains(&property), "{property} is not in the README");
        assert!(read("src/html/card.css").contains(&property), "{property} is not in the style sheet");
    }
}

/// The members of an interface in a file of types: name, and the comment before it.
fn members(types: &str, interface: &str) -> Vec<(String, String)> {
    let body = types.split(&format!("export interface {interface} {{\n")).nth(1).unwrap();
    let mut comment = String::new();
    let mut members = Vec::new();
    for line in body.lines().take_while(|line| *line != "}") {
        let line = line.strip_prefix("  ").unwrap();
        if let Some(text) = line.strip_prefix("/** ") {
            text.strip_suffix(" */").unwrap().clone_into(&mut comment);
        } else if !line.starts_with([' ', '}']) {
            // Names with a hyphen or a colon stand in quotes.
            let end = if line.starts_with('"') { "\"" } else { ":" };
            let name = line.trim_start_matches('"').split(end).next().unwrap();
            members.push((name.trim_end_matches('?').to_owned(), std::mem::take(&mut comment)));
        }
    }
    members
}

#[test]
fn types_say_of_attributes_and_events_what_the_manifest_says() {
    let manifest: serde_json::Value = serde_json::from_str(&read("pkg/custom-elements.json")).unwrap();
    let elements = [
        ("element.js", "pkg/element.d.ts", "ShareSignAttributes"),
        ("dist/stats.js", "pkg/stats.d.ts", "ShareSignStatsAttributes"),
    ];
    for (module, types, interface) in elements {
        let modules = manifest["modules"].as_array().unwrap();
        let declared = modules.iter().find(|one| one["path"] == module && one["declarations"].is_array());
        let attributes = declared.unwrap()["declarations"][0]["attributes"].as_array().unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let expected: Vec<_> =
            attributes.iter().map(|one| (text(&one["name"]), text(&one["description"]))).collect();
        assert_eq!(members(&read(types), interface), expected, "{interface} in {types}");
    }
    let details = members(&read("pkg/element.d.ts"), "ShareSignEventDetails");
    assert_eq!(
        details.into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>(),
        names(&manifest, "events")
    );
}

#[test]
fn guide_to_npm_shows_what_the_projects_hold() {
    let guide = read("docs/npm.md");
    let mut shown = 0;
    for after in guide.split("<!-- tests/").skip(1) {
        let (path, rest) = after.split_once(" -->\n```").unwrap();
        let (_, code) = rest.split_once('\n').unwrap();
        let (code, _) = code.split_once("\n```").unwrap();
        assert!(read(&format!("tests/{path}")).contains(code), "docs/npm.md shows other lines of {path}");
        shown += 1;
    }
    assert!(shown > 5, "docs/npm.md should show the projects in tests/bundlers, each below its path");

    let packages: serde_json::Value = serde_json::from_str(&read("tests/bundlers/package.json")).unwrap();
    for tool in ["vite", "webpack", "rollup", "esbuild", "parcel", "next", "astro", "@sveltejs/kit"] {
        let version = packages["devDependencies"][tool].as_str().unwrap();
        assert!(guide.contains(&format!("| {version} |")), "docs/npm.md names another version of {tool}");
    }
}

#[test]
fn manifest_names_the_parts_that_the_card_has() {
    let manifest: serde_json::Value = serde_json::from_str(&read("pkg/custom-elements.json")).unwrap();
    let mut parts = BTreeSet::new();
    let sources = [
        "card.rs",
        "card/sign.rs",
        "form.rs",
        "signing.rs",
        "card/channels.rs",
        "dialog.rs",
        "video.rs",
        "events.rs",
    ];
    let files = sources.map(|file| read(&format!("src/html/{file}"))).join("");
    for before in ["part=\\\"", "later(html, \"", "later(&mut html, \""] {
        for after in files.split(before).skip(1) {
            let name = after.split([' ', '\\', '"']).next().unwrap();
            parts.extend(Some(name.to_owned()).filter(|name| !name.is_empty()));
        }
    }
    parts.insert("dialog".into());
    assert!(read("pkg/more/dialog.js").contains("setAttribute(\"part\", \"dialog\")"));
    assert_eq!(parts, names(&manifest, "cssParts"));
}

#[test]
fn readme_names_every_channel() {
    let readme = read("README.md");
    let section = readme.split("\n## Channels\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| "));
    let named: BTreeSet<&str> = rows.flat_map(|row| row.split('`').skip(1).step_by(2)).collect();
    let known: BTreeSet<&str> = Catalogue::complete().all().iter().map(|channel| channel.id).collect();
    assert_eq!(named, known);
}

/// Lines without the space around them: a piece of a file may stand less far to the right.
fn lines(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

#[test]
fn guide_for_static_sites_shows_the_files_of_the_examples() {
    let guide = read("docs/sites.md");
    let mut told = BTreeSet::new();
    for section in guide.split("\n## ").skip(1) {
        let heading = section.lines().next().unwrap();
        let folder = heading.split(' ').next_back().unwrap().to_lowercase();
        assert!(section.contains("npx share-sign prerender "), "{heading} does not tell of prerendering");
        let parts: Vec<_> = section.split("```").collect();
        for pair in parts.chunks_exact(2) {
            // "The shortcode, `FILE`:" shows all of a file, "From `FILE`:" a piece.
            let words = pair[0].trim_end().strip_suffix("`:").unwrap();
            let (before, name) = words.rsplit_once('`').unwrap();
            let file = read(&format!("examples/sites/{folder}/{name}"));
            let code = pair[1].split_once('\n').unwrap().1;
            if before.ends_with("From ") {
                assert!(
                    lines(&file).contains(&lines(code)),
                    "{name} does not hold what {heading} shows of it"
                );
            } else {
                assert_eq!(file, code, "{name} is not as {heading} shows it");
            }
        }
        told.insert(folder);
    }
    let folders = fs::read_dir(format!("{}/examples/sites", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let made = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(told, made);
}
