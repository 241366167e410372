//! The last day, and the one thing to do now.

use yew::{Html, html};

use crate::api::Assessment;
use crate::api::answer::Calculator;
use crate::policy::assessment::Status;
use crate::policy::date::Date;
use crate::policy::verdict::Outcome;
use crate::text::page;
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::{advice, outcome};

/// The last day and what to do now.
pub(super) fn now(page: Page<'_>, assessment: &Assessment) -> Html {
    html! {
        <div class="now">
            { last_day(page, assessment) }
            { action(page, assessment) }
        </div>
    }
}

fn last_day(page: Page<'_>, assessment: &Assessment) -> Html {
    if assessment.policy.status != Status::Open {
        return Html::default();
    }
    let Some(last) = earliest(assessment) else {
        return html! { <p class="last-day" data-test="last-day">{ words::NO_LAST_DAY }</p> };
    };
    let left = last.day_number().checked_sub(page.state.today.day_number());
    let left = left.filter(|_| assessment.as_of == page.state.today);
    html! {
        <p class="last-day" data-test="last-day">
            { words::last_day(last) }
            if let Some(days) = left {
                <span class="days-left">{ words::days_left(days) }</span>
            }
        </p>
    }
}

/// The first last day of the plan; without one, the round's.
fn earliest(assessment: &Assessment) -> Option<Date> {
    let plan = assessment.skill_subsidy().map(|figures| figures.plan.as_slice()).unwrap_or_default();
    plan.iter().map(|row| row.apply_by).min().or(assessment.policy.window?.to)
}

fn action(page: Page<'_>, assessment: &Assessment) -> Html {
    match (outcome(page.answer, assessment), page.answer.needs.first()) {
        (Outcome::Undetermined | Outcome::Eligible, Some(need)) => advice::go_on(page, *need),
        (Outcome::Eligible, None) if assessment.calculator == Calculator::Refund => html! {
            <>
                <p>{ words::REFUND_NOW }</p>
                { platform() }
            </>
        },
        (Outcome::Eligible, None) => platform(),
        (Outcome::Undetermined | Outcome::Ineligible | Outcome::Closed, _) => call(),
    }
}

fn platform() -> Html {
    html! {
        <a class="primary" href={page::PLATFORM_ADDRESS} target="_blank" rel="noopener" data-test="platform">
            { words::OPEN_PLATFORM }
        </a>
    }
}

fn call() -> Html {
    html! { <a class="primary" href={page::HOTLINE_ADDRESS} data-test="call">{ page::CALL }</a> }
}
