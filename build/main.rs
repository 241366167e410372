//! Build script: compiles `policies/` into a pack for `src/law.rs`, and writes down for `src/heads.rs` what the first
//! screen needs of it.

mod heads;

use std::path::{Path, PathBuf};

use wengang_compiler::{built_in, compile, guide, of_place, read_folder};
use wengang_engine::packed;

fn main() {
    println!("cargo::rerun-if-env-changed=WENGANG_POLICIES");
    println!("cargo::rerun-if-changed=build");
    let policies = policies_dir();
    println!("cargo::rerun-if-changed={}", policies.display());
    if let Err(report) = build(&policies) {
        report.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn build(policies: &Path) -> Result<(), String> {
    let files = read_folder(policies).map_err(|error| error.to_string())?;
    let place = built_in(&files).map_err(|report| report.to_string())?;
    let pack = compile(&place, &of_place(&place, &files)).map_err(|report| report.to_string())?;
    let bytes = packed::write(&pack).map_err(|error| error.to_string())?;
    // The product reads the same bytes without checking them again.
    packed::read(&bytes).map_err(|error| error.to_string())?;
    let measures: Vec<&str> = pack.measures.iter().map(|measure| measure.id.as_str()).collect();
    let guide = guide(&files, &measures).map_err(|report| report.to_string())?;
    write("law.pack", &bytes)?;
    write("heads.rs", heads::code(&pack, &guide).as_bytes())?;
    // Only tests read it there: the page fetches the file that xtask writes.
    write("guide.txt", guide.as_bytes())
}

fn write(name: &str, content: &[u8]) -> Result<(), String> {
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join(name);
    std::fs::write(&out, content).map_err(|error| format!("{}: {error}", out.display()))
}

/// `WENGANG_POLICIES` names another folder: a test builds with its own rules this way.
fn policies_dir() -> PathBuf {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    std::env::var("WENGANG_POLICIES").map_or_else(|_| Path::new(&root).join("policies"), PathBuf::from)
}
