//! Cases that a law is tried on: the open ones, and variations of them that lie at the edges of the law.

mod varied;

use serde_json::Value as Json;
use wengang_engine::pack::{DomainId, FactId, FactKind, Measure};
use wengang_engine::{Assessment, Case, Count, Date, Fraction, Money, Month, OptionId, Pack, Value, Words, assess};

pub use varied::{made_up, variations, varied};

/// The published cases of the project, as they are asked.
const OPEN: [&str; 2] = [include_str!("../../tests/cases/open.json"), include_str!("../../tests/cases/real.json")];

/// A case: what is asked, and how it is called.
#[derive(Clone, PartialEq, Debug)]
pub struct Trial {
    /// What it is called.
    pub name: String,
    /// The measure.
    pub measure: String,
    /// The day of application.
    pub day: Date,
    /// The facts by their names in the API.
    pub facts: Json,
}

/// Returns the open cases.
#[must_use]
pub fn open() -> Vec<Trial> {
    let cases = OPEN.iter().filter_map(|text| serde_json::from_str::<Json>(text).ok());
    let cases = cases.filter_map(|cases| cases.as_array().cloned()).flatten();
    cases.filter_map(|case| Trial::of(case.get("id")?.as_str()?, case.get("request")?)).collect()
}

impl Trial {
    /// Reads a request.
    #[must_use]
    pub fn of(name: &str, request: &Json) -> Option<Self> {
        Some(Self {
            name: name.to_owned(),
            measure: request.get("calculator")?.as_str()?.to_owned(),
            day: Date::parse(request.get("asOf")?.as_str()?).ok()?,
            facts: request.get("facts")?.clone(),
        })
    }

    /// Judges it by a law; nothing where that law does not know the measure or what is given, or refuses it.
    #[must_use]
    pub fn judge(&self, pack: &Pack) -> Option<Assessment> {
        let measure = pack.measure(&self.measure)?;
        let case = case(measure, &self.facts)?;
        if case.contradiction(pack, measure, self.day).is_some() {
            return None;
        }
        assess(pack, &measure.id, &case, self.day).ok()
    }
}

/// Reads facts by what the measure declares of each.
#[must_use]
pub fn case(measure: &Measure, facts: &Json) -> Option<Case> {
    let mut case = Case::new(measure);
    for (name, given) in facts.as_object()?.iter().filter(|(_, given)| !given.is_null()) {
        let of = |place: usize| u16::try_from(place).ok().map(FactId);
        let own = measure.facts.iter().position(|fact| fact.id == *name);
        let (id, value) = if let Some(place) = own {
            (of(place)?, value(measure, measure.facts.get(place)?.kind, given)?)
        } else {
            let is_instead = |instead: &wengang_engine::pack::Instead| instead.id == *name;
            let place = measure.facts.iter().position(|fact| fact.instead.as_ref().is_some_and(is_instead))?;
            let by = measure.facts.get(place)?.instead.as_ref()?.divided_by;
            let share = Fraction::new(i128::from(given.as_i64()?), i128::from(by)).ok()?;
            (of(place)?, Value::Count(Count::new(share.reduced())))
        };
        case.set(measure, id, value).ok()?;
    }
    Some(case)
}

/// Reads what is given of a fact, as a value of its kind.
fn value(measure: &Measure, kind: FactKind, given: &Json) -> Option<Value> {
    let text = || given.as_str().map_or_else(|| given.to_string(), str::to_owned);
    Some(match kind {
        FactKind::Choice(domain) => Value::Choice(option(measure, domain, &text())?),
        FactKind::Choices(domain) => {
            let each = given.as_array()?.iter().map(|id| option(measure, domain, id.as_str()?));
            Value::Choices(each.collect::<Option<_>>()?)
        }
        FactKind::YesNo => Value::Truth(given.as_bool()?),
        FactKind::Count(_) | FactKind::Average(_) => Value::Count(Count::new(decimal(&text())?)),
        FactKind::Money(_) => Value::Money(Money::new(decimal(&text())?)),
        FactKind::Date => Value::Date(Date::parse(&text()).ok()?),
        FactKind::Month => {
            let text = text();
            let (year, month) = text.split_once('-')?;
            Value::Month(Month::new(year.parse().ok()?, month.parse().ok()?).ok()?)
        }
        FactKind::Text => {
            let text = text();
            Value::Text(Words::new(text.trim(), text.trim().to_lowercase()))
        }
        FactKind::List(list) => {
            let fields = measure.fields(list);
            let element = |element: &Json| -> Option<Vec<Option<Value>>> {
                let is_known = |name: &String| fields.iter().any(|field| field.id == *name);
                if !element.as_object()?.keys().all(is_known) {
                    return None;
                }
                let field = |field: &wengang_engine::pack::Field| match element.get(&field.id) {
                    None | Some(Json::Null) => Some(None),
                    Some(given) => value(measure, field.kind, given).map(Some),
                };
                fields.iter().map(field).collect()
            };
            Value::List(given.as_array()?.iter().map(element).collect::<Option<_>>()?)
        }
    })
}

fn option(measure: &Measure, domain: DomainId, id: &str) -> Option<OptionId> {
    let place = measure.options(domain).iter().position(|option| option.id == id)?;
    u16::try_from(place).ok().map(OptionId)
}

/// Reads a decimal exactly.
#[must_use]
pub fn decimal(text: &str) -> Option<Fraction> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let places = u32::try_from(decimals.len()).ok()?;
    Fraction::decimal(format!("{whole}{decimals}").parse().ok()?, places).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Workspace;

    #[test]
    fn every_open_case_is_judged_by_the_law_built_in() {
        let pack = Workspace::new().compile().unwrap();
        let all = open();
        assert_eq!(all.len(), 87);
        for trial in &all {
            assert!(trial.judge(&pack).is_some(), "{}", trial.name);
        }
    }
}
