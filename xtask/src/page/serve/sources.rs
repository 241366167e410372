//! What the page is made of, as it is on disk: when it changes, the page is compiled again.

use std::env;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Result;

use crate::project;

/// The files and folders that a page is compiled from.
const MADE_OF: [&str; 14] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "batch",
    "build",
    "compiler",
    "engine",
    "files",
    "index.html",
    "lists",
    "policies",
    "src",
    "workbench",
    "www",
];

/// The source files, each with the time of its last change.
#[derive(PartialEq, Eq)]
pub struct Sources(Vec<(PathBuf, SystemTime)>);

impl Sources {
    /// Looks at them.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn now() -> Result<Self> {
        let policies = env::var_os("WENGANG_POLICIES").map(PathBuf::from);
        Self::of(MADE_OF.iter().map(|name| project::root().join(name)).chain(policies))
    }

    fn of(places: impl Iterator<Item = PathBuf>) -> Result<Self> {
        let mut found = Vec::new();
        for place in places {
            let files = if place.is_dir() { project::files_under(&place)? } else { vec![place] };
            // A file may disappear meanwhile: editors write another file next to it and rename that.
            found.extend(files.into_iter().filter_map(|file| changed(&file).map(|time| (file, time))));
        }
        Ok(Self(found))
    }
}

fn changed(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_is_changed_added_or_removed_is_noticed() {
        let folder = env::temp_dir().join(format!("wengang-sources-{}", std::process::id()));
        let now = || Sources::of([folder.clone()].into_iter()).unwrap();
        let file = folder.join("sub/a.rs");
        project::write(&file, "1").unwrap();
        let first = now();
        assert!(now() == first);
        let opened = fs::File::options().write(true).open(&file).unwrap();
        opened.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        let changed = now();
        assert!(changed != first);
        project::write(&folder.join("b.rs"), "").unwrap();
        assert!(now() != changed);
        fs::remove_file(folder.join("b.rs")).unwrap();
        assert!(now() == changed);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn all_that_the_page_is_made_of_is_there() {
        assert!(MADE_OF.iter().all(|name| project::root().join(name).exists()));
    }
}
