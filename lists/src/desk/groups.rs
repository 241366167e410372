//! Totals by the values of a column: a branch, a county.

use std::collections::BTreeMap;

use wengang_batch::Sums;
use wengang_files::RowResult;

use super::run::Run;
use super::source::Source;
use super::{table, totals};
use crate::message::{GroupRow, Groups, Tone};
use crate::text::desk as words;

/// How many different values a column of branches has at most.
const MOST: usize = 300;
/// From how many cases on a column with a different value in most rows is refused.
const ENOUGH: u64 = 12;

#[derive(Default)]
struct Group {
    cases: u64,
    tones: [u64; 3],
    /// Of those that can.
    sums: Sums,
}

/// The totals by a column.
pub(super) fn by((source, run): (&Source, &mut Run), column: usize) -> Groups {
    let refused = |problem: &str| Groups { column, problem: problem.to_owned(), rows: Vec::new() };
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut cases = 0_u64;
    for (result, row) in run.results.iter().zip(run.rows(source)) {
        let RowResult::Found(found) = result else { continue };
        let value = table::value_of(row, column);
        if value == words::HIDDEN {
            return refused(words::NUMBERS_ARE_NO_GROUPS);
        }
        cases += 1;
        let group = groups.entry(value).or_default();
        group.cases += 1;
        let tone = totals::tone(found.verdict);
        let place = [Tone::Yes, Tone::Open, Tone::No].iter().position(|known| *known == tone);
        if let Some(count) = place.and_then(|place| group.tones.get_mut(place)) {
            *count += 1;
        }
        if let (Some((least, most)), Tone::Yes) = (found.amount, tone) {
            group.sums.with_amount += 1;
            group.sums.least += least;
            group.sums.most += most;
        }
        if groups.len() > MOST {
            return refused(words::TOO_MANY_GROUPS);
        }
    }
    // What differs in nearly every row is a name or a number, not a branch.
    let different = u64::try_from(groups.len()).unwrap_or(u64::MAX);
    if cases > ENOUGH && different.saturating_mul(2) > cases {
        return refused(words::TOO_MANY_GROUPS);
    }
    let mut rows: Vec<GroupRow> = groups
        .into_iter()
        .map(|(value, Group { cases, tones, sums })| GroupRow { value, cases, tones, amount: totals::amount(&sums) })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.cases));
    Groups { column, problem: String::new(), rows }
}
