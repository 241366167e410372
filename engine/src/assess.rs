//! One evaluation of a case: from facts to everything that is shown.

mod amount;
mod step;

use crate::assessment::{
    Assessment, ConditionFound, FigureFound, InsightFound, NextStepFound, Outcome, Standing, Status, Verdict,
};
use crate::case::Case;
use crate::date::Date;
use crate::error::{Error, NoValue};
use crate::evaluate::{Budget, Knowledge, Known, Notice, Scene};
use crate::pack::{Cited, Condition, FactId, Insight, Measure, Pack, ResultForm, Round, RoundId, SourceId, is_part_of};
use crate::standing::standing;
use crate::value::Value;

use amount::AmountOf;

/// Judges a case on a day by a measure of the pack.
///
/// On a day without a round the outcome is [`Outcome::Closed`] and nothing else is judged. Otherwise the conditions of
/// the round decide, and the amount is what every completion of the missing facts gives.
///
/// # Errors
/// [`Error::UnknownMeasure`]; [`Error::NoValue`] where a number goes out of range, the pack is damaged, or a condition
/// or the amount has no value although every fact is known.
pub fn assess(pack: &Pack, measure: &str, case: &Case, day: Date) -> Result<Assessment, Error> {
    let measure = pack.measure(measure).ok_or_else(|| Error::UnknownMeasure(measure.to_owned()))?;
    let standing = standing(pack, measure, day);
    let round = standing.round.and_then(|id| Some((id, measure.rounds.get(id.index())?)));
    let budget = Budget::new();
    let (facts, assumed) = case.assume(pack, measure, day, &budget)?;
    let scene = Scene::new(pack, measure, round, day, &facts, &budget);
    let assessment = match (round, standing.status) {
        (Some((id, round)), Status::Open) => in_round(&scene, id, round, standing, &assumed)?,
        _ => closed(scene, round.map(|(_, round)| round), standing),
    };
    budget.failure().map_or(Ok(assessment), |why| Err(why.into()))
}

impl Measure {
    /// The conditions of a round, with their places in the measure.
    pub(crate) fn conditions_of(&self, round: RoundId) -> impl Iterator<Item = (u16, &Condition)> {
        let numbered = (0_u16..).zip(&self.conditions);
        numbered.filter(move |(_, condition)| is_part_of(condition.only.as_ref(), round))
    }
}

/// What the answer says of facts that were assumed.
fn notes_of(scene: &Scene<'_>, assumed: &[FactId]) -> Vec<String> {
    let facts = assumed.iter().filter_map(|id| scene.measure.facts.get(id.index()));
    facts.filter_map(|fact| fact.assumed.as_ref()).map(|assumed| scene.words(&assumed.note)).collect()
}

fn closed(scene: Scene<'_>, round: Option<&Round>, standing: Standing) -> Assessment {
    let (pack, measure, day, budget) = (scene.pack, scene.measure, scene.day, scene.budget);
    let reason = standing.reason.as_deref();
    let scene = scene.with_notice(Notice { reason, ..Notice::default() });
    let condition = measure.window.as_ref().map(|window| ConditionFound {
        id: window.id.clone(),
        title: scene.words(&window.title),
        verdict: Verdict::Unmet,
        curable: false,
        evidence: standing.evidence,
        detail: match standing.status {
            Status::Open | Status::Closed => scene.words(&window.closed),
            Status::Upcoming => scene.words(&window.upcoming),
            Status::NotRecorded => scene.words(&window.not_recorded),
        },
        sources: round.map(of_window).unwrap_or_default(),
    });
    let always = measure.next_steps.iter().filter(|next| next.closed);
    let next_steps = always.map(|next| NextStepFound {
        id: next.id.clone(),
        text: scene.say(&next.says),
        sources: next.source.into_iter().collect(),
    });
    Assessment {
        outcome: Outcome::Closed,
        amount: None,
        conditions: condition.into_iter().collect(),
        steps: Vec::new(),
        needs: Vec::new(),
        insights: days_off(pack, measure, day, budget),
        next_steps: next_steps.collect(),
        assumed: Vec::new(),
        results: None,
        day,
        standing,
    }
}

