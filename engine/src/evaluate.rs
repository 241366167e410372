//! The evaluator: what an expression is, and what keeps it open.
//!
//! Facts that are missing are treated in two ways. One with options is filled in with each of them, path by path
//! ([`path`]), so that a table is judged per completion and two rows never count together that no completion lets hold
//! together. One that is a number is carried along as its bounds ([`Bounds`](crate::bounds::Bounds)); where a condition
//! over bounds is unknown, both of its branches are paths. What the paths give together is in [`knowledge`].

mod contradiction;
mod formula;
mod found;
mod knowledge;
mod list;
mod node;
mod operation;
mod param;
mod path;
mod scan;
mod table;

use std::borrow::Cow;
use std::cell::Cell;

use crate::assessment::Outcome;
use crate::date::Date;
use crate::error::NoValue;
use crate::expression::Expr;
use crate::pack::{DEEPEST, FactId, Measure, Pack, Round, RoundId, Source};
use crate::value::Value;

pub(crate) use formula::Formula;
pub(crate) use found::{Found, State};
pub(crate) use knowledge::{Knowledge, Known};

pub(crate) use path::Leaf;

use path::Path;

/// How many evaluated nodes an assessment may take: the refund takes some thousands, a hundred certificates against a
/// hundred subsidies some hundred thousand.
const FUEL: u32 = 2_000_000;
/// How many paths one expression may have.
const MOST_PATHS: usize = 4_096;

/// What is left of the steps that an assessment may take. Evaluation ends whatever the pack says.
#[derive(Debug)]
pub(crate) struct Budget {
    fuel: Cell<u32>,
    depth: Cell<u16>,
    /// What spoils the whole assessment, the first of it.
    failure: Cell<Option<NoValue>>,
}

impl Budget {
    pub fn new() -> Self {
        Self { fuel: Cell::new(FUEL), depth: Cell::new(0), failure: Cell::new(None) }
    }

    /// Goes one node deeper; [`Budget::leave`] must follow where it is allowed.
    fn enter(&self) -> Result<(), NoValue> {
        let fuel = self.fuel.get().checked_sub(1).ok_or(NoValue::TooLong)?;
        if self.depth.get() >= DEEPEST {
            return Err(NoValue::TooLong);
        }
        self.fuel.set(fuel);
        self.depth.set(self.depth.get().saturating_add(1));
        Ok(())
    }

    /// What spoils the whole assessment.
    pub fn failure(&self) -> Option<NoValue> {
        self.failure.get()
    }

    pub fn note(&self, why: NoValue) {
        if why.is_fatal() && self.failure.get().is_none() {
            self.failure.set(Some(why));
        }
    }

    fn leave(&self) {
        self.depth.set(self.depth.get().saturating_sub(1));
    }
}

/// What an expression is evaluated in: a case on a day under a round.
pub(crate) struct Scene<'a> {
    pub pack: &'a Pack,
    pub measure: &'a Measure,
    /// The round whose figures hold.
    pub round: Option<(RoundId, &'a Round)>,
    pub day: Date,
    /// The facts of the case, `None` where one is missing.
    pub facts: Cow<'a, [Option<Value>]>,
    pub budget: &'a Budget,
    /// What only some sentences can name.
    pub notice: Notice<'a>,
    /// Whether it stands for every case on every day of the round: how much is known, and the day, are open.
    pub is_any_case: bool,
    /// Whether what checks refuse settles what is missing.
    with_checks: bool,
    /// 结果, once it was evaluated.
    outcome: Cell<OutcomeOfScene>,
}

/// What only the sentences on the window and on days off can name.
#[derive(Clone, Copy, Default)]
pub(crate) struct Notice<'a> {
    /// Why no round is recorded.
    pub reason: Option<&'a str>,
    /// The Monday after a last day on a weekend.
    pub workday: Option<Date>,
    /// What is cited for it.
    pub source: Option<&'a Source>,
}

/// 结果 is evaluated at most once, and not while it is being evaluated.
#[derive(Clone, Copy)]
enum OutcomeOfScene {
    NotYet,
    UnderWay,
    Done(Outcome),
}

impl<'a> Scene<'a> {
    pub fn new(
        pack: &'a Pack,
        measure: &'a Measure,
        round: Option<(RoundId, &'a Round)>,
        day: Date,
        facts: &'a [Option<Value>],
        budget: &'a Budget,
    ) -> Self {
        let (facts, notice) = (Cow::Borrowed(facts), Notice::default());
        let outcome = Cell::new(OutcomeOfScene::NotYet);
        Self { pack, measure, round, day, facts, budget, notice, with_checks: true, is_any_case: false, outcome }
    }

    /// The same for every case, not for one of which nothing is known.
    pub fn of_any_case(self) -> Self {
        Self { is_any_case: true, ..self }
    }

    /// The same with something that only some sentences can name.
    pub fn with_notice(self, notice: Notice<'a>) -> Self {
        Self { notice, ..self }
    }

    /// The same with other facts.
    fn supposing(&self, facts: &[(FactId, Value)]) -> Scene<'_> {
        let mut supposed = self.facts.to_vec();
        for (fact, value) in facts {
            if let Some(slot) = supposed.get_mut(fact.index()) {
                *slot = Some(value.clone());
            }
        }
        let outcome = Cell::new(OutcomeOfScene::NotYet);
        Scene { facts: Cow::Owned(supposed), outcome, ..*self }
    }

    /// Evaluates an expression over everything that is open.
    pub fn evaluate(&self, expr: &Expr) -> Knowledge {
        Knowledge::of(self, self.leaves(expr, false))
    }

    /// Whether an expression surely holds; one without a value does not.
    pub fn surely(&self, expr: &Expr) -> bool {
        matches!(self.evaluate(expr).known, Known::Value(Value::Truth(true)))
    }

    /// Evaluates an expression path by path, `None` where there are too many; `trace`: with formulas.
    pub fn leaves(&self, expr: &Expr, trace: bool) -> Option<Vec<Leaf>> {
        let (mut leaves, mut path) = (Vec::new(), Path::default());
        loop {
            let mut walk = node::Walk::new(self, path, trace);
            let found = walk.evaluate(expr);
            path = walk.into_path();
            leaves.push(Leaf { decisions: path.decisions().to_vec(), found });
            if leaves.len() > MOST_PATHS || path.is_too_long() {
                return None;
            }
            if !path.advance() {
                return Some(leaves);
            }
        }
    }

    /// The outcome of a measure without conditions; `None` for one that has some.
    pub fn settled(&self) -> Option<Outcome> {
        let settled = self.measure.perpetual.as_ref()?.settled.as_ref()?;
        Some(if self.surely(settled) { Outcome::Eligible } else { Outcome::Undetermined })
    }

    /// 结果 of the scene: every condition of the round judged.
    fn outcome(&self) -> Result<Outcome, NoValue> {
        match self.outcome.get() {
            OutcomeOfScene::Done(outcome) => Ok(outcome),
            OutcomeOfScene::UnderWay => Err(NoValue::DamagedPack),
            OutcomeOfScene::NotYet => {
                self.outcome.set(OutcomeOfScene::UnderWay);
                let outcome = self.settled().unwrap_or_else(|| {
                    let conditions = self.measure.conditions_of(self.round.map(|(id, _)| id));
                    Outcome::of(conditions.map(|(_, condition)| self.evaluate(&condition.holds).verdict()))
                });
                self.outcome.set(OutcomeOfScene::Done(outcome));
                Ok(outcome)
            }
        }
    }
}

#[cfg(test)]
mod tests;
