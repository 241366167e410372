//! The amount: exact with its capital numerals, a range with what would settle it.

use yew::{Html, html};

use crate::api::Assessment;
use crate::policy::assessment::Amount;
use crate::policy::money::Money;
use crate::state::{Need, Question};
use crate::text::money::{capital, grouped};
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::advice;

/// Digits and commas beyond which an amount is set smaller, so that it stays whole on a narrow phone.
const LONG: usize = 13;

/// The amount, where there is one.
pub(super) fn amount(page: Page<'_>, assessment: &Assessment) -> Html {
    let Some(amount) = assessment.amount else { return Html::default() };
    html! {
        <div class="amount">
            <p data-test="amount">
                <span class="amount-lead">{ lead(assessment) }{ " " }</span>
                { figures(amount) }
                <span class="amount-unit">{ " " }{ words::YUAN }</span>
            </p>
            if let Amount::Exact { value } = amount {
                <p class="amount-capital" data-test="amount-capital">{ capital(value) }</p>
            } else {
                { settle(page) }
            }
        </div>
    }
}

/// The amount in a line: for the bar and for ears.
pub(crate) fn printed(assessment: &Assessment) -> Option<String> {
    let figures = match assessment.amount? {
        Amount::Exact { value } => grouped(value),
        Amount::Range { min, max } => format!("{}{}{}", grouped(min), words::DASH, grouped(max)),
    };
    Some(format!("{} {figures} {}", lead(assessment), words::YUAN))
}

fn lead(assessment: &Assessment) -> &'static str {
    words::lead(assessment.outcome, is_ceiling(assessment))
}

/// Whether the amount is only the most that is allowed: then its line of the calculation says so.
fn is_ceiling(assessment: &Assessment) -> bool {
    assessment.steps.iter().any(|step| step.title.ends_with(words::CEILING))
}

fn figures(amount: Amount) -> Html {
    match amount {
        Amount::Exact { value } => figure(value),
        Amount::Range { min, max } => html! { <>{ figure(min) }{ words::DASH }{ figure(max) }</> },
    }
}

fn figure(value: Money) -> Html {
    let text = grouped(value);
    let class = if text.len() > LONG { "figure is-long" } else { "figure" };
    html! { <strong {class}>{ text }</strong> }
}

/// What would settle a range: the size or the kind of employer; the average only where those are known.
fn settle(page: Page<'_>) -> Html {
    let needs =
        |wanted: &'static [Question]| page.answer.needs.iter().filter(move |need| wanted.contains(&need.question));
    let first: Vec<&Need> = needs(&[Question::Applicant, Question::Size]).collect();
    let settling = if first.is_empty() { needs(&[Question::AverageInsured]).collect() } else { first };
    if settling.is_empty() {
        return Html::default();
    }
    html! {
        <div class="settle">
            <p>{ words::SETTLE }</p>
            { for settling.into_iter().map(|need| advice::need_button(page, *need)) }
        </div>
    }
}
