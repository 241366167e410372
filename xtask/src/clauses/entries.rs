//! The sections of the law's files that cite a clause.

use std::path::Path;

use anyhow::{Context as _, Result};
use toml_edit::{Document, Item, TableLike, Value};

use crate::project;

/// A section that cites a document.
pub struct Entry {
    pub file: String,
    pub line: usize,
    /// What it is: `条件 layoff-rate`, `年度 2024 › 控制目标`.
    pub label: String,
    /// The round that it belongs to.
    pub round: Option<String>,
    /// The id or name of the thing, by which cases name it.
    pub thing: String,
    pub document: String,
    pub clause: String,
    pub quote: Option<String>,
    /// The names of the facts that it asks for.
    pub facts: Vec<String>,
    /// Its sentences, as they are written.
    pub sentences: Vec<String>,
}

/// The kinds of sections in words.
const KINDS: [(&str, &str); 17] = [
    ("cite", "另引"),
    ("goal", "发放目标"),
    ("amount", "金额"),
    ("fact", "要问的事"),
    ("check", "核对"),
    ("value", "每年填的数"),
    ("param", "随日期变的数"),
    ("table", "判断表"),
    ("define", "算式"),
    ("condition", "条件"),
    ("insight", "提示"),
    ("next", "下一步"),
    ("round", "年度"),
    ("standing", "长期规定"),
    ("guidance", "怎么办"),
    ("item", "每一项"),
    ("rows", "行"),
];

/// The entries of a file.
pub fn of_file(path: &Path) -> Result<Vec<Entry>> {
    let source = project::read(path)?;
    let document = Document::parse(source.as_str()).with_context(|| project::shown(path))?;
    let root = document.as_table();
    let mut walk = Walk { file: project::shown(path), source: &source, names: Names::of(root), entries: Vec::new() };
    for (key, item) in root.iter() {
        walk.item(key, item, &Around::default());
    }
    // A figure or a source cited for an element needs the same facts as the element, and is shown with it.
    let things: Vec<_> =
        walk.entries.iter().map(|entry| (entry.thing.clone(), entry.facts.clone(), entry.sentences.clone())).collect();
    for entry in &mut walk.entries {
        if entry.facts.is_empty() {
            let of_thing = things.iter().find(|(thing, facts, _)| *thing == entry.thing && !facts.is_empty());
            entry.facts = of_thing.map(|(_, facts, _)| facts.clone()).unwrap_or_default();
        }
    }
    Ok(walk.entries)
}

/// What the sections around one say.
#[derive(Clone, Default)]
struct Around {
    path: Vec<String>,
    round: Option<String>,
    document: Option<String>,
    clause: Option<String>,
}

struct Walk<'s> {
    file: String,
    source: &'s str,
    names: Names,
    entries: Vec<Entry>,
}

impl Walk<'_> {
    fn item(&mut self, key: &str, item: &Item, around: &Around) {
        match item {
            Item::Table(table) => self.table(key, table, table.span().map_or(0, |span| span.start), around),
            Item::ArrayOfTables(tables) => {
                for table in tables {
                    self.table(key, table, table.span().map_or(0, |span| span.start), around);
                }
            }
            Item::Value(Value::Array(list)) => {
                for table in list.iter().filter_map(Value::as_inline_table) {
                    self.table(key, table, table.span().map_or(0, |span| span.start), around);
                }
            }
            Item::Value(_) | Item::None => {}
        }
    }

    fn table(&mut self, key: &str, table: &dyn TableLike, start: usize, around: &Around) {
        let text = |key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
        let called = text("of").or_else(|| text("id")).or_else(|| text("name"));
        let kind = KINDS.iter().find(|(known, _)| *known == key).map_or(key, |(_, words)| words);
        let mut around = around.clone();
        around.path.push(called.as_ref().map_or_else(|| kind.to_owned(), |called| format!("{kind} {called}")));
        if key == "round" {
            around.round.clone_from(&called);
        }
        let has_own = ["quote", "document", "clause"].iter().any(|key| table.contains_key(key));
        around.document = text("document").or(around.document);
        around.clause = text("clause").or(around.clause);
        let is_figure = around.round.is_some() && (table.contains_key("value") || table.contains_key("is"));
        if let (Some(document), Some(clause), true) = (&around.document, &around.clause, has_own || is_figure) {
            let before = self.source.get(..start).unwrap_or_default();
            let thing = called.unwrap_or_else(|| key.to_owned());
            let facts = self.names.facts_of(&thing, table);
            self.entries.push(Entry {
                file: self.file.clone(),
                line: 1 + before.matches('\n').count(),
                label: around.path.join(" › "),
                // What an office is to have paid is no part of any answer, so that no case is about it.
                round: around.round.clone().filter(|_| key != "goal"),
                sentences: self.names.sentences_of(&thing),
                thing,
                document: document.clone(),
                clause: clause.clone(),
                quote: text("quote"),
                facts,
            });
        }
        for (key, item) in table.iter() {
            self.item(key, item, &around);
        }
    }
}

