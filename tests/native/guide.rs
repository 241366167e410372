//! The notices clause by clause: everything that a notice grants, limits, dates or demands (`tests/cases/notice.toml`)
//! is on the screen, in the clause where it is looked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use toml::Table;
use wengang::api::policies;
use wengang::law::PACK;
use wengang::policy::date::Date;
use wengang::state::{Clause, Guide, Load, NoticePart, Notices};
use wengang::text::page::guide as words;
use wengang_compiler::{File, Report, guide, guide_file};

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

/// How people look for something, and what must be found.
#[derive(serde::Deserialize)]
struct Looked {
    question: Vec<LookedFor>,
}

#[derive(serde::Deserialize)]
struct LookedFor {
    anchor: String,
    phrases: Vec<String>,
}

#[test]
fn what_people_ask_is_found_in_their_own_words() {
    let looked = toml::from_str::<Looked>(include_str!("../cases/questions.toml")).unwrap().question;
    let count = looked.iter().map(|one| one.phrases.len()).sum::<usize>();
    assert!(count >= 60, "{count}");
    let load = Load::Loaded(Rc::new(notices()));
    for LookedFor { anchor, phrases } in looked {
        for text in phrases {
            let mut guide = Guide { load: load.clone(), ..Guide::default() };
            guide.search.text.clone_from(&text);
            assert!(guide.questions().iter().any(|one| one.anchor == anchor), "{text}");
        }
    }
}

/// A file of `policies/`.
fn file(name: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name);
    File { name: name.to_owned(), text: fs::read_to_string(path).unwrap() }
}

/// The guide made of these files.
fn guide_of(files: &[File]) -> Result<String, Report> {
    let measures: Vec<&str> = PACK.measures.iter().map(|measure| measure.id.as_str()).collect();
    guide(files, &measures)
}

/// The guide, unchanged.
fn guide_text() -> String {
    guide_of(&["documents.toml", "guide.toml"].map(file)).unwrap()
}

fn notices() -> Notices {
    Notices::parse(&guide_text()).unwrap()
}

/// The number of a document.
fn number(key: &str) -> String {
    let documents: Table = file("documents.toml").text.parse().unwrap();
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
fn every_sentence_of_the_notices_is_in_its_clause() {
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
    let name = guide_file(&guide_text());
    assert_eq!(name, policies::guide_file());
    let digits = name.strip_prefix("guide-").and_then(|name| name.strip_suffix(".txt")).unwrap();
    assert!(digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase()));
}

/// The guide's files, with the first occurrence of some words in the guide damaged, and its line.
#[track_caller]
fn spoiled(from: &str, to: &str) -> ([File; 2], usize) {
    let [documents, mut guide] = ["documents.toml", "guide.toml"].map(file);
    let at = guide.text.find(from).unwrap_or_else(|| panic!("no {from}"));
    let line = guide.text[..at].matches('\n').count() + 1;
    guide.text.replace_range(at..at + from.len(), to);
    ([documents, guide], line)
}

#[test]
fn the_name_changes_with_the_text_of_the_guide() {
    let changed = guide_of(&spoiled("title = \"", "title = \"新").0).unwrap();
    assert_ne!(changed, guide_text());
    assert_ne!(guide_file(&changed), guide_file(&guide_text()));
}

/// Refused within the block that begins where the words are, and for nothing else.
#[track_caller]
fn refused(from: &str, to: &str, sentence: &str) {
    let (files, line) = spoiled(from, to);
    let report = guide_of(&files).unwrap_err();
    let said: Vec<String> = report.messages.iter().map(ToString::to_string).collect();
    let [message] = &report.messages[..] else { panic!("{from}: {said:?}") };
    assert_eq!(message.file, "guide.toml");
    assert!((line..line + 9).contains(&message.line), "{said:?} is not near line {line}");
    assert!(said[0].contains(sentence), "{from}: {said:?}");
}

#[test]
fn what_is_wrong_in_the_guide_is_refused_with_its_line() {
    let of_part = "document = \"hebei-2024-14\"";
    refused(of_part, "document = \"hebei-2042-14\"", "“hebei-2042-14”：documents.toml 里没有这个文件；");
    refused(of_part, "document = \"mohrss-2025-18\"", "“mohrss-2025-18”：这个文件没有原文；没有原文的不能逐条看");
    refused("anchor = \"14-0-2\"", "anchor = \"14-0-1\"", "“14-0-1”：这个“anchor”写了两次；请换一个");
    refused("anchor = \"14-0-2\"", "anchor = \"answer\"", "要写用连字符连起来的几个数，例如 \"14-2-1\"");
    refused("anchor = \"14-0-2\"", "anchor = \"14--2\"", "要写用连字符连起来的几个数，例如 \"14-2-1\"");
    refused("\ntext = ", "\ntext = \"\" #", "“text”写法不对；要写文字，加引号，不能空着");
    refused("\ntext = ", "\ntext = \"一\\n二\" #", "要写在一行里，不能有制表符；请去掉换行和制表符");
    refused("\nquote = ", "\nqoute = ", "“qoute”：这里没有这一项；是不是“quote”");
    refused(
        "until = 2025-12-31",
        "until = \"2025-12-31\"",
        "要写1900年到2199年之间真有的日期，例如 2024-12-31，不加引号",
    );
    refused("calculator = \"premium\"", "calculator = \"premiums\"", "“premiums”：没有这个测算；可以填 ");
    refused("\nwho = ", "\nwhom = ", "“whom”：这里没有这一项；");
    refused(
        "anchor = \"14-5-8\"\n\n[[ready]]",
        "anchor = \"14-9-9\"\n\n[[ready]]",
        "“14-9-9”：没有这一条；要写前面一条的 anchor",
    );
    refused("section = \"引言\"", "section = \"引言\"\nnumber = 1", "“number”：这里没有这一项；");
}

#[test]
fn a_guide_without_its_files_or_without_clauses_is_refused() {
    let said = |files: &[File]| guide_of(files).unwrap_err().to_string();
    assert!(said(&[file("documents.toml")]).starts_with("guide.toml:1:1: 没有这个文件；请补上"));
    assert!(said(&[file("guide.toml")]).contains("documents.toml:1:1: 没有这个文件；请补上"));
    let empty = File { name: "guide.toml".to_owned(), text: String::new() };
    assert!(said(&[file("documents.toml"), empty]).starts_with("guide.toml:1:1: 没有一部分；请补上 [[part]]"));
}
