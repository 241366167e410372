//! wasm-bindgen, called in this process: the script that goes with a wasm file.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `NAME_bg.wasm` and `NAME.js` into a folder, as `wasm-bindgen --target web --no-typescript --out-name NAME` does.
///
/// # Errors
/// Where the wasm file is missing or was compiled with another version of the library.
pub fn bind(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    generate(compiled, name, folder, |bindgen| bindgen.web(true).map(drop))
}

/// Writes the same two files for a worker, whose script is none that imports: older engines run no others there.
///
/// # Errors
/// As above.
pub fn bind_worker(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    generate(compiled, name, folder, |bindgen| bindgen.no_modules(true).map(drop))
}

fn generate(compiled: &Path, name: &str, folder: &Path, aim: impl Fn(&mut Bindgen) -> Result<()>) -> Result<()> {
    let bound = || -> Result<()> {
        let mut bindgen = Bindgen::new();
        aim(&mut bindgen)?;
        bindgen.input_path(compiled).out_name(name).typescript(false);
        // The command's own default differs from the library's.
        bindgen.omit_default_module_path(false);
        bindgen.generate(folder)
    };
    bound().with_context(|| format!("wasm-bindgen 处理不了 {}", compiled.display()))
}
