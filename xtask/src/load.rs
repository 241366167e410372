//! `load`: what one small server carries, measured with a real nginx and a real load tool on this machine.

use anyhow::Result;

use crate::command::{self, program};
use crate::{page, tools};

/// Prints how many first and later visits a second nginx serves with the shipped settings. Nothing is written.
///
/// # Errors
/// Where the page is not built, a program is missing, or an answer was an error.
pub fn measure() -> Result<()> {
    tools::ensure_server()?;
    let dist = page::dist();
    let mut load = program("node");
    load.arg("xtask/load.mjs");
    let files = page::files()?;
    for file in files.iter().filter(|file| !page::is_on_tap(file)) {
        load.arg(file.strip_prefix(&dist)?);
    }
    load.arg("--");
    for file in files.iter().filter(|file| page::is_for_visitors(file)) {
        load.arg(file.strip_prefix(&dist)?);
    }
    println!("nginx 和 wrk 都在这台电脑上跑，每一行最多 10 秒、10 万次访问，一共约 1 分钟…");
    command::run(&mut load)
}
