//! Results, insights and next steps.

use wengang_engine::pack::{BoundRow, Insight, NextStep, Note, ResultField, ResultForm};

use wengang_engine::{Expr, Value};

use crate::check::{Checker, Type};
use crate::measure;
use crate::measure::law::{Reader, says, when};
use crate::toml_file::Section;

impl Reader<'_, '_, '_> {
    pub(super) fn insight(&self, section: &Section<'_>) -> Option<Insight> {
        let (id, when, says) = (section.words("id"), self.when(section), says(section, self.checker));
        let value = section.optional_text("value").map(|written| self.checker.any(&written).0);
        let (each, days) = (self.each(section), measure::days(section));
        let (source, only) = (self.sources.of(section), self.only(section));
        Some(Insight { id: id?, when, says: says?, each, value, days, source, only })
    }

    pub(super) fn note(&self, section: &Section<'_>) -> Option<Note> {
        let (when, says, only) = (self.when(section), says(section, self.checker), self.only(section));
        Some(Note { when, says: says?, only })
    }

    pub(super) fn next_step(&self, section: &Section<'_>) -> Option<NextStep> {
        let (id, when, says) = (section.words("id"), self.when(section), says(section, self.checker));
        let closed = section.flag("closed");
        if closed && when.is_some() {
            section.wrong("closed", "有 when 的不能写 closed", "没有政策的日子没有条件可判断：请去掉其中一个");
        }
        let (source, only, days) = (self.sources.of(section), self.only(section), measure::days(section));
        Some(NextStep { id: id?, when, says: says?, closed, days, source, only })
    }
}

/// Reads a figure of the answer.
pub(in crate::measure) fn result(section: &Section<'_>, checker: &Checker<'_>) -> Option<ResultField> {
    if section.optional_text("as").is_some_and(|form| form.text == "bounds") {
        return bounds(section, checker);
    }
    let (id, value, form) = (section.words("id"), section.text("value"), section.text("as"));
    let (value, of_type) = checker.any(&value?);
    let form = form?;
    let (form, fits) = match form.text.as_str() {
        "decimal" => (ResultForm::Decimal, matches!(of_type, Type::Ratio | Type::Money)),
        "fraction" => (ResultForm::Fraction(checker.limit_of(&value)), of_type == Type::Ratio),
        "option" => match of_type {
            Type::Choice(domain) => (ResultForm::Option(domain), checker.has_option_ids(domain)),
            _ => (ResultForm::Whole, false),
        },
        "whole" => (ResultForm::Whole, matches!(of_type, Type::Number | Type::Count(_))),
        _ => {
            section.wrong("as", "没有这种写法", "可以写 decimal、fraction、whole、option、bounds");
            return None;
        }
    };
    if !fits && of_type != Type::Broken {
        let wrong = format!("{}不能写成“{}”", checker.describe(&of_type), section.words("as")?);
        section.wrong("as", wrong, "比例写 decimal 或 fraction，金额写 decimal，数量写 whole，有 id 的选项写 option");
    }
    Some(ResultField { id: id?, value, form })
}

/// Lower bounds that facts may reach.
fn bounds(section: &Section<'_>, checker: &Checker<'_>) -> Option<ResultField> {
    let id = section.words("id");
    let rows = section.sections("rows");
    let rows: Option<Vec<_>> = rows.iter().map(|row| bound(row, checker)).collect();
    let (value, form) = (Expr::Literal(Value::Truth(true)), ResultForm::Bounds(rows?));
    Some(ResultField { id: id?, value, form })
}

fn bound(row: &Section<'_>, checker: &Checker<'_>) -> Option<BoundRow> {
    let when = when(row, checker);
    let (fact, least) = (row.text("fact"), row.text("least"));
    let of = row.optional_text("of").map(|of| of.text);
    row.finish();
    let written = fact?;
    let (fact, of_type) = checker.any(&written);
    let least = checker.typed(&least?, &of_type);
    match fact {
        Expr::Fact(fact) if of_type.has_order() => Some(BoundRow { when, fact, least, of }),
        _ => {
            row.wrong("fact", "这里要写一件要问的事，而且是数", "例如 fact = \"从业人员\"");
            None
        }
    }
}
