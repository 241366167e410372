//! Each measure's rules side by side, as the law's files say what is compared, and what changed from one to the next.

mod premium;
#[cfg(test)]
mod tests;

use wengang_engine::pack::{Compare, Round as Rule};
use wengang_engine::{Cells, ComparedRow, RowIs, compare};

use crate::api::answer::worded::documents;
use crate::api::answer::{Calculator, DocumentText};
use crate::law::{self, PACK};
use crate::policy::assessment::Evidence;
use crate::policy::date::{Date, Window};
use crate::text::rounds::{self as words, Change};
use crate::text::words::window;

pub use premium::{RateHistory, RateSpan, rate_history, rates};

/// A measure and its rounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MeasureRounds {
    /// Which calculator goes by them.
    pub calculator: Calculator,
    /// The measure's name.
    pub title: &'static str,
    /// When new rules were last looked for.
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
    pub columns: Vec<&'static str>,
    /// What words in it mean.
    pub terms: Option<&'static str>,
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
    /// Its documents.
    pub documents: Vec<DocumentText>,
    /// Readings and doubts.
    pub notes: &'static [String],
}

/// A figure of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The figure with its unit.
    pub text: String,
    /// Whether it differs from the round before.
    pub changed: bool,
    /// By what it is compared with the round before.
    by: By,
}

/// By what cells are compared.
#[derive(Clone, PartialEq, Eq, Debug)]
enum By {
    /// Not at all: days are other ones in every round.
    Nothing,
    /// By their text.
    Text,
    /// By the ids of these conditions: what they are called may name the year.
    Conditions(Vec<(String, String)>),
}

impl Cell {
    const fn figure(text: String) -> Self {
        Self { text, changed: false, by: By::Text }
    }

    const fn days(text: String) -> Self {
        Self { text, changed: false, by: By::Nothing }
    }

    fn conditions(conditions: Vec<(String, String)>) -> Self {
        let titles: Vec<_> = conditions.iter().map(|(_, title)| title.as_str()).collect();
        Self { text: titles.join("；"), changed: false, by: By::Conditions(conditions) }
    }

