//! Lines of the calculation.

use crate::assess::schedule::ScheduleOf;
use crate::assessment::Step;
use crate::error::NoValue;
use crate::evaluate::{Formula, Known, Scene, State, Trace};
use crate::expression::Expr;
use crate::pack::{Define, DefineId};
use crate::value::Value;

/// A line for every definition that has one and is settled; then those of later runs of months, and those of sums over
/// the months, which name them.
pub(super) fn of_defines(scene: &Scene<'_>, scheduled: Option<&ScheduleOf<'_>>) -> Result<Vec<Step>, NoValue> {
    let of = |scene: &Scene<'_>, is_wanted: &dyn Fn(&Define) -> bool| {
        let defines = (0_u16..).map(DefineId).zip(&scene.measure.defines).filter(|(_, define)| is_wanted(define));
        let lines = defines.map(|(id, define)| line(scene, id, define, scheduled));
        lines.filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()
    };
    let is_sum = |define: &Define| matches!(define.value, Expr::OverMonths(_));
    let mut steps = of(scene, &|define| !is_sum(define))?;
    for month in scheduled.map(ScheduleOf::changes).unwrap_or_default() {
        steps.extend(of(&scene.in_run(month), &|define| define.step.as_ref().is_some_and(|step| step.monthly))?);
    }
    steps.extend(of(scene, &is_sum)?);
    Ok(steps)
}

/// The line of a definition.
fn line(
    scene: &Scene<'_>,
    id: DefineId,
    define: &Define,
    scheduled: Option<&ScheduleOf<'_>>,
) -> Result<Option<Step>, NoValue> {
    let shown = define.step.as_ref().filter(|shown| shown.when.as_ref().is_none_or(|when| scene.surely(when)));
    let Some(shown) = shown else { return Ok(None) };
    let knowledge = scene.evaluate(&Expr::Define(id));
    let Known::Value(value) = knowledge.known else { return Ok(None) };
    let formula = match (&define.value, scheduled) {
        (Expr::OverMonths(of), Some(scheduled)) => scheduled.formula_of(scene, of, Trace::Before(id)),
        (value, _) => formula_of(scene, value, Trace::Before(id)),
    };
    let Some(formula) = formula else { return Ok(None) };
    // The limit decides how many decimals are printed: it belongs to the line.
    let limit = define.limit.as_ref().map(|limit| scene.evaluate(limit).sources).unwrap_or_default();
    let mut sources = knowledge.sources.clone();
    sources.add(&limit);
    let sources = sources.to_vec();
    let (formula, value) = match &value {
        Value::Ratio(share) => {
            let percent = scene.percent(*share, define.limit.as_ref())?;
            (formula.of_percent(percent.places), percent.digits)
        }
        Value::Money(amount) => (formula.of_money(), amount.rounded()?.to_string()),
        other => match printed(other)? {
            Some(printed) => (formula.plain(), printed),
            None => return Ok(None),
        },
    };
    Ok(Some(Step {
        id: scene.id_of_line(shown),
        title: scene.say(&shown.title),
        formula,
        value,
        unit: shown.unit.clone(),
        evidence: scene.pack.evidence(&sources).and(knowledge.unsure),
        sources,
    }))
}

/// How an expression is computed that is known on every path: any of them shows it.
pub(super) fn formula_of(scene: &Scene<'_>, of: &Expr, trace: Trace) -> Option<Formula> {
    let leaves = scene.leaves(of, trace).unwrap_or_default();
    let known = leaves.into_iter().find(|leaf| matches!(leaf.found.state, State::Known(_)));
    known.and_then(|leaf| leaf.found.formula)
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
