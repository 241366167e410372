//! Requests as links and back (api.md).

use wengang_engine::pack::FactKind;

use crate::api::Request;
use crate::api::answer::Calculator;
use crate::api::link::schema::Letters;
use crate::api::link::{self, Fact, Field, Kind, Link, LinkError, LinkValue};
use crate::api::request::error::{ErrorCode, PolicyError};
use crate::api::request::{Checks, Value, read, read_as};
use crate::law;
use crate::policy::case::Fold;
use crate::policy::date::Date;
use crate::policy::month::Month;

/// Makes a link of a request; numbers, days, months and free text go along only where `include_numbers` says so.
///
/// # Errors
/// As [`read`]: only a request that can be judged becomes a link.
pub fn encode(request: &Value, include_numbers: bool, fold: Fold) -> Result<String, PolicyError> {
    let Request { calculator, as_of, .. } = read(request, fold)?;
    // The page that opens it has the place's law as it is published, not what a pack of the built-in place adds.
    if calculator.place().is_none() && Calculator::of_code(calculator.code()).is_none() {
        let message = "载入的政策包里新加的测算还不能做成链接，请直接保存这份请求";
        return Err(PolicyError::new(ErrorCode::Unsupported, "calculator", message));
    }
    let facts = match request {
        Value::Object(fields) => fields.iter().find(|(name, _)| name == "facts").map(|(_, facts)| facts),
        _ => None,
    };
    let facts = facts.map(|facts| facts_of(link::fields(calculator), facts)).unwrap_or_default();
    let link =
        Link { calculator, year: Some(as_of.year()), as_of: Some(as_of), facts, is_estimated: false, is_cut: false };
    Ok(link.address(include_numbers))
}

/// What a link says, and what of it was lost.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Decoded {
    /// The request; without `asOf` where the link holds no numbers.
    #[cfg_attr(feature = "types", ts(type = "DecodedRequest"))]
    pub request: Value,
    /// What the address has lost on the way: `facts`.
    pub lost: Vec<&'static str>,
}

/// Reads a link.
///
/// # Errors
/// A [`PolicyError`] for a link that is damaged.
pub fn decode(address: &str, fold: Fold) -> Result<Decoded, PolicyError> {
    let link = link::read(address).map_err(damaged)?;
    let facts = link.facts.iter().map(|fact| (fact.name.to_owned(), value(&fact.value))).collect();
    let facts = with_required(link.calculator, facts);
    let mut fields = vec![("calculator".to_owned(), Value::Text(link.calculator.code().to_owned()))];
    fields.extend(link.calculator.place().map(|place| ("place".to_owned(), Value::Text(place.to_owned()))));
    fields.extend(link.as_of.map(|day| ("asOf".to_owned(), Value::Text(day.to_string()))));
    fields.push(("facts".to_owned(), facts));
    let request = Value::Object(fields);
    check(&request, link.as_of, fold)?;
    Ok(Decoded { request, lost: if link.is_cut { vec!["facts"] } else { Vec::new() } })
}

/// Every fact must be one that a request may have: a link can be forged with a right checksum.
fn check(request: &Value, as_of: Option<Date>, fold: Fold) -> Result<(), PolicyError> {
    let Value::Object(fields) = request else { return Ok(()) };
    let mut fields = fields.clone();
    if as_of.is_none() {
        fields.push(("asOf".to_owned(), Value::Text(Date::MIN.to_string())));
    }
    // A link made before the order of its days was checked still opens; its case is refused once it is judged.
    read_as(&Value::Object(fields), fold, Checks::OfFacts).map(|_| ()).map_err(|_| damaged(LinkError::Corrupt))
}

fn damaged(damage: LinkError) -> PolicyError {
    PolicyError::new(ErrorCode::InvalidValue, "link", damage.user_message())
}

/// The lists that a request must have: a link without numbers leaves them out.
fn with_required(calculator: Calculator, mut facts: Vec<(String, Value)>) -> Value {
    let declared = law::measure(calculator).map_or(&[][..], |measure| &measure.facts);
    for fact in declared.iter().filter(|fact| fact.required && matches!(fact.kind, FactKind::List(_))) {
        if !facts.iter().any(|(name, _)| *name == fact.id) {
            facts.push((fact.id.clone(), Value::List(Vec::new())));
        }
    }
    Value::Object(facts)
}

fn value(of: &LinkValue) -> Value {
    match of {
        LinkValue::Word(word) => Value::Text((*word).to_owned()),
        LinkValue::Words(words) => Value::List(words.iter().map(|word| Value::Text((*word).to_owned())).collect()),
        LinkValue::Flag(is) => Value::Bool(*is),
        LinkValue::Number { digits, is_whole: true } => digits.parse().map_or(Value::Fraction, Value::Integer),
        LinkValue::Number { digits, is_whole: false } => Value::Text(digits.clone()),
        LinkValue::Day(day) => Value::Text(day.to_string()),
        LinkValue::Month(month) => Value::Text(month.to_string()),
        LinkValue::Text(text) => Value::Text(text.clone()),
        LinkValue::Rows(rows) => Value::List(rows.iter().map(|row| object(row)).collect()),
    }
}

fn object(facts: &[Fact]) -> Value {
    Value::Object(facts.iter().map(|fact| (fact.name.to_owned(), value(&fact.value))).collect())
}

/// The facts of a request that was read, as a link holds them.
fn facts_of(known: &'static [Field], facts: &Value) -> Vec<Fact> {
    let Value::Object(fields) = facts else { return Vec::new() };
    let fact = |field: &'static Field| {
        let (_, value) = fields.iter().find(|(name, _)| name == field.name)?;
        Some(Fact { name: field.name, value: link_value(&field.kind, value)? })
    };
    known.iter().filter_map(fact).collect()
}

/// A value as a link holds it; `None` for `null`, which is as good as left out.
fn link_value(kind: &'static Kind, value: &Value) -> Option<LinkValue> {
    Some(match (kind, value) {
        (Kind::Flag, Value::Bool(is)) => LinkValue::Flag(*is),
        (Kind::Number, Value::Integer(number)) => LinkValue::Number { digits: number.to_string(), is_whole: true },
        (Kind::Number, Value::Text(text)) => LinkValue::Number { digits: text.clone(), is_whole: false },
        (Kind::Day, Value::Text(text)) => LinkValue::Day(Date::parse(text).ok()?),
        (Kind::Month, Value::Text(text)) => LinkValue::Month(Month::parse(text).ok()?),
        (Kind::Text, Value::Text(text)) => LinkValue::Text(text.clone()),
        (Kind::Word(letters), Value::Text(text)) => LinkValue::Word(word(letters, text)?),
        (Kind::Name { words, .. }, Value::Text(text)) => LinkValue::Word(words.iter().find(|word| *word == text)?),
        (Kind::Words(letters), Value::List(list)) => {
            let of_value = |value: &Value| if let Value::Text(text) = value { word(letters, text) } else { None };
            LinkValue::Words(list.iter().filter_map(of_value).collect())
        }
        (Kind::Rows(inner), Value::List(list)) => {
            LinkValue::Rows(list.iter().map(|row| facts_of(inner, row)).collect())
        }
        _ => return None,
    })
}

fn word(letters: &Letters, text: &str) -> Option<&'static str> {
    letters.iter().find(|(word, _)| *word == text).map(|(word, _)| *word)
}
