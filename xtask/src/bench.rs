//! `bench`: the refund rule in our wasm beside other engines' (`benches/peers/`), into `docs/benchmarks.md`.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use toml::Table;

use crate::command;
use crate::tools::{Peers, Toolbox};
use crate::{package, project};

/// Installs what is compared, builds what is measured, and measures.
///
/// # Errors
/// Where something cannot be had or built, or a goal is missed.
pub fn run() -> Result<()> {
    let tools = Toolbox::for_build()?;
    let peers = Peers::ensure()?;
    package::build()?;
    let folder = project::target()?.join("bench");
    package::build_inside(&tools, &folder.join("inside"))?;
    write_figures(&folder.join("figures.json"))?;
    let mut bench = tools.program("node");
    bench.arg("benches/peers/bench.mjs");
    bench.env("WENGANG_BENCH", &folder).env("WENGANG_NPM", tools.npm());
    bench.env("WENGANG_PEERS", &peers.npm);
    bench.env("WENGANG_PYTHON", &peers.python).env("PYTHONPATH", &peers.python_libraries);
    command::run(&mut bench)
}

/// Writes the figures of the last round of the refund for the peers' rules: numbers, per cents as numbers, and its days.
fn write_figures(file: &Path) -> Result<()> {
    let policy: Table = project::read(&project::root().join("policies/hebei/refund.toml"))?.parse()?;
    let rounds = policy.get("round").and_then(toml::Value::as_array);
    let round = rounds.and_then(|rounds| rounds.last()?.as_table()).context("policies/hebei/refund.toml 中没有年度")?;
    let figures: Map<String, Value> =
        round.iter().filter_map(|(name, item)| Some((name.clone(), figure(item)?))).collect();
    project::write(file, serde_json::to_vec(&figures)?)
}

fn figure(item: &toml::Value) -> Option<Value> {
    match item {
        toml::Value::Datetime(day) => Some(json!(day.to_string())),
        toml::Value::Integer(number) => Some(json!(number)),
        toml::Value::Table(table) => figure(table.get("value")?),
        toml::Value::String(share) => share.strip_suffix('%')?.trim().parse().ok().map(|number: f64| json!(number)),
        _ => None,
    }
}
