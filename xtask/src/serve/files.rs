//! Which file an address stands for.

use crate::repo;
use std::path::{Component, Path, PathBuf};

/// What to answer to a request.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// This file, of this media type.
    File(PathBuf, &'static str),
    /// The folder's own address, which ends in a slash.
    Folder(String),
    /// There is no such file.
    Nothing,
}

/// The answer to a request for `url`: `/pkg/…` is the package, all else the demo site.
pub fn answer(url: &str) -> Answer {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let (base, rest) = match path.strip_prefix("/pkg/") {
        Some(rest) => (repo::pkg(), rest),
        None => (repo::root().join("www"), path.strip_prefix('/').unwrap_or(path)),
    };
    inside(&base, rest, path)
}

fn inside(base: &Path, rest: &str, path: &str) -> Answer {
    let Some(relative) = decode(rest) else { return Answer::Nothing };
    if !Path::new(&relative).components().all(|part| matches!(part, Component::Normal(_))) {
        return Answer::Nothing;
    }
    let mut file = base.join(&relative);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Answer::Folder(format!("{path}/"));
        }
        file.push("index.html");
    }
    // A link in the folder must not lead out of it either.
    let real = match (file.canonicalize(), base.canonicalize()) {
        (Ok(file), Ok(base)) if file.starts_with(&base) && file.is_file() => file,
        _ => return Answer::Nothing,
    };
    let kind = media_type(&real);
    Answer::File(real, kind)
}

/// The text behind `%XX`; nothing where that is not text or hides a separator.
fn decode(encoded: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = encoded.as_bytes();
    while let [first, tail @ ..] = rest {
        let (byte, after) = match (first, tail) {
            (b'%', [high, low, after @ ..]) => {
                let digits = [*high, *low];
                (u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?, after)
            }
            (b'%', _) => return None,
            _ => (*first, tail),
        };
        bytes.push(byte);
        rest = after;
    }
    let text = String::from_utf8(bytes).ok()?;
    let hidden = text.matches('/').count() > encoded.matches('/').count();
    (!hidden && !text.contains(['\\', '\0'])).then_some(text)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn addresses_stay_inside_their_folder() {
        let folder = std::env::temp_dir().join(format!("share-sign-serve-{}", std::process::id()));
        let base = folder.join("www");
        fs::create_dir_all(base.join("sub")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(base.join("index.html"), "home").unwrap();
        fs::write(base.join("sub/a b.svg"), "picture").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.join("secret.txt"), base.join("link.txt")).unwrap();

        let get = |path: &str| inside(&base, path.strip_prefix('/').unwrap_or(path), path);
        let is = |answer: Answer, name: &str| match answer {
            Answer::File(path, kind) => {
                assert!(path.ends_with(name), "{}", path.display());
                kind
            }
            other => panic!("expected {name}, got {other:?}"),
        };
        assert_eq!(is(get("/"), "www/index.html"), "text/html; charset=utf-8");
        assert_eq!(is(get("/sub/a%20b.svg"), "a b.svg"), "image/svg+xml");
        assert_eq!(get("/sub"), Answer::Folder("/sub/".into()));
        for outside in [
            "/../secret.txt",
            "/sub/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/sub/..%5c..%5csecret.txt",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/link.txt",
            "/index.html%00",
            "/%zz",
            "/%",
            "/%ff",
            "/sub/",
            "/none.html",
        ] {
            assert_eq!(get(outside), Answer::Nothing, "{outside}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn browsers_only_run_the_right_media_types() {
        let of = |name: &str| media_type(Path::new(name));
        assert_eq!(of("a.wasm"), "application/wasm");
        assert!(of("share-sign.js").starts_with("text/javascript"));
        assert!(of("a.mjs").starts_with("text/javascript"));
        assert_eq!(of("noextension"), "application/octet-stream");
    }
}
