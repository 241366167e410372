//! Lines of the calculation.

use crate::assessment::Step;
use crate::error::NoValue;
use crate::evaluate::{Known, Scene, State, Trace};
use crate::expression::Expr;
use crate::pack::DefineId;
use crate::value::Value;

/// A line for every definition that has one and is settled.
pub(super) fn of_defines(scene: &Scene<'_>) -> Result<Vec<Step>, NoValue> {
    let mut steps = Vec::new();
    for (index, define) in (0_u16..).zip(&scene.measure.defines) {
        let Some(shown) = &define.step else { continue };
        if !shown.when.as_ref().is_none_or(|when| scene.surely(when)) {
            continue;
        }
        let knowledge = scene.evaluate(&Expr::Define(DefineId(index)));
        let Known::Value(value) = knowledge.known else { continue };
        // Known on every path: any of them shows how.
        let leaves = scene.leaves(&define.value, Trace::Before(DefineId(index))).unwrap_or_default();
        let known = leaves.into_iter().find(|leaf| matches!(leaf.found.state, State::Known(_)));
        let Some(formula) = known.and_then(|leaf| leaf.found.formula) else { continue };
        // The limit decides how many decimals are printed: it belongs to the line.
        let beside = define.beside.as_ref().map(|limit| scene.evaluate(limit).sources).unwrap_or_default();
        let mut sources = knowledge.sources.clone();
        sources.add(&beside);
        let sources = sources.to_vec();
        let (formula, value) = match &value {
            Value::Ratio(share) => {
                let percent = scene.percent(*share, define.beside.as_ref())?;
                (formula.of_percent(percent.places), percent.digits)
            }
            Value::Money(amount) => (formula.of_money(), amount.rounded()?.to_string()),
            other => match printed(other)? {
                Some(printed) => (formula.plain(), printed),
                None => continue,
            },
        };
        steps.push(Step {
            id: shown.id.clone(),
            title: scene.say(&shown.title),
            formula,
            value,
            unit: shown.unit.clone(),
            evidence: scene.pack.evidence(&sources).and(knowledge.unsure),
            sources,
        });
    }
    Ok(steps)
}

/// A number as the API writes it; nothing for what is none.
pub(super) fn printed(value: &Value) -> Result<Option<String>, NoValue> {
    Ok(match value {
        Value::Money(amount) => Some(amount.rounded()?.to_string()),
        Value::Ratio(share) => Some(share.decimal()?),
        Value::Count(count) => Some(count.shown()?),
        Value::Number(number) => Some(number.exact_decimal().map_or_else(|| number.to_decimal(2), Ok)?),
        Value::Truth(_)
        | Value::NoLimit
        | Value::Date(_)
        | Value::Month(_)
        | Value::Choice(_)
        | Value::Choices(_)
        | Value::Text(_)
        | Value::List(_) => None,
    })
}
