//! One installation at a time.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};

use crate::project;

/// Installs what is missing. `test` builds in parallel with the suites, and both find the same tool missing on a new
/// machine: rustup and npm fail where they install the same thing twice at once, so the second waits and finds it
/// installed.
///
/// # Errors
/// Where the installation fails.
pub fn install_once(is_there: impl Fn() -> bool, install: impl FnOnce() -> Result<()>) -> Result<()> {
    install_locked(&project::cache()?, is_there, install)
}

fn install_locked(folder: &Path, is_there: impl Fn() -> bool, install: impl FnOnce() -> Result<()>) -> Result<()> {
    if is_there() {
        return Ok(());
    }
    fs::create_dir_all(folder).with_context(|| format!("建不了目录 {}", folder.display()))?;
    let path = folder.join("installing.lock");
    let lock = File::create(&path).and_then(|file| file.lock().map(|()| file));
    // Released when it is dropped, also when the process is killed.
    let _lock = lock.with_context(|| format!("锁不住 {}", path.display()))?;
    if is_there() { Ok(()) } else { install() }
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::process;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_tool_that_is_missing_for_two_processes_is_installed_once() {
        let folder = env::temp_dir().join(format!("wengang-once-{}", process::id()));
        let installed = AtomicU32::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let is_there = || installed.load(Ordering::SeqCst) > 0;
                    let install = || {
                        thread::sleep(Duration::from_millis(50));
                        installed.fetch_add(1, Ordering::SeqCst);
                        Ok(())
                    };
                    install_locked(&folder, is_there, install).unwrap();
                });
            }
        });
        assert_eq!(installed.load(Ordering::SeqCst), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
