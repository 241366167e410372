//! What a file of the law writes, piece by piece: each value with its place, under names that every version of the file has.

use toml_edit::{Document, Item, TableLike, Value};

use crate::path::Step;

/// A value of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The way to its section.
    pub way: Vec<Step>,
    /// Its key there.
    pub key: String,
    /// Which of several it is, where the value is a list of sentences.
    pub at: Option<usize>,
    /// What its section is called, and what it is in it: 条件 layoff-rate · 说什么 2 · 说的话.
    pub title: String,
    /// What is written.
    pub text: String,
    /// Whether it is a sentence that people read.
    pub is_sentence: bool,
    /// The line, from 1.
    pub line: usize,
}

/// What the sections are called.
const SECTIONS: [(&str, &str); 22] = [
    ("round", "年度"),
    ("rule", "规定"),
    ("standing", "长期规定"),
    ("gap", "没有政策的日子"),
    ("fact", "要问的事"),
    ("field", "每一项的"),
    ("options", "选项"),
    ("value", "每年要填的数"),
    ("param", "随日期变的数"),
    ("table", "表"),
    ("rows", "行"),
    ("define", "算式"),
    ("step", "怎么算的"),
    ("condition", "条件"),
    ("says", "说什么"),
    ("insight", "提示"),
    ("next", "下一步"),
    ("note", "说明"),
    ("check", "不能同时成立的"),
    ("column", "列"),
    ("amount", "金额"),
    ("page", "在别的页面上"),
];

/// What the keys are called that many sections have.
const KEYS: [(&str, &str); 16] = [
    ("text", "说的话"),
    ("say", "说的话"),
    ("ask", "怎么问"),
    ("hint", "哪里查得到"),
    ("label", "简短的名称"),
    ("matters", "有什么关系"),
    ("title", "标题"),
    ("short", "简称"),
    ("shown", "给人看的名称"),
    ("note", "说明"),
    ("notes", "说明"),
    ("readings", "我们的理解"),
    ("reason", "为什么没有"),
    ("answers", "回答"),
    ("holds", "什么时候成立"),
    ("when", "什么时候"),
];

/// The keys of sentences: docs/spec/policy-language.md says of each where it is written.
const SENTENCES: [&str; 32] = [
    "text",
    "say",
    "ask",
    "hint",
    "label",
    "matters",
    "title",
    "short",
    "open",
    "upcoming",
    "closed",
    "not_recorded",
    "note",
    "notes",
    "readings",
    "shown",
    "what",
    "others",
    "add",
    "row",
    "full",
    "caption",
    "names",
    "days",
    "terms",
    "deadline",
    "unsupported",
    "reason",
    "answers",
    "elsewhere",
    "task",
    "possible",
];

/// By which keys a section is known among those beside it.
const NAMES: [&str; 8] = ["id", "name", "key", "title", "measure", "when", "of", "from"];

/// Returns what a file writes, in its order; nothing of a file that is no TOML.
#[must_use]
pub fn outline(text: &str) -> Vec<Entry> {
    let (mut found, _) = read(text);
    found.sort_by_key(|entry| entry.line);
    found
}

/// Returns the lists of a file, each with the names of its sections in their order, which is law: the first row that holds
/// counts.
#[must_use]
pub fn orders(text: &str) -> Vec<(String, Vec<String>)> {
    read(text).1
}

fn read(text: &str) -> (Vec<Entry>, Vec<(String, Vec<String>)>) {
    let Ok(document) = Document::parse(text) else { return Default::default() };
    let mut reader = Reader { text, found: Vec::new(), lists: Vec::new() };
    reader.table(document.as_table(), &[], "");
    (reader.found, reader.lists)
}

struct Reader<'r> {
    text: &'r str,
    found: Vec<Entry>,
    lists: Vec<(String, Vec<String>)>,
}

