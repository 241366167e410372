//! Build script: checks `policies/` and writes it down as constants for `src/packs.rs`.

mod compile;

use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=WENGANG_POLICIES");
    println!("cargo::rerun-if-changed=build");
    let policies = policies_dir();
    println!("cargo::rerun-if-changed={}", policies.display());
    let written = compile::compile(&policies).and_then(|code| {
        write("packs.rs", &code)?;
        // Only tests read it there: the page fetches the file that xtask writes beside it.
        write("guide.txt", &compile::guide(&policies)?.1)
    });
    if let Err(sentence) = written {
        println!("cargo::error={sentence}");
    }
}

fn write(name: &str, content: &str) -> Result<(), String> {
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join(name);
    std::fs::write(&out, content).map_err(|error| format!("{}: {error}", out.display()))
}

/// `WENGANG_POLICIES` names another folder: that is how a test builds with rules of its own.
fn policies_dir() -> PathBuf {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    std::env::var("WENGANG_POLICIES").map_or_else(|_| Path::new(&root).join("policies"), PathBuf::from)
}
