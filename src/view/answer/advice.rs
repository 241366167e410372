//! What is missing and how much it matters, what else follows, what to do next.

use yew::{Html, html};

use crate::api::answer::{Insight, NextStep};
use crate::state::Need;
use crate::text::page;
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::part::citation::basis;
use crate::view::part::listen;

/// The missing facts, each a button that jumps to its question.
pub(super) fn missing(page: Page<'_>) -> Html {
    let needs = &page.answer.needs;
    if needs.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h2>{ words::MISSING }</h2>
            <ul class="needs">
                { for needs.iter().map(|need| one_missing(page, *need)) }
            </ul>
        </section>
    }
}

fn one_missing(page: Page<'_>, need: Need) -> Html {
    html! {
        <li data-test={format!("need-{}", need.question.fact())}>
            { need_button(page, need) }
            <span class="matters">{ words::matters(need.question.fact()) }</span>
        </li>
    }
}

/// Jumps to the question that asks for it.
pub(super) fn need_button(page: Page<'_>, need: Need) -> Html {
    html! {
        <button type="button" class="jump" onclick={listen::revealing(page.host, need.jump_to.id())}>
            { words::fact(need.question.fact()) }
        </button>
    }
}

/// The first missing fact, as the one thing to do now.
pub(super) fn go_on(page: Page<'_>, need: Need) -> Html {
    html! {
        <button type="button" class="primary" data-test="go-on" onclick={listen::revealing(page.host, need.jump_to.id())}>
            { words::GO_ON }{ words::fact(need.question.fact()) }
        </button>
    }
}

/// What else follows.
pub(super) fn insights(insights: &[Insight]) -> Html {
    if insights.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h2>{ words::ALSO }</h2>
            <ul class="points">
                { for insights.iter().map(|insight| html! {
                    <li data-test={format!("insight-{}", insight.id)}>{ &insight.text }</li>
                }) }
            </ul>
        </section>
    }
}

/// What to do next, then the hotline and the platform.
pub(super) fn next_steps(steps: &[NextStep]) -> Html {
    html! {
        <section class="part">
            <h2>{ words::NEXT }</h2>
            <ol class="points">
                { for steps.iter().map(next_step) }
            </ol>
            <p class="contacts">
                <a href={page::HOTLINE_ADDRESS} data-test="hotline">{ page::CALL }</a>
                <a href={page::PLATFORM_ADDRESS} target="_blank" rel="noopener">{ page::PLATFORM }</a>
            </p>
        </section>
    }
}

fn next_step(step: &NextStep) -> Html {
    html! {
        <li data-test={format!("next-{}", step.id)}>
            <p>{ &step.text }</p>
            { basis(&step.citations) }
        </li>
    }
}
