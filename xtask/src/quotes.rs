//! `check-quotes`: compares every quote of `policies/` and of the guide's checklist with the documents' texts in
//! `policies/sources/`.
//!
//! A text is named after its document's key in `policies/documents.toml`. Its head, between two lines `---`, says where
//! it comes from and is not compared.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use toml_edit::visit::{self, Visit};
use toml_edit::{Document, Item, Table};

use crate::project;

/// Where the documents' texts are.
const SOURCES: &str = "policies/sources";
/// The list of documents that may be cited.
const DOCUMENTS: &str = "policies/documents.toml";
/// What the guide must say, sentence by sentence of the notices: it is quoted too.
const CHECKLIST: &str = "tests/cases/notice.toml";
/// What opens and closes a text's head.
const RULE: &str = "---";

/// A document that may be cited, and its text where it is on record.
struct Source {
    number: String,
    text: Option<String>,
}

/// Checks that every quote stands word for word in one of the documents on record, and prints what was checked in each.
///
/// # Errors
/// Where the list of documents and the texts do not agree, there is no quote at all, or one is empty or not found.
pub fn check() -> Result<()> {
    let sources = sources()?;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut checked, mut wrong) = (0_u32, 0_u32);
    let mut files = project::files_ending("policies", ".toml")?;
    files.push(project::root().join(CHECKLIST));
    for path in files {
        for (line, text) in quotes_in(&path)? {
            checked += 1;
            match containing(&text, &sources) {
                Ok(found) => found.for_each(|number| *counts.entry(number).or_default() += 1),
                Err(fault) => {
                    wrong += 1;
                    println!("{}:{line}: {fault}：“{text}”", project::shown(&path));
                }
            }
        }
    }
    for source in sources.iter().filter(|source| source.text.is_some()) {
        println!("{}：{} 条引文在原文中", source.number, counts.get(&*source.number).unwrap_or(&0));
    }
    let without_text: Vec<_> = sources.iter().filter(|source| source.text.is_none()).map(|s| &*s.number).collect();
    println!("没有收录原文、无法核对的文件（{} 份）：{}", without_text.len(), without_text.join("、"));
    println!("核对了 {checked} 条引文，{wrong} 条有误");
    if checked == 0 || wrong > 0 {
        bail!("引文核对没有通过");
    }
    Ok(())
}

/// Reads the list of documents, and the text of each that has one.
fn sources() -> Result<Vec<Source>> {
    let mut texts = BTreeMap::new();
    for path in project::files_ending(SOURCES, ".md")? {
        let key = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = body(&project::read(&path)?).with_context(|| project::shown(&path))?;
        texts.insert(key, text);
    }
    let list = project::read(&project::root().join(DOCUMENTS))?;
    matched(list.parse::<Document<_>>().context(DOCUMENTS)?.as_table(), texts)
}

/// Gives each document its text: exactly the documents with `held = true` have one.
fn matched(list: &Table, mut texts: BTreeMap<String, String>) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    let documents = list.get("document").and_then(Item::as_array_of_tables).context("没有一份文件")?;
    for document in documents {
        let value = |name: &str| document.get(name).with_context(|| format!("缺少“{name}”"));
        let key = value("key")?.as_str().unwrap_or_default();
        let text = texts.remove(key);
        match (value("held")?.as_bool(), &text) {
            (Some(true), None) => bail!("“{key}”写着 held = true，但是没有 {SOURCES}/{key}.md"),
            (Some(false), Some(_)) => bail!("有 {SOURCES}/{key}.md，但是“{key}”写着 held = false"),
            _ => {}
        }
        sources.push(Source { number: value("number")?.as_str().unwrap_or_default().to_owned(), text });
    }
    if let Some(key) = texts.keys().next() {
        bail!("{DOCUMENTS} 里没有“{key}”，但是有 {SOURCES}/{key}.md");
    }
    Ok(sources)
}

/// Returns the letters of a document's own words, without the head that says where they come from.
fn body(text: &str) -> Result<String> {
    let mut lines = text.lines();
    let has_head = lines.next() == Some(RULE);
    let body: String = lines.skip_while(|line| *line != RULE).skip(1).map(letters).collect();
    if !has_head || body.is_empty() {
        bail!("开头要有两行“---”，中间写明这份文字从哪里来，后面是原文");
    }
    Ok(body)
}

