//! What a file of type declarations exports. It reads the package's own files,
//! which are written in one style, and no other TypeScript.

use super::{escape, html, terms};
use anyhow::{Context, Result};

/// A declaration, or a member of one, with the comment before it.
#[derive(Debug, PartialEq)]
pub struct Declared {
    /// The comment's sentences.
    pub about: String,
    /// As written, without `export` and `declare`.
    pub code: String,
}

impl Declared {
    /// What it is called: `ShareLink`, `links`, `"share-sign:view"`.
    pub fn name(&self) -> &str {
        let code = ["interface ", "class ", "function ", "type ", "static ", "readonly "]
            .iter()
            .fold(self.code.as_str(), |code, word| code.strip_prefix(word).unwrap_or(code));
        // Names of events have a colon within their quotes.
        if let Some(end) = code.strip_prefix('"').and_then(|rest| rest.find('"')) {
            return code.get(..end + 2).unwrap_or(code);
        }
        code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or(code)
    }
}

/// The exports of one file.
pub struct Declarations(Vec<Declared>);

impl Declarations {
    /// Reads the file's text.
    pub fn read(text: &str) -> Self {
        let exported = blocks(text).into_iter().filter_map(|declared| {
            let code = declared.code.strip_prefix("export ")?;
            let code = code.strip_prefix("declare ").unwrap_or(code);
            let declared = Declared { about: declared.about, code: code.to_owned() };
            // What is only passed on from another file has no name of its own here.
            (!declared.name().is_empty()).then_some(declared)
        });
        Declarations(exported.collect())
    }

    fn find(&self, name: &str) -> Result<&Declared> {
        let found = self.0.iter().find(|declared| declared.name() == name);
        found.with_context(|| format!("the type declarations have no {name}"))
    }

    /// What stands within the braces of `name`.
    pub fn members(&self, name: &str) -> Result<Vec<Declared>> {
        let code = &self.find(name)?.code;
        let body = code.split_once("{\n").and_then(|(_, rest)| rest.rsplit_once('}')).map(|(body, _)| body);
        let body = body.with_context(|| format!("{name} has nothing within braces"))?;
        let shifted: Vec<_> = body.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
        Ok(blocks(&shifted.join("\n")))
    }

    /// The members of a class that are not static, with what they do.
    pub fn methods(&self, class: &str) -> Result<String> {
        let members = self.members(class)?.into_iter().filter(|member| !member.code.starts_with("static "));
        Ok(terms(members.map(|member| (member.code.trim_end_matches(';').to_owned(), html(&member.about)))))
    }

    /// Each declaration that `wanted` names, as written.
    pub fn shown(&self, wanted: impl Fn(&str) -> bool) -> String {
        let shown = self.0.iter().filter(|declared| wanted(declared.name()));
        let shown: Vec<_> = shown
            .map(|declared| {
                let (name, about) = (escape(declared.name()), html(&declared.about));
                let about =
                    if about.is_empty() { String::new() } else { format!("      <p>{about}</p>\n") };
                let code = escape(&declared.code);
                format!("      <h3 id=\"{name}\">{name}</h3>\n{about}      <pre tabindex=\"0\" role=\"group\" aria-labelledby=\"{name}\"><code>{code}</code></pre>\n")
            })
            .collect();
        shown.concat()
    }
}

/// Comments and what follows each: a statement ends where a line at its own depth
/// ends in `;` or begins with `}`.
fn blocks(text: &str) -> Vec<Declared> {
    let mut blocks = Vec::new();
    let (mut about, mut code) = (Vec::new(), Vec::new());
    let mut commenting = false;
    for line in text.lines() {
        let bare = line.trim();
        if code.is_empty() && (commenting || bare.starts_with("/**")) {
            commenting = !bare.ends_with("*/");
            let words =
                bare.trim_start_matches("/**").trim_end_matches("*/").trim().trim_start_matches('*').trim();
            if !words.is_empty() && !words.starts_with('@') {
                about.push(words);
            }
            continue;
        }
        if bare.is_empty() && code.is_empty() {
            continue;
        }
        code.push(line);
        let outside = !line.starts_with(' ');
        if outside && (bare.ends_with(';') || bare.starts_with('}') || bare.ends_with("{}")) {
            blocks.push(Declared { about: about.join(" "), code: code.join("\n") });
            about.clear();
            code.clear();
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
import \"./x.js\";
export type { Y } from \"./y.js\";

/** A link,
 * and more. */
export interface Link {
  /** Its id. */
  id: string;
  \"share:view\": { a: string } & Other;
  long: {
    within?: string;
  };
}

/** Makes it. */
export declare function make(link: Link): void;
export class Box extends Other {
  static define(name?: string): void;
  /** Opens `it`. */
  open(): void;
}
";

    #[test]
    fn reads_exports_and_their_members() {
        let file = Declarations::read(FILE);
        let names: Vec<_> = file.0.iter().map(Declared::name).collect();
        assert_eq!(names, ["Link", "make", "Box"]);
        assert_eq!(file.find("Link").unwrap().about, "A link, and more.");
        assert_eq!(file.find("make").unwrap().code, "function make(link: Link): void;");
        let members = file.members("Link").unwrap();
        let names: Vec<_> = members.iter().map(Declared::name).collect();
        assert_eq!(names, ["id", "\"share:view\"", "long"]);
        assert_eq!(
            members.iter().map(|member| member.about.as_str()).collect::<Vec<_>>(),
            ["Its id.", "", ""]
        );
        assert!(file.members("Nothing").is_err());
    }

    #[test]
    fn methods_are_told_without_what_is_static() {
        let shown = Declarations::read(FILE).methods("Box").unwrap();
        assert!(
            shown.contains("<dt><code>open(): void</code></dt><dd>Opens <code>it</code>.</dd>"),
            "{shown}"
        );
        assert!(!shown.contains("define"), "{shown}");
    }
}
