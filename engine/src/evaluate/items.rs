//! Items in a scene: what is known of each, and which of them are paid.

use crate::set::Set;
use std::rc::Rc;

use crate::assessment::{Outcome, Verdict};
use crate::date::Date;
use crate::error::NoValue;
use crate::evaluate::{Knowledge, Known, Scene};
use crate::expression::{Expr, PlanOf};
use crate::fraction::Fraction;
use crate::pack::{FactId, Item, Paid, Plan, SourceId, is_part_of};
use crate::plan::{Candidate, Places, choose, in_order};
use crate::value::{Money, Value};

/// The fields of an item.
pub(crate) type Fields = Vec<Option<Value>>;

/// What is known of the items of a scene.
pub(crate) struct Judged {
    /// The conditions of the measure, with their places; they hold for every item.
    pub shared: Vec<(u16, Knowledge)>,
    pub items: Vec<JudgedItem>,
    /// What is paid of the items that are eligible.
    pub plan: Rc<Planned>,
    /// What is paid where everything turns out well that is not known.
    pub possible: Rc<Planned>,
}

/// What is known of an item.
pub(crate) struct JudgedItem {
    pub fields: Fields,
    /// Its own conditions, with their places.
    pub conditions: Vec<(u16, Knowledge)>,
    pub outcome: Outcome,
    /// Its amount, where that is known and the item is not ineligible.
    pub amount: Option<(Money, Set<SourceId>)>,
    /// Its last day, where it is known.
    pub by: Option<Date>,
    /// Whether the lack of a place is the only reason why it is left out.
    pub is_left_over: bool,
}

/// What is paid; a plan in the order to apply, else in the order given.
#[derive(Default)]
pub(crate) struct Planned {
    pub entries: Vec<Entry>,
    /// What flows into the number of places.
    pub sources: Set<SourceId>,
}

/// An item that is paid.
pub(crate) struct Entry {
    /// Its place in the list.
    pub item: usize,
    pub amount: Money,
    /// The day by which to apply for it, in a plan.
    pub by: Option<Date>,
    /// Its fields, then its amount and the day by which to apply.
    pub fields: Fields,
    pub sources: Set<SourceId>,
}

impl JudgedItem {
    /// Whether it is paid where only what is known counts, or where everything turns out well.
    fn passes(&self, of: PlanOf) -> bool {
        match of {
            PlanOf::Eligible => self.outcome == Outcome::Eligible,
            PlanOf::Possible => self.outcome != Outcome::Ineligible,
        }
    }

    /// It is paid; `None` where its amount is not known.
    fn entry(&self, item: usize, by: Option<Date>) -> Option<Entry> {
        let (amount, sources) = self.amount.clone()?;
        let mut fields = self.fields.clone();
        fields.extend([Some(Value::Money(amount)), by.map(Value::Date)]);
        Some(Entry { item, amount, by, fields, sources })
    }
}

/// Every item that is paid, where there is no plan.
fn each(items: &[JudgedItem], of: PlanOf) -> Vec<Entry> {
    let paid = items.iter().enumerate().filter(|(_, item)| item.passes(of));
    paid.filter_map(|(index, item)| item.entry(index, None)).collect()
}

impl<'a> Scene<'a> {
    /// The items, and which of them are paid; judged once.
    pub(crate) fn judged(&self) -> Result<Rc<Judged>, NoValue> {
        // Conditions that depend on the plan would be circular.
        self.found.judged.get(|| self.judge_items().map(Rc::new)).unwrap_or(Err(NoValue::DamagedPack))
    }

    fn judge_items(&self) -> Result<Judged, NoValue> {
        let (item, paid) = self.measure.items.as_ref().ok_or(NoValue::DamagedPack)?;
        let round = self.round.map(|(id, _)| id);
        let shared = self.measure.conditions_of(round);
        let shared: Vec<_> = shared.map(|(place, condition)| (place, self.evaluate(&condition.holds))).collect();
        let verdict = Outcome::of(shared.iter().map(|(_, knowledge)| knowledge.verdict()));
        let elements = match self.facts.get(item.list.index()) {
            Some(Some(Value::List(elements))) => elements.as_slice(),
            _ => &[],
        };
        let mut items = Vec::new();
        for fields in elements {
            items.push(self.with_item(fields).judge_item(item, paid.plan(), verdict));
        }
        let judge = |of: PlanOf| match paid {
            Paid::Plan(plan) => self.planned(&items, plan, of).map(Rc::new),
            Paid::Each(_) => Ok(Rc::new(Planned { entries: each(&items, of), sources: Set::new() })),
        };
        let is_open = items.iter().any(|item| item.outcome == Outcome::Undetermined);
        let plan = judge(PlanOf::Eligible)?;
        let possible = if is_open { judge(PlanOf::Possible)? } else { Rc::clone(&plan) };
        Ok(Judged { shared, items, plan, possible })
    }

