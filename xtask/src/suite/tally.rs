//! How many tests passed and how many failed, as their own runners say it.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::command;

/// A count of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    const PASS: Self = Self { passed: 1, failed: 0 };
    const FAIL: Self = Self { passed: 0, failed: 1 };

    /// Counts a gate as one test and prints how it went.
    pub fn of_gate(name: &str, outcome: Result<()>) -> Self {
        match outcome {
            Ok(()) => {
                println!("✓ {name}");
                Self::PASS
            }
            Err(error) => {
                println!("✗ {name}：{error:#}");
                Self::FAIL
            }
        }
    }

    /// Returns success where there were tests and none failed.
    pub fn exit_code(self) -> ExitCode {
        if self.is_success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn is_success(self) -> bool {
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
    count(test, cargo_line)
}

/// Runs `node --test` with the `spec` reporter and counts its tests.
pub fn of_node(test: &mut Command) -> Tally {
    count(test, node_line)
}

/// Runs `node --test` in a browser, counts its tests and keeps the lines that say what the browser cannot do.
pub fn of_browser(test: &mut Command, cannot: &mut Vec<String>) -> Tally {
    count(test, |line| {
        if line.contains(" 不能做：") {
            cannot.push(line.to_owned());
        }
        node_line(line)
    })
}

/// Adds up what a runner's lines say. One that breaks off, or ran no test at all, is a failed test itself.
fn count(test: &mut Command, mut read_line: impl FnMut(&str) -> Tally) -> Tally {
    let mut tally = Tally::default();
    let outcome = command::stream(test, |line| tally += read_line(line));
    if let Err(error) = outcome
        && tally.failed == 0
    {
        tally += Tally::of_gate("运行测试", Err(error));
    }
    if tally == Tally::default() {
        println!("✗ 没有运行任何测试");
        tally = Tally::FAIL;
    }
    tally
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
fn cargo_line(line: &str) -> Tally {
    let Some((_, result)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) else {
        return Tally::default();
    };
    let number = |unit: &str| result.split("; ").find_map(|part| part.strip_suffix(unit)?.parse().ok()).unwrap_or(0);
    Tally { passed: number(" passed"), failed: number(" failed") }
}

/// Reads `ℹ pass 12`, `ℹ fail 0` and `ℹ cancelled 0`.
fn node_line(line: &str) -> Tally {
    let number = |word: &str| line.strip_prefix(word).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0);
    Tally { passed: number("ℹ pass "), failed: number("ℹ fail ") + number("ℹ cancelled ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(cargo_line(line), Tally { passed: 12, failed: 3 });
        assert_eq!(cargo_line("test tests::x ... ok"), Tally::default());
    }

    #[test]
    fn node_results_are_counted() {
        let summary = ["ℹ tests 9", "ℹ pass 7", "ℹ fail 1", "ℹ cancelled 1", "ℹ skipped 0"];
        assert_eq!(summary.into_iter().map(node_line).sum::<Tally>(), Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn runner_without_tests_fails() {
        assert_eq!(of_node(&mut Command::new("true")), Tally::FAIL);
    }

    #[test]
    fn sum_is_the_closing_line() {
        assert_eq!(Tally { passed: 5, failed: 2 }.to_string(), "5 passed, 2 failed");
        assert!(!Tally::default().is_success());
    }
}
