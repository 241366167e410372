//! Each file of the page again, compressed in two ways: a server sends them as they are.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::extra_files;
use crate::command::{self, program};

/// What the names of the compressed files end in.
const ENDINGS: [&str; 2] = ["gz", "br"];

/// Writes the compressed files next to those of a page just built. No manifest lists them: nobody asks for them by
/// name.
///
/// # Errors
/// Where Node.js cannot do it.
pub fn write(files: &[PathBuf]) -> Result<()> {
    // A server would keep sending the old one.
    let fixed = files.iter().filter(|file| !extra_files::is_edited(file));
    command::run(program("node").arg("xtask/pack.mjs").args(fixed))
}

/// Returns the compressed files of a file.
pub fn compressed(file: &Path) -> Vec<PathBuf> {
    let named = |ending| PathBuf::from(format!("{}.{ending}", file.display()));
    ENDINGS.into_iter().map(named).filter(|path| path.exists()).collect()
}
