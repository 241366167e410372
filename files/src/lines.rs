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
    /// The answer, if it is in this row.
    #[must_use]
    pub const fn found(&self) -> Option<&Found> {
        match self {
            Self::Found(found) => Some(found),
            Self::See(_) | Self::Total | Self::Nothing => None,
        }
    }

    /// What is added to the row.
    #[must_use]
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
    Text {
        /// The delimiter between cells.
        delimiter: u8,
        /// Whether lines end with a carriage return.
        is_crlf: bool,
    },
    /// As rows of a workbook.
    Book,
}

/// The results of rows.
#[derive(Debug, Default)]
pub struct Judged {
    /// One per row.
    pub results: Vec<RowResult>,
    /// The cells that could not be read.
    pub faults: Vec<CellFault>,
    /// The totals.
    pub tally: Tally,
}

/// A part of a list, written.
#[derive(Debug, Default)]
pub struct Done {
    /// As text.
    pub text: Vec<u8>,
    /// As rows of a workbook.
    pub rows: Vec<(RawRow, [String; 5])>,
}

/// Reads and judges the rows of a list.
pub struct Lines<'l> {
    list: &'l List,
    judge: Judge<'l>,
}

impl<'l> Lines<'l> {
    /// Of a list; `None` where the day of application is none.
    #[must_use]
    pub fn of(list: &'l List) -> Option<Self> {
        Some(Self { list, judge: Judge::of(list)? })
    }

    /// The judge of the list.
    #[must_use]
    pub const fn judge(&self) -> &Judge<'l> {
        &self.judge
    }

    /// The list.
    #[must_use]
    pub const fn list(&self) -> &'l List {
        self.list
    }

    /// Judges rows that are cases of their own.
    #[must_use]
    pub fn judged(&self, rows: &[RawRow]) -> Judged {
        let (results, tally) = (Vec::with_capacity(rows.len()), Tally::of(self.list));
        let mut judged = Judged { results, tally, ..Judged::default() };
        for raw in rows {
            let result = match self.read(raw) {
                RowRead::Case(read) => {
                    let (found, faults) = self.judge.row(raw.number, read);
                    judged.tally.add(&found);
                    judged.take(faults);
                    RowResult::Found(found)
                }
                other => judged.skip(&other),
            };
            judged.results.push(result);
        }
        judged
    }

    /// Reads a row.
    #[must_use]
    pub fn read(&self, raw: &RawRow) -> RowRead {
        let mut cells: Vec<Cell<'_>> = Vec::with_capacity(raw.width());
        raw.cells(&mut cells);
        self.list.read(&Row { number: raw.number, cells: &cells, merged: raw.merged() })
    }
}

impl Form {
    /// Writes rows with their results, padded to a number of cells. `before`: the number of the row before the first.
    #[must_use]
    pub fn write(self, rows: Vec<RawRow>, results: &[RowResult], width: usize, before: u32) -> Done {
        let mut done = Done::default();
        match self {
            Self::Book => {
                let added = |result: &RowResult| result.cells().map(Cow::into_owned);
                done.rows.extend(rows.into_iter().zip(results).map(|(row, result)| (row, added(result))));
            }
            Self::Text { delimiter, is_crlf } => {
                let mut text = Text::new(delimiter, is_crlf);
                let mut before = before;
                for (row, result) in rows.iter().zip(results) {
                    text.gap(before, row.number);
                    before = row.number;
                    text.row(row, width, &result.cells());
                }
                done.text = text.into_bytes();
            }
        }
        done
    }
}

impl Judged {
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
