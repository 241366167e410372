//! Parts of the table and of the list of unread cells: as many rows as a screen shows.

use wengang_batch::{Cell, Verdict};
use wengang_files::{RawRow, RowResult, fault_cells};

use super::open::shown;
use super::run::Run;
use super::source::Source;
use super::totals;
use crate::message::{Faults, Filter, Table, TableRow, Tone, Window};

/// How many rows a part of the table has.
pub const PART: usize = 25;

/// A part of the table.
pub(super) fn part((source, run): (&Source, &mut Run), window: Window) -> Table {
    let Window { filter, from } = window;
    let is_known = run.filtered.as_ref().is_some_and(|(known, _)| *known == filter);
    if !is_known {
        let places = filtered(source, run, &filter);
        run.filtered = Some((filter, places));
    }
    let places = run.filtered.as_ref().map(|(_, places)| places.as_slice()).unwrap_or_default();
    let rows = run.rows(source);
    let shown = places.iter().skip(from).take(PART);
    let row = |place: &usize| Some(table_row(rows.get(*place)?, run.results.get(*place)?));
    Table { all: places.len(), from, rows: shown.filter_map(row).collect() }
}

fn table_row(row: &RawRow, result: &RowResult) -> TableRow {
    TableRow { number: row.number, tone: tone(result), cells: result.cells().map(std::borrow::Cow::into_owned) }
}

/// How what a row came to is shown.
pub(super) fn tone(result: &RowResult) -> Tone {
    result.found().map_or(Tone::Plain, |found| totals::tone(found.verdict))
}

/// The places of the rows that a filter lets through: of all rows where it asks for nothing, but of cases else.
fn filtered(source: &Source, run: &Run, filter: &Filter) -> Vec<usize> {
    let rows = run.rows(source);
    let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.label() == filter.verdict);
    let all = run.results.iter().zip(rows).enumerate();
    let passes = |(_, (result, row)): &(usize, (&RowResult, &RawRow))| match result {
        RowResult::Found(found) => {
            verdict.is_none_or(|verdict| found.verdict == verdict)
                && (filter.reason.is_empty()
                    || found.reason.as_deref() == Some(&filter.reason)
                    || found.missing.split('、').any(|word| word == filter.reason))
                && (!filter.is_unread || !found.unread.is_empty() || found.verdict == Verdict::NotJudged)
                && filter.group.as_ref().is_none_or(|(column, value)| value_of(row, *column) == *value)
        }
        RowResult::See(_) | RowResult::Total => *filter == Filter::default(),
        RowResult::Nothing => false,
    };
    all.filter(passes).map(|(place, _)| place).collect()
}

/// The value of a row in a column, as totals are grouped by it.
pub(super) fn value_of(row: &RawRow, column: usize) -> String {
    let mut cells: Vec<Cell<'_>> = Vec::with_capacity(row.width());
    row.cells(&mut cells);
    cells.get(column).filter(|cell| !cell.is_blank()).map(|cell| shown(*cell)).unwrap_or_default()
}

/// A part of the cells that could not be read.
pub(super) fn faults((source, run): (&Source, &mut Run), from: usize) -> Faults {
    let columns = run.list.columns();
    let part = run.faults.iter().skip(from).take(PART);
    let rows = part.map(|fault| fault_cells(&source.sheet, columns, fault)).collect();
    Faults { all: run.faults.len(), from, rows }
}
