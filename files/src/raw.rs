//! Rows as they come from a file, before anything is read of them.

use calamine::ExcelDateTime;
use wengang_batch::Cell;

/// A cell of a workbook.
#[derive(Clone, Debug, Default)]
pub enum Stored {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number, with its digits.
    Number(f64, String),
    /// A number that is shown as a day, with its digits.
    Day(ExcelDateTime, String),
    /// `TRUE` or `FALSE`.
    Truth(bool),
    /// An error.
    Error(String),
}

impl Stored {
    /// The cell as it is read.
    #[must_use]
    pub fn cell(&self) -> Cell<'_> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::of_text(text),
            Self::Number(_, digits) => Cell::Number(digits),
            Self::Day(_, digits) => Cell::Serial(digits),
            Self::Truth(is) => Cell::Truth(*is),
            Self::Error(error) => Cell::Error(error),
        }
    }

    /// The cell as a text file has it.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(_, digits) => {
                wengang_batch::plain_number(digits).map_or_else(|| digits.clone(), |plain| plain.into_owned())
            }
            Self::Day(day, _) => {
                let (year, month, day, hour, minute, second, _) = day.to_ymd_hms_milli();
                let date = format!("{year:04}-{month:02}-{day:02}");
                let time = format!(" {hour:02}:{minute:02}:{second:02}");
                if (hour, minute, second) == (0, 0, 0) { date } else { date + &time }
            }
            Self::Truth(is) => if *is { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

/// A row of a text file: its fields behind each other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    text: String,
    ends: Vec<usize>,
}

impl Record {
    /// The fields of a text, by where each ends.
    #[must_use]
    pub const fn new(text: String, ends: Vec<usize>) -> Self {
        Self { text, ends }
    }

    /// How many fields it has.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.ends.len()
    }

    /// Its fields.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(begin, end)| self.text.get(begin..*end).unwrap_or_default())
    }
}

/// A row as its file has it.
#[derive(Clone, Debug)]
pub struct RawRow {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells.
    pub is: RawCells,
}

/// The cells of a row.
#[derive(Clone, Debug)]
pub enum RawCells {
    /// Of a text file.
    Record(Record),
    /// Of a workbook; where cells are merged, also what they show, and which columns those are.
    Stored {
        /// All cells.
        cells: Vec<Stored>,
        /// What merged cells show, by column.
        shown: Vec<(usize, Stored)>,
        /// The columns whose cells are merged.
        merged: Vec<usize>,
    },
}

impl RawRow {
    /// How many cells it has.
    #[must_use]
    pub fn width(&self) -> usize {
        match &self.is {
            RawCells::Record(record) => record.width(),
            RawCells::Stored { cells, .. } => cells.len(),
        }
    }

    /// Its cells as they are read.
    pub fn cells<'r>(&'r self, into: &mut Vec<Cell<'r>>) {
        into.clear();
        match &self.is {
            RawCells::Record(record) => into.extend(record.iter().map(Cell::of_text)),
            RawCells::Stored { cells, shown, .. } => {
                into.extend(cells.iter().map(Stored::cell));
                for (place, cell) in shown {
                    if let Some(slot) = into.get_mut(*place) {
                        *slot = cell.cell();
                    }
                }
            }
        }
    }

    /// The columns whose cells are merged.
    #[must_use]
    pub fn merged(&self) -> &[usize] {
        match &self.is {
            RawCells::Record(_) => &[],
            RawCells::Stored { merged, .. } => merged,
        }
    }
}
