//! Where results go: a text file, or a workbook.

use std::io::{self, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use wengang_batch::Tally;

use crate::decode::Encoding;
use crate::lines::{Done, Form, HEADINGS};
use crate::raw::{RawCells, RawRow, Stored};
use crate::text::Text;

/// Where results go.
pub enum Sink<W> {
    /// A text file.
    Text {
        /// Receives the bytes.
        out: W,
        /// How rows are written.
        form: Form,
        /// How text is encoded.
        encoding: Encoding,
    },
    /// A workbook.
    Book(Box<Workbook>),
}

/// A complete result.
pub enum Written<W> {
    /// The receiver of a text file.
    Text(W),
    /// A workbook that is still to be saved.
    Book(Box<Workbook>),
}

impl<W: Write> Sink<W> {
    /// Begins a text file.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn text(mut out: W, form: Form, encoding: Encoding) -> io::Result<Self> {
        out.write_all(encoding.mark())?;
        Ok(Self::Text { out, form, encoding })
    }

    /// Begins a workbook.
    #[must_use]
    pub fn book() -> Self {
        Self::Book(Box::new(Workbook::new()))
    }

    /// In which form rows are written.
    #[must_use]
    pub const fn form(&self) -> Form {
        match self {
            Self::Text { form, .. } => *form,
            Self::Book(_) => Form::Book,
        }
    }

    /// Begins a sheet.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn begin(&mut self, name: &str) -> io::Result<()> {
        if let Self::Book(book) = self {
            #[cfg(not(target_arch = "wasm32"))]
            let sheet = book.add_worksheet_with_constant_memory().map_err(io::Error::other)?;
            #[cfg(target_arch = "wasm32")]
            let sheet = book.add_worksheet();
            sheet.set_name(name).map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// Writes the rows before the first case; the last of them is the headings'.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn titles(&mut self, rows: &[RawRow], width: usize) -> io::Result<()> {
        match self {
            Self::Text { form, .. } => {
                let Form::Text { delimiter, is_crlf } = *form else { return Ok(()) };
                let (mut text, mut before) = (Text::new(delimiter, is_crlf), 0);
                for (place, row) in rows.iter().enumerate() {
                    text.gap(before, row.number);
                    before = row.number;
                    if place + 1 == rows.len() { text.row(row, width, &HEADINGS) } else { text.row(row, 0, &[""; 0]) }
                }
                self.bytes(text.into_bytes())
            }
            Self::Book(_) => {
                let none = || std::array::from_fn(|_| String::new());
                for (place, row) in rows.iter().enumerate() {
                    let added = if place + 1 == rows.len() { HEADINGS.map(ToOwned::to_owned) } else { none() };
                    self.book_row(row, width, &added)?;
                }
                Ok(())
            }
        }
    }

    /// Writes a part of a list.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write(&mut self, done: Done, width: usize) -> io::Result<()> {
        if !done.text.is_empty() {
            self.bytes(done.text)?;
        }
        for (row, added) in done.rows {
            self.book_row(&row, width, &added)?;
        }
        Ok(())
    }

    fn bytes(&mut self, text: Vec<u8>) -> io::Result<()> {
        let Self::Text { out, encoding, .. } = self else { return Ok(()) };
        out.write_all(&encoding.encode(text))
    }

    fn book_row(&mut self, row: &RawRow, width: usize, added: &[String; 5]) -> io::Result<()> {
        let Self::Book(book) = self else { return Ok(()) };
        let count = book.worksheets().len();
        let Some(sheet) = book.worksheets_mut().get_mut(count.saturating_sub(1)) else { return Ok(()) };
        write_row(sheet, row, width, added).map_err(io::Error::other)
    }

    /// Ends the result; a workbook also gets a sheet of totals.
    ///
    /// # Errors
    /// Where the rest cannot be written.
    pub fn finish(self, tallies: &[(String, Tally)]) -> io::Result<Written<W>> {
        match self {
            Self::Text { mut out, .. } => out.flush().map(|()| Written::Text(out)),
            Self::Book(mut book) => {
                totals(&mut book, tallies).map_err(io::Error::other)?;
                Ok(Written::Book(book))
            }
        }
    }
}

impl<W> Written<W> {
    /// The bytes of a workbook; `None` for a text.
    ///
    /// # Errors
    /// Where they cannot be assembled.
    pub fn into_book_bytes(self) -> io::Result<Option<Vec<u8>>> {
        match self {
            Self::Text(_) => Ok(None),
            Self::Book(mut book) => book.save_to_buffer().map(Some).map_err(io::Error::other),
        }
    }
}

fn totals(book: &mut Workbook, tallies: &[(String, Tally)]) -> Result<(), XlsxError> {
    const NAME: &str = "合计（稳岗算）";
    let sheet = book.add_worksheet();
    sheet.set_name(NAME)?;
    let mut place = 0;
    for (name, tally) in tallies {
        for line in std::iter::once(name).chain(&tally.lines()) {
            sheet.write_string(place, 0, line)?;
            place += 1;
        }
    }
    Ok(())
}

fn write_row(sheet: &mut Worksheet, row: &RawRow, width: usize, added: &[String; 5]) -> Result<(), XlsxError> {
    let line = row.number.saturating_sub(1);
    let column = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
    match &row.is {
        RawCells::Record(record) => {
            for (place, field) in record.iter().enumerate().filter(|(_, field)| !field.is_empty()) {
                sheet.write_string(line, column(place), field)?;
            }
        }
        RawCells::Stored { cells, .. } => {
            for (place, cell) in cells.iter().enumerate() {
                write_cell(sheet, line, column(place), cell)?;
            }
        }
    }
    let width = width.max(row.width());
    for (place, (text, heading)) in added.iter().zip(HEADINGS).enumerate().filter(|(_, (text, _))| !text.is_empty()) {
        let to = column(width.saturating_add(place));
        match text.parse::<f64>() {
            Ok(amount) if heading == "金额" => {
                sheet.write_number_with_format(line, to, amount, &Format::new().set_num_format("0.00"))?;
            }
            _ => {
                sheet.write_string(line, to, text)?;
            }
        }
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, line: u32, column: u16, cell: &Stored) -> Result<(), XlsxError> {
    match cell {
        Stored::Empty => {}
        Stored::Text(text) | Stored::Error(text) => {
            sheet.write_string(line, column, text)?;
        }
        Stored::Number(number, _) => {
            sheet.write_number(line, column, *number)?;
        }
        Stored::Truth(is) => {
            sheet.write_boolean(line, column, *is)?;
        }
        Stored::Day(day, _) => {
            let (year, month, date, hour, minute, second, milli) = day.to_ymd_hms_milli();
            let has_time = (hour, minute, second) != (0, 0, 0);
            let form = if has_time { "yyyy-mm-dd hh:mm:ss" } else { "yyyy-mm-dd" };
            let day = ExcelDateTime::from_ymd(year, month, date)?;
            let day = if has_time { day.and_hms_milli(hour.into(), minute, second, milli)? } else { day };
            sheet.write_datetime_with_format(line, column, &day, &Format::new().set_num_format(form))?;
        }
    }
    Ok(())
}
