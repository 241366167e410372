//! The totals of a list.

use std::collections::BTreeMap;

use wengang_batch::{Role, Sums, Tally, Verdict, range, yuan};
use wengang_engine::pack::FactKind;
use wengang_files::{Encoding, Form, RowResult};

use super::payments;
use super::run::Run;
use super::source::Source;
use crate::message::{Tone, Totals, VerdictRow};
use crate::text::desk as words;

/// The totals of a list that is judged.
pub(super) fn of(source: &Source, run: &Run) -> Totals {
    let tally = &run.tally;
    let (mut unmet, mut missing, mut others) = (Counts::default(), Counts::default(), Counts::default());
    for found in run.results.iter().filter_map(RowResult::found) {
        let of = if found.verdict == Verdict::Ineligible { &mut unmet } else { &mut others };
        found.reason.iter().for_each(|reason| of.add(reason));
        found.missing.split('、').filter(|word| !word.is_empty()).for_each(|word| missing.add(word));
    }
    Totals {
        cases: tally.cases(),
        verdicts: Verdict::ALL.into_iter().filter_map(|verdict| verdict_row(tally, verdict)).collect(),
        unmet: unmet.sorted(),
        missing: missing.sorted(),
        others: others.sorted(),
        notes: notes(source, tally),
        faults: tally.faults,
        paid: payments::of(tally),
        branches: branches(run),
        text_kind: text_kind(source).to_owned(),
    }
}

fn verdict_row(tally: &Tally, verdict: Verdict) -> Option<VerdictRow> {
    let sums = tally.verdicts.get(&verdict)?;
    let (label, tone) = (verdict.label().to_owned(), tone(verdict));
    Some(VerdictRow { label, tone, cases: sums.cases, amount: amount(sums), with_amount: sums.with_amount })
}

/// How a verdict is shown.
pub(super) const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Eligible | Verdict::Settled => Tone::Yes,
        Verdict::Missing | Verdict::Agency => Tone::Open,
        Verdict::Ineligible => Tone::No,
        Verdict::Unsettled | Verdict::Closed | Verdict::NotJudged => Tone::Plain,
    }
}

/// What cases bring: a sum, or its least and most; empty where no amount is known.
pub(super) fn amount(sums: &Sums) -> String {
    if sums.with_amount == 0 { String::new() } else { range((sums.least, sums.most), shown) }
}

/// An amount of 分 as the page shows it.
pub(super) fn shown(fen: i128) -> String {
    grouped(&yuan(fen))
}

/// With a comma behind every three digits: `1,815.08`.
pub(super) fn grouped(amount: &str) -> String {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, "00"));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    [&grouped, ".", fraction].concat()
}

fn notes(source: &Source, tally: &Tally) -> Vec<String> {
    let mut notes = source.notes.clone();
    if tally.ceilings > 0 {
        notes.push(words::ceilings(tally.ceilings));
    }
    if tally.unconfirmed > 0 {
        notes.push(words::unconfirmed(tally.unconfirmed));
    }
    for (count, what) in tally.skipped.iter().zip(words::SKIPPED) {
        if *count > 0 {
            notes.push(words::skipped(*count, what));
        }
    }
    notes
}

/// The columns that totals can be grouped by: those with options, and those that are not read. Columns of names are left out.
fn branches(run: &Run) -> Vec<(usize, String)> {
    let (_, measure) = run.list.law();
    let columns = run.list.columns().iter().enumerate();
    let is_branch =
        |role: Role| role == Role::Unused || matches!(role.kind(measure), Some(FactKind::Choice(_) | FactKind::YesNo));
    columns
        .filter(|(_, column)| {
            is_branch(column.role) && column.other_year.is_none() && !column.heading.trim().is_empty()
        })
        .map(|(place, column)| (place, column.heading.replace(['\n', '\r'], "")))
        .collect()
}

/// What a result is called that is written as text.
pub(super) const fn text_kind(source: &Source) -> &'static str {
    match (source.form, source.encoding) {
        (Form::Text { delimiter: b'\t', .. }, _) => "tsv",
        (_, Encoding::Gb18030) => "csv（GBK）",
        _ => "csv",
    }
}

/// How often each word was seen.
#[derive(Default)]
pub(super) struct Counts(BTreeMap<String, u64>);

impl Counts {
    fn add(&mut self, word: &str) {
        match self.0.get_mut(word) {
            Some(count) => *count = count.saturating_add(1),
            None => drop(self.0.insert(word.to_owned(), 1)),
        }
    }

    /// The most frequent first.
    fn sorted(self) -> Vec<(String, u64)> {
        let mut all: Vec<_> = self.0.into_iter().collect();
        all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_a_comma_behind_every_three_digits() {
        for (plain, label) in
            [("0.00", "0.00"), ("999.10", "999.10"), ("1000.00", "1,000.00"), ("1234567.89", "1,234,567.89")]
        {
            assert_eq!(grouped(plain), label);
        }
    }
}
