//! `golden`: the sentences that the answers to the cases are compared with, written as they are now.

use anyhow::Result;

use crate::command::{self, cargo, native_cargo};

/// Writes them; what changed is read in `git diff` before it is committed.
///
/// # Errors
/// Where the tests do not compile.
pub fn update() -> Result<()> {
    let mut tests = native_cargo("test --quiet --test native golden::every_sentence");
    command::run(tests.env("INSTA_UPDATE", "always"))?;
    let mut law = cargo("test --quiet --package wengang-compiler --test law every_sentence");
    command::run(law.env("INSTA_UPDATE", "always"))?;
    println!("写好了。改了什么：git diff tests/native/golden compiler/tests/law/golden");
    Ok(())
}
