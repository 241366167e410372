//! The native suite: the contract's cases, the boundaries of the law, properties, and bad data.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

mod advice;
mod benefit;
mod boundaries;
mod cases;
mod command;
mod docs;
mod fuzzed;
mod guide;
mod law;
mod layers;
mod new_round;
mod packs;
mod plan;
mod premium;
mod properties;
#[path = "../requests/mod.rs"]
mod requests;
mod second;
mod size_class;
mod sweep;
mod unknowns;
