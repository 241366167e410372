//! `check-quotes`: compares every quote of `policies/` and of the guide's checklist with the text of its own document in
//! `policies/sources/`. A quote belongs to the document that its section names, or the section around it.
//!
//! A text is named after its document's key in `policies/documents.toml`. Its head, between two lines `---`, says where
//! it comes from and is not compared.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use toml_edit::{Document, Item, Table, TableLike, Value};

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
pub struct Source {
    /// Its key in the list.
    pub key: String,
    /// Its number.
    pub number: String,
    /// Its own words, laid out as they are.
    pub body: Option<String>,
    /// The same without what only lays them out.
    text: Option<String>,
}

/// Checks that every quote stands word for word in its document, or only those of one document, and prints what was
/// checked in each.
///
/// # Errors
/// Where the list of documents and the texts do not agree, there is no such document or no quote at all, or one is empty
/// or not found.
pub fn check(only: Option<&str>) -> Result<()> {
    let sources = sources()?;
    if let Some(key) = only.filter(|key| sources.iter().all(|source| source.key != *key || source.text.is_none())) {
        let held = sources.iter().filter(|source| source.text.is_some()).map(|source| &*source.key);
        bail!("没有“{key}”的原文，有 {}", held.collect::<Vec<_>>().join("、"));
    }
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut checked, mut wrong) = (0_u32, 0_u32);
    let mut files = project::files_ending("policies", ".toml")?;
    files.push(project::root().join(CHECKLIST));
    for path in files {
        for quote in quotes_in(&path)? {
            if only.is_some_and(|key| quote.document.as_deref() != Some(key)) {
                continue;
            }
            checked += 1;
            match of_its_document(&quote, &sources) {
                Ok(source) => *counts.entry(&source.key).or_default() += 1,
                Err(fault) => {
                    wrong += 1;
                    println!("{}:{}: {fault}：“{}”", project::shown(&path), quote.line, quote.text);
                }
            }
        }
    }
    let is_asked = |source: &&Source| source.text.is_some() && only.is_none_or(|key| source.key == key);
    for source in sources.iter().filter(is_asked) {
        println!("{}：{} 条引文在原文中", source.number, counts.get(&*source.key).unwrap_or(&0));
    }
    if only.is_none() {
        let without_text: Vec<_> = sources.iter().filter(|source| source.text.is_none()).map(|s| &*s.number).collect();
        println!("没有收录原文、无法核对的文件（{} 份）：{}", without_text.len(), without_text.join("、"));
    }
    println!("核对了 {checked} 条引文，{wrong} 条有误");
    if checked == 0 || wrong > 0 {
        bail!("引文核对没有通过");
    }
    Ok(())
}

/// Reads the list of documents, and the text of each that has one.
///
/// # Errors
/// Where the list and the texts do not agree.
pub fn sources() -> Result<Vec<Source>> {
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
        let number = value("number")?.as_str().unwrap_or_default().to_owned();
        let letters = text.as_deref().map(letters);
        sources.push(Source { key: key.to_owned(), number, body: text, text: letters });
    }
    if let Some(key) = texts.keys().next() {
        bail!("{DOCUMENTS} 里没有“{key}”，但是有 {SOURCES}/{key}.md");
    }
    Ok(sources)
}

/// Returns a document's own words, without the head that says where they come from.
fn body(text: &str) -> Result<String> {
    let mut lines = text.lines();
    let has_head = lines.next() == Some(RULE);
    let body: Vec<&str> = lines.skip_while(|line| *line != RULE).skip(1).collect();
    let body = body.join("\n");
    if !has_head || letters(&body).is_empty() {
        bail!("开头要有两行“---”，中间写明这份文字从哪里来，后面是原文");
    }
    Ok(body)
}

/// Returns the document of a quote, where the quote stands in it.
fn of_its_document<'s>(quote: &Quote, sources: &'s [Source]) -> Result<&'s Source, String> {
    let letters = letters(&quote.text);
    if letters.is_empty() {
        return Err("引文是空的".to_owned());
    }
    let key = quote.document.as_deref().ok_or("没有写是哪份文件的原话（document）")?;
    let source = sources.iter().find(|source| source.key == key);
    let source = source.ok_or_else(|| format!("documents.toml 里没有“{key}”"))?;
    let contains = |source: &Source| source.text.as_ref().is_some_and(|text| text.contains(&letters));
    if contains(source) {
        return Ok(source);
    }
    Err(match (&source.text, sources.iter().find(|source| contains(source))) {
        (_, Some(other)) => format!("“{key}”的原文里没有这句话，“{}”里有", other.key),
        (None, None) => format!("“{key}”没有收录原文，不能引"),
        (Some(_), None) => format!("“{key}”的原文里没有这句话"),
    })
}

/// Returns a text without what only lays it out: white space, and Markdown's `*`, `<` and `>`.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"*<>".contains(*c)).collect()
}

/// A quote of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quote {
    /// The line, from 1.
    pub line: usize,
    /// The key of the document that its section or one around it names.
    pub document: Option<String>,
    /// The clause, as its section or one around it names it.
    pub clause: Option<String>,
    /// The words.
    pub text: String,
}

