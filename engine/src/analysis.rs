//! Properties of an expression that hold for every case.

use crate::evaluate::{Budget, Known, Scene};
use crate::expression::Expr;
use crate::pack::{Measure, Pack, Place, RoundId};
use crate::value::Value;

/// Whether some case makes a condition hold under a round, `false` is certain, `true` is not.
///
/// Nothing is taken as known, so that a condition is false only where every completion of the facts makes it so. How much
/// is known (已知, 可能, 有值, 结果) and the day within the round are left open.
#[must_use]
pub fn can_hold(measure: &Measure, round: RoundId, condition: &Expr) -> bool {
    let Some(of_round) = measure.rounds.get(round.index()) else { return true };
    // Conditions draw on their own measure alone.
    let pack = Pack {
        place: Place::default(),
        documents: Vec::new(),
        sources: Vec::new(),
        days_off: None,
        measures: Vec::new(),
        home: Vec::new(),
    };
    let facts = vec![None; measure.facts.len()];
    let budget = Budget::new();
    let scene =
        Scene::new(&pack, measure, Some((round, of_round)), of_round.window.from, &facts, &budget).of_any_case();
    scene.evaluate(condition).known != Known::Value(Value::Truth(false))
}
