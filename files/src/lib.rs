//! Lists as files: rows are read from xlsx, xls, csv and tsv, and written with their results as xlsx, csv and tsv.
//!
//! The native command and the page for lists both open and write files with this crate, so that a list has the same
//! results in both. A file is a sequence of bytes here, whatever its source.

mod decode;
mod kind;
mod lines;
mod people;
mod raw;
mod report;
mod sink;
mod text;
mod text_file;
mod workbook;

pub use decode::{Encoding, Observed};
pub use kind::Kind;
pub use lines::{Done, Form, HEADINGS, Judged, Lines, RowResult};
pub use people::{Judging, People};
pub use raw::{RawCells, RawRow, Record, Stored};
pub use report::{REPORT_HEADINGS, fault_cells, letters};
pub use sink::{Sink, Written};
pub use text::Text;
pub use text_file::TextFile;
pub use workbook::{Sheet, Workbook};

use wengang_batch::{Cell, List, Options, Sketch};

/// Among how many rows the headings are looked for.
pub const FIRST: usize = 40;

/// Opens a list by its first rows.
///
/// # Errors
/// The sentence of an [`wengang_batch::OpenError`].
pub fn open(options: &Options, first: &[RawRow]) -> Result<List, String> {
    List::open(options, &cells(first)).map_err(|error| error.sentence().to_owned())
}

/// What is recognised of a list by its first rows, whether or not it can be opened.
#[must_use]
pub fn sketch(options: &Options, first: &[RawRow]) -> Option<Sketch> {
    List::sketch(options, &cells(first))
}

fn cells(first: &[RawRow]) -> Vec<Vec<Cell<'_>>> {
    first
        .iter()
        .map(|row| {
            let mut cells = Vec::new();
            row.cells(&mut cells);
            cells
        })
        .collect()
}
