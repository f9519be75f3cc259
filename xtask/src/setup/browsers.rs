//! The browsers that the tests drive, and what they are driven with.

use super::{compiled, debian};
use crate::command;
use std::path::PathBuf;

/// A browser engine on this machine.
pub struct Engine {
    /// As in `SHARE_SIGN_ENGINES`.
    pub name: &'static str,
    /// The environment variables that tell the tests where its programs are, or why
    /// it cannot be tested.
    pub programs: Result<Vec<(&'static str, PathBuf)>, String>,
}

/// A program that an engine needs.
struct Program {
    variable: &'static str,
    /// Names on the search path, or full paths.
    candidates: &'static [&'static str],
    /// The Debian package that it is in; none for what comes from elsewhere.
    package: Option<&'static str>,
}

const fn program(
    variable: &'static str,
    candidates: &'static [&'static str],
    package: Option<&'static str>,
) -> Program {
    Program { variable, candidates, package }
}

/// The test browser of `WebKitGTK` is in no folder of the search path.
const MINI_BROWSERS: &[&str] = &[
    "MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkitgtk-6.0/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkitgtk-6.0/MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
];

const ENGINES: [(&str, &[Program]); 3] = [
    (
        "chromium",
        &[
            program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"], Some("chromium")),
            program(
                "CHROMEDRIVER",
                &["chromedriver", "/usr/lib/chromium/chromedriver"],
                Some("chromium-driver"),
            ),
        ],
    ),
    (
        "firefox",
        &[
            program("FIREFOX", &["firefox-esr", "firefox"], Some("firefox-esr")),
            program("GECKODRIVER", &["geckodriver"], None),
        ],
    ),
    (
        "webkit",
        &[
            program("WEBKITDRIVER", &["WebKitWebDriver"], Some("webkit2gtk-driver")),
            program("MINIBROWSER", MINI_BROWSERS, Some("webkit2gtk-driver")),
            program("XVFB", &["Xvfb"], Some("xvfb")),
        ],
    ),
];

/// What pages are drawn with where a system has no fonts of its own.
const FONTS: [&str; 2] = ["fonts-dejavu-core", "fonts-noto-color-emoji"];

/// All engines, installed where they were missing and that is possible.
pub fn all() -> Vec<Engine> {
    let mut packages: Vec<_> = ENGINES
        .iter()
        .flat_map(|(_, programs)| *programs)
        .filter(|program| program.find().is_none())
        .filter_map(|program| program.package)
        .collect();
    let mut failure = String::new();
    if !packages.is_empty() {
        packages.extend(FONTS);
        packages.dedup();
        if let Err(error) = debian::install(&packages) {
            failure = format!(" ({error:#})");
        }
    }
    let engine = |(name, programs): &(&'static str, &[Program])| {
        let found = programs.iter().map(|program| {
            let path = program.find().or_else(|| program.build());
            path.map(|path| (program.variable, path)).ok_or_else(|| program.missing(&failure))
        });
        Engine { name, programs: found.collect() }
    };
    ENGINES.iter().map(engine).collect()
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        if let Some(given) = std::env::var_os(self.variable) {
            return Some(given.into());
        }
        let names = || self.candidates.iter();
        names()
            .find_map(|name| command::find(name))
            .or_else(|| names().find_map(|name| compiled::found(name)))
    }

    /// Compiles what no package has, once.
    fn build(&self) -> Option<PathBuf> {
        self.candidates.first().filter(|_| self.package.is_none()).and_then(|name| compiled::compile(name))
    }

    fn missing(&self, failure: &str) -> String {
        let name = self.candidates.first().copied().unwrap_or_default();
        match self.package {
            Some(package) => {
                format!("{name} is missing; install the package {package}{failure}, or set {}", self.variable)
            }
            None => format!("{name} is missing and `cargo install {name}` failed; set {}", self.variable),
        }
    }
}
