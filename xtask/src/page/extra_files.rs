//! Files that a visit does not load: the script by which other sites embed the page, its other half in the frame, and its
//! demo.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::{names, packs};
use crate::{digest, project};

/// The script's name: other sites write it into their pages, so it never changes.
const EMBED: &str = "embed.js";
/// How the name begins of the same script for sites that admit no script unless they know its content: the name has its
/// digest.
const FIXED: &str = "embed-";
/// Its name now, and what a browser compares it with.
const FIXED_ENTRY: &str = "embed.json";
/// What boot.js loads in another page's frame, and what that loads where the page fills in answers.
const FRAME: [&str; 2] = ["frame.js", "prefill.js"];
/// The version file of the published page, read by pages that were left open.
const VERSION: &str = "version.json";
/// What an office writes its own name into.
const SITE: &str = "site.json";
/// How the names of the demo's files begin.
const DEMO: &str = "embed-demo.";

/// Returns whether a file is the script, by either name.
pub fn is_embed(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let of_content = name.strip_prefix(FIXED).and_then(|rest| rest.strip_suffix(".js"));
    name == EMBED || of_content.is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// Returns whether a file is one of these.
pub fn is(file: &Path) -> bool {
    is_embed(file)
        || FRAME.iter().any(|name| file.ends_with(name))
        || file.ends_with(VERSION)
        || file.ends_with(FIXED_ENTRY)
        || file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(DEMO))
}

/// Returns whether a file is changed on the server.
pub fn is_edited(file: &Path) -> bool {
    file.ends_with(SITE) || packs::is(file)
}

/// Writes the name of the page's wasm into a file: every change of the rules changes that name.
pub fn write_version(dist: &Path) -> Result<()> {
    let files = project::files_under(dist)?;
    let programs = files.iter().filter(|file| names::has_stem(file, "app"));
    let wasm = programs
        .filter_map(|file| file.file_name()?.to_str())
        .find(|name| name.ends_with("_bg.wasm"))
        .context("dist/ 里没有 wasm")?;
    project::write(&dist.join(VERSION), json!({ "wasm": wasm }).to_string() + "\n")
}

/// Writes the script once more under the name of its digest, and the element by which a page requests exactly that one.
pub fn write_fixed(dist: &Path) -> Result<()> {
    let script = fs::read(dist.join(EMBED)).context("dist/ 里没有 embed.js")?;
    let file = format!("{FIXED}{:.16}.js", digest::sha256(&script));
    project::write(&dist.join(&file), &script)?;
    let reported = json!({ "file": file, "integrity": digest::integrity(&script) });
    project::write(&dist.join(FIXED_ENTRY), reported.to_string() + "\n")
}
