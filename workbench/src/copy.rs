//! Copies the newest period of a file for a new notice: a round of another year, a rule or a row of dated values from
//! another day on.

mod timeline;

use toml_edit::visit_mut::{self, VisitMut};
use toml_edit::{ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, KeyMut, Table, TableLike, Value};
use wengang_engine::Date;

use crate::path::{Step, insert, set};

pub use timeline::refit;

/// The document that a copy cites.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Basis {
    /// Its key.
    pub document: String,
    /// The clause until another one is named.
    pub clause: String,
    /// The grade.
    pub grade: String,
}

/// What makes the copy another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copying {
    /// On which day it is checked.
    pub today: Date,
    /// The document that it cites; without one it keeps the old one, at the lowest grade.
    pub basis: Option<Basis>,
    /// The comment above it, for the person who checks it.
    pub head: String,
}

/// Returns a file's text with a round for `year`, copied from that of `from`, or nothing where it has no round to copy.
///
/// # Errors
/// A sentence: the file is no TOML, it has the year, or the new round lies within a gap.
pub fn round(source: &str, year: i16, from: i16, how: &Copying) -> Result<Option<String>, String> {
    let mut policy = parse(source)?;
    let rounds = policy.get_mut("round").and_then(Item::as_array_of_tables_mut);
    let Some((rounds, old)) = rounds.and_then(|rounds| {
        let old = round_of(rounds, from).cloned()?;
        Some((rounds, old))
    }) else {
        return Ok(None);
    };
    if round_of(rounds, year).is_some() {
        return Err(format!("已经有 {year} 年度了"));
    }
    let old_id = old.get("id").and_then(Item::as_str).unwrap_or_default().to_owned();
    let mut round = copied(old, year.saturating_sub(from), how)?;
    let new_id = round.get("id").and_then(Item::as_str).unwrap_or_default().to_owned();
    let first = date_in(&round, "from")?.ok_or("年度缺少 from")?;
    let last = date_in(&round, "to")?.ok_or("年度缺少 to")?;
    head(&mut round, &how.head);
    rounds.push(round);
    timeline::shorten_gap(&mut policy, first, last)?;
    Adopt { old: &old_id, new: &new_id }.visit_document_mut(&mut policy);
    Ok(Some(policy.to_string()))
}

/// Returns a file's text with a rule from a day on, copied from the last one, which ends on the day before.
///
/// # Errors
/// A sentence: the file is no TOML, it has no rule that holds then, or the last one begins later.
pub fn rule(source: &str, from: Date, how: &Copying) -> Result<String, String> {
    let mut policy = parse(source)?;
    let rules = policy.get_mut("rule").and_then(Item::as_array_of_tables_mut).ok_or("这个文件没有 [[rule]]")?;
    let last =
        rules.iter_mut().max_by_key(|rule| date_in(*rule, "from").ok().flatten()).ok_or("这个文件没有 [[rule]]")?;
    let began = date_in(last, "from")?.ok_or("上一段缺少 from")?;
    if began >= from {
        return Err(format!("最后一段从 {began} 起，不早于 {from}"));
    }
    if last.contains_key("id") {
        return Err("写了 id 的 [[rule]]，请在文件里照抄一份".to_owned());
    }
    let mut rule = copied(last.clone(), 0, how)?;
    rule.remove("to");
    set(&mut rule, "from", datetime(from)?);
    let day_before = from.previous().map_err(|error| error.to_string())?;
    put_to(last, day_before)?;
    head(&mut rule, &how.head);
    rules.push(rule);
    Ok(policy.to_string())
}

/// Returns a file's text with a row of the dated value of that name for a year, copied from the last one that has figures.
///
/// # Errors
/// A sentence: the file is no TOML, there is no such value, or it has a row for the year.
pub fn row(source: &str, name: &str, year: u16, how: &Copying) -> Result<String, String> {
    let mut policy = parse(source)?;
    let params = policy.get_mut("param").and_then(Item::as_array_of_tables_mut).ok_or("这个文件没有 [[param]]")?;
    let is_named = |param: &&mut Table| param.get("name").and_then(Item::as_str) == Some(name);
    let param = params.iter_mut().find(is_named).ok_or_else(|| format!("这个文件没有 [[param]]“{name}”"))?;
    let rows = param.get_mut("rows").and_then(Item::as_array_of_tables_mut);
    let rows = rows.ok_or_else(|| format!("“{name}”不是一段时间一节的，请在文件里照抄一行"))?;
    let first = Date::new(year, 1, 1).map_err(|error| error.to_string())?;
    let last = Date::new(year, 12, 31).map_err(|error| error.to_string())?;
    let with_figures = rows.iter().enumerate().filter(|(_, row)| !row.contains_key("reason"));
    let (old, old_row) = with_figures.last().ok_or("没有写了数的一段可以照抄")?;
    let old_row = old_row.clone();
    if date_in(&old_row, "from")?.is_some_and(|from| from >= first) {
        return Err(format!("“{name}”已经写到 {year} 年了"));
    }
    let mut new = copied(old_row, 0, how)?;
    set(&mut new, "from", datetime(first)?);
    set(&mut new, "to", datetime(last)?);
    head(&mut new, &how.head);
    if let Some(old) = rows.get_mut(old).filter(|old| !old.contains_key("to")) {
        put_to(old, first.previous().map_err(|error| error.to_string())?)?;
    }
    let next = last.next().map_err(|error| error.to_string())?;
    for row in rows.iter_mut().filter(|row| row.contains_key("reason")) {
        if date_in(row, "from")? == Some(first) {
            set(row, "from", datetime(next)?);
        }
    }
    insert(rows, old.saturating_add(1), new);
    Ok(policy.to_string())
}

