//! Rounds: spans of days with the figures of the law that hold on them.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::expression::Expr;
use crate::pack::{DocumentId, SourceId, TableId};
use crate::value::{Ratio, Value};

/// A run of days, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day; `None`: no end is set.
    pub to: Option<Date>,
}

impl Window {
    /// Whether the day is in the window.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// The years of a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Years {
    /// The year in which one applies.
    pub application: u16,
    /// The year whose figures count.
    pub base: u16,
}

/// One span of application, the standing rule, or a rule that holds all the time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Round {
    /// Its id in the API: `hebei-2024`.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// The years that it is for; `None`: it is a rule for every year.
    pub years: Option<Years>,
    /// The days on which one can apply.
    pub window: Window,
    /// The day on which its figures were last compared with their sources.
    pub checked_on: Date,
    /// Its document and clause.
    pub source: SourceId,
    /// Other documents behind it.
    pub also: Vec<DocumentId>,
    /// Doubts that belong on screen with every answer.
    pub notes: Vec<String>,
    /// Whether its figures are only the published ceiling.
    pub ceiling: bool,
    /// Its figures, in the order of [`Measure::values`](crate::pack::Measure::values).
    pub figures: Vec<Figure>,
    /// Its rows of the tables that every round fills in.
    pub rows: Vec<(TableId, Vec<Row>)>,
    /// What is to have been paid by which day, for an office.
    pub goals: Vec<Goal>,
    /// Sources of things that do not flow into a value, or several of one thing.
    pub cites: Vec<(Cited, SourceId)>,
    /// Every source that an answer of the round may draw on, in order.
    pub sources: Vec<SourceId>,
    /// How many of them, the first, say how sure its figures are.
    pub own: u16,
}

impl Round {
    /// The sources that say how sure its figures are.
    #[must_use]
    pub fn own_sources(&self) -> &[SourceId] {
        self.sources.get(..usize::from(self.own)).unwrap_or(&self.sources)
    }

    /// The sources that the round cites for an element of the measure.
    pub fn cited(&self, thing: Cited) -> impl Iterator<Item = SourceId> + '_ {
        self.cites.iter().filter(move |(cited, _)| *cited == thing).map(|(_, source)| *source)
    }
}

/// What an office is to have paid by a day. It binds the office alone: no answer draws on it, so that its source is none of
/// [`Round::sources`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Goal {
    /// What it is called, for people.
    pub title: String,
    /// The last day on which a payment counts.
    pub by: Date,
    /// The least share of what is expected for the whole round; `None`: any payment.
    pub least: Option<Ratio>,
    /// Its source.
    pub source: SourceId,
}

/// An element of the measure for which a round may cite sources, by its index.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Cited {
    /// The condition on the day.
    Window,
    /// A condition.
    Condition(u16),
    /// A condition of an item.
    ItemCondition(u16),
    /// A definition.
    Define(u16),
    /// A table.
    Table(u16),
    /// The amount.
    Amount,
    /// An insight.
    Insight(u16),
    /// A next step.
    NextStep(u16),
}

/// A figure of the law with its source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// The figure.
    pub value: Value,
    /// Its source.
    pub source: SourceId,
}

/// A decision table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Table {
    /// Its name in expressions.
    pub name: String,
    /// Its rows; `None`: every round has its own.
    pub rows: Option<Vec<Row>>,
}

/// A row of a decision table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Row {
    /// When it holds; `None`: in all other cases.
    pub when: Option<Expr>,
    /// What the table is then.
    pub is: Is,
    /// The source of the row.
    pub source: Option<SourceId>,
}

/// What a row says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Is {
    /// The value.
    Value(Expr),
    /// 由经办机构认定: the value of any other row; only the agency can settle which.
    Agency,
}

/// Which rule is not recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum GapOf {
    /// A round.
    Round,
    /// The standing rule.
    Standing,
}

/// Days on which a rule is not recorded. A gap of the rounds leaves the standing rule in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Gap {
    /// Which rule.
    pub of: GapOf,
    /// The first day; `None`: since ever.
    pub from: Option<Date>,
    /// The last day; `None`: for ever.
    pub to: Option<Date>,
    /// Why, for people to read.
    pub reason: String,
}

impl Gap {
    /// Whether the day is in the gap.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
