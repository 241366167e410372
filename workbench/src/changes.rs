//! What the edits change: the same cases by the law before and after, each difference with the edit that causes it.
//!
//! The edits of a measure are made one after the other, in the order of its file, beginning with what is neither figure nor
//! row: a new round with the old figures. A case that comes out otherwise after an edit than before is that edit's.

mod edit;

use wengang_engine::assessment::AmountFound;
use wengang_engine::{Assessment, Fraction, Outcome, Pack};

use crate::trial::{self, Trial};
use crate::workspace::Workspace;

use edit::Step;
pub use edit::{Edit, Place};

/// How many variations of the open cases are tried.
pub const VARIATIONS: usize = 2000;

/// How many cases are made up of each measure that has no open one.
pub const MADE_UP: usize = 300;
/// How many cases of a group are shown.
const SHOWN: usize = 30;

/// An outcome and an amount.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Result {
    /// The outcome; `None`: that law refuses the case or does not know it.
    pub outcome: Option<Outcome>,
    /// The least and the greatest amount.
    pub amount: Option<(Fraction, Fraction)>,
}

impl Result {
    /// Reads them from an answer.
    #[must_use]
    pub fn of(found: Option<&Assessment>) -> Self {
        let amount = found.and_then(|found| found.amount.as_ref()).map(|amount| match amount {
            AmountFound::Exact(money) => (money.get(), money.get()),
            AmountFound::Range { min, max, .. } => (min.get(), max.get()),
        });
        Self { outcome: found.map(|found| found.outcome), amount }
    }

    /// Says it: 可以申请 55000.00 元.
    #[must_use]
    pub fn say(&self) -> String {
        let outcome = match self.outcome {
            Some(Outcome::Eligible) => "可以申请",
            Some(Outcome::Ineligible) => "暂不符合",
            Some(Outcome::Undetermined) => "还差信息",
            Some(Outcome::Closed) => "没有政策",
            None => "不能这样填",
        };
        let yuan = |amount: Fraction| amount.to_decimal(2).unwrap_or_default();
        match self.amount {
            Some((least, most)) if least == most => format!("{outcome} {} 元", yuan(least)),
            Some((least, most)) => format!("{outcome} {}–{} 元", yuan(least), yuan(most)),
            None => outcome.to_owned(),
        }
    }

    /// By how much the amounts differ; without one it is nothing.
    fn difference(&self, other: &Self) -> Fraction {
        let most = |result: &Self| result.amount.map_or(Fraction::ZERO, |(_, most)| most);
        let (one, other) = (most(self), most(other));
        let (less, more) = if one < other { (one, other) } else { (other, one) };
        more.minus(less).unwrap_or(Fraction::ZERO)
    }
}

/// A case that comes out otherwise.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The case.
    pub trial: Trial,
    /// How it came out before.
    pub before: Result,
    /// How it comes out now.
    pub after: Result,
    /// By how much the amount is another one.
    difference: Fraction,
}

/// The changes that an edit causes.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// The edit.
    pub edit: Edit,
    /// How many cases it changes.
    pub count: usize,
    /// Those of which the amounts differ most.
    pub changes: Vec<Change>,
}

/// What came of it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Changes {
    /// The groups, the largest first.
    pub groups: Vec<Group>,
    /// How many cases were tried.
    pub tried: usize,
    /// How many come out otherwise.
    pub changed: usize,
    /// The figures and rows that are written otherwise, whether a case depends on them or not.
    pub edits: Vec<Edit>,
    /// Figures and rows that no case depends on.
    pub unreached: Vec<Edit>,
    /// Conditions that are met in no case, or in every one.
    pub conditions: Vec<Edit>,
    /// Tips and next steps that are said in no case.
    pub silent: Vec<Edit>,
}

/// The comparison, which is made in steps, so that the tab stays responsive.
pub struct Comparison {
    base: Pack,
    edited: Pack,
    /// The edited law, with some edits undone for a moment.
    between: Pack,
    steps: Vec<Step>,
    reach: edit::Reach,
    trials: Vec<Trial>,
    at: usize,
    found: Changes,
}

impl Comparison {
    /// Prepares a comparison; nothing where one of the laws does not compile.
    #[must_use]
    pub fn new(work: &Workspace, variations: usize) -> Option<Self> {
        let (base, edited) = (work.compile_base().ok()?, work.compile().ok()?);
        let places = Place::all(work);
        let steps = edit::steps(&base, &edited, &places);
        let mut trials = trial::open();
        trials.extend(trial::varied(variations, &[&base, &edited]));
        trials.extend(trial::made_up(MADE_UP, &[&base, &edited]));
        trials.retain(|trial| edited.measure(&trial.measure).is_some());
        let reach = edit::Reach::new(&edited, &places, edit::Lines::new(work));
        Some(Self { between: edited.clone(), base, edited, steps, reach, trials, at: 0, found: Changes::default() })
    }

    /// How many cases have been tried, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.trials.len())
    }

    /// Tries so many cases more; says whether any are left.
    pub fn go_on(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(trial) = self.trials.get(self.at).cloned() else { break };
            self.at = self.at.saturating_add(1);
            self.one(&trial);
        }
        self.at < self.trials.len()
    }

    fn one(&mut self, trial: &Trial) {
        let (before, now) = (trial.judge(&self.base), trial.judge(&self.edited));
        self.found.tried = self.found.tried.saturating_add(1);
        self.reach.look(trial, now.as_ref(), &mut self.between);
        let (was, is) = (Result::of(before.as_ref()), Result::of(now.as_ref()));
        if was == is {
            return;
        }
        self.found.changed = self.found.changed.saturating_add(1);
        let own: Vec<usize> = (0..self.steps.len())
            .filter(|place| self.steps.get(*place).is_some_and(|step| step.measure == trial.measure))
            .collect();
        for place in &own {
            if let Some(step) = self.steps.get(*place) {
                step.undo(&mut self.between);
            }
        }
        let mut last = Result::of(trial.judge(&self.between).as_ref());
        if last != was {
            let found = (before.as_ref(), now.as_ref());
            for edit in edit::of_structure(&self.base, &self.edited, trial, found, &self.reach) {
                self.add(edit, trial, (was.clone(), last.clone()));
            }
        }
        for place in own {
            let Some(step) = self.steps.get(place) else { continue };
            step.make(&mut self.between);
            let edit = step.edit.clone();
            let next = Result::of(trial.judge(&self.between).as_ref());
            if next != last {
                self.add(edit, trial, (last, next.clone()));
            }
            last = next;
        }
    }

    fn add(&mut self, edit: Edit, trial: &Trial, (before, after): (Result, Result)) {
        let difference = before.difference(&after);
        let change = Change { trial: trial.clone(), before, after, difference };
        let place = self.found.groups.iter().position(|group| group.edit == edit);
        let place = place.unwrap_or_else(|| {
            self.found.groups.push(Group { edit, count: 0, changes: Vec::new() });
            self.found.groups.len().saturating_sub(1)
        });
        if let Some(group) = self.found.groups.get_mut(place) {
            group.count = group.count.saturating_add(1);
            group.changes.push(change);
            group.changes.sort_by_key(|change| std::cmp::Reverse(change.difference));
            group.changes.truncate(SHOWN);
        }
    }

    /// Returns what was found so far.
    #[must_use]
    pub fn found(&self) -> Changes {
        let mut found = self.found.clone();
        found.groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        found.edits = self.steps.iter().map(|step| step.edit.clone()).collect();
        (found.unreached, found.conditions, found.silent) = self.reach.unreached(&self.edited);
        found
    }
}
