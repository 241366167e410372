//! The components of the page and the package, as CycloneDX.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::tools::Toolbox;
use crate::{command, project};

/// What the tool calls its file, in the folder of each manifest.
const FILE: &str = "wengang-sbom";
/// The folders of the manifests, the product's first.
const MANIFESTS: [&str; 2] = ["", "xtask"];

/// Lists every crate that is compiled into the page or the package, with its licence, and writes the list.
///
/// # Errors
/// Where the tool fails.
pub fn write(path: &Path) -> Result<()> {
    let mut list = Toolbox::for_release()?.program("cargo");
    list.args(["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--all", "--no-build-deps"]);
    list.args(["--target", "wasm32-unknown-unknown", "--features", "page,package", "--override-filename", FILE]);
    // Without a serial number and the time: the same tree has the same list.
    command::run(list.env("SOURCE_DATE_EPOCH", "0"))?;
    let mut written = Vec::new();
    for folder in MANIFESTS {
        let file = project::root().join(folder).join(format!("{FILE}.json"));
        written.push(project::read(&file)?);
        fs::remove_file(&file).with_context(|| format!("删不掉 {}", file.display()))?;
    }
    let product = written.first().context("没有写出 SBOM")?;
    project::write(path, plain(product, &project::root().display().to_string())?)
}

/// The list without the folder it was made in, and without a day that it was not made on.
fn plain(list: &str, root: &str) -> Result<String> {
    let mut list: Value = serde_json::from_str(&list.replace(root, "."))?;
    if let Some(metadata) = list.get_mut("metadata").and_then(Value::as_object_mut) {
        metadata.remove("timestamp");
    }
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_folder_nor_day_is_in_the_list() {
        let list =
            r#"{"metadata":{"timestamp":"1970-01-01T00:00:00Z","component":{"bom-ref":"path+file:///a/b#wengang"}}}"#;
        let plain = plain(list, "/a/b").unwrap();
        assert!(plain.contains("path+file://.#wengang") && !plain.contains("1970"), "{plain}");
    }
}
