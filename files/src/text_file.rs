//! csv and tsv, read as a stream.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::decode::{Decoded, Observed};
use crate::raw::{RawCells, RawRow, Record};

/// How many bytes are read at a time.
const BUFFER: usize = 1 << 18;

/// A text file, row by row.
///
/// It is fed to the parser line by line: a row has the number that a spreadsheet gives it, however many empty lines
/// come before it and however many lines a cell has.
pub struct TextFile {
    lines: BufReader<Decoded<Box<dyn Read + Send>>>,
    parser: Reader,
    /// The delimiter between cells.
    pub delimiter: u8,
    /// Whether its lines end with a carriage return.
    pub is_crlf: bool,
    /// What was observed of the file.
    pub observed: Arc<Observed>,
    /// The line at hand, and how much of it was parsed.
    line: Vec<u8>,
    parsed: usize,
    /// Lines so far, without those within cells.
    rows: u32,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl TextFile {
    /// Reads from a source of bytes. `delimiter`: the one between cells, where it is known.
    ///
    /// # Errors
    /// Where the first bytes cannot be read.
    pub fn of(inner: Box<dyn Read + Send>, delimiter: Option<u8>) -> io::Result<Self> {
        let observed = Arc::new(Observed::default());
        let mut lines = BufReader::with_capacity(BUFFER, Decoded::new(inner, Arc::clone(&observed)));
        let beginning = lines.fill_buf()?;
        let is_crlf = beginning.windows(2).any(|pair| pair == b"\r\n");
        let delimiter = delimiter.unwrap_or_else(|| detect_delimiter(beginning));
        let parser = ReaderBuilder::new().delimiter(delimiter).build();
        let (line, text, ends) = (Vec::new(), vec![0; 1 << 12], vec![0; 1 << 6]);
        Ok(Self { lines, parser, delimiter, is_crlf, observed, line, parsed: 0, rows: 0, text, ends })
    }

    /// The next row that is not empty.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn row(&mut self) -> io::Result<Option<RawRow>> {
        let (mut written, mut ended, mut number) = (0, 0, None);
        loop {
            if self.parsed >= self.line.len() {
                self.line.clear();
                self.parsed = 0;
                self.lines.read_until(b'\n', &mut self.line)?;
                if number.is_none() && !self.line.is_empty() {
                    self.rows = self.rows.saturating_add(1);
                }
            }
            let (Some(input), Some(text), Some(ends)) =
                (self.line.get(self.parsed..), self.text.get_mut(written..), self.ends.get_mut(ended..))
            else {
                return Err(io::Error::other("a row is not where it was"));
            };
            let (result, read, wrote, end) = self.parser.read_record(input, text, ends);
            self.parsed = self.parsed.saturating_add(read);
            written += wrote;
            ended += end;
            if written > 0 || ended > 0 {
                number.get_or_insert(self.rows);
            }
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::Record => {
                    self.pass_line_feed();
                    let number = number.unwrap_or(self.rows);
                    return Ok(Some(self.record(written, ended, number)));
                }
            }
        }
    }

    /// The line feed behind a carriage return is parsed with the next row, which is not in this line.
    fn pass_line_feed(&mut self) {
        if self.line.get(self.parsed..) == Some(b"\n".as_slice()) {
            let (_, read, _, _) = self.parser.read_record(b"\n", &mut [0; 1], &mut [0; 1]);
            self.parsed = self.parsed.saturating_add(read);
        } else if self.parsed < self.line.len() {
            // Lines that end with a carriage return alone.
            self.rows = self.rows.saturating_add(1);
        }
    }

    fn record(&self, written: usize, ended: usize, number: u32) -> RawRow {
        let text = self.text.get(..written).unwrap_or_default();
        let text = String::from_utf8(text.to_vec()).unwrap_or_else(|_| String::from_utf8_lossy(text).into_owned());
        let ends = self.ends.get(..ended).unwrap_or_default().to_vec();
        RawRow { number, is: RawCells::Record(Record::new(text, ends)) }
    }
}

/// The most frequent delimiter in the first lines.
fn detect_delimiter(beginning: &[u8]) -> u8 {
    let lines = beginning.split(|byte| *byte == b'\n').take(20);
    let bytes: Vec<u8> = lines.flatten().copied().collect();
    let count = |delimiter: u8| bytes.iter().filter(|byte| **byte == delimiter).count();
    [b';', b'\t', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut file = TextFile::of(Box::new(io::Cursor::new(text.to_owned())), None).unwrap();
        let mut rows = Vec::new();
        while let Some(row) = file.row().unwrap() {
            let RawCells::Record(record) = &row.is else { panic!("no record") };
            rows.push((row.number, record.iter().map(ToOwned::to_owned).collect()));
        }
        rows
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_gives_them() {
        for end in ["\n", "\r\n"] {
            let text = ["名称,数", "", "甲,1", "", "", "\"乙", "丙\",2", "丁,", "\"\"", "戊"].join(end);
            let cell = ["乙", "丙"].join(end);
            for text in [text.clone(), text + end] {
                let found = rows(&text);
                let found: Vec<(u32, Vec<&str>)> =
                    found.iter().map(|(number, row)| (*number, row.iter().map(String::as_str).collect())).collect();
                let expected = [
                    (1, vec!["名称", "数"]),
                    (3, vec!["甲", "1"]),
                    (6, vec![cell.as_str(), "2"]),
                    (7, vec!["丁", ""]),
                    (8, vec![""]),
                    (9, vec!["戊"]),
                ];
                assert_eq!(found, expected, "{text:?}");
            }
        }
    }

    #[test]
    fn rows_that_end_with_a_carriage_return_alone_are_rows() {
        let found: Vec<u32> = rows("a,b\r1,2\r3,4").into_iter().map(|(number, _)| number).collect();
        assert_eq!(found, [1, 2, 3]);
        assert!(rows("").is_empty() && rows("\n\n").is_empty());
    }

    #[test]
    fn a_row_may_be_as_long_as_it_likes() {
        let long = "x".repeat(100_000);
        let text = format!("{}\n{}\n", [long.as_str(); 3].join(","), ["1"; 500].join(","));
        let found = rows(&text);
        assert_eq!((found[0].1.len(), found[0].1[2].len(), found[1].1.len()), (3, 100_000, 500));
    }

    #[test]
    fn the_delimiter_is_the_most_frequent_one() {
        assert_eq!(detect_delimiter(b"a,b\n1,2\n"), b',');
        assert_eq!(detect_delimiter(b"a\tb\n1,000\t2\n3\t4\n"), b'\t');
        assert_eq!(detect_delimiter(b"a;b;c\n1,5;2;3\n"), b';');
        assert_eq!(detect_delimiter(b"a\n1\n"), b',');
    }
}
