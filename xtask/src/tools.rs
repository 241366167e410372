//! The programs a build needs: used where they are there, installed once where they are not.

mod crates;
mod npm;
mod once;
mod python;
mod system;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use anyhow::{Context, Result};

use crate::{command, project};
use crates::CrateTool;
use system::ensure_wasm_target;
pub use system::{ensure_browsers, ensure_library_source, ensure_server};

/// The installed programs, found by name.
pub struct Toolbox {
    path: OsString,
    npm: PathBuf,
}

impl Toolbox {
    /// Ensures the tools that check the source and its dependencies.
    pub fn for_lint() -> Result<Self> {
        Self::with(&[cargo_deny()])
    }

    /// Makes sure of what runs the native tests.
    pub fn for_native() -> Result<Self> {
        Self::with(&[cargo_nextest()])
    }

    /// Makes sure of what the page and the JavaScript package need.
    pub fn for_build() -> Result<Self> {
        Self::with(&[])
    }

    /// Makes sure of what the tests of the page need, the browsers included.
    pub fn for_browsers() -> Result<Self> {
        ensure_browsers()?;
        Self::with(&[geckodriver()])
    }

    /// Makes sure of what the tests on a real server need, which use a browser too.
    pub fn for_server() -> Result<Self> {
        ensure_server()?;
        Self::for_browsers()
    }

    /// Makes sure of what measuring a server's load needs.
    pub fn for_load() -> Result<Self> {
        ensure_server()?;
        Self::with(&[])
    }

    /// Ensures the tools of the gates that are proven to fail.
    pub fn for_gates() -> Result<Self> {
        ensure_browsers()?;
        ensure_server()?;
        Self::with(&[geckodriver(), cargo_deny()])
    }

    /// Makes sure of what fuzzing needs.
    pub fn for_fuzzing() -> Result<Self> {
        Self::with(&[cargo_fuzz()])
    }

    /// Makes sure of what mutation testing needs.
    pub fn for_mutants() -> Result<Self> {
        Self::with(&[cargo_mutants()])
    }

    /// Makes sure of what a release needs.
    pub fn for_release() -> Result<Self> {
        Self::with(&[cargo_cyclonedx()])
    }

    fn with(crates: &[CrateTool]) -> Result<Self> {
        system::ensure_node()?;
        ensure_wasm_target()?;
        let npm = npm::ensure(&npm::TOOLS)?;
        let mut folders = vec![npm.join("node_modules/.bin")];
        for tool in crates {
            folders.extend(tool.ensure()?);
        }
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(folders.into_iter().chain(env::split_paths(&inherited)))
            .context("工具所在的目录名中不能有冒号，请用环境变量 WENGANG_TOOLS 换一个目录")?;
        Ok(Self { path, npm })
    }

    /// Prepares a program that is looked up, and looks up others, among these tools first.
    pub fn program(&self, name: &str) -> Command {
        let mut command = command::program(name);
        command.env("PATH", &self.path);
        command
    }

    /// Returns the folder whose `node_modules` holds the npm tools.
    pub fn npm(&self) -> &Path {
        &self.npm
    }
}

/// What `bench` compares with, installed.
pub struct Peers {
    /// The folder whose `node_modules` holds those of npm.
    pub npm: PathBuf,
    /// The program that runs OpenFisca.
    pub python: PathBuf,
    /// The folder that holds OpenFisca and what it needs.
    pub python_libraries: PathBuf,
    /// The program that runs Lemma.
    pub lemma: PathBuf,
}

impl Peers {
    /// Makes sure of them all.
    pub fn ensure() -> Result<Self> {
        let (python, python_libraries) = python::ensure(&python::OPENFISCA)?;
        Ok(Self { npm: npm::ensure(&npm::PEERS)?, python, python_libraries, lemma: build_lemma()? })
    }
}

/// Compiles the program that runs Lemma, a crate with a lock file of its own, and returns where it is.
fn build_lemma() -> Result<PathBuf> {
    let target = project::target()?.join("bench/lemma");
    let mut build = command::cargo("build --release --locked --manifest-path benches/peers/lemma/Cargo.toml");
    command::run(build.arg("--target-dir").arg(&target))?;
    Ok(target.join("release").join(format!("lemma{}", env::consts::EXE_SUFFIX)))
}

