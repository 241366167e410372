//! What a pack says without a case: which rule of each measure is in force when, and what applicants hope for.

use std::collections::BTreeSet;

use crate::assessment::Status;
use crate::compare::{RowIs, compare};
use crate::date::Date;
use crate::pack::{Document, Evidence, Measure, Pack, Round};
use crate::rule_status::rule_status;

/// A measure by its rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outline<'p> {
    /// The measure.
    pub measure: &'p Measure,
    /// The documents that its rules cite, without repetition, in the order in which they are named.
    pub documents: Vec<&'p Document>,
    /// What holds before the first of `from`.
    pub before: Span<'p>,
    /// What holds from which day on, in order; each until the next begins.
    pub from: Vec<(Date, Span<'p>)>,
}

/// What holds over a run of days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Span<'p> {
    /// A rule.
    Rule {
        /// The rule.
        round: &'p Round,
        /// What people hope for under it, a rate or amounts: `最高60%`; empty where the file does not say it.
        hope: String,
        /// How sure it is.
        evidence: Evidence,
    },
    /// No rule is recorded, and why.
    None(String),
}

/// The measures of a pack, in its order.
#[must_use]
pub fn outline(pack: &Pack) -> Vec<Outline<'_>> {
    pack.measures.iter().map(|measure| of_measure(pack, measure)).collect()
}

/// The newest day on which something of a pack was checked.
#[must_use]
pub fn newest_check(pack: &Pack) -> Option<Date> {
    let of_measure =
        |measure: &Measure| measure.rounds.iter().map(|round| round.checked_on).chain([measure.checked_on]).max();
    pack.measures.iter().filter_map(of_measure).max()
}

fn of_measure<'p>(pack: &'p Pack, measure: &'p Measure) -> Outline<'p> {
    let starts = starts(measure);
    // A day of the time before the first start, which itself has none.
    let earliest = starts.first().and_then(|day| day.previous().ok()).or_else(|| Date::new(1900, 1, 1).ok());
    let before = earliest.map_or(Span::None(String::new()), |day| span(pack, measure, day));
    let mut from: Vec<(Date, Span<'p>)> = Vec::new();
    for day in starts {
        let span = span(pack, measure, day);
        if from.last().map_or(&before, |(_, last)| last) != &span {
            from.push((day, span));
        }
    }
    let mut documents: Vec<&Document> = Vec::new();
    for document in measure.rounds.iter().flat_map(|round| pack.documents_of(&round.sources, &round.also)) {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    Outline { measure, documents, before, from }
}

/// The days on which something may begin.
fn starts(measure: &Measure) -> BTreeSet<Date> {
    let next = |day: Option<Date>| day.and_then(|day| day.next().ok());
    let windows = measure.rounds.iter().flat_map(|round| [Some(round.window.from), next(round.window.to)]);
    let gaps = measure.gaps.iter().flat_map(|gap| [gap.from, next(gap.to)]);
    windows.chain(gaps).flatten().collect()
}

fn span<'p>(pack: &'p Pack, measure: &'p Measure, day: Date) -> Span<'p> {
    let found = rule_status(pack, measure, day);
    match found.round.and_then(|id| measure.rounds.get(id.index())) {
        Some(round) if found.status == Status::Open => {
            Span::Rule { round, hope: hope(pack, measure, round), evidence: pack.evidence(round.own_sources()) }
        }
        _ => Span::None(found.reason.unwrap_or_default()),
    }
}

/// What people hope for under a rule; of two tables the last one's.
fn hope(pack: &Pack, measure: &Measure, rule: &Round) -> String {
    let tables = compare(pack, measure).unwrap_or_default();
    let rows = tables.into_iter().flat_map(|table| table.rows);
    let mut hopes = rows.filter_map(|row| match row.is {
        RowIs::Rule(round, cells) | RowIs::Standing(round, cells) if round.id == rule.id => Some(cells.hope),
        _ => None,
    });
    // Whole amounts in a line: 1,000–2,000元.
    hopes.next_back().unwrap_or_default().replace(".00元–", "–").replace(".00元", "元")
}
