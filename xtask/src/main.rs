//! The project's own commands: `cargo xtask <task>`. One file per task.

mod bench;
mod build;
mod bundle;
mod command;
mod literal;
mod package;
mod release;
mod repo;
mod serve;
mod setup;
mod site;
mod size;
mod test;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask <task>

  setup [build|test]                     install what the build, or the tests, need
  build                                  make pkg/ complete
  serve [--port N]                       build, serve the demo site, rebuild on change
  site DIR --at ADDRESS                  the whole site in a new folder, for the host with this address
  size                                   what a visitor downloads, against the budget
  test [native|text|more|browser|without-wasm|destinations|prerender|package|bundlers|sites|size|release]
                                         all checks, or one part of them
  release [--check] [--at ADDRESS]       all that is checked before a version is published, and its files
  bench load [--runs N]                  how soon a visitor can share, beside other ways
  bench links [--runs N]                 how long a set of share links takes, beside other libraries
  bench counts [--events N]              how long counting and the statistics take, beside plain JavaScript
  bench stall [--signatures N]           how a tablet at a stall fares with thousands of signatures";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["setup"] | ["setup", "build"] => setup::for_build().map(drop),
        ["setup", "test"] => setup::for_test(),
        ["build"] => build::run(),
        ["serve", arguments @ ..] => serve::run(arguments),
        ["site", folder, "--at", address] => site::whole::write(folder, address),
        ["size"] => build::run().and_then(|()| size::run()),
        ["test", arguments @ ..] => test::run(arguments),
        ["release", arguments @ ..] => release::run(arguments),
        ["bench", "links", options @ ..] => bench::links(options),
        ["bench", "load", options @ ..] => bench::load(options),
        ["bench", "counts", options @ ..] => bench::counts(options),
        ["bench", "stall", options @ ..] => bench::stall(options),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(anyhow::anyhow!("unknown task \"{}\"\n\n{USAGE}", other.join(" "))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
