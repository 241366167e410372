//! Writes packs of laws that are not built in into a folder: `cargo run --example packs … -- <folder>`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect must stop")]

use std::fs;
use std::path::PathBuf;

use wengang_compiler::{File, compile};
use wengang_engine::packed;

#[path = "../fixtures/laws.rs"]
mod laws;

fn main() {
    let folder: PathBuf = std::env::args_os().nth(1).unwrap().into();
    let mut with_2027 = laws::files_with_2027();
    with_2027.retain(|file| file.name != "guide.toml");
    for (name, place, files) in [
        ("2027", "hebei", with_2027),
        ("ningxia", "ningxia", laws::files_of_place("ningxia")),
        ("henan", "henan", laws::files_of_place("henan")),
    ] {
        fs::write(folder.join(format!("{name}.pack")), bytes(place, &files)).unwrap();
    }
}

fn bytes(place: &str, files: &[File]) -> Vec<u8> {
    let pack = compile(place, files).unwrap_or_else(|report| panic!("{report}"));
    packed::write(&pack).unwrap()
}
