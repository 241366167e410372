//! xlsx and xls, a sheet at a time.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Dimensions, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};
use wengang_batch::{Epoch, serial_day};

use crate::raw::{RawCells, RawRow, Stored};

/// A workbook.
pub struct Workbook {
    sheets: Sheets<Cursor<Arc<[u8]>>>,
}

/// A sheet of it.
pub struct Sheet {
    /// Its rows, those that are empty among them.
    pub rows: Vec<RawRow>,
    /// What its days count from.
    pub epoch: Epoch,
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// A sentence that tells the user what to do.
    pub fn open(bytes: Arc<[u8]>) -> Result<Self, String> {
        let wrong = |error: calamine::Error| {
            format!("不是合格的 xlsx 或 xls，或者加了密码；请在表格软件里另存为 xlsx（{error}）")
        };
        Ok(Self { sheets: open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(wrong)? })
    }

    /// The names of the sheets that can be seen.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let shown = self.sheets.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
        shown.map(|sheet| sheet.name.clone()).collect()
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, String> {
        let range = self.sheets.worksheet_range(name).map_err(|error| format!("读不了“{name}”这张表：{error}"))?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let before = usize::try_from(first_column).unwrap_or_default();
        let mut epoch = None;
        let mut rows: Vec<RawRow> = (0..first_row).map(|place| raw(place, Vec::new())).collect();
        for (place, row) in (first_row..).zip(range.rows()) {
            let mut cells: Vec<Stored> = std::iter::repeat_n(Stored::Empty, before).collect();
            cells.extend(row.iter().map(|data| stored(data, &mut epoch)));
            rows.push(raw(place, cells));
        }
        let (mut merged, mut of_book) = (Vec::new(), None);
        if let Sheets::Xlsx(book) = &mut self.sheets {
            of_book = Some(if book.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 });
            merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
        }
        merged.iter().for_each(|region| show(region, &mut rows));
        Ok(Sheet { rows, epoch: of_book.or(epoch).unwrap_or_default() })
    }
}

fn raw(place: u32, cells: Vec<Stored>) -> RawRow {
    let is = RawCells::Stored { cells, shown: Vec::new(), merged: Vec::new() };
    RawRow { number: place.saturating_add(1), is }
}

/// A cell with its digits; `epoch`: what the first day that is seen counts from.
fn stored(data: &Data, epoch: &mut Option<Epoch>) -> Stored {
    match data {
        Data::Empty => Stored::Empty,
        Data::Int(number) => Stored::Number(*number as f64, number.to_string()),
        // As short as it is written in the file.
        Data::Float(number) => Stored::Number(*number, number.to_string()),
        Data::String(text) if text.trim().is_empty() => Stored::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Stored::Text(text.clone()),
        Data::Bool(is) => Stored::Truth(*is),
        Data::DateTime(day) => {
            let digits = day.as_f64().to_string();
            let (year, month, date, ..) = day.to_ymd_hms_milli();
            let is = |epoch| {
                serial_day(&digits, epoch)
                    .is_some_and(|day| (day.year(), day.month(), day.day()) == (year, month, date))
            };
            if epoch.is_none() && is(Epoch::Of1904) {
                *epoch = Some(Epoch::Of1904);
            } else if epoch.is_none() && is(Epoch::Of1900) {
                *epoch = Some(Epoch::Of1900);
            }
            Stored::Day(*day, digits)
        }
        Data::Error(error) => Stored::Error(error.to_string()),
    }
}

/// What the cells of a merged region show: the first one's.
fn show(region: &Dimensions, rows: &mut [RawRow]) {
    let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let (top, left) = (index(region.start.0), index(region.start.1));
    let first = rows.get(top).and_then(|row| match &row.is {
        RawCells::Stored { cells, .. } => cells.get(left).cloned(),
        RawCells::Record(_) => None,
    });
    let Some(first) = first else { return };
    for row in rows.iter_mut().take(index(region.end.0).saturating_add(1)).skip(top) {
        let RawCells::Stored { cells, shown, merged } = &mut row.is else { continue };
        for place in left..=index(region.end.1).min(left.saturating_add(16_384)) {
            if cells.len() <= place {
                cells.resize(place.saturating_add(1), Stored::Empty);
            }
            shown.push((place, first.clone()));
            merged.push(place);
        }
    }
}
