//! Lists the icons, so that a new one is a file and nothing more.

use std::fmt::Write;
use std::{env, error, fs, path};

fn main() -> Result<(), Box<dyn error::Error>> {
    let folder = path::Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src/icons");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut icons = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "path") {
            icons.push(file);
        }
    }
    icons.sort();
    let mut list = String::from("&[\n");
    for file in icons {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(list, "({name:?}, include_str!({:?})),", file.display().to_string())?;
    }
    list.push(']');
    fs::write(path::Path::new(&env::var("OUT_DIR")?).join("icons.rs"), list)?;
    Ok(())
}
