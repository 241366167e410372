//! Each measure's rounds side by side: every figure from the packs, and what changed from one round to the next.

mod benefit;
mod premium;
mod refund;
mod skill;
#[cfg(test)]
mod tests;

use crate::api::answer::{Calculator, DocumentText};
use crate::policy::citation::Evidence;
use crate::policy::date::Date;
use crate::policy::pack::{MeasureHead, RuleHead};
use crate::policy::timeline::{Span, Timeline};
use crate::text::rounds as words;
use crate::text::words::window;

pub use premium::{RateHistory, RateSpan, rate_history, rates};

/// A measure and its rounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MeasureRounds {
    /// Which calculator goes by them.
    pub calculator: Calculator,
    /// The measure's name.
    pub title: &'static str,
    /// When somebody last looked for new rules.
    pub checked_on: Date,
    /// The rounds; the premium has its rates and the limits of its base.
    pub tables: Vec<RoundTable>,
}

/// Rounds in the order of time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundTable {
    /// What it is called.
    pub caption: &'static str,
    /// The columns: the round's name, then one a cell.
    pub columns: &'static [&'static str],
    /// The rows.
    pub rows: Vec<RoundRow>,
}

/// A row: a round, or a span without one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RoundRow {
    /// A round.
    Round(Round),
    /// No rule is recorded.
    Gap {
        /// Which days.
        name: String,
        /// Why.
        reason: &'static str,
    },
}

/// A round: a rule in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Round {
    /// Its name: `2024年度`.
    pub name: String,
    /// The year, of a yearly round.
    year: Option<u16>,
    /// Its figures, one a column.
    pub cells: Vec<Cell>,
    /// What changed, in a sentence.
    pub change: String,
    /// How sure its figures are.
    pub evidence: Evidence,
    /// The documents it stands on.
    pub documents: Vec<DocumentText>,
    /// Readings and doubts.
    pub notes: &'static [&'static str],
}

/// A figure of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The figure with its unit.
    pub text: String,
    /// Whether it differs from the round before.
    pub changed: bool,
    /// Whether it is compared at all: days are other ones in every round.
    is_compared: bool,
}

impl Cell {
    const fn figure(text: String) -> Self {
        Self { text, changed: false, is_compared: true }
    }

    const fn days(text: String) -> Self {
        Self { text, changed: false, is_compared: false }
    }
}

/// Every measure that changes over time, with its rounds.
#[must_use]
pub fn measures() -> Vec<MeasureRounds> {
    vec![refund::measure(), skill::measure(), premium::measure(), benefit::measure()]
}

fn measure(calculator: Calculator, head: &'static MeasureHead, tables: Vec<RoundTable>) -> MeasureRounds {
    MeasureRounds { calculator, title: head.title, checked_on: head.checked_on, tables }
}

/// A row for every span of a timeline; a rule for which `round` gives none has no row.
fn rows<T>(timeline: &'static Timeline<T>, round: fn(&'static T) -> Option<Round>) -> Vec<RoundRow> {
    let mut rows = Vec::new();
    timeline.each(&mut |from, to, span| match span {
        Span::Known(rule) => rows.extend(round(rule).map(RoundRow::Round)),
        Span::Unknown(reason) => rows.push(RoundRow::Gap { name: words::gap(from, to), reason }),
    });
    rows
}

/// A rule with its days behind the figures.
fn round(
    name: String,
    head: &'static RuleHead,
    documents: Vec<DocumentText>,
    evidence: Evidence,
    figures: Vec<String>,
) -> Round {
    let mut cells: Vec<_> = figures.into_iter().map(Cell::figure).collect();
    cells.push(Cell::days(window(head.window)));
    Round { name, year: None, cells, change: String::new(), evidence, documents, notes: head.notes }
}

/// The rows with what changed: each round is compared with the one before that was found.
fn table(caption: &'static str, columns: &'static [&'static str], mut rows: Vec<RoundRow>) -> RoundTable {
    let mut before: Option<Round> = None;
    let mut is_gap = false;
    for row in &mut rows {
        match row {
            RoundRow::Gap { .. } => is_gap = true,
            // A rule beside the rounds is compared with none.
            RoundRow::Round(round) if !round.change.is_empty() => {}
            RoundRow::Round(round) => {
                round.change = match &before {
                    None => words::FIRST.to_owned(),
                    Some(before) => compare(columns, before, round, is_gap),
                };
                (before, is_gap) = (Some(round.clone()), false);
            }
        }
    }
    RoundTable { caption, columns, rows }
}

/// Marks what changed and says it in a sentence.
fn compare(columns: &[&'static str], before: &Round, round: &mut Round, is_gap: bool) -> String {
    let mut changes = Vec::new();
    // The first column is the round's name.
    let figures = columns.iter().skip(1).zip(&before.cells).zip(&mut round.cells);
    for ((column, old), new) in figures.filter(|(_, new)| new.is_compared) {
        new.changed = old.text != new.text;
        if new.changed {
            changes.push((*column, old.text.as_str(), new.text.as_str()));
        }
    }
    let is_next_year = before.year.zip(round.year).is_some_and(|(before, year)| before + 1 == year);
    let with = match (is_gap, is_next_year) {
        (true, _) => words::Before::LastFound,
        (false, true) => words::Before::LastYear,
        (false, false) => words::Before::LastTime,
    };
    words::change(with, &changes)
}
