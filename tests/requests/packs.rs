//! Writes packs of laws that are not built in into a folder: `cargo run --example packs … -- <folder>`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it did not expect must stop")]

use std::fs;
use std::path::PathBuf;

use wengang_compiler::File;

#[path = "../fixtures/laws.rs"]
mod laws;
#[path = "../fixtures/places.rs"]
mod places;

fn main() {
    let folder: PathBuf = std::env::args_os().nth(1).unwrap().into();
    for (name, place, files) in [
        ("2027", "hebei", laws::files_with_2027()),
        ("ningxia", "ningxia", places::files_of_place("ningxia")),
        ("henan", "henan", places::files_of_place("henan")),
        ("measure", "hebei", files_with_a_measure()),
        ("gansu", "gansu", places::files_of_policies("gansu")),
    ] {
        fs::write(folder.join(format!("{name}.pack")), places::bytes(place, &files)).unwrap();
    }
}

/// The policies with one more measure, which is a file and its document.
fn files_with_a_measure() -> Vec<File> {
    let mut files = places::files_of_policies("hebei");
    let measure = places::read("tests/fixtures/measure", "summer-allowance.toml");
    files.push(File { name: "hebei/summer-allowance.toml".to_owned(), text: measure });
    let documents = files.iter_mut().find(|file| file.name == "documents.toml");
    documents.unwrap().text.push_str(&places::read("tests/fixtures", "documents.toml"));
    files
}
