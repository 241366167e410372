//! The compilers' and the formatter's opinion of the source, and what its dependencies may be.

use std::process::Command;

use crate::command::{NATIVE_FEATURES, cargo};
use crate::tools::Toolbox;

/// Returns each check with its name.
///
/// The page is checked natively too, with the tests; the wasm binaries are checked as they are built.
pub fn checks(tools: &Toolbox) -> [(&'static str, Command); 9] {
    [
        ("格式", cargo("fmt --all --check")),
        ("格式：fuzz", cargo("fmt --manifest-path fuzz/Cargo.toml --check")),
        ("锁文件", cargo("tree --locked --workspace --depth 0")),
        ("锁文件：fuzz", cargo("tree --locked --manifest-path fuzz/Cargo.toml --depth 0")),
        ("依赖", deny(tools)),
        ("clippy：本机", clippy(&format!("--workspace --all-targets --features {NATIVE_FEATURES}"))),
        ("clippy：页面", clippy("--target wasm32-unknown-unknown --lib --bin app")),
        ("clippy：先画好的网页", clippy("--no-default-features --features prerender --bin prerender")),
        (
            "clippy：JavaScript 包",
            clippy(
                "--target wasm32-unknown-unknown --no-default-features --features inside --lib --bin api --bin inside",
            ),
        ),
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
