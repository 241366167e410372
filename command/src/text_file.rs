//! csv and tsv, read as a stream.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use csv::{Reader, ReaderBuilder, StringRecord};

use crate::decode::{Decoded, Seen};
use crate::raw::{RawCells, RawRow};

/// A text file, row by row.
pub struct TextFile {
    reader: Reader<Box<dyn Read + Send>>,
    /// What parts the cells of a row.
    pub delimiter: u8,
    /// Whether its lines end with a carriage return.
    pub is_crlf: bool,
    /// What was seen of the file.
    pub seen: Arc<Seen>,
    /// Lines that are within cells, so far: a row of the sheet is not a line of the file.
    within: u64,
}

impl TextFile {
    /// Opens a file; `-` is the standard input.
    pub fn open(path: &Path) -> io::Result<Self> {
        let inner: Box<dyn Read + Send> =
            if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
        let seen = Arc::new(Seen::default());
        let mut decoded = BufReader::with_capacity(1 << 18, Decoded::new(inner, Arc::clone(&seen)));
        let beginning = decoded.fill_buf()?.to_vec();
        decoded.consume(beginning.len());
        let (delimiter, is_crlf) = (delimiter(&beginning), beginning.windows(2).any(|pair| pair == b"\r\n"));
        let whole: Box<dyn Read + Send> = Box::new(Cursor::new(beginning).chain(decoded));
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(delimiter).buffer_capacity(1 << 18);
        Ok(Self { reader: builder.from_reader(whole), delimiter, is_crlf, seen, within: 0 })
    }

    /// The next row that is not empty.
    pub fn row(&mut self) -> io::Result<Option<RawRow>> {
        let mut record = StringRecord::new();
        if !self.reader.read_record(&mut record).map_err(io::Error::other)? {
            return Ok(None);
        }
        let line = record.position().map_or(0, csv::Position::line);
        let number = u32::try_from(line.saturating_sub(self.within)).unwrap_or(u32::MAX);
        let ends = record.as_slice().bytes().filter(|byte| *byte == b'\n').count();
        self.within = self.within.saturating_add(u64::try_from(ends).unwrap_or_default());
        Ok(Some(RawRow { number, is: RawCells::Record(record) }))
    }
}

/// What stands most often in the first lines.
fn delimiter(beginning: &[u8]) -> u8 {
    let lines = beginning.split(|byte| *byte == b'\n').take(20);
    let bytes: Vec<u8> = lines.flatten().copied().collect();
    let count = |sought: u8| bytes.iter().filter(|byte| **byte == sought).count();
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|sought| count(*sought)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_stands_most_often() {
        assert_eq!(delimiter(b"a,b\n1,2\n"), b',');
        assert_eq!(delimiter(b"a\tb\n1,000\t2\n3\t4\n"), b'\t');
        assert_eq!(delimiter(b"a;b;c\n1,5;2;3\n"), b';');
        assert_eq!(delimiter(b"a\n1\n"), b',');
    }
}
