//! `documents.toml`: the documents that figures may cite.

use std::collections::BTreeMap;

use super::figure::option_code;
use super::node::Node;

/// The documents by key.
pub struct Documents {
    known: BTreeMap<String, Document>,
    order: Vec<String>,
}

struct Document {
    number: String,
    held: bool,
    code: String,
}

impl Documents {
    /// Reads every `[[document]]`.
    pub fn read(root: &Node<'_>) -> Result<Self, String> {
        let mut documents = Self { known: BTreeMap::new(), order: Vec::new() };
        for node in root.tables("document")? {
            let key = node.text("key")?;
            let document = Document { number: node.text("number")?, held: node.flag("held")?, code: code(&node)? };
            node.finish()?;
            if documents.known.insert(key.clone(), document).is_some() {
                return Err(node.error_at("key", &format!("文件“{key}”写了两次")));
            }
            documents.order.push(key);
        }
        Ok(documents)
    }

    /// The name of the document's constant.
    pub fn name(&self, node: &Node<'_>, field: &str, key: &str) -> Result<String, String> {
        self.known
            .get(key)
            .map(|_| constant(key))
            .ok_or_else(|| node.error_at(field, &format!("documents.toml 里没有文件“{key}”")))
    }

    /// The document's number.
    pub fn number(&self, key: &str) -> Option<&str> {
        self.known.get(key).map(|document| document.number.as_str())
    }

    /// Whether we hold the text, so that every figure from it must be quoted.
    pub fn is_held(&self, key: &str) -> bool {
        self.known.get(key).is_some_and(|document| document.held)
    }

    /// The constants of all documents.
    pub fn code(&self) -> String {
        let line = |(key, document): (&String, &Document)| {
            format!("static {}: Document = {};\n", constant(key), document.code)
        };
        self.known.iter().map(line).collect()
    }

    /// All documents in the order of the file, as a slice expression.
    pub fn list(&self) -> String {
        let names: Vec<_> = self.order.iter().map(|key| format!("&{}", constant(key))).collect();
        format!("[{}]", names.join(", "))
    }
}

fn constant(key: &str) -> String {
    format!("DOCUMENT_{}", key.to_uppercase().replace('-', "_"))
}

fn code(node: &Node<'_>) -> Result<String, String> {
    let key = node.text("key")?;
    if !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(node.error_at("key", "“key”只能用小写字母、数字和连字符"));
    }
    let url = node.optional_text("url")?;
    if let Some(url) = &url
        && !is_official(url)
    {
        return Err(node.error_at("url", "“url”只能写国家机关自己的网站（https://….gov.cn）"));
    }
    Ok(format!(
        "Document {{ number: {:?}, title: {}, issuer: {}, issued_on: {}, url: {} }}",
        node.text("number")?,
        option_code(node.optional_text("title")?.as_deref()),
        option_code(node.optional_text("issuer")?.as_deref()),
        node.optional_day("issued_on")?.map_or_else(|| "None".to_owned(), |day| format!("Some({})", day.code())),
        option_code(url.as_deref()),
    ))
}

fn is_official(url: &str) -> bool {
    let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host == "gov.cn" || host.ends_with(".gov.cn"))
}
