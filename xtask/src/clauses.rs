//! `clauses`: the index `docs/clauses.md`, from the clauses of the notices to the sections of the law's files that cite
//! them.
//!
//! Every sentence of a notice on record that lays down a duty, a limit or an amount has an entry, or is listed in
//! `docs/clauses.toml` with the reason why it has none.

mod cases;
mod entries;
mod notice;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use toml_edit::{Document, Item};

use crate::quotes::{self, letters};
use crate::{law, project};
use cases::Case;
use entries::Entry;

const INDEX: &str = "docs/clauses.md";
const WITHOUT: &str = "docs/clauses.toml";
/// How many cases an entry names.
const MOST_CASES: usize = 3;

/// A sentence or a whole clause that has no rule, and why.
struct Without {
    line: usize,
    document: String,
    clause: String,
    quote: Option<String>,
    why: String,
}

/// Writes the index.
///
/// # Errors
/// As [`check`], but for an index that is out of date.
pub fn write() -> Result<()> {
    let index = index()?;
    project::write(&project::root().join(INDEX), index)?;
    println!("写好了 {INDEX}");
    Ok(())
}

/// Checks that the index is up to date.
///
/// # Errors
/// Where it is not, where a sentence with a duty, a limit or an amount has neither an entry nor a reason, or where a
/// reason is left over.
pub fn check() -> Result<()> {
    let index = index()?;
    if project::read(&project::root().join(INDEX)).ok().as_deref() != Some(&index) {
        bail!("{INDEX} 和现在的文件不一样，请运行 cargo xtask clauses");
    }
    Ok(())
}

/// The files of the law.
fn files() -> Result<Vec<PathBuf>> {
    project::files_ending(law::POLICIES, ".toml")
}

fn index() -> Result<String> {
    let (mut entries, cases) = (Vec::new(), cases::all()?);
    for file in files()? {
        entries.extend(entries::of_file(&file)?);
    }
    let without = without()?;
    let mut used = BTreeSet::new();
    let mut faults = Vec::new();
    let mut index = String::from(
        "# 条款索引\n\n由 `cargo xtask clauses` 生成，不要手改：通知的每一句，哪些数、条件、话立在它上面，在哪个文件第几行，哪些案例测到。\n\
         没有规则的，为什么写在 `docs/clauses.toml`。\n",
    );
    let sources = quotes::sources()?;
    for source in &sources {
        let Some(body) = &source.body else { continue };
        let of_source: Vec<&Entry> = entries.iter().filter(|entry| entry.document == source.key).collect();
        write!(index, "\n## {}\n", source.number)?;
        let all_letters = letters(body);
        for clause in notice::clauses(body) {
            write!(index, "\n### {}\n", clause.number)?;
            let unquoted: Vec<&&Entry> =
                of_source.iter().filter(|entry| entry.quote.is_none() && entry.clause == clause.number).collect();
            for sentence in &clause.sentences {
                let stands_on = |entry: &&&Entry| {
                    let places = entry.quote.as_ref().map(|quote| notice::places(&all_letters, quote));
                    let places = places.unwrap_or_default();
                    // Words that two clauses share belong to the one that the entry names.
                    let is_of_clause = places.len() == 1 || entry.clause == clause.number;
                    let meets =
                        |place: &Range<usize>| place.start < sentence.place.end && sentence.place.start < place.end;
                    is_of_clause && places.iter().any(meets)
                };
                let standing: Vec<&&Entry> = of_source.iter().filter(stands_on).collect();
                write!(index, "\n> {}\n\n", sentence.text)?;
                standing.iter().for_each(|entry| line(&mut index, entry, &cases));
                if !standing.is_empty() || !sentence.binds() {
                    if standing.is_empty() {
                        index.push_str("- 没有职责、限度、数额\n");
                    }
                    continue;
                }
                let reason = without.iter().position(|without| {
                    without.document == source.key
                        && without.clause == clause.number
                        && without.quote.as_ref().is_none_or(|quote| letters(&sentence.text).contains(&letters(quote)))
                });
                match reason {
                    Some(reason) => {
                        used.insert(reason);
                        let why = without.get(reason).map_or("", |without| &without.why);
                        writeln!(index, "- 没有规则：{why}")?;
                    }
                    None => faults.push(format!(
                        "{} {}：“{}”有职责、限度或者数额，没有一处规则引它；请写规则，或者在 {WITHOUT} 写明为什么没有",
                        source.key, clause.number, sentence.text
                    )),
                }
            }
            if !unquoted.is_empty() {
                index.push_str("\n引这一条、没有摘录原话的：\n\n");
                unquoted.iter().for_each(|entry| line(&mut index, entry, &cases));
            }
        }
    }
    let held: BTreeSet<&str> =
        sources.iter().filter(|source| source.body.is_some()).map(|source| &*source.key).collect();
    index.push_str("\n## 没有收录原文的文件\n");
    let mut others: BTreeMap<(&str, &str), Vec<&Entry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !held.contains(&*entry.document)) {
        others.entry((&entry.document, &entry.clause)).or_default().push(entry);
    }
    for ((document, clause), entries) in others {
        let number = sources.iter().find(|source| source.key == document).map_or(document, |source| &source.number);
        write!(index, "\n### {number}：{clause}\n\n")?;
        entries.iter().for_each(|entry| line(&mut index, entry, &cases));
    }
    for (_, without) in without.iter().enumerate().filter(|(place, _)| !used.contains(place)) {
        faults.push(format!("{WITHOUT}:{}: 通知里没有这样一句，或者已经有规则引它了；请去掉", without.line));
    }
    if faults.is_empty() { Ok(index) } else { bail!("{}", faults.join("\n")) }
}

/// An entry, its facts, and the cases that test it.
fn line(index: &mut String, entry: &Entry, cases: &[Case]) {
    let _ = write!(index, "- {} `{}:{}`", entry.label, entry.file, entry.line);
    if !entry.facts.is_empty() {
        let _ = write!(index, "；要问 {}", entry.facts.join("、"));
    }
    let testing: Vec<&Case> = cases.iter().filter(|case| case.tests(entry)).collect();
    if let Some(first) = testing.first() {
        let lines: Vec<String> = testing.iter().take(MOST_CASES).map(|case| case.line.to_string()).collect();
        let more = if testing.len() > MOST_CASES { format!("…共 {} 个", testing.len()) } else { String::new() };
        let _ = write!(index, "；案例 `{}:{}`{more}", first.file, lines.join(","));
    }
    index.push('\n');
}

fn without() -> Result<Vec<Without>> {
    let source = project::read(&project::root().join(WITHOUT))?;
    let document = Document::parse(source.as_str()).context(WITHOUT)?;
    let mut without = Vec::new();
    for table in document.get("without_rule").and_then(Item::as_array_of_tables).into_iter().flatten() {
        let start = table.span().map_or(0, |span| span.start);
        let line = 1 + source.get(..start).unwrap_or_default().matches('\n').count();
        let text = |key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
        let needed = |key: &str| text(key).with_context(|| format!("{WITHOUT}:{line}: 缺少“{key}”"));
        without.push(Without {
            line,
            document: needed("document")?,
            clause: needed("clause")?,
            quote: text("quote"),
            why: needed("why")?,
        });
    }
    Ok(without)
}
