//! The answer of each item, and what is paid of them.

use std::rc::Rc;

use crate::set::Set;

use crate::assess::{cited, judge, missing_of};
use crate::assessment::{ItemFound, LeftOverFound, Need, Outcome, PlanFound, PlannedItem, Step, Verdict};
use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::{Judged, JudgedItem, Knowledge, Known, Missing, Scene};
use crate::expression::Expr;
use crate::fraction::Fraction;
use crate::pack::{Cited, Item, LeftOver, Paid, Plan, PlanStep, Round, SourceId};
use crate::value::{Money, Value};

/// The judged items of a case, and the plan.
pub(super) struct Items {
    pub items: Vec<ItemFound>,
    /// The plan, where not all are paid.
    pub plan: Option<PlanFound>,
    pub steps: Vec<Step>,
}

/// Judges every item of the case.
pub(super) fn judged(scene: &Scene<'_>) -> Result<Rc<Judged>, NoValue> {
    let judged = scene.judged()?;
    let of_items = judged.items.iter().flat_map(|item| &item.conditions);
    let failure = judged.shared.iter().chain(of_items).find_map(|(_, knowledge)| knowledge.failure());
    failure.map_or(Ok(judged), Err)
}

/// The items and the plan as the assessment has them.
pub(super) fn found(
    scene: &Scene<'_>,
    round: Option<&Round>,
    item: &Item,
    paid: &Paid,
    judged: &Judged,
) -> Result<Items, NoValue> {
    let mut items = Vec::new();
    for one in &judged.items {
        items.push(answer(&scene.with_item(&one.fields), round, item, judged, one)?);
    }
    let (plan, steps) = match paid {
        Paid::Plan(plan) => (Some(planned(scene, plan, judged)), steps(scene, round, plan, judged)?),
        Paid::Each(step) => (None, sum(scene, round, step, judged)?.into_iter().collect()),
    };
    Ok(Items { items, plan, steps })
}

fn answer(
    scene: &Scene<'_>,
    round: Option<&Round>,
    item: &Item,
    judged: &Judged,
    one: &JudgedItem,
) -> Result<ItemFound, NoValue> {
    let mut conditions = Vec::new();
    for (place, knowledge) in &judged.shared {
        let condition = scene.measure.conditions.get(usize::from(*place)).ok_or(NoValue::DamagedPack)?;
        conditions.push(judge(scene, round, Cited::Condition(*place), condition, knowledge));
    }
    for (place, knowledge) in &one.conditions {
        let condition = item.conditions.get(usize::from(*place)).ok_or(NoValue::DamagedPack)?;
        conditions.push(judge(scene, round, Cited::ItemCondition(*place), condition, knowledge));
    }
    let dates = item.dates.iter().map(|(id, day)| (id.clone(), day_of(scene, day)));
    let amount = one.amount.as_ref().filter(|_| one.outcome == Outcome::Eligible).map(|(amount, _)| *amount);
    Ok(ItemFound { outcome: one.outcome, amount, dates: dates.collect(), conditions })
}

fn day_of(scene: &Scene<'_>, day: &Expr) -> Option<Date> {
    match scene.evaluate(day).known {
        Known::Value(Value::Date(day)) => Some(day),
        _ => None,
    }
}

fn planned(scene: &Scene<'_>, plan: &Plan, judged: &Judged) -> PlanFound {
    let entries = &judged.plan.entries;
    let left = judged.items.iter().enumerate().filter(|(index, item)| {
        let is_chosen = entries.iter().any(|entry| entry.item == *index);
        !is_chosen && item.is_left_over
    });
    let left_over = left.map(|(index, item)| left_over(scene, plan, judged, index, item)).collect();
    let planned =
        entries.iter().filter_map(|entry| Some(PlannedItem { item: entry.item, amount: entry.amount, by: entry.by? }));
    PlanFound { items: planned.collect(), left_over }
}

fn left_over(scene: &Scene<'_>, plan: &Plan, judged: &Judged, index: usize, item: &JudgedItem) -> LeftOverFound {
    let mut chosen = judged.plan.entries.iter().map(|entry| entry.item);
    let is_same = chosen.clone().any(|other| scene.is_pair(&plan.same, &judged.items, index, other));
    let is_blocked = chosen.any(|other| scene.is_blocked(plan, &judged.items, index, other));
    let LeftOver { id, text } = if is_same { &plan.left_same } else { &plan.left_places };
    let scene = scene.with_item(&item.fields);
    // Once a place is free again the item must still be in time, and not blocked by what the plan pays.
    let later = day_of(&scene, &plan.again).zip(item.by).filter(|(again, by)| again <= by);
    let later = later.filter(|_| !is_same && !is_blocked);
    LeftOverFound { item: index, id: id.clone(), text: scene.words(text), later }
}

