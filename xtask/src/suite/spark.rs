//! A list through PySpark, compared with the native command (`tests/batch/spark.py`).

use std::process::Stdio;

use anyhow::{Context, Result};

use super::tally::Tally;
use super::tier::Tier;
use crate::command::{self, cargo, program};
use crate::project;
use crate::tools::ensure_spark;

/// Builds the command as it is used, makes a list, and runs it both ways.
///
/// # Errors
/// Where PySpark cannot be had, or the command does not compile.
pub fn run(tier: Tier) -> Result<Tally> {
    let (python, libraries) = ensure_spark()?;
    command::run(&mut cargo("build --profile speed -p wengang-command --bins --examples"))?;
    let (built, folder) = (project::target()?.join("speed"), project::target()?.join("spark"));
    let list = folder.join("list.csv");
    project::write(&list, "")?;
    let file = std::fs::File::create(&list).with_context(|| format!("写不了 {}", list.display()))?;
    let mut make = program(built.join("examples/made_up"));
    command::run(make.args([if tier == Tier::All { "1000000" } else { "20000" }, "plain"]).stdout(Stdio::from(file)))?;
    let mut compare = program(python);
    compare.env("PYTHONPATH", libraries).arg("tests/batch/spark.py").args([&built.join("wengang"), &list, &folder]);
    Ok(Tally::of_gate("PySpark 和本机命令一字不差", command::run(&mut compare)))
}
