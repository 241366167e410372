//! The law built in: the pack that the build makes of `policies/`.

use std::cell::OnceCell;
use std::ops::Deref;

use wengang_engine::pack::{Fact, FactId, FactKind, Field, Measure, Round};
use wengang_engine::{Pack, Value, packed};

use crate::api::answer::Calculator;

/// The pack, read when it is first needed.
///
/// The build has read the same bytes. Should they be damaged all the same, no measure is known and every case is refused.
pub static PACK: BuiltIn = BuiltIn;

/// The pack of `policies/`.
#[derive(Debug)]
pub struct BuiltIn;

thread_local! {
    // Not `LazyLock`: it calls what reads the pack through the table of functions, and what is called so stands in the
    // page's first part (docs/adr/0009).
    static READ: OnceCell<&'static Pack> = const { OnceCell::new() };
}

impl Deref for BuiltIn {
    type Target = Pack;

    fn deref(&self) -> &Pack {
        READ.with(|read| *read.get_or_init(|| Box::leak(Box::new(packed::read_built_in(BYTES).unwrap_or_default()))))
    }
}

const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/law.pack"));

/// The measure that a calculator goes by.
#[must_use]
pub fn measure(calculator: Calculator) -> Option<&'static Measure> {
    PACK.measure(calculator.code())
}

/// The fact with that name in the API, and its place.
#[must_use]
pub fn fact<'m>(measure: &'m Measure, id: &str) -> Option<(FactId, &'m Fact)> {
    (0_u16..).map(FactId).zip(&measure.facts).find(|(_, fact)| fact.id == id)
}

/// A figure of a rule, by the name that the law's file gives it.
#[must_use]
pub fn figure<'m>(measure: &Measure, rule: &'m Round, name: &str) -> Option<&'m Value> {
    let place = measure.values.iter().position(|known| known == name)?;
    rule.figures.get(place).map(|figure| &figure.value)
}

/// The fields of a list's elements; none where the fact is no list.
#[must_use]
pub fn fields_of<'m>(measure: &'m Measure, fact: &Fact) -> &'m [Field] {
    match fact.kind {
        FactKind::List(id) => measure.lists.get(id.index()).map_or(&[], |list| &list.fields),
        _ => &[],
    }
}

/// Whether the elements of a list are judged one by one.
#[must_use]
pub fn is_judged(measure: &Measure, fact: &Fact) -> bool {
    let list = measure.items.as_ref().and_then(|(item, _)| measure.facts.get(item.list.index()));
    list.is_some_and(|list| list.id == fact.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_calculator_has_its_measure() {
        for calculator in Calculator::ALL {
            assert!(measure(calculator).is_some(), "{calculator:?}");
        }
    }
}
