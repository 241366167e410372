//! `check-quotes`: compares every quote of `policies/` and of the guide's checklist with the text of its own document in
//! `policies/sources/`. A quote belongs to the document that its section names, or the section around it.
//!
//! A text is named after its document's key in `policies/documents.toml`. Its head, between two lines `---`, says where
//! it comes from and is not compared.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use toml_edit::{Document, Item, Table};

use crate::project;

pub use wengang_workbench::quotes::{Quote, Source, letters, of_its_document};

/// Where the documents' texts are.
const SOURCES: &str = "policies/sources";
/// The list of documents that may be cited.
const DOCUMENTS: &str = "policies/documents.toml";
/// What the guide must say, sentence by sentence of the notices: it is quoted too.
const CHECKLIST: &str = "tests/cases/notice.toml";
/// Checks that every quote is in its document word for word, or only the quotes of one document, and prints what was
/// checked in each.
///
/// # Errors
/// Where the list of documents and the texts do not agree, there is no such document or no quote at all, or one is empty
/// or not found.
pub fn check(only: Option<&str>) -> Result<()> {
    let sources = sources()?;
    if let Some(key) = only.filter(|key| sources.iter().all(|source| source.key != *key || source.body.is_none())) {
        let held = sources.iter().filter(|source| source.body.is_some()).map(|source| &*source.key);
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
    let is_asked = |source: &&Source| source.body.is_some() && only.is_none_or(|key| source.key == key);
    for source in sources.iter().filter(is_asked) {
        println!("{}：{} 条引文在原文中", source.number, counts.get(&*source.key).unwrap_or(&0));
    }
    if only.is_none() {
        let without_text: Vec<_> = sources.iter().filter(|source| source.body.is_none()).map(|s| &*s.number).collect();
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
        let text = wengang_workbench::quotes::body(&project::read(&path)?)
            .context("开头要有两行“---”，中间写明这份文字从哪里来，后面是原文")
            .with_context(|| project::shown(&path))?;
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
        sources.push(Source { key: key.to_owned(), number, body: text });
    }
    if let Some(key) = texts.keys().next() {
        bail!("{DOCUMENTS} 里没有“{key}”，但是有 {SOURCES}/{key}.md");
    }
    Ok(sources)
}

/// Returns the quotes of a file.
///
/// # Errors
/// Where the file cannot be read or is not TOML.
pub fn quotes_in(path: &Path) -> Result<Vec<Quote>> {
    wengang_workbench::quotes::quotes_in(&project::read(path)?).with_context(|| project::shown(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(keys: &[&str]) -> BTreeMap<String, String> {
        keys.iter().map(|key| ((*key).to_owned(), String::new())).collect()
    }

    fn refusal(list: &str, keys: &[&str]) -> String {
        let list = list.parse::<Document<_>>().unwrap();
        matched(list.as_table(), texts(keys)).err().map(|error| error.to_string()).unwrap_or_default()
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
}
