//! Programs and libraries from npm, each set pinned by its `package-lock.json`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::install_whole;
use super::once::install_once;
use crate::{command, digest, project};

/// Packages that are installed together.
pub struct NpmSet {
    /// What their folder is called.
    name: &'static str,
    /// The folder of their `package.json` and its lock.
    pinned: &'static str,
    /// What they are, for a person.
    title: &'static str,
    /// Which of npm's commands installs them from the lock.
    install: &'static str,
}

/// wasm-opt and wasm2js, esbuild, tsc, and what the tests drive browsers and check with: selenium-webdriver (its newest
/// version for Node.js 20), proxy-chain, fflate, wasm-validate, acorn, axe-core, jsQR; and CodeMirror, which is bundled into
/// `workbench.html`.
pub const TOOLS: NpmSet = NpmSet {
    name: "npm",
    pinned: "xtask/npm",
    title: " npm 工具 wasm-opt、esbuild、tsc 和测试用的几样",
    install: "ci",
};

/// The peers of `bench`. Not by `ci`: it refuses a lock without zen-engine's programs for every other machine, which
/// not every registry has; `install` follows the lock for everything that is in it.
pub const PEERS: NpmSet = NpmSet {
    name: "peers",
    pinned: "benches/peers",
    title: "用来比较的 publicodes、zen-engine、json-rules-engine",
    install: "install",
};

/// What the packed package is tried in. Not by `ci`, for the same reason: among it are Bun, Deno and Nodes of other lines.
pub const INTEGRATIONS: NpmSet = NpmSet {
    name: "integrations",
    pinned: "tests/integrations",
    title: " JavaScript 包和嵌入要在里面试的 Vite、Vue、React、webpack、Jest、Next 等，约 1.4 GB",
    install: "install",
};

/// Returns the folder whose `node_modules` holds a set at its present lock file.
///
/// # Errors
/// Where it has to be installed and cannot be.
pub fn ensure(set: &NpmSet) -> Result<PathBuf> {
    let pinned = project::root().join(set.pinned);
    let lock = project::read(&pinned.join("package-lock.json"))?;
    let folder = project::cache()?.join(format!("{}-{:.12}", set.name, digest::sha256(lock.as_bytes())));
    let fill = |unfinished: &Path| {
        for name in ["package.json", "package-lock.json"] {
            fs::copy(pinned.join(name), unfinished.join(name)).with_context(|| format!("复制不了 {name}"))?;
        }
        let mut install = command::program("npm");
        install.args([set.install, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
        command::run(install.current_dir(unfinished))
    };
    install_once(
        || folder.exists(),
        || {
            println!("正在安装{}（1 分钟左右，只此一次）…", set.title);
            install_whole(&folder, fill)
        },
    )?;
    Ok(folder)
}
