//! `release`: everything that is handed on, in one folder with its sums: the same bytes from the same tree.

mod sbom;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::copy::Copy;
use crate::tools::Toolbox;
use crate::zip::{self, bytes};
use crate::{command, digest, package, page, project};

/// The sums of all archives, as `sha256sum --check` reads them.
const SUMS: &str = "SHA256SUMS";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Two folders, whose names differ in length too: a path in what is built would change its size.
const FOLDERS: [&str; 2] = ["reproduce/a", "reproduce/a-second-folder"];

fn folder() -> PathBuf {
    project::root().join("target/release-archives")
}

/// Builds the page and the package, and writes the archives.
///
/// # Errors
/// Where something does not build.
pub fn write() -> Result<()> {
    package::build()?;
    page::build()?;
    let folder = folder();
    project::clear(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("建不了目录 {}", folder.display()))?;
    for archive in zip::write()? {
        fs::copy(&archive, folder.join(archive.file_name().unwrap_or_default())).context("复制不了压缩包")?;
    }
    npm(&folder)?;
    sbom::write(&folder.join(format!("wengang-{VERSION}.cdx.json")))?;
    let sums = sums(&folder)?;
    project::write(&folder.join(SUMS), &sums)?;
    print!("{sums}");
    println!("发布的文件在 {}", project::shown(&folder));
    Ok(())
}

/// The package as npm packs it, which writes the same day for every file.
fn npm(folder: &Path) -> Result<()> {
    let mut pack = Toolbox::for_build()?.program("npm");
    pack.current_dir(project::root().join("dist-package"));
    command::run(pack.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"]).arg(folder))
}

fn sums(folder: &Path) -> Result<String> {
    let mut sums = String::new();
    for file in project::files_under(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        sums += &format!("{}  {name}\n", digest::sha256(&bytes(&file)?));
    }
    Ok(sums)
}

/// Builds a release twice, in two folders, and compares the sums.
///
/// # Errors
/// Where they differ, or something does not build.
pub fn reproduce() -> Result<()> {
    let mut found = Vec::new();
    for name in FOLDERS {
        let copy = Copy::of_tree(name, Toolbox::for_release()?)?;
        println!("正在编译第 {} 次…", found.len() + 1);
        let outcome = copy.run("cargo xtask release", "release")?;
        if !outcome.has_passed {
            bail!("没有编译成功，输出在 {}", outcome.log.display());
        }
        found.push(project::read(&copy.tree().join("target/release-archives").join(SUMS))?);
    }
    let [first, second] = found.as_slice() else { bail!("没有编译两次") };
    let differing = differing(first, second);
    if !differing.is_empty() {
        bail!("两次编译得到的不一样：\n{}", differing.join("\n"));
    }
    print!("{first}");
    println!("在两个目录里编译，每个文件都一样");
    Ok(())
}

/// The lines that are not in both.
fn differing(first: &str, second: &str) -> Vec<String> {
    let only = |these: &str, those: &str| {
        let is_new = |line: &&str| !those.lines().any(|other| other == *line);
        these.lines().filter(is_new).map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    [only(first, second), only(second, first)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_that_differs_and_a_missing_file_are_reported() {
        assert!(differing("1  a\n2  b\n", "1  a\n2  b\n").is_empty());
        assert_eq!(differing("1  a\n2  b\n", "1  a\n3  b\n"), ["2  b", "3  b"]);
        assert_eq!(differing("1  a\n2  b\n", "1  a\n"), ["2  b"]);
    }
}
