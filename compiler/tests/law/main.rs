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

/// A file of `policies/`, by its name for the compiler.
fn file(path: &str, name: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies").join(path);
    File { name: name.to_owned(), text: std::fs::read_to_string(&path).unwrap() }
}

/// The files of Hebei.
fn files() -> Vec<File> {
    vec![
        file("documents.toml", "documents.toml"),
        file("cn/days-off.toml", "cn/days-off.toml"),
        file("hebei/place.toml", "hebei/place.toml"),
        file("hebei/refund.toml", "hebei/refund.toml"),
        file("hebei/unemployment-benefit.toml", "hebei/unemployment-benefit.toml"),
    ]
}

static HEBEI: LazyLock<Pack> = LazyLock::new(|| compile("hebei", &files()).unwrap_or_else(|report| panic!("{report}")));

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
