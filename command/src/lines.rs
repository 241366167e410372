//! Rows with their results, as they are written.

use std::borrow::Cow;

use wengang_batch::{Cell, CellFault, Found, Judge, List, Row, RowRead, Tally};

use crate::raw::RawRow;
use crate::text::Text;

/// The headings of what is added to each row.
pub const HEADINGS: [&str; 5] = ["结论", "金额", "原因", "还差什么", "最后一天"];

/// The result of a row.
#[derive(Clone, Debug)]
pub enum RowResult {
    /// An answer.
    Found(Found),
    /// The answer is in the row of that number: it is the same person.
    See(u32),
    /// A row of totals.
    Total,
    /// Nothing.
    Nothing,
}

impl RowResult {
    /// What is added to the row.
    pub fn cells(&self) -> [Cow<'_, str>; 5] {
        let empty = || Cow::Borrowed("");
        match self {
            Self::Found(found) => [
                Cow::Borrowed(found.conclusion()),
                Cow::Owned(found.amount_text()),
                found.reason_text(),
                Cow::Borrowed(&found.missing),
                found.last_day.map_or_else(empty, |day| Cow::Owned(day.to_string())),
            ],
            Self::See(row) => [Cow::Owned(format!("见第{row}行")), empty(), empty(), empty(), empty()],
            Self::Total => [Cow::Borrowed("合计，没有算"), empty(), empty(), empty(), empty()],
            Self::Nothing => [empty(), empty(), empty(), empty(), empty()],
        }
    }
}

/// In which form a result is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As text, its cells parted so, its lines ended so.
    Text { delimiter: u8, is_crlf: bool },
    /// As rows of a workbook.
    Book,
}

/// A part of a list, done.
#[derive(Debug, Default)]
pub struct Done {
    /// As text.
    pub text: Vec<u8>,
    /// As rows of a workbook.
    pub rows: Vec<(RawRow, [String; 5])>,
    /// The cells that could not be read.
    pub faults: Vec<CellFault>,
    /// Its totals.
    pub tally: Tally,
}

/// Judges rows, and writes them down.
pub struct Lines<'l> {
    list: &'l List,
    judge: Judge<'l>,
    form: Form,
}

impl<'l> Lines<'l> {
    /// Of a list; `None` where the day of application is none.
    pub fn of(list: &'l List, form: Form) -> Option<Self> {
        Some(Self { list, judge: Judge::of(list)?, form })
    }

    /// The judge of the list.
    pub const fn judge(&self) -> &Judge<'l> {
        &self.judge
    }

    /// Judges rows that are cases of their own. `before`: the number of the row before the first.
    pub fn judged(&self, rows: Vec<RawRow>, before: u32) -> Done {
        let mut done = Done::default();
        let mut results = Vec::with_capacity(rows.len());
        for raw in &rows {
            results.push(match self.read(raw) {
                RowRead::Case(read) => {
                    let (found, faults) = self.judge.row(raw.number, read);
                    done.tally.add(&found);
                    done.take(faults);
                    RowResult::Found(found)
                }
                other => done.skip(&other),
            });
        }
        self.write(&mut done, rows, results, before);
        done
    }

    /// Reads a row.
    pub fn read(&self, raw: &RawRow) -> RowRead {
        let mut cells: Vec<Cell<'_>> = Vec::with_capacity(raw.len());
        raw.cells(&mut cells);
        self.list.read(&Row { number: raw.number, cells: &cells, merged: raw.merged() })
    }

    /// Writes rows with their results.
    pub fn write(&self, done: &mut Done, rows: Vec<RawRow>, results: Vec<RowResult>, before: u32) {
        match self.form {
            Form::Book => {
                let added = |result: RowResult| result.cells().map(Cow::into_owned);
                done.rows.extend(rows.into_iter().zip(results).map(|(row, result)| (row, added(result))));
            }
            Form::Text { delimiter, is_crlf } => {
                let mut text = Text::new(delimiter, is_crlf);
                let mut before = before;
                for (row, result) in rows.iter().zip(&results) {
                    text.gap(before, row.number);
                    before = row.number;
                    text.row(row, self.list.columns().len(), &result.cells());
                }
                done.text = text.into_bytes();
            }
        }
    }
}

impl Done {
    /// Records cells that could not be read.
    pub fn take(&mut self, faults: Vec<CellFault>) {
        self.tally.faults = self.tally.faults.saturating_add(u64::try_from(faults.len()).unwrap_or_default());
        self.faults.extend(faults);
    }

    /// Counts a row that is no case.
    pub fn skip(&mut self, read: &RowRead) -> RowResult {
        let (place, result) = match read {
            RowRead::Blank | RowRead::Case(_) => (0, RowResult::Nothing),
            RowRead::Total => (1, RowResult::Total),
            RowRead::Headings => (2, RowResult::Nothing),
        };
        if let Some(count) = self.tally.skipped.get_mut(place) {
            *count = count.saturating_add(1);
        }
        result
    }
}
