//! The tests that Node runs: of the package, of the page in browsers, of the shipped server settings.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::tally::Tally;
use super::tier::Tier;
use super::{native, report};
use crate::tools::{self, Toolbox};
use crate::{clone, command, project};

/// The engines of `tests/browser/support/engines.mjs`.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Node with the test files of a folder, which writes its report to a file.
struct Tests {
    node: Command,
    report: PathBuf,
}

impl Tests {
    /// `name` distinguishes the reports of several runs of one folder.
    fn of(tools: &Toolbox, folder: &str, name: &str, tier: Tier) -> Result<Self> {
        let mut node = tools.program("node");
        node.env("WENGANG_NPM", tools.npm());
        Self::with(node, project::files_ending(folder, ".test.mjs")?, name, tier)
    }

    /// The tests in `files`, in a Node that was prepared for them.
    fn with(
        mut node: Command,
        files: impl IntoIterator<Item = impl AsRef<OsStr>>,
        name: &str,
        tier: Tier,
    ) -> Result<Self> {
        let report = project::target()?.join(format!("reports/{name}.xml"));
        project::write(&report, "")?;
        // Three processes at a time: while a browser waits for its page, another has the processor.
        node.args(["--test", "--test-concurrency=3"]);
        node.args(["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=junit"]);
        node.arg(format!("--test-reporter-destination={}", report.display())).args(files);
        tier.set_variable(&mut node);
        Ok(Self { node, report })
    }

    fn run(mut self) -> Tally {
        report::of_runner(&mut self.node, &self.report)
    }
}

/// Runs the tests of the built package, against the native program.
///
/// # Errors
/// Where a tool is missing, or the native programs do not compile.
pub fn package(tier: Tier) -> Result<Tally> {
    let tools = Toolbox::for_build()?;
    let programs = native::programs()?;
    let mut tests = Tests::of(&tools, "tests/package", "package", tier)?;
    tests.node.env("WENGANG_ASSESS", programs.assess).env("WENGANG_REQUESTS", programs.requests);
    tests.node.env("WENGANG_PACKS", programs.packs);
    Ok(tests.run())
}

/// Installs the package that was built in what others build with, and runs its README's examples there; embeds the page in
/// sites that are built so, in every engine.
///
/// # Errors
/// Where a tool is missing, or the engine is unknown.
pub fn integrations(tier: Tier) -> Result<Tally> {
    let tools = Toolbox::for_browsers()?;
    let projects = tools::lend_integrations()?;
    let mut tests = Tests::of(&tools, "tests/integrations", "integrations", tier)?;
    tests.node.env("WENGANG_INTEGRATIONS", &projects);
    let mut tally = tests.run();
    for engine in wanted_engines()? {
        println!("\n── 嵌入别人的网站：{engine}");
        let mut tests = Tests::of(&tools, "tests/hosts", &format!("hosts-{engine}"), tier)?;
        tests.node.env("WENGANG_INTEGRATIONS", &projects).env("WENGANG_ENGINE", engine);
        tally += tests.run();
    }
    Ok(tally)
}

/// Runs the tests of the page in every engine, or in `$WENGANG_ENGINE` alone.
///
/// # Errors
/// Where a tool is missing, or the engine is unknown.
pub fn page(tier: Tier) -> Result<Tally> {
    let tools = Toolbox::for_browsers()?;
    let (packs, lists) = (native::programs()?.packs, native::lists()?);
    let mut tally = Tally::default();
    let mut not_run = Vec::new();
    for engine in wanted_engines()? {
        println!("\n── {engine}");
        let mut node = tools.program("node");
        node.env("WENGANG_NPM", tools.npm()).env("WENGANG_ENGINE", engine).env("WENGANG_PACKS", &packs);
        node.env("WENGANG_COMMAND", &lists.command).env("WENGANG_MADE_UP", &lists.made_up);
        let mut tests = Tests::with(node, browser_programs(&tools, engine, tier)?, engine, tier)?;
        tally += report::of_lines(&mut tests.node, &tests.report, |line| {
            if NOT_RUN.iter().any(|words| line.contains(words)) {
                not_run.push(line.to_owned());
            }
        });
    }
    println!("\n── 各浏览器没有测的：");
    not_run.iter().for_each(|line| println!("{line}"));
    Ok(tally)
}

/// The parts of a line that lists tests which do not run: what the engine cannot do, and what is left to [`Tier::All`].
const NOT_RUN: [&str; 2] = [" 不能做：", " 留给 cargo xtask test all："];

/// The programs that run the files of `tests/browser` which have a test of this run, several files in one process and with
/// one browser.
fn browser_programs(tools: &Toolbox, engine: &str, tier: Tier) -> Result<Vec<String>> {
    let mut list = tools.program("node");
    list.arg("tests/browser/support/files.mjs").env("WENGANG_NPM", tools.npm()).env("WENGANG_ENGINE", engine);
    Ok(command::read(tier.set_variable(&mut list))?.lines().map(str::to_owned).collect())
}

/// All engines, or the one that `$WENGANG_ENGINE` names.
fn wanted_engines() -> Result<Vec<&'static str>> {
    let Ok(wanted) = env::var("WENGANG_ENGINE") else { return Ok(ENGINES.to_vec()) };
    let found = ENGINES.iter().find(|engine| **engine == wanted);
    found.map(|engine| vec![*engine]).with_context(|| format!("WENGANG_ENGINE 只能是 {} 中的一个", ENGINES.join("、")))
}

/// Measures the page that was built, in Chromium alone: no other engine plays a slow phone. Nothing else runs meanwhile.
///
/// # Errors
/// Where a tool is missing.
pub fn speed(tier: Tier) -> Result<Tally> {
    Ok(Tests::of(&Toolbox::for_browsers()?, "tests/speed", "speed", tier)?.run())
}

/// Clicks and types at random on every built page, in Chromium only; a given number of times, or as often as the test
/// says.
///
/// # Errors
/// Where a tool is missing.
pub fn monkey(events: Option<u32>) -> Result<Tally> {
    let mut tests = Tests::of(&Toolbox::for_browsers()?, "tests/monkey", "monkey", Tier::All)?;
    if let Some(events) = events {
        tests.node.env("WENGANG_EVENTS", events.to_string());
    }
    Ok(tests.run())
}

/// Runs the tests of the shipped server settings, in one engine: what differs is the server.
///
/// # Errors
/// Where a tool is missing.
pub fn server(tier: Tier) -> Result<Tally> {
    Ok(Tests::of(&Toolbox::for_server()?, "tests/server", "server", tier)?.run())
}

/// Runs the README's first command in a copy of the tracked files, until a browser shows an answer.
///
/// # Errors
/// Where a tool is missing, or the copy cannot be made.
pub fn clone_serves(tier: Tier) -> Result<Tally> {
    Ok(Tests::with(clone::node()?, ["tests/clone/serve.test.mjs"], "clone", tier)?.run())
}

/// Runs the README's second command there, for what needs neither page nor browser.
///
/// # Errors
/// As [`clone_serves`].
pub fn clone_checks(tier: Tier) -> Result<Tally> {
    Ok(Tests::with(clone::node()?, ["tests/clone/checks.test.mjs"], "clone-checks", tier)?.run())
}
