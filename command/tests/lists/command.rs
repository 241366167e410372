//! Runs the command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A temporary folder for one test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// How a run ended: its exit code, and what it said.
pub struct Run {
    pub code: i32,
    pub stderr: String,
    pub out: Vec<u8>,
}

/// Runs `wengang batch` in a folder.
pub fn batch(folder: &Path, line: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wengang"));
    let output = command.current_dir(folder).arg("batch").args(line.split_whitespace()).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    Run { code: output.status.code().unwrap(), stderr, out: output.stdout }
}
