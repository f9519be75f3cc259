//! How many checks passed, and reading that from what test programs print.

use anyhow::{Context, Result};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

/// A number of checks by how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

impl Count {
    /// One check.
    pub fn check(passed: bool) -> Self {
        Count { passed: usize::from(passed), failed: usize::from(!passed), skipped: 0 }
    }

    /// One check that failed.
    pub fn failure() -> Self {
        Self::check(false)
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(out, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

/// Runs a command whose success is one check, with its output on the terminal.
pub fn check(name: &str, command: &mut Command) -> Count {
    let result = crate::command::run(command);
    match &result {
        Ok(()) => println!("ok: {name}"),
        Err(error) => println!("FAILED: {name}: {error:#}"),
    }
    Count::check(result.is_ok())
}

/// Runs a test program, shows what it prints as it comes, and returns what it counted.
pub fn tests(command: &mut Command, read: fn(&str, &mut Count)) -> Result<Count> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {name}"))?;
    let mut count = Count::default();
    let mut output = BufReader::new(child.stdout.take().context("no output to read")?);
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        read(text.trim_end(), &mut count);
        line.clear();
    }
    let succeeded = child.wait()?.success();
    Ok(settle(count, succeeded))
}

/// A program that fails without a failed test, or succeeds without any test, has
/// not tested what it should.
fn settle(mut count: Count, succeeded: bool) -> Count {
    if !succeeded && count.failed == 0 {
        println!("FAILED: the tests ended with an error that none of them reported");
        count.failed = 1;
    } else if count == Count::default() {
        println!("FAILED: no test ran");
        count.failed = 1;
    }
    count
}

/// A line of `cargo test`: each test program ends with a summary of its own.
pub fn cargo(line: &str, count: &mut Count) {
    let Some(summary) = line.strip_prefix("test result: ") else { return };
    for part in summary.split([';', '.']) {
        match part.trim().split_once(' ') {
            Some((number, "passed")) => count.passed += number.parse().unwrap_or(0),
            Some((number, "failed")) => count.failed += number.parse().unwrap_or(0),
            Some((number, "ignored")) => count.skipped += number.parse().unwrap_or(0),
            _ => {}
        }
    }
}

/// A line of `node --test`, which ends with one summary. Where a test prints
/// something alike, the last one counts.
pub fn node(line: &str, count: &mut Count) {
    let Some(summary) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else { return };
    let Some((word, number)) = summary.split_once(' ') else { return };
    let Ok(number) = number.parse() else { return };
    match word {
        "pass" => count.passed = number,
        "fail" => count.failed = number,
        // Tests that never got to their end; the word follows that of "fail".
        "cancelled" => count.failed += number,
        "skipped" => count.skipped = number,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str, read: fn(&str, &mut Count)) -> Count {
        let mut count = Count::default();
        text.lines().for_each(|line| read(line, &mut count));
        count
    }

    #[test]
    fn cargo_counts_each_program() {
        let text = "running 2 tests\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 2.05s\n\
            test result: FAILED. 7 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.36s\n";
        assert_eq!(count(text, cargo), Count { passed: 19, failed: 2, skipped: 1 });
    }

    #[test]
    fn node_counts_in_both_of_its_formats() {
        let spec = "▶ x\nℹ tests 6\nℹ suites 1\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\nℹ skipped 2\nℹ todo 0\n";
        assert_eq!(count(spec, node), Count { passed: 2, failed: 2, skipped: 2 });
        let tap =
            "# pass many\n# tests 1\n# pass 1\n# fail 0\n# cancelled 0\n# skipped 0\n# duration_ms 9.1\n";
        assert_eq!(count(tap, node), Count { passed: 1, failed: 0, skipped: 0 });
    }

    #[test]
    fn silence_is_a_failure() {
        assert_eq!(settle(Count::default(), true).failed, 1);
        assert_eq!(settle(Count::default(), false).failed, 1);
        assert_eq!(settle(Count { passed: 3, ..Count::default() }, false).failed, 1);
        let fine = Count { passed: 3, failed: 0, skipped: 1 };
        assert_eq!(settle(fine, true), fine);
    }

    #[test]
    fn the_summary_names_skipped_tests_only_where_there_are_any() {
        assert_eq!(Count { passed: 3, failed: 0, skipped: 0 }.to_string(), "3 passed, 0 failed");
        assert_eq!(Count { passed: 3, failed: 1, skipped: 2 }.to_string(), "3 passed, 1 failed, 2 skipped");
    }
}
