//! Libraries for Python, pinned by a file of requirements.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::install_whole;
use super::once::install_once;
use crate::command::{self, program};
use crate::{digest, project};

/// Python's own path, which a launcher before it would slow down at every start, and its version.
const WHICH: &str = "import sys; print(sys.executable, '%d.%d' % sys.version_info[:2], sep='\\n')";

/// Libraries that something needs.
pub struct Libraries {
    /// The file that pins them.
    pub requirements: &'static str,
    /// What they are for, and how long it takes to install them.
    pub purpose: &'static str,
}

/// What `bench` compares with.
pub const OPENFISCA: Libraries =
    Libraries { requirements: "benches/peers/requirements.txt", purpose: "用来比较的 OpenFisca（约 1 分钟" };
/// What the suite `spark` runs on.
pub const SPARK: Libraries =
    Libraries { requirements: "tests/batch/requirements.txt", purpose: "PySpark（约 500 MB，1 至 3 分钟" };

/// Returns the program that runs Python, and the folder that holds the libraries of the current requirements.
///
/// # Errors
/// Where Python or pip is missing, or the libraries have to be installed and cannot be.
pub fn ensure(libraries: &Libraries) -> Result<(PathBuf, PathBuf)> {
    let found = command::read(program("python3").args(["-c", WHICH]))
        .context("这里要用 Python 3.10 以上和 pip。在 Debian 上这样安装：\n  apt-get install -y python3-pip")?;
    let (python, version) = found.trim().split_once('\n').context("看不懂 python3 的回答")?;
    let requirements = project::root().join(libraries.requirements);
    let digest = digest::sha256(project::read(&requirements)?.as_bytes());
    let folder = project::cache()?.join(format!("python{version}-{digest:.12}"));
    let fill = |unfinished: &Path| {
        let mut install = program(python);
        install.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--root-user-action=ignore",
            "--no-deps",
            "--target",
        ]);
        command::run(install.arg(unfinished).arg("-r").arg(&requirements))
    };
    install_once(
        || folder.exists(),
        || {
            println!("正在用 pip 安装{}，只此一次）…", libraries.purpose);
            install_whole(&folder, fill)
        },
    )?;
    Ok((python.into(), folder))
}
