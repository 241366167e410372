//! The compilers' and the formatter's opinion of the source, and what its dependencies may be.

use std::process::Command;

use crate::command::{NATIVE_FEATURES, cargo};
use crate::tools::Toolbox;

/// The features of the two published wasm files, and of the one that `bench` measures.
const WASM_FEATURES: &str = "wengang/page,wengang/inside,wengang-workbench/page";
/// The packages that have programs for the browser.
const WASM_PACKAGES: &str = "--package wengang --package wengang-workbench";

/// Returns each check with its name.
///
/// Three runs of clippy see all of the source: all that runs on this machine, the page and the tests among it; this tool; and
/// all that is compiled to wasm. Each asks for the features that its build asks for, so that what both need is built once.
pub fn checks(tools: &Toolbox) -> [(&'static str, Command); 8] {
    let native =
        format!("--workspace --exclude xtask --all-targets --no-default-features --features {NATIVE_FEATURES}");
    let wasm = format!(
        "--target wasm32-unknown-unknown {WASM_PACKAGES} --no-default-features --features {WASM_FEATURES} --lib --bins"
    );
    [
        ("格式", cargo("fmt --all --check")),
        ("格式：fuzz", cargo("fmt --manifest-path fuzz/Cargo.toml --check")),
        ("锁文件", cargo("tree --locked --workspace --depth 0")),
        ("锁文件：fuzz", cargo("tree --locked --manifest-path fuzz/Cargo.toml --depth 0")),
        ("依赖", deny(tools)),
        ("clippy：xtask", clippy("--package xtask --all-targets")),
        ("clippy：本机", clippy(&native)),
        ("clippy：wasm", clippy(&wasm)),
    ]
}

fn clippy(what: &str) -> Command {
    cargo(&format!("clippy --quiet {what} -- -D warnings"))
}

/// Licences, sources, what is banned, and two versions of one thing (`deny.toml`).
fn deny(tools: &Toolbox) -> Command {
    let mut deny = tools.program("cargo");
    deny.args(["deny", "--log-level", "error", "check", "licenses", "bans", "sources"]);
    deny
}
