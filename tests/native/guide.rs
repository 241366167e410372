//! The notices clause by clause: whatever a notice grants, limits, dates or demands (`tests/cases/notice.toml`) stands
//! on the screen, in the clause where it is looked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;
use wengang::api::policies::guide_file;
use wengang::policy::date::Date;
use wengang::state::{Clause, NoticePart, Notices};
use wengang::text::page::guide as words;

use crate::packs::compile;

/// What a notice says in one place.
#[derive(serde::Deserialize)]
struct Entry {
    document: String,
    clause: String,
    quote: String,
    anchor: String,
    words: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Checklist {
    entry: Vec<Entry>,
}

fn entries() -> Vec<Entry> {
    toml::from_str::<Checklist>(include_str!("../cases/notice.toml")).unwrap().entry
}

fn policies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("policies")
}

fn notices() -> Notices {
    Notices::parse(&compile::guide(&policies()).unwrap().1).unwrap()
}

/// The number of a document.
fn number(key: &str) -> String {
    let text = fs::read_to_string(policies().join("documents.toml")).unwrap();
    let documents: Table = text.parse().unwrap();
    let all = documents["document"].as_array().unwrap();
    let found = all.iter().find(|document| document["key"].as_str() == Some(key)).unwrap();
    found["number"].as_str().unwrap().to_owned()
}

/// What the screen shows of a clause.
fn shown(clause: &Clause) -> String {
    let until = clause.until.map(|last| words::until(last, Date::new(2024, 9, 1))).unwrap_or_default();
    [&*clause.title, &clause.text, &clause.who, &until, &clause.quote].join("\n")
}

fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !"*<>".contains(*letter)).collect()
}

#[test]
fn every_sentence_of_the_notices_stands_in_its_clause() {
    let notices = notices();
    let clauses = || notices.parts.iter().flat_map(|part| part.clauses.iter().map(move |clause| (part, clause)));
    let mut wrong = Vec::new();
    for entry in entries() {
        let found: Option<(&NoticePart, &Clause)> = clauses().find(|(_, clause)| clause.anchor == entry.anchor);
        let Some((part, clause)) = found else {
            wrong.push(format!("{}：没有这一条（{}）", entry.anchor, entry.quote));
            continue;
        };
        if (&part.document, &part.section) != (&number(&entry.document), &entry.clause) {
            wrong.push(format!("{}：挪到了 {} {}", entry.anchor, part.document, part.section));
        }
        if clause.text.trim().is_empty() || clause.title.trim().is_empty() {
            wrong.push(format!("{}：是空的", entry.anchor));
        }
        let shown = shown(clause);
        let missing = entry.words.iter().filter(|word| word.is_empty() || !shown.contains(word.as_str()));
        wrong.extend(missing.map(|word| format!("{}：读不到“{word}”", entry.anchor)));
        assert!(!entry.words.is_empty(), "{}", entry.anchor);
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_checklist_knows_every_section_and_date_of_the_guide() {
    let (entries, notices) = (entries(), notices());
    assert!(entries.len() >= 70, "{}", entries.len());
    let listed: BTreeSet<_> = entries.iter().map(|entry| (number(&entry.document), entry.clause.clone())).collect();
    let held: BTreeSet<_> = notices.parts.iter().map(|part| (part.document.clone(), part.section.clone())).collect();
    assert_eq!(listed, held);
    // A clause with a last day says so in its sentence too, and each is on the list.
    for part in &notices.parts {
        for clause in &part.clauses {
            let until = clause.until.map(|day| format!("{}年{}月{}日", day.year(), day.month(), day.day()));
            assert!(until.is_none_or(|day| clause.text.contains(&day)), "{}", clause.anchor);
            let quote = plain(&clause.quote);
            let is_listed = |entry: &&Entry| {
                let listed = plain(&entry.quote);
                entry.anchor == clause.anchor || listed.contains(&quote) || quote.contains(&listed)
            };
            assert!(entries.iter().any(|entry| is_listed(&entry)), "{}", clause.anchor);
        }
    }
    assert!(notices.ready.iter().all(|ready| entries.iter().any(|entry| entry.anchor == ready.anchor)));
}

#[test]
fn the_file_is_named_by_its_text() {
    let (name, _) = compile::guide(&policies()).unwrap();
    assert_eq!(name, guide_file());
    let digits = name.strip_prefix("guide-").and_then(|name| name.strip_suffix(".txt")).unwrap();
    assert!(digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase()));
}

/// The guide alone, with a place in it spoiled.
#[track_caller]
fn refused(name: &str, from: &str, to: &str, sentence: &str) {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("guide-{name}"));
    fs::create_dir_all(&copy).unwrap();
    fs::copy(policies().join("documents.toml"), copy.join("documents.toml")).unwrap();
    let text = fs::read_to_string(policies().join("guide.toml")).unwrap();
    let at = text.find(from).unwrap_or_else(|| panic!("no {from}"));
    fs::write(copy.join("guide.toml"), [&text[..at], to, &text[at + from.len()..]].concat()).unwrap();
    let refusal = compile::guide(&copy).err().unwrap_or_default();
    assert!(refusal.contains("guide.toml:") && refusal.contains(sentence), "{name}: {refusal}");
}

#[test]
fn what_is_wrong_in_the_guide_is_refused_with_its_line() {
    refused("document", "document = \"hebei-2024-14\"", "document = \"hebei-2042-14\"", "没有文件“hebei-2042-14”");
    refused("not-held", "document = \"hebei-2024-14\"", "document = \"mohrss-2025-18\"", "没有原文");
    refused("twice", "anchor = \"14-0-2\"", "anchor = \"14-0-1\"", "写了两次");
    refused("anchor", "anchor = \"14-0-2\"", "anchor = \"answer\"", "连字符");
    refused("blank-anchor", "anchor = \"14-0-2\"", "anchor = \"14--2\"", "连字符");
    refused("text", "\ntext = ", "\ntext = \"\" #", "不空的文字");
    refused("lines", "\ntext = ", "\ntext = \"一\\n二\" #", "写在一行里");
    refused("quote", "\nquote = ", "\nqoute = ", "缺少“quote”");
    refused("day", "until = 2025-12-31", "until = \"2025-12-31\"", "日期");
    refused("calculator", "calculator = \"premium\"", "calculator = \"premiums\"", "没有这个测算");
    refused("key", "\nwho = ", "\nwhom = ", "不认识“whom”");
    refused("ready", "anchor = \"14-5-8\"\n\n[[ready]]", "anchor = \"14-9-9\"\n\n[[ready]]", "没有“14-9-9”这一条");
    refused("part-key", "section = \"引言\"", "section = \"引言\"\nnumber = 1", "不认识“number”");
}
