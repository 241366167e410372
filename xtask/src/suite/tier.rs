//! How much is tested, and how the tests learn it.

use std::process::Command;

/// How much is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// What must pass before a change lands, in twenty minutes on two cores: where there are very many cases, a sample.
    Gate,
    /// Everything, before an issue is resolved and before a release.
    All,
}

/// Read by `tests/native/tier.rs` and `tests/tier.mjs`, and nowhere else.
const VARIABLE: &str = "WENGANG_TESTS";

/// The word for everything on the command line, and in the variable.
const ALL: &str = "all";

impl Tier {
    /// Reads the tier from the words after `test`; the other words name suites.
    pub fn of_words<'a>(words: &[&'a str]) -> (Self, Vec<&'a str>) {
        let names: Vec<&str> = words.iter().copied().filter(|word| *word != ALL).collect();
        (if names.len() < words.len() { Self::All } else { Self::Gate }, names)
    }

    /// The words that [`Tier::of_words`] reads as this tier.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Gate => &[],
            Self::All => &[ALL],
        }
    }

    /// On how many random inputs a property is tried that names no number itself; proptest's own default is between.
    pub const fn random_inputs(self) -> u32 {
        match self {
            Self::Gate => 64,
            Self::All => 1024,
        }
    }

    /// Sets the variable by which the tests of a program learn the tier.
    pub fn set_variable(self, program: &mut Command) -> &mut Command {
        match self {
            Self::Gate => program.env_remove(VARIABLE),
            Self::All => program.env(VARIABLE, ALL),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn each_language_reads_the_variable_in_one_place() {
        let folders = ["tests", "src", "benches", "fuzz/targets"];
        let files = folders.into_iter().flat_map(|folder| project::files_ending(folder, "").unwrap());
        let reads = |path: &std::path::PathBuf| {
            let is_source = path.extension().is_some_and(|end| end == "rs" || end == "mjs");
            is_source && project::read(path).unwrap().contains(VARIABLE)
        };
        let readers: Vec<_> = files.filter(reads).map(|path| project::shown(&path)).collect();
        assert_eq!(readers, ["tests/native/tier.rs", "tests/tier.mjs"]);
    }

    #[test]
    fn a_tier_reads_back_from_its_words_among_the_names_of_suites() {
        for tier in [Tier::Gate, Tier::All] {
            assert_eq!(Tier::of_words(&[&["native"], tier.words()].concat()), (tier, vec!["native"]));
        }
    }

    #[test]
    fn the_variable_is_set_for_all_and_not_for_the_gate() {
        let reported = |tier: Tier| {
            let mut program = Command::new("x");
            tier.set_variable(&mut program).get_envs().next().map(|(_, value)| value.is_some())
        };
        assert_eq!((reported(Tier::Gate), reported(Tier::All)), (Some(false), Some(true)));
    }
}
