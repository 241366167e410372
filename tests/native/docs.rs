//! The documents: every decision is in the index, and what a document names in the repository is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const INDEX: &str = "docs/adr/README.md";
const ARCHITECTURE: &str = "docs/architecture.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The files of a folder whose names end so, by their names.
fn files(folder: &str, ending: &str) -> BTreeSet<String> {
    let names = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).filter(|name| name.ends_with(ending)).collect()
}

/// Every document in Markdown that is written for the repository's readers.
fn documents() -> Vec<String> {
    let mut all = Vec::new();
    for folder in [".", "docs", "docs/adr", "docs/spec"] {
        all.extend(files(folder, ".md").into_iter().map(|name| format!("{folder}/{name}")));
    }
    all
}

/// The texts between two marks, from left to right.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((inside, behind)) = rest.split_once(before).and_then(|(_, rest)| rest.split_once(after)) {
        found.push(inside);
        rest = behind;
    }
    found
}

/// The cells of a row of a table.
fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|').split('|').map(str::trim).collect()
}

#[test]
fn every_decision_is_in_the_index_with_its_title_date_and_status() {
    let index = read(INDEX);
    let rows: Vec<_> = index.lines().filter(|line| line.starts_with("| [")).map(cells).collect();
    let mut decisions = files("docs/adr", ".md");
    decisions.remove("README.md");
    assert_eq!(rows.len(), decisions.len(), "rows of {INDEX}, files next to it");
    for (number, (name, row)) in (1..).zip(decisions.iter().zip(rows)) {
        let text = read(&format!("docs/adr/{name}"));
        let title = text.lines().next().unwrap().trim_start_matches("# ");
        assert!(name.starts_with(&format!("{number:04}-")) && title.starts_with(&format!("{number:04} ")), "{name}");
        assert_eq!(row[0], format!("[{title}]({name})"));
        let head = text.lines().find(|line| line.starts_with("Date: ")).unwrap_or_else(|| panic!("{name} has no date"));
        let (date, status) = head.trim_start_matches("Date: ").split_once(". Status: ").unwrap();
        assert_eq!(row[1], date, "{name}");
        // The index has the first sentence of a status.
        assert_eq!(Some(row[2]), status.split('.').next(), "{name}");
        for heading in ["\n## Context\n", "\n## Decision\n", "\n## Price\n"] {
            assert!(text.contains(heading), "{name} has no {heading}");
        }
    }
}

#[test]
fn every_path_in_the_architecture_and_the_decisions_exists() {
    let decisions = files("docs/adr", ".md").into_iter().map(|name| format!("docs/adr/{name}"));
    let mut paths = 0;
    for document in decisions.chain([ARCHITECTURE.to_owned(), "docs/spec/rules.md".to_owned()]) {
        for code in between(&read(&document), "`", "`") {
            if code.contains('/') && !code.contains([' ', '*']) {
                paths += 1;
                assert!(root().join(code).exists(), "{document} names {code}");
            }
        }
    }
    assert!(paths > 60, "{paths} paths found");
}

#[test]
fn every_function_in_the_architecture_is_in_the_file_of_its_row() {
    let text = read(ARCHITECTURE);
    let mut functions = 0;
    for row in text.lines().filter(|line| line.starts_with('|')).map(cells) {
        let [_, names, file] = row[..] else { continue };
        let (names, file) = (between(names, "`", "`"), between(file, "`", "`"));
        let (false, [file]) = (names.is_empty(), &file[..]) else { continue };
        let source = read(file);
        for name in names {
            functions += 1;
            assert!(source.contains(&format!("fn {name}(")), "{ARCHITECTURE}: {file} has no {name}");
        }
    }
    assert!(functions > 20, "{functions} functions found");
}

#[test]
fn every_relative_link_of_a_document_leads_to_a_file() {
    let mut links = 0;
    for document in documents() {
        let folder: PathBuf = Path::new(&document).parent().unwrap().to_path_buf();
        for link in between(&read(&document), "](", ")") {
            let target = link.split('#').next().unwrap_or_default();
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            links += 1;
            assert!(root().join(&folder).join(target).exists(), "{document} links to {target}");
        }
    }
    assert!(links > 20, "{links} links found");
}
