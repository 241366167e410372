//! The program as a script, for browsers and hosts without WebAssembly: one file, loaded only where it is needed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{self, program};
use crate::{digest, project, wasm};

/// How the file's name begins.
const NAME: &str = "fallback-";

/// Writes the file into the folder that Trunk is filling, from the wasm as wasm-bindgen made it and its script. Returns
/// the file's name.
pub fn write(staging: &Path, bound: &Path, script: &Path) -> Result<String> {
    let work = project::root().join("target/page/fallback");
    project::clear(&work)?;
    fs::create_dir_all(&work)?;
    let (whole, glue) = (work.join("whole.wasm"), work.join("glue.js"));
    fs::copy(bound, &whole)?;
    project::write(&glue, tracking(&project::read(script)?)?)?;
    wasm::shrink(program("wasm-opt"), &whole, &glue)?;
    let written = work.join("program.js");
    let mut to_script = program("wasm2js");
    to_script.args(["--mvp-features", "--enable-mutable-globals", "-Oz"]).arg(&whole).arg("-o").arg(&written);
    command::run(&mut to_script)?;
    project::write(&written, as_function(&project::read(&written)?)?)?;
    let entry = work.join("fallback.js");
    fs::copy(project::root().join("www/fallback.js"), &entry)?;
    bundle(staging, &entry)
}

/// Returns whether a file of the page is this one, which a first visit does not load.
pub fn is(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NAME))
}

/// The script asks whether its views of the memory still hold by what WebAssembly does to the old memory when it grows.
/// A program as a script leaves that as it is: the script asks whether it is the same memory.
fn tracking(script: &str) -> Result<String> {
    let mut script = script.to_owned();
    for (asked, asks) in [
        (".byteLength === 0", ".buffer !== wasm.memory.buffer"),
        ("cachedDataViewMemory0.buffer.detached === undefined && ", ""),
    ] {
        if !script.contains(asked) {
            bail!("wasm-bindgen 写出的脚本变了，fallback.rs 要跟着改：没有“{asked}”");
        }
        script = script.replace(asked, asks);
    }
    Ok(script)
}

/// What wasm2js writes is a module that runs at once on what it imports. Here it is the function of its imports alone.
fn as_function(written: &str) -> Result<String> {
    let (_, rest) = written.split_once("from 'a';\n").context("wasm2js 写的开头变了")?;
    let (body, _) = rest.split_once("\nvar retasmFunc").context("wasm2js 写的结尾变了")?;
    Ok(format!("{body}\nexport default asmFunc;\n"))
}

fn bundle(staging: &Path, entry: &Path) -> Result<String> {
    let bundled = entry.with_file_name("bundled.js");
    let mut esbuild = program("esbuild");
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
