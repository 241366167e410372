//! Quotes of the law's files, and whether each is word for word in its document.
//!
//! A quote belongs to the document that its section names, or the section around it.

use toml_edit::{Document, Item, TableLike, TomlError, Value};

/// What opens and closes the head of a document's text.
const RULE: &str = "---";

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

/// A document that may be cited, and its text where it is on record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its key in the list.
    pub key: String,
    /// Its number.
    pub number: String,
    /// Its own words, laid out as they are.
    pub body: Option<String>,
}

/// Whether a character only lays a text out: white space, and Markdown's `*`, `<` and `>`.
#[must_use]
pub fn is_layout(character: char) -> bool {
    character.is_whitespace() || "*<>".contains(character)
}

/// Returns a text without what only lays it out.
#[must_use]
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| !is_layout(*c)).collect()
}

/// Returns a document's own words, without the head that says where they come from; nothing where there is no such head.
#[must_use]
pub fn body(text: &str) -> Option<String> {
    let mut lines = text.lines();
    let has_head = lines.next() == Some(RULE);
    let body: Vec<&str> = lines.skip_while(|line| *line != RULE).skip(1).collect();
    let body = body.join("\n");
    (has_head && !letters(&body).is_empty()).then_some(body)
}

/// Returns the document of a quote, where the quote is in it.
///
/// # Errors
/// What is wrong with the quote, in a sentence.
pub fn of_its_document<'s>(quote: &Quote, sources: &'s [Source]) -> Result<&'s Source, String> {
    let wanted = letters(&quote.text);
    if wanted.is_empty() {
        return Err("引文是空的".to_owned());
    }
    let key = quote.document.as_deref().ok_or("没有写是哪份文件的原话（document）")?;
    let source = sources.iter().find(|source| source.key == key);
    let source = source.ok_or_else(|| format!("documents.toml 里没有“{key}”"))?;
    let contains = |source: &Source| source.body.as_ref().is_some_and(|text| letters(text).contains(&wanted));
    if contains(source) {
        return Ok(source);
    }
    Err(match (&source.body, sources.iter().find(|source| contains(source))) {
        (_, Some(other)) => format!("“{key}”的原文里没有这句话，“{}”里有", other.key),
        (None, None) => format!("“{key}”没有收录原文，不能引"),
        (Some(_), None) => format!("“{key}”的原文里没有这句话"),
    })
}

/// Returns the quotes of a file.
///
/// # Errors
/// Where it is no TOML.
pub fn quotes_in(source: &str) -> Result<Vec<Quote>, TomlError> {
    let document = Document::parse(source)?;
    let mut quotes = Quotes { source, found: Vec::new() };
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
                        line: before.filter(|byte| *byte == b'\n').count().saturating_add(1),
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
        Source { key: key.to_owned(), number: format!("{key}号"), body: text.map(str::to_owned) }
    }

    fn quote(document: Option<&str>, text: &str) -> Quote {
        Quote { line: 1, document: document.map(str::to_owned), clause: None, text: text.to_owned() }
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
            assert!(body(text).is_none(), "{text}");
        }
    }

    #[test]
    fn quotes_are_found_with_their_lines_and_the_document_around_them() {
        let source = "[[round]]\ndocument = \"d\"\nclause = \"一\"\nquote = \"甲\"\n[round.large]\ncites = [\n\
                      { clause = \"二\", quote = \"乙\" },\n]\n[round.small]\ndocument = \"e\"\nquote = \"丙\"\n\
                      [[next]]\nquote = \"丁\"\n";
        let found = quotes_in(source).unwrap();
        let found = found
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
