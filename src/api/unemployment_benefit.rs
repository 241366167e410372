//! A benefit's assessment in words.

use crate::api::answer::{Assessment, Calculator, Condition, Figures, Items, MonthRow, UnemploymentFigures};
use crate::api::policies;
use crate::api::refund::{insight, next_step, worded_condition, worded_step};
use crate::policy::assessment::{self, Amount, BenefitAssessment, BenefitMonth, BenefitMonths};
use crate::policy::list::Listed;
use crate::policy::rules::unemployment_benefit::Finding;
use crate::policy::verdict::Verdict;
use crate::text;

pub(super) fn worded(answer: &BenefitAssessment) -> Assessment {
    let assumed: Vec<_> = answer.assumed.iter().map(|used| text::unemployment_benefit::assumption(*used)).listed();
    let doubts: Vec<_> = answer.doubts.iter().map(|doubt| (*doubt).to_owned()).listed();
    Assessment {
        calculator: Calculator::UnemploymentBenefit,
        as_of: answer.as_of,
        outcome: answer.outcome,
        amount: answer.total.map(|value| Amount::Exact { value }),
        is_ceiling: false,
        policy: policies::worded(&answer.standing, answer.as_of, &doubts, &assumed),
        conditions: answer.conditions.iter().map(condition).listed(),
        steps: answer.steps.iter().map(|line| worded_step(line, text::unemployment_benefit::step(line.kind))).listed(),
        needs: answer.needs.clone(),
        insights: answer.insights.iter().map(|found| insight(text::unemployment_benefit::insight(found))).listed(),
        next_steps: answer
            .next_steps
            .iter()
            .map(|next| next_step(text::unemployment_benefit::next_step(next.kind), &next.sources))
            .listed(),
        items: answer.schedule.as_ref().map(|months| Items::Months(months.iter().map(row).listed())),
        result: answer.months.map(figures),
    }
}

fn condition(condition: &assessment::Condition<Finding>) -> Condition {
    let finding = &condition.finding;
    let title = text::unemployment_benefit::title(finding);
    let detail = text::unemployment_benefit::detail(finding, condition.verdict);
    // Registering is all it takes.
    let is_curable = condition.verdict == Verdict::Unmet && matches!(finding, Finding::Registered(_));
    Condition { curable: is_curable.then_some(true), ..worded_condition(condition, title, detail) }
}

const fn row(month: &BenefitMonth) -> MonthRow {
    MonthRow { month: month.month, amount: month.amount, evidence: month.evidence }
}

const fn figures(months: BenefitMonths) -> Figures {
    Figures::UnemploymentBenefit(UnemploymentFigures {
        months: months.total,
        from_insurance: months.from_insurance,
        carried_over: months.carried_over,
    })
}
