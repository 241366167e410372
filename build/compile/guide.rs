//! `guide.toml`: the notices clause by clause, as the text of a file of its own, which the page fetches on tap.
//!
//! | line | fields, with a tab between them |
//! | --- | --- |
//! | `guide 1` | none: the first line, the name of the form |
//! | `P` a part | document's number, section, anchor, title |
//! | `C` a clause of the part above | anchor, title, text, who, until, quote, calculator |
//! | `R` what to bring | what, for what, anchor of the clause |
//! | `E` | none: the last line |
//!
//! A field that is left out is empty. `src/state/guide/text.rs` reads it.

use std::collections::BTreeSet;

use super::documents::Documents;
use super::node::Node;

/// The calculators that a clause may lead to.
const CALCULATORS: [&str; 5] = ["refund", "skill-subsidy", "premium", "unemployment-benefit", "size-class"];

/// Reads `guide.toml`. Returns the file's name, which changes with its content, and the content.
pub fn read(root: &Node<'_>, documents: &Documents) -> Result<(String, String), String> {
    let mut anchors = BTreeSet::new();
    let mut text = "guide 1\n".to_owned();
    for node in root.tables("part")? {
        text += &part(&node, documents, &mut anchors)?;
        for clause_node in node.tables("clause")? {
            text += &clause(&clause_node, &mut anchors)?;
        }
        if !node.has("clause") {
            return Err(node.error("缺少“clause”：这一部分没有一条"));
        }
        node.finish()?;
    }
    if anchors.is_empty() {
        return Err(root.error("缺少“part”"));
    }
    for node in root.tables("ready")? {
        text += &ready(&node, &anchors)?;
    }
    text += "E\n";
    Ok((format!("guide-{:016x}.txt", hash(&text)), text))
}

fn part(node: &Node<'_>, documents: &Documents, anchors: &mut BTreeSet<String>) -> Result<String, String> {
    let key = node.text("document")?;
    let number = documents
        .number(&key)
        .ok_or_else(|| node.error_at("document", &format!("documents.toml 里没有文件“{key}”")))?;
    if !documents.is_held(&key) {
        return Err(node.error_at("document", &format!("“{key}”没有原文，不能逐条看")));
    }
    let own = [number.to_owned(), field(node, "section")?, anchor(node, anchors)?, field(node, "title")?];
    Ok(line("P", &own))
}

fn clause(node: &Node<'_>, anchors: &mut BTreeSet<String>) -> Result<String, String> {
    let calculator = optional(node, "calculator")?;
    if !calculator.is_empty() && !CALCULATORS.contains(&calculator.as_str()) {
        let known = CALCULATORS.join("、");
        return Err(node.error_at("calculator", &format!("没有这个测算，可以填 {known}")));
    }
    let fields = [
        anchor(node, anchors)?,
        field(node, "title")?,
        field(node, "text")?,
        optional(node, "who")?,
        node.optional_day("until")?.map(|day| day.to_string()).unwrap_or_default(),
        field(node, "quote")?,
        calculator,
    ];
    node.finish()?;
    Ok(line("C", &fields))
}

fn ready(node: &Node<'_>, anchors: &BTreeSet<String>) -> Result<String, String> {
    let anchor = field(node, "anchor")?;
    if !anchors.contains(&anchor) {
        return Err(node.error_at("anchor", &format!("没有“{anchor}”这一条")));
    }
    let fields = [field(node, "what")?, field(node, "for")?, anchor];
    node.finish()?;
    Ok(line("R", &fields))
}

/// An anchor that nothing else has; the page's own ids are words.
fn anchor(node: &Node<'_>, anchors: &mut BTreeSet<String>) -> Result<String, String> {
    let anchor = field(node, "anchor")?;
    let mut parts = anchor.split('-');
    if parts.clone().count() < 2 || !parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())) {
        return Err(node.error_at("anchor", "“anchor”应当是用连字符连起来的几个数，例如 \"14-2-1\""));
    }
    if !anchors.insert(anchor.clone()) {
        return Err(node.error_at("anchor", &format!("“{anchor}”写了两次")));
    }
    Ok(anchor)
}

/// A text without what parts fields and lines.
fn field(node: &Node<'_>, key: &str) -> Result<String, String> {
    let text = node.text(key)?;
    if text.chars().any(char::is_control) {
        return Err(node.error_at(key, &format!("“{key}”要写在一行里，不能有制表符")));
    }
    Ok(text)
}

fn optional(node: &Node<'_>, key: &str) -> Result<String, String> {
    node.optional_text(key)?.map_or_else(|| Ok(String::new()), |_| field(node, key))
}

fn line(kind: &str, fields: &[String]) -> String {
    format!("{kind}\t{}\n", fields.join("\t"))
}

/// FNV-1a with 64 bits: no secret, only a name that changes with the text.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_fnv_1a() {
        let known = [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)];
        for (text, hash) in known {
            assert_eq!(super::hash(text), hash, "{text}");
        }
    }
}