/// Gives a section its last day, behind the first.
fn put_to(section: &mut Table, day: Date) -> Result<(), String> {
    set(section, "to", datetime(day)?);
    Ok(())
}

fn parse(source: &str) -> Result<DocumentMut, String> {
    source.parse().map_err(|error: toml_edit::TomlError| format!("这个文件写法不对：{}", error.message()))
}

fn round_of(rounds: &ArrayOfTables, year: i16) -> Option<&Table> {
    rounds.iter().find(|round| round.get("year").and_then(Item::as_integer) == Some(year.into()))
}

/// Puts words above a section, behind an empty line.
fn head(section: &mut Table, words: &str) {
    let prefix = section.decor().prefix().and_then(|prefix| prefix.as_str());
    let inherited = prefix.unwrap_or_default().trim_start().to_owned();
    section.decor_mut().set_prefix(format!("\n{words}{inherited}"));
}

/// Returns a section as it would be some years later, checked today.
fn copied(mut section: Table, years: i16, how: &Copying) -> Result<Table, String> {
    let mut moved = Moved { years, how, depth: 0, failed: None };
    // What one notice sets for the offices of its year says nothing of another year.
    section.remove("goal");
    moved.visit_table_mut(&mut section);
    if let Some(error) = moved.failed {
        return Err(error);
    }
    if let Some(basis) = &how.basis {
        for (key, value) in [("document", &basis.document), ("clause", &basis.clause), ("grade", &basis.grade)] {
            set(&mut section, key, value.as_str());
        }
        section.remove("also");
    }
    Ok(section)
}

/// Moves a copied section by some years, and takes from it what only the old notice vouches for.
struct Moved<'h> {
    years: i16,
    how: &'h Copying,
    depth: usize,
    failed: Option<String>,
}

impl Moved<'_> {
    fn date(&mut self, node: &mut Item) {
        let years = i32::from(self.years);
        let moved = date_of(node)
            .and_then(|date| datetime(date.plus_months(years.saturating_mul(12)).map_err(|error| error.to_string())?));
        match moved {
            Ok(date) => put(node, date),
            Err(error) => self.failed = Some(error),
        }
    }

    /// A round is named by its year, with what follows where a year has several.
    fn id(&self, node: &mut Item) {
        let year = node.as_str().and_then(|id| Some((id.get(..4)?.parse::<i16>().ok()?, id.get(4..)?.to_owned())));
        if let Some((year, rest)) = year {
            put(node, format!("{}{rest}", year.saturating_add(self.years)));
        }
    }

    fn year(&self, node: &mut Item) {
        if let Some(year) = node.as_integer() {
            put(node, year.saturating_add(i64::from(self.years)));
        }
    }
}

impl VisitMut for Moved<'_> {
    fn visit_table_mut(&mut self, node: &mut Table) {
        // Without a position of its own a table is printed after the one before it.
        node.set_position(None);
        visit_mut::visit_table_mut(self, node);
    }

    fn visit_inline_table_mut(&mut self, node: &mut InlineTable) {
        visit_mut::visit_inline_table_mut(self, node);
        node.fmt();
    }

    fn visit_table_like_mut(&mut self, node: &mut dyn TableLike) {
        node.remove("quote");
        node.remove("not_quoted");
        // The source of a single figure was another document.
        if self.how.basis.is_some() && self.depth > 0 {
            ["document", "clause", "grade"].iter().for_each(|key| drop(node.remove(key)));
        }
        self.depth = self.depth.saturating_add(1);
        visit_mut::visit_table_like_mut(self, node);
        self.depth = self.depth.saturating_sub(1);
    }

    fn visit_table_like_kv_mut(&mut self, key: KeyMut<'_>, node: &mut Item) {
        match key.get() {
            "year" | "base_year" => self.year(node),
            "id" => self.id(node),
            "from" | "to" => self.date(node),
            "grade" => put(node, "D"),
            "checked_on" => match datetime(self.how.today) {
                Ok(today) => put(node, today),
                Err(error) => self.failed = Some(error),
            },
            _ => visit_mut::visit_table_like_kv_mut(self, key, node),
        }
    }
}

/// Lets what is only in some years be in the copy's as in the old one's.
struct Adopt<'i> {
    old: &'i str,
    new: &'i str,
}

impl VisitMut for Adopt<'_> {
    fn visit_table_like_kv_mut(&mut self, key: KeyMut<'_>, node: &mut Item) {
        if key.get() == "only"
            && let Some(years) = node.as_array_mut()
        {
            let has = |id: &str| years.iter().any(|year| year.as_str() == Some(id));
            if has(self.old) && !has(self.new) {
                years.push(self.new);
            }
        }
        visit_mut::visit_table_like_kv_mut(self, key, node);
    }
}

fn date_in(table: &dyn TableLike, key: &str) -> Result<Option<Date>, String> {
    table.get(key).map(date_of).transpose()
}

fn date_of(item: &Item) -> Result<Date, String> {
    let written = item.as_datetime().ok_or("日期要写成 2026-01-01 的样子，不加引号")?;
    Date::parse(written.to_string().trim()).map_err(|error| error.to_string())
}

fn datetime(date: Date) -> Result<Datetime, String> {
    date.to_string().parse().map_err(|error: toml_edit::DatetimeParseError| error.to_string())
}

/// Replaces a value, keeping the space and the comments around it.
fn put(item: &mut Item, new: impl Into<Value>) {
    if let Some(value) = item.as_value_mut() {
        let around = value.decor().clone();
        *value = new.into();
        *value.decor_mut() = around;
    }
}

/// The way to a period's list, for what is next to it.
fn list_of(way: &[Step]) -> &[Step] {
    way.get(..way.len().saturating_sub(1)).unwrap_or_default()
}
