//! The package's entries: the hand-written files of `xtask/package/`, bundled by esbuild with the wasm and its script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::tools::Toolbox;
use crate::{command, project, script};

/// What wasm-bindgen wrote, as the entries call it.
const GLUE: &str = "glue.js";
/// The program as a script, as `script.js` calls it.
const SCRIPT: &str = "program.js";

/// Words for esbuild.
type Options = &'static [&'static str];

const ESM: Options = &["--format=esm"];
const GLOBAL: Options = &["--format=iife", "--global-name=wengang"];
/// For Node. Of CommonJS, also the names of the exports, for programs that import it.
const NODE_ESM: Options = &["--format=esm", "--platform=node"];
const NODE_CJS: Options = &["--format=cjs", "--platform=node"];
/// As it was written: bundlers look for the words `new URL(…, import.meta.url)`.
const READABLE: Options = &["--target=es2020"];
/// Searches no adjacent file, and does not use the platform's UTF-8, which not every host has.
const ALONE: Options =
    &["--minify", "--loader:.wasm=base64", "--define:import.meta.url=\"\"", "--inject:./text.js", "--target=es2020"];
/// Also without WebAssembly, for hosts that are not the newest.
const SCRIPTED: Options = &["--inject:./script.js", "--target=es2017"];
/// The workers share one copy of the program.
const SHARED_PROGRAM: Options = &["--external:./inline.js"];
/// CommonJS has another expression for the location of a file.
const HERE: Options =
    &["--define:import.meta.url=here", "--banner:js=const here = require('node:url').pathToFileURL(__filename).href;"];

/// A file of the package, its source, and the options of esbuild.
struct Entry(&'static str, &'static str, &'static [Options]);

/// The entries that run the wasm, or leave that to another.
const WITH_WASM: [Entry; 9] = [
    Entry("wengang.js", "wengang.js", &[ESM, READABLE]),
    Entry("inline.js", "inline.js", &[ESM, ALONE]),
    Entry("inline.cjs", "inline.js", &[NODE_CJS, ALONE]),
    Entry("wengang.iife.js", "inline.js", &[GLOBAL, ALONE]),
    Entry("batch.js", "batch.js", &[ESM, READABLE]),
    Entry("batch-worker.js", "batch-worker.js", &[ESM, READABLE, SHARED_PROGRAM]),
    Entry("batch-node.js", "batch-node.js", &[NODE_ESM, READABLE]),
    Entry("batch-node.cjs", "batch-node.js", &[NODE_CJS, READABLE, HERE]),
    Entry("batch-worker-node.js", "batch-worker-node.js", &[NODE_ESM, READABLE, SHARED_PROGRAM]),
];
const AS_SCRIPT: [Entry; 2] =
    [Entry("asm.js", "asm.js", &[ESM, ALONE, SCRIPTED]), Entry("asm.cjs", "asm.js", &[NODE_CJS, ALONE, SCRIPTED])];

/// Declarations that are written by hand, and the files that they go with. They name `wengang` itself, so that the same
/// text is right for both kinds of modules.
const DECLARATIONS: [(&str, &[&str]); 4] = [
    ("again.d.ts", &["inline.d.ts", "inline.d.cts", "asm.d.ts", "asm.d.cts"]),
    ("batch.d.ts", &["batch.d.ts", "batch.d.cts"]),
    ("wasm.d.ts", &["wengang_bg.wasm.d.ts", "wengang_bg.wasm.d.cts"]),
    ("worker.d.ts", &["batch-worker.d.ts"]),
];

/// Writes every entry into the package's folder, from the wasm and its script; `work` is a folder for intermediate
/// files.
///
/// # Errors
/// Where esbuild or wasm2js fails, or wasm-bindgen writes another script than `script` knows.
pub fn write(tools: &Toolbox, wasm: &Path, glue: &Path, work: &Path, folder: &Path) -> Result<()> {
    let (of_wasm, of_script) = (work.join("wasm"), work.join("script"));
    let written = project::read(glue)?;
    for (work, glue) in [(&of_wasm, &written), (&of_script, &script::tracking(&written)?)] {
        for source in project::files_ending("xtask/package", ".js")? {
            copy(&source, &work.join(source.file_name().unwrap_or_default()))?;
        }
        project::write(&work.join(GLUE), glue)?;
    }
    copy(wasm, &of_wasm.join(wasm.file_name().unwrap_or_default()))?;
    script::translate(tools.program("wasm2js"), wasm, &of_script.join(SCRIPT))?;
    for entry in WITH_WASM {
        bundle(tools, &entry, &of_wasm, folder)?;
    }
    for entry in AS_SCRIPT {
        bundle(tools, &entry, &of_script, folder)?;
    }
    declare(folder)
}

fn bundle(tools: &Toolbox, Entry(name, source, options): &Entry, work: &Path, folder: &Path) -> Result<()> {
    let mut esbuild = tools.program("esbuild");
    // From there, so that no path of this machine gets into a file.
    esbuild.current_dir(work).arg(source).arg(format!("--outfile={}", folder.join(name).display()));
    esbuild.args(["--bundle", "--charset=utf8", "--log-level=warning"]).args(options.concat());
    command::run(&mut esbuild)
}

fn declare(folder: &Path) -> Result<()> {
    for (source, names) in DECLARATIONS {
        let text = project::read(&project::root().join("xtask/package").join(source))?;
        for name in names {
            project::write(&folder.join(name), &text)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    project::write(to, fs::read(from).with_context(|| format!("读不到 {}", from.display()))?)
}
