//! Files beside the page that a visit does without: the script by which other sites embed it, and the demo of that.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::packs;
use crate::project;

/// The script's name: other sites write it into their pages, so it never changes.
const EMBED: &str = "embed.js";
/// What the published page says of itself, for a page that was left open.
const VERSION: &str = "version.json";
/// What an office writes its own name into.
const SITE: &str = "site.json";
/// How the names of the demo's files begin.
const DEMO: &str = "embed-demo.";

/// Returns whether a file is the script.
pub fn is_embed(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == EMBED)
}

/// Returns whether a file is one of these.
pub fn is(file: &Path) -> bool {
    is_embed(file)
        || file.ends_with(VERSION)
        || file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(DEMO))
}

/// Returns whether a file is changed on the server.
pub fn is_edited(file: &Path) -> bool {
    file.ends_with(SITE) || packs::is(file)
}

/// Writes which wasm the page is, beside it: a change of the rules changes its name.
pub fn write_version(dist: &Path) -> Result<()> {
    let files = project::files_under(dist)?;
    let mut names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let wasm = names.find(|name| name.ends_with("_bg.wasm")).context("dist/ 里没有 wasm")?;
    project::write(&dist.join(VERSION), json!({ "wasm": wasm }).to_string() + "\n")
}
