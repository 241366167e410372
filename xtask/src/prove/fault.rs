//! A fault: a patch whose first lines say what it breaks and which gate must catch it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project;

/// What a patch file says.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name without its ending.
    pub name: String,
    /// The file.
    pub patch: PathBuf,
    /// What would go wrong for a person if nobody noticed.
    pub why: String,
    /// What must be built before the gate is asked, and must be built with the fault in it too.
    pub build: Option<String>,
    /// The command that must fail.
    pub gate: String,
    /// What the gate must say: it fails for this fault and not because of something else.
    pub says: String,
}

impl Fault {
    /// Reads a patch file.
    ///
    /// # Errors
    /// Where a line of its head is missing or is none of those known.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self::parse(name, path, &project::read(path)?).with_context(|| project::shown(path))
    }

    fn parse(name: String, patch: &Path, text: &str) -> Result<Self> {
        let (mut why, mut build, mut gate, mut says) = (None, None, None, None);
        for line in text.lines().take_while(|line| !line.starts_with("--- ") && !line.starts_with("diff ")) {
            match line.split_once(": ") {
                Some(("why", words)) => why = Some(words.to_owned()),
                Some(("build", words)) => build = Some(words.to_owned()),
                Some(("gate", words)) => gate = Some(words.to_owned()),
                Some(("says", words)) => says = Some(words.to_owned()),
                _ => bail!("看不懂开头的这一行：{line}"),
            }
        }
        Ok(Self {
            name,
            patch: patch.to_owned(),
            why: why.context("缺少 why: 一行")?,
            build,
            gate: gate.context("缺少 gate: 一行")?,
            says: says.context("缺少 says: 一行")?,
        })
    }

    /// Returns what is run, as one line: two faults with the same steps need one proof that the gate passes without them.
    pub fn steps(&self) -> String {
        format!("{} && {}", self.build.as_deref().unwrap_or_default(), self.gate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_is_read_up_to_the_diff() {
        let text = "why: a\ngate: b: c\nsays: d\n--- a/x\n+++ b/x\nbuild: none\n";
        let fault = Fault::parse("n".into(), Path::new("n.patch"), text).unwrap();
        assert_eq!((fault.gate.as_str(), fault.build), ("b: c", None));
    }

    #[test]
    fn head_without_a_gate_or_with_a_strange_line_is_refused() {
        for text in ["why: a\nsays: d\n--- a/x\n", "why: a\ngate: b\nsays: d\nsay: e\n--- a/x\n", "gate: b\nsays: c\n"]
        {
            assert!(Fault::parse("n".into(), Path::new("n.patch"), text).is_err(), "{text}");
        }
    }
}
