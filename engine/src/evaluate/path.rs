//! Paths: every combination of decisions on what is open, one after the other.

use crate::set::Set;

use crate::evaluate::{Found, Missing};
use crate::pack::FactId;

/// What a decision is about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Cause {
    /// What is missing.
    pub missing: Set<Missing>,
    /// Whether only the agency can settle it.
    pub agency: bool,
}

impl Cause {
    pub fn fact(fact: FactId) -> Self {
        Self { missing: Set::from([Missing::Fact(fact)]), agency: false }
    }

    pub fn missing(missing: Set<Missing>) -> Self {
        Self { missing, agency: false }
    }

    pub fn agency() -> Self {
        Self { missing: Set::new(), agency: true }
    }
}

/// Which of several ways a path takes, and what it decides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Decision {
    pub cause: Cause,
    pub taken: usize,
    of: usize,
}

/// The decisions of one evaluation: those before are taken again, a new one begins with its first way.
#[derive(Debug, Default)]
pub(crate) struct Path {
    decisions: Vec<Decision>,
    next: usize,
}

/// The end of a path: what the expression is if everything that is open turns out so.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub decisions: Vec<Decision>,
    pub found: Found,
}

/// How many decisions a path may have.
const MOST_DECISIONS: usize = 64;

impl Path {
    /// Takes one of `of` ways, at least one.
    pub fn decide(&mut self, cause: Cause, of: usize) -> usize {
        let taken = match self.decisions.get(self.next) {
            Some(decision) => decision.taken,
            None => {
                self.decisions.push(Decision { cause, taken: 0, of });
                0
            }
        };
        self.next = self.next.saturating_add(1);
        taken
    }

    /// Whether anything was decided on this path.
    pub const fn has_decided(&self) -> bool {
        self.next > 0
    }

    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    pub const fn is_too_long(&self) -> bool {
        self.decisions.len() > MOST_DECISIONS
    }

    /// Moves on to the next path, where there is one.
    pub fn advance(&mut self) -> bool {
        self.next = 0;
        while let Some(last) = self.decisions.last_mut() {
            last.taken = last.taken.saturating_add(1);
            if last.taken < last.of {
                return true;
            }
            self.decisions.pop();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_is_taken_once_also_where_a_path_decides_more() {
        let (mut path, mut seen) = (Path::default(), Vec::new());
        loop {
            assert!(!path.has_decided(), "a way begins before its first decision");
            let first = path.decide(Cause::fact(FactId(0)), 3);
            assert!(path.has_decided());
            let second = if first == 1 { path.decide(Cause::agency(), 2) } else { 9 };
            seen.push((first, second));
            if !path.advance() {
                break;
            }
        }
        assert_eq!(seen, [(0, 9), (1, 0), (1, 1), (2, 9)]);
    }
}
