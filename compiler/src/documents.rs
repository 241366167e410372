//! `documents.toml`: the documents that figures may cite.

use std::collections::BTreeMap;

use wengang_engine::pack::{Document, DocumentId};

use crate::suggest;
use crate::toml_file::{Section, Written};

/// The documents by key.
#[derive(Default)]
pub(crate) struct Catalog {
    pub documents: Vec<Document>,
    keys: BTreeMap<String, (DocumentId, bool)>,
}

/// A document that a file names.
#[derive(Clone, Copy)]
pub(crate) struct Named {
    pub id: DocumentId,
    /// Whether we hold its text, so that what is taken from it is quoted.
    pub is_held: bool,
}

impl Catalog {
    /// Reads every `[[document]]`.
    pub fn read(root: &Section<'_>) -> Self {
        let mut catalog = Self::default();
        for section in root.sections("document") {
            let key = section.text("key");
            let document = document(&section);
            let is_held = section.flag("held");
            section.finish();
            if let (Some(key), Some(document)) = (key, document) {
                catalog.add(&section, &key, document, is_held);
            }
        }
        catalog
    }

    fn add(&mut self, section: &Section<'_>, key: &Written<'_>, document: Document, is_held: bool) {
        if !key.text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            section.wrong("key", "“key”里有别的字符", "只能用小写字母、数字和连字符");
        }
        let id = DocumentId(u16::try_from(self.documents.len()).unwrap_or(u16::MAX));
        if self.keys.insert(key.text.clone(), (id, is_held)).is_some() {
            section.wrong("key", "这个文件写了两次", "请只留一个");
        }
        self.documents.push(document);
    }

    /// The document that a file names by its key; an unknown one is noted.
    pub fn named(&self, section: &Section<'_>, key: &Written<'_>) -> Option<Named> {
        let found = self.keys.get(&key.text).map(|(id, is_held)| Named { id: *id, is_held: *is_held });
        if found.is_none() {
            let instead = suggest::instead(&key.text, self.keys.keys().map(String::as_str));
            section.messages.add(section.file, key.span.clone(), "documents.toml 里没有这个文件", instead);
        }
        found
    }
}

fn document(section: &Section<'_>) -> Option<Document> {
    let words = |key: &str| section.optional_text(key).map(|written| written.text);
    let (title, issuer, url) = (words("title"), words("issuer"), words("url"));
    let issued_on = section.optional_day("issued_on");
    if url.as_ref().is_some_and(|url| !is_official(url)) {
        section.wrong("url", "不是国家机关自己的网站", "只能写 https://….gov.cn 的网址");
    }
    Some(Document { number: section.words("number")?, title, issuer, issued_on, url })
}

/// Whether an address is of a state organ's own site.
pub(crate) fn is_official(url: &str) -> bool {
    let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host == "gov.cn" || host.ends_with(".gov.cn"))
}
