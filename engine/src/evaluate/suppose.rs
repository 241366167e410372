//! 假设: the same case with other facts, more elements in its lists, on another day or under another rule.

use std::borrow::Cow;
use std::rc::Rc;

use crate::evaluate::items::Fields;
use crate::evaluate::list::damaged;
use crate::evaluate::node::Walk;
use crate::evaluate::{Found, Scene, State};
use crate::expression::{Added, Expr, Supposition};
use crate::pack::{FactKind, RoundId};
use crate::value::Value;

impl Walk<'_> {
    /// An expression under a supposition; what the supposition needs is evaluated in the case as it is.
    pub(super) fn suppose(&mut self, with: &Supposition, of: &Expr) -> Found {
        let scene = match self.supposed(with) {
            Ok(scene) => scene,
            Err(found) => return *found,
        };
        let knowledge = scene.evaluate(of);
        self.split(knowledge)
    }

    fn supposed<'s>(&'s mut self, with: &'s Supposition) -> Result<Scene<'s>, Box<Found>> {
        let mut facts = self.scene.facts.to_vec();
        for (fact, value) in &with.facts {
            if let Some(slot) = facts.get_mut(fact.index()) {
                *slot = Some(value.clone());
            }
        }
        for added in &with.added {
            let more = self.added(added)?;
            match facts.get_mut(added.to.index()) {
                Some(Some(Value::List(elements))) => elements.extend(more),
                // A list that is not known is none the better known with more in it.
                Some(None) => {}
                _ => return Err(damaged()),
            }
        }
        let day = match &with.day {
            None => self.scene.day,
            Some(day) => {
                let found = self.evaluate(day);
                match found.state {
                    State::Known(Value::Date(day)) => day,
                    State::Open => return Err(Box::new(found)),
                    State::NoValue(why) => return Err(Box::new(Found::no_value(why))),
                    _ => return Err(damaged()),
                }
            }
        };
        let round = match with.round {
            None => self.scene.round,
            Some(id) => Some((id, self.rule(id).ok_or_else(damaged)?)),
        };
        let supposed = if with.defines.is_empty() { self.scene.supposed } else { &with.defines };
        Ok(Scene {
            facts: Cow::Owned(facts),
            day,
            round,
            supposed,
            found: Rc::default(),
            defines: Rc::default(),
            ..*self.scene
        })
    }

    fn rule(&self, id: RoundId) -> Option<&'_ crate::pack::Round> {
        self.scene.measure.rounds.get(id.index())
    }

    /// The elements that a supposition adds to a list.
    fn added(&mut self, added: &Added) -> Result<Vec<Fields>, Box<Found>> {
        let Some(each) = added.each else { return Ok(vec![self.element(added)?]) };
        let elements = self.elements_of(each)?;
        let mut more = Vec::new();
        for (element, _) in elements {
            self.elements.push(element);
            let element = self.element(added);
            self.elements.pop();
            more.push(element?);
        }
        Ok(more)
    }

    fn element(&mut self, added: &Added) -> Result<Fields, Box<Found>> {
        let list = match self.scene.measure.facts.get(added.to.index()).map(|fact| fact.kind) {
            Some(FactKind::List(id)) => self.scene.measure.lists.get(id.index()),
            _ => None,
        };
        let mut fields: Fields = vec![None; list.ok_or_else(damaged)?.fields.len()];
        for (place, value) in &added.fields {
            let slot = fields.get_mut(usize::from(*place)).ok_or_else(damaged)?;
            *slot = match self.evaluate(value).state {
                State::Known(value) => Some(value),
                State::Between(_) | State::Open => None,
                State::NoValue(why) => return Err(Box::new(Found::no_value(why))),
            };
        }
        Ok(fields)
    }
}
