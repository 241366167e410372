//! The link of a case that was judged.

use wengang_engine::pack::{DomainId, Fact as Declared, FactId, FactKind, Measure, OptionName};
use wengang_engine::{OptionId, Value};

use crate::api::Request;
use crate::api::link::{Fact, Link, Told};
use crate::law;
use crate::policy::date::Date;
use crate::policy::month::Month;

/// A case as a link holds it.
#[must_use]
pub fn of(request: &Request) -> Link {
    let Request { calculator, as_of, case, .. } = request;
    let mut facts = Vec::new();
    if let Some(measure) = law::measure(*calculator) {
        for (id, fact) in (0_u16..).map(FactId).zip(&measure.facts) {
            facts.extend(case.get(id).and_then(|value| told_of_fact(measure, fact, value)));
        }
    }
    let (year, as_of) = (Some(as_of.year()), Some(*as_of));
    Link { calculator: *calculator, year, as_of, facts, is_estimated: false, is_cut: false }
}

fn told_of_fact(measure: &'static Measure, fact: &'static Declared, value: &Value) -> Option<Fact> {
    // A twelfth without an end is the sum of its twelve months.
    if let (Value::Count(count), Some(instead)) = (value, &fact.instead)
        && count.get().exact_decimal().is_none()
    {
        let sum = count.get().numerator().checked_mul(i128::from(instead.divided_by))?;
        let sum = sum.checked_div(count.get().denominator())?;
        return Some(Fact { name: &instead.id, value: number(sum.to_string()) });
    }
    Some(Fact { name: &fact.id, value: told(measure, fact.kind, value)? })
}

fn told(measure: &'static Measure, kind: FactKind, value: &Value) -> Option<Told> {
    Some(match (kind, value) {
        (FactKind::Choice(domain), Value::Choice(id)) => {
            let option = option(measure, domain, *id)?;
            if option.is_number { number(option.id.clone()) } else { Told::Word(&option.id) }
        }
        (FactKind::Choices(domain), Value::Choices(ids)) => {
            let words: Option<_> = ids.iter().map(|id| Some(option(measure, domain, *id)?.id.as_str())).collect();
            Told::Words(words?)
        }
        (_, Value::Truth(is)) => Told::Flag(*is),
        (_, Value::Count(count)) => number(count.formula()),
        (_, Value::Money(amount)) => number(amount.to_string()),
        (_, Value::Date(day)) => Told::Day(Date::of(*day)),
        (_, Value::Month(month)) => Told::Month(Month::of(Date::of(month.first_day().ok()?))),
        (_, Value::Text(words)) => Told::Text(words.written().to_owned()),
        (FactKind::List(id), Value::List(elements)) => {
            let fields = &measure.lists.get(id.index())?.fields;
            let row = |element: &Vec<Option<Value>>| {
                let told = fields.iter().zip(element).filter_map(|(field, value)| {
                    Some(Fact { name: &field.id, value: told(measure, field.kind, value.as_ref()?)? })
                });
                told.collect()
            };
            Told::Rows(elements.iter().map(row).collect())
        }
        _ => return None,
    })
}

fn option(measure: &'static Measure, domain: DomainId, id: OptionId) -> Option<&'static OptionName> {
    measure.domains.get(domain.index())?.options.get(usize::from(id.0))
}

/// A whole number, or a decimal as its text.
fn number(digits: String) -> Told {
    Told::Number { is_whole: !digits.contains('.'), digits }
}
