//! What checks settle: facts that cannot be together leave a missing one fewer ways.

use std::rc::Rc;

use crate::evaluate::{Found, Known, Scene};
use crate::expression::{Binary, Expr, Unary};
use crate::value::Value;

impl Scene<'_> {
    /// What a condition must be because a check refuses the facts otherwise; nothing where no check settles it.
    ///
    /// A check refuses facts for which each of its parts holds. Where all parts but one hold by the given facts, that
    /// one does not hold, independent of the missing facts.
    pub(super) fn settled_by_checks(&self, condition: &Expr) -> Option<Found> {
        if !self.with_checks {
            return None;
        }
        self.measure.checks.iter().find_map(|check| {
            let mut parts = Vec::new();
            split(&check.wrong, &mut parts);
            let (place, holds) = (0..).zip(&parts).find_map(|(place, part)| match part {
                Expr::Unary(Unary::Not, of) if **of == *condition => Some((place, true)),
                part if **part == *condition => Some((place, false)),
                _ => None,
            })?;
            let others = (0..).zip(&parts).filter(|(other, _)| *other != place);
            let scene = self.without_checks();
            let holds_surely = |part: &Expr| scene.evaluate(part).known == Known::Value(Value::Truth(true));
            others.into_iter().all(|(_, part)| holds_surely(part)).then(|| Found::truth(holds))
        })
    }

    /// The same, so that no check settles what is missing.
    fn without_checks(&self) -> Scene<'_> {
        let (found, defines) = (Rc::default(), Rc::default());
        Scene { facts: self.facts.as_ref().into(), with_checks: false, found, defines, ..*self }
    }
}

/// The parts of a condition that all must hold.
fn split<'e>(condition: &'e Expr, parts: &mut Vec<&'e Expr>) {
    match condition {
        Expr::Binary(Binary::And, one, other) => {
            split(one, parts);
            split(other, parts);
        }
        part => parts.push(part),
    }
}
