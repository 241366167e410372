//! The command from end to end: a made-up list with every oddity goes in, in every encoding and as a workbook; what comes out
//! is what `assess` answers to each row, and the cells that cannot be read are exactly those that were made so.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

#[path = "../../tests/batch/made_up/mod.rs"]
mod made_up;
#[path = "../../tests/fixtures/places.rs"]
#[allow(dead_code, reason = "the tests of the product ask more of it")]
mod places;
#[path = "../../tests/native/tier.rs"]
mod tier;

mod lists {
    pub mod command;
    pub mod expected;
    pub mod files;
    mod in_every_form;
    mod packs;
    mod payments;
    mod people;
    mod sheets;
    mod usage;
}
