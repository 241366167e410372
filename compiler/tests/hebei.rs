//! The law of Hebei compiles, and answers.

use std::path::Path;

use wengang_compiler::{File, Pack, compile};

/// A file of `policies/`, by its name for the compiler.
fn file(path: &str, name: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies").join(path);
    File { name: name.to_owned(), text: std::fs::read_to_string(&path).unwrap() }
}

fn hebei() -> Pack {
    let files = [
        file("documents.toml", "documents.toml"),
        file("next/cn/days-off.toml", "cn/days-off.toml"),
        file("next/hebei/place.toml", "hebei/place.toml"),
        file("next/hebei/refund.toml", "hebei/refund.toml"),
    ];
    compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn the_refund_of_hebei_compiles() {
    let pack = hebei();
    let refund = pack.measure("refund").unwrap();
    assert_eq!(refund.rounds.first().unwrap().id, "hebei-2022");
    assert!(!refund.conditions.is_empty() && !refund.next_steps.is_empty());
}
