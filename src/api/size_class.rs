//! A size class's assessment in words.

use crate::api::answer::{Assessment, Calculator, DecidedRow, Figures, Least, SizeFigures};
use crate::api::policies;
use crate::api::refund::{insight, next_step};
use crate::policy::assessment::{Decided, SizeAssessment, SizeResult};
use crate::policy::list::Listed;
use crate::policy::pack::Bound;
use crate::text;

pub(super) fn worded(answer: &SizeAssessment) -> Assessment {
    Assessment {
        calculator: Calculator::SizeClass,
        as_of: answer.as_of,
        outcome: answer.outcome,
        amount: None,
        is_ceiling: false,
        policy: policies::worded(&answer.standing, answer.as_of, &[], &[]),
        conditions: Vec::new(),
        steps: Vec::new(),
        needs: answer.needs.clone(),
        insights: answer.insights.iter().map(|found| insight(text::size_class::insight(found))).listed(),
        next_steps: answer
            .next_steps
            .iter()
            .map(|next| next_step(text::size_class::next_step(next.kind), &next.sources))
            .listed(),
        items: None,
        result: answer.result.as_ref().map(figures),
    }
}

fn figures(result: &SizeResult) -> Figures {
    let decided_by = result.decided_by.iter().map(row).listed();
    Figures::SizeClass(SizeFigures { size: result.size, decided_by })
}

const fn row(decided: &Decided) -> DecidedRow {
    let (indicator, bound) = match decided.bound {
        Bound::Employees(persons) => ("employees", Least::Persons(persons)),
        Bound::Revenue(least) => ("revenue", Least::Yuan(least)),
        Bound::Assets(least) => ("assets", Least::Yuan(least)),
    };
    DecidedRow { class: decided.class, least: decided.bound, indicator, bound, met: decided.met }
}
