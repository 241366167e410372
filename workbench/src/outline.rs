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
const SECTIONS: [(&str, &str); 45] = [
    ("round", "年度"),
    ("goal", "发放目标"),
    ("joins", "一起问的"),
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
    ("check", "不能同时成立的"),
    ("column", "列"),
    ("amount", "金额"),
    ("page", "在别的页面上"),
    ("platform", "网上办事的地方"),
    ("word", "各地的叫法"),
    ("instead", "也可以给的数"),
    ("window", "申请期限"),
    ("result", "API 的结果"),
    ("total", "合计"),
    ("plan", "计划"),
    ("item", "每一项"),
    ("schedule", "按月算的"),
    ("dates", "日期"),
    ("day_off", "休息日"),
    ("compare", "历年对比"),
    ("ready", "要准备的"),
    ("question", "人们问的"),
    ("part", "通知的一段"),
    ("clause", "一条"),
    ("said", "怎么说"),
    ("left_over", "没有办的"),
    ("ordinary", "普通名额"),
    ("cite", "出处"),
    ("not_recorded", "没有收录的"),
    ("rules", "一直有效的规定"),
];

/// What the keys are called, as an officer reads them who has never seen a file. A name of the law's own, such as a district
/// of a list, is its own title.
const KEYS: [(&str, &str); 119] = [
    ("id", "代号"),
    ("key", "代号"),
    ("name", "名称"),
    ("number", "文号"),
    ("issuer", "发文机关"),
    ("issued_on", "发文日期"),
    ("checked_on", "哪天核对的"),
    ("held", "手里有没有原文"),
    ("document", "文件"),
    ("clause", "条款"),
    ("quote", "原话"),
    ("not_quoted", "原话里没有的为什么"),
    ("grade", "等级"),
    ("also", "还有哪些文件"),
    ("year", "年度"),
    ("base_year", "看哪一年的缴费"),
    ("from", "从哪天起"),
    ("day", "哪一天"),
    ("lastDay", "最后一天"),
    ("to", "到哪天止"),
    ("until", "到哪天止"),
    ("only", "只在哪几年"),
    ("ceiling", "是不是只有上限"),
    ("into_next_year", "能不能跨年"),
    ("value", "数或算式"),
    ("is", "结果"),
    ("type", "哪一类数"),
    ("range", "合理的范围"),
    ("min", "最小"),
    ("max", "最大"),
    ("unit", "单位"),
    ("default", "没有填的按什么算"),
    ("any_of", "是其中哪几种"),
    ("divided_by", "除以多少"),
    ("always", "是不是总要问"),
    ("alone", "只有一项的当作什么"),
    ("required", "是不是一定要填"),
    ("optional", "能不能不填"),
    ("letter", "链接里的字母"),
    ("prefix", "链接里省掉的开头"),
    ("group", "分在哪一组"),
    ("what", "是什么"),
    ("who", "谁"),
    ("for", "做什么用"),
    ("others", "别的人怎么办"),
    ("elsewhere", "没有收录的地方"),
    ("unsupported", "没有收录的怎么说"),
    ("full", "填满了怎么说"),
    ("row", "一项叫什么"),
    ("add", "再加一项怎么说"),
    ("open", "申请期限里怎么说"),
    ("upcoming", "还没有开始怎么说"),
    ("closed", "截止以后怎么说"),
    ("not_recorded", "没有收录怎么说"),
    ("deadline", "截止日怎么说"),
    ("caption", "表的名称"),
    ("names", "第一列叫什么"),
    ("days", "日期那一列叫什么"),
    ("terms", "词的意思"),
    ("task", "首页上怎么说"),
    ("words", "人们怎么问"),
    ("measure", "哪一项政策"),
    ("measures", "有哪几项政策"),
    ("calculator", "哪一项政策"),
    ("home", "首页上的次序"),
    ("extends", "接着哪个文件写"),
    ("base", "是不是给各地用的"),
    ("built_in", "是不是编进程序"),
    ("address", "网址"),
    ("section", "哪一部分"),
    ("anchor", "网页上的位置"),
    ("before", "排在哪一项前面"),
    ("of", "关于哪一项"),
    ("as", "叫什么、怎么写"),
    ("at", "看哪一项"),
    ("by", "最迟哪一天"),
    ("fact", "哪一件要问的事"),
    ("field", "哪一格"),
    ("option", "哪一个选项"),
    ("cites", "引哪几个数"),
    ("beside", "旁边是哪个数"),
    ("columns", "哪几列"),
    ("each", "每一项"),
    ("least", "至少"),
    ("most", "至多"),
    ("hope", "首页上给不给看"),
    ("leads", "先说给谁听"),
    ("short_path", "先问哪几件"),
    ("curable", "能不能补上"),
    ("monthly", "是不是按月"),
    ("months", "几个月"),
    ("places", "几个名额"),
    ("limit", "名额是哪个条件"),
    ("same", "怎样算同一样"),
    ("blocks", "先办了哪样就不能办"),
    ("takes", "占哪种名额"),
    ("again", "什么时候可以再办"),
    ("one_per", "每样只说一次"),
    ("possible", "还有可能的"),
    ("settled", "什么时候算定了"),
    ("wrong", "不能这样填"),
    ("rules", "规定的名称"),
    ("round", "年度的最后一天"),
    ("text", "说的话"),
    ("say", "说的话"),
    ("ask", "怎么问"),
    ("hint", "哪里查得到"),
    ("label", "简短的名称"),
    ("matters", "有什么关系"),
    ("title", "标题"),
    ("short", "简短的叫法"),
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
        let called = joined(title, section(key));
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
            title: joined(title, &format!("{}{number}", leaf(key))),
            is_sentence: value.is_str() && SENTENCES.contains(&key),
            text,
            line: self.text.get(..start).unwrap_or_default().matches('\n').count().saturating_add(1),
        });
    }
}

/// What a section is called: many keys are those of a value elsewhere.
fn section(key: &str) -> &str {
    called(SECTIONS.iter().chain(&KEYS), key)
}

/// What a value is called.
fn leaf(key: &str) -> &str {
    called(KEYS.iter().chain(&SECTIONS), key)
}

fn called(mut names: impl Iterator<Item = &'static (&'static str, &'static str)>, key: &str) -> &str {
    names.find(|(known, _)| *known == key).map_or(key, |(_, called)| called)
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

    /// An officer cannot tick what only the file's author understands; names of the law itself are Chinese.
    #[test]
    fn no_value_is_called_by_a_key_of_the_file() {
        for (name, text) in built_in().into_iter().filter(|(name, _)| name.ends_with(".toml")) {
            for entry in outline(&text) {
                let last = entry.title.rsplit(" · ").next().unwrap();
                let is_key = entry.key.is_ascii() && last.starts_with(&entry.key);
                let mut keys =
                    entry.way.iter().filter_map(|step| if let Step::Key(key) = step { Some(key) } else { None });
                let is_section = keys.any(|key| key.is_ascii() && section(key) == key);
                assert!(!is_key && !is_section, "{name}:{} {}", entry.line, entry.title);
            }
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
                entry("我们的理解 · 1 · 到哪天止", 3, false),
                entry("我们的理解 2", 4, true),
                entry("条件 · rate · 代号", 7, false),
                entry("条件 · rate · 什么时候成立", 8, false),
                entry("条件 · rate · 说什么 · 是 · 什么时候", 10, false),
                entry("条件 · rate · 说什么 · 是 · 说的话", 10, true),
                entry("条件 · rate · 说什么 · 2 · 说的话", 11, true),
            ]
        );
    }
}
