//! `test`: every gate and every test, one suite after the other, and the sum of them all.

mod tally;

use std::env;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::command::{self, NATIVE_FEATURES, cargo, native_cargo};
use crate::tools::Toolbox;
use crate::{clone, engines, fuzz, lint, mutants, package, page, project, quotes, size, zip};
pub use tally::{NODE_FAULTS, Tally};

/// A suite's name on the command line, its title, and what runs it.
type Suite = (&'static str, &'static str, fn() -> Result<Tally>);

/// The engines of `tests/browser/engines.mjs`.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// In the order in which they run; a later one uses what an earlier one built.
const SUITES: [Suite; 13] = [
    ("lint", "格式与 clippy", run_lint),
    ("native", "本机测试", run_native),
    ("mutants", "改错这次修改过的", run_mutants),
    ("fuzz", "随便什么输入", run_fuzz),
    ("quotes", "引文核对", run_quotes),
    ("clone", "空目录里的第一条命令", run_clone),
    ("clone-checks", "空目录里的第二条命令", run_clone_checks),
    ("package", "JavaScript 包", run_package),
    ("page", "浏览器中的页面", run_page),
    ("speed", "慢手机上的快慢", run_speed),
    ("server", "真的服务器", run_server),
    ("engines", "旧浏览器", run_engines),
    ("size", "大小", run_size),
];

/// Runs the suites named, or all; one that fails does not keep the next from running.
///
/// # Errors
/// Where a name is none of a suite. A failed test is no error but the exit code.
pub fn run(names: &[&str]) -> Result<ExitCode> {
    for name in names {
        SUITES.iter().find(|suite| suite.0 == *name).with_context(|| format!("没有“{name}”这一组测试"))?;
    }
    let mut total = Tally::default();
    for (name, title, suite) in SUITES {
        if names.is_empty() || names.contains(&name) {
            println!("\n━━ {title}（cargo xtask test {name}）");
            total += suite().unwrap_or_else(|error| Tally::of_gate(title, Err(error)));
        }
    }
    Ok(total.close())
}

fn run_lint() -> Result<Tally> {
    let tools = Toolbox::for_lint()?;
    Ok(lint::checks(&tools).into_iter().map(|(name, mut check)| Tally::of_gate(name, command::run(&mut check))).sum())
}

fn run_native() -> Result<Tally> {
    let mut tally = tally::of_cargo(&mut native_cargo("test --workspace --no-fail-fast"));
    // What is written for the browser and needs none to be tested is compiled with the page alone.
    tally += tally::of_cargo(&mut cargo(&format!("test --lib --features {NATIVE_FEATURES} web::")));
    Ok(tally)
}

fn run_mutants() -> Result<Tally> {
    Ok(Tally::of_gate("改错", mutants::of_change()))
}

fn run_fuzz() -> Result<Tally> {
    fuzz::run(&[])
}

fn run_quotes() -> Result<Tally> {
    Ok(Tally::of_gate("引文", quotes::check()))
}

fn run_clone() -> Result<Tally> {
    Ok(tally::of_node(&mut clone::serve()?))
}

fn run_clone_checks() -> Result<Tally> {
    Ok(tally::of_node(&mut clone::checks()?))
}

fn run_package() -> Result<Tally> {
    let mut tally = Tally::of_gate("编译 JavaScript 包", package::build());
    tally += Tally::of_gate("编译用来对照的另外两份", package::build_others());
    for program in ["build --bin assess", "build --example requests"] {
        command::run(&mut native_cargo(program))?;
    }
    let built = project::target()?.join("debug");
    let tools = Toolbox::for_package()?;
    let mut node = node_tests(&tools, "tests/package")?;
    node.env("WENGANG_ASSESS", built.join("assess")).env("WENGANG_REQUESTS", built.join("examples/requests"));
    tally += tally::of_node(&mut node);
    Ok(tally)
}

/// Runs the tests of the page in every engine, or in `$WENGANG_ENGINE` alone.
fn run_page() -> Result<Tally> {
    let engines = wanted_engines()?;
    let mut tally = Tally::of_gate("编译页面", page::build());
    tally += Tally::of_gate("打包", zip::write().map(drop));
    let tools = Toolbox::for_browsers()?;
    let mut cannot = Vec::new();
    for engine in engines {
        println!("\n── {engine}");
        let mut node = node_tests(&tools, "tests/browser")?;
        tally += tally::of_browser(node.env("WENGANG_ENGINE", engine), &mut cannot);
    }
    println!("\n── 各浏览器不能做的，没有测：");
    cannot.iter().for_each(|line| println!("{line}"));
    Ok(tally)
}

/// All engines, or the one that `$WENGANG_ENGINE` names.
fn wanted_engines() -> Result<Vec<&'static str>> {
    let Ok(wanted) = env::var("WENGANG_ENGINE") else { return Ok(ENGINES.to_vec()) };
    let found = ENGINES.iter().find(|engine| **engine == wanted);
    found.map(|engine| vec![*engine]).with_context(|| format!("WENGANG_ENGINE 只能是 {} 中的一个", ENGINES.join("、")))
}

/// Measures the page that was built, in Chromium alone: no other engine plays a slow phone. Nothing else runs meanwhile.
fn run_speed() -> Result<Tally> {
    let tools = Toolbox::for_browsers()?;
    Ok(tally::of_node(&mut node_tests(&tools, "tests/speed")?))
}

/// Lets a monkey loose on every page that was built, in Chromium alone.
///
/// # Errors
/// Where a tool is missing.
pub fn monkey() -> Result<Tally> {
    let tools = Toolbox::for_browsers()?;
    Ok(tally::of_node(&mut node_tests(&tools, "tests/monkey")?))
}

/// Runs the tests of the shipped server settings, in one engine: what differs is the server.
fn run_server() -> Result<Tally> {
    let tools = Toolbox::for_server()?;
    Ok(tally::of_node(&mut node_tests(&tools, "tests/server")?))
}

fn run_engines() -> Result<Tally> {
    Ok(Tally::of_gate("旧浏览器", engines::check()))
}

fn run_size() -> Result<Tally> {
    Ok(Tally::of_gate("大小", size::check()))
}

/// Prepares Node's own test runner for the test files of a folder.
fn node_tests(tools: &Toolbox, folder: &str) -> Result<Command> {
    let mut node = tools.program("node");
    // Two files at a time: while one browser waits for its page, the other has the processor.
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]);
    node.args(project::files_ending(folder, ".test.mjs")?);
    node.env("WENGANG_NPM", tools.npm());
    Ok(node)
}
