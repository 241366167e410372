//! `new-round`: drafts next year's `[[round]]` of every measure from an earlier one, for an officer to check.

use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan as _};
use toml_edit::visit_mut::{self, VisitMut};
use toml_edit::{ArrayOfTables, Datetime, DocumentMut, Item, KeyMut, Table, TableLike, Value};

use crate::project;

/// Appends a round for `year` to every policy that has one for `from`.
///
/// # Errors
/// Where a policy already has the year, no policy has the other, or the new round lies within a gap;
/// then no file is changed.
pub fn write(year: i16, from: i16) -> Result<()> {
    let mut drafts = Vec::new();
    for path in project::policies()? {
        let drafted = draft(&project::read(&path)?, year, from, today()).with_context(|| project::shown(&path))?;
        drafts.extend(drafted.map(|text| (path, text)));
    }
    if drafts.is_empty() {
        bail!("policies/ 中没有 {from} 年度，写不出 {year} 年度的草稿");
    }
    for (path, text) in &drafts {
        save(path, text)?;
    }
    println!("请按文件中的 TODO 逐项核对（步骤见 docs/new-round.md），再运行：\n  cargo xtask test native quotes");
    Ok(())
}

fn save(path: &Path, text: &str) -> Result<()> {
    project::write(path, text)?;
    println!("已写入草稿：{}", project::shown(path));
    Ok(())
}

/// Returns today's date where the policies hold: UTC+8.
fn today() -> Date {
    Offset::constant(8).to_datetime(Timestamp::now()).date()
}

/// Returns a policy's text with the new round, or nothing where the policy has no round to copy.
fn draft(source: &str, year: i16, from: i16, today: Date) -> Result<Option<String>> {
    let mut policy: DocumentMut = source.parse()?;
    let rounds = policy.get_mut("round").and_then(Item::as_array_of_tables_mut);
    let Some((rounds, old)) = rounds.and_then(|rounds| {
        let old = round_of(rounds, from).cloned()?;
        Some((rounds, old))
    }) else {
        return Ok(None);
    };
    if round_of(rounds, year).is_some() {
        bail!("已经有 {year} 年度了");
    }
    let mut round = moved(old, year - from, today)?;
    let first = date_in(&round, "from")?.context("年度缺少 from")?;
    let last = date_in(&round, "to")?.context("年度缺少 to")?;
    head(&mut round, year, from);
    rounds.push(round);
    shorten_gap(&mut policy, first, last)?;
    Ok(Some(policy.to_string()))
}

fn round_of(rounds: &ArrayOfTables, year: i16) -> Option<&Table> {
    rounds.iter().find(|round| round.get("year").and_then(Item::as_integer) == Some(year.into()))
}

/// Puts above the draft what the officer has to check.
fn head(round: &mut Table, year: i16, from: i16) {
    let prefix = round.decor().prefix().and_then(|prefix| prefix.as_str());
    let inherited = prefix.unwrap_or_default().trim_start().to_owned();
    let tasks = format!(
        "\n# TODO {year} 年度草稿，照抄自 {from} 年度。以下各项核对一项，删去一行：\n\
         # TODO 文件：在 documents.toml 中登记 {year} 年的通知，document、clause 改为引用它\n\
         # TODO 数字：每个 value 与通知逐项对照\n\
         # TODO 起止日期：from、to 改为通知写明的执行期限\n\
         # TODO 引文：quote 已全部删去，有原文的，请逐字摘录关键词句\n\
         # TODO 可靠程度：grade 现在一律为 D，按来源改写\n\
         # TODO 说明：notes 和注释还是 {from} 年度的话\n\
         # TODO 缺口：后面如有 [[gap]]，起始日已移到本年度之后，reason 要跟着改\n\
         # TODO 只有几个年度才有的条件和句子：{year} 年度也有的，把它的 id 加进 only\n\
         # TODO 新条件、新算法：写法见 docs/spec/policy-language.md；写不出来的，请告诉开发者\n"
    );
    round.decor_mut().set_prefix(tasks + &inherited);
}

