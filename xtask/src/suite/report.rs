//! What a test runner reports: the JUnit file that nextest and Node write.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use roxmltree::{Document, Node};

use super::tally::Tally;
use crate::{command, project};

/// Runs a program that writes its report to `path`, and counts the tests of the report.
pub fn of_runner(runner: &mut Command, path: &Path) -> Tally {
    of_lines(runner, path, |_| ())
}

/// As [`of_runner`]; each line of the program's output is passed on.
pub fn of_lines(runner: &mut Command, path: &Path, each_line: impl FnMut(&str)) -> Tally {
    // The report of an earlier run must not count for this one.
    let _ = fs::remove_file(path);
    let outcome = command::stream(runner, each_line);
    match read(path) {
        Ok(mut tally) => {
            // A runner may fail by itself: a hook after the last test, a file that does not end.
            if let Err(error) = outcome
                && !tally.has_failed()
            {
                tally += Tally::of_gate("运行测试", Err(error));
            }
            if tally.is_empty() {
                Tally::of_gate("运行测试", Err(anyhow::anyhow!("没有运行任何测试")))
            } else {
                tally
            }
        }
        Err(error) => Tally::of_gate("运行测试", outcome.and(Err(error))),
    }
}

fn read(path: &Path) -> Result<Tally> {
    counted(&project::read(path)?).with_context(|| format!("看不懂测试报告 {}", project::shown(path)))
}

/// Counts the test cases of a report. A test that was skipped has not passed.
fn counted(report: &str) -> Result<Tally> {
    // Node writes the control characters of a message as they are, which XML does not allow.
    let printable = report.replace(|c: char| c.is_control() && !"\n\r\t".contains(c), "\u{fffd}");
    let document = Document::parse(&printable)?;
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase"));
    Ok(cases.map(of_case).sum())
}

fn of_case(case: Node) -> Tally {
    let of_tag = |tags: &[&str]| case.children().find(|node| tags.contains(&node.tag_name().name()));
    if let Some(failure) = of_tag(&["failure", "error"]) {
        let text = failure.text().filter(|text| !text.trim().is_empty());
        let message = text.or_else(|| failure.attribute("message")).unwrap_or_default();
        return Tally::failed(&format!("✗ {}\n{message}", name(case)));
    }
    match of_tag(&["skipped"]) {
        Some(_) => Tally::failed(&format!("✗ {}\n  跳过了，没有运行", name(case))),
        None => Tally::passed(),
    }
}

/// The name of a test after the names of what it is part of.
fn name(case: Node) -> String {
    let names: Vec<&str> = case.ancestors().filter_map(|node| node.attribute("name")).collect();
    let of_suites = names.iter().rev().filter(|name| **name != RUN);
    of_suites.copied().collect::<Vec<_>>().join(" › ")
}

/// nextest's name for the whole run.
const RUN: &str = "nextest-run";

#[cfg(test)]
mod tests {
    use super::*;

    /// As nextest 0.9 writes it.
    const OF_NEXTEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nextest-run" tests="2" failures="1" errors="0" uuid="1" timestamp="2026-11-29T08:00:00Z" time="0.1">
    <testsuite name="wengang::native" tests="2" disabled="0" errors="0" failures="1">
        <testcase name="cases::a" classname="wengang::native" timestamp="2026-11-29T08:00:00Z" time="0.01"></testcase>
        <testcase name="cases::b" classname="wengang::native" timestamp="2026-11-29T08:00:00Z" time="0.01">
            <failure type="test failure with exit code 101" message="thread panicked">one is not two</failure>
            <system-out>running 1 test</system-out>
        </testcase>
    </testsuite>
</testsuites>"#;

    /// As Node 20 writes it: a test with tests in it is a suite, a file that does not load is a test.
    const OF_NODE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<testsuites>
	<testcase name="a &amp; &lt;b>" time="0.001665" classname="test"/>
	<testsuite name="outer" time="0.019471" disabled="0" errors="0" tests="1" failures="1" skipped="0" hostname="vm">
		<testcase name="inner" time="0.000293" classname="test" failure="boom">
			<failure type="testCodeFailure" message="boom">
Error: boom
			</failure>
		</testcase>
	</testsuite>
	<testcase name="x.test.mjs" time="0.5" classname="test" failure="test failed"><failure type="testCodeFailure" message="test failed"/></testcase>
	<testcase name="left out" time="0.5" classname="test" skipped="true"><skipped type="skipped" message="true"/></testcase>
	<!-- tests 4 -->
</testsuites>"#;

    #[test]
    fn tests_of_nextest_are_counted_with_the_message_of_the_failed_one() {
        let expected = [Tally::passed(), Tally::failed("✗ wengang::native › cases::b\none is not two")];
        assert_eq!(counted(OF_NEXTEST).unwrap(), expected.into_iter().sum());
    }

    #[test]
    fn tests_of_node_are_counted_and_a_skipped_one_has_failed() {
        let expected = [
            Tally::passed(),
            Tally::failed("✗ outer › inner\nError: boom"),
            Tally::failed("✗ x.test.mjs\ntest failed"),
            Tally::failed("✗ left out\n  跳过了，没有运行"),
        ];
        assert_eq!(counted(OF_NODE).unwrap(), expected.into_iter().sum());
    }

    #[test]
    fn control_characters_do_not_spoil_a_report() {
        let report = OF_NODE.replace("boom\n", "\u{1b}[31mboom\u{0}\n");
        assert_eq!(counted(&report).unwrap().to_string(), "1 passed, 3 failed");
    }

    #[test]
    fn a_truncated_report_is_refused() {
        assert!(counted(&OF_NODE[..OF_NODE.len() - 5]).is_err());
    }

    /// A runner that writes `report` and then ends with `code`.
    fn ran(report: &str, code: u32) -> Tally {
        let folder = project::target().unwrap().join("report-tests");
        let path = folder.join(format!("{}-{:?}.xml", std::process::id(), std::thread::current().id()));
        project::write(&path, "<testsuites><testcase name=\"old\"/></testsuites>").unwrap();
        let mut runner = Command::new("sh");
        runner.args(["-c", r#"[ -z "$1" ] || printf %s "$1" > "$2"; exit "$3""#, "sh", report]);
        of_runner(runner.arg(&path).arg(code.to_string()), &path)
    }

    #[test]
    fn a_runner_without_a_report_or_without_tests_fails() {
        for tally in [ran("", 0), ran("", 1), ran("<testsuites/>", 0)] {
            assert_eq!(tally.to_string(), "0 passed, 1 failed");
        }
    }

    #[test]
    fn a_runner_that_fails_without_a_failed_test_is_a_failed_test_itself() {
        let passed = "<testsuites><testcase name=\"a\"/></testsuites>";
        assert_eq!(ran(passed, 0).to_string(), "1 passed, 0 failed");
        assert_eq!(ran(passed, 1).to_string(), "1 passed, 1 failed");
        assert_eq!(ran(OF_NEXTEST, 100).to_string(), "1 passed, 1 failed");
    }
}
