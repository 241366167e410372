//! Programs from npm, pinned by `xtask/npm/package-lock.json`: wasm-opt and wasm2js, esbuild, tsc, and what the tests check
//! with: wasm-validate, acorn, axe-core, jsQR.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::install_whole;
use crate::{command, digest, project};

/// Returns the folder whose `node_modules` holds the tools of the present lock file.
///
/// # Errors
/// Where they have to be installed and cannot be.
pub fn ensure() -> Result<PathBuf> {
    let pinned = project::root().join("xtask/npm");
    let lock = project::read(&pinned.join("package-lock.json"))?;
    let folder = project::cache()?.join(format!("npm-{:.12}", digest::sha256(lock.as_bytes())));
    if !folder.exists() {
        println!("正在安装 npm 工具 wasm-opt、esbuild、tsc 和测试用的几样（不到 1 分钟，只此一次）…");
        install_whole(&folder, |unfinished| {
            for name in ["package.json", "package-lock.json"] {
                fs::copy(pinned.join(name), unfinished.join(name)).with_context(|| format!("复制不了 {name}"))?;
            }
            let mut install = command::program("npm");
            install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
            command::run(install.current_dir(unfinished))
        })?;
    }
    Ok(folder)
}
