//! What an expression can be in any case: how much is known, and the day within the round, may be anything.

use crate::set::Set;

use crate::evaluate::node::Walk;
use crate::evaluate::{Found, State};
use crate::expression::{Expr, Given, Listed, Unary};
use crate::value::Value;

impl Walk<'_> {
    /// As [`Walk::node`], but open where a case or a day could make it one or the other.
    pub(super) fn scan(&mut self, expr: &Expr) -> Found {
        let open = || Found::open(State::Open, Set::new());
        match expr {
            Expr::Unary(Unary::IsKnown | Unary::HasValue | Unary::IsProvisional, _)
            | Expr::Given(Given::Day | Given::Outcome)
            | Expr::OverMonths(_)
            | Expr::Any(Listed::Plan(_), _)
            | Expr::CountOf(Listed::Plan(_), _)
            | Expr::Over(_, Listed::Plan(_), ..) => open(),
            // What is false in every case is not possible in one either.
            Expr::Unary(Unary::IsPossible, of) => {
                let of = self.evaluate(of);
                if of.state == State::Known(Value::Truth(false)) { of } else { open() }
            }
            other => self.node(other),
        }
    }
}
