//! The JavaScript package: an npm package in `dist-package/`, without Yew, for Node and browsers.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{self, cargo, native_cargo};
use crate::tools::{self, Toolbox};
use crate::{project, wasm};

const TARGET: &str = "wasm32-unknown-unknown";
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

fn folder() -> PathBuf {
    project::root().join("dist-package")
}

/// Returns the wasm file of the built package.
pub fn wasm() -> Result<PathBuf> {
    let wasm = folder().join("wengang_bg.wasm");
    wasm.exists().then_some(wasm).context("还没有编译 JavaScript 包，请先运行：\n  cargo xtask package")
}

/// Builds the package into `dist-package/`.
pub fn build() -> Result<()> {
    let tools = Toolbox::for_package()?;
    let folder = folder();
    project::clear(&folder)?;
    println!("正在编译 JavaScript 包（首次约 2 分钟）…");
    write_code(&tools, "api", "package", &folder, "wengang")?;
    write_types(&folder)?;
    write_papers(&folder)?;
    println!("JavaScript 包已写到 dist-package/");
    Ok(())
}

/// Builds what `bench` measures without leaving wasm, as the package is built.
pub fn build_inside(tools: &Toolbox, folder: &Path) -> Result<()> {
    write_code(tools, "inside", "inside", folder, "inside")
}

/// Compiles a program of one feature into `name.js` and `name_bg.wasm`.
fn write_code(tools: &Toolbox, program: &str, feature: &str, folder: &Path, name: &str) -> Result<()> {
    tools::ensure_library_source()?;
    command::run(wasm::with_library(&mut cargo(&format!(
        "build --release --target {TARGET} --no-default-features --features {feature} --bin {program}"
    ))))?;
    let compiled = project::target()?.join(TARGET).join(format!("release/{program}.wasm"));
    let mut bind = tools.program("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(folder).arg(compiled);
    command::run(&mut bind)?;
    let (wasm, script) = (folder.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.js")));
    wasm::shrink(tools.program("wasm-opt"), &wasm, &script).map(|_| ())
}

/// Writes the declarations, which are generated from the Rust types.
fn write_types(folder: &Path) -> Result<()> {
    let types = command::read(&mut native_cargo("run --quiet --bin types"))?;
    project::write(&folder.join("wengang.d.ts"), types)
}

/// Writes what npm and people read: `package.json`, the README and the licences.
fn write_papers(folder: &Path) -> Result<()> {
    let source = project::root().join("xtask/package");
    let description = project::read(&source.join("package.json"))?.replace("0.0.0", env!("CARGO_PKG_VERSION"));
    project::write(&folder.join("package.json"), description)?;
    project::write(&folder.join("README.md"), project::read(&source.join("README.md"))?)?;
    for licence in LICENCES {
        project::write(&folder.join(licence), project::read(&project::root().join(licence))?)?;
    }
    Ok(())
}
