//! wasm-opt and esbuild make the files of a page small.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::beside;
use crate::command::{self, program};
use crate::{project, split, wasm};

/// Minifies the wasm and the scripts in the folder that Trunk is filling; Trunk runs this after each build, and says by
/// its environment where and for whom.
///
/// # Errors
/// Where Trunk did not call it, or a program cannot be run.
pub fn built() -> Result<()> {
    let told = |name: &str| env::var(name).with_context(|| format!("这条命令由 Trunk 调用：缺少环境变量 {name}"));
    if told("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let staging = PathBuf::from(told("TRUNK_STAGING_DIR")?);
    let files = project::files_under(&staging)?;
    for wasm in ending(&files, "_bg.wasm") {
        let script = wasm.replace("_bg.wasm", ".js");
        let rest = split::split(Path::new(wasm))?;
        let exports = wasm::shrink(program("wasm-opt"), Path::new(wasm), Path::new(&script))?;
        let path = wasm.replace("_bg.wasm", REST);
        rest.write(Path::new(&path), &exports)?;
        wasm::squeeze(program("wasm-opt"), Path::new(&path))?;
        tell(&staging)?;
    }
    for script in ending(&files, ".js") {
        // What other sites load must run in older engines than the page itself, and as no module.
        let option = if beside::is_embed(Path::new(script)) { "--target=es2017" } else { "--format=esm" };
        file(Path::new(script), option)?;
    }
    Ok(())
}

/// How the name of the part ends that is loaded once somebody begins to use the page.
const REST: &str = "_rest.wasm";

/// Returns whether a file of the page is that part.
pub fn is_rest(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(REST))
}

/// Says in the page that it has a second part: boot.js loads it.
fn tell(staging: &Path) -> Result<()> {
    let index = staging.join("index.html");
    let html = project::read(&index)?.replacen("<html ", "<html data-parts=\"2\" ", 1);
    project::write(&index, html)
}

fn ending<'a>(files: &'a [PathBuf], ending: &'static str) -> impl Iterator<Item = &'a str> {
    files.iter().filter_map(|path| path.to_str()).filter(move |path| path.ends_with(ending))
}

/// Minifies a file in place.
pub fn file(path: &Path, option: &str) -> Result<()> {
    let mut esbuild = program("esbuild");
    esbuild.arg(path).arg(format!("--outfile={}", path.display())).arg(option);
    command::run(esbuild.args(["--minify", "--allow-overwrite", "--log-level=warning"]))
}
