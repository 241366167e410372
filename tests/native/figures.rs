//! What Rust does not hold: figures of the law, and the browser or the machine below the page.

use std::fs;
use std::path::{Path, PathBuf};

/// The files of a module, without its tests, which may use anything.
fn files_of(module: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![src.join(format!("{module}.rs"))];
    files.extend(files_in(src.join(module)));
    files
}

/// The files of a folder, as those of a module.
fn files_in(folder: PathBuf) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().ends_with("tests") || entry.path().ends_with("tests.rs") {
                continue;
            }
            if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files
}

#[test]
fn the_browser_and_the_machine_are_named_only_above_the_core() {
    const NAMES: [&str; 9] =
        ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "std::net", "std::time", "std::fs", "std::env"];
    let reader = files_in(Path::new(env!("CARGO_MANIFEST_DIR")).join("batch/src"));
    let reader = reader.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    let workbench = files_in(Path::new(env!("CARGO_MANIFEST_DIR")).join("workbench/src"));
    let is_page = |file: &PathBuf| {
        ["page", "page.rs", "bin"].iter().any(|part| file.components().any(|c| c.as_os_str() == *part))
    };
    let workbench = workbench.into_iter().filter(|file| !is_page(file));
    let core = ["policy", "law", "heads", "text", "api", "state"].into_iter().flat_map(files_of);
    for file in core.chain(reader).chain(workbench) {
        let text = fs::read_to_string(&file).unwrap();
        for name in NAMES {
            let is_named = text.contains(&format!("{name}::")) || text.contains(&format!("use {name}"));
            assert!(!is_named, "{} names {name}", file.display());
        }
    }
}

/// The modules between the pack and the answer.
const OF_THE_LAW: [&str; 7] =
    ["law", "heads", "policy/rule_status", "api/case", "api/policies", "api/rounds", "api/answer"];

#[test]
fn what_is_left_of_the_rules_in_rust_has_no_figure_of_the_law() {
    // 2: decimal places of a percentage and of 分; 5: how many measures there are; 10: decimal places.
    const KNOWN: [&str; 7] = ["0", "1", "2", "5", "10", "100", "12"];
    // What reads figures by their names.
    let of_the_engine = Path::new(env!("CARGO_MANIFEST_DIR")).join("engine/src/pack/measure.rs");
    for file in OF_THE_LAW.iter().flat_map(|module| files_of(module)).chain([of_the_engine]) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let outside_texts: String = line.split('"').step_by(2).collect();
            for word in outside_texts.split(|c: char| !c.is_alphanumeric() && c != '_') {
                let literal = word.split('_').next().unwrap_or_default();
                let is_number = literal.starts_with(|c: char| c.is_ascii_digit());
                assert!(!is_number || KNOWN.contains(&literal), "{}:{}: {literal}", file.display(), number + 1);
            }
        }
    }
}
