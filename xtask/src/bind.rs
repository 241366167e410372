//! wasm-bindgen, called in this process: the script that goes with a wasm file.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `NAME_bg.wasm` and `NAME.js` into a folder, as `wasm-bindgen --target web --no-typescript --out-name NAME` does.
///
/// # Errors
/// Where the wasm file is missing or was compiled with another version of the library.
pub fn bind(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    let bound = || -> Result<()> {
        let mut bindgen = Bindgen::new();
        bindgen.web(true)?;
        bindgen.input_path(compiled).out_name(name).typescript(false);
        // The command's own default differs from the library's.
        bindgen.omit_default_module_path(false);
        bindgen.generate(folder)
    };
    bound().with_context(|| format!("wasm-bindgen 处理不了 {}", compiled.display()))
}
