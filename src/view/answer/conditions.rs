//! Why: the conditions, unmet first, then unknown, then met; each opens to the fact, the limit and the clause.

use yew::{Html, html};

use crate::api::Assessment;
use crate::api::answer::{Condition, Item, Judgement, Why};
use crate::state::Answer;
use crate::text::page::answer as words;
use crate::text::words as names;
use crate::view::Page;
use crate::view::answer::{plan, tone};
use crate::view::part::citation::citations;
use crate::view::part::sign::{evidence, sign};

/// The conditions of the case, or those that no certificate can mend.
pub(super) fn of_case(answer: &Answer, assessment: &Assessment) -> Html {
    let conditions = if answer.ruled_out.is_empty() { &assessment.conditions } else { &answer.ruled_out };
    if conditions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h2>{ words::WHY }</h2>
            { list("condition", conditions) }
        </section>
    }
}

/// The conditions of each certificate.
pub(super) fn of_items(page: Page<'_>, assessment: &Assessment) -> Html {
    let items = assessment.items.as_deref().unwrap_or_default();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h2>{ words::WHY }</h2>
            { for items.iter().enumerate().map(|(index, item)| of_item(page, index, item, items.len() == 1)) }
        </section>
    }
}

fn of_item(page: Page<'_>, index: usize, item: &Item, alone: bool) -> Html {
    let test = format!("item-{index}");
    let word = names::headline(item.outcome, crate::policy::assessment::Status::Open, false);
    html! {
        <details class={format!("item {}", tone(item.outcome))} key={item.id.clone()} open={alone} data-test={test.clone()}>
            <summary class="line">
                { sign(words::sign(item.outcome)) }
                <span class="line-title">{ plan::name(page, &item.id) }</span>
                <span class="line-word">{ word }</span>
            </summary>
            <p class="item-day">{ words::last_day(item.last_day) }</p>
            { list(&format!("{test}-condition"), &item.conditions) }
        </details>
    }
}

fn list(test: &str, conditions: &[Condition]) -> Html {
    let mut sorted: Vec<&Condition> = conditions.iter().collect();
    sorted.sort_by_key(|condition| match condition.verdict {
        Judgement::Unmet => 0,
        Judgement::Unknown => 1,
        Judgement::Met => 2,
    });
    html! {
        <div class="conditions">
            { for sorted.into_iter().map(|condition| one(test, condition)) }
        </div>
    }
}

fn one(test: &str, condition: &Condition) -> Html {
    let (tone, code, (mark, word)) = judged(condition);
    html! {
        <details class={format!("condition {tone}")} key={condition.id} open={condition.verdict == Judgement::Unmet}
            data-test={format!("{test}-{}", condition.id)} data-verdict={code}>
            <summary class="line">
                { sign(mark) }
                <span class="line-title">{ &condition.title }{ evidence(condition.evidence) }</span>
                <span class="line-word">{ word }</span>
            </summary>
            <div class="detail">
                <p>{ &condition.detail }</p>
                { citations(&condition.citations) }
            </div>
        </details>
    }
}

fn judged(condition: &Condition) -> (&'static str, &'static str, (&'static str, &'static str)) {
    match condition.verdict {
        Judgement::Met => ("is-yes", "met", words::MET),
        Judgement::Unmet => ("is-no", "unmet", words::UNMET),
        Judgement::Unknown => ("is-open", "unknown", words::unknown(condition.reason == Some(Why::Agency))),
    }
}
