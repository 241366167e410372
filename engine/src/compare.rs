//! The rules of a measure side by side.

use crate::date::Date;
use crate::error::{Error, NoValue};
use crate::evaluate::{Budget, Scene};
use crate::pack::{Column, Compare, Dated, GapOf, Measure, Pack, Param, Round, RoundId, SourceId, is_part_of};

/// A table of rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Compared<'p> {
    /// What it is called, and its columns.
    pub table: &'p Compare,
    /// The rows, in the order of days; the standing rule last.
    pub rows: Vec<ComparedRow<'p>>,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComparedRow<'p> {
    /// The first day; `None`: since ever.
    pub from: Option<Date>,
    /// The last day; `None`: for ever.
    pub to: Option<Date>,
    /// What holds on them.
    pub is: RowIs<'p>,
}

/// What a row is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowIs<'p> {
    /// A rule that holds on these days.
    Rule(&'p Round, Cells),
    /// The rule where no round is.
    Standing(&'p Round, Cells),
    /// Values of these days, and their source.
    Values(SourceId, Cells),
    /// Nothing is recorded, and why.
    Gap(&'p str),
}

/// The content of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cells {
    /// One per column.
    pub columns: Vec<String>,
    /// What people hope for under the rule, `1,000.00元–2,000.00元`; empty where no column says it.
    pub hope: String,
    /// The ids of the conditions and what they are called, in the order of the law.
    pub conditions: Vec<(String, String)>,
}

/// The tables of a measure: of its rules, then of its dated values.
///
/// # Errors
/// [`Error`] where a cell cannot be computed.
pub fn compare<'p>(pack: &'p Pack, measure: &'p Measure) -> Result<Vec<Compared<'p>>, Error> {
    let mut tables = Vec::new();
    if let Some(table) = &measure.compare {
        tables.push(Compared { table, rows: rules(pack, measure, table)? });
    }
    for param in &measure.params {
        if let Some(table) = &param.compare {
            tables.push(Compared { table, rows: values(pack, measure, param, table)? });
        }
    }
    Ok(tables)
}

impl Compare {
    /// The titles of the columns, each once.
    #[must_use]
    pub fn titles(&self) -> Vec<&str> {
        let mut titles: Vec<&str> = Vec::new();
        for column in &self.columns {
            if !titles.contains(&column.title.as_str()) {
                titles.push(&column.title);
            }
        }
        titles
    }

    fn is_hoped(&self, title: &str) -> bool {
        self.columns.iter().any(|column| column.hope && column.title == title)
    }
}

fn rules<'p>(pack: &'p Pack, measure: &'p Measure, table: &Compare) -> Result<Vec<ComparedRow<'p>>, Error> {
    let rules = || (0_u16..).map(RoundId).zip(&measure.rounds);
    let is_standing = |round: &Round| measure.perpetual.is_none() && round.years.is_none();
    let mut rows = Vec::new();
    for (id, round) in rules().filter(|(_, round)| !is_standing(round)) {
        let is = RowIs::Rule(round, cells(pack, measure, table, Some((id, round)), round.window.from)?);
        rows.push(ComparedRow { from: Some(round.window.from), to: round.window.to, is });
    }
    let rule_status = rules().find(|(_, round)| is_standing(round));
    for gap in measure.gaps.iter().filter(|gap| gap.of == GapOf::Round) {
        // Where the standing rule holds, something is recorded.
        let held_from = rule_status.filter(|(_, rule)| rule.window.to.is_none()).map(|(_, rule)| rule.window.from);
        if held_from.is_some_and(|held| gap.from.is_some_and(|from| held <= from)) {
            continue;
        }
        let before = held_from.and_then(|held| held.previous().ok());
        let to = before.map_or(gap.to, |before| Some(gap.to.map_or(before, |to| to.min(before))));
        push_gap(&mut rows, gap.from, to, &gap.reason);
    }
    rows.sort_by_key(|row| row.from);
    if let Some((id, rule)) = rule_status {
        let is = RowIs::Standing(rule, cells(pack, measure, table, Some((id, rule)), rule.window.from)?);
        rows.push(ComparedRow { from: Some(rule.window.from), to: rule.window.to, is });
    }
    Ok(rows)
}

/// Two gaps that follow each other for one reason are one.
fn push_gap<'p>(rows: &mut Vec<ComparedRow<'p>>, from: Option<Date>, to: Option<Date>, reason: &'p str) {
    let follows = |row: &&mut ComparedRow<'p>| {
        row.is == RowIs::Gap(reason) && row.to.and_then(|to| to.next().ok()).is_some_and(|next| from == Some(next))
    };
    match rows.iter_mut().find(follows) {
        Some(row) => row.to = to,
        None => rows.push(ComparedRow { from, to, is: RowIs::Gap(reason) }),
    }
}

fn values<'p>(
    pack: &'p Pack,
    measure: &'p Measure,
    param: &'p Param,
    table: &Compare,
) -> Result<Vec<ComparedRow<'p>>, Error> {
    let mut rows = Vec::new();
    for row in &param.rows {
        match (&row.is, row.from) {
            (Dated::Gap(reason), from) => push_gap(&mut rows, from, row.to, reason),
            (Dated::Values(_, source), Some(from)) => {
                let is = RowIs::Values(*source, cells(pack, measure, table, None, from)?);
                rows.push(ComparedRow { from: Some(from), to: row.to, is });
            }
            // A value without a first day cannot be looked up on one.
            (Dated::Values(..), None) => return Err(NoValue::NoSuchDay.into()),
        }
    }
    Ok(rows)
}

fn cells(
    pack: &Pack,
    measure: &Measure,
    table: &Compare,
    round: Option<(RoundId, &Round)>,
    day: Date,
) -> Result<Cells, Error> {
    let (facts, budget) = (vec![None; measure.facts.len()], Budget::new());
    let scene = Scene::new(pack, measure, round, day, &facts, &budget);
    let scene = scene.of_month(day.month_of());
    let id = round.map(|(id, _)| id);
    let cell = |title: &str| {
        let is_cell = |column: &&Column| column.title == title && is_part_of(column.only.as_ref(), id);
        let column = table.columns.iter().find(is_cell)?;
        Some(match &column.item {
            Some(item) => scene.with_item(item).say(&column.says),
            None => scene.say(&column.says),
        })
    };
    let columns = table.titles().into_iter().map(|title| cell(title).unwrap_or_default()).collect();
    let hoped = table.titles().into_iter().filter(|title| table.is_hoped(title)).filter_map(cell);
    let hope = hoped.collect::<Vec<_>>().join("–");
    let of_measure = measure.conditions_of(id).map(|(_, condition)| condition);
    let of_items = measure.items.iter().flat_map(|(item, _)| &item.conditions);
    let of_items = of_items.filter(|condition| is_part_of(condition.only.as_ref(), id));
    let conditions =
        of_measure.chain(of_items).map(|condition| (condition.id.clone(), scene.words(&condition.title))).collect();
    budget.failure().map_or(Ok(Cells { columns, hope, conditions }), |why| Err(why.into()))
}
