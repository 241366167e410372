//! The evaluator: the value of an expression, or what keeps it unknown.
//!
//! Facts that are missing are treated in two ways. One with options is filled in with each of them, path by path
//! ([`path`]), so that a table is judged per completion and two rows never count together that no completion lets hold
//! together. One that is a number is carried along as its bounds ([`Bounds`](crate::bounds::Bounds)); where a condition
//! over bounds is unknown, both of its branches are paths. What the paths give together is in [`knowledge`].

mod contradiction;
mod formula;
mod found;
mod items;
mod knowledge;
mod list;
mod missing;
mod node;
mod once;
mod operation;
mod param;
mod path;
mod scan;
mod schedule;
mod suppose;
mod table;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::assessment::{Outcome, Verdict};
use crate::date::{Date, Month};
use crate::error::NoValue;
use crate::expression::Expr;
use crate::pack::{DEEPEST, DefineId, DefineStep, FactId, Measure, Pack, Round, RoundId, Source};
use crate::rule_status::rule_on;
use crate::set::Map;
use crate::value::Value;

pub(crate) use formula::Formula;
pub(crate) use found::{Found, State};
pub(crate) use items::{Fields, Judged, JudgedItem};
pub(crate) use knowledge::{Knowledge, Known};
pub(crate) use missing::{FIELDS, Missing};

pub(crate) use path::Leaf;
pub(crate) use schedule::{MonthsFound, UnchangedMonths};

use once::Once;
use path::Path;

/// How many evaluated nodes an assessment may take: the refund takes some thousands, a hundred certificates against a
/// hundred subsidies some hundred thousand, and a dozen times as many where a plan over them is made again for what more
/// there could be.
const FUEL: u32 = 16_000_000;
/// How many paths one expression may have.
const MOST_PATHS: usize = 4_096;

/// The steps that an assessment has left. Evaluation ends for every pack.
#[derive(Debug)]
pub(crate) struct Budget {
    fuel: Cell<u32>,
    depth: Cell<u16>,
    /// The first failure that makes the whole assessment impossible.
    failure: Cell<Option<NoValue>>,
    /// The last day on which the dated values that were looked up are what they are; `None`: for ever.
    until: Cell<Option<Date>>,
}

impl Budget {
    pub fn new() -> Self {
        Self { fuel: Cell::new(FUEL), depth: Cell::new(0), failure: Cell::new(None), until: Cell::new(None) }
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

    /// The failure that makes the whole assessment impossible.
    pub fn failure(&self) -> Option<NoValue> {
        self.failure.get()
    }

    pub fn note(&self, why: NoValue) {
        if why.is_fatal() && self.failure.get().is_none() {
            self.failure.set(Some(why));
        }
    }

    /// Evaluates something, and until when it stays what it is if the day moves on under the same rule.
    pub fn watch<T>(&self, evaluate: impl FnOnce() -> T) -> (T, Option<Date>) {
        let before = self.until.take();
        let value = evaluate();
        let until = self.until.get();
        before.into_iter().for_each(|day| self.ends_on(day));
        (value, until)
    }

    /// Notes the last day of what is looked up.
    fn ends_on(&self, day: Date) {
        self.until.set(Some(self.until.get().map_or(day, |until| until.min(day))));
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
    /// Whether it represents every case on every day of the round: the day, and which facts are known, are open.
    pub is_any_case: bool,
    /// The month of the schedule that is looked at.
    pub month: Option<Month>,
    /// The first month of a run behind the first one: what its lines are called by.
    run: Option<Month>,
    /// Whether what checks refuse settles what is missing.
    with_checks: bool,
    /// The item at hand, 这本.
    pub item: Option<&'a [Option<Value>]>,
    /// An element that is looked at from the start: of a pair of items the other one.
    other: Option<(FactId, &'a [Option<Value>])>,
    /// Definitions that are supposed to be something else.
    supposed: &'a [(DefineId, Value)],
    /// What was found of the scene as a whole.
    found: Rc<FoundOfScene>,
    /// What was found of its definitions.
    defines: Rc<Defines>,
}

/// What is found of the definitions of a scene, which are named again and again.
#[derive(Default)]
struct Defines {
    /// What they are on every path, where nothing was decided to find it.
    found: RefCell<Map<DefineId, Found>>,
    /// What all paths give together.
    known: RefCell<Map<DefineId, Knowledge>>,
}

/// The results that belong to a scene and not to one of its items.
#[derive(Default)]
struct FoundOfScene {
    /// 结果.
    outcome: Once<Result<Outcome, NoValue>>,
    /// The items, and which of them are paid.
    judged: Once<Result<Rc<Judged>, NoValue>>,
    /// The months of the schedule.
    months: Once<MonthsFound>,
    /// Its sum.
    sum: Once<Knowledge>,
}

/// Whether an expression is evaluated with its formula.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Trace {
    /// Without.
    No,
    /// With it; the lines of definitions before this one are named.
    Before(DefineId),
}

impl Trace {
    /// With the formula; every line of a definition is named.
    pub const ALL: Self = Self::Before(DefineId(u16::MAX));
}

/// What only the sentences on the window and on days off can name.
#[derive(Clone, Copy, Default)]
pub(crate) struct Notice<'a> {
    /// Why no round is recorded.
    pub reason: Option<&'a str>,
    /// What a last day on a weekend is called.
    pub what: Option<&'a str>,
    /// The last day on a weekend.
    pub last: Option<Date>,
    /// The Monday after it.
    pub workday: Option<Date>,
    /// What is cited for it.
    pub source: Option<&'a Source>,
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
        let (month, item, other, found) = (None, None, None, Rc::default());
        let (with_checks, is_any_case, run) = (true, false, None);
        Self {
            pack,
            measure,
            round,
            day,
            facts,
            budget,
            notice,
            is_any_case,
            month,
            run,
            with_checks,
            item,
            other,
            supposed: &[],
            found,
            defines: Rc::default(),
        }
    }