/// Returns the quotes of a file.
///
/// # Errors
/// Where the file cannot be read or is no TOML.
pub fn quotes_in(path: &Path) -> Result<Vec<Quote>> {
    let source = project::read(path)?;
    let document = Document::parse(source.as_str()).with_context(|| project::shown(path))?;
    let mut quotes = Quotes { source: &source, found: Vec::new() };
    quotes.table(document.as_table(), (None, None));
    Ok(quotes.found)
}

/// Collects every text whose key is `quote`, however deep.
struct Quotes<'doc> {
    source: &'doc str,
    found: Vec<Quote>,
}

impl Quotes<'_> {
    /// Goes through a table; `around`: document and clause of the sections around it.
    fn table(&mut self, table: &dyn TableLike, around: (Option<&str>, Option<&str>)) {
        let of = |key: &str| table.get(key).and_then(Item::as_str);
        let (document, clause) = (of("document").or(around.0), of("clause").or(around.1));
        for (key, item) in table.iter() {
            match item {
                Item::Value(Value::String(text)) if key == "quote" => {
                    let start = item.span().map_or(0, |span| span.start);
                    let before = self.source.bytes().take(start);
                    self.found.push(Quote {
                        line: 1 + before.filter(|byte| *byte == b'\n').count(),
                        document: document.map(str::to_owned),
                        clause: clause.map(str::to_owned),
                        text: text.value().clone(),
                    });
                }
                Item::Table(table) => self.table(table, (document, clause)),
                Item::ArrayOfTables(tables) => tables.iter().for_each(|table| self.table(table, (document, clause))),
                Item::Value(value) => self.value(value, (document, clause)),
                Item::None => {}
            }
        }
    }

    fn value(&mut self, value: &Value, around: (Option<&str>, Option<&str>)) {
        match value {
            Value::InlineTable(table) => self.table(table, around),
            Value::Array(list) => list.iter().for_each(|value| self.value(value, around)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(key: &str, text: Option<&str>) -> Source {
        Source { key: key.to_owned(), number: format!("{key}号"), body: None, text: text.map(letters) }
    }

    fn quote(document: Option<&str>, text: &str) -> Quote {
        Quote { line: 1, document: document.map(str::to_owned), clause: None, text: text.to_owned() }
    }

    fn texts(keys: &[&str]) -> BTreeMap<String, String> {
        keys.iter().map(|key| ((*key).to_owned(), String::new())).collect()
    }

    fn refusal(list: &str, keys: &[&str]) -> String {
        let list = list.parse::<Document<_>>().unwrap();
        matched(list.as_table(), texts(keys)).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_quote_stands_in_its_own_document_across_line_breaks_and_markdown() {
        let text = "**二、延续**实施\n\n失业保险　稳岗返还<https://he.12333.gov.cn>";
        let sources = [source("a", None), source("b", Some(text)), source("c", Some("另一份"))];
        let found = |document: Option<&str>, text: &str| {
            of_its_document(&quote(document, text), &sources).map(|source| source.key.as_str())
        };
        assert_eq!(found(Some("b"), "延续实施失业保险稳岗返还"), Ok("b"));
        for (document, text, fault) in [
            (Some("c"), "延续实施", "“c”的原文里没有这句话，“b”里有"),
            (Some("a"), "延续实施", "“a”的原文里没有这句话，“b”里有"),
            (Some("a"), "没有的话", "“a”没有收录原文，不能引"),
            (Some("b"), "延续实施失业保险返还", "“b”的原文里没有这句话"),
            (Some("d"), "延续实施", "documents.toml 里没有“d”"),
            (None, "延续实施", "没有写是哪份文件的原话（document）"),
            (Some("b"), " * ", "引文是空的"),
        ] {
            assert_eq!(found(document, text), Err(fault.to_owned()));
        }
    }

    #[test]
    fn the_head_of_a_text_is_not_compared() {
        assert_eq!(letters(&body("---\n文号: 1号\n---\n\n第 一 条\n").unwrap()), "第一条");
        // A line that only looks like the end of the head.
        assert_eq!(letters(&body("---\n文号: 1号---\n标题: 甲\n---\n乙\n").unwrap()), "乙");
        assert_eq!(letters(&body("---\r\n文号: 1号\r\n---\r\n第一\r\n条\r\n").unwrap()), "第一条");
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
    fn quotes_are_found_with_their_lines_and_the_document_around_them() {
        let source = "[[round]]\ndocument = \"d\"\nclause = \"一\"\nquote = \"甲\"\n[round.large]\ncites = [\n\
                      { clause = \"二\", quote = \"乙\" },\n]\n[round.small]\ndocument = \"e\"\nquote = \"丙\"\n\
                      [[next]]\nquote = \"丁\"\n";
        let document = Document::parse(source).unwrap();
        let mut quotes = Quotes { source, found: Vec::new() };
        quotes.table(document.as_table(), (None, None));
        let found = quotes
            .found
            .iter()
            .map(|quote| (quote.line, quote.document.as_deref(), quote.clause.as_deref(), quote.text.as_str()));
        let expected = [
            (4, Some("d"), Some("一"), "甲"),
            (7, Some("d"), Some("二"), "乙"),
            (11, Some("e"), Some("一"), "丙"),
            (13, None, None, "丁"),
        ];
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}
