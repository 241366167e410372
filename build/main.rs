//! Build script: compiles `policies/` into a pack for `src/law.rs`, and writes down for `src/heads.rs` what the first
//! screen needs of it.

mod heads;

use std::path::{Path, PathBuf};

use wengang_compiler::{File, Pack, built_in, compile, guide};
use wengang_engine::packed;

/// What makes a folder a place.
const PLACE_FILE: &str = "place.toml";

fn main() {
    println!("cargo::rerun-if-env-changed=WENGANG_POLICIES");
    println!("cargo::rerun-if-changed=build");
    let policies = policies_dir();
    println!("cargo::rerun-if-changed={}", policies.display());
    if let Err(report) = build(&policies) {
        report.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn build(policies: &Path) -> Result<(), String> {
    let pack = pack(policies)?;
    let bytes = packed::write(&pack).map_err(|error| error.to_string())?;
    // The product reads the same bytes without checking them again.
    packed::read(&bytes).map_err(|error| error.to_string())?;
    let shared = ["documents.toml", "guide.toml"].map(|name| file(policies, name));
    let measures: Vec<&str> = pack.measures.iter().map(|measure| measure.id.as_str()).collect();
    let shared = shared.into_iter().collect::<Result<Vec<_>, _>>()?;
    let guide = guide(&shared, &measures).map_err(|report| report.to_string())?;
    write("law.pack", &bytes)?;
    write("heads.rs", heads::code(&pack, &guide).as_bytes())?;
    // Only tests read it there: the page fetches the file that xtask writes.
    write("guide.txt", guide.as_bytes())
}

/// The pack of the place that is built in: its own files, and what holds in every place.
fn pack(policies: &Path) -> Result<Pack, String> {
    let folders = names(policies)?.into_iter().filter(|name| policies.join(name).join(PLACE_FILE).is_file());
    let of_places = folders.map(|folder| file(policies, &format!("{folder}/{PLACE_FILE}")));
    let of_places = of_places.collect::<Result<Vec<_>, _>>()?;
    let place = built_in(&of_places).map_err(|report| report.to_string())?;
    let mut files = vec![file(policies, "documents.toml")?];
    for folder in ["cn", &place] {
        for name in names(&policies.join(folder))? {
            files.push(file(policies, &format!("{folder}/{name}"))?);
        }
    }
    compile(&place, &files).map_err(|report| report.to_string())
}

/// The names of the entries of a folder.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let unreadable = |error: std::io::Error| format!("{}: 读不了这个文件夹：{error}", folder.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        names.push(entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn file(policies: &Path, name: &str) -> Result<File, String> {
    let path = policies.join(name);
    let text = std::fs::read_to_string(&path);
    let text = text.map_err(|error| format!("{}: 读不了这个文件：{error}", path.display()))?;
    Ok(File { name: name.to_owned(), text })
}

fn write(name: &str, content: &[u8]) -> Result<(), String> {
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join(name);
    std::fs::write(&out, content).map_err(|error| format!("{}: {error}", out.display()))
}

/// `WENGANG_POLICIES` names another folder: a test builds with its own rules this way.
fn policies_dir() -> PathBuf {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    std::env::var("WENGANG_POLICIES").map_or_else(|_| Path::new(&root).join("policies"), PathBuf::from)
}
