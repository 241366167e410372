//! `mutants`: the source is changed in one small way after the other, and a test must notice each (`.cargo/mutants.toml`).

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{self, program};
use crate::copy::Copy;
use crate::project;
use crate::suite::Tier;
use crate::tools::Toolbox;

/// Tests that compile another tree.
const TOO_SLOW: [&str; 1] = ["new_round::"];
/// What tries every combination, or very many: seconds to tens of seconds.
const SLOW: [&str; 10] = [
    TOO_SLOW[0],
    "arbitrary::",
    "by_hand::",
    "every_premium::",
    "calendar::",
    "premium::wages_up_to_thirty_thousand",
    "size_class::whatever_is_missing",
    "state::tests::paths::",
    "state::tests::step::every_path",
    "state::tests::any::",
];
/// What takes longer than the compiler does.
const LONG: [&str; 4] =
    ["unknowns::", "benefit::schedule::", "benefit::unused_months_are_added", "premium::no_wage_saves_less"];

/// How many of a hundred must be noticed.
const WANTED: u64 = 95;
/// How many places of a change are tried.
const MOST: usize = 8;
/// How many mutants of the whole workspace are tried in addition to those of a change: every n-th of each file, the
/// same ones in every run on one tree.
const SAMPLE: usize = 40;
/// The tests that draw their input try less often than in a run of their own: each runs hundreds of times here.
const CASES: &str = "64";

/// Tries the `k`-th of `n` equal parts of all changes, spread over all files.
///
/// # Errors
/// Where a test is missing, the word is not a shard, or cargo-mutants does not run.
pub fn of_shard(word: &str) -> Result<()> {
    let (part, parts) = shard(word).with_context(|| format!("“{word}”不是几分之几，例如 2/40"))?;
    try_out(&copy()?, &shard_of(part - 1, parts))
}

/// Tries [`SAMPLE`] changes spread over the whole workspace: a last commit without code to change proves nothing.
///
/// # Errors
/// As [`of_shard`].
pub fn of_sample() -> Result<()> {
    let copy = copy()?;
    let (count, shard) = bounded(&copy, &[], SAMPLE)?;
    println!("整个工作区有 {count} 处可以试，试其中均匀分布的 {SAMPLE} 处左右；全部：cargo xtask mutants 1/1");
    try_out(&copy, &shard)
}

/// Tries the lines changed since the last commit that landed, at most [`MOST`] of their changes.
///
/// # Errors
/// As [`of_shard`].
pub fn of_change() -> Result<()> {
    let Some(base) = base() else {
        println!("这里没有更早的提交，没有修改可试");
        return Ok(());
    };
    let copy = copy()?;
    let diff = copy.folder().join("change.diff");
    project::write(&diff, command::read(program("git").args(["diff", &base]))?)?;
    let changed = format!("--in-diff={}", diff.display());
    let (count, shard) = bounded(&copy, &[&changed], MOST)?;
    if count == 0 {
        println!("修改过的行里没有可以试的");
        return Ok(());
    }
    println!("修改过的行里有 {count} 处可以试，最多试 {MOST} 处左右；全部：cargo xtask mutants 1/1");
    try_out(&copy, &[&[changed][..], &shard].concat())
}

/// How many of the changes chosen there are, and the part of them that is about `most`.
fn bounded(copy: &Copy, chosen: &[&str], most: usize) -> Result<(usize, [String; 2])> {
    let listed = command::read(copy.program("cargo").args(["mutants", "--list", "--workspace"]).args(chosen))?;
    let count = listed.lines().count();
    let parts = u32::try_from(count.div_ceil(most)).context("太多了")?;
    Ok((count, shard_of(0, parts.max(1))))
}

/// The last commit that landed before HEAD: where the change began, or the commit before; `None` where HEAD is the
/// first commit that this clone knows.
fn base() -> Option<String> {
    if let Ok(base) = env::var("WENGANG_BASE") {
        return Some(base);
    }
    let ask = |words: &[&str]| {
        let output = program("git").args(words).output().ok()?;
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Some(said).filter(|_| output.status.success())
    };
    let head = ask(&["rev-parse", "HEAD"]);
    match ask(&["merge-base", "HEAD", "main"]) {
        begun if begun.is_some() && begun != head => begun,
        _ => ask(&["rev-parse", "--quiet", "--verify", "HEAD^"]),
    }
}

fn copy() -> Result<Copy> {
    Copy::of_tree("mutants", Toolbox::for_mutants()?)
}

