//! The page: built into `dist/`, or served while it is worked on.

mod documents;
mod extra_files;
mod facts;
mod fallback;
mod guide;
mod manifest;
mod minify;
mod names;
mod packed;
mod packs;
mod prerendered;
mod serve;
mod stage;
mod style;
mod worker;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub use extra_files::is_embed;
pub use packed::compressed as compressed_files;
pub use packs::write as write_packs;
pub use serve::{Options as ServeOptions, serve};

use crate::project;
use crate::tools::{self, Toolbox};

/// Returns the folder of the built page.
pub fn dist() -> PathBuf {
    project::root().join("dist")
}

/// Returns the files of the built page.
pub fn files() -> Result<Vec<PathBuf>> {
    manifest::read(&dist()).context("还没有编译页面，请先运行：\n  cargo xtask build\n")
}

pub use fallback::is as is_fallback;

/// Returns whether a file of the page is fetched on demand, not on a first visit.
pub fn is_on_tap(file: &Path) -> bool {
    prerendered::is(file)
        || extra_files::is(file)
        || documents::is(file)
        || fallback::is(file)
        || guide::is(file)
        || minify::is_chunk(file)
        || packs::is(file)
        || facts::is(file)
        || worker::is(file)
}

/// Returns whether a file of the page is the script that runs before all others.
pub fn is_preboot(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("preboot-"))
}

/// Returns whether a file is loaded when the refund's document is opened, the longest of all documents.
pub fn is_of_calculator(file: &Path) -> bool {
    let is_first = !is_on_tap(file) && !file.ends_with("index.html");
    is_first || file.ends_with("refund.html") || minify::is_chunk(file)
}

/// Returns whether a visitor whose browser runs WebAssembly has the file in the end: opens a calculator, and has the
/// page cached for offline use.
pub fn is_for_visitors(file: &Path) -> bool {
    !extra_files::is(file) && !facts::is(file) && !documents::is(file) && !fallback::is(file)
}

/// Builds the page into `dist/`, a static folder that works from any sub-path, and lists its files.
pub fn build() -> Result<()> {
    let tools = Toolbox::for_build()?;
    println!("正在编译页面（首次约 3 分钟）…");
    write(&dist(), Profile::Release, &tools)?;
    documents::write(&dist(), Profile::Release, &tools)?;
    extra_files::write_version(&dist())?;
    extra_files::write_fixed(&dist())?;
    worker::write(&dist(), tools.program("esbuild"))?;
    manifest::write(&dist())?;
    packed::write(&files()?)?;
    println!("页面已编译到 dist/");
    Ok(())
}

/// For whom a page is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// For development: compiled fast, large, for current engines.
    Debug,
    /// To be published: small, for the oldest engines promised.
    Release,
    /// A program of a published page that is to be fast instead.
    Speed,
}

impl Profile {
    /// Returns cargo's profile, and the name of its folder.
    fn cargo(self) -> (&'static str, &'static str) {
        match self {
            Self::Debug => ("dev", "debug"),
            Self::Release => ("release", "release"),
            Self::Speed => ("speed", "speed"),
        }
    }
}

/// Compiles the calculator and writes it into a folder, replacing its contents; the further documents are still missing.
fn write(folder: &Path, profile: Profile, tools: &Toolbox) -> Result<()> {
    if profile == Profile::Release {
        tools::ensure_library_source()?;
    }
    prerendered::draw()?;
    stage::fill(folder, profile, tools)?;
    finish(folder, profile, tools)
}

/// Turns the output of the compiler and of the file copying into a page.
fn finish(staging: &Path, profile: Profile, tools: &Toolbox) -> Result<()> {
    if profile == Profile::Release {
        minify::minify(staging, tools)?;
    }
    prerendered::insert(staging)?;
    packs::write(staging)?;
    facts::write(staging)?;
    guide::write(staging)
}

/// Runs the step that `Trunk.toml` names for the time before Trunk copies the files.
pub fn before_trunk() -> Result<()> {
    style::write(&Toolbox::for_build()?)
}

/// Runs the step that `Trunk.toml` names for the time after Trunk filled its folder. A published page is compiled with
/// settings that Trunk does not pass on: all of it is written here, byte by byte as `cargo xtask build` writes it.
///
/// # Errors
/// Where Trunk did not call it, or something does not compile.
pub fn after_trunk() -> Result<()> {
    let said = |name: &str| env::var(name).with_context(|| format!("这条命令由 Trunk 调用：缺少环境变量 {name}"));
    let staging = PathBuf::from(said("TRUNK_STAGING_DIR")?);
    let tools = Toolbox::for_build()?;
    let profile = match said("TRUNK_PROFILE")?.as_str() {
        "release" => Profile::Release,
        _ => Profile::Debug,
    };
    if profile == Profile::Release {
        write(&staging, profile, &tools)?;
    } else {
        prerendered::draw()?;
        finish(&staging, profile, &tools)?;
    }
    documents::write(&staging, profile, &tools)
}
