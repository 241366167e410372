//! The law of Hebei compiles and answers, and no pack and no case makes the engine panic or hang.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect must stop"
)]

mod annex;
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

use std::path::Path;
use std::sync::LazyLock;

use wengang_compiler::{File, Pack, compile};
use wengang_engine::assessment::Need;
use wengang_engine::pack::FactId;

/// A file of `policies/`, by its name for the compiler.
fn file(path: &str, name: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies").join(path);
    File { name: name.to_owned(), text: std::fs::read_to_string(&path).unwrap() }
}

/// The files of a place, with those that are the same in every place.
fn files_of(place: &str) -> Vec<File> {
    let names = ["cn", place].into_iter().flat_map(|folder| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies").join(folder);
        let names = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.map(|name| format!("{folder}/{name}")).collect();
        names.sort();
        names
    });
    ["documents.toml".to_owned()].into_iter().chain(names).map(|name| file(&name, &name)).collect()
}

/// A fact that is missing.
const fn need(fact: u16) -> Need {
    Need::Fact(FactId(fact))
}

static HEBEI: LazyLock<Pack> = LazyLock::new(|| compiled("hebei"));

fn compiled(place: &str) -> Pack {
    compile(place, &files_of(place)).unwrap_or_else(|report| panic!("{report}"))
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