/// What the names of a file refer to: the facts, and the words of every other element.
struct Names {
    facts: Vec<String>,
    /// Expressions and sentences of each thing, by its id and its name.
    things: Vec<(String, Vec<String>, Vec<String>)>,
}

impl Names {
    fn of(root: &dyn TableLike) -> Self {
        let blocks = |key: &str| {
            let tables = root.get(key).and_then(Item::as_array_of_tables).into_iter().flatten();
            tables.collect::<Vec<_>>()
        };
        let name = |table: &dyn TableLike, key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
        let facts = blocks("fact").into_iter().filter_map(|fact| name(fact, "name")).collect();
        let mut things = Vec::new();
        let kinds = ["define", "table", "condition", "insight", "next"];
        let mut all: Vec<&dyn TableLike> = Vec::new();
        for kind in kinds {
            all.extend(blocks(kind).into_iter().map(|table| -> &dyn TableLike { table }));
        }
        all.extend(root.get("amount").and_then(Item::as_table_like));
        for table in all {
            let (mut expressions, mut sentences) = (Vec::new(), Vec::new());
            words(table, &mut expressions, &mut sentences);
            for key in ["id", "name"] {
                if let Some(called) = name(table, key) {
                    things.push((called, expressions.clone(), sentences.clone()));
                }
            }
            let step = table.get("step").and_then(Item::as_table_like).and_then(|step| name(step, "id"));
            things.extend(step.map(|step| (step, expressions.clone(), sentences.clone())));
        }
        Self { facts, things }
    }

    /// The facts that the expressions of an element and of a section name, following definitions.
    fn facts_of(&self, thing: &str, table: &dyn TableLike) -> Vec<String> {
        let (mut open, mut seen) = (Vec::new(), vec![thing.to_owned()]);
        words(table, &mut open, &mut Vec::new());
        open.extend(self.things.iter().filter(|(name, ..)| name == thing).flat_map(|(_, words, _)| words.clone()));
        let mut text = String::new();
        while let Some(words) = open.pop() {
            for (name, expressions, _) in &self.things {
                if words.contains(name.as_str()) && !seen.contains(name) {
                    seen.push(name.clone());
                    open.extend(expressions.clone());
                }
            }
            text.push_str(&words);
            text.push(' ');
        }
        self.facts.iter().filter(|fact| text.contains(fact.as_str())).cloned().collect()
    }

    fn sentences_of(&self, thing: &str) -> Vec<String> {
        let of_thing = self.things.iter().filter(|(name, ..)| name == thing);
        of_thing.flat_map(|(_, _, sentences)| sentences.clone()).collect()
    }
}

/// The expressions and the sentences of a section.
fn words(table: &dyn TableLike, expressions: &mut Vec<String>, sentences: &mut Vec<String>) {
    const LAW: [&str; 4] = ["holds", "value", "when", "is"];
    for (key, item) in table.iter() {
        match item {
            Item::Value(Value::String(text)) if LAW.contains(&key) => expressions.push(text.value().clone()),
            Item::Value(Value::String(text)) if ["text", "title", "least", "most"].contains(&key) => {
                sentences.push(text.value().clone());
            }
            Item::Value(Value::Array(list)) if ["rows", "says", "title", "least", "most"].contains(&key) => {
                list.iter().filter_map(Value::as_inline_table).for_each(|row| words(row, expressions, sentences));
            }
            Item::Value(Value::InlineTable(table)) => words(table, expressions, sentences),
            Item::Table(table) => words(table, expressions, sentences),
            _ => {}
        }
    }
}
