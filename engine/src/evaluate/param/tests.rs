//! Dated values where the day or the key is open, and where nothing was found.

use crate::date::{Date, Month};
use crate::error::NoValue;
use crate::evaluate::tests::{KIND, known_in, measure, percent};
use crate::evaluate::{Knowledge, Known, Missing};
use crate::expression::{Binary, Expr, Unary};
use crate::pack::{Dated, Fact, FactId, FactKind, Measure, Param, ParamId, ParamRow, SourceId};
use crate::set::Set;
use crate::value::Value;

/// A month, behind the facts of the measure.
const MONTH: FactId = FactId(4);

fn day(year: u16) -> Date {
    Date::new(year, 1, 1).unwrap()
}

/// A measure with a month and one dated value: what holds before 2024, and what holds from then on.
fn dated(key: Option<Expr>, before: Dated, since: Dated) -> Measure {
    let mut measure = measure();
    measure.facts.push(Fact { kind: FactKind::Month, ..measure.facts[0].clone() });
    let row = |from: Option<Date>, to: Option<Date>, is: Dated| ParamRow { from, to, is };
    let end = Date::new(2023, 12, 31).unwrap();
    let rows = vec![row(None, Some(end), before), row(Some(day(2024)), None, since)];
    measure.params.push(Param { name: String::new(), key, rows, compare: None });
    measure
}

fn value(number: i128, source: u16) -> Dated {
    Dated::Values(vec![Some(percent(number))], SourceId(source))
}

fn gap() -> Dated {
    Dated::Gap("not found".to_owned())
}

fn param() -> Expr {
    Expr::Param(ParamId(0), Some(Box::new(Expr::Fact(MONTH))))
}

fn in_month(measure: Measure, year: u16, expr: &Expr) -> Knowledge {
    known_in(measure, &[(MONTH, Value::Month(Month::new(year, 1).unwrap()))], expr)
}

fn has_value() -> Expr {
    Expr::Unary(Unary::HasValue, Box::new(param()))
}

#[test]
fn the_row_of_the_day_counts_and_is_cited() {
    let found = in_month(dated(None, value(1, 1), value(2, 2)), 2024, &param());
    assert_eq!((found.known, found.sources), (Known::Value(percent(2)), Set::from([SourceId(2)])));
    let on_the_last_day = Expr::Param(ParamId(0), Some(Box::new(Expr::Literal(Value::Date(day(2023))))));
    let found = known_in(dated(None, value(1, 1), value(2, 2)), &[], &on_the_last_day);
    assert_eq!(found.known, Known::Value(percent(1)));
}

#[test]
fn a_day_that_is_open_leaves_the_values_of_all_rows_and_is_named() {
    let found = known_in(dated(None, value(1, 1), value(2, 2)), &[], &param());
    assert_eq!(found.known, Known::OneOf(vec![percent(1), percent(2)]));
    assert_eq!(found.missing, Set::from([Missing::Fact(MONTH)]));
    let unchanged = known_in(dated(None, value(2, 1), value(2, 2)), &[], &param());
    assert_eq!((unchanged.known, unchanged.missing), (Known::Value(percent(2)), Set::new()));
}

#[test]
fn a_result_from_a_gap_is_unsure_also_where_the_gap_only_chose() {
    let measure = || dated(None, gap(), value(2, 2));
    let found = in_month(measure(), 2023, &param());
    assert_eq!((found.known, found.unsure), (Known::NoValue(NoValue::NotRecorded), true));
    let otherwise = Expr::If(has_value().into(), param().into(), Expr::Literal(percent(9)).into());
    let found = in_month(measure(), 2023, &otherwise);
    assert_eq!((found.known, found.unsure), (Known::Value(percent(9)), true));
    let found = in_month(measure(), 2024, &otherwise);
    assert_eq!((found.known, found.unsure), (Known::Value(percent(2)), false));
    let more = Expr::Binary(Binary::Plus, otherwise.into(), Expr::Literal(percent(1)).into());
    assert!(in_month(measure(), 2023, &more).unsure);
}

#[test]
fn a_key_that_is_open_is_tried_option_by_option() {
    let values = Dated::Values(vec![Some(percent(1)), Some(percent(2)), None], SourceId(1));
    let measure = || dated(Some(Expr::Fact(KIND)), gap(), values.clone());
    let found = in_month(measure(), 2024, &param());
    assert_eq!(found.known, Known::OneOf(vec![percent(1), percent(2)]));
    assert_eq!(found.missing, [KIND].map(Missing::Fact).into());
    // Of the third option there is none, which is not the same for every option.
    let found = in_month(measure(), 2024, &has_value());
    let both = [true, false].map(Value::Truth).to_vec();
    assert_eq!((found.known, found.missing), (Known::OneOf(both), [KIND].map(Missing::Fact).into()));
}

#[test]
fn a_value_that_never_changes_needs_no_day() {
    let always = Expr::Param(ParamId(0), None);
    assert_eq!(known_in(dated(None, value(1, 1), value(2, 2)), &[], &always).known, Known::Value(percent(1)));
}
