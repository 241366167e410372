//! A case: the facts that the user gave. Every fact may be missing.

use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::{Budget, Known, Scene};
use crate::fraction::Fraction;
use crate::pack::{Assumed, FactId, FactKind, List, Measure, Pack};
use crate::value::Value;

/// The facts of a case.
///
/// INVARIANT: each value is of its fact's kind and within its range.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    facts: Vec<Option<Value>>,
}

/// Why a value is not a value of a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CaseError {
    /// The measure has no such fact.
    #[error("the measure has no such fact")]
    UnknownFact,
    /// Not a value of the fact's kind.
    #[error("not a value of the fact's kind")]
    WrongKind,
    /// Below zero or above the greatest value that is taken.
    #[error("outside the range of the fact")]
    OutOfRange,
}

impl Case {
    /// A case of which nothing is known.
    #[must_use]
    pub fn new(measure: &Measure) -> Self {
        Self { facts: vec![None; measure.facts.len()] }
    }

    /// Adds what is known of a fact.
    ///
    /// # Errors
    /// [`CaseError`] where the value is none of the fact.
    pub fn set(&mut self, measure: &Measure, id: FactId, value: Value) -> Result<(), CaseError> {
        let fact = measure.facts.get(id.index()).ok_or(CaseError::UnknownFact)?;
        let slot = self.facts.get_mut(id.index()).ok_or(CaseError::UnknownFact)?;
        check(measure, fact.kind, &value)?;
        let least = Fraction::new(i128::from(fact.min), 1).map_err(|_| CaseError::OutOfRange)?;
        if value.number().is_some_and(|(_, number)| number < least) {
            return Err(CaseError::OutOfRange);
        }
        *slot = Some(value);
        Ok(())
    }

    /// What is known of a fact.
    #[must_use]
    pub fn get(&self, id: FactId) -> Option<&Value> {
        self.facts.get(id.index())?.as_ref()
    }

    /// The facts in the order of the measure, as given.
    pub(crate) fn facts(&self) -> &[Option<Value>] {
        &self.facts
    }

    /// The facts with what is assumed for those that are left out, fields of lists included.
    pub(crate) fn assume(
        &self,
        pack: &Pack,
        measure: &Measure,
        day: Date,
        budget: &Budget,
    ) -> Result<Vec<Option<Value>>, NoValue> {
        let scene = Scene::new(pack, measure, None, day, &self.facts, budget);
        let value = |kind: FactKind, assumed: &Assumed| {
            let Known::Value(value) = scene.evaluate(&assumed.value).known else { return Err(NoValue::DamagedPack) };
            let is_number = matches!(kind, FactKind::Count(_) | FactKind::Average(_) | FactKind::Money(_));
            match value {
                Value::NoLimit if is_number => Ok(value),
                value => check(measure, kind, &value).map(|()| value).map_err(|_| NoValue::DamagedPack),
            }
        };
        let mut facts = self.facts.clone();
        for (fact, slot) in measure.facts.iter().zip(&mut facts) {
            match (slot, &fact.assumed, fact.kind) {
                (Some(Value::List(elements)), _, FactKind::List(list)) => {
                    for (place, field) in measure.fields(list).iter().enumerate() {
                        let assumed = field.assumed.as_ref().map(|assumed| value(field.kind, assumed)).transpose()?;
                        for slot in elements.iter_mut().filter_map(|element| element.get_mut(place)) {
                            match slot {
                                None => slot.clone_from(&assumed),
                                // The compiler sees to it that each of them is judged alike.
                                Some(value) => {
                                    if let Some([first, ..]) = measure.any_of(field.kind, value) {
                                        *value = Value::Choice(*first);
                                    }
                                }
                            }
                        }
                    }
                }
                (slot @ None, Some(assumed), kind) => *slot = Some(value(kind, assumed)?),
                _ => {}
            }
        }
        Ok(facts)
    }

    /// The first check of the measure that finds the facts contradictory.
    #[must_use]
    pub fn contradiction<'p>(&self, pack: &'p Pack, measure: &'p Measure, day: Date) -> Option<Contradiction<'p>> {
        let budget = Budget::new();
        let scene = Scene::new(pack, measure, None, day, &self.facts, &budget);
        measure.checks.iter().find_map(|check| {
            let element = match check.field {
                None => scene.surely(&check.wrong).then_some(None)?,
                Some(field) => {
                    let Some(Value::List(elements)) = self.get(check.at) else { return None };
                    let is_wrong =
                        |element: &Vec<Option<Value>>| scene.with_other(check.at, element).surely(&check.wrong);
                    Some((elements.iter().position(is_wrong)?, field))
                }
            };
            Some(Contradiction { at: check.at, element, say: &check.say })
        })
    }
}

/// Facts that cannot be together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Contradiction<'p> {
    /// The fact to name.
    pub at: FactId,
    /// Where it is a list, the place of the element and of its field.
    pub element: Option<(usize, u16)>,
    /// What to do.
    pub say: &'p str,
}

/// Whether a value is one of a fact of that kind.
pub(crate) fn check(measure: &Measure, kind: FactKind, value: &Value) -> Result<(), CaseError> {
    let within = |number: Fraction, most: u64| {
        let most = Fraction::new(i128::from(most), 1).map_err(|_| CaseError::OutOfRange)?;
        if Fraction::ZERO <= number && number <= most { Ok(()) } else { Err(CaseError::OutOfRange) }
    };
    let is_whole = |number: Fraction| number.reduced().denominator() == 1;
    match (kind, value) {
        (FactKind::YesNo, Value::Truth(_))
        | (FactKind::Date, Value::Date(_))
        | (FactKind::Month, Value::Month(_))
        | (FactKind::Text, Value::Text(_)) => Ok(()),
        (FactKind::List(id), Value::List(elements)) => {
            let list = measure.lists.get(id.index()).ok_or(CaseError::WrongKind)?;
            if elements.len() > usize::from(list.most) {
                return Err(CaseError::OutOfRange);
            }
            elements.iter().try_for_each(|element| check_element(measure, list, element))
        }
        (FactKind::Choice(id), Value::Choice(option)) if measure.option(id, *option).is_some() => Ok(()),
        (FactKind::Choices(id), Value::Choices(options))
            if options.iter().all(|option| measure.option(id, *option).is_some()) =>
        {
            Ok(())
        }
        (FactKind::Count(most), Value::Count(count)) if is_whole(count.get()) => within(count.get(), most),
        (FactKind::Average(most), Value::Count(count)) => within(count.get(), most),
        (FactKind::Money(most), Value::Money(amount)) => within(amount.get(), most),
        _ => Err(CaseError::WrongKind),
    }
}

pub(crate) fn check_element(measure: &Measure, list: &List, element: &[Option<Value>]) -> Result<(), CaseError> {
    if element.len() != list.fields.len() {
        return Err(CaseError::WrongKind);
    }
    let given = list.fields.iter().zip(element).filter_map(|(field, value)| Some((field.kind, value.as_ref()?)));
    let mut given = given.filter(|(kind, _)| !matches!(kind, FactKind::List(_)));
    given.try_for_each(|(kind, value)| check(measure, kind, value))
}
