//! Prints a made-up list as csv, always the same for a number of rows: `cargo run -p wengang-command --example made_up 100000`.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a list that cannot be made must stop")]

use std::io::{self, BufWriter, Write};

#[path = "../../tests/batch/made_up/mod.rs"]
#[allow(dead_code, reason = "the tests ask more of it")]
mod made_up;

fn main() -> io::Result<()> {
    let rows = std::env::args().nth(1).map_or(100_000, |rows| rows.parse().unwrap());
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(BufWriter::new(io::stdout()));
    for row in made_up::list(19, rows, false) {
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