    /// The same for every case, not for one of which nothing is known.
    pub fn of_any_case(self) -> Self {
        Self { is_any_case: true, defines: Rc::default(), ..self }
    }

    /// The same with something that only some sentences can name.
    pub fn noting<'s>(&'s self, notice: Notice<'s>) -> Scene<'s> {
        let (found, defines) = (Rc::clone(&self.found), Rc::default());
        Scene { facts: Cow::Borrowed(&self.facts), notice, found, defines, ..*self }
    }

    /// The same, looking at an item.
    pub fn with_item<'s>(&'s self, item: &'s [Option<Value>]) -> Scene<'s> {
        let (found, defines) = (Rc::clone(&self.found), Rc::default());
        Scene { facts: Cow::Borrowed(&self.facts), item: Some(item), found, defines, ..*self }
    }

    /// The same, looking at an element of a list: of a pair of items the other one.
    pub fn with_other<'s>(&'s self, list: FactId, other: &'s [Option<Value>]) -> Scene<'s> {
        let (found, defines) = (Rc::clone(&self.found), Rc::default());
        Scene { facts: Cow::Borrowed(&self.facts), other: Some((list, other)), found, defines, ..*self }
    }

    /// The same in a month of the schedule, under the rule of that month.
    pub fn in_month(&self, month: Month) -> Scene<'_> {
        let (facts, round) = (Cow::Borrowed(self.facts.as_ref()), rule_of(self.measure, month));
        Scene { facts, round, month: Some(month), found: Rc::default(), defines: Rc::default(), ..*self }
    }

    /// The same in the first month of a later run, which has its own lines.
    pub fn in_run(&self, month: Month) -> Scene<'_> {
        Scene { run: Some(month), ..self.in_month(month) }
    }

    /// The id of the line of a definition: that of a run has its first month behind it.
    pub fn id_of_line(&self, step: &DefineStep) -> String {
        match self.run.filter(|_| step.monthly) {
            Some(month) => format!("{}-{month}", step.id),
            None => step.id.clone(),
        }
    }

    /// The same in a month, under the rule at hand.
    pub fn of_month(self, month: Month) -> Self {
        Self { month: Some(month), defines: Rc::default(), ..self }
    }

    /// Evaluates an expression over everything that is open.
    pub fn evaluate(&self, expr: &Expr) -> Knowledge {
        let Expr::Define(id) = expr else { return Knowledge::of(self, self.leaves(expr, Trace::No)) };
        if let Some(known) = self.defines.known.borrow().get(id) {
            return known.clone();
        }
        let known = Knowledge::of(self, self.leaves(expr, Trace::No));
        self.defines.known.borrow_mut().insert(*id, known.clone());
        known
    }

    /// Whether an expression surely holds; one without a value does not.
    pub fn surely(&self, expr: &Expr) -> bool {
        matches!(self.evaluate(expr).known, Known::Value(Value::Truth(true)))
    }

    /// Evaluates an expression path by path, `None` where there are too many.
    pub fn leaves(&self, expr: &Expr, trace: Trace) -> Option<Vec<Leaf>> {
        self.paths(trace, |walk| walk.evaluate(expr))
    }

    fn paths(&self, trace: Trace, evaluate: impl Fn(&mut node::Walk<'_>) -> Found) -> Option<Vec<Leaf>> {
        let (mut leaves, mut path) = (Vec::with_capacity(1), Path::default());
        loop {
            let mut walk = node::Walk::new(self, path, trace);
            let found = evaluate(&mut walk);
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

    /// What says whether there is a result, in a measure without conditions.
    pub fn settled(&self) -> Option<&'a Expr> {
        self.measure.perpetual.as_ref()?.settled.as_ref()
    }

    /// 结果 of the scene: every condition of the round judged.
    pub fn outcome(&self) -> Result<Outcome, NoValue> {
        self.outcome_once(|| match (&self.measure.items, self.settled()) {
            (Some(_), _) => self.outcome_of_items(),
            (None, Some(settled)) if self.surely(settled) => Ok(Outcome::Eligible),
            (None, Some(_)) => Ok(Outcome::Undetermined),
            (None, None) => {
                let conditions = self.measure.conditions_of(self.round.map(|(id, _)| id));
                Ok(Outcome::of(conditions.map(|(_, condition)| self.evaluate(&condition.holds).verdict())))
            }
        })
    }

    /// 结果 of a scene whose conditions have been judged: sentences that ask for it need not judge them again.
    pub fn outcome_of(&self, verdicts: impl Iterator<Item = Verdict>) -> Result<Outcome, NoValue> {
        self.outcome_once(|| Ok(Outcome::of(verdicts)))
    }

    fn outcome_once(&self, find: impl FnOnce() -> Result<Outcome, NoValue>) -> Result<Outcome, NoValue> {
        self.found.outcome.get(find).unwrap_or(Err(NoValue::DamagedPack))
    }
}

/// The rule of a month: that of its first day.
fn rule_of(measure: &Measure, month: Month) -> Option<(RoundId, &Round)> {
    month.first_day().ok().and_then(|day| rule_on(measure, day))
}

#[cfg(test)]
mod tests;
