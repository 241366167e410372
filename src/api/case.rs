//! From what somebody told, fact by fact, to a case of the engine.

use wengang_engine::pack::{DomainId, FactKind, List, Measure};
use wengang_engine::{self as engine, Case, CaseError, Count, Fraction, OptionId, Value, Words};

use crate::law;
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::ratio::AverageInsured;

/// What was told of a fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Told {
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
pub type Named = (&'static str, Option<Told>);

/// The case that these facts make.
///
/// # Errors
/// [`CaseError`] for a fact that the measure does not have, and for a value that is none of it.
pub fn of(measure: &Measure, facts: Vec<Named>) -> Result<Case, CaseError> {
    let mut case = Case::new(measure);
    for (name, told) in facts {
        let Some(told) = told else { continue };
        let (id, fact) = law::fact(measure, name).ok_or(CaseError::UnknownFact)?;
        case.set(measure, id, value(measure, fact.kind, told)?)?;
    }
    Ok(case)
}

/// What was told as a value of the kind.
fn value(measure: &Measure, kind: FactKind, told: Told) -> Result<Value, CaseError> {
    let outside = |_| CaseError::OutOfRange;
    Ok(match (kind, told) {
        (FactKind::Choice(domain), Told::Word(word)) => Value::Choice(option(measure, domain, word)?),
        (FactKind::Choice(domain), Told::Count(number)) => Value::Choice(option(measure, domain, &number.to_string())?),
        (FactKind::Choices(domain), Told::Words(words)) => {
            Value::Choices(words.into_iter().map(|word| option(measure, domain, word)).collect::<Result<_, _>>()?)
        }
        (FactKind::YesNo, Told::Flag(is)) => Value::Truth(is),
        (FactKind::Count(_), Told::Count(count)) => Value::Count(Count::new(Fraction::whole(i64::from(count)))),
        (FactKind::Average(_), Told::Average(average)) => Value::Count(Count::new(persons(average).map_err(outside)?)),
        (FactKind::Money(_), Told::Money(money)) => Value::Money(engine::Money::new(yuan(money).map_err(outside)?)),
        (FactKind::Date, Told::Day(day)) => Value::Date(self::day(day).map_err(|_| CaseError::OutOfRange)?),
        (FactKind::Month, Told::Month(month)) => Value::Month(self::month(month).map_err(|_| CaseError::OutOfRange)?),
        (FactKind::Text, Told::Text(words)) => Value::Text(words),
        (FactKind::List(id), Told::Elements(elements)) => {
            let list = measure.lists.get(id.index()).ok_or(CaseError::WrongKind)?;
            Value::List(elements.into_iter().map(|told| element(measure, list, told)).collect::<Result<_, _>>()?)
        }
        _ => return Err(CaseError::WrongKind),
    })
}

fn element(measure: &Measure, list: &List, told: Vec<Named>) -> Result<Vec<Option<Value>>, CaseError> {
    let mut fields = vec![None; list.fields.len()];
    for (name, told) in told {
        let place = list.fields.iter().position(|field| field.id == name).ok_or(CaseError::UnknownFact)?;
        let (Some(told), Some(field), Some(slot)) = (told, list.fields.get(place), fields.get_mut(place)) else {
            continue;
        };
        *slot = Some(value(measure, field.kind, told)?);
    }
    Ok(fields)
}

/// The option with that id.
pub(super) fn option(measure: &Measure, domain: DomainId, id: &str) -> Result<OptionId, CaseError> {
    let domain = measure.domains.get(domain.index()).ok_or(CaseError::WrongKind)?;
    let place = domain.options.iter().position(|option| option.id == id).ok_or(CaseError::WrongKind)?;
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