/// Returns the numbers of the documents that contain a quote.
fn containing<'s>(quote: &str, sources: &'s [Source]) -> Result<impl Iterator<Item = &'s str>, &'static str> {
    let quote = letters(quote);
    if quote.is_empty() {
        return Err("引文是空的");
    }
    let has_quote = |source: &&Source| source.text.as_ref().is_some_and(|text| text.contains(&quote));
    let found: Vec<_> = sources.iter().filter(has_quote).map(|source| &*source.number).collect();
    if found.is_empty() { Err("原文中没有这句话") } else { Ok(found.into_iter()) }
}

/// Returns a text without what only lays it out: white space, and Markdown's `*`, `<` and `>`.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"*<>".contains(*c)).collect()
}

/// Returns the quotes of a file with their lines.
fn quotes_in(path: &Path) -> Result<Vec<(usize, String)>> {
    let source = project::read(path)?;
    let document = Document::parse(source.as_str()).with_context(|| project::shown(path))?;
    let mut quotes = Quotes { source: &source, found: Vec::new() };
    quotes.visit_table(document.as_table());
    Ok(quotes.found)
}

/// Collects every text whose key is `quote`, however deep.
struct Quotes<'doc> {
    source: &'doc str,
    found: Vec<(usize, String)>,
}

impl<'doc> Visit<'doc> for Quotes<'doc> {
    fn visit_table_like_kv(&mut self, key: &'doc str, node: &'doc Item) {
        if let (Some(text), Some(span)) = (node.as_str().filter(|_| key == "quote"), node.span()) {
            let before = self.source.bytes().take(span.start);
            let line = 1 + before.filter(|byte| *byte == b'\n').count();
            self.found.push((line, text.to_owned()));
        }
        visit::visit_table_like_kv(self, key, node);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(number: &str, text: Option<&str>) -> Source {
        Source { number: number.to_owned(), text: text.map(letters) }
    }

    fn texts(keys: &[&str]) -> BTreeMap<String, String> {
        keys.iter().map(|key| ((*key).to_owned(), String::new())).collect()
    }

    fn refusal(list: &str, keys: &[&str]) -> String {
        let list = list.parse::<Document<_>>().unwrap();
        matched(list.as_table(), texts(keys)).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn quote_matches_across_line_breaks_and_markdown() {
        let text = "**二、延续**实施\n\n失业保险　稳岗返还<https://he.12333.gov.cn>";
        let sources = [source("1号", None), source("2号", Some(text)), source("3号", Some("延续实施"))];
        let found = |quote: &str| containing(quote, &sources).map(Iterator::collect::<Vec<_>>);
        assert_eq!(found("延续实施失业保险稳岗返还"), Ok(vec!["2号"]));
        assert_eq!(found("延续实施"), Ok(vec!["2号", "3号"]));
        assert_eq!(found("延续实施失业保险返还"), Err("原文中没有这句话"));
        assert_eq!(found(" * "), Err("引文是空的"));
    }

    #[test]
    fn the_head_of_a_text_is_not_compared() {
        assert_eq!(body("---\n文号: 1号\n---\n\n第 一 条\n").unwrap(), "第一条");
        // A line that only looks like the end of the head.
        assert_eq!(body("---\n文号: 1号---\n标题: 甲\n---\n乙\n").unwrap(), "乙");
        assert_eq!(body("---\r\n文号: 1号\r\n---\r\n第一\r\n条\r\n").unwrap(), "第一条");
        for text in ["第一条\n", "文号: 1号\n---\n第一条\n", "---\n文号: 1号\n第一条\n", "---\n文号: 1号\n---\n \n", ""]
        {
            assert!(body(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_list_of_documents_and_the_texts_must_agree() {
        let list = "[[document]]\nkey = \"a\"\nnumber = \"1号\"\nheld = true\n\
                    [[document]]\nkey = \"b\"\nnumber = \"2号\"\nheld = false\n";
        assert_eq!(refusal(list, &["a"]), "");
        assert!(refusal(list, &[]).contains("没有 policies/sources/a.md"));
        assert!(refusal(list, &["a", "b"]).contains("有 policies/sources/b.md"));
        assert!(refusal(list, &["a", "c"]).contains("里没有“c”"));
    }

    #[test]
    fn quotes_are_found_in_tables_and_inline_tables_with_their_lines() {
        let source = "[[round]]\nquote = \"甲\"\n[round.large]\ncites = [\n  { clause = \"二\", quote = \"乙\" },\n]\n";
        let document = Document::parse(source).unwrap();
        let mut quotes = Quotes { source, found: Vec::new() };
        quotes.visit_table(document.as_table());
        assert_eq!(quotes.found, [(2, "甲".to_owned()), (5, "乙".to_owned())]);
    }
}
