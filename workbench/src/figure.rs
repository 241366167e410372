//! A figure of the law as a file writes it: its kind, its value, and what an officer types for it.

use std::fmt;

use toml_edit::{Array, Value as Toml};
use wengang_engine::Date;

use crate::notice::narrow;

/// What kind of figure a file asks for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// A ratio in percent.
    #[default]
    Share,
    /// An amount in 元.
    Money,
    /// A count of what the unit says: 人, 个月, 次.
    Count(String),
    /// A plain number.
    Number,
    /// Some of these options.
    Options(Vec<String>),
    /// The first and the last day.
    Days,
}

/// A figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Percent, in ASCII digits.
    Share(String),
    /// 元, in ASCII digits.
    Money(String),
    /// So many, in ASCII digits.
    Count(String),
    /// 不限.
    NoLimit,
    /// The names of options.
    Options(Vec<String>),
    /// The first day and the last; one that is not said stays as it was.
    Days(Option<Date>, Option<Date>),
    /// What is none of these, as it is written.
    Other(String),
}

const NO_LIMIT: &str = "不限";
/// A period that begins as the one before ended.
pub(crate) const NO_FIRST_DAY: &str = "（开始照旧）";
/// A period without an end.
pub(crate) const NO_LAST_DAY: &str = "（没有截止日）";

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(number) => write!(f, "{number} %"),
            Self::Money(number) => write!(f, "{number} 元"),
            Self::Count(number) | Self::Other(number) => f.write_str(number),
            Self::NoLimit => f.write_str(NO_LIMIT),
            Self::Options(names) => f.write_str(&names.join("、")),
            Self::Days(from, to) => {
                let said = |day: &Option<Date>, none: &str| day.map_or_else(|| none.to_owned(), |day| day.to_string());
                write!(f, "{} 至 {}", said(from, NO_FIRST_DAY), said(to, NO_LAST_DAY))
            }
        }
    }
}

impl Value {
    /// Returns the days of a whole year.
    #[must_use]
    pub fn whole_year(year: u16) -> Option<Self> {
        Some(Self::Days(Some(Date::new(year, 1, 1).ok()?), Some(Date::new(year, 12, 31).ok()?)))
    }

    /// Reads what a file writes.
    #[must_use]
    pub fn of_toml(kind: &Kind, written: &Toml) -> Self {
        if let Some(list) = written.as_array() {
            return Self::Options(list.iter().filter_map(Toml::as_str).map(str::to_owned).collect());
        }
        let text = written.as_str().map_or_else(|| written.to_string(), str::to_owned);
        read(kind, text.trim()).unwrap_or_else(|_| Self::Other(text.trim().to_owned()))
    }

    /// Writes it as a file does; a count without its unit, as it is a whole number.
    #[must_use]
    pub fn to_toml(&self) -> Toml {
        match self {
            Self::Count(number) => match number.parse::<i64>() {
                Ok(number) => number.into(),
                Err(_) => number.as_str().into(),
            },
            Self::Options(names) => Toml::Array(names.iter().map(String::as_str).collect::<Array>()),
            other => other.to_string().into(),
        }
    }
}

/// Reads what an officer types, or says in a sentence what to type instead.
///
/// # Errors
/// The sentence: full-width digits, a percentage as 0.6, another unit, no number.
pub fn typed(kind: &Kind, text: &str) -> Result<Value, String> {
    let text = text.trim();
    let narrowed: String = text.chars().map(narrow).collect();
    if narrowed != text.replace('：', ":") && text.chars().any(|c| c != narrow(c) && narrow(c).is_ascii_digit()) {
        return Err(format!("“{text}”里有全角数字，请写成 {narrowed}"));
    }
    if let Kind::Share = kind
        && !narrowed.contains('%')
        && let Some(percent) = as_percent(&narrowed)
    {
        return Err(format!("比例要写百分数：“{text}”请写成 {percent} %"));
    }
    read(kind, &narrowed)
}

/// 0.6 as 60, and 60 as 60; nothing where it is no number.
fn as_percent(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !is_number(whole) || !(decimals.is_empty() || is_number(decimals)) {
        return None;
    }
    if whole.trim_matches('0').is_empty() && !decimals.is_empty() {
        let padded: String = decimals.chars().chain("00".chars()).take(decimals.len().max(2)).collect();
        let (percent, rest) = padded.split_at_checked(2)?;
        let percent = percent.trim_start_matches('0');
        let percent = if percent.is_empty() { "0" } else { percent };
        let rest = rest.trim_end_matches('0');
        return Some(if rest.is_empty() { percent.to_owned() } else { format!("{percent}.{rest}") });
    }
    Some(text.to_owned())
}