/// Lets a gap that began where the round now begins begin after the round.
fn shorten_gap(policy: &mut DocumentMut, first: Date, last: Date) -> Result<()> {
    let gaps = policy.get_mut("gap").and_then(Item::as_array_of_tables_mut);
    for gap in gaps.into_iter().flat_map(ArrayOfTables::iter_mut) {
        let from = date_in(gap, "from")?;
        let to = date_in(gap, "to")?;
        if from.is_some_and(|from| from > last) || to.is_some_and(|to| to < first) {
            continue;
        }
        if from != Some(first) || to.is_some() {
            bail!("{first} 至 {last} 在一个 [[gap]] 之中，请先手工把它分开");
        }
        set(gap.get_mut("from"), datetime(last.tomorrow()?)?);
    }
    Ok(())
}

/// Returns a round as it would be some years later, checked today.
fn moved(mut round: Table, years: i16, today: Date) -> Result<Table> {
    let mut moved = Moved { years, today: datetime(today)?, failed: None };
    moved.visit_table_mut(&mut round);
    moved.failed.map_or(Ok(round), Err)
}

/// Moves a copied round by some years, and takes from it what only the old notice vouches for.
struct Moved {
    years: i16,
    today: Datetime,
    failed: Option<anyhow::Error>,
}

impl Moved {
    fn date(&mut self, node: &mut Item) {
        let moved = date_of(node).and_then(|date| datetime(date.checked_add(self.years.years())?));
        match moved {
            Ok(date) => set(Some(node), date),
            Err(error) => self.failed = Some(error),
        }
    }

    /// A round is named by its year, with what follows where a year has several.
    fn id(&self, node: &mut Item) {
        let year = node.as_str().and_then(|id| Some((id.get(..4)?.parse::<i16>().ok()?, id.get(4..)?.to_owned())));
        if let Some((year, rest)) = year {
            set(Some(node), format!("{}{rest}", year + self.years));
        }
    }

    fn year(&self, node: &mut Item) {
        if let Some(year) = node.as_integer() {
            set(Some(node), year + i64::from(self.years));
        }
    }
}

impl VisitMut for Moved {
    fn visit_table_mut(&mut self, node: &mut Table) {
        // Without a position of its own a table is printed after the one before it.
        node.set_position(None);
        visit_mut::visit_table_mut(self, node);
    }

    fn visit_table_like_mut(&mut self, node: &mut dyn TableLike) {
        node.remove("quote");
        visit_mut::visit_table_like_mut(self, node);
    }

    fn visit_table_like_kv_mut(&mut self, key: KeyMut<'_>, node: &mut Item) {
        match key.get() {
            "year" | "base_year" => self.year(node),
            "id" => self.id(node),
            "from" | "to" => self.date(node),
            "grade" => set(Some(node), "D"),
            "checked_on" => set(Some(node), self.today),
            _ => visit_mut::visit_table_like_kv_mut(self, key, node),
        }
    }
}

fn date_in(table: &Table, key: &str) -> Result<Option<Date>> {
    table.get(key).map(date_of).transpose()
}

fn date_of(item: &Item) -> Result<Date> {
    let written = item.as_datetime().context("日期要写成 2026-01-01 的样子，不加引号")?;
    Ok(written.to_string().parse()?)
}

fn datetime(date: Date) -> Result<Datetime> {
    Ok(date.to_string().parse()?)
}

/// Replaces a value, keeping the space and the comments around it.
fn set(item: Option<&mut Item>, new: impl Into<Value>) {
    if let Some(value) = item.and_then(Item::as_value_mut) {
        let around = value.decor().clone();
        *value = new.into();
        *value.decor_mut() = around;
    }
}

#[cfg(test)]
mod tests;
