//! Imports go one way (the table in `src/lib.rs`).

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with what it may import from the crate.
const ALLOWED: [(&str, &[&str]); 7] = [
    ("policy", &[]),
    ("packs", &["policy"]),
    ("text", &["policy"]),
    ("api", &["policy", "packs", "text"]),
    ("state", &["policy", "packs", "api"]),
    ("view", &["policy", "state", "text", "api"]),
    ("web", &["policy", "state", "api"]),
];

fn files_of(layer: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![src.join(format!("{layer}.rs"))];
    let mut folders = vec![src.join(layer)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            // A module's tests may use what lies above it.
            if entry.path().ends_with("tests") || entry.path().ends_with("tests.rs") {
                continue;
            }
            if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files
}

#[test]
fn layers_import_only_what_lies_below() {
    let layers: Vec<_> = ALLOWED.iter().map(|(layer, _)| *layer).collect();
    for (layer, below) in ALLOWED {
        for file in files_of(layer) {
            let text = fs::read_to_string(&file).unwrap();
            for other in layers.iter().filter(|other| **other != layer && !below.contains(other)) {
                let import = format!("crate::{other}");
                let found = text
                    .match_indices(&import)
                    .any(|(at, _)| !text[at + import.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'));
                assert!(!found, "{} imports {other}", file.display());
            }
        }
    }
}

#[test]
fn the_browser_and_the_machine_are_named_only_above_the_core() {
    for layer in ["policy", "packs", "text", "api", "state"] {
        for file in files_of(layer) {
            let text = fs::read_to_string(&file).unwrap();
            for name in
                ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "std::net", "std::time", "std::fs", "std::env"]
            {
                assert!(
                    !text.contains(&format!("{name}::")) && !text.contains(&format!("use {name}")),
                    "{}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn the_rules_hold_no_figure_of_the_law() {
    for file in files_of("policy").into_iter().filter(|file| file.to_string_lossy().contains("rules")) {
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let outside_texts: String = line.split('"').step_by(2).collect();
            for word in outside_texts.split(|c: char| !c.is_alphanumeric() && c != '_') {
                let literal: String = word.split('_').next().unwrap_or_default().to_owned();
                let is_number = literal.starts_with(|c: char| c.is_ascii_digit());
                // 2: decimal places of a percentage and of 分; 5: levels are numbered from it; 10: decimal places.
                let known = ["0", "1", "2", "5", "10", "100", "12"].contains(&literal.as_str());
                assert!(!is_number || known, "{}:{}: {literal}", file.display(), number + 1);
            }
        }
    }
}
