//! `build-manifest.json`: the files of the built page, and so all that a visit may ask for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{digest, project};

/// The manifest's own name; it lists every file but itself.
const MANIFEST: &str = "build-manifest.json";

/// Writes the manifest of a page just built.
pub fn write(dist: &Path) -> Result<()> {
    let files = project::files_under(dist)?;
    let listed = files.iter().map(|path| entry(dist, path)).collect::<Result<Vec<_>>>()?;
    let manifest = serde_json::to_string_pretty(&json!({ "files": listed }))?;
    project::write(&dist.join(MANIFEST), manifest + "\n")
}

fn entry(dist: &Path, path: &Path) -> Result<Value> {
    let content = fs::read(path).with_context(|| format!("读不到 {}", path.display()))?;
    let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
    Ok(json!({ "path": name, "bytes": content.len(), "sha256": digest::sha256(&content) }))
}

/// Returns the files that a manifest lists; without one the page is not built.
pub fn read(dist: &Path) -> Result<Vec<PathBuf>> {
    let manifest: Value = serde_json::from_str(&project::read(&dist.join(MANIFEST))?)?;
    let files = manifest.get("files").and_then(Value::as_array).context("清单中没有 files")?;
    let paths = files.iter().filter_map(|file| file.get("path")?.as_str());
    Ok(paths.map(|path| dist.join(path)).collect())
}
