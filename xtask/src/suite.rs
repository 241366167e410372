//! `test`: the gates and the tests, one suite after the other, and the sum of them all.

mod builds;
mod native;
pub mod node;
mod report;
mod spark;
mod tally;
mod tier;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use builds::{Build, Builds};
pub use builds::{WORD as BUILD_WORD, build};
pub use tally::Tally;
pub use tier::Tier;

use crate::tools::Toolbox;
use crate::{clauses, command, engines, fuzz, law, lint, mutants, prove, quotes, size};

/// A part of the run that can be asked for by its name.
struct Suite {
    /// On the command line.
    name: &'static str,
    title: &'static str,
    /// The first tier that it belongs to.
    tier: Tier,
    /// What it waits for; what else it reads was built by a suite before it, or by hand.
    builds: &'static [Build],
    run: fn(Tier) -> Result<Tally>,
}

const fn gate(name: &'static str, title: &'static str, run: fn(Tier) -> Result<Tally>) -> Suite {
    Suite { name, title, tier: Tier::Gate, builds: &[], run }
}

const fn long(name: &'static str, title: &'static str, run: fn(Tier) -> Result<Tally>) -> Suite {
    Suite { name, title, tier: Tier::All, builds: &[], run }
}

/// In the order in which they run: what needs no build comes first, and is run while that builds.
const SUITES: [Suite; 17] = [
    gate("lint", "格式与 clippy", |_| lint()),
    gate("native", "本机测试", native::run),
    gate("quotes", "引文核对", |_| quotes()),
    gate("clone", "空目录里的第一条命令", node::clone_serves),
    Suite { builds: &[Build::Package], ..gate("package", "JavaScript 包", node::package) },
    // Some of its tests compare the page with the package, or show the package in a browser.
    Suite { builds: &[Build::Package, Build::Page], ..gate("page", "浏览器中的页面", node::page) },
    gate("server", "真的服务器", node::server),
    gate("engines", "旧浏览器", |_| Ok(Tally::of_gate("旧浏览器", engines::check()))),
    gate("size", "大小", |_| Ok(Tally::of_gate("大小", size::check()))),
    Suite {
        builds: &[Build::Package, Build::Page], ..long("integrations", "装进别人的项目", node::integrations)
    },
    long("clone-checks", "空目录里的第二条命令", node::clone_checks),
    long("speed", "慢手机上的快慢", node::speed),
    long("monkey", "乱点乱写", |_| node::monkey(Some(SHORT_MONKEY))),
    long("fuzz", "随机输入", |_| fuzz::run(&[])),
    long("mutants", "改错这次修改过的，和整个工作区的一部分", |_| Ok(mutated())),
    long("spark", "成批测算和 PySpark", spark::run),
    long("faults", "改坏以后每一关都拦住", |_| prove::run(&[])),
];

/// How many random events a page gets where much else runs too; `cargo xtask monkey` makes four times as many.
const SHORT_MONKEY: u32 = 500;

