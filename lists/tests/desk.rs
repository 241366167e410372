//! The worker's desk from end to end, natively: a made-up list with every oddity goes in, and what comes out is what `assess`
//! answers to each row, as the native command's tests expect it of the command.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

#[path = "../../tests/batch/made_up/mod.rs"]
#[allow(dead_code, reason = "the tests of the command use more of it")]
mod made_up;
#[path = "../../tests/native/tier.rs"]
mod tier;

#[path = "../../command/tests/lists/expected.rs"]
#[allow(dead_code, reason = "the tests of the command use more of it")]
mod expected;

mod desk {
    mod answers;
    pub mod ask;
    mod made;
    mod opening;
    mod payments;
    mod people;
    mod templates;
}