fn in_round(
    scene: &Scene<'_>,
    id: RoundId,
    round: &Round,
    standing: Standing,
    assumed: &[FactId],
) -> Result<Assessment, Error> {
    let measure = scene.measure;
    let judged: Vec<_> = measure
        .conditions_of(id)
        .map(|(place, condition)| (place, condition, scene.evaluate(&condition.holds)))
        .collect();
    if let Some(why) = judged.iter().find_map(|(_, _, knowledge)| knowledge.failure()) {
        return Err(why.into());
    }
    let outcome = Outcome::of(judged.iter().map(|(_, _, knowledge)| knowledge.verdict()));
    let mut conditions: Vec<_> = window_condition(scene, round).into_iter().collect();
    conditions.extend(judged.iter().map(|(place, condition, found)| judge(scene, round, *place, condition, found)));
    let amount = measure.amount.as_ref().filter(|_| outcome != Outcome::Ineligible);
    let amount = amount.map(|amount| AmountOf::evaluate(scene, amount, round)).transpose()?;
    let mut steps = step::of_defines(scene)?;
    steps.extend(amount.iter().flat_map(|amount| amount.steps.iter().cloned()));
    let open = judged.iter().map(|(_, _, knowledge)| knowledge).filter(|knowledge| is_open(knowledge));
    let missing = open.flat_map(|knowledge| knowledge.missing.iter());
    let missing: Vec<_> = missing.chain(amount.iter().flat_map(|amount| &amount.missing)).copied().collect();
    let is_needed = |fact: &FactId| outcome != Outcome::Ineligible && missing.contains(fact);
    let facts = (0..measure.facts.len()).filter_map(|index| u16::try_from(index).ok().map(FactId));
    let mut insights = insights(scene, id, round)?;
    insights.extend(days_off(scene.pack, measure, scene.day, scene.budget));
    Ok(Assessment {
        day: scene.day,
        standing,
        outcome,
        amount: amount.and_then(|amount| amount.found),
        conditions,
        steps,
        needs: facts.filter(is_needed).collect(),
        insights,
        next_steps: next_steps(scene, id, round),
        assumed: notes_of(scene, assumed),
        results: Some(results(scene)?),
    })
}

fn is_open(knowledge: &Knowledge) -> bool {
    matches!(knowledge.verdict(), Verdict::Unknown(_))
}

/// What the round cites for its days, or the round itself.
fn of_window(round: &Round) -> Vec<SourceId> {
    or_round(round.cited(Cited::Window).collect(), round)
}

fn or_round(sources: Vec<SourceId>, round: &Round) -> Vec<SourceId> {
    if sources.is_empty() { vec![round.source] } else { sources }
}

fn window_condition(scene: &Scene<'_>, round: &Round) -> Option<ConditionFound> {
    let (window, sources) = (scene.measure.window.as_ref()?, of_window(round));
    Some(ConditionFound {
        id: window.id.clone(),
        title: scene.words(&window.title),
        verdict: Verdict::Met,
        curable: false,
        evidence: scene.pack.evidence(&sources),
        detail: scene.words(&window.open),
        sources,
    })
}

fn judge(scene: &Scene<'_>, round: &Round, place: u16, condition: &Condition, found: &Knowledge) -> ConditionFound {
    let mut sources = found.sources.clone();
    sources.extend(condition.source);
    sources.extend(condition.cites.iter().flat_map(|cited| scene.evaluate(cited).sources));
    sources.extend(round.cited(Cited::Condition(place)));
    let sources = or_round(sources.into_iter().collect(), round);
    let verdict = found.verdict();
    let evidence = scene.pack.evidence(&sources).and(found.unsure);
    ConditionFound {
        id: condition.id.clone(),
        title: scene.words(&condition.title),
        verdict,
        curable: condition.curable && verdict == Verdict::Unmet,
        evidence,
        detail: scene.say(&condition.says),
        sources,
    }
}

