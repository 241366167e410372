//! The periods of a measure's file, each with the figures that it fills in: rounds, rules, and the rows of dated values.

mod declared;
mod slot;

use toml_edit::{Document, Item, TableLike};
use wengang_compiler::File;
use wengang_engine::Date;

use crate::path::{Step, sections};
pub use slot::{Slot, Words};

use declared::Declared;

/// What a period is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// `[[round]]`: a year.
    Round,
    /// `[[rule]]`: a stretch of what holds all the time.
    Rule,
    /// `[standing]`: what holds where there is no round.
    Standing,
    /// A row of `[[param]]`: figures of some days.
    Row,
}

/// A stretch of days with its figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Period {
    /// The file.
    pub file: String,
    /// What it is.
    pub sort: Sort,
    /// What tells it from others of its file, in every version of the file.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The way to its section.
    pub way: Vec<Step>,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The first day and the last.
    pub days: (Option<Date>, Option<Date>),
    /// The document, the clause and the grade that hold for its figures.
    pub source: [Option<String>; 3],
    /// Doubts that are said with every answer.
    pub notes: Vec<String>,
    /// Whether its figures are only the published ceiling.
    pub is_ceiling: bool,
    /// Words by which the part of a notice about it is known.
    pub about: String,
    /// Its figures, the days first.
    pub slots: Vec<Slot>,
}

/// Under which keys a source is written.
pub(crate) const SOURCE: [&str; 3] = ["document", "clause", "grade"];

/// What a period writes that is no figure.
const HEAD: [&str; 19] = [
    "id",
    "title",
    "year",
    "base_year",
    "from",
    "to",
    "checked_on",
    "also",
    "notes",
    "ceiling",
    "document",
    "clause",
    "grade",
    "quote",
    "not_quoted",
    "cite",
    "goal",
    "into_next_year",
    "reason",
];

/// Returns the periods of a measure's file; `base` is the national file that it goes on from. A file that is no TOML has none.
#[must_use]
pub fn periods(file: &File, base: Option<&File>) -> Vec<Period> {
    let Ok(document) = Document::parse(file.text.as_str()) else { return Vec::new() };
    let base = base.and_then(|base| Document::parse(base.text.as_str()).ok());
    let tables: Vec<&dyn TableLike> = base
        .iter()
        .map(|base| base.as_table() as &dyn TableLike)
        .chain([document.as_table() as &dyn TableLike])
        .collect();
    let declared = Declared::read(&tables);
    let reader = Reader { file, declared: &declared };
    let mut found = Vec::new();
    let root: &dyn TableLike = document.as_table();
    for (key, sort) in [("round", Sort::Round), ("rule", Sort::Rule)] {
        for (place, section) in root.get(key).map(sections).unwrap_or_default().into_iter().enumerate() {
            found.push(reader.block(section, sort, vec![Step::key(key), Step::At(place)]));
        }
    }
    if let Some(standing) = root.get("standing").and_then(Item::as_table_like) {
        found.push(reader.block(standing, Sort::Standing, vec![Step::key("standing")]));
    }
    for (place, param) in root.get("param").map(sections).unwrap_or_default().into_iter().enumerate() {
        for (row, section) in param.get("rows").map(sections).unwrap_or_default().into_iter().enumerate() {
            let way = vec![Step::key("param"), Step::At(place), Step::key("rows"), Step::At(row)];
            found.extend(reader.row(section, param, way));
        }
    }
    found
}

struct Reader<'r> {
    file: &'r File,
    declared: &'r Declared,
}

