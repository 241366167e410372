//! A premium's assessment in words.

use crate::api::answer::{Assessment, Calculator, Figures, PremiumFigures};
use crate::api::policies;
use crate::api::refund::{insight, next_step, worded_step};
use crate::policy::assessment::{Amount, PremiumAssessment, PremiumResult};
use crate::policy::list::Listed;
use crate::policy::rules::premium::Note;
use crate::text;

pub(super) fn worded(answer: &PremiumAssessment) -> Assessment {
    let worded = |notes: &[Note]| notes.iter().map(|note| text::premium::note(*note)).listed();
    let (doubts, assumed) = (worded(&answer.doubts), worded(&answer.assumed));
    Assessment {
        calculator: Calculator::Premium,
        as_of: answer.as_of,
        outcome: answer.outcome,
        amount: answer.result.map(|result| Amount::Exact { value: result.saved_total }),
        is_ceiling: false,
        policy: policies::worded(&answer.standing, answer.as_of, &doubts, &assumed),
        conditions: Vec::new(),
        steps: answer.steps.iter().map(|line| worded_step(line, text::premium::step(line.kind))).listed(),
        needs: answer.needs.clone(),
        insights: answer.insights.iter().map(|found| insight(text::premium::insight(found))).listed(),
        next_steps: answer
            .next_steps
            .iter()
            .map(|next| next_step(text::premium::next_step(next.kind), &next.sources))
            .listed(),
        items: None,
        result: answer.result.map(figures),
    }
}

const fn figures(result: PremiumResult) -> Figures {
    Figures::Premium(PremiumFigures {
        base: result.base,
        employer_monthly: result.employer,
        employee_monthly: result.employee,
        total_monthly: result.total,
        statutory_monthly: result.statutory,
        saved_monthly: result.saved,
        saved_total: result.saved_total,
        clamped: result.clamped,
        paid_total: result.paid_total,
    })
}
