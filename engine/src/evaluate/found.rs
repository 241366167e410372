//! What an expression is on one path.

use crate::set::Set;

use crate::bounds::Bounds;
use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::{Formula, Missing};
use crate::pack::SourceId;
use crate::value::Value;

/// What an expression is on one path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum State {
    /// It has this value.
    Known(Value),
    /// It is a number between these.
    Between(Box<Bounds>),
    /// Nothing is known of it; of a condition: whether it holds is unknown.
    Open,
    /// It has no value.
    NoValue(NoValue),
}

/// The value of an expression on one path, what keeps it open, and its sources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    pub state: State,
    /// What is missing and keeps it open; empty where it is known.
    pub missing: Set<Missing>,
    pub sources: Set<SourceId>,
    /// Whether it depends on a value that was not found: then it is provisional, even if its sources are official.
    pub unsure: bool,
    /// Since when the law has it so: the latest first day of the dated values that flow into it.
    pub since: Option<Date>,
    /// How it is computed, where that is traced and it is a known number.
    pub formula: Option<Formula>,
}

impl Found {
    pub fn known(value: Value) -> Self {
        Self::of(State::Known(value))
    }

    pub fn truth(truth: bool) -> Self {
        Self::known(Value::Truth(truth))
    }

    pub fn no_value(why: NoValue) -> Self {
        Self::of(State::NoValue(why))
    }

    /// A value that was not found for the day.
    pub fn not_recorded() -> Self {
        Self { unsure: true, ..Self::no_value(NoValue::NotRecorded) }
    }

    pub fn of(state: State) -> Self {
        let (missing, sources) = (Set::new(), Set::new());
        Self { state, missing, sources, unsure: false, since: None, formula: None }
    }

    pub fn open(state: State, missing: Set<Missing>) -> Self {
        Self { missing, ..Self::of(state) }
    }

    /// The same, drawing on the sources of another one too.
    pub fn citing_all(mut self, sources: &Set<SourceId>) -> Self {
        self.sources.add(sources);
        self
    }

    /// A state that follows from others.
    pub fn from(state: State, operands: &[&Self]) -> Self {
        // Bounds around a single number are that number, so the missing facts do not matter.
        let state = match state {
            State::Between(bounds) => match bounds.only() {
                Some(number) => State::Known(bounds.kind.value(number)),
                None => State::Between(bounds),
            },
            other => other,
        };
        let is_open = matches!(state, State::Between(_) | State::Open);
        let (mut missing, mut sources) = (Set::new(), Set::new());
        for found in operands {
            sources.add(&found.sources);
            if is_open {
                missing.add(&found.missing);
            }
        }
        let unsure = operands.iter().any(|found| found.unsure);
        let since = operands.iter().filter_map(|found| found.since).max();
        Self { state, missing, sources, unsure, since, formula: None }
    }

    pub fn citing(mut self, sources: impl IntoIterator<Item = SourceId>) -> Self {
        self.sources.extend(sources);
        self
    }

    /// What decided that it is this.
    pub fn chosen_by(mut self, unsure: bool) -> Self {
        self.unsure |= unsure;
        self
    }

    /// Has a formula print it as its value instead of its computation.
    pub fn print_as_value(&mut self) {
        self.formula = match &self.state {
            State::Known(value) => Formula::of_value(value),
            _ => None,
        };
    }
}
