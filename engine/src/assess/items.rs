//! The answer of each item, and the plan over them.

use crate::set::Set;

use crate::assess::{cited, judge};
use crate::assessment::{ItemFound, LeftOverFound, Outcome, PlanFound, PlannedItem, Step, Verdict};
use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::{Judged, JudgedItem, Knowledge, Known, Scene};
use crate::expression::Expr;
use crate::pack::{Cited, FactId, Item, LeftOver, Plan, PlanStep, Round, SourceId};
use crate::value::{Money, Value};

/// What the items of a case come to.
pub(super) struct Items {
    pub items: Vec<ItemFound>,
    pub plan: PlanFound,
    pub steps: Vec<Step>,
    pub missing: Set<FactId>,
}

/// Judges every item of the case.
pub(super) fn found(scene: &Scene<'_>, round: Option<&Round>, item: &Item, plan: &Plan) -> Result<Items, NoValue> {
    let judged = scene.judged()?;
    let of_items = judged.items.iter().flat_map(|item| &item.conditions);
    let failure = judged.shared.iter().chain(of_items).find_map(|(_, knowledge)| knowledge.failure());
    if let Some(why) = failure {
        return Err(why);
    }
    let mut items = Vec::new();
    for one in &judged.items {
        items.push(answer(&scene.with_item(&one.fields), round, item, &judged, one)?);
    }
    let (found, steps) = (planned(scene, plan, &judged), steps(scene, round, plan, &judged)?);
    Ok(Items { items, plan: found, steps, missing: missing(item, &judged) })
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
    let items = entries.iter().map(|entry| PlannedItem { item: entry.item, amount: entry.amount, by: entry.by });
    PlanFound { items: items.collect(), left_over }
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
    let line =
        |scene: &Scene<'_>, step: &PlanStep, id: String, formula: String, value: Money, sources: Vec<SourceId>| {
            let (title, unit, evidence) = (scene.say(&step.title), step.unit.clone(), scene.pack.evidence(&sources));
            Step { id, title, formula, value: value.to_string(), unit, evidence, sources }
        };
    let (mut steps, mut total) = (Vec::new(), Money::new(crate::fraction::Fraction::ZERO));
    for entry in &judged.plan.entries {
        let Some(item) = judged.items.get(entry.item) else { continue };
        let scene = scene.with_item(&item.fields);
        let (id, formula) = (format!("{}-{}", plan.step.id, entry.item), entry.amount.to_string());
        steps.push(line(&scene, &plan.step, id, formula, entry.amount, entry.sources.to_vec()));
        total = Money::new(total.get().plus(entry.amount.get())?);
    }
    if !steps.is_empty() {
        let ids: Vec<_> = steps.iter().map(|step: &Step| step.id.as_str()).collect();
        let mut sources = judged.plan.sources.clone();
        sources.extend(cited(round, Cited::Amount));
        let (id, formula) = (plan.total.id.clone(), ids.join(" + "));
        steps.push(line(scene, &plan.total, id, formula, total, sources.to_vec()));
    }
    Ok(steps)
}

/// The facts that can still change the answer: none once no item can become eligible.
fn missing(item: &Item, judged: &Judged) -> Set<FactId> {
    let is_open = |knowledge: &&Knowledge| matches!(knowledge.verdict(), Verdict::Unknown(_));
    let is_lost = judged.shared.iter().any(|(_, knowledge)| knowledge.verdict() == Verdict::Unmet);
    let open_items = || judged.items.iter().filter(|item| item.outcome != Outcome::Ineligible);
    let is_empty = judged.items.is_empty();
    if is_lost || !is_empty && open_items().next().is_none() {
        return Set::new();
    }
    let of_items = open_items().flat_map(|item| &item.conditions);
    let open = judged.shared.iter().chain(of_items).map(|(_, knowledge)| knowledge).filter(is_open);
    let mut missing = Set::new();
    open.for_each(|knowledge| missing.add(&knowledge.missing));
    missing.extend(is_empty.then_some(item.list));
    missing
}

impl PlanFound {
    /// What the plan brings; `None` where there is nothing in it.
    pub(super) fn total(&self) -> Result<Option<Money>, NoValue> {
        let mut total: Option<Money> = None;
        for item in &self.items {
            total = Some(match total {
                None => item.amount,
                Some(total) => Money::new(total.get().plus(item.amount.get())?),
            });
        }
        Ok(total)
    }
}
