//! Files that browsers cache for ever are named by their content.
//!
//! A file is first copied under the digest of its source: the same name would name other bytes once a build step
//! or a tool changes its output, and a browser with one file of a pair in its cache would not fetch the other.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{digest, project};

/// How many digits of a digest are in a name.
const DIGITS: usize = 16;

/// Returns the digest of some bytes as it is in a name.
pub fn digits_of(content: &[u8]) -> String {
    format!("{:.DIGITS$}", digest::sha256(content))
}

/// Gives the files `STEM-DIGEST…` of a folder one new digest, over all their contents, and updates index.html.
pub fn by_content(staging: &Path, stem: &str) -> Result<()> {
    let mut files = project::files_under(staging)?;
    files.retain(|file| has_stem(file, stem));
    let old = files.first().and_then(|file| digits(file, stem)).context("没有要改名的文件")?;
    let old = format!("{stem}-{old}");
    let mut content = Vec::new();
    for file in &files {
        content.extend(fs::read(file).with_context(|| format!("读不到 {}", file.display()))?);
    }
    let new = format!("{stem}-{}", digits_of(&content));
    for file in &files {
        let renamed = file.with_file_name(name(file).unwrap_or_default().replacen(&old, &new, 1));
        fs::rename(file, &renamed).with_context(|| format!("改不了名：{}", file.display()))?;
    }
    let index: PathBuf = staging.join("index.html");
    project::write(&index, project::read(&index)?.replace(&old, &new))
}

/// Returns whether a file is one of those that are called `STEM-DIGEST…`.
pub fn has_stem(file: &Path, stem: &str) -> bool {
    digits(file, stem).is_some()
}

/// The digest in a file's name.
fn digits<'a>(file: &'a Path, stem: &str) -> Option<&'a str> {
    let rest = name(file)?.strip_prefix(stem)?.strip_prefix('-')?;
    let digits = rest.split(|digit: char| !digit.is_ascii_hexdigit()).next()?;
    (digits.len() == DIGITS).then_some(digits)
}

fn name(file: &Path) -> Option<&str> {
    file.file_name()?.to_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_stem_share_the_digest_of_all_they_hold() {
        let folder = std::env::temp_dir().join(format!("wengang-names-{}", std::process::id()));
        let old = "app-0123456789abcdef";
        let page = format!("<link href=\"./{old}.js\"><link href=\"./{old}_bg.wasm\"><script src=\"./app-page.js\">");
        project::write(&folder.join("index.html"), page).unwrap();
        for (ending, content) in [(".js", "a"), ("_bg.wasm", "b")] {
            project::write(&folder.join(format!("{old}{ending}")), content).unwrap();
        }
        by_content(&folder, "app").unwrap();
        let new = format!("app-{:.16}", digest::sha256(b"ab"));
        assert_eq!(project::read(&folder.join(format!("{new}.js"))).unwrap(), "a");
        assert_eq!(project::read(&folder.join(format!("{new}_bg.wasm"))).unwrap(), "b");
        let page = project::read(&folder.join("index.html")).unwrap();
        assert_eq!((page.matches(&new).count(), page.matches(old).count(), page.contains("app-page")), (2, 0, true));
        fs::remove_dir_all(&folder).unwrap();
    }
}
