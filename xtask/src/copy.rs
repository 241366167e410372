//! A copy of the tree with its own build folder: nothing built with a fault gets into the real one.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{self, program};
use crate::project;
use crate::tools::Toolbox;

/// The entries of the copy that are built there and not copied.
const BUILT: [&str; 3] = ["dist", "dist-package", "target"];

/// A copy under `target/`; it stays there, so that the next run builds less.
pub struct Copy {
    folder: PathBuf,
    tree: PathBuf,
    files: BTreeSet<PathBuf>,
    tools: Toolbox,
}

/// How a command in the copy ended.
pub struct Outcome {
    /// Whether it ended well.
    pub has_passed: bool,
    /// All that it wrote.
    pub said: String,
    /// The file with that output.
    pub log: PathBuf,
}

impl Copy {
    /// Makes the copy of that name equal to the files that git tracks, as they are now, committed or not.
    pub fn of_tree(name: &str, tools: Toolbox) -> Result<Self> {
        let copy = Self::listed(name, tools)?;
        copy.restore()?;
        Ok(copy)
    }

    /// As [`Copy::of_tree`], without anything that was built in the copy: like a new clone. The compiled dependencies
    /// remain, in a folder outside the copy.
    pub fn bare(name: &str, tools: Toolbox) -> Result<Self> {
        let copy = Self::listed(name, tools)?;
        for built in BUILT {
            project::clear(&copy.tree.join(built))?;
        }
        copy.restore()?;
        copy.lend_libraries()?;
        Ok(copy)
    }

    /// Gives the copy what cargo compiled of the registry's libraries: they are the same wherever they are compiled, and
    /// take longer than everything else. The tree's own crates are others to cargo in another folder.
    fn lend_libraries(&self) -> Result<()> {
        let (from, to) = (project::target()?.join("debug"), self.build().join("debug"));
        if to.exists() || !from.exists() {
            return Ok(());
        }
        let deps = to.join("deps");
        fs::create_dir_all(&deps).with_context(|| format!("写不了 {}", deps.display()))?;
        // With their times, by which cargo knows them; what is finished first, then what belongs to it.
        command::run(program("cp").arg("-a").args([from.join(".fingerprint"), from.join("build")]).arg(&to))?;
        // A compiler that runs at the same time has temporary files there.
        let is_library =
            |path: &PathBuf| path.extension().is_some_and(|end| end == "rlib" || end == "rmeta" || end == "so");
        let entries = fs::read_dir(from.join("deps")).context("读不到编译好的库")?;
        let libraries: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(is_library).collect();
        command::run(program("cp").arg("-a").args(libraries).arg(deps))
    }

    fn build(&self) -> PathBuf {
        self.folder.join("build")
    }

    fn listed(name: &str, tools: Toolbox) -> Result<Self> {
        let folder = project::target()?.join(name);
        let listed = command::read(program("git").args(["-c", "core.quotepath=off", "ls-files"]))?;
        let is_there = |path: &PathBuf| project::root().join(path).exists();
        let files = listed.lines().map(PathBuf::from).filter(is_there).collect();
        Ok(Self { tree: folder.join("tree"), folder, files, tools })
    }

    /// Takes every fault out: writes what differs from the tree, and removes what the tree does not have.
    pub fn restore(&self) -> Result<()> {
        for path in &self.files {
            let (from, to) = (project::root().join(path), self.tree.join(path));
            let content = fs::read(&from).with_context(|| format!("读不到 {}", from.display()))?;
            if fs::read(&to).ok().as_ref() != Some(&content) {
                project::write(&to, content)?;
            }
        }
        let present = fs::read_dir(&self.tree).with_context(|| format!("读不到目录 {}", self.tree.display()))?;
        for entry in present {
            let entry = entry?;
            if BUILT.iter().any(|built| entry.file_name() == *built) {
                continue;
            }
            let found = if entry.path().is_dir() { project::files_under(&entry.path())? } else { vec![entry.path()] };
            for path in
                found.iter().filter(|path| !path.strip_prefix(&self.tree).is_ok_and(|own| self.files.contains(own)))
            {
                fs::remove_file(path).with_context(|| format!("删不掉 {}", path.display()))?;
            }
        }
        Ok(())
    }

    /// Applies a fault. A patch that no longer applies is a failure: it would prove nothing.
    pub fn apply(&self, fault: &Path) -> Result<()> {
        let mut apply = self.program("git");
        // The copy is in the tree's build folder, but is not part of its repository.
        apply.env("GIT_CEILING_DIRECTORIES", &self.folder).args(["apply", "--whitespace=nowarn"]).arg(fault);
        let output = apply.output().context("无法启动 git")?;
        if !output.status.success() {
            bail!("补丁打不上，请按现在的文件改：{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(())
    }

    /// Runs a command line in the copy and stores its output in a file named `name`.
    pub fn run(&self, line: &str, name: &str) -> Result<Outcome> {
        let mut shell = self.program("sh");
        shell.args(["-c", &format!("exec 2>&1\n{line}")]);
        let output = shell.output().with_context(|| format!("无法运行 {line}"))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let log = self.folder.join("log").join(format!("{name}.txt"));
        project::write(&log, &said)?;
        Ok(Outcome { has_passed: output.status.success(), said, log })
    }

    /// The folder of the copy and of its builds.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The copy itself.
    pub fn tree(&self) -> &Path {
        &self.tree
    }

    /// Prepares a program that runs in the copy, among the tools that it was made with.
    pub fn program(&self, name: &str) -> Command {
        let mut command = self.tools.program(name);
        command.current_dir(&self.tree).env("WENGANG_NPM", self.tools.npm());
        command.env("CARGO_TARGET_DIR", self.build());
        // Settings of the outer `cargo xtask` do not apply to the copy.
        for (variable, _) in env::vars_os() {
            let known = variable.to_string_lossy();
            if known.starts_with("CARGO_") && known != "CARGO_HOME" && known != "CARGO_TARGET_DIR" {
                command.env_remove(&variable);
            }
        }
        command
    }
}
