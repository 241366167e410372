//! Programs published on crates.io.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::install_whole;
use super::once::install_once;
use crate::{command, project};

/// A program used at exactly one version.
pub struct CrateTool {
    /// The crate's name.
    pub name: &'static str,
    /// The program's name.
    pub program: &'static str,
    /// The only version that will do.
    pub version: &'static str,
    /// Further options of `cargo install`.
    pub options: &'static [&'static str],
    /// How long compiling it takes on two cores.
    pub minutes: u32,
}

impl CrateTool {
    /// Returns the folder to look the program up in, or `None` where the required version is on PATH anyway.
    ///
    /// # Errors
    /// Where it has to be installed and cannot be.
    pub fn ensure(&self) -> Result<Option<PathBuf>> {
        if self.is_wanted(self.program) {
            return Ok(None);
        }
        let folder = project::cache()?.join(format!("{}-{}", self.program, self.version));
        let bin = folder.join("bin");
        let compile = |unfinished: &Path| {
            // Release builds take four times as long and save a second a run.
            let mut install = command::program("cargo");
            install
                .args(["install", "--profile", "dev", "--root"])
                .arg(unfinished)
                .args(self.options)
                .arg(format!("{}@{}", self.name, self.version))
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .env_remove("CARGO_TARGET_DIR");
            command::run(&mut install)
        };
        install_once(
            || self.is_wanted(bin.join(self.program)),
            || {
                println!("正在编译 {} {}（约 {} 分钟，只此一次）…", self.program, self.version, self.minutes);
                install_whole(&folder, compile)
            },
        )?;
        Ok(Some(bin))
    }

    fn is_wanted(&self, program: impl AsRef<OsStr>) -> bool {
        // A cargo command is called with its own name first, and says its version to that.
        let asked = self.program.strip_prefix("cargo-").unwrap_or_default();
        let said = command::version_of(&program).or_else(|| command::version_of_part(&program, asked));
        // One names itself twice over, `cargo-cyclonedx-cyclonedx 0.5.9`; one adds more, `cargo-nextest 0.9.143 (60fa45f63 …)`.
        let is_said =
            |said: String| said.starts_with(self.program) && said.split_whitespace().nth(1) == Some(self.version);
        said.is_some_and(is_said)
    }
}
