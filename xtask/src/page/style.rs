//! The style sheets of `www/style`, joined into one file so that a first visit makes one request for them.

use std::path::PathBuf;

use anyhow::Result;

use super::minify;
use crate::project;
use crate::tools::Toolbox;

/// Writes the joined sheet, minified, to where `index.html` takes it from.
pub fn write(tools: &Toolbox) -> Result<()> {
    let mut joined = String::new();
    for sheet in sheets()? {
        joined.push_str(&project::read(&sheet)?);
    }
    let path = project::root().join("target/page/style.css");
    project::write(&path, joined)?;
    minify::file(tools.program("esbuild"), &path, &[minify::ENGINES])
}

/// Returns the sheets in the order of the cascade: tokens, base, one per part, print.
fn sheets() -> Result<Vec<PathBuf>> {
    let folder = project::root().join("www/style");
    let mut sheets = vec![folder.join("tokens.css"), folder.join("base.css")];
    sheets.extend(project::files_ending("www/style/part", ".css")?);
    sheets.push(folder.join("print.css"));
    Ok(sheets)
}
