//! A TOML table read key by key, which knows the file and the line of each value and which keys were never read.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::rc::Rc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The file a node is from.
struct File<'a> {
    name: String,
    text: &'a str,
}

/// A table of the file.
pub struct Node<'a> {
    file: Rc<File<'a>>,
    start: usize,
    table: DeTable<'a>,
    read: RefCell<BTreeSet<String>>,
}

/// A civil day as a TOML file writes it; `Ord` is the order of days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
}

impl Day {
    /// The day as a Rust expression.
    pub fn code(self) -> String {
        format!("Date::new({}, {}, {})", self.year, self.month, self.day)
    }

    /// The day after.
    pub fn next(self) -> Self {
        let last = match self.month {
            2 if self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        match (self.day < last, self.month < 12) {
            (true, _) => Self { day: self.day + 1, ..self },
            (false, true) => Self { month: self.month + 1, day: 1, ..self },
            (false, false) => Self { year: self.year + 1, month: 1, day: 1 },
        }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl<'a> Node<'a> {
    /// Reads a whole file.
    pub fn parse(name: String, text: &'a str) -> Result<Self, String> {
        let file = Rc::new(File { name, text });
        let table = DeTable::parse(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            sentence(&file, start, &format!("不是合格的 TOML：{}", error.message()))
        })?;
        Ok(Self { file, start: table.span().start, table: table.into_inner(), read: RefCell::default() })
    }

    /// An error at the beginning of this table.
    pub fn error(&self, what: &str) -> String {
        sentence(&self.file, self.start, what)
    }

    /// An error at the value of a key.
    pub fn error_at(&self, key: &str, what: &str) -> String {
        let start = self.table.get(key).map_or(self.start, |value| value.span().start);
        sentence(&self.file, start, what)
    }

    fn get(&self, key: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.read.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    fn wrong(&self, key: &str, wanted: &str) -> String {
        self.error_at(key, &format!("“{key}”应当是{wanted}"))
    }

    /// A text, if the key is there.
    pub fn optional_text(&self, key: &str) -> Result<Option<String>, String> {
        match self.get(key).map(Spanned::get_ref) {
            None => Ok(None),
            Some(DeValue::String(text)) if !text.trim().is_empty() => Ok(Some(text.to_string())),
            Some(_) => Err(self.wrong(key, "不空的文字")),
        }
    }

    /// A text.
    pub fn text(&self, key: &str) -> Result<String, String> {
        self.optional_text(key)?.ok_or_else(|| self.error(&format!("缺少“{key}”")))
    }

    /// True or false; false where the key is left out.
    pub fn flag(&self, key: &str) -> Result<bool, String> {
        match self.get(key).map(Spanned::get_ref) {
            None => Ok(false),
            Some(DeValue::Boolean(value)) => Ok(*value),
            Some(_) => Err(self.wrong(key, " true 或 false")),
        }
    }

    /// A whole number in a range.
    pub fn number(&self, key: &str, range: RangeInclusive<u32>) -> Result<u32, String> {
        let value = match self.get(key).map(Spanned::get_ref) {
            None => return Err(self.error(&format!("缺少“{key}”"))),
            Some(DeValue::Integer(value)) => u32::from_str_radix(value.as_str(), value.radix()).ok(),
            Some(_) => None,
        };
        value
            .filter(|value| range.contains(value))
            .ok_or_else(|| self.wrong(key, &format!("{}到{}之间的整数", range.start(), range.end())))
    }

    /// A day, if the key is there.
    pub fn optional_day(&self, key: &str) -> Result<Option<Day>, String> {
        let date = match self.get(key).map(Spanned::get_ref) {
            None => return Ok(None),
            Some(DeValue::Datetime(value)) if value.time.is_none() && value.offset.is_none() => value.date,
            Some(_) => None,
        };
        let date = date.ok_or_else(|| self.wrong(key, "日期，例如 2024-12-31（不加引号）"))?;
        let day = Day { year: date.year, month: date.month, day: date.day };
        if !(1900..=2199).contains(&day.year) {
            return Err(self.wrong(key, "1900 年到 2199 年之间的日期"));
        }
        Ok(Some(day))
    }

    /// A day.
    pub fn day(&self, key: &str) -> Result<Day, String> {
        self.optional_day(key)?.ok_or_else(|| self.error(&format!("缺少“{key}”")))
    }

    /// A list of texts, empty where the key is left out.
    pub fn texts(&self, key: &str) -> Result<Vec<String>, String> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        let DeValue::Array(values) = value.get_ref() else { return Err(self.wrong(key, "文字的列表")) };
        values
            .iter()
            .map(|value| match value.get_ref() {
                DeValue::String(text) if !text.trim().is_empty() => Ok(text.to_string()),
                _ => Err(self.wrong(key, "文字的列表")),
            })
            .collect()
    }

    /// A list of whole numbers in a range, at least one.
    pub fn numbers(&self, key: &str, range: RangeInclusive<u32>) -> Result<Vec<u32>, String> {
        let wrong = || self.wrong(key, &format!("{}到{}之间的整数的列表", range.start(), range.end()));
        let Some(DeValue::Array(values)) = self.get(key).map(Spanned::get_ref) else { return Err(wrong()) };
        let number = |value: &Spanned<DeValue<'a>>| match value.get_ref() {
            DeValue::Integer(value) => u32::from_str_radix(value.as_str(), value.radix()).ok(),
            _ => None,
        };
        let numbers: Option<Vec<_>> =
            values.iter().map(|value| number(value).filter(|value| range.contains(value))).collect();
        numbers.filter(|numbers| !numbers.is_empty()).ok_or_else(wrong)
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A table below, if the key is there.
    pub fn optional_table(&self, key: &str) -> Result<Option<Node<'a>>, String> {
        match self.get(key) {
            None => Ok(None),
            Some(value) => match value.get_ref() {
                DeValue::Table(table) => Ok(Some(self.child(value.span().start, table))),
                _ => Err(self.wrong(key, "一个表")),
            },
        }
    }

    /// A table below.
    pub fn table(&self, key: &str) -> Result<Node<'a>, String> {
        self.optional_table(key)?.ok_or_else(|| self.error(&format!("缺少“{key}”这一节")))
    }

    /// The tables of `[[key]]`, in the order of the file.
    pub fn tables(&self, key: &str) -> Result<Vec<Node<'a>>, String> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        let DeValue::Array(values) = value.get_ref() else { return Err(self.wrong(key, "[[…]] 的列表")) };
        values
            .iter()
            .map(|value| match value.get_ref() {
                DeValue::Table(table) => Ok(self.child(value.span().start, table)),
                _ => Err(self.wrong(key, "[[…]] 的列表")),
            })
            .collect()
    }

    fn child(&self, start: usize, table: &DeTable<'a>) -> Node<'a> {
        Node { file: Rc::clone(&self.file), start, table: table.clone(), read: RefCell::default() }
    }

    /// Refuses keys that nothing has read: a misspelled key must not pass in silence.
    pub fn finish(&self) -> Result<(), String> {
        let read = self.read.borrow();
        match self.table.keys().find(|key| !read.contains(key.get_ref().as_ref())) {
            None => Ok(()),
            Some(key) => Err(sentence(&self.file, key.span().start, &format!("不认识“{}”，请检查拼写", key.get_ref()))),
        }
    }
}

fn sentence(file: &File<'_>, start: usize, what: &str) -> String {
    let line = file.text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
    format!("{}:{line}: {what}", file.name)
}
