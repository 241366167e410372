//! esbuild makes the text files of a page small.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{self, program};
use crate::project;

/// Minifies the scripts in the folder that Trunk is filling; Trunk runs this after each build, and says by its
/// environment where and for whom.
///
/// # Errors
/// Where Trunk did not call it, or esbuild cannot be run.
pub fn scripts() -> Result<()> {
    let told = |name: &str| env::var(name).with_context(|| format!("这条命令由 Trunk 调用：缺少环境变量 {name}"));
    if told("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let staging = PathBuf::from(told("TRUNK_STAGING_DIR")?);
    let scripts = project::files_under(&staging)?;
    for script in scripts.iter().filter(|path| path.extension().is_some_and(|extension| extension == "js")) {
        file(script, "--format=esm")?;
    }
    Ok(())
}

/// Minifies a file in place.
pub fn file(path: &Path, option: &str) -> Result<()> {
    let mut esbuild = program("esbuild");
    esbuild.arg(path).arg(format!("--outfile={}", path.display())).arg(option);
    command::run(esbuild.args(["--minify", "--allow-overwrite", "--log-level=warning"]))
}
