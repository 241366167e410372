//! Lists: what is true of an element, of any, and of how many.

use std::borrow::Cow;

use crate::set::Set;

use crate::bounds::Bounds;
use crate::error::NoValue;
use crate::evaluate::items::{Entry, Fields};
use crate::evaluate::node::{Walk, unknown};
use crate::evaluate::{Found, Missing, State, operation};
use crate::expression::{Aggregate, Binary, Expr, Listed, PlanOf};
use crate::fraction::Fraction;
use crate::pack::{FactId, FactKind, Field, SourceId};
use crate::value::{Kind, Value};

/// An element that is looked at, and the list it is of.
#[derive(Clone, Debug)]
pub(super) struct Element<'s> {
    list: FactId,
    fields: Cow<'s, [Option<Value>]>,
}

impl<'s> Element<'s> {
    pub fn new(list: FactId, fields: impl Into<Cow<'s, [Option<Value>]>>) -> Self {
        Self { list, fields: fields.into() }
    }
}

/// Elements, each with what flows into it.
pub(super) type Elements<'s> = Vec<(Element<'s>, Set<SourceId>)>;

/// How a condition turned out over a list.
#[derive(Default)]
struct Tally {
    /// What there is instead, where the list or a condition gives nothing to count.
    instead: Option<State>,
    such: i64,
    unknown: i64,
    missing: Set<Missing>,
    sources: Set<SourceId>,
    unsure: bool,
}

impl<'s> Walk<'s> {
    /// Whether an element is such: one that surely is settles it.
    pub(super) fn any(&mut self, list: Listed, such: &Expr) -> Found {
        let tally = self.tally(list, such, true);
        let state = match (tally.such, tally.unknown) {
            (0, 0) => State::Known(Value::Truth(false)),
            (0, _) => State::Open,
            _ => State::Known(Value::Truth(true)),
        };
        tally.found(state)
    }

    /// How many elements are such: those that surely are at least, those that may be at most.
    pub(super) fn count_of(&mut self, list: Listed, such: &Expr) -> Found {
        let tally = self.tally(list, such, false);
        let whole = |number: i64| Some(Fraction::whole(number));
        let most = tally.such.saturating_add(tally.unknown);
        let bounds = Bounds { kind: Kind::Number, least: whole(tally.such), most: whole(most) };
        tally.found(State::Between(Box::new(bounds)))
    }

    /// What an expression is of the elements that are such.
    pub(super) fn over(&mut self, aggregate: Aggregate, list: Listed, such: &Expr, of: &Expr) -> Found {
        let elements = match self.elements_of(list) {
            Ok(elements) => elements,
            Err(found) => return *found,
        };
        let mut joined: Option<Found> = None;
        for (element, sources) in elements {
            self.elements.push(element);
            let is_such = self.evaluate(such);
            let found = match self.holds(is_such) {
                // What comes of a list is printed as its value: a formula of all its elements is not built.
                Ok(true) => Some(Found { formula: None, ..self.evaluate(of).citing_all(&sources) }),
                Ok(false) => None,
                Err(why) => Some(Found::no_value(why)),
            };
            self.elements.pop();
            let Some(found) = found else { continue };
            joined = Some(match joined {
                None => found,
                Some(before) => join(aggregate, &before, &found),
            });
            let is_done = |found: &Found| matches!(found.state, State::NoValue(_)) || aggregate == Aggregate::First;
            if joined.as_ref().is_some_and(is_done) {
                break;
            }
        }
        joined.unwrap_or_else(|| match aggregate {
            Aggregate::Sum(kind) => Found::known(kind.value(Fraction::ZERO)),
            Aggregate::First | Aggregate::Earliest | Aggregate::Highest => Found::no_value(NoValue::NoRow),
        })
    }

