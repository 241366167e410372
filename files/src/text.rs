//! Rows as csv or tsv.

use crate::raw::{RawCells, RawRow};

/// Rows as text.
///
/// Not through a csv writer: that drops empty lines, and every row must have the number that it had.
pub struct Text {
    bytes: Vec<u8>,
    delimiter: u8,
    end: &'static [u8],
}

impl Text {
    /// An empty text.
    #[must_use]
    pub const fn new(delimiter: u8, is_crlf: bool) -> Self {
        Self { bytes: Vec::new(), delimiter, end: if is_crlf { b"\r\n" } else { b"\n" } }
    }

    /// Writes the empty rows between two.
    pub fn gap(&mut self, before: u32, number: u32) {
        for _ in 1..number.saturating_sub(before) {
            self.bytes.extend(self.end);
        }
    }

    /// Writes a row, padded to a number of cells, and the added cells after it.
    pub fn row(&mut self, row: &RawRow, width: usize, added: &[impl AsRef<str>]) {
        let begin = self.bytes.len();
        match &row.is {
            RawCells::Record(record) => record.iter().for_each(|field| self.field(field)),
            RawCells::Stored { cells, .. } => cells.iter().for_each(|cell| self.field(&cell.text())),
        }
        if !added.is_empty() {
            (row.width()..width).for_each(|_| self.field(""));
        }
        added.iter().for_each(|field| self.field(field.as_ref()));
        self.end_row(begin);
    }

    /// Writes a row of texts.
    pub fn texts(&mut self, fields: &[impl AsRef<str>]) {
        let begin = self.bytes.len();
        fields.iter().for_each(|field| self.field(field.as_ref()));
        self.end_row(begin);
    }

    /// The bytes, UTF-8.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Writes a field and what parts it from the next; the end of the row takes the last of these away.
    fn field(&mut self, field: &str) {
        let delimiter = self.delimiter;
        if field.bytes().any(|byte| byte == delimiter || b"\"\r\n".contains(&byte)) {
            self.bytes.push(b'"');
            for byte in field.bytes() {
                if byte == b'"' {
                    self.bytes.push(b'"');
                }
                self.bytes.push(byte);
            }
            self.bytes.push(b'"');
        } else {
            self.bytes.extend(field.as_bytes());
        }
        self.bytes.push(delimiter);
    }

    fn end_row(&mut self, begin: usize) {
        if self.bytes.len() > begin {
            self.bytes.pop();
        }
        self.bytes.extend(self.end);
    }
}

#[cfg(test)]
mod tests {
    use csv::{ReaderBuilder, StringRecord};

    use super::*;
    use crate::raw::Record;

    #[test]
    fn what_is_written_is_read_back() {
        let rows = [vec!["a,b", "c\"d", "", "e\nf", "\t"], vec!["1"], vec!["", ""], vec!["石家庄", " x "]];
        for delimiter in [b',', b'\t', b';'] {
            for is_crlf in [false, true] {
                let mut text = Text::new(delimiter, is_crlf);
                rows.iter().for_each(|row| text.texts(row));
                let bytes = text.into_bytes();
                let mut reader = ReaderBuilder::new();
                reader.has_headers(false).flexible(true).delimiter(delimiter);
                let read: Vec<StringRecord> =
                    reader.from_reader(bytes.as_slice()).records().map(Result::unwrap).collect();
                let read: Vec<Vec<&str>> = read.iter().map(|record| record.iter().collect()).collect();
                assert_eq!(read, rows, "{bytes:?}");
            }
        }
    }

    #[test]
    fn a_row_is_filled_up_before_what_is_added_and_empty_rows_stay() {
        let row = |number, fields: &[&str]| {
            let ends = fields.iter().scan(0, |end, field| {
                *end += field.len();
                Some(*end)
            });
            RawRow { number, is: RawCells::Record(Record::new(fields.concat(), ends.collect())) }
        };
        let mut text = Text::new(b',', false);
        text.row(&row(1, &["甲"]), 3, &["结论"]);
        text.gap(1, 4);
        text.row(&row(4, &["乙", "1", "2"]), 3, &["可以"]);
        text.row(&row(5, &["题"]), 3, &[] as &[&str]);
        assert_eq!(String::from_utf8(text.into_bytes()).unwrap(), "甲,,,结论\n\n\n乙,1,2,可以\n题\n");
    }
}
