//! A figure with its words: what is gone through when a notice is taken in.

use toml_edit::TableLike;
use wengang_compiler::File;
use wengang_engine::Date;

use super::{line, text};
use crate::figure::{Kind, Value};
use crate::outline::Entry;
use crate::path::Step;

/// Where a figure comes from, as far as it says so itself.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// The words of the document.
    pub quote: Option<String>,
    /// Why the number is not in them.
    pub not_quoted: Option<String>,
    /// The document, where it is another one than the period's.
    pub document: Option<String>,
    /// The clause, where it is another one.
    pub clause: Option<String>,
    /// The grade, where it is another one.
    pub grade: Option<String>,
}

/// A figure of a period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// Its name.
    pub name: String,
    /// For whom a row of a table holds.
    pub when: Option<String>,
    /// Which kind of figure.
    pub kind: Kind,
    /// The figure.
    pub value: Value,
    /// Where it comes from.
    pub words: Words,
    /// The way to its section.
    pub way: Vec<Step>,
    /// Its key there.
    pub key: String,
    /// The line, from 1.
    pub line: usize,
}

impl Slot {
    /// Reads a figure from its section.
    pub(super) fn read(
        file: &File,
        section: &dyn TableLike,
        key: &str,
        (name, when): (String, Option<String>),
        kind: Kind,
        way: Vec<Step>,
    ) -> Option<Self> {
        let item = section.get(key)?;
        let value = Value::of_toml(&kind, item.as_value()?);
        let (key, line) = (key.to_owned(), line(file, item).unwrap_or(1));
        Some(Self { name, when, kind, value, words: Words::of(section), way, key, line })
    }

    /// The days of a period as a figure; its words are the period's own.
    pub(super) fn of_days(
        file: &File,
        section: &dyn TableLike,
        (from, to): (Option<Date>, Option<Date>),
        way: &[Step],
    ) -> Option<Self> {
        let item = section.get("from").or_else(|| section.get("to"))?;
        let mut words = Words::of(section);
        (words.document, words.clause, words.grade) = (None, None, None);
        Some(Self {
            name: "起止日期".to_owned(),
            when: None,
            kind: Kind::Days,
            value: Value::Days(from, to),
            words,
            way: way.to_vec(),
            key: "from".to_owned(),
            line: line(file, item).unwrap_or(1),
        })
    }

    /// Its name, and for whom it holds.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.when {
            Some(when) => format!("{}（{when}）", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether another version of the file has the same figure in it.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.name, &self.when, &self.key) == (&other.name, &other.when, &other.key)
    }

    /// Whether a value of the file is part of it: the figure itself, or what is said of it.
    #[must_use]
    pub fn holds(&self, entry: &Entry) -> bool {
        const OWN: [&str; 6] = ["quote", "not_quoted", "document", "clause", "grade", "when"];
        let is_day = self.kind == Kind::Days && ["from", "to"].contains(&entry.key.as_str());
        self.way == entry.way && (self.key == entry.key || is_day || OWN.contains(&entry.key.as_str()))
    }
}

impl Words {
    fn of(section: &dyn TableLike) -> Self {
        Self {
            quote: text(section, "quote"),
            not_quoted: text(section, "not_quoted"),
            document: text(section, "document"),
            clause: text(section, "clause"),
            grade: text(section, "grade"),
        }
    }
}
