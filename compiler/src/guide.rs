//! `guide.toml`: the notices clause by clause, as the text of a file that the page fetches.
//!
//! | line | fields, with a tab between them |
//! | --- | --- |
//! | `guide 1` | none: the first line, the name of the form |
//! | `P` a part | document's number, section, anchor, title |
//! | `C` a clause of the part above | anchor, title, text, who, until, quote, calculator |
//! | `R` what to bring | what, for what, anchor of the clause |
//! | `Q` a question that users ask | anchor, question, answer, other words for it, calculator |
//! | `E` | none: the last line |
//!
//! A field that is left out is empty.

use std::collections::BTreeSet;

use toml::de::DeTable;

use crate::documents::Catalog;
use crate::message::{File, Messages, Report};
use crate::place::{DOCUMENTS, GUIDE};
use crate::toml_file::{Section, parse};

/// Compiles the guide from the files of `policies/`. `measures`: those that a clause may lead to.
///
/// # Errors
/// Everything that is wrong with `guide.toml`.
pub fn guide(files: &[File], measures: &[&str]) -> Result<String, Report> {
    let messages = Messages::default();
    let parsed: Vec<(&File, DeTable<'_>)> = files.iter().map(|file| (file, parse(file, &messages))).collect();
    let root = |name: &str| {
        let found = parsed.iter().find(|(file, _)| file.name == name);
        if found.is_none() {
            let absent = File { name: name.to_owned(), text: String::new() };
            messages.missing(&absent, 0, "没有这个文件", "请补上");
        }
        found.map(|(file, table)| Section::root(file, &messages, table))
    };
    let text = root(DOCUMENTS).zip(root(GUIDE)).map(|(documents, guide)| {
        let catalog = Catalog::read(&documents);
        Reader { catalog, measures, anchors: BTreeSet::new() }.text(&guide)
    });
    match text.filter(|_| messages.is_empty()) {
        Some(text) => Ok(text),
        None => Err(messages.into_report()),
    }
}

/// The name of the guide's file, which changes with its text.
#[must_use]
pub fn guide_file(text: &str) -> String {
    // FNV-1a with 64 bits: no secret, only a name.
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("guide-{:016x}.txt", text.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
}

struct Reader<'m> {
    catalog: Catalog,
    measures: &'m [&'m str],
    anchors: BTreeSet<String>,
}

impl Reader<'_> {
    fn text(mut self, root: &Section<'_>) -> String {
        let mut text = "guide 1\n".to_owned();
        let parts = root.sections("part");
        for part in &parts {
            text += &self.part(part);
            let clauses = part.sections("clause");
            if clauses.is_empty() {
                part.missing("这一部分没有一条", "请补上 [[part.clause]]");
            }
            for clause in &clauses {
                text += &self.clause(clause);
            }
            part.finish();
        }
        if parts.is_empty() {
            root.missing("没有一部分", "请补上 [[part]]");
        }
        for ready in &root.sections("ready") {
            text += &self.ready(ready);
        }
        for question in &root.sections("question") {
            text += &self.question(question);
        }
        root.finish();
        text + "E\n"
    }

    fn part(&mut self, section: &Section<'_>) -> String {
        let key = section.text("document");
        let document = key.as_ref().and_then(|key| self.catalog.named(section, key));
        if document.is_some_and(|document| !document.is_held) {
            section.wrong("document", "这个文件没有原文", "没有原文的不能逐条看");
        }
        let known = document.and_then(|document| self.catalog.documents.get(document.id.index()));
        let number = known.map(|document| document.number.clone()).unwrap_or_default();
        line("P", &[number, field(section, "section"), self.anchor(section), field(section, "title")])
    }

    fn clause(&mut self, section: &Section<'_>) -> String {
        let calculator = self.calculator(section);
        let until = section.optional_day("until").map(|day| day.to_string()).unwrap_or_default();
        let fields = [
            self.anchor(section),
            field(section, "title"),
            field(section, "text"),
            optional(section, "who"),
            until,
            field(section, "quote"),
            calculator,
        ];
        section.finish();
        line("C", &fields)
    }

    fn question(&mut self, section: &Section<'_>) -> String {
        let words: Vec<String> = section.texts("words").into_iter().map(|word| word.text).collect();
        if words.iter().any(|word| word.chars().any(|letter| letter.is_control() || letter.is_whitespace())) {
            section.wrong("words", "一个说法里不能有空格", "几个说法各写各的：[\"采暖\", \"取暖\"]");
        }
        let (anchor, title, text) = (self.anchor(section), field(section, "title"), field(section, "text"));
        let fields = [anchor, title, text, words.join(" "), self.calculator(section)];
        section.finish();
        line("Q", &fields)
    }

    fn calculator(&self, section: &Section<'_>) -> String {
        let calculator = optional(section, "calculator");
        if !calculator.is_empty() && !self.measures.contains(&calculator.as_str()) {
            section.wrong("calculator", "没有这个测算", format!("可以填 {}", self.measures.join("、")));
        }
        calculator
    }

    fn ready(&self, section: &Section<'_>) -> String {
        let anchor = field(section, "anchor");
        if !self.anchors.contains(&anchor) {
            section.wrong("anchor", "没有这一条", "要写前面一条的 anchor");
        }
        let fields = [field(section, "what"), field(section, "for"), anchor];
        section.finish();
        line("R", &fields)
    }

    /// An anchor that nothing else has; the page's own ids are words.
    fn anchor(&mut self, section: &Section<'_>) -> String {
        let anchor = field(section, "anchor");
        let mut parts = anchor.split('-');
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.clone().count() < 2 || !parts.all(is_number) {
            section.wrong("anchor", "“anchor”写法不对", "要写用连字符连起来的几个数，例如 \"14-2-1\"");
        } else if !self.anchors.insert(anchor.clone()) {
            section.wrong("anchor", "这个“anchor”写了两次", "请换一个");
        }
        anchor
    }
}

/// A text without what parts fields and lines.
fn field(section: &Section<'_>, key: &str) -> String {
    let text = section.words(key).unwrap_or_default();
    if text.chars().any(char::is_control) {
        section.wrong(key, "要写在一行里，不能有制表符", "请去掉换行和制表符");
    }
    text
}

fn optional(section: &Section<'_>, key: &str) -> String {
    if section.has(key) { field(section, key) } else { String::new() }
}

fn line(kind: &str, fields: &[String]) -> String {
    format!("{kind}\t{}\n", fields.join("\t"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_name_is_made_of_fnv_1a() {
        for (text, hash) in [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")] {
            assert_eq!(super::guide_file(text), format!("guide-{hash}.txt"), "{text}");
        }
    }
}
