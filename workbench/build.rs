//! Build script: embeds the files of `policies/`, unchanged, in the workbench.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=WENGANG_POLICIES");
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let policies =
        std::env::var("WENGANG_POLICIES").map_or_else(|_| Path::new(&root).join("../policies"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", policies.display());
    if let Err(error) = write(&policies) {
        println!("cargo::error={}: {error}", policies.display());
    }
}

fn write(policies: &Path) -> std::io::Result<()> {
    let policies = policies.canonicalize()?;
    let mut files = Vec::new();
    collect(&policies, &policies, &mut files)?;
    files.sort();
    let mut code = "[\n".to_owned();
    for (name, path) in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let _ = writeln!(code, "    ({name:?}, include_str!({path:?})),");
    }
    code.push_str("]\n");
    std::fs::write(PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join("files.rs"), code)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if let Ok(below) = path.strip_prefix(root) {
            files.push((below.to_string_lossy().replace('\\', "/"), path.clone()));
        }
    }
    Ok(())
}
