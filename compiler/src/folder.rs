//! The folder `policies/`, read from disk.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use crate::message::File;

/// The texts of documents, which are not data of the law.
const SOURCES: &str = "sources";

/// Why the folder cannot be read.
#[derive(Debug)]
pub struct FolderError {
    path: PathBuf,
    error: io::Error,
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: 读不了：{}", self.path.display(), self.error)
    }
}

impl std::error::Error for FolderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// The files of all places in a folder like `policies/`, by their names for the compiler and in their order.
///
/// # Errors
/// Where a file or a folder cannot be read.
pub fn read_folder(policies: &Path) -> Result<Vec<File>, FolderError> {
    let mut files = Vec::new();
    add(policies, "", &mut files)?;
    files.sort_by(|one: &File, other| one.name.cmp(&other.name));
    Ok(files)
}

/// Adds the files below a folder; `prefix`: the names of the folders above, each with a slash.
fn add(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<(), FolderError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |error| FolderError { path, error }
    };
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !(prefix.is_empty() && name == SOURCES) {
                add(&path, &format!("{prefix}{name}/"), files)?;
            }
        } else {
            let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
            files.push(File { name: format!("{prefix}{name}"), text });
        }
    }
    Ok(())
}