    /// The elements of a list.
    pub(super) fn elements_of(&mut self, list: Listed) -> Result<Elements<'s>, Box<Found>> {
        let scene = self.scene;
        match list {
            Listed::Fact(fact) => match scene.facts.get(fact.index()) {
                Some(Some(Value::List(elements))) => {
                    let element = |fields: &'s Fields| (Element::new(fact, fields.as_slice()), Set::new());
                    Ok(elements.iter().map(element).collect())
                }
                Some(None) => Err(Box::new(Found::open(State::Open, Set::from([Missing::Fact(fact)])))),
                _ => Err(damaged()),
            },
            Listed::Plan(plan) => {
                let list = scene.measure.items.as_ref().map(|(item, _)| item.list);
                let list = list.ok_or_else(damaged)?;
                let judged = scene.judged().map_err(|why| Box::new(Found::no_value(why)))?;
                let plan = match plan {
                    PlanOf::Eligible => &judged.plan,
                    PlanOf::Possible => &judged.possible,
                };
                let element = |entry: &Entry| (Element::new(list, entry.fields.clone()), entry.sources.clone());
                Ok(plan.entries.iter().map(element).collect())
            }
        }
    }

    /// Evaluates a condition for each element. `until_one`: stops at the first that holds.
    fn tally(&mut self, list: Listed, such: &Expr, until_one: bool) -> Tally {
        let mut tally = Tally::default();
        let elements = match self.elements_of(list) {
            Ok(elements) => elements,
            Err(found) => return Tally { instead: Some(found.state), missing: found.missing, ..tally },
        };
        for (element, sources) in elements {
            tally.sources.add(&sources);
            self.elements.push(element);
            let found = self.evaluate(such);
            self.elements.pop();
            match found.state {
                State::Known(Value::Truth(false)) => {}
                State::Known(Value::Truth(true)) => tally.such = tally.such.saturating_add(1),
                State::Open => tally.unknown = tally.unknown.saturating_add(1),
                State::NoValue(why) => tally.instead = Some(State::NoValue(why)),
                State::Known(_) | State::Between(_) => tally.instead = Some(State::NoValue(NoValue::DamagedPack)),
            }
            tally.missing.add(&found.missing);
            tally.sources.add(&found.sources);
            tally.unsure |= found.unsure;
            if tally.instead.is_some() || until_one && tally.such > 0 {
                break;
            }
        }
        tally
    }

    /// A field of an element that is looked at. One that is missing is open; the list is what must be completed.
    pub(super) fn field(&self, out: u8, field: u16) -> Found {
        let place = self.elements.len().checked_sub(usize::from(out).saturating_add(1));
        match place.and_then(|place| self.elements.get(place)) {
            None => Found::no_value(NoValue::DamagedPack),
            Some(Element { list, fields }) => {
                self.field_of(*list, fields.get(usize::from(field)), field, Missing::Fact(*list))
            }
        }
    }

    /// A field of the item at hand. Where none is, nothing is known of it but the list that it would be of.
    pub(super) fn of_item(&self, field: u16) -> Found {
        let Some((item, _)) = &self.scene.measure.items else { return Found::no_value(NoValue::DamagedPack) };
        match self.scene.item {
            Some(fields) => self.field_of(item.list, fields.get(usize::from(field)), field, Missing::Field(field)),
            None => self.field_of(item.list, Some(&None), field, Missing::Fact(item.list)),
        }
    }

    /// `missing`: what must be completed where the field is not there.
    fn field_of(&self, list: FactId, value: Option<&Option<Value>>, field: u16, missing: Missing) -> Found {
        match (value, self.declared(list, field)) {
            (Some(Some(value)), _) => Found::known(value.clone()),
            (Some(None), Some(declared)) => Found::open(unknown(declared.kind), Set::from([missing])),
            _ => Found::no_value(NoValue::DamagedPack),
        }
    }

    fn declared(&self, list: FactId, field: u16) -> Option<&Field> {
        let measure = self.scene.measure;
        match measure.facts.get(list.index())?.kind {
            FactKind::List(id) => measure.fields(id).get(usize::from(field)),
            _ => None,
        }
    }
}

impl Tally {
    fn found(self, state: State) -> Found {
        let operand =
            Found { missing: self.missing, sources: self.sources, unsure: self.unsure, ..Found::of(State::Open) };
        Found::from(self.instead.unwrap_or(state), &[&operand])
    }
}

/// The result for the elements of a value that is not a list.
pub(super) fn damaged() -> Box<Found> {
    Box::new(Found::no_value(NoValue::DamagedPack))
}

/// Two elements' figures as one.
fn join(aggregate: Aggregate, one: &Found, other: &Found) -> Found {
    let binary = match aggregate {
        Aggregate::First => return one.clone(),
        Aggregate::Sum(_) => Binary::Plus,
        Aggregate::Earliest => Binary::Least,
        Aggregate::Highest => Binary::Most,
    };
    operation::binary(binary, one, other)
}
