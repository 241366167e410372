//! `bench`: the refund rule in our wasm compared with other engines (`benches/peers/`), into `docs/benchmarks.md`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use wengang_engine::pack::Is;
use wengang_engine::{Expr, Fraction, Value as Figure};

use crate::command;
use crate::tools::{Peers, Toolbox};
use crate::{law, package, project};

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
    bench.env("WENGANG_LEMMA", &peers.lemma);
    command::run(&mut bench)
}

/// The figures as the peers' rules call them, and as the law's file does.
const FIGURES: [(&str, &str); 5] = [
    ("fully_paid_months", "应缴满月数"),
    ("control_target", "控制目标"),
    ("small_employer_limit", "小单位裁员率上限"),
    ("small_employer_persons", "小单位人数线"),
    ("body_persons", "六类单位人数线"),
];
/// The rates in the order of the rows of their table.
const RATES: [&str; 4] = ["large", "smaller", "body_large", "body_small"];

/// Writes the figures of the last round of the refund for the peers' rules: numbers, per cents as numbers, and its days.
fn write_figures(file: &Path) -> Result<()> {
    let pack = law::pack_built_in()?;
    let refund = pack.measure("refund").context("没有稳岗返还")?;
    let round = refund.rounds.last().context("稳岗返还没有年度")?;
    let mut figures = Map::new();
    figures.insert("from".to_owned(), json!(round.window.from.to_string()));
    figures.extend(round.window.to.map(|to| ("to".to_owned(), json!(to.to_string()))));
    for (name, in_file) in FIGURES {
        let figure = refund.figure(round, in_file).with_context(|| format!("没有“{in_file}”"))?;
        figures.insert(name.to_owned(), number(figure)?);
    }
    let rows: Vec<_> = round.rows.iter().flat_map(|(_, rows)| rows).collect();
    for (name, row) in RATES.into_iter().zip(&rows) {
        let Is::Value(Expr::Literal(rate)) = &row.is else { bail!("返还比例不是一个数") };
        figures.insert(name.to_owned(), number(rate)?);
    }
    if rows.len() != RATES.len() {
        bail!("返还比例有 {} 行，对照的规则里有 {} 行", rows.len(), RATES.len());
    }
    project::write(file, serde_json::to_vec(&figures)?)
}

/// A figure as the peers' rules write it.
fn number(value: &Figure) -> Result<Value> {
    let (exact, units) = match value {
        Figure::Count(count) => (count.get(), 1),
        Figure::Ratio(ratio) => (ratio.get(), 100),
        other => bail!("{other:?} 不是人数、月数或比例"),
    };
    let text = exact.times(Fraction::whole(units))?.to_decimal(4).context("小数太长")?;
    Ok(json!(text.parse::<f64>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the comparison itself sets, not the law.
    const OF_THE_VARIANT: [&str; 3] = ["places", "units", "money"];

    #[test]
    fn every_figure_that_the_peers_rules_name_is_there_and_a_number_or_a_day() {
        let file = std::env::temp_dir().join("wengang-bench-figures.json");
        write_figures(&file).unwrap();
        let figures: Map<String, Value> = serde_json::from_str(&project::read(&file).unwrap()).unwrap();
        let is_share = |name: &str| figures[name].as_f64().is_some_and(|share| 0.0 < share && share <= 100.0);
        assert!(is_share("control_target") && RATES.into_iter().all(is_share), "{figures:?}");
        for rules in project::files_under(&project::root().join("benches/peers/rules")).unwrap() {
            let text = project::read(&rules).unwrap();
            for (name, _) in text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")) {
                let name = name.split('.').next().unwrap_or(name);
                assert!(figures.contains_key(name) || OF_THE_VARIANT.contains(&name), "{}: {name}", rules.display());
            }
        }
    }
}
