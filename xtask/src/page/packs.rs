//! The law of places that are not built in, as files of their own: one is fetched when its place is chosen.

use std::path::Path;

use anyhow::{Context, Result};
use wengang_engine::packed;

use crate::{law, project};

/// The folder of the packs, where an office may add more.
const FOLDER: &str = "packs";

/// Writes the pack of every place but the one that is built in into the folder of the page, or of the package.
///
/// # Errors
/// Where a file of the law is refused, or a pack cannot be written.
pub fn write(folder: &Path) -> Result<()> {
    let built_in = law::pack_built_in()?.place.id;
    for place in law::places()?.iter().filter(|place| **place != built_in) {
        let bytes = packed::write(&law::pack(place)?).context("写不成政策包")?;
        project::write(&folder.join(FOLDER).join(format!("{place}.pack")), bytes)?;
    }
    Ok(())
}

/// Returns whether a file of the page is a pack, which no first visit loads and an office may replace.
pub fn is(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with(FOLDER))
}
