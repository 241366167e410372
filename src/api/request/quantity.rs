//! Quantities as the API writes them: money and averages as texts or whole numbers, days and months as texts.

use wengang_engine::{self as engine, Count, Fraction, Value as Known};

use crate::api::case;
use crate::api::request::Value;
use crate::api::request::error::PolicyError;
use crate::api::request::reader::Reader;
use crate::policy::date::Date;
use crate::policy::error::ValueError;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;

const DAY: &str = "真实存在的日期，格式 YYYY-MM-DD，1900年至2199年，例如 \"2024-03-10\"";
const MONTH: &str = "月份，格式 YYYY-MM，1900年至2199年，例如 \"2024-08\"";

/// Reads 元, at most `most`.
pub(super) fn money(from: &Reader<'_>, most: u64) -> Result<Known, PolicyError> {
    let wanted =
        format!("金额（元），加引号，最多两位小数，不超过{}，例如 \"109207.30\"；整数可以不加引号", limit(most));
    let text = text_of(from, true, &wanted)?;
    let money = Money::parse(&text).map_err(|error| refused(from, error, &wanted))?;
    let yuan = case::yuan(money).map_err(|_| from.out_of_range(&wanted))?;
    within(yuan, most).then_some(Known::Money(engine::Money::new(yuan))).ok_or_else(|| from.out_of_range(&wanted))
}

/// Reads an average of persons, at most `most`.
pub(super) fn average(from: &Reader<'_>, most: u64) -> Result<Known, PolicyError> {
    let wanted = format!("平均人数，加引号，最多六位小数，不超过{}，例如 \"30.5\"；整数可以不加引号", limit(most));
    let text = text_of(from, true, &wanted)?;
    let average = AverageInsured::parse(&text).map_err(|error| refused(from, error, &wanted))?;
    let persons = case::persons(average).map_err(|_| from.out_of_range(&wanted))?;
    within(persons, most).then_some(Known::Count(Count::new(persons))).ok_or_else(|| from.out_of_range(&wanted))
}

/// Reads a day, as the page has it and as the engine does.
pub(super) fn day(from: &Reader<'_>) -> Result<(Date, engine::Date), PolicyError> {
    let text = text_of(from, false, DAY)?;
    let day = Date::parse(&text).map_err(|error| refused(from, error, DAY))?;
    case::day(day).map(|known| (day, known)).map_err(|_| from.out_of_range(DAY))
}

/// Reads a month.
pub(super) fn month(from: &Reader<'_>) -> Result<Known, PolicyError> {
    let text = text_of(from, false, MONTH)?;
    let month = Month::parse(&text).map_err(|error| refused(from, error, MONTH))?;
    case::month(month).map(Known::Month).map_err(|_| from.out_of_range(MONTH))
}

/// A limit in words, where it has a short one.
fn limit(most: u64) -> String {
    match most {
        1_000_000_000_000 => "一万亿".to_owned(),
        10_000_000 => "一千万".to_owned(),
        other => other.to_string(),
    }
}

fn within(number: Fraction, most: u64) -> bool {
    Fraction::new(i128::from(most), 1).is_ok_and(|most| number <= most)
}

/// The text of a quantity that is written as a text, and perhaps as a whole number.
fn text_of(from: &Reader<'_>, takes_integers: bool, wanted: &str) -> Result<String, PolicyError> {
    match from.value() {
        Value::Text(text) => Ok(text.clone()),
        Value::Integer(number) if takes_integers => Ok(number.to_string()),
        Value::HugeInteger if takes_integers => Err(from.out_of_range(wanted)),
        _ => Err(from.wrong_kind(wanted)),
    }
}

fn refused(from: &Reader<'_>, error: ValueError, wanted: &str) -> PolicyError {
    match error {
        ValueError::OutOfRange => from.out_of_range(wanted),
        ValueError::NotANumber
        | ValueError::TooManyPlaces
        | ValueError::NotADate
        | ValueError::NoSuchDay
        | ValueError::Empty => from.wrong_kind(wanted),
    }
}
