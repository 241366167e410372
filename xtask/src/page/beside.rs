//! Files beside the page that a visit does without: the script by which other sites embed it, and the demo of that.

use std::path::Path;

/// The script's name: other sites write it into their pages, so it never changes.
const EMBED: &str = "embed.js";
/// How the names of the demo's files begin.
const DEMO: &str = "embed-demo.";

/// Returns whether a file is the script.
pub fn is_embed(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == EMBED)
}

/// Returns whether a file is one of these.
pub fn is(file: &Path) -> bool {
    is_embed(file) || file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(DEMO))
}
