//! What comes from the system: Node.js, rustc's wasm target, the browsers with their drivers, a Chinese font, and what reads a printed page.

use std::env;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::{self, program};

const OLDEST_NODE: u32 = 20;

/// What the browser tests start, each with Debian's package that holds it; Firefox's driver is not Debian's.
const BROWSER_PROGRAMS: [(&str, &str); 7] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("fc-list", "fontconfig"),
    ("pdftotext", "poppler-utils"),
];
const FONT_PACKAGE: &str = "fonts-noto-cjk";

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
    if !Path::new(library.trim()).exists() {
        println!("正在安装 Rust 的 {target}（不到 1 分钟，只此一次）…");
        command::run(program("rustup").args(["target", "add", target]))?;
    }
    Ok(())
}

/// Adds the source of Rust's own library where it is missing: the published page is built with a library of its own.
pub fn ensure_library_source() -> Result<()> {
    let sysroot = command::read(program("rustc").args(["--print", "sysroot"]))?;
    if !Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").exists() {
        println!("正在安装 Rust 标准库的源码（不到 1 分钟，只此一次）…");
        command::run(program("rustup").args(["component", "add", "rust-src"]))?;
    }
    Ok(())
}

/// Installs the browsers, their drivers, a Chinese font and poppler where one is missing and Debian's root asks.
pub fn ensure_browsers() -> Result<()> {
    let missing = missing_packages();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    let by_hand = format!("apt-get update && apt-get install -y --no-install-recommends {names}");
    if !Path::new("/etc/debian_version").exists() {
        bail!(
            "浏览器测试要用 Chromium、Firefox、WebKit、一种中文字体和 poppler，这台电脑上还缺一些。在 Debian 上这样安装：\n  {by_hand}"
        );
    }
    if command::read(program("id").arg("-u"))?.trim() != "0" {
        bail!("浏览器测试还缺这些：{names}。请先运行：\n  sudo sh -c '{by_hand}'");
    }
    println!("正在用 apt-get 安装浏览器测试要用的 {names}（约 3 分钟，只此一次）…");
    command::run(program("sh").args(["-c", &by_hand]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    let missing = missing_packages();
    missing.is_empty().then_some(()).with_context(|| format!("装好之后仍找不到：{}", missing.join(" ")))
}

/// Returns the packages that hold what this machine lacks.
fn missing_packages() -> Vec<&'static str> {
    let programs = BROWSER_PROGRAMS.into_iter().filter(|(program, _)| !is_on_path(program));
    let mut packages: Vec<_> = programs.map(|(_, package)| package).collect();
    if !shows_chinese() {
        packages.push(FONT_PACKAGE);
    }
    packages
}

fn is_on_path(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

fn shows_chinese() -> bool {
    let fonts = program("fc-list").args([":lang=zh", "family"]).output();
    fonts.is_ok_and(|fonts| !fonts.stdout.is_empty())
}
