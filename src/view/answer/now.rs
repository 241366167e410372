//! The last day, and the one thing to do now.

use crate::api::Assessment;
use crate::policy::assessment::Status;
use crate::policy::date::Date;
use crate::policy::verdict::Outcome;
use crate::state::{Action, Input};
use crate::text::page;
use crate::text::page::answer as words;
use crate::view::Page;
use crate::view::answer::{advice, outcome};
use crate::view::part::action::{button, call, leaving};
use crate::view::part::listen;
use crate::view::part::tree::Tree;

/// The last day and what to do now.
pub(super) fn now(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    t.el("div", "now", |t| {
        t.slot(|t| last_day(t, page, assessment));
        t.slot(|t| action(t, page, assessment));
    });
}

fn last_day(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let outcome = outcome(page.answer, assessment);
    if assessment.policy.status != Status::Open || outcome == Outcome::Ineligible {
        return;
    }
    let last = earliest(assessment);
    let left = last.and_then(|last| last.day_number().checked_sub(page.state.today.day_number()));
    t.el("p", "last-day", |t| {
        t.test("last-day");
        t.text(&last.map_or_else(|| words::NO_LAST_DAY.to_owned(), words::last_day));
        if let Some(days) = left.filter(|_| assessment.as_of == page.state.today) {
            t.text(" ");
            t.line("span", "days-left", &words::days_left(days));
        }
    });
}

/// The first last day of the plan; without one, the round's.
fn earliest(assessment: &Assessment) -> Option<Date> {
    let plan = assessment.skill_subsidy().map(|figures| figures.plan.as_slice()).unwrap_or_default();
    plan.iter().map(|row| row.apply_by).min().or(assessment.policy.window?.to)
}

/// The one thing to do: back to today, the next question, the platform, or the hotline.
fn action(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let open_need = page.answer.needs.iter().find(|need| !page.state.is_done(need.question));
    match (outcome(page.answer, assessment), open_need) {
        _ if page.answer.notice.other_year.is_some() => {
            let empty = listen::clicked(page.send, Action::Type(Input::AsOf, String::new()));
            button(t, "primary", "as-of-today", words::BACK_TO_TODAY, empty);
        }
        (Outcome::Undetermined | Outcome::Eligible, Some(need)) => advice::go_on(t, page, *need),
        (Outcome::Eligible, None) => {
            if let Some(how) = how_to_claim(assessment) {
                t.line("p", "", how);
            }
            leaving(t, "primary", page::PLATFORM_ADDRESS, words::OPEN_PLATFORM);
        }
        (Outcome::Undetermined | Outcome::Ineligible | Outcome::Closed, _) => call(t, "primary", "call", page::CALL),
    }
}

/// How a refund is claimed, in a line; a worker's button says it all.
fn how_to_claim(assessment: &Assessment) -> Option<&'static str> {
    match assessment.next_steps.first().map(|step| step.id) {
        Some("no-application") => Some(words::REFUND_NOW),
        Some("labour-dispatch") => Some(words::DISPATCH_NOW),
        _ => None,
    }
}
