//! The list of what could not be read.

use wengang_batch::{CellFault, Column};

/// The headings of the list.
pub const REPORT_HEADINGS: [&str; 5] = ["表", "行", "列", "列名", "读不懂的地方"];

/// What the list says of a cell: sheet, row, column, its heading, and the sentence.
#[must_use]
pub fn fault_cells(sheet: &str, columns: &[Column], fault: &CellFault) -> [String; 5] {
    let heading = fault.column.and_then(|place| columns.get(place)).map_or("", |column| &column.heading);
    let column = fault.column.map(letters).unwrap_or_default();
    [sheet.to_owned(), fault.row.to_string(), column, heading.to_owned(), fault.sentence.clone()]
}

/// A column as spreadsheets call it: A, B … Z, AA.
#[must_use]
pub fn letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut left = place.saturating_add(1);
    while left > 0 {
        left -= 1;
        letters.push(u8::try_from(left % 26).map_or('A', |letter| char::from(b'A'.saturating_add(letter))));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_spreadsheets() {
        for (place, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(place), name);
        }
    }
}