fn read(kind: &Kind, text: &str) -> Result<Value, String> {
    if text == NO_LIMIT {
        return Ok(Value::NoLimit);
    }
    match kind {
        Kind::Share => number_before(text, &["%", "％"]).map(Value::Share).ok_or_else(|| example(text, "60 %")),
        Kind::Money => number_before(text, &["元", ""]).map(Value::Money).ok_or_else(|| example(text, "1000 元")),
        Kind::Count(unit) => {
            let number = number_before(text, &[unit, ""]).filter(|number| !number.contains('.'));
            number.map(Value::Count).ok_or_else(|| example(text, &format!("12 {unit}")))
        }
        Kind::Number => number_before(text, &[""]).map(Value::Count).ok_or_else(|| example(text, "12")),
        Kind::Options(known) => {
            let names: Vec<String> =
                text.split(['、', ',', ' ']).filter(|n| !n.is_empty()).map(str::to_owned).collect();
            match names.iter().find(|name| !known.contains(name)) {
                Some(other) => Err(format!("没有“{other}”这个选项，可以写 {}", known.join("、"))),
                None => Ok(Value::Options(names)),
            }
        }
        Kind::Days => days(text),
    }
}

fn days(text: &str) -> Result<Value, String> {
    let wrong = || format!("“{text}”不是起止日期，请写成 2027-01-01 至 2027-12-31");
    let (from, to) = text.split_once('至').ok_or_else(wrong)?;
    let day = |text: &str| match text.trim() {
        "" => Ok(None),
        text => Date::parse(text).map(Some).map_err(|_| wrong()),
    };
    let (from, to) = (day(from)?, day(to)?);
    match from.zip(to) {
        Some((from, to)) if to < from => Err(format!("止日 {to} 早于起日 {from}，请核对")),
        _ => Ok(Value::Days(from, to)),
    }
}

fn example(text: &str, example: &str) -> String {
    format!("“{text}”不能用在这里，请写成 {example} 这样的")
}

/// The number before one of these units, without thousands separators.
fn number_before(text: &str, units: &[&str]) -> Option<String> {
    let number = units.iter().find_map(|unit| {
        let number: String = text.strip_suffix(unit)?.trim().chars().filter(|c| *c != ',' && *c != '_').collect();
        let (whole, decimals) = number.split_once('.').unwrap_or((&number, "0"));
        let is_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        (is_digits(whole) && is_digits(decimals)).then_some(number)
    })?;
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_told_at_its_place() {
        let said = |kind: &Kind, text: &str| typed(kind, text).unwrap_err();
        assert_eq!(said(&Kind::Share, "0.6"), "比例要写百分数：“0.6”请写成 60 %");
        assert_eq!(said(&Kind::Share, "0.053"), "比例要写百分数：“0.053”请写成 5.3 %");
        assert_eq!(said(&Kind::Share, "60"), "比例要写百分数：“60”请写成 60 %");
        assert_eq!(said(&Kind::Share, "６０％"), "“６０％”里有全角数字，请写成 60%");
        assert_eq!(said(&Kind::Money, "１０００元"), "“１０００元”里有全角数字，请写成 1000元");
        assert_eq!(said(&Kind::Money, "60 %"), "“60 %”不能用在这里，请写成 1000 元 这样的");
        assert_eq!(said(&Kind::Count("人".to_owned()), "3.5 人"), "“3.5 人”不能用在这里，请写成 12 人 这样的");
        assert_eq!(said(&Kind::Days, "2027-12-31 至 2027-01-01"), "止日 2027-01-01 早于起日 2027-12-31，请核对");
        let people = Kind::Options(vec!["企业在职职工".to_owned()]);
        assert_eq!(said(&people, "学生"), "没有“学生”这个选项，可以写 企业在职职工");
    }

    #[test]
    fn what_is_typed_is_written_as_the_files_do() {
        let written = |kind: &Kind, text: &str| typed(kind, text).map(|value| value.to_toml().to_string());
        assert_eq!(written(&Kind::Share, "5.3%").as_deref(), Ok("\"5.3 %\""));
        assert_eq!(written(&Kind::Money, "1,200元").as_deref(), Ok("\"1200 元\""));
        assert_eq!(written(&Kind::Money, "4150.20").as_deref(), Ok("\"4150.20 元\""));
        assert_eq!(written(&Kind::Count("个月".to_owned()), "12 个月").as_deref(), Ok("12"));
        assert_eq!(written(&Kind::Count("次".to_owned()), "不限").as_deref(), Ok("\"不限\""));
    }
}