/// Asks for a part, spread over all files.
fn shard_of(part: u32, parts: u32) -> [String; 2] {
    [format!("--shard={part}/{parts}"), "--sharding=round-robin".to_owned()]
}

/// Reads `2/40`.
fn shard(word: &str) -> Option<(u32, u32)> {
    let (part, parts) = word.split_once('/')?;
    let (part, parts) = (part.parse().ok()?, parts.parse().ok()?);
    (1..=parts).contains(&part).then_some((part, parts))
}

/// The tests that try what those before them did not notice.
struct Pass {
    name: &'static str,
    /// What cargo is asked for: nothing else is compiled for each change.
    tests: &'static [&'static str],
    without: &'static [&'static [&'static str]],
    says: &'static str,
}

/// From the quickest to all.
const PASSES: [Pass; 4] = [
    Pass { name: "unit", tests: &["--lib"], without: &[&SLOW, &LONG], says: "核心自己的快的测试" },
    Pass {
        name: "quick",
        tests: &["--test=native", "--test=law"],
        without: &[&SLOW, &LONG],
        says: "再用外面的快的测试",
    },
    Pass {
        name: "more",
        tests: &["--lib", "--test=native", "--test=law"],
        without: &[&SLOW],
        says: "再用几秒钟的测试",
    },
    Pass {
        name: "all",
        tests: &["--lib", "--test=native", "--test=law"],
        without: &[&TOO_SLOW],
        says: "再用全部的测试",
    },
];

/// Tries the changes chosen with the quickest tests, and what these do not notice with the next.
fn try_out(copy: &Copy, chosen: &[String]) -> Result<()> {
    let [first, later @ ..] = &PASSES;
    let mut tried = run(copy, first, chosen)?;
    println!("{}：{}", first.says, Figures::of(&tried)?);
    for pass in later {
        let names = missed(&tried);
        if names.is_empty() {
            break;
        }
        let mut more = run(copy, pass, &again(copy, &names)?)?;
        for name in names {
            let summary = more.remove(&name).with_context(|| format!("没有再试：{name}"))?;
            tried.insert(name, summary);
        }
        println!("{}：{}", pass.says, Figures::of(&tried)?);
    }
    missed(&tried).iter().for_each(|name| println!("没有发现：{name}"));
    if Figures::of(&tried)?.percent() < WANTED {
        bail!("不到 {WANTED}%，上面这些改动没有一个测试发现");
    }
    Ok(())
}

/// Asks for the changes of these names. Some more are tried with them: cargo-mutants asks no pattern whether a field may
/// be left out of a struct. Those of other files are not, where the settings name these files alone.
fn again(copy: &Copy, names: &[String]) -> Result<Vec<String>> {
    let files: toml::Value = files(names).into_iter().collect::<Vec<_>>().into();
    let mut settings: toml::Table = project::read(&project::root().join(".cargo/mutants.toml"))?.parse()?;
    settings.insert("examine_globs".to_owned(), files);
    let path = copy.folder().join("again.toml");
    project::write(&path, settings.to_string())?;
    let asked = names.iter().map(|name| format!("--re=^{}$", literal(name)));
    Ok(asked.chain([format!("--config={}", path.display())]).collect())
}

/// The files of these changes.
fn files(names: &[String]) -> BTreeSet<&str> {
    names.iter().filter_map(|name| name.split_once(':')).map(|(file, _)| file).collect()
}

/// Every mutant that was tried, by its name, with its outcome.
type Tried = BTreeMap<String, String>;

/// The changes that no test noticed.
fn missed(tried: &Tried) -> Vec<String> {
    tried.iter().filter(|(_, summary)| *summary == "MissedMutant").map(|(name, _)| name.clone()).collect()
}

fn run(copy: &Copy, pass: &Pass, chosen: &[String]) -> Result<Tried> {
    let folder = copy.folder().join(pass.name);
    project::clear(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("建不了目录 {}", folder.display()))?;
    let mut mutants = copy.program("cargo");
    mutants.args(["mutants", "--workspace", "--in-place", "--no-shuffle", "--colors=never", "--output"]);
    mutants.arg(&folder).args(chosen);
    mutants.args(pass.tests.iter().map(|tests| format!("--cargo-arg={tests}"))).args(["--", "--"]);
    pass.without.iter().copied().flatten().for_each(|name| {
        mutants.args(["--skip", name]);
    });
    // Samples where the tests must be quick, everything in the last pass.
    let is_last = !pass.without.contains(&&SLOW[..]);
    (if is_last { Tier::All } else { Tier::Gate }).set_variable(&mut mutants);
    mutants.env("PROPTEST_CASES", CASES).env("CARGO_PROFILE_DEV_DEBUG", "0");
    // A failing test is enough: no smaller input is searched for.
    mutants.env("PROPTEST_MAX_SHRINK_ITERS", "0");
    // Its exit code reports missed mutants, which the figures report too.
    mutants.status().context("无法启动 cargo mutants")?;
    let found = folder.join("mutants.out");
    let chosen: Vec<Value> = serde_json::from_str(&project::read(&found.join("mutants.json"))?)?;
    let outcomes: Value = serde_json::from_str(&project::read(&found.join("outcomes.json"))?)?;
    let tried = tried(&outcomes);
    if tried.len() != chosen.len() {
        bail!("{} 处没有试完，只试了 {} 处", chosen.len(), tried.len());
    }
    Ok(tried)
}