/// The program that runs Python, and the folder that holds PySpark.
///
/// # Errors
/// Where Python, pip or Java is missing, or the libraries cannot be installed.
pub fn ensure_spark() -> Result<(PathBuf, PathBuf)> {
    command::version_of("java")
        .context("PySpark 要用 Java 17 以上。在 Debian 上这样安装：\n  apt-get install -y openjdk-17-jre-headless")?;
    python::ensure(&python::SPARK)
}

/// Links the libraries that the package is tested in next to the projects that use them, as if they were installed
/// there, and returns the folder of all projects.
pub fn lend_integrations() -> Result<PathBuf> {
    let installed = npm::ensure(&npm::INTEGRATIONS)?;
    let folder = project::root().join("target/integrations");
    let (lent, mark) = (folder.join("node_modules"), folder.join("lent.txt"));
    let name = installed.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if fs::read_to_string(&mark).ok() != Some(name.clone()) {
        project::clear(&folder)?;
        fs::create_dir_all(&folder).with_context(|| format!("建不了目录 {}", folder.display()))?;
        // No link to the folder: some of these tools read nothing outside of a project's root. No copy either, where
        // both folders are on one disk.
        let from = installed.join("node_modules");
        let copied = |how: &str| command::run(command::program("cp").arg(how).arg(&from).arg(&lent));
        copied("-al").or_else(|_| {
            project::clear(&lent)?;
            copied("-a")
        })?;
        project::write(&mark, name)?;
    }
    Ok(folder)
}

/// Installs everything that `serve`, `build` and `test` need; what only another command needs is left to it.
pub fn install_all() -> Result<()> {
    Toolbox::for_lint()?;
    Toolbox::for_native()?;
    Toolbox::for_mutants()?;
    Toolbox::for_fuzzing()?;
    Toolbox::for_build()?;
    ensure_library_source()?;
    Toolbox::for_server()?;
    println!("所需的工具都已就绪：{}", project::cache()?.display());
    Ok(())
}

/// Firefox's driver: Debian has none.
fn geckodriver() -> CrateTool {
    CrateTool { name: "geckodriver", program: "geckodriver", version: "0.36.0", options: &["--locked"], minutes: 3 }
}

/// Runs the native tests, and reports them.
fn cargo_nextest() -> CrateTool {
    CrateTool {
        name: "cargo-nextest",
        program: "cargo-nextest",
        version: "0.9.143",
        options: &["--locked", "--no-default-features", "--features", "default-no-update"],
        minutes: 6,
    }
}

/// Runs the targets of `fuzz/`.
fn cargo_fuzz() -> CrateTool {
    CrateTool { name: "cargo-fuzz", program: "cargo-fuzz", version: "0.13.2", options: &["--locked"], minutes: 2 }
}

/// Changes the source in small ways, to see whether a test notices.
fn cargo_mutants() -> CrateTool {
    CrateTool { name: "cargo-mutants", program: "cargo-mutants", version: "27.1.0", options: &["--locked"], minutes: 3 }
}

/// Says what the dependencies may be; without what it needs to ask the network for advisories.
fn cargo_deny() -> CrateTool {
    CrateTool {
        name: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2",
        options: &["--locked", "--no-default-features"],
        minutes: 3,
    }
}

/// Lists the components of a release.
fn cargo_cyclonedx() -> CrateTool {
    CrateTool {
        name: "cargo-cyclonedx",
        program: "cargo-cyclonedx",
        version: "0.5.9",
        options: &["--locked"],
        minutes: 2,
    }
}

/// Fills `folder` by `install`, which gets a temporary folder: a tool is complete or absent.
fn install_whole(folder: &Path, install: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = folder.with_file_name(format!(".{name}.{}", process::id()));
    fs::create_dir_all(&unfinished).with_context(|| format!("建不了目录 {}", unfinished.display()))?;
    let installed = install(&unfinished).and_then(|()| {
        project::clear(folder)?;
        fs::rename(&unfinished, folder).with_context(|| format!("写不了 {}", folder.display()))
    });
    if installed.is_err() {
        // The first error is the one to report, and a left-over folder is never taken for a tool.
        let _ = fs::remove_dir_all(&unfinished);
    }
    installed
}