fn steps(scene: &Scene<'_>, round: Option<&Round>, plan: &Plan, judged: &Judged) -> Result<Vec<Step>, NoValue> {
    let mut steps = Vec::new();
    for entry in &judged.plan.entries {
        let Some(item) = judged.items.get(entry.item) else { continue };
        let (id, formula) = (format!("{}-{}", plan.step.id, entry.item), entry.amount.to_string());
        steps.push(line(&scene.with_item(&item.fields), &plan.step, (id, formula), entry.amount, &entry.sources));
    }
    if let Some(total) = total(judged)? {
        let ids: Vec<_> = steps.iter().map(|step: &Step| step.id.as_str()).collect();
        let mut sources = judged.plan.sources.clone();
        sources.extend(cited(round, Cited::Amount));
        steps.push(line(scene, &plan.total, (plan.total.id.clone(), ids.join(" + ")), total, &sources));
    }
    Ok(steps)
}

/// The line that adds up items that are all paid: equal amounts are counted.
fn sum(scene: &Scene<'_>, round: Option<&Round>, step: &PlanStep, judged: &Judged) -> Result<Option<Step>, NoValue> {
    let (mut counts, mut sources) = (Vec::<(Money, usize)>::new(), Set::new());
    for entry in &judged.plan.entries {
        sources.add(&entry.sources);
        match counts.iter_mut().find(|(amount, _)| *amount == entry.amount) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => counts.push((entry.amount, 1)),
        }
    }
    sources.extend(cited(round, Cited::Amount));
    let terms: Vec<_> = counts.iter().map(|(amount, count)| format!("{amount} × {count}")).collect();
    let total = total(judged)?;
    Ok(total.map(|total| line(scene, step, (step.id.clone(), terms.join(" + ")), total, &sources)))
}

fn line(
    scene: &Scene<'_>,
    step: &PlanStep,
    (id, formula): (String, String),
    value: Money,
    sources: &Set<SourceId>,
) -> Step {
    let (title, unit, sources) = (scene.say(&step.title), step.unit.clone(), sources.to_vec());
    Step { id, title, formula, value: value.to_string(), unit, evidence: scene.pack.evidence(&sources), sources }
}

/// What is paid in all; `None` where nothing is.
pub(super) fn total(judged: &Judged) -> Result<Option<Money>, NoValue> {
    if judged.plan.entries.is_empty() {
        return Ok(None);
    }
    let mut total = Fraction::ZERO;
    for entry in &judged.plan.entries {
        total = total.plus(entry.amount.get())?;
    }
    Ok(Some(Money::new(total)))
}

/// What can still change the answer: nothing once no item can become eligible.
pub(super) fn needs(scene: &Scene<'_>, item: &Item, judged: &Judged) -> Vec<Need> {
    let is_lost = judged.shared.iter().any(|(_, knowledge)| knowledge.verdict() == Verdict::Unmet);
    let open_items = || judged.items.iter().enumerate().filter(|(_, item)| item.outcome != Outcome::Ineligible);
    let is_empty = judged.items.is_empty();
    if is_lost || !is_empty && open_items().next().is_none() {
        return Vec::new();
    }
    let of_conditions = |conditions: &[(u16, Knowledge)]| missing_of(conditions.iter().map(|(_, knowledge)| knowledge));
    let mut missing = of_conditions(&judged.shared);
    missing.extend(is_empty.then_some(Missing::Fact(item.list)));
    // Without items, the sources of the conditions that any item would have to meet.
    for condition in item.conditions.iter().filter(|_| is_empty) {
        missing.add(&missing_of([&scene.evaluate(&condition.holds)].into_iter()));
    }
    let mut fields = Vec::new();
    for (element, one) in open_items() {
        let of_item = of_conditions(&one.conditions);
        missing.add(&of_item);
        fields.extend(of_item.iter().filter_map(|missing| match missing {
            Missing::Field(field) => Some(Need::Field { list: item.list, element, field }),
            Missing::Fact(_) => None,
        }));
    }
    let mut needs = Vec::new();
    for fact in scene.measure.fact_ids() {
        needs.extend(missing.contains(&Missing::Fact(fact)).then_some(Need::Fact(fact)));
        if fact == item.list {
            needs.append(&mut fields);
        }
    }
    needs
}
