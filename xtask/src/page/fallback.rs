//! The program as a script, for browsers and hosts without WebAssembly: one file, loaded only where it is needed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tools::Toolbox;
use crate::{command, digest, project, script, wasm};

/// How the file's name begins.
const NAME: &str = "fallback-";

/// Writes the file into a page's folder, from the wasm as wasm-bindgen made it and its script. Returns the file's name.
pub fn write(staging: &Path, bound: &Path, bound_script: &Path, tools: &Toolbox) -> Result<String> {
    let work = project::root().join("target/page/fallback");
    project::clear(&work)?;
    fs::create_dir_all(&work)?;
    let (whole, glue) = (work.join("whole.wasm"), work.join("glue.js"));
    fs::copy(bound, &whole)?;
    project::write(&glue, script::tracking(&project::read(bound_script)?)?)?;
    wasm::shrink(tools.program("wasm-opt"), &whole, &glue)?;
    script::translate(tools.program("wasm2js"), &whole, &work.join("program.js"))?;
    let entry = work.join("fallback.js");
    fs::copy(project::root().join("www/fallback.js"), &entry)?;
    bundle(staging, &entry, tools)
}

/// Returns whether a file of the page is this one, which a first visit does not load.
pub fn is(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NAME))
}

fn bundle(staging: &Path, entry: &Path, tools: &Toolbox) -> Result<String> {
    let bundled = entry.with_file_name("bundled.js");
    let mut esbuild = tools.program("esbuild");
    esbuild.arg(entry).arg(format!("--outfile={}", bundled.display()));
    // ES2015: what a browser without WebAssembly understands.
    esbuild.args(["--bundle", "--format=iife", "--target=es2015", "--minify", "--log-level=error"]);
    command::run(&mut esbuild)?;
    let content = fs::read(&bundled).with_context(|| format!("读不到 {}", bundled.display()))?;
    let name = format!("{NAME}{:.16}.js", digest::sha256(&content));
    let path: PathBuf = staging.join(&name);
    fs::write(&path, content).with_context(|| format!("写不了 {}", path.display()))?;
    Ok(name)
}
