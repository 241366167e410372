//! How many tests passed and how many failed, as their own runners say it, and what they say of the failed ones.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::command;

/// A count of tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: u32,
    failed: u32,
    /// What was said of the failed ones: who sees only the end of a long run wants to know which they were.
    faults: Vec<String>,
}

/// How a program that runs tests speaks.
struct Runner {
    /// Reads the counts that stand in a line, if any do.
    tally: fn(&str) -> Tally,
    /// The line after which it tells of the failed tests.
    faults: &'static str,
    /// How a line begins with which it goes on to the next of them.
    fault: &'static str,
    /// How the line begins that ends this; where none does, it goes on to the end.
    end: Option<&'static str>,
}

/// The line after which Node's runner tells of the failed tests alone.
pub const NODE_FAULTS: &str = "✖ failing tests:";

const CARGO: Runner = Runner { tally: cargo_line, faults: "failures:", fault: "---- ", end: Some("test result: ") };
const NODE: Runner = Runner { tally: node_line, faults: NODE_FAULTS, fault: "test at ", end: None };

/// So many lines about a failed test are kept: those of one that has much to say must not push out another's.
const FAULT_LINES: usize = 15;

impl Tally {
    fn of_counts(passed: u32, failed: u32) -> Self {
        Self { passed, failed, faults: Vec::new() }
    }

    fn of_fault(line: String) -> Self {
        println!("{line}");
        Self { passed: 0, failed: 1, faults: vec![line] }
    }

    /// Counts a gate as one test and prints how it went.
    pub fn of_gate(name: &str, outcome: Result<()>) -> Self {
        match outcome {
            Ok(()) => {
                println!("✓ {name}");
                Self::of_counts(1, 0)
            }
            Err(error) => Self::of_fault(format!("✗ {name}：{error:#}")),
        }
    }

    /// Prints what was said of the failed tests once more and the sum last; success where there were tests and none failed.
    pub fn close(&self) -> ExitCode {
        if !self.faults.is_empty() {
            println!("\n━━ 没有通过的");
        }
        self.faults.iter().for_each(|line| println!("{line}"));
        println!("\n{self}");
        if self.is_success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn is_success(&self) -> bool {
        self.passed > 0 && self.failed == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.faults.extend(other.faults);
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        let mut sum = Self::default();
        tallies.for_each(|tally| sum += tally);
        sum
    }
}

/// Runs `cargo test` and counts its tests.
pub fn of_cargo(test: &mut Command) -> Tally {
    count(test, &CARGO, |_| ())
}

/// Runs `node --test` with the `spec` reporter and counts its tests.
pub fn of_node(test: &mut Command) -> Tally {
    count(test, &NODE, |_| ())
}

/// Runs `node --test` in a browser, counts its tests and keeps the lines that say what the browser cannot do.
pub fn of_browser(test: &mut Command, cannot: &mut Vec<String>) -> Tally {
    count(test, &NODE, |line| {
        if line.contains(" 不能做：") {
            cannot.push(line.to_owned());
        }
    })
}

/// Adds up what a runner's lines say. One that breaks off, or ran no test at all, is a failed test itself.
fn count(test: &mut Command, runner: &Runner, mut each_line: impl FnMut(&str)) -> Tally {
    let mut tally = Tally::default();
    let (mut told, mut kept) = (false, 0);
    let outcome = command::stream(test, |line| {
        each_line(line);
        tally += (runner.tally)(line);
        told = line == runner.faults || told && !runner.end.is_some_and(|end| line.starts_with(end));
        kept = if line.starts_with(runner.fault) { 0 } else { kept };
        if told && kept < FAULT_LINES {
            tally.faults.push(line.to_owned());
            kept += 1;
        }
    });
    if let Err(error) = outcome
        && tally.failed == 0
    {
        tally += Tally::of_gate("运行测试", Err(error));
    }
    if tally == Tally::default() {
        return Tally::of_fault("✗ 没有运行任何测试".to_owned());
    }
    tally
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
fn cargo_line(line: &str) -> Tally {
    let Some((_, result)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) else {
        return Tally::default();
    };
    let number = |unit: &str| result.split("; ").find_map(|part| part.strip_suffix(unit)?.parse().ok()).unwrap_or(0);
    Tally::of_counts(number(" passed"), number(" failed"))
}

/// Reads `ℹ pass 12`, `ℹ fail 0` and `ℹ cancelled 0`.
fn node_line(line: &str) -> Tally {
    let number = |word: &str| line.strip_prefix(word).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0);
    Tally::of_counts(number("ℹ pass "), number("ℹ fail ") + number("ℹ cancelled "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(cargo_line(line), Tally::of_counts(12, 3));
        assert_eq!(cargo_line("test tests::x ... ok"), Tally::default());
    }

    #[test]
    fn node_results_are_counted() {
        let summary = ["ℹ tests 9", "ℹ pass 7", "ℹ fail 1", "ℹ cancelled 1", "ℹ skipped 0"];
        assert_eq!(summary.into_iter().map(node_line).sum::<Tally>(), Tally::of_counts(7, 2));
    }

    #[test]
    fn runner_without_tests_fails() {
        assert_eq!(of_node(&mut Command::new("true")), Tally::of_fault("✗ 没有运行任何测试".to_owned()));
    }

    #[test]
    fn what_is_said_of_failed_tests_is_kept() {
        let mut runner = Command::new("printf");
        runner.arg("ℹ pass 1\nℹ fail 1\n✖ b\n✖ failing tests:\ntest at x.mjs:1:1\n✖ b\n  AssertionError\n");
        assert_eq!(of_node(&mut runner).faults, ["✖ failing tests:", "test at x.mjs:1:1", "✖ b", "  AssertionError"]);
        let mut runner = Command::new("printf");
        runner.arg("test b ... FAILED\n\nfailures:\nb: 1 is not 2\n\ntest result: FAILED. 1 passed; 1 failed\nnext\n");
        assert_eq!(of_cargo(&mut runner).faults, ["failures:", "b: 1 is not 2", ""]);
    }

    #[test]
    fn a_failed_test_does_not_push_out_another() {
        let mut runner = Command::new("printf");
        let long = "test at x.mjs:1:1\n".to_owned() + &"  at y\n".repeat(100);
        runner.arg(["✖ failing tests:\n", &long, "test at z.mjs:2:1\n✖ c\n"].concat());
        let faults = of_node(&mut runner).faults;
        assert_eq!(faults.iter().filter(|line| *line == "  at y").count(), FAULT_LINES - 1);
        assert_eq!(faults[faults.len() - 2..], ["test at z.mjs:2:1", "✖ c"]);
    }

    #[test]
    fn sum_is_the_closing_line() {
        assert_eq!(Tally::of_counts(5, 2).to_string(), "5 passed, 2 failed");
        assert!(!Tally::default().is_success());
    }
}