impl Reader<'_> {
    /// A text as it reads, another value as it is written.
    fn written(&self, value: &Value) -> String {
        let as_it_is = || value.span().and_then(|span| self.text.get(span)).unwrap_or_default().to_owned();
        value.as_str().map_or_else(as_it_is, str::to_owned)
    }

    fn table(&mut self, table: &dyn TableLike, way: &[Step], title: &str) {
        for (key, item) in table.iter() {
            self.item(key, item, way, title);
        }
    }

    fn item(&mut self, key: &str, item: &Item, way: &[Step], title: &str) {
        let inside: Vec<Step> = way.iter().cloned().chain([Step::key(key)]).collect();
        let called = joined(title, called(key));
        match item {
            Item::ArrayOfTables(tables) => {
                self.list(tables.iter().map(|table| table as &dyn TableLike), &inside, &called);
            }
            Item::Table(table) => self.table(table, &inside, &called),
            Item::Value(Value::InlineTable(table)) => self.table(table, &inside, &called),
            Item::Value(Value::Array(list)) if list.iter().any(Value::is_inline_table) => {
                self.list(
                    list.iter().filter_map(|value| Some(value.as_inline_table()? as &dyn TableLike)),
                    &inside,
                    &called,
                );
                // Sentences beside those that hold for some days only.
                self.sentences(list.iter(), (way, key), title);
            }
            Item::Value(Value::Array(list)) if SENTENCES.contains(&key) => {
                self.sentences(list.iter(), (way, key), title);
            }
            Item::Value(value) => self.value(value, (way, key, None), title),
            Item::None => {}
        }
    }

    fn list<'t>(&mut self, all: impl Iterator<Item = &'t dyn TableLike>, way: &[Step], title: &str) {
        let (mut known, mut order): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for (place, table) in all.enumerate() {
            let name = NAMES.iter().find_map(|name| {
                let item = table.get(name)?;
                item.as_value().map(|value| self.written(value))
            });
            let name = joined(title, &name.unwrap_or_else(|| place.saturating_add(1).to_string()));
            let before = known.iter().filter(|other| **other == name).count();
            let own = if before == 0 { name.clone() } else { format!("{name}（{}）", before.saturating_add(1)) };
            known.push(name);
            order.push(own.clone());
            let way: Vec<Step> = way.iter().cloned().chain([Step::At(place)]).collect();
            self.table(table, &way, &own);
        }
        self.lists.push((title.to_owned(), order));
    }

    fn sentences<'t>(&mut self, all: impl Iterator<Item = &'t Value>, (way, key): (&[Step], &str), title: &str) {
        for (place, value) in all.enumerate().filter(|(_, value)| value.is_str()) {
            self.value(value, (way, key, Some(place)), title);
        }
    }

    fn value(&mut self, value: &Value, (way, key, at): (&[Step], &str, Option<usize>), title: &str) {
        let start = value.span().map_or(0, |span| span.start);
        let number = at.map(|at| format!(" {}", at.saturating_add(1))).unwrap_or_default();
        let text = self.written(value);
        self.found.push(Entry {
            way: way.to_vec(),
            key: key.to_owned(),
            at,
            title: joined(title, &format!("{}{number}", called(key))),
            is_sentence: value.is_str() && SENTENCES.contains(&key),
            text,
            line: self.text.get(..start).unwrap_or_default().matches('\n').count().saturating_add(1),
        });
    }
}

fn called(key: &str) -> &str {
    SECTIONS.iter().chain(&KEYS).find(|(known, _)| *known == key).map_or(key, |(_, called)| called)
}

fn joined(title: &str, name: &str) -> String {
    if title.is_empty() { name.to_owned() } else { format!("{title} · {name}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::section_mut;
    use crate::workspace::built_in;

    #[test]
    fn every_value_is_found_once_where_its_way_leads() {
        for (name, text) in built_in().into_iter().filter(|(name, _)| name.ends_with(".toml")) {
            let entries = outline(&text);
            assert!(!entries.is_empty(), "{name}");
            let mut document: toml_edit::DocumentMut = text.parse().unwrap();
            let mut titles: Vec<&str> = entries.iter().map(|entry| entry.title.as_str()).collect();
            for entry in &entries {
                let section = section_mut(document.as_table_mut(), &entry.way).unwrap();
                let item = section.get(&entry.key).unwrap();
                let item = entry.at.map_or_else(|| item.as_value(), |at| item.as_array()?.get(at)).unwrap();
                let as_it_is = || item.clone().decorated("", "").to_string();
                assert_eq!(item.as_str().map_or_else(as_it_is, str::to_owned), entry.text, "{name} {}", entry.title);
            }
            let count = titles.len();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(titles.len(), count, "{name}: two values of one title");
        }
    }

    #[test]
    fn a_value_has_the_title_of_its_section_and_its_line() {
        let text = "title = \"补贴\"\nreadings = [\n  { text = \"甲\", to = 2026-12-31 },\n  \"乙\",\n]\n[[condition]]\nid = \"rate\"\nholds = \"是\"\nsays = [\n  { when = \"是\", text = \"好\" },\n  { text = \"不好\" },\n]\n";
        let titles: Vec<(String, usize, bool)> =
            outline(text).into_iter().map(|entry| (entry.title, entry.line, entry.is_sentence)).collect();
        let entry = |title: &str, line: usize, is_sentence: bool| (title.to_owned(), line, is_sentence);
        assert_eq!(
            titles,
            [
                entry("标题", 1, true),
                entry("我们的理解 · 1 · 说的话", 3, true),
                entry("我们的理解 · 1 · to", 3, false),
                entry("我们的理解 2", 4, true),
                entry("条件 · rate · id", 7, false),
                entry("条件 · rate · 什么时候成立", 8, false),
                entry("条件 · rate · 说什么 · 是 · 什么时候", 10, false),
                entry("条件 · rate · 说什么 · 是 · 说的话", 10, true),
                entry("条件 · rate · 说什么 · 2 · 说的话", 11, true),
            ]
        );
    }
}
