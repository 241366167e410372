//! The notices clause by clause: a separate file, fetched on tap.

use std::path::Path;

use anyhow::Result;

use crate::{law, project};

/// How the file's name begins.
const NAME: &str = "guide-";

/// Writes the file into a page's folder, by the name that the page requests.
///
/// # Errors
/// Where `policies/guide.toml` is refused.
pub fn write(staging: &Path) -> Result<()> {
    let text = law::guide()?;
    project::write(&staging.join(wengang_compiler::guide_file(&text)), text)
}

/// Returns whether a file of the page is this one, which a first visit does not load.
pub fn is(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NAME))
}
