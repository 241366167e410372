//! How many tests passed and how many failed, and the messages of those that failed.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;
use std::process::ExitCode;

use anyhow::Result;

/// A count of tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: u32,
    failed: u32,
    /// The message of each failed test, repeated at the end of the run: only that end is read of a long log.
    failures: Vec<String>,
}

/// A message is cut after this many lines, so that one long message does not push the others off the screen.
const MESSAGE_LINES: usize = 15;

impl Tally {
    /// One test that passed.
    pub fn passed() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// One test that failed, with its message.
    pub fn failed(message: &str) -> Self {
        let mut lines: Vec<&str> = message.lines().filter(|line| !line.trim().is_empty()).collect();
        let is_cut = lines.len() > MESSAGE_LINES;
        lines.truncate(if is_cut { MESSAGE_LINES - 1 } else { MESSAGE_LINES });
        lines.extend(is_cut.then_some("  …"));
        Self { passed: 0, failed: 1, failures: vec![lines.join("\n")] }
    }

    /// Counts a gate as one test and prints its result.
    pub fn of_gate(name: &str, outcome: Result<()>) -> Self {
        match outcome {
            Ok(()) => {
                println!("✓ {name}");
                Self::passed()
            }
            Err(error) => {
                let message = format!("✗ {name}：{error:#}");
                println!("{message}");
                Self::failed(&message)
            }
        }
    }

    /// Whether there were any tests.
    pub fn is_empty(&self) -> bool {
        self.passed == 0 && self.failed == 0
    }

    /// Whether a test failed.
    pub fn has_failed(&self) -> bool {
        self.failed > 0
    }

    /// The two counts, in the columns of a table.
    pub fn columns(&self) -> String {
        format!("{:>8} {:>8}", self.passed, self.failed)
    }

    /// Prints the messages of the failed tests.
    pub fn print_failures(&self) {
        if !self.failures.is_empty() {
            println!("\n━━ 没有通过的");
        }
        self.failures.iter().for_each(|message| println!("{message}"));
    }

    /// Prints the closing line of a run; success where there were tests and none failed.
    pub fn close(&self) -> ExitCode {
        println!("\n{self}");
        if self.passed > 0 && self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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
        self.failures.extend(other.failures);
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        let mut sum = Self::default();
        tallies.for_each(|tally| sum += tally);
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(tally: &Tally) -> Vec<&str> {
        tally.failures.iter().flat_map(|message| message.lines()).collect()
    }

    #[test]
    fn the_sum_is_the_closing_line() {
        let tally: Tally = [Tally::passed(), Tally::failed("a"), Tally::passed()].into_iter().sum();
        assert_eq!(tally.to_string(), "2 passed, 1 failed");
        assert_eq!(format!("{:?}", tally.close()), format!("{:?}", ExitCode::FAILURE));
        assert_eq!(format!("{:?}", Tally::passed().close()), format!("{:?}", ExitCode::SUCCESS));
    }

    #[test]
    fn a_run_without_tests_is_no_success() {
        assert_eq!(format!("{:?}", Tally::default().close()), format!("{:?}", ExitCode::FAILURE));
    }

    #[test]
    fn a_message_of_fifteen_lines_is_whole_and_one_of_sixteen_is_cut() {
        let message = |lines: usize| (0..lines).map(|line| format!("{line}\n\n")).collect::<String>();
        assert_eq!(lines_of(&Tally::failed(&message(15))).last(), Some(&"14"));
        let cut = Tally::failed(&message(16));
        assert_eq!((lines_of(&cut).len(), lines_of(&cut).last()), (15, Some(&"  …")));
    }

    #[test]
    fn a_long_message_does_not_push_out_another() {
        let tally: Tally = [Tally::failed(&"x\n".repeat(100)), Tally::failed("second")].into_iter().sum();
        assert_eq!(lines_of(&tally).last(), Some(&"second"));
    }
}
