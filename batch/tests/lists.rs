//! What a list is taken for, and that its rows are judged as the API judges the same facts.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

#[path = "lists/columns.rs"]
mod columns;
#[path = "lists/payments.rs"]
mod payments;
#[path = "../../tests/requests/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests of the product ask more of it")]
mod requests;
#[path = "lists/same.rs"]
mod same;
#[path = "lists/sketch.rs"]
mod sketch;
#[path = "../../tests/native/tier.rs"]
mod tier;
