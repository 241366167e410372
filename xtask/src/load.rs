//! `load`: what one small server carries, measured with a real nginx and a real load tool on this machine.

use anyhow::Result;

use crate::tools::Toolbox;
use crate::{command, page};

/// Prints how many first and later visits a second nginx serves with the shipped settings. Nothing is written.
///
/// # Errors
/// Where the page is not built, a program is missing, or an answer was an error.
pub fn measure() -> Result<()> {
    let tools = Toolbox::for_load()?;
    let dist = page::dist();
    let mut load = tools.program("node");
    load.env("WENGANG_NPM", tools.npm()).arg("xtask/load.mjs");
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
