//! From the values that are given, fact by fact, to a case of the engine.

use wengang_engine::pack::{DomainId, FactId, FactKind, List, Measure};
use wengang_engine::{self as engine, Case, CaseError, Count, Fraction, OptionId, Value, Words};

use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;

/// The value of a fact as the page and programs give it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FactValue {
    /// An option, by its id.
    Word(&'static str),
    /// Options, by their ids; none: none of them.
    Words(Vec<&'static str>),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Count(u32),
    /// An average of persons.
    Average(AverageInsured),
    /// 元.
    Money(Money),
    /// A day.
    Day(Date),
    /// A month.
    Month(Month),
    /// Words, folded by the platform.
    Text(Words),
    /// The elements of a list.
    Elements(Vec<Vec<Named>>),
}

/// A fact by its name in the API; `None`: it is not known.
pub type Named = (&'static str, Option<FactValue>);

/// The case that these facts make.
///
/// # Errors
/// [`CaseError`] for a fact that the measure does not have, and for a value that is none of it.
pub fn of(measure: &Measure, facts: Vec<Named>) -> Result<Case, CaseError> {
    let mut case = Case::new(measure);
    for (name, given) in facts {
        let Some(given) = given else { continue };
        let (id, _) = measure.fact(name).ok_or(CaseError::UnknownFact)?;
        set(&mut case, measure, id, given)?;
    }
    Ok(case)
}

/// Adds what is known of a fact.
pub(super) fn set(case: &mut Case, measure: &Measure, id: FactId, given: FactValue) -> Result<(), CaseError> {
    let fact = measure.facts.get(id.index()).ok_or(CaseError::UnknownFact)?;
    case.set(measure, id, value(measure, fact.kind, given)?)
}

/// What was given, as a value of the kind.
fn value(measure: &Measure, kind: FactKind, given: FactValue) -> Result<Value, CaseError> {
    let outside = |_| CaseError::OutOfRange;
    Ok(match (kind, given) {
        (FactKind::Choice(domain), FactValue::Word(word)) => Value::Choice(option(measure, domain, word)?),
        (FactKind::Choice(domain), FactValue::Count(number)) => {
            Value::Choice(option(measure, domain, &number.to_string())?)
        }
        (FactKind::Choices(domain), FactValue::Words(words)) => {
            Value::Choices(words.into_iter().map(|word| option(measure, domain, word)).collect::<Result<_, _>>()?)
        }
        (FactKind::YesNo, FactValue::Flag(is)) => Value::Truth(is),
        (FactKind::Count(_), FactValue::Count(count)) => Value::Count(Count::new(Fraction::whole(i64::from(count)))),
        (FactKind::Average(_), FactValue::Average(average)) => {
            Value::Count(Count::new(persons(average).map_err(outside)?))
        }
        (FactKind::Money(_), FactValue::Money(money)) => {
            Value::Money(engine::Money::new(yuan(money).map_err(outside)?))
        }
        (FactKind::Date, FactValue::Day(day)) => Value::Date(self::day(day).map_err(|_| CaseError::OutOfRange)?),
        (FactKind::Month, FactValue::Month(month)) => {
            Value::Month(self::month(month).map_err(|_| CaseError::OutOfRange)?)
        }
        (FactKind::Text, FactValue::Text(words)) => Value::Text(words),
        (FactKind::List(id), FactValue::Elements(elements)) => {
            let list = measure.lists.get(id.index()).ok_or(CaseError::WrongKind)?;
            Value::List(elements.into_iter().map(|given| element(measure, list, given)).collect::<Result<_, _>>()?)
        }
        _ => return Err(CaseError::WrongKind),
    })
}

fn element(measure: &Measure, list: &List, given: Vec<Named>) -> Result<Vec<Option<Value>>, CaseError> {
    let mut fields = vec![None; list.fields.len()];
    for (name, given) in given {
        let place = list.fields.iter().position(|field| field.id == name).ok_or(CaseError::UnknownFact)?;
        let (Some(given), Some(field), Some(slot)) = (given, list.fields.get(place), fields.get_mut(place)) else {
            continue;
        };
        *slot = Some(value(measure, field.kind, given)?);
    }
    Ok(fields)
}

/// The option with that id.
pub(super) fn option(measure: &Measure, domain: DomainId, id: &str) -> Result<OptionId, CaseError> {
    let place = measure.options(domain).iter().position(|option| option.id == id).ok_or(CaseError::WrongKind)?;
    u16::try_from(place).map(OptionId).map_err(|_| CaseError::WrongKind)
}

/// 元 as a fraction.
pub(super) fn yuan(money: Money) -> Result<Fraction, engine::NoValue> {
    let yuan = money.yuan();
    Fraction::decimal(yuan.mantissa(), yuan.scale()).map(Fraction::reduced)
}

/// An average as a fraction.
pub(super) fn persons(average: AverageInsured) -> Result<Fraction, engine::NoValue> {
    let (persons, months) = average.fraction();
    Fraction::new(persons.into(), months.into())
}

/// A day as the engine has it.
pub(crate) fn day(day: Date) -> Result<engine::Date, engine::DateError> {
    engine::Date::new(day.year(), day.month(), day.day())
}

/// A month as the engine has it.
pub(super) fn month(month: Month) -> Result<engine::Month, engine::DateError> {
    engine::Month::new(month.year(), month.number())
}
