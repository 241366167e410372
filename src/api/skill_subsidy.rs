//! A skill subsidy's assessment in words.

use crate::api::answer::{Assessment, Calculator, Figures, Item, Items, PlanRow, SkillFigures, SkippedRow};
use crate::api::policies;
use crate::api::refund::{insight, next_step, worded_condition, worded_step};
use crate::policy::assessment::{Amount, SkillAssessment, SkillItem};
use crate::policy::case::SkillFacts;
use crate::policy::list::Listed;
use crate::policy::verdict::Outcome;
use crate::text;

pub(super) fn worded(facts: &SkillFacts, answer: &SkillAssessment) -> Assessment {
    let assumed: Vec<_> = answer.assumed.iter().map(|used| text::skill_subsidy::assumption(*used).to_owned()).listed();
    let is_closed = answer.outcome == Outcome::Closed;
    Assessment {
        calculator: Calculator::SkillSubsidy,
        as_of: answer.as_of,
        outcome: answer.outcome,
        amount: answer.total.map(|value| Amount::Exact { value }),
        is_ceiling: false,
        policy: policies::worded(&answer.standing, answer.as_of, &[], &assumed),
        conditions: Vec::new(),
        steps: answer.steps.iter().map(|line| worded_step(line, text::skill_subsidy::step(&line.kind))).listed(),
        needs: answer.needs.clone(),
        insights: answer.insights.iter().map(|found| insight(text::skill_subsidy::insight(found))).listed(),
        next_steps: answer
            .next_steps
            .iter()
            .map(|next| next_step(text::skill_subsidy::next_step(next.kind), &next.sources))
            .listed(),
        items: (!is_closed).then(|| Items::Certificates(answer.items.iter().map(item).listed())),
        result: (!is_closed && !facts.certificates.is_empty()).then(|| figures(answer)),
    }
}

fn item(item: &SkillItem) -> Item {
    let conditions = item.conditions.iter().map(|condition| {
        let title = text::skill_subsidy::title(&condition.finding);
        worded_condition(condition, title, text::skill_subsidy::detail(&condition.finding, condition.verdict))
    });
    Item {
        id: item.id.clone(),
        outcome: item.outcome,
        amount: item.amount,
        last_day: item.last_day,
        conditions: conditions.listed(),
    }
}

fn figures(answer: &SkillAssessment) -> Figures {
    let id = |index: usize| answer.items.get(index).map(|item| item.id.clone()).unwrap_or_default();
    let plan =
        answer.plan.iter().map(|entry| PlanRow { id: id(entry.index), amount: entry.amount, apply_by: entry.apply_by });
    let skipped = answer.skipped.iter().map(|skipped| SkippedRow {
        id: id(skipped.index),
        because: text::skill_subsidy::skip_reason(skipped.because).0,
        from: skipped.later.map(|(from, _)| from),
        until: skipped.later.map(|(_, until)| until),
    });
    Figures::SkillSubsidy(SkillFigures { plan: plan.listed(), skipped: skipped.listed() })
}
