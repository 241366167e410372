//! `prove-gates`: every gate is shown a fault that it must catch (`tests/faults/`).
//!
//! A gate that cannot fail guards nothing. Each fault is put into a copy of the tree, and the gate must fail there, with
//! the words that the fault expects; without the fault the same gate must pass.

mod fault;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

use crate::copy::Copy;
use crate::project;
use crate::suite::Tally;
use crate::tools::Toolbox;
use fault::Fault;

/// The line after which Node's `spec` reporter names the failed tests alone.
const NODE_FAILURES: &str = "✖ failing tests:";

/// Shows the gates the faults whose names begin with one of `names`, or all of them.
///
/// # Errors
/// Where no name begins with a word, or the copy cannot be made. A gate that lets a fault pass is in the tally.
pub fn run(names: &[&str]) -> Result<Tally> {
    let faults = chosen(names)?;
    let copy = Copy::of_tree("faults", Toolbox::for_gates()?)?;
    let mut is_sound: BTreeMap<String, bool> = BTreeMap::new();
    let mut built = BTreeSet::new();
    let mut tally = Tally::default();
    println!("━━ 没有改坏的时候，每一关都要通过");
    for fault in &faults {
        is_sound.entry(fault.steps()).or_insert_with(|| {
            let outcome = passes_unharmed(&copy, fault, &mut built);
            let is_sound = outcome.is_ok();
            tally += Tally::of_gate(&fault.gate, outcome);
            is_sound
        });
    }
    println!("\n━━ 改坏之后，每一关都要拦住");
    for fault in &faults {
        let outcome = match is_sound.get(&fault.steps()) {
            Some(true) => is_caught(&copy, fault),
            _ => Err(anyhow::anyhow!("没有改坏的时候就没有通过，不能说明问题")),
        };
        tally += Tally::of_gate(&format!("{}：{}", fault.name, fault.why), outcome);
    }
    Ok(tally)
}

fn chosen(names: &[&str]) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for path in project::files_ending("tests/faults", ".patch")? {
        faults.push(Fault::read(&path)?);
    }
    for name in names {
        faults
            .iter()
            .find(|fault| fault.name.starts_with(name))
            .with_context(|| format!("tests/faults 中没有“{name}”"))?;
    }
    faults.retain(|fault| names.is_empty() || names.iter().any(|name| fault.name.starts_with(name)));
    Ok(faults)
}

/// `built` are the builds of the unmodified tree so far: one is enough for all the gates that need it.
fn passes_unharmed(copy: &Copy, fault: &Fault, built: &mut BTreeSet<String>) -> Result<()> {
    let build = fault.build.iter().filter(|build| built.insert((*build).clone()));
    for step in build.chain([&fault.gate]) {
        let outcome = copy.run(step, &format!("{}-unharmed", fault.name))?;
        if !outcome.has_passed {
            bail!("没有通过，输出在 {}", outcome.log.display());
        }
        if has_run_nothing(&outcome.said) {
            bail!("没有一个测试叫这个名字，通过也不说明问题。输出在 {}", outcome.log.display());
        }
    }
    Ok(())
}

/// Whether a runner of tests says that it has run none: a pattern that no name matches passes.
fn has_run_nothing(said: &str) -> bool {
    let counts = said.lines().filter_map(|line| {
        let after = |words: &str| line.split_once(words).map(|(_, rest)| rest);
        after("ℹ pass ").or_else(|| after("test result: ok. "))?.split_whitespace().next()?.parse::<u64>().ok()
    });
    counts.reduce(|sum, count| sum.saturating_add(count)) == Some(0)
}

/// Puts the fault in, requires that the gate fails for the reason expected, and takes the fault out again.
fn is_caught(copy: &Copy, fault: &Fault) -> Result<()> {
    copy.apply(&fault.patch)?;
    let verdict = is_refused(copy, fault);
    copy.restore()?;
    verdict
}

fn is_refused(copy: &Copy, fault: &Fault) -> Result<()> {
    if let Some(build) = &fault.build {
        let outcome = copy.run(build, &fault.name)?;
        if !outcome.has_passed {
            bail!("改坏之后编译不了，这一关没有机会检查。输出在 {}", outcome.log.display());
        }
    }
    let outcome = copy.run(&fault.gate, &fault.name)?;
    if outcome.has_passed {
        bail!("没有拦住");
    }
    if !of_failed(&outcome.said).contains(&fault.says) {
        bail!("没有通过，但没有说“{}”，可能是别的原因。输出在 {}", fault.says, outcome.log.display());
    }
    Ok(())
}

/// The output about failed tests only, which Node's runner repeats at its end: the names of passed tests come before.
fn of_failed(said: &str) -> &str {
    said.split_once(NODE_FAILURES).map_or(said, |(_, failed)| failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command;

    #[test]
    fn the_name_of_a_test_that_passed_proves_nothing() {
        assert_eq!(of_failed("✔ a\n✖ b\nℹ pass 1\n\n✖ failing tests:\n\n✖ b"), "\n\n✖ b");
        assert_eq!(of_failed("error: a"), "error: a");
    }

    #[test]
    fn a_runner_without_a_test_of_that_name_proves_nothing() {
        assert!(has_run_nothing("﹣ a # test name does not match pattern\nℹ tests 1\nℹ pass 0\nℹ fail 0"));
        assert!(has_run_nothing("test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 9 filtered out"));
        assert!(!has_run_nothing("✔ a\nℹ tests 1\nℹ pass 1\nℹ fail 0"));
        assert!(!has_run_nothing("test result: ok. 0 passed; 0 failed\ntest result: ok. 12 passed; 0 failed"));
        assert!(!has_run_nothing("✓ 引文"), "no runner of tests");
    }

    /// A fault that does not apply proves nothing.
    #[test]
    fn every_fault_still_fits_the_tree() {
        let faults = chosen(&[]).unwrap();
        assert!(faults.len() >= 12, "{}", faults.len());
        for fault in faults {
            let output = command::program("git").args(["apply", "--check"]).arg(&fault.patch).output().unwrap();
            assert!(output.status.success(), "{}: {}", fault.name, String::from_utf8_lossy(&output.stderr));
        }
    }

    /// Where a test moved, the gate would fail for another reason, and only when it is run at last.
    #[test]
    fn every_test_file_that_a_gate_runs_is_there() {
        for fault in chosen(&[]).unwrap() {
            for file in fault.gate.split_whitespace().filter(|word| word.ends_with(".mjs")) {
                assert!(project::root().join(file).exists(), "{}: {file}", fault.name);
            }
        }
    }

    #[test]
    fn every_fault_has_its_reason_in_the_readme_and_every_reason_its_fault() {
        let readme = project::read(&project::root().join("tests/faults/README.md")).unwrap();
        let rows = readme.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        let mut explained: Vec<&str> = rows.map(|(name, _)| name).collect();
        explained.sort_unstable();
        let faults = chosen(&[]).unwrap();
        let names: Vec<&str> = faults.iter().map(|fault| fault.name.as_str()).collect();
        assert_eq!(explained, names);
    }
}
