//! `test clone`, `test clone-checks`: what a newcomer runs first, in a copy of the files that git tracks.
//!
//! Where something was built before, its folders hide that a command needs them.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::copy::Copy;
use crate::tools::{self, Toolbox};

/// Prepares Node in the copy, as a newcomer's terminal would start it.
///
/// # Errors
/// Where the copy cannot be made, or a tool is missing.
pub fn node() -> Result<Command> {
    tools::ensure_browsers()?;
    let copy = Copy::bare("clone", Toolbox::for_build()?)?;
    let mut node = copy.program("node");
    // No tool is on the path yet, and the tree's own file chooses the compiler.
    node.env("PATH", env::var_os("PATH").unwrap_or_default()).env_remove("RUSTUP_TOOLCHAIN");
    // The copy is inside this repository's folder, but no part of it.
    node.env("GIT_CEILING_DIRECTORIES", copy.folder());
    Ok(node)
}
