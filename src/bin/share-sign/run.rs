//! Fills all pages of a folder, on all processors.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use share_sign::prerender::command::{Job, Totals, line, progress, summary};
use share_sign::prerender::{Kit, Wrong, address, concerns, page, sheet};

use crate::files;

/// What became of one page.
#[derive(Default)]
struct Outcome {
    cards: u64,
    changed: bool,
    /// A line each.
    problems: Vec<String>,
}

/// Does the job.
pub fn run(job: &Job) -> ExitCode {
    let folder = Path::new(&job.folder);
    let mut problems = Vec::new();
    if !job.css_file.is_empty()
        && let Err(error) = files::write(Path::new(&job.css_file), sheet().as_bytes())
    {
        problems.push(format!("{}: cannot be written: {error}", job.css_file));
    }
    let pages = match files::pages(folder) {
        Ok(pages) => pages,
        Err(error) => {
            eprintln!("share-sign: {} cannot be read: {error}", job.folder);
            return ExitCode::from(2);
        }
    };
    let mut totals = Totals { pages: pages.len() as u64, ..Totals::default() };
    for outcome in all(job, folder, &pages) {
        totals.cards += outcome.cards;
        totals.changed += u64::from(outcome.changed);
        problems.extend(outcome.problems);
    }
    totals.problems = problems.len() as u64;
    for problem in &problems {
        eprintln!("{problem}");
    }
    println!("{}", summary(totals));
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The outcome of each page, in their order.
fn all(job: &Job, folder: &Path, pages: &[String]) -> Vec<Outcome> {
    let kit = Kit::complete();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from(now.as_millis()).unwrap_or(0);
    let (next, done) = (AtomicUsize::new(0), AtomicU64::new(0));
    let outcomes = Mutex::new(Vec::with_capacity(pages.len()));
    let visible = std::io::stderr().is_terminal();
    let work = || {
        while let Some(path) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let outcome = one(job, folder, path, now, &kit);
            let count = done.fetch_add(1, Ordering::Relaxed) + 1;
            if let Ok(mut outcomes) = outcomes.lock() {
                outcomes.push((path, outcome));
                if visible && (count.is_multiple_of(100) || count == pages.len() as u64) {
                    eprint!("\r{}", progress(count, pages.len() as u64));
                }
            }
        }
    };
    std::thread::scope(|scope| {
        let helpers = std::thread::available_parallelism().map_or(1, usize::from);
        for _ in 1..helpers {
            scope.spawn(work);
        }
        work();
    });
    if visible {
        // The line goes away: what follows says how it ended.
        eprint!("\r\x1b[K");
        let _ = std::io::stderr().flush();
    }
    let mut outcomes = outcomes.into_inner().unwrap_or_default();
    outcomes.sort_by_key(|(path, _)| *path);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

fn one(job: &Job, folder: &Path, path: &str, now: i64, kit: &Kit) -> Outcome {
    let file = folder.join(path);
    let shown = file.display().to_string();
    let html = match fs::read(&file) {
        Ok(html) => html,
        Err(error) => return failed(format!("{shown}: cannot be read: {error}")),
    };
    if !concerns(&html) {
        return Outcome::default();
    }
    let done = page(&html, &job.options(address(&job.site, path), now), kit);
    let mut outcome = Outcome {
        cards: done.cards as u64,
        changed: done.html != html,
        problems: done.problems.iter().map(|wrong: &Wrong| line(&shown, wrong)).collect(),
    };
    if outcome.changed
        && let Err(error) = files::write(&file, &done.html)
    {
        outcome.changed = false;
        outcome.problems.push(format!("{shown}: cannot be written: {error}"));
    }
    outcome
}

fn failed(problem: String) -> Outcome {
    Outcome { problems: vec![problem], ..Outcome::default() }
}
