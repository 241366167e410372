//! What else can be seen of a case, and last days on a weekend.

use crate::assess::{cited, step};
use crate::assessment::InsightFound;
use crate::date::{Date, Month};
use crate::error::NoValue;
use crate::evaluate::{Budget, Fields, Known, Notice, Scene};
use crate::expression::{Listed, PlanOf};
use crate::pack::{Cited, Each, EachElement, Insight, Measure, Pack, Round, RoundId, SourceId, is_part_of};
use crate::value::Value;

/// The insights of the measure, in the order of the file; `changes`: those of the schedule.
pub(super) fn found(
    scene: &Scene<'_>,
    id: Option<RoundId>,
    round: Option<&Round>,
    changes: &[Month],
) -> Result<Vec<InsightFound>, NoValue> {
    let mut found = Vec::new();
    for (place, insight) in (0_u16..).zip(&scene.measure.insights) {
        if !is_part_of(insight.only.as_ref(), id) || !insight.days.contains(scene.day) {
            continue;
        }
        let sources: Vec<SourceId> = insight.source.into_iter().chain(cited(round, Cited::Insight(place))).collect();
        match &insight.each {
            None => found.extend(insight_in(scene, insight, sources)?),
            Some(Each::Element(each)) => of_elements(scene, insight, each, &sources, &mut found)?,
            Some(Each::Change) => {
                for month in changes {
                    found.extend(insight_in(&scene.in_month(*month), insight, sources.clone())?);
                }
            }
        }
    }
    Ok(found)
}

fn insight_in(scene: &Scene<'_>, insight: &Insight, sources: Vec<SourceId>) -> Result<Option<InsightFound>, NoValue> {
    if !insight.when.as_ref().is_none_or(|when| scene.surely(when)) {
        return Ok(None);
    }
    let value = match insight.value.as_ref().map(|value| scene.evaluate(value).known) {
        Some(Known::Value(value)) => step::printed(&value)?,
        _ => None,
    };
    Ok(Some(InsightFound { id: insight.id.clone(), text: scene.say(&insight.says), value, sources }))
}

/// An insight for each element of a list, the element being the item at hand.
fn of_elements(
    scene: &Scene<'_>,
    insight: &Insight,
    each: &EachElement,
    sources: &[SourceId],
    found: &mut Vec<InsightFound>,
) -> Result<(), NoValue> {
    let (mut seen, mut count) = (Vec::new(), 0_u16);
    for fields in elements(scene, each.list)? {
        let value = each.one_per.map(|field| fields.get(usize::from(field)).cloned().flatten());
        if value.as_ref().is_some_and(|value| seen.contains(value)) {
            continue;
        }
        seen.extend(value);
        let added = insight_in(&scene.with_item(&fields), insight, sources.to_vec())?;
        count = count.saturating_add(u16::from(added.is_some()));
        found.extend(added);
        if count >= each.most {
            break;
        }
    }
    Ok(())
}

fn elements(scene: &Scene<'_>, list: Listed) -> Result<Vec<Fields>, NoValue> {
    match list {
        Listed::Fact(fact) => match scene.facts.get(fact.index()) {
            Some(Some(Value::List(elements))) => Ok(elements.clone()),
            Some(None) => Ok(Vec::new()),
            _ => Err(NoValue::DamagedPack),
        },
        Listed::Plan(of) => {
            let judged = scene.judged()?;
            let plan = match of {
                PlanOf::Eligible => &judged.plan,
                PlanOf::Possible => &judged.possible,
            };
            Ok(plan.entries.iter().map(|entry| entry.fields.clone()).collect())
        }
    }
}

/// The insights about last days on a weekend, one per item.
pub(super) fn days_off_of_items(scene: &Scene<'_>) -> Vec<InsightFound> {
    let day_off = scene.measure.items.as_ref().and_then(|(item, _)| Some((item, item.day_off.as_ref()?)));
    let Some((item, day_off)) = day_off else { return Vec::new() };
    let mut found = Vec::new();
    for fields in elements(scene, Listed::Fact(item.list)).unwrap_or_default() {
        let scene = scene.with_item(&fields);
        let applies = day_off.when.as_ref().is_none_or(|when| scene.surely(when));
        let Known::Value(Value::Date(day)) = scene.evaluate(&day_off.day).known else { continue };
        found.extend(
            Some(()).filter(|()| applies).and_then(|()| on_a_weekend(&scene, day, &scene.words(&day_off.what))),
        );
    }
    found
}

/// Last days on a weekend, of rounds that are in force or have just ended.
pub(super) fn days_off(pack: &Pack, measure: &Measure, day: Date, budget: &Budget) -> Vec<InsightFound> {
    // What holds all the time has no last day to apply.
    let Some(law) = pack.days_off.as_ref().filter(|_| measure.perpetual.is_none()) else { return Vec::new() };
    let mut found = Vec::new();
    for (index, round) in (0_u16..).zip(&measure.rounds).filter(|(_, round)| round.window.from <= day) {
        let scene = Scene::new(pack, measure, Some((RoundId(index), round)), day, &[], budget);
        found.extend(round.window.to.and_then(|last| on_a_weekend(&scene, last, &scene.words(&law.round))));
    }
    found
}

/// What the law says where a last day is a Saturday or a Sunday (民法典 §203), until the Monday after it.
fn on_a_weekend(scene: &Scene<'_>, last: Date, what: &str) -> Option<InsightFound> {
    let law = scene.pack.days_off.as_ref()?;
    let workday = last.monday_after_weekend().filter(|monday| scene.day <= *monday)?;
    let source = scene.pack.sources.get(law.source.index());
    let notice = Notice { what: Some(what), last: Some(last), workday: Some(workday), source, reason: None };
    let text = scene.noting(notice).words(&law.text);
    Some(InsightFound { id: law.id.clone(), text, value: None, sources: vec![law.source] })
}
