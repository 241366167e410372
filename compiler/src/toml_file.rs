//! A TOML file, read key by key: an error is noted with its position, and reading continues.

mod syntax;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use wengang_engine::Date;

use crate::message::{File, Messages};
use crate::suggest;

pub(crate) use syntax::{parse, parse_again};

/// A table of a file.
pub(crate) struct Section<'a> {
    pub file: &'a File,
    pub messages: &'a Messages,
    pub span: Range<usize>,
    table: &'a DeTable<'a>,
    read: RefCell<BTreeSet<String>>,
}

/// A text as a file writes it.
#[derive(Clone, Debug)]
pub(crate) struct Written<'a> {
    pub file: &'a File,
    pub text: String,
    /// Its position, without its quotation marks.
    pub span: Range<usize>,
    /// Whether it is in the file letter by letter, so that an offset in it is an offset in the file.
    is_verbatim: bool,
}

/// An entry of a list of texts and tables.
pub(crate) enum Entry<'a> {
    Text(Written<'a>),
    Section(Section<'a>),
}

impl<'a> Written<'a> {
    /// A part of it, as a span of the file.
    pub fn part(&self, part: Range<usize>) -> Range<usize> {
        if !self.is_verbatim {
            return self.span.clone();
        }
        self.span.start.saturating_add(part.start)..self.span.start.saturating_add(part.end)
    }

    /// A part of it, with its own text.
    pub fn inner(&self, text: &str, part: Range<usize>) -> Written<'a> {
        let span = self.part(part);
        Written { file: self.file, text: text.to_owned(), span, is_verbatim: self.is_verbatim }
    }
}

impl<'a> Section<'a> {
    /// The whole file.
    pub fn root(file: &'a File, messages: &'a Messages, table: &'a DeTable<'a>) -> Self {
        Self::root_from(file, messages, table, 0)
    }

    /// The whole of a file that is joined of two, of which the second begins there.
    pub fn root_from(file: &'a File, messages: &'a Messages, table: &'a DeTable<'a>, start: usize) -> Self {
        Self { file, messages, span: start..start, table, read: RefCell::default() }
    }

    fn child(&self, span: Range<usize>, table: &'a DeTable<'a>) -> Self {
        Self { file: self.file, messages: self.messages, span, table, read: RefCell::default() }
    }

    fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.read.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    /// Notes that the value of a key is wrong.
    pub fn wrong(&self, key: &str, wrong: impl Into<String>, instead: impl Into<String>) {
        match self.table.get(key) {
            Some(value) => self.messages.add(self.file, value.span(), wrong, instead),
            None => self.messages.missing(self.file, self.span.start, wrong, instead),
        }
    }

    /// Notes that what a key says never holds.
    pub fn unreached(&self, key: &str, wrong: impl Into<String>, instead: impl Into<String>) {
        let span = self.table.get(key).map_or_else(|| self.span.start..self.span.start, Spanned::span);
        self.messages.unreached(self.file, span, wrong, instead);
    }

    /// Notes that something is missing here.
    pub fn missing(&self, wrong: impl Into<String>, instead: impl Into<String>) {
        self.messages.missing(self.file, self.span.start, wrong, instead);
    }

    /// Notes that a key is missing, unless it is there in a wrong spelling, which [`Section::finish`] notes.
    pub fn absent(&self, key: &str, wrong: String, instead: String) {
        let is_misspelled = self.unread().iter().any(|(found, _)| suggest::nearest(found, [key]).is_some());
        if !is_misspelled {
            self.missing(wrong, instead);
        }
    }

    fn kind(&self, key: &str, wanted: &str) {
        self.wrong(key, format!("“{key}”写法不对"), format!("要写{wanted}"));
    }

    /// Passes over keys that cannot be read because of another fault.
    pub fn pass_over(&self, keys: &[&str]) {
        self.read.borrow_mut().extend(keys.iter().map(|key| (*key).to_owned()));
    }

