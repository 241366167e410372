//! What comes from the system: Node.js, rustc's wasm target, the browser with its driver, a Chinese font, and what reads a printed page.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::{self, program};

const OLDEST_NODE: u32 = 20;
const BROWSER_PACKAGES: &str = "chromium chromium-driver fontconfig fonts-noto-cjk poppler-utils";

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

/// Installs Chromium, its driver, a Chinese font and poppler where one is missing and Debian's root asks.
pub fn ensure_browser() -> Result<()> {
    if has_browser() {
        return Ok(());
    }
    let by_hand = format!("apt-get update && apt-get install -y --no-install-recommends {BROWSER_PACKAGES}");
    if !Path::new("/etc/debian_version").exists() {
        bail!(
            "浏览器测试需要 chromium、chromedriver、poppler-utils 和一种中文字体；在 Debian/Ubuntu 上是：\n  {by_hand}"
        );
    }
    if command::read(program("id").arg("-u"))?.trim() != "0" {
        bail!("浏览器测试需要 Chromium，请先运行：\n  sudo sh -c '{by_hand}'");
    }
    println!("正在安装 Chromium、中文字体和 poppler（约 2 分钟，只此一次）…");
    command::run(program("sh").args(["-c", &by_hand]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    has_browser().then_some(()).context("装好之后仍找不到 chromium、chromedriver、中文字体或 poppler-utils")
}

fn has_browser() -> bool {
    let shows_chinese = || {
        let fonts = program("fc-list").args([":lang=zh", "family"]).output();
        fonts.is_ok_and(|fonts| !fonts.stdout.is_empty())
    };
    // It tells its version under another name than the others.
    let reads_pdf = || program("pdfinfo").arg("-v").output().is_ok();
    command::version_of("chromium").is_some()
        && command::version_of("chromedriver").is_some()
        && shows_chinese()
        && reads_pdf()
}