fn insights(scene: &Scene<'_>, id: RoundId, round: &Round) -> Result<Vec<InsightFound>, NoValue> {
    let mut found = Vec::new();
    for (place, insight) in (0_u16..).zip(&scene.measure.insights) {
        let Insight { when, only, .. } = insight;
        if !is_part_of(only.as_ref(), id) || !when.as_ref().is_none_or(|when| scene.surely(when)) {
            continue;
        }
        let value = match insight.value.as_ref().map(|value| scene.evaluate(value).known) {
            Some(Known::Value(value)) => step::printed(&value)?,
            _ => None,
        };
        let sources = insight.source.into_iter().chain(round.cited(Cited::Insight(place))).collect();
        found.push(InsightFound { id: insight.id.clone(), text: scene.say(&insight.says), value, sources });
    }
    Ok(found)
}

fn next_steps(scene: &Scene<'_>, id: RoundId, round: &Round) -> Vec<NextStepFound> {
    let steps = (0_u16..).zip(&scene.measure.next_steps).filter(|(_, next)| {
        is_part_of(next.only.as_ref(), id) && next.when.as_ref().is_none_or(|when| scene.surely(when))
    });
    steps
        .map(|(place, next)| NextStepFound {
            id: next.id.clone(),
            text: scene.say(&next.says),
            sources: next.source.into_iter().chain(round.cited(Cited::NextStep(place))).collect(),
        })
        .collect()
}

/// Last days on a weekend, of rounds that are in force or have just ended (民法典 §203).
fn days_off(pack: &Pack, measure: &Measure, day: Date, budget: &Budget) -> Vec<InsightFound> {
    let Some(law) = &pack.days_off else { return Vec::new() };
    let mut found = Vec::new();
    for (index, round) in (0_u16..).zip(&measure.rounds) {
        let workday = round.window.to.and_then(Date::monday_after_weekend).filter(|monday| day <= *monday);
        let Some(workday) = workday.filter(|_| round.window.from <= day) else { continue };
        let source = pack.sources.get(law.source.index());
        let scene = Scene::new(pack, measure, Some((RoundId(index), round)), day, &[], budget);
        let scene = scene.with_notice(Notice { workday: Some(workday), source, reason: None });
        let (id, text) = (law.id.clone(), scene.words(&law.text));
        found.push(InsightFound { id, text, value: None, sources: vec![law.source] });
    }
    found
}

/// The figures of the answer that are settled.
fn results(scene: &Scene<'_>) -> Result<Vec<(String, FigureFound)>, NoValue> {
    let mut found = Vec::new();
    for field in &scene.measure.results {
        let Known::Value(value) = scene.evaluate(&field.value).known else { continue };
        let Some((_, number)) = value.number() else { return Err(NoValue::DamagedPack) };
        let figure = match (&field.form, &value) {
            (ResultForm::Decimal, Value::Ratio(share)) => FigureFound::Decimal(share.decimal()?),
            (ResultForm::Decimal, Value::Money(amount)) => FigureFound::Decimal(amount.rounded()?.to_string()),
            (ResultForm::Fraction(beside), Value::Ratio(share)) => FigureFound::Fraction {
                numerator: number.numerator(),
                denominator: number.denominator(),
                percent: scene.percent(*share, beside.as_ref())?.digits,
            },
            (ResultForm::Whole, _) if number.reduced().denominator() == 1 => {
                FigureFound::Whole(number.reduced().numerator())
            }
            _ => return Err(NoValue::DamagedPack),
        };
        found.push((field.id.clone(), figure));
    }
    Ok(found)
}
