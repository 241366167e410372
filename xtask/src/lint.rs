//! The compilers' and the formatter's opinion of the source.

use std::process::Command;

use crate::command::{NATIVE_FEATURES, cargo};

/// Returns each check with its name.
///
/// The page is checked natively too, with the tests; the wasm binaries are checked as they are built.
pub fn checks() -> [(&'static str, Command); 5] {
    [
        ("格式", cargo("fmt --all --check")),
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