/// Reads the outcome of every mutant.
fn tried(outcomes: &Value) -> Tried {
    let of = |outcome: &Value| {
        let name = outcome.pointer("/scenario/Mutant/name")?.as_str()?;
        Some((name.to_owned(), outcome.get("summary")?.as_str()?.to_owned()))
    };
    outcomes.get("outcomes").and_then(Value::as_array).into_iter().flatten().filter_map(of).collect()
}

/// A pattern that is met by the text alone.
fn literal(text: &str) -> String {
    // Not every character may be escaped: `\<` is the beginning of a word.
    text.chars().flat_map(|c| r"\.+*?()|[]{}^$".contains(c).then_some('\\').into_iter().chain([c])).collect()
}

/// The number of mutants by outcome.
struct Figures {
    caught: u64,
    timeout: u64,
    missed: u64,
    unviable: u64,
}

impl Figures {
    fn of(tried: &Tried) -> Result<Self> {
        let count = |word: &str| tried.values().filter(|summary| *summary == word).count() as u64;
        let figures = Self {
            caught: count("CaughtMutant"),
            timeout: count("Timeout"),
            missed: count("MissedMutant"),
            unviable: count("Unviable"),
        };
        // Nothing tried is nothing proved: not changed in any way, the tests did not pass.
        if tried.is_empty() || figures.sum() + figures.unviable != tried.len() as u64 {
            bail!("{} 处没有试完：{figures}", tried.len());
        }
        Ok(figures)
    }

    /// What compiles, and so could be noticed.
    const fn sum(&self) -> u64 {
        self.caught + self.timeout + self.missed
    }

    /// A change that never ends is noticed too.
    fn percent(&self) -> u64 {
        ((self.caught + self.timeout) * 100).checked_div(self.sum()).unwrap_or(100)
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { caught, timeout, missed, unviable } = self;
        let percent = self.percent();
        write!(f, "发现 {caught}，不再结束 {timeout}，没有发现 {missed}，编译不了 {unviable}：发现了 {percent}%")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_one_of_so_many() {
        assert_eq!(shard("2/40"), Some((2, 40)));
        for wrong in ["0/4", "5/4", "1", "a/4", "1/0", ""] {
            assert_eq!(shard(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_does_not_compile_proves_nothing() {
        let figures = Figures { caught: 18, timeout: 1, missed: 1, unviable: 9 };
        assert_eq!((figures.sum(), figures.percent()), (20, 95));
        assert_eq!(Figures { missed: 2, ..figures }.percent(), 90);
    }

    #[test]
    fn what_became_of_each_change_is_counted() {
        let outcomes = serde_json::json!({ "outcomes": [
            { "scenario": "Baseline", "summary": "Success" },
            { "scenario": { "Mutant": { "name": "a.rs:1:1: x" } }, "summary": "CaughtMutant" },
            { "scenario": { "Mutant": { "name": "a.rs:2:1: y" } }, "summary": "MissedMutant" },
        ] });
        let mut tried = tried(&outcomes);
        let figures = Figures::of(&tried).unwrap();
        assert_eq!((figures.caught, figures.missed, figures.sum()), (1, 1, 2));
        assert_eq!(missed(&tried), ["a.rs:2:1: y"]);
        assert_eq!(files(&missed(&tried)), ["a.rs"].into());
        tried.insert("a.rs:3:1: z".to_owned(), "Failure".to_owned());
        assert!(Figures::of(&tried).is_err(), "what ended otherwise was not tried");
        assert!(Figures::of(&Tried::new()).is_err(), "nothing was tried");
    }

    #[test]
    fn a_name_is_matched_to_the_letter() {
        assert_eq!(literal("a.rs:1: replace < with *"), r"a\.rs:1: replace < with \*");
    }
}
