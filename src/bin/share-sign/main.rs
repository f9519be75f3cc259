//! `share-sign prerender DIR`: cards in the pages of a built site, before any script.

mod files;
mod run;

use std::process::ExitCode;

use share_sign::prerender::command::{Command, USAGE, parse};

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    match parse(&arguments) {
        Ok(Command::Help) => println!("{USAGE}"),
        Ok(Command::Version) => println!("share-sign {}", env!("CARGO_PKG_VERSION")),
        Ok(Command::Prerender(job)) => return run::run(&job),
        Err(words) => {
            eprintln!("share-sign: {words}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
