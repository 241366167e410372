//! What makes the wasm files small: Rust's own library compiled along, wasm-opt, and short names between wasm and script.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;
use wasm_encoder::{NameSection, Section as _};

use crate::{command, project};

/// The passes of wasm-opt that make a file small, in this order. Each was measured on the page: flattening first 0.5 KB brotli, functions
/// sorted by name (similar ones are adjacent) 0.8 KB, short names of imports and exports 3 KB with the script;
/// functions with one caller not inlined unless small 0.3 KB, nothing at the first 1024 addresses (there the stack
/// ends, which traps on overflow) 0.7 KB.
pub const FOR_SIZE: [&str; 12] = [
    // As the compiler is configured.
    "--mvp-features",
    "--enable-mutable-globals",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=60",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
    "--strip-debug",
    "--reorder-functions-by-name",
];

/// The passes for a program whose size has no limit. All of [`FOR_SIZE`] made the workbench 0.5 % smaller in four times the
/// time; `-O3` made the worker for lists neither faster nor smaller once compressed, in four times the time.
pub const IN_PASSING: [&str; 7] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--low-memory-unused",
    "-O1",
    "--strip-producers",
    "--strip-target-features",
    "--strip-debug",
];

/// Gives short names to what goes in and out.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// What wasm-opt calls the one module that all imports come from.
const MODULE: &str = "a";

/// The short names, by the long ones.
pub type Names = BTreeMap<String, String>;

/// A panic traps without a message, and nothing prints for debugging or records its line. No feature later than the
/// first WebAssembly is used except mutable globals, which the two parts of the page share: the page runs in browsers
/// of 2020, and is not larger for it. SHA-256 is the compact implementation: only a pack that is loaded later is
/// hashed.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
                     --cfg=sha2_backend_soft=\"compact\" \
                     -Ctarget-cpu=mvp -Ctarget-feature=+mutable-globals,-reference-types,-multivalue";

/// Has cargo compile Rust's standard library too, for size: 17 KB brotli less for the page, 4 KB for the package.
pub fn with_small_library(cargo: &mut Command) -> &mut Command {
    with_library(cargo).env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
}

/// Has cargo compile Rust's standard library too: the one that comes with rustc uses later features of WebAssembly.
/// Compiling the library is not yet stable in cargo, hence the first variable.
pub fn with_library(cargo: &mut Command) -> &mut Command {
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "default")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
}

/// Has cargo compile with the defaults of rustc, for current engines. Crates that look at the variable are not
/// recompiled for it.
pub fn for_today(cargo: &mut Command) -> &mut Command {
    cargo.env("RUSTC_BOOTSTRAP", "1")
}

/// Minifies a wasm file in place with `wasm-opt`, and adapts the script of wasm-bindgen to it.
///
/// Returns the short names of the exports.
pub fn shrink(mut wasm_opt: Command, wasm: &Path, script: &Path) -> Result<Names> {
    wasm_opt.args(FOR_SIZE).arg(SHORT_NAMES).arg(wasm).arg("-o").arg(wasm);
    let names: Value = serde_json::from_str(&command::read(&mut wasm_opt)?).context("wasm-opt 没有给出新名字")?;
    let (imports, exports) = (names_in(&names, "imports"), names_in(&names, "exports"));
    let renamed = renamed(&project::read(script)?, &imports, &exports);
    project::write(script, renamed)?;
    Ok(exports)
}

/// Optimises a wasm file in place by `wasm-opt`, and leaves its names.
pub fn optimise(mut wasm_opt: Command, wasm: &Path, passes: &[&str]) -> Result<()> {
    command::run(wasm_opt.args(passes).arg(wasm).arg("-o").arg(wasm))
}

/// Writes a module's name into a wasm file, for the stacks of its traps. Nothing else may follow: wasm-opt removes it.
pub fn name(wasm: &Path, name: &str) -> Result<()> {
    let mut bytes = fs::read(wasm).with_context(|| format!("读不到 {}", wasm.display()))?;
    let mut section = NameSection::new();
    section.module(name);
    section.append_to(&mut bytes);
    project::write(wasm, bytes)
}

/// Reads a list of `[…, long, short]`.
fn names_in(names: &Value, list: &str) -> Names {
    let rows = names.get(list).and_then(Value::as_array).into_iter().flatten();
    let pair = |row: &Value| match row.as_array()?.as_slice() {
        [.., long, short] => Some((long.as_str()?.to_owned(), short.as_str()?.to_owned())),
        _ => None,
    };
    rows.filter_map(pair).collect()
}

/// Renames in a script: an import is the name of a property (`name:`), an export is taken from the instance
/// (`wasm.name`), and the module is the text of a property (`"./….js": import0`).
fn renamed(script: &str, imports: &Names, exports: &Names) -> String {
    let mut written = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_of_word) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_of_word(c)).unwrap_or(from.len()));
        written.push_str(before);
        let names = match (written.ends_with("wasm."), after.starts_with(':')) {
            (true, _) => Some(exports),
            (_, true) => Some(imports),
            _ => None,
        };
        written.push_str(names.and_then(|names| names.get(word)).map_or(word, String::as_str));
        rest = after;
    }
    written.push_str(rest);
    with_module(&written)
}

fn with_module(script: &str) -> String {
    let line = |line: &str| match line.split_once("\": import0") {
        Some((_, end)) => format!("\"{MODULE}\": import0{end}\n"),
        None => format!("{line}\n"),
    };
    script.lines().map(line).collect()
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_back_and_everything_else_is_unchanged() {
        let file = std::env::temp_dir().join(format!("wengang-name-{}.wasm", std::process::id()));
        let bytes = walrus::Module::default().emit_wasm();
        project::write(&file, &bytes).unwrap();
        name(&file, "app-chunk").unwrap();
        let named = fs::read(&file).unwrap();
        assert!(named.starts_with(&bytes));
        assert_eq!(walrus::Module::from_buffer(&named).unwrap().name.as_deref(), Some("app-chunk"));
        fs::remove_file(&file).unwrap();
    }

    #[test]
    fn renames_imports_exports_and_the_module_and_nothing_else() {
        let script = "__wbg_get_imports() {\n  __proto__: null,\n  __wbg_get_1: function(get) { wasm.__wbindgen_free(get); }\n\
                      \"./app_bg.js\": import0,\nwasm.memory.buffer, memory, wasm.free_more, x_wasm.other";
        let names = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let imports = names(&[("__wbg_get_1", "$"), ("get", "no")]);
        let exports = names(&[("__wbindgen_free", "b"), ("memory", "c"), ("free", "no")]);
        let expected = "__wbg_get_imports() {\n  __proto__: null,\n  $: function(get) { wasm.b(get); }\n\
                        \"a\": import0,\nwasm.c.buffer, memory, wasm.free_more, x_wasm.other\n";
        assert_eq!(renamed(script, &imports, &exports), expected);
    }
}