impl Reader<'_> {
    fn block(&self, section: &dyn TableLike, sort: Sort, way: Vec<Step>) -> Period {
        let days = (day(section, "from"), day(section, "to"));
        let from = days.0.map(|from| format!("{}-{:02}", from.year(), from.month())).unwrap_or_default();
        let id = text(section, "id").unwrap_or(from);
        let name = &self.declared.title;
        let title = match sort {
            Sort::Round => format!("{name} {id}年度"),
            Sort::Standing => format!("{name} 长期规定"),
            Sort::Rule | Sort::Row => format!("{} {id}起", self.declared.rule.as_ref().unwrap_or(name)),
        };
        let mut period = self.period(section, sort, id, title, way);
        for (name, item) in section.iter().filter(|(key, _)| !HEAD.contains(key)) {
            let mut way = period.way.clone();
            way.push(Step::key(name));
            let kind = self.declared.kind(name);
            if let Some(figure) = item.as_table_like().filter(|figure| figure.get("value").is_some()) {
                period.slots.extend(Slot::read(self.file, figure, "value", (name.to_owned(), None), kind, way));
                continue;
            }
            for (place, row) in sections(item).into_iter().enumerate() {
                let way = way.iter().cloned().chain([Step::At(place)]).collect();
                let when = text(row, "when");
                period.slots.extend(Slot::read(self.file, row, "is", (name.to_owned(), when), kind.clone(), way));
            }
        }
        period
    }

    fn row(&self, section: &dyn TableLike, param: &dyn TableLike, way: Vec<Step>) -> Option<Period> {
        if section.get("reason").is_some() {
            return None;
        }
        let name = text(param, "name").unwrap_or_default();
        let from = day(section, "from").map_or_else(String::new, |from| from.to_string());
        let title = format!("{name} {from}起");
        let mut period = self.period(section, Sort::Row, format!("{name}@{from}"), title, way);
        // What all rows are cited from is written above them.
        for (own, key) in period.source.iter_mut().zip(SOURCE) {
            *own = own.take().or_else(|| text(param, key));
        }
        for (key, _) in section.iter().filter(|(key, _)| !HEAD.contains(key)) {
            let label = if key == "value" { name.as_str() } else { key };
            let way = period.way.clone();
            period.slots.extend(Slot::read(
                self.file,
                section,
                key,
                (label.to_owned(), None),
                self.declared.kind(&name),
                way,
            ));
        }
        Some(period)
    }

    fn period(&self, section: &dyn TableLike, sort: Sort, id: String, title: String, way: Vec<Step>) -> Period {
        let days = (day(section, "from"), day(section, "to"));
        let notes = section.get("notes").and_then(Item::as_array);
        let notes = notes.map(|notes| notes.iter().filter_map(|note| note.as_str().map(str::to_owned)).collect());
        Period {
            file: self.file.name.clone(),
            sort,
            id,
            line: ["id", "from", "to"].iter().find_map(|key| line(self.file, section.get(key)?)).unwrap_or(1),
            days,
            source: SOURCE.map(|key| text(section, key)),
            notes: notes.unwrap_or_default(),
            is_ceiling: section.get("ceiling").and_then(Item::as_bool) == Some(true),
            about: format!("{}{}", self.declared.about(), title),
            slots: Slot::of_days(self.file, section, days, &way).into_iter().collect(),
            title,
            way,
        }
    }
}

impl Period {
    /// Whether it is that period, in another version of its file.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.file, &self.id, self.sort) == (&other.file, &other.id, other.sort)
    }

    /// What the words of a figure are cited from: document, clause and grade, its own or else the period's.
    #[must_use]
    pub fn cited<'p>(&'p self, words: &'p Words) -> [Option<&'p str>; 3] {
        let [document, clause, grade] = &self.source;
        [(&words.document, document), (&words.clause, clause), (&words.grade, grade)]
            .map(|(own, shared)| own.as_deref().or(shared.as_deref()))
    }

    /// The name of the dated value that a row is of.
    #[must_use]
    pub fn value_name(&self) -> &str {
        self.id.split('@').next().unwrap_or_default()
    }

    /// The period that it was copied from, or that held before it: of the same sort, the last that began before.
    #[must_use]
    pub fn before<'p>(&self, others: &'p [Self]) -> Option<&'p Self> {
        let is_alike = |other: &&Self| {
            let of = |period: &Self| period.way.get(..period.way.len().saturating_sub(1)).map(<[Step]>::to_vec);
            other.file == self.file && other.sort == self.sort && of(other) == of(self) && other.days.0 < self.days.0
        };
        others.iter().filter(is_alike).max_by_key(|other| other.days.0)
    }
}

fn text(section: &dyn TableLike, key: &str) -> Option<String> {
    section.get(key).and_then(Item::as_str).map(str::to_owned)
}

fn day(section: &dyn TableLike, key: &str) -> Option<Date> {
    Date::parse(section.get(key)?.as_datetime()?.to_string().trim()).ok()
}

/// The line of a value, from 1.
fn line(file: &File, item: &Item) -> Option<usize> {
    let start = item.span()?.start;
    Some(file.text.get(..start)?.matches('\n').count().saturating_add(1))
}
