//! Conditions and steps with their sources, for people.

use wengang::api::answer::{Assessment, Citation, Condition, DocumentText, Item, Judgement, Step, Why};
use wengang::policy::assessment::Evidence;
use wengang::policy::verdict::Outcome;
use wengang::text::money::grouped;
use wengang::text::page::{answer as words, formula};

use crate::message::{ConditionView, ItemView, StepView, Tone};
use crate::text::desk;

/// Conditions: what fails first, then what is unknown, then what holds.
pub(super) fn conditions(conditions: &[Condition]) -> Vec<ConditionView> {
    let order = [Judgement::Unmet, Judgement::Unknown, Judgement::Met];
    let of = |verdict: Judgement| conditions.iter().filter(move |condition| condition.verdict == verdict);
    order.into_iter().flat_map(of).map(condition).collect()
}

fn condition(condition: &Condition) -> ConditionView {
    let (tone, (_, verdict)) = match condition.verdict {
        Judgement::Met => (Tone::Yes, words::MET),
        Judgement::Unmet if condition.curable == Some(true) => (Tone::Open, words::CURABLE),
        Judgement::Unmet => (Tone::No, words::UNMET),
        Judgement::Unknown => (Tone::Open, words::unknown(condition.reason == Some(Why::Agency))),
    };
    ConditionView {
        title: condition.title.clone(),
        tone,
        verdict: verdict.to_owned(),
        detail: condition.detail.clone(),
        is_unconfirmed: condition.evidence == Evidence::Provisional,
        basis: basis(&condition.citations),
    }
}

fn basis(citations: &[Citation]) -> Vec<String> {
    let one = |citation: &Citation| quoted(words::place(citation.document, citation.clause), citation.quote);
    let mut all: Vec<String> = citations.iter().map(one).collect();
    all.dedup();
    all
}

/// A place of a document, with its words where they are known.
pub(super) fn quoted(place: String, quote: Option<&str>) -> String {
    match quote {
        Some(quote) => [&place, "：“", quote, "”"].concat(),
        None => place,
    }
}

/// An item by its row.
pub(super) fn item(item: &Item, row: u32) -> ItemView {
    let (tone, label) = match item.outcome {
        Outcome::Eligible => (Tone::Yes, desk::CAN),
        Outcome::Ineligible => (Tone::No, desk::CANNOT),
        Outcome::Undetermined => (Tone::Open, desk::LACKS),
        Outcome::Closed => (Tone::Plain, desk::CLOSED),
    };
    let amount = item.amount.map(|amount| desk::yuan(&grouped(amount)));
    let day = item.last_day().map(words::last_day);
    let parts = [Some(label.to_owned()), amount, day].into_iter().flatten().collect::<Vec<_>>();
    ItemView { title: desk::item(row, &parts), tone, conditions: conditions(&item.conditions) }
}

/// The calculation.
pub(super) fn steps(steps: &[Step]) -> Vec<StepView> {
    let values: Vec<_> = steps.iter().map(|step| (step.id.as_str(), step.value.as_str())).collect();
    let is_figure = |step: &Step| step.formula == step.value;
    let one = |step: &Step| StepView {
        title: step.title.clone(),
        formula: if is_figure(step) { String::new() } else { formula::shown(&step.formula, &values, &step.unit) },
        value: formula::value(&step.value, &step.unit),
        basis: basis(&step.citations),
    };
    steps.iter().map(one).collect()
}

/// What else an answer says, under headings.
pub(super) fn lines(answer: &Assessment) -> Vec<(String, Vec<String>)> {
    let plan = answer.plan().map(|plan| plan.plan.as_slice()).unwrap_or_default();
    let planned = plan.iter().map(|row| {
        let place = row.id.parse::<usize>().ok().and_then(|place| place.checked_add(1)).unwrap_or_default();
        desk::planned(place, &grouped(row.amount), &words::apply_by(row.apply_by))
    });
    let document = |document: &DocumentText| [document.number, " ", document.title.unwrap_or_default()].concat();
    let documents = answer.policy.documents.iter().map(document);
    let all = [
        (words::PLAN, planned.collect::<Vec<_>>()),
        (words::ALSO, answer.insights.iter().map(|insight| insight.text.clone()).collect()),
        (words::NEXT, answer.next_steps.iter().map(|step| step.text.clone()).collect()),
        (words::NOTES, answer.policy.notes.iter().cloned().chain(documents).collect()),
    ];
    all.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(title, lines)| (title.to_owned(), lines)).collect()
}
