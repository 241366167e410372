//! Lists: what is true of an element, of any, and of how many.

use std::collections::BTreeSet;

use crate::bounds::Bounds;
use crate::error::NoValue;
use crate::evaluate::node::{Walk, unknown};
use crate::evaluate::{Found, State};
use crate::expression::Expr;
use crate::fraction::Fraction;
use crate::pack::{FactId, FactKind, Field, SourceId};
use crate::value::{Kind, Value};

/// An element that is looked at, and the list it is of.
#[derive(Clone, Debug)]
pub(super) struct Element {
    list: FactId,
    fields: Vec<Option<Value>>,
}

/// How a condition turned out over a list.
#[derive(Default)]
struct Tally {
    /// What there is instead, where the list or a condition gives nothing to count.
    instead: Option<State>,
    such: i64,
    unknown: i64,
    missing: BTreeSet<FactId>,
    sources: BTreeSet<SourceId>,
    unsure: bool,
}

impl Walk<'_> {
    /// Whether an element is such: one that surely is settles it.
    pub(super) fn any(&mut self, list: FactId, such: &Expr) -> Found {
        let tally = self.tally(list, such, true);
        let state = match (tally.such, tally.unknown) {
            (0, 0) => State::Known(Value::Truth(false)),
            (0, _) => State::Open,
            _ => State::Known(Value::Truth(true)),
        };
        tally.found(state)
    }

    /// How many elements are such: those that surely are at least, those that may be at most.
    pub(super) fn count_of(&mut self, list: FactId, such: &Expr) -> Found {
        let tally = self.tally(list, such, false);
        let whole = |number: i64| Some(Fraction::whole(number));
        let most = tally.such.saturating_add(tally.unknown);
        let bounds = Bounds { kind: Kind::Number, least: whole(tally.such), most: whole(most) };
        tally.found(State::Between(bounds))
    }

    /// Evaluates a condition for each element. `until_one`: one is enough.
    fn tally(&mut self, list: FactId, such: &Expr, until_one: bool) -> Tally {
        let of = self.fact(list);
        let mut tally = Tally::default();
        let elements = match of.state {
            State::Known(Value::List(elements)) => elements,
            State::Open => return Tally { instead: Some(State::Open), missing: of.missing, ..tally },
            _ => return Tally { instead: Some(State::NoValue(NoValue::DamagedPack)), ..tally },
        };
        for fields in elements {
            self.elements.push(Element { list, fields });
            let found = self.evaluate(such);
            self.elements.pop();
            match found.state {
                State::Known(Value::Truth(false)) => {}
                State::Known(Value::Truth(true)) => tally.such = tally.such.saturating_add(1),
                State::Open => tally.unknown = tally.unknown.saturating_add(1),
                State::NoValue(why) => tally.instead = Some(State::NoValue(why)),
                State::Known(_) | State::Between(_) => tally.instead = Some(State::NoValue(NoValue::DamagedPack)),
            }
            tally.missing.extend(found.missing);
            tally.sources.extend(found.sources);
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
        let Some(element) = place.and_then(|place| self.elements.get(place)) else {
            return Found::no_value(NoValue::DamagedPack);
        };
        match (element.fields.get(usize::from(field)), self.declared(element.list, field)) {
            (Some(Some(value)), _) => Found::known(value.clone()),
            (Some(None), Some(declared)) => Found::open(unknown(declared.kind), BTreeSet::from([element.list])),
            _ => Found::no_value(NoValue::DamagedPack),
        }
    }

    fn declared(&self, list: FactId, field: u16) -> Option<&Field> {
        let measure = self.scene.measure;
        match measure.facts.get(list.index())?.kind {
            FactKind::List(id) => measure.lists.get(id.index())?.fields.get(usize::from(field)),
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