    /// Passes over everything that is there.
    pub fn pass_over_all(&self) {
        self.read.borrow_mut().extend(self.table.keys().map(|key| key.get_ref().to_string()));
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A text that is not empty, if the key is there.
    pub fn optional_text(&self, key: &str) -> Option<Written<'a>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(self.written(text, value.span())),
            _ => {
                self.kind(key, "文字，加引号，不能空着");
                None
            }
        }
    }

    fn written(&self, text: &str, span: Range<usize>) -> Written<'a> {
        let raw = self.file.text.get(span.clone()).unwrap_or_default();
        let inner = raw.find(text).filter(|start| raw.len() == text.len().saturating_add(start.saturating_mul(2)));
        let span = match inner {
            Some(start) => {
                let start = span.start.saturating_add(start);
                start..start.saturating_add(text.len())
            }
            None => span,
        };
        Written { file: self.file, text: text.to_owned(), span, is_verbatim: inner.is_some() }
    }

    /// A text that must be there.
    pub fn text(&self, key: &str) -> Option<Written<'a>> {
        if !self.has(key) {
            self.absent(key, format!("缺少“{key}”"), format!("请补一行 {key} = \"…\""));
        }
        self.optional_text(key)
    }

    /// The words of a text that must be there.
    pub fn words(&self, key: &str) -> Option<String> {
        self.text(key).map(|written| written.text)
    }

    /// Several texts; none where the key is left out.
    pub fn texts(&self, key: &str) -> Vec<Written<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(values) = value.get_ref() else {
            self.kind(key, "几段文字的列表，例如 [\"…\", \"…\"]");
            return Vec::new();
        };
        let text = |value: &'a Spanned<DeValue<'a>>| match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(self.written(text, value.span())),
            _ => {
                self.messages.add(self.file, value.span(), "列表里的这一项不是文字", "要写文字，加引号，不能空着");
                None
            }
        };
        values.iter().filter_map(text).collect()
    }

    /// The texts and the tables of a list, in the order of the file; none where the key is left out.
    pub fn entries(&self, key: &str) -> Vec<Entry<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(values) = value.get_ref() else {
            self.kind(key, "一个列表，例如 [\"…\", \"…\"]");
            return Vec::new();
        };
        let entry = |value: &'a Spanned<DeValue<'a>>| match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(Entry::Text(self.written(text, value.span()))),
            DeValue::Table(table) => Some(Entry::Section(self.child(value.span(), table))),
            _ => {
                let instead = "要写文字，加引号，不能空着；只在某些日子有的写 { text = \"…\", to = 2026-12-31 }";
                self.messages.add(self.file, value.span(), "列表里的这一项写法不对", instead);
                None
            }
        };
        values.iter().filter_map(entry).collect()
    }

    /// True or false; false where the key is left out.
    pub fn flag(&self, key: &str) -> bool {
        match self.get(key).map(Spanned::get_ref) {
            None => false,
            Some(DeValue::Boolean(value)) => *value,
            Some(_) => {
                self.kind(key, " true 或 false，不加引号");
                false
            }
        }
    }

    /// A whole number in a range, if the key is there.
    pub fn optional_whole(&self, key: &str, range: RangeInclusive<u64>) -> Option<u64> {
        let value = match self.get(key)?.get_ref() {
            DeValue::Integer(value) => u64::from_str_radix(&value.as_str().replace('_', ""), value.radix()).ok(),
            _ => None,
        };
        let value = value.filter(|value| range.contains(value));
        if value.is_none() {
            self.kind(key, &format!("{}到{}之间的整数，不加引号", range.start(), range.end()));
        }
        value
    }

    /// A whole number in a range that must be there.
    pub fn whole(&self, key: &str, range: RangeInclusive<u64>) -> Option<u64> {
        if !self.has(key) {
            self.absent(key, format!("缺少“{key}”"), format!("请补一行 {key} = 一个整数"));
        }
        self.optional_whole(key, range)
    }

    /// A day, if the key is there.
    pub fn optional_day(&self, key: &str) -> Option<Date> {
        let date = match self.get(key)?.get_ref() {
            DeValue::Datetime(value) if value.time.is_none() && value.offset.is_none() => value.date,
            _ => None,
        };
        let date = date.and_then(|date| Date::new(date.year, date.month, date.day).ok());
        if date.is_none() {
            self.kind(key, "1900年到2199年之间真有的日期，例如 2024-12-31，不加引号");
        }
        date
    }

    /// A day that must be there.
    pub fn day(&self, key: &str) -> Option<Date> {
        if !self.has(key) {
            self.absent(key, format!("缺少“{key}”"), format!("请补一行 {key} = 日期，例如 2024-12-31"));
        }
        self.optional_day(key)
    }

    /// A value that is a constant: a number as it is or a text; its words and its place.
    pub fn constant(&self, key: &str) -> Option<Written<'a>> {
        let Some(value) = self.get(key) else {
            self.absent(key, format!("缺少“{key}”"), format!("请补一行 {key} = 这一年的数"));
            return None;
        };
        match value.get_ref() {
            DeValue::String(text) => Some(self.written(text, value.span())),
            DeValue::Integer(_) => {
                let text = self.file.text.get(value.span()).unwrap_or_default().to_owned();
                Some(Written { file: self.file, text, span: value.span(), is_verbatim: true })
            }
            _ => {
                self.kind(key, "整数，或者带单位的数，例如 \"5.5 %\"");
                None
            }
        }
    }

    /// The table below, if the key is there.
    pub fn optional_section(&self, key: &str) -> Option<Self> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(self.child(value.span(), table)),
            _ => {
                self.kind(key, &format!("一节 [{key}]"));
                None
            }
        }
    }

    /// The table below that must be there.
    pub fn section(&self, key: &str) -> Option<Self> {
        if !self.has(key) {
            self.absent(key, format!("缺少 [{key}] 这一节"), format!("请补上 [{key}]"));
        }
        self.optional_section(key)
    }

    /// The tables of a list, in the order of the file; none where the key is left out.
    pub fn sections(&self, key: &str) -> Vec<Self> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(values) = value.get_ref() else {
            self.kind(key, &format!("几节 [[{key}]]，或者 {key} = [ {{ … }}, … ]"));
            return Vec::new();
        };
        let section = |value: &'a Spanned<DeValue<'a>>| match value.get_ref() {
            DeValue::Table(table) => Some(self.child(value.span(), table)),
            _ => {
                self.messages.add(self.file, value.span(), "列表里的这一项写法不对", "每一项要写成 { … }");
                None
            }
        };
        values.iter().filter_map(section).collect()
    }

    /// The constants of a list; nothing where one is none.
    pub fn constants(&self, key: &str) -> Option<Vec<Written<'a>>> {
        let Some(DeValue::Array(values)) = self.get(key).map(Spanned::get_ref) else {
            self.kind(key, "一列数，例如 [1000, 300, 20]");
            return None;
        };
        let constant = |value: &'a Spanned<DeValue<'a>>| match value.get_ref() {
            DeValue::String(text) => Some(self.written(text, value.span())),
            DeValue::Integer(_) => {
                let text = self.file.text.get(value.span()).unwrap_or_default().to_owned();
                Some(Written { file: self.file, text, span: value.span(), is_verbatim: true })
            }
            _ => {
                self.messages.add(self.file, value.span(), "列表里的这一项不是数", "要写整数，或者带单位的数");
                None
            }
        };
        values.iter().map(constant).collect()
    }

    /// Whether the value of a key is a whole number.
    pub fn is_whole(&self, key: &str) -> bool {
        matches!(self.table.get(key).map(Spanned::get_ref), Some(DeValue::Integer(_)))
    }

    /// Whether the value of a key is a list.
    pub fn is_list(&self, key: &str) -> bool {
        matches!(self.table.get(key).map(Spanned::get_ref), Some(DeValue::Array(_)))
    }

    /// The keys that nothing has read yet, with their places, in the order of the file.
    pub fn unread(&self) -> Vec<(String, Range<usize>)> {
        let read = self.read.borrow();
        let unread = self.table.keys().filter(|key| !read.contains(key.get_ref().as_ref()));
        let mut unread: Vec<_> = unread.map(|key| (key.get_ref().to_string(), key.span())).collect();
        unread.sort_by_key(|(_, span)| span.start);
        unread
    }

    /// Notes keys that nothing has read: a misspelled key must not pass in silence.
    pub fn finish(&self) {
        const OF_A_SOURCE: [&str; 4] = ["document", "clause", "quote", "grade"];
        let known = self.read.borrow().clone();
        for (key, span) in self.unread() {
            let instead = if OF_A_SOURCE.contains(&key.as_str()) {
                "出处要写在用到它的那一节里，例如 [[round]]、[round.\"名称\"]、[[next]] 的下面".to_owned()
            } else {
                let near = suggest::nearest(&key, known.iter().map(String::as_str));
                match (home(&key), near) {
                    (Some(home), None) => format!("“{key}”要写在 {home} 里"),
                    (Some(home), Some(near)) => format!("是不是“{near}”；“{key}”要写在 {home} 里"),
                    (None, _) => suggest::instead(&key, known.iter().map(String::as_str)),
                }
            };
            self.messages.add(self.file, span, "这里没有这一项", instead);
        }
    }
}

/// Where a key of the language belongs: one that is a level too high or too low is not misspelled.
fn home(key: &str) -> Option<&'static str> {
    Some(match key {
        "measure" | "short" | "readings" => "文件开头",
        "ask" | "hint" | "letter" | "options" | "max" | "instead" | "group" | "required" | "default" | "always"
        | "answers" => "[[fact]]",
        "wrong" | "at" | "say" => "[[check]]",
        "range" => "[[value]]",
        "is" => "[[table]] 的 rows、[[round.\"表名\"]]",
        "beside" | "step" => "[[define]]",
        "holds" | "cites" | "curable" => "[[condition]]",
        "least" | "most" => "[amount.step]",
        "as" => "[[result]]",
        "open" | "upcoming" | "not_recorded" => "[window]",
        "year" | "base_year" | "also" | "notes" | "ceiling" => "[[round]]",
        "reason" => "[[gap]]",
        "value" => "[round.\"名称\"]、[[define]]、[amount]",
        _ => return None,
    })
}
