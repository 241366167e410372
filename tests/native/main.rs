//! The native suite: one module per measure; what holds across them; the policies, links and sources.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

mod hiring_subsidy;
mod premium;
mod refund;
mod size_class;
mod skill_subsidy;
mod unemployment_benefit;

mod across;
mod cases;
mod golden;
mod second;
mod unknowns;

mod docs;
mod figures;
mod fuzzed;
mod guide;
mod heads;
mod insights;
mod law;
mod new_round;
mod packs;

mod answers;
#[path = "../fixtures/laws.rs"]
mod laws;
#[path = "../fixtures/places.rs"]
mod places;
#[path = "../requests/mod.rs"]
mod requests;
mod tier;
