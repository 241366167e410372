//! What comes from the system: Node.js, rustc's wasm target, the browsers with their drivers, a Chinese font, what reads a
//! printed page, and a real server with what puts a load on it.

use std::env;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::once::install_once;
use crate::command::{self, program};

const OLDEST_NODE: u32 = 20;

/// What the browser tests start, each with Debian's package that holds it; Firefox's driver is not Debian's.
const BROWSER_PROGRAMS: [(&str, &str); 7] = [
    ("/usr/lib/chromium/chromium-headless-shell", "chromium-headless-shell"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("fc-list", "fontconfig"),
    ("pdftotext", "poppler-utils"),
];
const FONT_PACKAGE: &str = "fonts-noto-cjk";

/// What the tests of the server settings start, and what `load` starts. A module is known by its file.
const SERVER_PROGRAMS: [(&str, &str); 4] = [
    ("curl", "curl"),
    ("nginx", "nginx-light"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
    ("wrk", "wrk"),
];

/// Checks that Node.js is there and new enough.
pub fn ensure_node() -> Result<()> {
    let found = command::version_of("node").unwrap_or_default();
    let major = found.trim_start_matches('v').split('.').next().and_then(|word| word.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) || command::version_of("npm").is_none() {
        bail!(
            "需要 Node.js {OLDEST_NODE} 或更新的版本和 npm（现有：node {found}）。请从 https://nodejs.org 安装后再试"
        );
    }
    Ok(())
}

/// Adds rustc's wasm target where it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let library = command::read(program("rustc").args(["--print", "target-libdir", "--target", target]))?;
    install_once(
        || Path::new(library.trim()).exists(),
        || {
            println!("正在安装 Rust 的 {target}（不到 1 分钟，只此一次）…");
            command::run(program("rustup").args(["target", "add", target]))
        },
    )
}

/// Adds the source of Rust's standard library where it is missing: the published page is built with its own build of
/// it.
pub fn ensure_library_source() -> Result<()> {
    let sysroot = command::read(program("rustc").args(["--print", "sysroot"]))?;
    install_once(
        || Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").exists(),
        || {
            println!("正在安装 Rust 标准库的源码（不到 1 分钟，只此一次）…");
            command::run(program("rustup").args(["component", "add", "rust-src"]))
        },
    )
}

/// Installs the browsers, their drivers, a Chinese font and poppler where one is missing and Debian's root asks.
pub fn ensure_browsers() -> Result<()> {
    ensure("浏览器测试", "Chromium、Firefox、WebKit、一种中文字体和 poppler", || {
        let mut packages = lacking(&BROWSER_PROGRAMS);
        if !shows_chinese() {
            packages.push(FONT_PACKAGE);
        }
        packages
    })
}

/// Installs nginx and wrk likewise.
pub fn ensure_server() -> Result<()> {
    ensure("服务器测试", "nginx、它的 brotli 模块、curl 和 wrk", || lacking(&SERVER_PROGRAMS))
}

/// Installs the packages that `missing` returns for a purpose, where Debian's root asks.
fn ensure(purpose: &str, what: &str, missing: impl Fn() -> Vec<&'static str>) -> Result<()> {
    install_once(|| missing().is_empty(), || install(purpose, what, &missing))
}

fn install(purpose: &str, what: &str, missing: impl Fn() -> Vec<&'static str>) -> Result<()> {
    let names = missing().join(" ");
    let by_hand = format!("apt-get update && apt-get install -y --no-install-recommends {names}");
    if !Path::new("/etc/debian_version").exists() {
        bail!("{purpose}要用{what}，这台电脑上还缺一些。在 Debian 上这样安装：\n  {by_hand}");
    }
    if command::read(program("id").arg("-u"))?.trim() != "0" {
        bail!("{purpose}还缺这些：{names}。请先运行：\n  sudo sh -c '{by_hand}'");
    }
    println!("正在用 apt-get 安装{purpose}要用的 {names}（最多约 3 分钟，只此一次）…");
    command::run(program("sh").args(["-c", &by_hand]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    let missing = missing();
    missing.is_empty().then_some(()).with_context(|| format!("装好之后仍找不到：{}", missing.join(" ")))
}

/// Returns the packages of the programs that are missing on this machine.
fn lacking(programs: &[(&str, &'static str)]) -> Vec<&'static str> {
    programs.iter().filter(|(program, _)| !is_on_path(program)).map(|(_, package)| *package).collect()
}

fn is_on_path(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

fn shows_chinese() -> bool {
    let fonts = program("fc-list").args([":lang=zh", "family"]).output();
    fonts.is_ok_and(|fonts| !fonts.stdout.is_empty())
}