    /// What changed since the round before.
    fn changes<'t>(&'t self, column: &'t str, before: &'t Self) -> Vec<Change<'t>> {
        match (&before.by, &self.by) {
            (By::Text, By::Text) if before.text != self.text => {
                vec![Change::Figure(column, &before.text, &self.text)]
            }
            (By::Conditions(old), By::Conditions(new)) => {
                let is_in = |list: &[(String, String)], id: &str| list.iter().any(|(known, _)| known == id);
                let added = new.iter().filter(|(id, _)| !is_in(old, id)).map(|(_, title)| Change::Added(title));
                let gone = old.iter().filter(|(id, _)| !is_in(new, id)).map(|(_, title)| Change::Gone(title));
                added.chain(gone).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Every measure that changes over time, with its rounds.
#[must_use]
pub fn measures() -> Vec<MeasureRounds> {
    let mut measures = Vec::new();
    for calculator in Calculator::all() {
        let Some(measure) = law::measure(calculator) else { continue };
        // A table that cannot be computed is refused where it is compiled: tests/native/heads.rs computes all of them.
        let tables: Vec<_> = compare(&PACK, measure).unwrap_or_default();
        if !tables.is_empty() {
            let tables = tables.into_iter().map(|compared| table(compared.table, compared.rows)).collect();
            measures.push(MeasureRounds {
                calculator,
                title: &measure.title,
                checked_on: Date::of(measure.checked_on),
                tables,
            });
        }
    }
    measures
}

/// A table with what changed: each round is compared with the one before that was found.
fn table(compare: &'static Compare, compared: Vec<ComparedRow<'static>>) -> RoundTable {
    let has_conditions = compared.iter().any(|row| cells(row).is_some_and(|cells| !cells.conditions.is_empty()));
    let mut columns = vec![compare.names.as_str()];
    columns.extend(compare.titles());
    if has_conditions {
        columns.push(words::CONDITIONS);
    }
    columns.extend(compare.days.as_deref());
    let mut rows: Vec<_> = compared.into_iter().map(|row| self::row(compare, has_conditions, row)).collect();
    let mut before: Option<Round> = None;
    let mut is_gap = false;
    for row in &mut rows {
        match row {
            RoundRow::Gap { .. } => is_gap = true,
            // A rule outside the rounds is not compared with others.
            RoundRow::Round(round) if !round.change.is_empty() => {}
            RoundRow::Round(round) => {
                round.change = match &before {
                    None => words::FIRST.to_owned(),
                    Some(before) => compare_with(&columns, before, round, is_gap),
                };
                (before, is_gap) = (Some(round.clone()), false);
            }
        }
    }
    RoundTable { caption: &compare.caption, columns, terms: compare.terms.as_deref(), rows }
}

const fn cells<'r>(row: &'r ComparedRow<'static>) -> Option<&'r Cells> {
    match &row.is {
        RowIs::Rule(_, cells) | RowIs::Standing(_, cells) | RowIs::Values(_, cells) => Some(cells),
        RowIs::Gap(_) => None,
    }
}

fn row(compare: &Compare, has_conditions: bool, row: ComparedRow<'static>) -> RoundRow {
    let ComparedRow { from, to, is } = row;
    let days = || from.map(|from| Window { from: Date::of(from), to: to.map(Date::of) });
    let figures = |cells: Cells| {
        let mut figures: Vec<_> = cells.columns.into_iter().map(Cell::figure).collect();
        if has_conditions {
            figures.push(Cell::conditions(cells.conditions));
        }
        figures
    };
    let of_rule = |rule: &'static Rule, name: String, change: &str, days: String, cells: Cells| {
        let mut cells = figures(cells);
        cells.extend(compare.days.iter().map(|_| Cell::days(days.clone())));
        RoundRow::Round(Round {
            name,
            year: rule.years.map(|years| years.application),
            cells,
            change: change.to_owned(),
            evidence: PACK.evidence(rule.own_sources()).into(),
            documents: documents(&PACK, rule.own_sources(), &rule.also),
            notes: &rule.notes,
        })
    };
    // Only gaps begin since ever.
    let first = from.map_or(Date::MIN, Date::of);
    match is {
        RowIs::Rule(rule, cells) => {
            let name = rule.years.map_or_else(|| words::since(first), |years| words::of_year(years.application));
            of_rule(rule, name, "", days().map(window).unwrap_or_default(), cells)
        }
        RowIs::Standing(rule, cells) => {
            let days = days().map(window).unwrap_or_default();
            of_rule(rule, words::STANDING.to_owned(), words::ALONGSIDE, days, cells)
        }
        RowIs::Values(source, cells) => {
            let year = days().filter(is_whole_year).map(|window| window.from.year());
            RoundRow::Round(Round {
                name: year.map_or_else(|| days().map(window).unwrap_or_default(), words::of_year),
                year,
                cells: figures(cells),
                change: String::new(),
                evidence: PACK.evidence(&[source]).into(),
                documents: documents(&PACK, &[source], &[]),
                notes: &[],
            })
        }
        RowIs::Gap(reason) => RoundRow::Gap { name: words::gap(from.map(Date::of), to.map(Date::of)), reason },
    }
}

/// Whether these are the days of one calendar year.
fn is_whole_year(window: &Window) -> bool {
    let next = Date::year_start(window.from.year() + 1);
    window.from == Date::year_start(window.from.year()) && window.to.is_some_and(|to| to.next() == next)
}

/// Marks what changed and says it in a sentence.
fn compare_with(columns: &[&'static str], before: &Round, round: &mut Round, is_gap: bool) -> String {
    // The first column is the round's name.
    let cells = columns.iter().skip(1).zip(&before.cells).zip(&round.cells);
    let changes: Vec<_> = cells.map(|((column, old), new)| new.changes(column, old)).collect();
    let is_next_year = before.year.zip(round.year).is_some_and(|(before, year)| before + 1 == year);
    let with = match (is_gap, is_next_year) {
        (true, _) => words::Before::LastFound,
        (false, true) => words::Before::LastYear,
        (false, false) => words::Before::LastTime,
    };
    let sentence = words::change(with, &changes.concat());
    let changed: Vec<_> = changes.iter().map(|changes| !changes.is_empty()).collect();
    for (cell, changed) in round.cells.iter_mut().zip(changed) {
        cell.changed = changed;
        // A long list that is the same again is not read again.
        if !changed && matches!(cell.by, By::Conditions(_)) {
            words::AS_BEFORE.clone_into(&mut cell.text);
        }
    }
    sentence
}
