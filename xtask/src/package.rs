//! The JavaScript package: an npm package in `dist-package/`, without Yew, for Node and browsers.

mod entries;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{self, cargo, native_cargo};
use crate::suite::Tier;
use crate::tools::{self, Toolbox};
use crate::{bind, page, project, wasm};

const TARGET: &str = "wasm32-unknown-unknown";
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// A program compiled to wasm: by which name cargo knows it, by which feature, and how its files are called.
struct Program {
    bin: &'static str,
    feature: &'static str,
    name: &'static str,
}

const PACKAGE: Program = Program { bin: "api", feature: "package", name: "wengang" };
const INSIDE: Program = Program { bin: "inside", feature: "inside", name: "inside" };

fn folder() -> PathBuf {
    project::root().join("dist-package")
}

/// Returns the wasm file of the built package.
pub fn wasm() -> Result<PathBuf> {
    let wasm = PACKAGE.wasm_in(&folder());
    wasm.exists().then_some(wasm).context("还没有编译 JavaScript 包，请先运行：\n  cargo xtask package")
}

impl Program {
    fn wasm_in(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}_bg.wasm", self.name))
    }

    fn script_in(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}.js", self.name))
    }

    fn compile(&self) -> Command {
        let Self { bin, feature, .. } = self;
        cargo(&format!("build --release --target {TARGET} --no-default-features --features {feature} --bin {bin}"))
    }

    /// Writes the wasm that was compiled last, and its script.
    fn bind(&self, folder: &Path) -> Result<()> {
        let compiled = project::target()?.join(TARGET).join(format!("release/{}.wasm", self.bin));
        bind::bind(&compiled, self.name, folder)
    }

    /// Writes the wasm as it is published, and its script.
    fn write(&self, tools: &Toolbox, folder: &Path) -> Result<()> {
        tools::ensure_library_source()?;
        command::run(wasm::with_small_library(&mut self.compile()))?;
        self.bind(folder)?;
        wasm::shrink(tools.program("wasm-opt"), &self.wasm_in(folder), &self.script_in(folder)).map(|_| ())
    }
}

/// Where the wasm is bound and the entries are put together.
fn work() -> PathBuf {
    project::root().join("target/package")
}

/// Builds the package into `dist-package/`.
pub fn build() -> Result<()> {
    let tools = Toolbox::for_build()?;
    let (folder, bound) = (folder(), work().join("bound"));
    project::clear(&folder)?;
    project::clear(&work())?;
    println!("正在编译 JavaScript 包（首次约 2 分钟）…");
    PACKAGE.write(&tools, &bound)?;
    let wasm = PACKAGE.wasm_in(&bound);
    project::write(&PACKAGE.wasm_in(&folder), fs::read(&wasm)?)?;
    entries::write(&tools, &wasm, &PACKAGE.script_in(&bound), &work(), &folder)?;
    write_types(&folder)?;
    page::write_packs(&folder)?;
    write_papers(&folder)?;
    println!("JavaScript 包已写到 dist-package/");
    Ok(())
}

/// Builds what the package's answers are compared with where everything is tested: the same sources as rustc compiles them
/// for the engines of today. The gate does without: that is one more build of all crates, and of a wasm that is not
/// published.
pub fn build_compared(tier: Tier) -> Result<()> {
    if tier == Tier::Gate {
        return Ok(());
    }
    command::run(wasm::for_today(&mut PACKAGE.compile()))?;
    // Its script is an ES module, which the package.json above target/ does not say.
    project::write(&work().join("package.json"), r#"{ "type": "module" }"#)?;
    PACKAGE.bind(&work().join("today"))
}

/// Builds what `bench` measures without leaving wasm, as the package is built.
pub fn build_inside(tools: &Toolbox, folder: &Path) -> Result<()> {
    INSIDE.write(tools, folder)
}

/// Writes the declarations, which are generated from the Rust types; once more for programs in CommonJS.
fn write_types(folder: &Path) -> Result<()> {
    let types = command::read(&mut native_cargo("run --quiet --bin types"))?;
    for name in ["wengang.d.ts", "wengang.d.cts"] {
        project::write(&folder.join(name), &types)?;
    }
    Ok(())
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
