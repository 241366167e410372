//! The page: built into `dist/`, or served while it is worked on.

mod ahead;
mod beside;
mod fallback;
mod guide;
mod manifest;
mod minify;
mod names;
mod packed;
mod style;
mod worker;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

pub use beside::is_embed;
pub use guide::write as write_guide;
pub use minify::built as minify;
pub use packed::beside as packed_beside;
pub use style::write as write_style;

use crate::tools::{self, Toolbox};
use crate::{command, project, wasm};

const HOST: &str = "127.0.0.1";

/// Returns the folder of the built page.
pub fn dist() -> PathBuf {
    project::root().join("dist")
}

/// Returns the files of the built page.
pub fn files() -> Result<Vec<PathBuf>> {
    manifest::read(&dist()).context("还没有编译页面，请先运行：\n  cargo xtask build\n")
}

pub use fallback::is as is_fallback;

/// Returns whether a file of the page is fetched only once somebody uses the page, so that a first visit does without.
pub fn is_on_tap(file: &Path) -> bool {
    ahead::is(file)
        || beside::is(file)
        || fallback::is(file)
        || guide::is(file)
        || minify::is_rest(file)
        || worker::is(file)
}

/// Returns whether a file of the page is the script that runs before all others.
pub fn is_way(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("way-"))
}

/// Returns whether a file of the page is loaded where somebody opens the refund's document, the longest of them.
pub fn is_of_calculator(file: &Path) -> bool {
    let is_first = !is_on_tap(file) && !file.ends_with("index.html");
    is_first || file.ends_with("refund.html") || minify::is_rest(file)
}

/// Returns whether a visitor whose browser runs WebAssembly has the file in the end: opens a calculator, and has the page
/// kept for when there is no network.
pub fn is_for_visitors(file: &Path) -> bool {
    !beside::is(file) && !fallback::is(file)
}

/// Builds the page into `dist/`, a static folder that works from any sub-path, and lists its files.
pub fn build() -> Result<()> {
    let tools = Toolbox::for_page()?;
    tools::ensure_library_source()?;
    command::run(wasm::with_library(&mut fetch_crates()))?;
    ahead::draw()?;
    project::clear(&dist())?;
    println!("正在编译页面（首次约 3 分钟）…");
    command::run(wasm::with_library(tools.program("trunk").args(["build", "--release", "--offline"])))?;
    beside::write_version(&dist())?;
    worker::write(&dist(), tools.program("esbuild"))?;
    manifest::write(&dist())?;
    packed::write(&files()?)?;
    println!("页面已编译到 dist/");
    Ok(())
}

/// How the page is served.
pub struct ServeOptions {
    port: u16,
    release: bool,
}

impl ServeOptions {
    /// Reads the words after `serve`.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self { port: 8080, release: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--release" => options.release = true,
                "--port" => {
                    options.port = words
                        .next()
                        .and_then(|port| port.parse().ok())
                        .context("--port 之后请写端口号，例如 --port 8081")?
                }
                other => bail!("serve 没有“{other}”这个选项，只有 --port 和 --release"),
            }
        }
        Ok(options)
    }
}

/// Serves the page on this machine alone and builds it anew at each change.
pub fn serve(options: &ServeOptions) -> Result<()> {
    let port = options.port;
    if TcpListener::bind((HOST, port)).is_err() {
        bail!("端口 {port} 已被占用，请换一个：\n  cargo xtask serve --port {}", port.wrapping_add(1).max(1024));
    }
    let tools = Toolbox::for_page()?;
    command::run(&mut fetch_crates())?;
    println!("正在编译页面（首次约 2 分钟）；看到 success 之后请打开 http://{HOST}:{port}/，按 Ctrl-C 结束");
    let mut trunk = tools.program("trunk");
    // Not into dist/, which holds what was built to be published.
    let serve = format!("serve --offline --address {HOST} --port {port} --dist target/page/served");
    trunk.args(serve.split_whitespace());
    if options.release {
        trunk.arg("--release");
    }
    command::run(&mut trunk)
}

/// Prepares what brings the crates onto the machine, since Trunk is run without a network.
fn fetch_crates() -> Command {
    command::cargo("fetch --quiet --target wasm32-unknown-unknown")
}
