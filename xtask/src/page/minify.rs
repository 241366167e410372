//! Minifies the files of a page with wasm-opt and esbuild.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{extra_files, fallback, names};
use crate::tools::Toolbox;
use crate::{command, law, project, split, wasm};

/// Minifies the wasm and the scripts of a page in their folder, splits the wasm, and names each file by its digest.
///
/// # Errors
/// Where a program cannot be run, or a file of the page is missing.
pub fn minify(staging: &Path, tools: &Toolbox) -> Result<()> {
    let files = project::files_under(staging)?;
    for wasm in ending(&files, "_bg.wasm") {
        let script = wasm.replace("_bg.wasm", ".js");
        let fallback = fallback::write(staging, Path::new(wasm), Path::new(&script), tools)?;
        let chunk = split::split(Path::new(wasm), &law::built_in()?)?;
        let exports = wasm::shrink(tools.program("wasm-opt"), Path::new(wasm), Path::new(&script))?;
        let path = wasm.replace("_bg.wasm", CHUNK);
        chunk.write(Path::new(&path), &exports)?;
        wasm::optimise(tools.program("wasm-opt"), Path::new(&path), &wasm::FOR_SIZE)?;
        wasm::name(Path::new(wasm), MODULES.0)?;
        wasm::name(Path::new(&path), MODULES.1)?;
        mark_chunk(staging, &files, &fallback)?;
    }
    for script in ending(&files, ".js") {
        let script = Path::new(script);
        if extra_files::is_embed(script) {
            // What other sites load must run in older engines than the page itself, and as no module.
            file(tools.program("esbuild"), script, &["--target=es2017"])?;
        } else {
            file(tools.program("esbuild"), script, &PAGES_OWN)?;
        }
    }
    for stem in ["app", "boot", "preboot"] {
        names::by_content(staging, stem)?;
    }
    Ok(())
}

/// The module names of the two parts of the program: an engine prints them in the stack of a trap.
const MODULES: (&str, &str) = ("app", "app-chunk");

/// The oldest engines that scripts and sheets are written for; newer shorthand is spelled out for them.
pub const ENGINES: &str = "--target=chrome80,ios13.4";

/// How the file name of the lazy chunk ends.
const CHUNK: &str = "_chunk.wasm";

/// Returns whether a file of the page is the lazy chunk.
pub fn is_chunk(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(CHUNK))
}

/// Marks the page as having a lazy chunk, which boot.js loads, and names in boot.js the script for browsers without
/// WebAssembly. A browser without modules runs that at once.
fn mark_chunk(staging: &Path, files: &[PathBuf], fallback: &str) -> Result<()> {
    let index = staging.join("index.html");
    let html = project::read(&index)?.replacen("<html ", "<html data-has-chunk=\"2\" ", 1).replacen(
        "</body>",
        &format!("<script nomodule defer src=\"./{fallback}\"></script>\n  </body>"),
        1,
    );
    project::write(&index, html)?;
    let boot = files.iter().find(|file| names::has_stem(file, "boot")).context("没有 boot.js")?;
    let script = project::read(boot)?;
    let (before, after) = script.split_once(NO_FALLBACK).context("boot.js 里没有写脚本版名字的地方")?;
    project::write(boot, format!("{before}const FALLBACK = \"{fallback}\";{after}"))
}

/// Where boot.js names the program as a script.
const NO_FALLBACK: &str = "const FALLBACK = \"\";";

fn ending<'a>(files: &'a [PathBuf], ending: &'static str) -> impl Iterator<Item = &'a str> {
    files.iter().filter_map(|path| path.to_str()).filter(move |path| path.ends_with(ending))
}

/// What makes a script of the page itself small; the flaw that some of those engines have in destructuring is not in what
/// wasm-bindgen writes, nor in ours.
pub const PAGES_OWN: [&str; 3] = ["--format=esm", ENGINES, DESTRUCTURING];

/// The same for a script that is no module.
pub const CLASSIC: [&str; 2] = [ENGINES, DESTRUCTURING];

const DESTRUCTURING: &str = "--supported:destructuring=true";

/// Writes a script and all that it imports as one file; packages are looked for among the tools of npm.
///
/// # Errors
/// Where esbuild cannot read it, or finds not all it imports.
pub fn bundle(tools: &Toolbox, source: &Path, to: &Path, is_published: bool) -> Result<()> {
    let mut esbuild = tools.program("esbuild");
    esbuild.env("NODE_PATH", tools.npm().join("node_modules"));
    esbuild.arg(source).arg(format!("--outfile={}", to.display())).args(PAGES_OWN);
    if is_published {
        esbuild.arg("--minify");
    }
    command::run(esbuild.args(["--bundle", "--allow-overwrite", "--log-level=warning"]))
}

/// Minifies a file in place.
pub fn file(mut esbuild: Command, path: &Path, options: &[&str]) -> Result<()> {
    esbuild.arg(path).arg(format!("--outfile={}", path.display())).args(options);
    command::run(esbuild.args(["--minify", "--allow-overwrite", "--log-level=warning"]))
}
