//! The answer card, top to bottom: notice, verdict, amount, last day and what to do now, why, how, next.

mod advice;
mod amount;
mod conditions;
mod notes;
mod notice;
mod now;
mod plan;
mod steps;

use yew::{Html, html};

use crate::api::Assessment;
use crate::policy::verdict::Outcome;
use crate::state::Answer;
use crate::text::page::answer as words;
use crate::text::words as names;
use crate::view::Page;
use crate::view::part::sign::sign;

pub(super) use amount::printed as printed_amount;

/// The id of the card, for links to it.
pub(super) const CARD: &str = "answer";

/// Shows the card, or why there is none.
pub(super) fn card(page: Page<'_>) -> Html {
    html! {
        <section class="answer" id={CARD} tabindex="-1" aria-label={words::RESULT}>
            if let Some(assessment) = &page.answer.assessment {
                { judged(page, assessment) }
            } else {
                <p class="verdict is-open" data-test="verdict">{ words::NO_DAY }</p>
            }
        </section>
    }
}

fn judged(page: Page<'_>, assessment: &Assessment) -> Html {
    html! {
        <div>
            { notice::notices(page, assessment) }
            { verdict(page.answer, assessment) }
            { amount::amount(page, assessment) }
            { now::now(page, assessment) }
            { plan::plan(page, assessment) }
            { conditions::of_case(page.answer, assessment) }
            { conditions::of_items(page, assessment) }
            { steps::steps(&assessment.steps) }
            { advice::missing(page) }
            { advice::insights(&assessment.insights) }
            { advice::next_steps(&assessment.next_steps) }
            { notes::notes(&assessment.policy) }
        </div>
    }
}

/// The answer: no certificate can mend what is ruled out.
pub(super) fn outcome(answer: &Answer, assessment: &Assessment) -> Outcome {
    if answer.ruled_out.is_empty() { assessment.outcome } else { Outcome::Ineligible }
}

/// The verdict's words.
pub(super) fn headline(answer: &Answer, assessment: &Assessment) -> &'static str {
    if answer.ruled_out.is_empty() {
        assessment.headline()
    } else {
        names::headline(Outcome::Ineligible, assessment.policy.status, false)
    }
}

/// The verdict in a large line.
fn verdict(answer: &Answer, assessment: &Assessment) -> Html {
    let outcome = outcome(answer, assessment);
    html! {
        <p class={format!("verdict {}", tone(outcome))}>
            { sign(words::sign(outcome)) }
            <span data-test="verdict" data-outcome={outcome_code(outcome)}>{ headline(answer, assessment) }</span>
        </p>
    }
}

/// The class that colours an answer.
pub(super) const fn tone(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Eligible => "is-yes",
        Outcome::Undetermined => "is-open",
        Outcome::Ineligible => "is-no",
        Outcome::Closed => "is-closed",
    }
}

const fn outcome_code(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Eligible => "eligible",
        Outcome::Undetermined => "undetermined",
        Outcome::Ineligible => "ineligible",
        Outcome::Closed => "closed",
    }
}
