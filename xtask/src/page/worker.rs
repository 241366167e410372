//! The service worker, which makes the page work offline.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use super::{documents, extra_files, fallback, minify, packs, prerendered};
use crate::{digest, project};

/// The worker's name: a browser asks for it again under the same.
const NAME: &str = "sw.js";
/// The settings file, which a deployment may replace.
const SITE: &str = "site.json";

/// Writes the worker for the files of a page just built.
pub fn write(dist: &Path, esbuild: Command) -> Result<()> {
    let page = page(dist)?;
    let script = project::read(&project::root().join("www").join(NAME))?;
    let path = dist.join(NAME);
    project::write(&path, format!("const PAGE = {page};\n{script}"))?;
    minify::file(esbuild, &path, &minify::PAGES_OWN)
}

/// Returns whether a file of the page is the worker, which comes after a first visit.
pub fn is(path: &Path) -> bool {
    path.ends_with(NAME)
}

/// What the worker has to know of the page.
fn page(dist: &Path) -> Result<serde_json::Value> {
    let (mut documents, mut files, mut wasm, mut script) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut contents = String::new();
    for path in project::files_under(dist)? {
        let name = path.file_name().and_then(|name| name.to_str()).context("dist/ 里有一个文件没有名字")?.to_owned();
        if extra_files::is(&path) || documents::is(&path) || packs::is(&path) || name == SITE {
            continue;
        }
        let content = fs::read(&path).with_context(|| format!("读不到 {}", path.display()))?;
        contents.push_str(&digest::sha256(&content));
        match name.rsplit('.').next() {
            // The home screen's document is cached as the folder: some hosts move index.html there.
            Some("html") => documents.push(if prerendered::is(&path) { name } else { "./".to_owned() }),
            Some("wasm") => wasm.push(name),
            _ if fallback::is(&path) => script.push(name),
            _ => files.push(name),
        }
    }
    let further = further(dist)?;
    for path in project::files_under(dist)?.iter().filter(|path| documents::is(path)) {
        contents.push_str(&digest::sha256(&fs::read(path).with_context(|| format!("读不到 {}", path.display()))?));
    }
    let mark = wasm.first().context("dist/ 里没有 wasm")?.clone();
    let id = format!("{:.16}", digest::sha256(contents.as_bytes()));
    Ok(json!({
        "id": id, "mark": mark, "documents": documents, "files": files, "wasm": wasm, "script": script, "site": SITE,
        "further": further,
    }))
}

/// The documents with programs of their own, each with the files that it alone loads.
fn further(dist: &Path) -> Result<Vec<Vec<String>>> {
    let all = documents::names()?.into_iter().map(|name| {
        let document = format!("{name}.html");
        let folder = dist.join(&name);
        let own = if folder.is_dir() { project::files_under(&folder)? } else { Vec::new() };
        let file = |path: &std::path::PathBuf| Ok(path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/"));
        std::iter::once(Ok(document)).chain(own.iter().map(file)).collect()
    });
    all.collect()
}
