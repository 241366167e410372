//! The link of a case that was judged.

use wengang_engine::Value;
use wengang_engine::pack::{Fact as Declared, FactId, FactKind, Measure};

use crate::api::Request;
use crate::api::link::{Fact, Link, LinkValue};
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
            facts.extend(case.get(id).and_then(|value| link_fact(measure, fact, value)));
        }
    }
    let (year, as_of) = (Some(as_of.year()), Some(*as_of));
    Link { calculator: *calculator, year, as_of, facts, is_estimated: false, is_cut: false }
}

fn link_fact(measure: &'static Measure, fact: &'static Declared, value: &Value) -> Option<Fact> {
    // A twelfth without an end is the sum of its twelve months.
    if let (Value::Count(count), Some(instead)) = (value, &fact.instead)
        && count.get().exact_decimal().is_none()
    {
        let sum = count.get().numerator().checked_mul(i128::from(instead.divided_by))?;
        let sum = sum.checked_div(count.get().denominator())?;
        return Some(Fact { name: &instead.id, value: number(sum.to_string()) });
    }
    Some(Fact { name: &fact.id, value: link_value(measure, fact.kind, value)? })
}

fn link_value(measure: &'static Measure, kind: FactKind, value: &Value) -> Option<LinkValue> {
    Some(match (kind, value) {
        (FactKind::Choice(domain), Value::Choice(id)) => {
            let option = measure.option(domain, *id)?;
            if option.is_number { number(option.id.clone()) } else { LinkValue::Word(&option.id) }
        }
        (FactKind::Choices(domain), Value::Choices(ids)) => {
            let words: Option<_> = ids.iter().map(|id| Some(measure.option(domain, *id)?.id.as_str())).collect();
            LinkValue::Words(words?)
        }
        (_, Value::Truth(is)) => LinkValue::Flag(*is),
        (_, Value::Count(count)) => number(count.formula()),
        (_, Value::Money(amount)) => number(amount.to_string()),
        (_, Value::Date(day)) => LinkValue::Day(Date::of(*day)),
        (_, Value::Month(month)) => LinkValue::Month(Month::from(*month)),
        (_, Value::Text(words)) => LinkValue::Text(words.written().to_owned()),
        (FactKind::List(id), Value::List(elements)) => {
            let fields = measure.fields(id);
            let row = |element: &Vec<Option<Value>>| {
                let facts = fields.iter().zip(element).filter_map(|(field, value)| {
                    Some(Fact { name: &field.id, value: link_value(measure, field.kind, value.as_ref()?)? })
                });
                facts.collect()
            };
            LinkValue::Rows(elements.iter().map(row).collect())
        }
        _ => return None,
    })
}

/// A whole number, or a decimal as its text.
fn number(digits: String) -> LinkValue {
    LinkValue::Number { is_whole: !digits.contains('.'), digits }
}
