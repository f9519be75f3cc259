//! The address that a page will have.

use crate::percent;

/// The address of the file at `path` (with slashes) below the folder that is served
/// at `site`; nothing where no site is named.
pub fn address(site: &str, path: &str) -> String {
    if site.is_empty() {
        return String::new();
    }
    let mut out = String::from(site.trim_end_matches('/'));
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
        out.push('/');
        percent::encode_into(&mut out, folder);
    }
    out.push('/');
    if !matches!(file, "index.html" | "index.htm") {
        percent::encode_into(&mut out, file);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_file() {
        let site = "https://example.org/blog/";
        for (path, expected) in [
            ("index.html", "https://example.org/blog/"),
            ("2026/über uns/index.html", "https://example.org/blog/2026/%C3%BCber%20uns/"),
            ("a/b.html", "https://example.org/blog/a/b.html"),
        ] {
            assert_eq!(address(site, path), expected);
        }
        assert_eq!(address("", "a.html"), "");
    }
}
