//! A refund's assessment in words.

use crate::api::answer::{
    Assessment, Calculator, Citation, Condition, Figures, Insight, LayoffRateText, NextStep, RefundFigures, Step, Why,
};
use crate::api::drawers::DrawersLine;
use crate::api::policies;
use crate::policy::assessment::{self, RefundAssessment, RefundResult};
use crate::policy::citation::Source;
use crate::policy::list::Listed;
use crate::policy::rules::refund::{Finding, StepKind};
use crate::text;

pub(super) fn worded(answer: &RefundAssessment) -> Assessment {
    Assessment {
        calculator: Calculator::Refund,
        as_of: answer.as_of,
        outcome: answer.outcome,
        amount: answer.amount,
        is_ceiling: answer.ceiling,
        policy: policies::worded(&answer.standing, answer.as_of, &[], &[]),
        conditions: answer.conditions.iter().map(condition).listed(),
        steps: answer.steps.iter().map(|line| step(line, text::refund::step(line.kind), answer.ceiling)).listed(),
        needs: answer.needs.clone(),
        insights: answer.insights.iter().map(|found| insight(text::refund::insight(found))).listed(),
        next_steps: answer
            .next_steps
            .iter()
            .map(|next| next_step(text::refund::next_step(next.kind), &next.sources))
            .listed(),
        items: None,
        result: answer.result.as_ref().map(figures),
    }
}

fn condition(condition: &assessment::Condition<Finding>) -> Condition {
    worded_condition(condition, text::refund::title(&condition.finding), text::refund::detail(&condition.finding))
}

/// A condition with its words.
pub(super) fn worded_condition<F>(condition: &assessment::Condition<F>, title: String, detail: String) -> Condition {
    Condition {
        id: condition.id,
        title,
        verdict: condition.verdict.into(),
        reason: Why::of(condition.verdict),
        curable: None,
        evidence: condition.evidence,
        detail,
        citations: citations(&condition.sources),
    }
}

fn step(line: &assessment::Step<StepKind>, title: String, ceiling: bool) -> Step {
    let is_money = !matches!(line.kind, StepKind::LayoffRate { .. });
    worded_step(line, if ceiling && is_money { format!("{title}（按最高比例）") } else { title })
}

/// A line of the calculation with its words.
pub(super) fn worded_step<K>(line: &assessment::Step<K>, title: String) -> Step {
    Step {
        id: line.id.clone(),
        title,
        formula: line.formula.clone(),
        value: line.value.clone(),
        unit: line.unit,
        evidence: line.evidence,
        citations: citations(&line.sources),
    }
}

/// An insight with its words.
pub(super) fn insight((id, text, value): (&'static str, String, Option<String>)) -> Insight {
    Insight { id, text, value }
}

/// A next step with its words.
pub(super) fn next_step((id, text): (&'static str, String), sources: &[&'static Source]) -> NextStep {
    NextStep { id, text, citations: citations(sources) }
}

/// The sources, each once.
fn citations(sources: &[&'static Source]) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::new();
    for citation in sources.iter().map(|source| Citation::from(*source)) {
        if !citations.contains(&citation) {
            citations.push(citation);
        }
    }
    citations
}

fn figures(result: &RefundResult) -> Figures {
    let layoff_rate = result.layoff_rate.zip(result.layoff_limit).map(|(rate, limit)| {
        let (numerator, denominator) = rate.fraction();
        LayoffRateText { numerator, denominator, percent: rate.percent(limit).0.to_string() }
    });
    Figures::Refund(RefundFigures {
        rate: result.rate.map(|rate| rate.to_string()),
        layoff_rate,
        layoff_limit: result.layoff_limit.map(|limit| limit.to_string()),
        drawers_allowed: result.drawers_allowed,
        drawers: DrawersLine::of(result),
    })
}
