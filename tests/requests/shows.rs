//! Prints of each request of the refund, one a line: its link, what that opens, and the rounds side by side.

#![expect(clippy::unwrap_used, reason = "a test that meets what it did not expect must stop")]

use std::io;

use serde_json::json;
use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::api::request::{Value, decode_link, encode_link};
use wengang::api::rounds::{RoundRow, measures};

fn main() {
    let refund = measures().into_iter().find(|measure| measure.calculator == Calculator::REFUND).unwrap();
    let table = refund.tables.first().unwrap();
    let cells = table.rows.iter().filter_map(|row| match row {
        RoundRow::Round(round) => Some(round.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>()),
        RoundRow::Gap { .. } => None,
    });
    let rows: Vec<_> = cells.collect();
    for line in io::stdin().lines() {
        let request: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let link = encode_link(&request, true, fold).unwrap();
        let opened = decode_link(&link, fold).unwrap();
        println!("{}", json!({"link": link, "opened": opened, "columns": table.columns, "rows": rows}));
    }
}
