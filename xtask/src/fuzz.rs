//! `fuzz`: unlimited random inputs for everything that reads input from outside (`fuzz/`, `tests/native/fuzzed/`).

mod seeds;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::suite::Tally;
use crate::tools::Toolbox;
use crate::{command, project};

/// What is fuzzed, as `fuzz/targets/` has it.
const TARGETS: [&str; 6] = ["request", "link", "entry", "pack", "packs", "site"];
/// How long each target is fuzzed by default, in seconds.
const SECONDS: u32 = 30;
/// An input that takes longer hangs, in seconds; the slowest known takes a hundredth of one.
const PATIENCE: u32 = 10;
/// What a target may take, in MB: four times what it takes.
const MEMORY: u32 = 512;

/// Fuzzes the targets named, or all; the first word may be how many seconds each.
///
/// # Errors
/// Where a word is neither, or the targets do not compile. What was found is in the tally.
pub fn run(words: &[&str]) -> Result<Tally> {
    let (seconds, names) = match words {
        [first, names @ ..] if first.starts_with(|sign: char| sign.is_ascii_digit()) => {
            (first.parse().with_context(|| format!("“{first}”不是秒数"))?, names)
        }
        names => (SECONDS, names),
    };
    if let Some(name) = names.iter().find(|name| !TARGETS.contains(name)) {
        bail!("没有“{name}”，可以测 {}", TARGETS.join("、"));
    }
    let tools = Toolbox::for_fuzzing()?;
    let folder = project::target()?.join("fuzz");
    seeds::write(&folder.join("seeds"))?;
    println!("正在编译（首次约 3 分钟）…");
    command::run(&mut cargo_fuzz(&tools, &folder, "build"))?;
    let chosen = TARGETS.into_iter().filter(|target| names.is_empty() || names.contains(target));
    Ok(chosen.map(|target| Tally::of_gate(target, fuzz(&tools, &folder, target, seconds))).sum())
}

/// Fuzzes one target: inputs of earlier runs are in `corpus/`, inputs that fail in `found/`.
fn fuzz(tools: &Toolbox, folder: &Path, target: &str, seconds: u32) -> Result<()> {
    let place = |name: &str| folder.join(name).join(target);
    for name in ["corpus", "found"] {
        fs::create_dir_all(place(name)).with_context(|| format!("建不了目录 {}", place(name).display()))?;
    }
    let log = folder.join(format!("{target}.txt"));
    let file = File::create(&log).with_context(|| format!("写不了 {}", log.display()))?;
    let mut fuzz = cargo_fuzz(tools, folder, "run");
    fuzz.arg(target).arg(place("corpus")).arg(place("seeds")).arg("--");
    let words = project::root().join(format!("fuzz/words/{target}.txt"));
    if words.exists() {
        fuzz.arg(format!("-dict={}", words.display()));
    }
    // Inputs that behave like another one are stored too: each line of a policy is to be changed.
    fuzz.arg("-keep_seed=1").arg(format!("-max_total_time={seconds}"));
    fuzz.args([format!("-timeout={PATIENCE}"), format!("-rss_limit_mb={MEMORY}")]);
    // Not on the command line as a separate path: a folder without a name would be one more corpus.
    fuzz.arg(format!("-artifact_prefix={}/", place("found").display())).arg("-print_final_stats=1");
    let ended = command::run(fuzz.stderr(file));
    let said = project::read(&log)?;
    if ended.is_err() {
        bail!("{}\n  修好以后把它放进 tests/fuzzed/{target}/，就是一个测试。输出在 {}", found(&said), log.display());
    }
    println!("{target}：{}", summary(&said).with_context(|| format!("看不懂 {}", log.display()))?);
    Ok(())
}

fn cargo_fuzz(tools: &Toolbox, folder: &Path, what: &str) -> Command {
    let mut cargo = tools.program("cargo");
    // No sanitizer: all of it is safe Rust, and those need a nightly compiler.
    cargo.args(["fuzz", what, "-s", "none", "--target-dir"]).arg(folder.join("build"));
    // Instrumenting is not yet stable in rustc, whence the variable.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo
}

/// What broke the target, as libFuzzer says it: what went wrong, and where the input is.
fn found(said: &str) -> String {
    let is_reported = |line: &&str| {
        ["panicked at", "ERROR: libFuzzer", "Test unit written to"].iter().any(|words| line.contains(words))
    };
    let reported: Vec<&str> = said.lines().filter(is_reported).collect();
    if reported.is_empty() { "没有跑起来".to_owned() } else { reported.join("\n  ") }
}

/// How much was tried: runs, places reached, memory.
fn summary(said: &str) -> Option<String> {
    let runs = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?.trim();
    let memory = said.lines().find_map(|line| line.strip_prefix("stat::peak_rss_mb:"))?.trim();
    let last = said.lines().rfind(|line| line.contains(" cov: "))?;
    let word = |name: &str| last.split_whitespace().skip_while(|word| *word != name).nth(1);
    Some(format!("{runs} 个输入，到过 {} 处，语料 {} 个，内存最多 {memory} MB", word("cov:")?, word("corp:")?))
}

/// Where a seed of a target goes.
fn seed(folder: &Path, target: &str, index: usize) -> PathBuf {
    folder.join(target).join(format!("{index:04}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONE: &str = "#9\tNEW cov: 7 ft: 8 corp: 3/9b lim: 4 exec/s: 0 rss: 30Mb\n\
                        #412424\tDONE   cov: 2512 ft: 11093 corp: 1901/441Kb lim: 4096 exec/s: 25776 rss: 33Mb\n\
                        stat::number_of_executed_units: 412424\nstat::peak_rss_mb:              33\n";

    #[test]
    fn what_was_tried_is_summed_up() {
        let summed = summary(DONE).unwrap();
        assert_eq!(summed, "412424 个输入，到过 2512 处，语料 1901/441Kb 个，内存最多 33 MB");
        assert_eq!(summary("INFO: nothing ran"), None);
    }

    #[test]
    fn a_finding_is_reported_with_its_location() {
        let said = "thread panicked at src/x.rs:1:\nnoise\n==7== ERROR: libFuzzer: deadly signal\n\
                    artifact_prefix='f/'; Test unit written to f/crash-1\n";
        assert!(found(said).contains("src/x.rs:1") && found(said).ends_with("f/crash-1"));
        assert_eq!(found(""), "没有跑起来");
    }

    #[test]
    fn every_target_has_a_file_and_a_test() {
        let files = project::files_ending("fuzz/targets", ".rs").unwrap();
        let names: Vec<_> = files.iter().filter_map(|file| file.file_stem()?.to_str()).collect();
        let mut known = TARGETS;
        known.sort_unstable();
        assert_eq!(names, known);
        let words = project::files_ending("fuzz/words", ".txt").unwrap();
        assert!(words.iter().all(|file| TARGETS.iter().any(|target| file.ends_with(format!("{target}.txt")))));
        let tests = project::read(&project::root().join("tests/native/fuzzed.rs")).unwrap();
        assert!(TARGETS.iter().all(|target| tests.contains(&format!("{target}::check"))));
    }
}
