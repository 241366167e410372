//! Paths: the repository, the build folder and the user's cache of tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};

/// Cargo knows the current location of the crate; the tree may have moved since it was compiled.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let xtask = folder_from("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    xtask.parent().map(Path::to_path_buf).unwrap_or(xtask)
});

/// Returns the repository's root.
pub fn root() -> &'static Path {
    &ROOT
}

/// Returns cargo's build folder, the one that this very program was built in (`target/debug/xtask`).
pub fn target() -> Result<PathBuf> {
    let program = env::current_exe().context("找不到 xtask 自己的位置")?;
    let folder = program.parent().and_then(Path::parent);
    Ok(folder.context("xtask 不在 cargo 的编译目录中，请用 cargo xtask 运行")?.to_path_buf())
}

/// Returns the folder where tools are stored once for all clones of one user.
pub fn cache() -> Result<PathBuf> {
    if let Some(folder) = folder_from("WENGANG_TOOLS") {
        return Ok(folder);
    }
    let cache = folder_from("XDG_CACHE_HOME").or_else(|| Some(folder_from("HOME")?.join(".cache")));
    Ok(cache.context("请设置环境变量 WENGANG_TOOLS，指明工具装在哪个目录")?.join("wengang-tools"))
}

fn folder_from(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Returns every file under a folder, with its sub-folders, in the order of their paths.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("读不到目录 {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Returns the files under a folder of the repository whose names end in `ending`.
pub fn files_ending(folder: &str, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = files_under(&root().join(folder))?;
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    Ok(files)
}

/// Returns the law's files.
pub fn policies() -> Result<Vec<PathBuf>> {
    files_ending("policies", ".toml")
}

/// Reads a text file; the error names it.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("读不到 {}", path.display()))
}

/// Writes a file, making its folder where that is missing; the error names it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("建不了目录 {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("写不了 {}", path.display()))
}

/// Removes a folder that is to be filled again.
pub fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("清空不了 {}", folder.display()))?;
    }
    Ok(())
}

/// Returns a path as a person in the repository's root would write it.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
