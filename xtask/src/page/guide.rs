//! The notices clause by clause: a file of its own beside the page, fetched on tap.

#[expect(dead_code, reason = "the build script reads the other policies; both must name this file alike")]
#[path = "../../../build/compile/mod.rs"]
mod compile;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use crate::project;

/// How the file's name begins.
const NAME: &str = "guide-";

/// Writes the file into a page's folder.
///
/// # Errors
/// Where `policies/guide.toml` is refused.
pub fn write(staging: &Path) -> Result<()> {
    // As in `build/main.rs`: the page asks for the file by the name that its own policies give it.
    let policies = env::var("WENGANG_POLICIES").map_or_else(|_| project::root().join("policies"), PathBuf::from);
    let (name, text) = compile::guide(&policies).map_err(|sentence| anyhow!(sentence))?;
    project::write(&staging.join(name), text)
}

/// Returns whether a file of the page is this one, which a first visit does not load.
pub fn is(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NAME))
}