    /// The item at hand; `shared`: what the conditions of the measure say of every item.
    fn judge_item(&self, item: &Item, plan: Option<&Plan>, shared: Outcome) -> JudgedItem {
        let round = self.round.map(|(id, _)| id);
        let conditions = (0_u16..).zip(&item.conditions);
        let conditions = conditions.filter(|(_, condition)| is_part_of(condition.only.as_ref(), round));
        let (mut judged, mut verdicts, mut is_left_over) = (Vec::new(), Vec::new(), shared == Outcome::Eligible);
        for (place, condition) in conditions {
            let knowledge = self.evaluate(&condition.holds);
            let verdict = knowledge.verdict();
            let is_limit = plan.is_some_and(|plan| condition.id == plan.limit);
            is_left_over &= verdict == Verdict::Met || is_limit && verdict == Verdict::Unmet;
            verdicts.push(verdict);
            judged.push((place, knowledge));
        }
        let outcome = match (shared, Outcome::of(verdicts)) {
            (Outcome::Ineligible, _) | (_, Outcome::Ineligible) => Outcome::Ineligible,
            (Outcome::Eligible, own) => own,
            (other, _) => other,
        };
        let amount = (outcome != Outcome::Ineligible).then(|| self.evaluate(&item.amount));
        let amount = amount.and_then(|knowledge| match knowledge.known {
            Known::Value(Value::Money(amount)) => Some((amount.rounded().ok()?, knowledge.sources)),
            _ => None,
        });
        let by = plan.and_then(|plan| match self.evaluate(&plan.by).known {
            Known::Value(Value::Date(day)) => Some(day),
            _ => None,
        });
        let fields = self.item.map(<[_]>::to_vec).unwrap_or_default();
        JudgedItem { fields, conditions: judged, outcome, amount, by, is_left_over }
    }

    fn planned(&self, items: &[JudgedItem], plan: &Plan, of: PlanOf) -> Result<Planned, NoValue> {
        let mut sources = Set::new();
        let all = self.free(&plan.places, &mut sources)?;
        let ordinary = match &plan.ordinary {
            Some((_, places)) => self.free(places, &mut sources)?,
            None => None,
        };
        let list = self.list_of_items()?;
        let mut candidates: Vec<Candidate> = Vec::new();
        for (index, item) in items.iter().enumerate().filter(|(_, item)| item.passes(of)) {
            let (Some((amount, _)), Some(by)) = (&item.amount, item.by) else { continue };
            let scene = self.with_item(&item.fields);
            let same = |other: &&Candidate| {
                items.get(other.group).is_some_and(|other| scene.with_other(list, &other.fields).surely(&plan.same))
            };
            let group = candidates.iter().filter(|other| other.group == other.item).find(same);
            let group = group.map_or(index, |first| first.group);
            let is_ordinary = plan.ordinary.as_ref().is_some_and(|(takes, _)| scene.surely(takes));
            candidates.push(Candidate { item: index, group, amount: *amount, by, is_ordinary });
        }
        let chosen = choose(candidates, Places { all, ordinary })?;
        let end = self.round.and_then(|(_, round)| round.window.to);
        let order = in_order(&chosen, end, |this, paid| self.is_blocked(plan, items, this, paid));
        let entry = |(candidate, by): (Candidate, Date)| {
            items.get(candidate.item).and_then(|item| item.entry(candidate.item, Some(by)))
        };
        Ok(Planned { entries: order.into_iter().filter_map(entry).collect(), sources })
    }

    /// Whether an item, once paid, excludes this one.
    pub(crate) fn is_blocked(&self, plan: &Plan, items: &[JudgedItem], this: usize, paid: usize) -> bool {
        self.is_pair(&plan.blocks, items, this, paid)
    }

    /// Whether a condition on two items surely holds.
    pub(crate) fn is_pair(&self, holds: &Expr, items: &[JudgedItem], this: usize, other: usize) -> bool {
        let Ok(list) = self.list_of_items() else { return false };
        let pair = items.get(this).zip(items.get(other));
        pair.is_some_and(|(this, other)| self.with_item(&this.fields).with_other(list, &other.fields).surely(holds))
    }

    fn list_of_items(&self) -> Result<FactId, NoValue> {
        self.measure.items.as_ref().map(|(item, _)| item.list).ok_or(NoValue::DamagedPack)
    }

    /// How many places are free: `None` without a limit, none where that is not known.
    fn free(&self, places: &Expr, sources: &mut Set<SourceId>) -> Result<Option<u64>, NoValue> {
        let knowledge = self.evaluate(places);
        sources.add(&knowledge.sources);
        match &knowledge.known {
            Known::Value(Value::NoLimit) => Ok(None),
            Known::Value(value) => {
                let (_, number) = value.number().ok_or(NoValue::DamagedPack)?;
                Ok(Some(u64::try_from(number.max(Fraction::ZERO).floor()).unwrap_or(u64::MAX)))
            }
            Known::OneOf(_) | Known::Open => Ok(Some(0)),
            Known::NoValue(why) => Err(*why),
        }
    }

    /// The answer where what is paid gives it.
    pub(super) fn outcome_of_items(&self) -> Result<Outcome, NoValue> {
        let judged = self.judged()?;
        let is_open = judged.items.is_empty() || judged.items.iter().any(|item| item.outcome == Outcome::Undetermined);
        Ok(match (judged.plan.entries.is_empty(), is_open) {
            (false, _) => Outcome::Eligible,
            (true, true) => Outcome::Undetermined,
            (true, false) => Outcome::Ineligible,
        })
    }
}
