//! The tests that run on this machine alone, under nextest, and the examples of the documentation.

use std::path::PathBuf;

use anyhow::Result;

use super::report;
use super::tally::Tally;
use super::tier::Tier;
use crate::command::{self, NATIVE_FEATURES, native_cargo};
use crate::project;
use crate::tools::Toolbox;

/// The profile of `.config/nextest.toml`; its report is named there.
const PROFILE: &str = "gate";

/// Where nextest writes the report of that profile, below the root of the tree: its store is not in cargo's build folder,
/// which may be elsewhere (`CARGO_TARGET_DIR`).
const REPORT: &str = "target/nextest/gate/junit.xml";

/// The crates of the product, which are built together.
const PRODUCT: [&str; 8] = [
    "--package=wengang",
    "--package=wengang-engine",
    "--package=wengang-compiler",
    "--package=wengang-batch",
    "--package=wengang-files",
    "--package=wengang-lists",
    "--package=wengang-command",
    "--package=wengang-workbench",
];

/// Runs them.
///
/// # Errors
/// Where nextest cannot be installed.
pub fn run(tier: Tier) -> Result<Tally> {
    let tools = Toolbox::for_native()?;
    // By itself: together, the two would ask for other features of what both depend on, and all that is built again.
    let mut tally = nextest(&tools, tier, &["--package=xtask"])?;
    let features = format!("--features={NATIVE_FEATURES}");
    tally += nextest(&tools, tier, &[&PRODUCT[..], &["--no-default-features", &features]].concat())?;
    tally += Tally::of_gate("文档里的例子", command::run(&mut native_cargo("test --quiet --doc")));
    Ok(tally)
}

fn nextest(tools: &Toolbox, tier: Tier, what: &[&str]) -> Result<Tally> {
    let mut nextest = tools.program("cargo");
    nextest.args(["nextest", "run", "--profile", PROFILE, "--run-ignored", "all"]).args(what);
    tier.set_variable(&mut nextest).env("PROPTEST_CASES", tier.random_inputs().to_string());
    Ok(report::of_runner(&mut nextest, &project::root().join(REPORT)))
}

/// The native programs that the package is compared with.
pub struct Programs {
    /// Answers requests.
    pub assess: PathBuf,
    /// Prints random requests.
    pub requests: PathBuf,
    /// Writes packs of laws that are not built in.
    pub packs: PathBuf,
}

/// The native command for lists, and what prints a made-up one.
pub struct Lists {
    /// `wengang`.
    pub command: PathBuf,
    /// Prints a list.
    pub made_up: PathBuf,
}

/// Builds the programs that the page for lists is compared with.
///
/// # Errors
/// Where they do not compile.
pub fn lists() -> Result<Lists> {
    command::run(&mut native_cargo("build -p wengang-command --bins --examples"))?;
    let built = project::target()?.join("debug");
    Ok(Lists { command: built.join("wengang"), made_up: built.join("examples/made_up") })
}

/// Builds the programs; where the native tests ran before, they are there.
///
/// # Errors
/// Where they do not compile.
pub fn programs() -> Result<Programs> {
    command::run(&mut native_cargo("build --bin assess --example requests --example packs"))?;
    let built = project::target()?.join("debug");
    Ok(Programs {
        assess: built.join("assess"),
        requests: built.join("examples/requests"),
        packs: built.join("examples/packs"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_is_read_where_the_settings_of_nextest_put_it() {
        let text = project::read(&project::root().join(".config/nextest.toml")).unwrap();
        let settings: toml::Value = toml::from_str(&text).unwrap();
        let word = |value: &toml::Value| value.as_str().unwrap().to_owned();
        let (store, file) = (word(&settings["store"]["dir"]), word(&settings["profile"][PROFILE]["junit"]["path"]));
        assert_eq!(format!("{store}/{PROFILE}/{file}"), REPORT);
    }
}