/// How a suite ended.
struct Row {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// Runs the suites that `words` name, or all of the tier that they name; a failed one does not prevent the next.
///
/// # Errors
/// Where a word does not name a suite. A failed test is not an error but the exit code.
pub fn run(words: &[&str]) -> Result<ExitCode> {
    let (tier, names) = Tier::of_words(words);
    let chosen = chosen(tier, &names)?;
    let wanted: Vec<Build> = chosen.iter().flat_map(|suite| suite.builds).copied().collect();
    let builds = Builds::start(&wanted, tier);
    let rows: Vec<Row> = chosen.into_iter().map(|suite| suite.row(tier, &builds)).collect();
    Ok(close(&rows))
}

/// The suites named; all of the tier where none is.
fn chosen(tier: Tier, names: &[&str]) -> Result<Vec<Suite>> {
    for name in names {
        let known = SUITES.map(|suite| suite.name);
        known
            .contains(name)
            .then_some(())
            .with_context(|| format!("没有“{name}”这一组测试，有 {}；all 是全部", known.join("、")))?;
    }
    let is_chosen = |suite: &Suite| if names.is_empty() { suite.tier <= tier } else { names.contains(&suite.name) };
    Ok(SUITES.into_iter().filter(is_chosen).collect())
}

impl Suite {
    fn row(&self, tier: Tier, builds: &Builds) -> Row {
        let Self { name, title, .. } = *self;
        println!("\n━━ {title}（cargo xtask test {name}）");
        let (tally, took) = timed(|| {
            let built: Tally = self.builds.iter().map(|build| builds.wait(*build)).sum();
            if built.has_failed() {
                return built;
            }
            [built, (self.run)(tier).unwrap_or_else(|error| Tally::of_gate(title, Err(error)))].into_iter().sum()
        });
        Row { name, tally, took }
    }
}

/// Prints what the whole run came to: the failures, the suites, and the sum last.
fn close(rows: &[Row]) -> ExitCode {
    let total: Tally = rows.iter().map(|row| row.tally.clone()).sum();
    total.print_failures();
    println!("\n{:<10} {:>8} {:>8} {:>8}", "suite", "passed", "failed", "seconds");
    for Row { name, tally, took } in rows {
        println!("{name:<10} {} {:>8}", tally.columns(), took.as_secs());
    }
    total.close()
}

/// How long something took.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a suite takes is for the reader of the log; the core has no clock"
)]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let result = work();
    (result, begun.elapsed())
}

fn lint() -> Result<Tally> {
    let tools = Toolbox::for_lint()?;
    let policies = [Tally::of_gate("格式：policies", law::format(true)), Tally::of_gate("政策文件", law::check())];
    let checks = lint::checks(&tools).into_iter();
    Ok(checks.map(|(name, mut check)| Tally::of_gate(name, command::run(&mut check))).chain(policies).sum())
}

/// What was changed last, and a part of everything.
fn mutated() -> Tally {
    let gates = [
        Tally::of_gate("改错：修改过的行", mutants::of_change()),
        Tally::of_gate("改错：整个工作区", mutants::of_sample()),
    ];
    gates.into_iter().sum()
}

fn quotes() -> Result<Tally> {
    let gates = [Tally::of_gate("引文", quotes::check(None)), Tally::of_gate("条款索引", clauses::check())];
    Ok(gates.into_iter().sum())
}

/// Closes the run of one command.
pub fn close_one(name: &'static str, run: impl FnOnce() -> Result<Tally>) -> Result<ExitCode> {
    let (tally, took) = timed(run);
    Ok(close(&[Row { name, tally: tally?, took }]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    fn names(words: &[&str]) -> Vec<&'static str> {
        let (tier, names) = Tier::of_words(words);
        chosen(tier, &names).unwrap().into_iter().map(|suite| suite.name).collect()
    }

    #[test]
    fn all_is_every_suite_and_no_word_the_gate() {
        assert_eq!(names(&["all"]), SUITES.map(|suite| suite.name));
        let gate = names(&[]);
        assert!(gate.contains(&"native") && !gate.contains(&"fuzz"), "{gate:?}");
    }

    #[test]
    fn named_suites_of_every_tier_run_in_the_order_of_the_table() {
        assert_eq!(names(&["fuzz", "native"]), ["native", "fuzz"]);
        assert_eq!(names(&["all", "native"]), ["native"]);
        assert!(chosen(Tier::Gate, &["nativ"]).is_err());
    }

    /// The usage names them all.
    #[test]
    fn every_suite_is_in_the_usage_and_the_guide_for_contributors() {
        let guide = project::read(&project::root().join("CONTRIBUTING.md")).unwrap();
        for Suite { name, .. } in SUITES {
            assert!(crate::USAGE.contains(name) && guide.contains(name), "{name}");
        }
    }
}
