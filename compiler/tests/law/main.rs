//! The law of Hebei compiles and answers, and no pack and no case makes the engine panic or hang.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

mod annex;
mod any_of;
mod cases;
mod damaged;
mod dated;
mod days;
mod extends;
#[path = "../../../tests/fixtures/places.rs"]
mod fixtures;
mod format;
mod items;
mod lists;
mod messages;
mod monthly;
mod packed;
mod places;
mod rules;
mod standing;

use std::sync::LazyLock;

use wengang_compiler::{Pack, compile};
use wengang_engine::assessment::Need;
use wengang_engine::pack::FactId;

/// A fact that is missing.
const fn need(fact: u16) -> Need {
    Need::Fact(FactId(fact))
}

static HEBEI: LazyLock<Pack> = LazyLock::new(|| compiled("hebei"));

fn compiled(place: &str) -> Pack {
    compile(place, &fixtures::files_of_policies(place)).unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn the_refund_of_hebei_compiles() {
    let refund = HEBEI.measure("refund").unwrap();
    assert_eq!(refund.rounds[0].id, "hebei-2022");
    assert!(!refund.conditions.is_empty() && !refund.next_steps.is_empty());
}

#[test]
fn a_pack_is_data_that_can_be_written_and_read() {
    let written = serde_json::to_string(&*HEBEI).unwrap();
    assert_eq!(serde_json::from_str::<Pack>(&written).unwrap(), *HEBEI);
}
