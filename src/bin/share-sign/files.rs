//! Finding the pages of a site, and writing them so that nobody ever sees half of one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The HTML files below `folder`, as paths with slashes, in order. Links are not
/// followed, and what packages and version control keep is not looked at.
pub fn pages(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    search(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn search(folder: &Path, before: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = [before, &name].concat();
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if name != "node_modules" && name != ".git" {
                search(&entry.path(), &[&path, "/"].concat(), found)?;
            }
        } else if kind.is_file() && is_page(&name) {
            found.push(path);
        }
    }
    Ok(())
}

fn is_page(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or("");
    end.eq_ignore_ascii_case("html") || end.eq_ignore_ascii_case("htm")
}

/// Writes a file in one step, with the permissions of the one that it replaces.
pub fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = beside(path);
    let done = fs::write(&beside, content)
        .and_then(|()| match fs::metadata(path) {
            Ok(old) => fs::set_permissions(&beside, old.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // Whatever went wrong is the news, and not that this may fail too.
        let _ = fs::remove_file(&beside);
    }
    done
}

/// A name in the same folder that nothing else has.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.share-sign", std::process::id()))
}
