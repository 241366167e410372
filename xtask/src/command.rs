//! Other programs: how they are started, reported to the user, and checked.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

use crate::project;

/// The features of all that runs on this machine: the native command, its tests, the printer of the declarations, and the
/// page as it is drawn before any visit.
///
/// One set for every use, so that cargo builds it once.
pub const NATIVE_FEATURES: &str = "wengang/native,wengang/types,wengang/prerender";

/// Prepares a program that runs in the repository's root.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root());
    command
}

/// Prepares cargo with its words given as one line.
pub fn cargo(line: &str) -> Command {
    let mut command = program("cargo");
    command.args(line.split_whitespace());
    command
}

/// Prepares cargo for what runs on this machine.
pub fn native_cargo(line: &str) -> Command {
    let mut command = cargo(line);
    command.args(["--no-default-features", "--features", NATIVE_FEATURES]);
    command
}

/// Runs a program to its end.
///
/// # Errors
/// Where it cannot be started or fails; the message is the command to run by hand.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    succeeded(command, status)
}

/// Runs a program and returns what it wrote to standard output.
///
/// # Errors
/// As [`run`].
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_start(command))?;
    succeeded(command, output.status)?;
    String::from_utf8(output.stdout).with_context(|| format!("{} 的输出不是 UTF-8", shown(command)))
}

/// Runs a program, passing its standard output through and handing each line to `each_line`.
///
/// # Errors
/// As [`run`].
pub fn stream(command: &mut Command, mut each_line: impl FnMut(&str)) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            each_line(&line);
        }
    }
    let status = child.wait()?;
    succeeded(command, status)
}

/// Returns the first line that a program says to `--version`, or nothing where it does not start.
pub fn version_of(name: impl AsRef<OsStr>) -> Option<String> {
    first_line(program(name).arg("--version"))
}

/// As [`version_of`], of a part of the program that is named first: `cargo-mutants mutants --version`.
pub fn version_of_part(name: impl AsRef<OsStr>, part: &str) -> Option<String> {
    first_line(program(name).args([part, "--version"]))
}

fn first_line(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.lines().next().unwrap_or_default().trim().to_owned())
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("没有成功（{status}）。可以单独运行这条命令查看原因：\n  {}", shown(command));
    }
    Ok(())
}

fn cannot_start(command: &Command) -> String {
    format!("无法启动程序，请确认已安装：\n  {}", shown(command))
}

/// Writes a command as a person would type it.
fn shown(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args().map(OsStr::to_string_lossy) {
        let plain =
            !argument.is_empty() && !argument.contains(|c: char| c.is_whitespace() || "'\"$;&|<>()".contains(c));
        // INVARIANT: writing to a String cannot fail.
        let _ = if plain { write!(line, " {argument}") } else { write!(line, " '{argument}'") };
    }
    line
}
