//! From the facts of a request to a case, by the declarations of the facts.
//!
//! What is wrong with a request is the business of the product's own reader: these are requests that it has taken.

use serde_json::Value as Json;
use wengang::api::fold::fold;
use wengang_engine::pack::{DomainId, Fact, FactId, FactKind, List, Measure, OptionName};
use wengang_engine::{Case, Count, Date, Fraction, Money, Month, OptionId, Value, Words};

/// The case that the facts make.
pub fn case(measure: &Measure, facts: &Json) -> Case {
    let mut case = Case::new(measure);
    for (name, json) in facts.as_object().unwrap().iter().filter(|(_, json)| !json.is_null()) {
        let (index, fact) = measure.facts.iter().enumerate().find(|(_, fact)| is_named(fact, name)).unwrap();
        let value = match &fact.instead {
            Some(instead) if instead.id == *name => {
                let divisor = i128::from(instead.divided_by);
                Value::Count(Count::new(Fraction::new(i128::from(json.as_u64().unwrap()), divisor).unwrap().reduced()))
            }
            _ => value(measure, fact.kind, json),
        };
        case.set(measure, FactId(u16::try_from(index).unwrap()), value).unwrap();
    }
    case
}

/// The field that gave a fact.
pub fn field(measure: &Measure, id: FactId, facts: &Json) -> String {
    let fact = &measure.facts[id.index()];
    let instead = fact.instead.as_ref().filter(|instead| !facts[&instead.id].is_null());
    format!("facts.{}", instead.map_or(&fact.id, |instead| &instead.id))
}

fn is_named(fact: &Fact, name: &str) -> bool {
    fact.id == name || fact.instead.as_ref().is_some_and(|instead| instead.id == name)
}

fn value(measure: &Measure, kind: FactKind, json: &Json) -> Value {
    let option = |domain: DomainId, json: &Json| {
        let options = &measure.domains[domain.index()].options;
        let is = |option: &OptionName| match option.is_number {
            true => option.id.parse() == Ok(json.as_u64().unwrap()),
            false => json.as_str() == Some(&option.id),
        };
        let place = options.iter().position(is).unwrap();
        OptionId(u16::try_from(place).unwrap())
    };
    match kind {
        FactKind::Choice(domain) => Value::Choice(option(domain, json)),
        FactKind::Choices(domain) => {
            Value::Choices(json.as_array().unwrap().iter().map(|json| option(domain, json)).collect())
        }
        FactKind::YesNo => Value::Truth(json.as_bool().unwrap()),
        FactKind::Count(_) | FactKind::Average(_) => Value::Count(Count::new(number(json))),
        FactKind::Money(_) => Value::Money(Money::new(number(json))),
        FactKind::Date => Value::Date(Date::parse(json.as_str().unwrap()).unwrap()),
        FactKind::Month => Value::Month(Month::parse(json.as_str().unwrap()).unwrap()),
        FactKind::Text => {
            let written = json.as_str().unwrap();
            Value::Text(Words::new(written.trim(), fold(written).trim()))
        }
        FactKind::List(id) => {
            let list = &measure.lists[id.index()];
            Value::List(json.as_array().unwrap().iter().map(|json| element(measure, list, json)).collect())
        }
    }
}

/// An element of a list; what else it says, such as the caller's name for it, is no fact.
fn element(measure: &Measure, list: &List, json: &Json) -> Vec<Option<Value>> {
    let given = |id: &str| Some(&json[id]).filter(|json| !json.is_null());
    list.fields.iter().map(|field| given(&field.id).map(|json| value(measure, field.kind, json))).collect()
}

/// A decimal as text, or a whole number.
fn number(json: &Json) -> Fraction {
    let text = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let places = u32::try_from(decimals.len()).unwrap();
    Fraction::decimal(format!("{whole}{decimals}").parse().unwrap(), places).unwrap().reduced()
}
