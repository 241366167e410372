//! Lists as files: written as offices have them, and read back.

use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use csv::{ReaderBuilder, WriterBuilder};
use encoding_rs::{GB18030, UTF_8, UTF_16LE};
use rust_xlsxwriter::Workbook;

use crate::made_up::{Cell, Made};

/// How a text is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Utf8Marked,
    Utf16,
    Gbk,
}

/// Writes a list as text.
pub fn write_text(path: &Path, list: &[Made], delimiter: u8, encoding: Encoding) {
    let mut bytes = Vec::new();
    for row in list {
        if row.cells.is_empty() {
            bytes.extend(b"\r\n");
            continue;
        }
        let mut builder = WriterBuilder::new();
        builder.delimiter(delimiter).terminator(csv::Terminator::CRLF);
        let mut writer = builder.from_writer(&mut bytes);
        writer.write_record(row.cells.iter().map(Cell::text)).unwrap();
        writer.flush().unwrap();
    }
    fs::write(path, encoded(&String::from_utf8(bytes).unwrap(), encoding)).unwrap();
}

/// A text as bytes.
pub fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Marked => ["\u{feff}", text].concat().into_bytes(),
        Encoding::Utf16 => ["\u{feff}", text].concat().encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Gbk => GB18030.encode(text).0.into_owned(),
    }
}

/// Reads a result as text: each row with the number of its line, as empty lines stay.
pub fn read_text(path: &Path, delimiter: u8, encoding: Encoding) -> Vec<Vec<String>> {
    let bytes = fs::read(path).unwrap();
    let decoder = match encoding {
        Encoding::Utf8 | Encoding::Utf8Marked => UTF_8,
        Encoding::Utf16 => UTF_16LE,
        Encoding::Gbk => GB18030,
    };
    let has_mark = bytes.starts_with(&[0xef, 0xbb, 0xbf]);
    assert_eq!(has_mark, encoding == Encoding::Utf8Marked, "the mark is as in the list");
    let (text, _, had_errors) = decoder.decode(&bytes);
    assert!(!had_errors, "the result is no {encoding:?}");
    rows_of(&text, delimiter)
}

/// The rows of a text, those that are empty among them.
pub fn rows_of(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    // An empty line is a row; the reader would leave it out.
    let (mut filled, mut is_quoted) = (String::new(), false);
    let mut is_begin = true;
    for sign in text.chars() {
        if is_begin && !is_quoted && (sign == '\r' || sign == '\n') && !filled.ends_with('\r') {
            filled.push_str("\"\"");
        }
        is_quoted ^= sign == '"';
        is_begin = sign == '\n';
        filled.push(sign);
    }
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter);
    let mut reader = builder.from_reader(filled.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(ToOwned::to_owned).collect()).collect()
}

/// Writes a list as a workbook, its numbers as numbers.
pub fn write_book(path: &Path, list: &[Made]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in (0_u32..).zip(list) {
        for (column, cell) in (0_u16..).zip(&row.cells) {
            match cell {
                Cell::Text(text) => {
                    sheet.write_string(line, column, text).unwrap();
                }
                Cell::Number(number, _) => {
                    sheet.write_number(line, column, *number).unwrap();
                }
                Cell::Empty => {}
            }
        }
    }
    book.save(path).unwrap();
}

/// Reads a sheet of a workbook.
pub fn read_book(path: &Path, sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    assert_eq!(range.start(), Some((0, 0)));
    range.rows().map(<[Data]>::to_vec).collect()
}
