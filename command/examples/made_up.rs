//! Prints a made-up list as csv, always the same for a number of rows: `cargo run -p wengang-command --example made_up 100000`.
//!
//! `plain` behind the number leaves out what only sheets have: titles, empty rows, rows longer than the headings.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a list that cannot be made must stop")]

use std::io::{self, BufWriter, Write};

#[path = "../../tests/batch/made_up/mod.rs"]
#[allow(dead_code, reason = "the tests ask more of it")]
mod made_up;

fn main() -> io::Result<()> {
    let rows = std::env::args().nth(1).map_or(100_000, |rows| rows.parse().unwrap());
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(BufWriter::new(io::stdout()));
    let is_plain = std::env::args().nth(2).is_some_and(|word| word == "plain");
    let list = made_up::list(19, rows, false);
    let width = list[2].cells.len();
    for row in list {
        if is_plain && (row.cells.len() < 2 || row.cells.len() > width || matches!(row.is, made_up::Is::Headings)) {
            continue;
        }
        let cells: Vec<&str> = row.cells.iter().map(made_up::Cell::text).collect();
        if cells.is_empty() {
            writer.flush()?;
            writer.get_ref().get_ref().write_all(b"\n")?;
        } else {
            writer.write_record(&cells)?;
        }
    }
    writer.flush()
}
