//! The last day, and the one thing to do now.

use crate::api::Assessment;
use crate::api::answer::Calculator;
use crate::policy::assessment::Status;
use crate::policy::date::Date;
use crate::policy::verdict::Outcome;
use crate::state::{Action, Input};
use crate::text::page;
use crate::text::page::answer as words;
use crate::text::page::calendar;
use crate::view::Page;
use crate::view::answer::{advice, outcome, premium};
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
    if assessment.policy.status != Status::Open || (outcome == Outcome::Ineligible && !assessment.is_curable()) {
        return;
    }
    match assessment.calculator {
        Calculator::Refund | Calculator::SkillSubsidy => dated(t, page, assessment),
        Calculator::UnemploymentBenefit => t.hooked("p", "last-day", "last-day", words::NO_DEADLINE),
        Calculator::Premium | Calculator::SizeClass => {}
    }
}

/// The last day with how long it is still, and the reminder of it.
fn dated(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let last = earliest(assessment);
    let left = last.and_then(|last| last.day_number().checked_sub(page.state.today.day_number()));
    let is_today = assessment.as_of == page.state.today;
    t.el("p", "last-day", |t| {
        t.test("last-day");
        t.text(&last.map_or_else(|| words::NO_LAST_DAY.to_owned(), words::last_day));
        if let Some(days) = left.filter(|_| is_today) {
            t.text(" ");
            t.line("span", "days-left", &words::days_left(days));
        }
    });
    if let Some(last) = last.filter(|_| is_today && left.is_some() && (page.host.saves)()) {
        let (name, today) = (calendar::name(last), page.state.today);
        let event = calendar::reminder(assessment.policy.id.as_str(), &assessment.policy.title, last, today);
        button(t, "quiet", "remind", words::REMIND, listen::saving(page.host, name, event));
    }
}

/// The first last day of the plan; without one, the round's.
pub(super) fn earliest(assessment: &Assessment) -> Option<Date> {
    let plan = assessment.skill_subsidy().map(|figures| figures.plan.as_slice()).unwrap_or_default();
    plan.iter().map(|row| row.apply_by).min().or(assessment.policy.window?.to)
}

/// The one thing to do: back to today, the next question, what the calculator leads to, or the hotline.
fn action(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    let open_need = page.answer.needs.iter().find(|need| !page.state.is_done(need.question));
    match (outcome(page.answer, assessment), open_need) {
        _ if page.answer.notice.other_year.is_some() => {
            let empty = listen::clicked(page.send, Action::Type(Input::AsOf, String::new()));
            button(t, "primary", "as-of-today", words::BACK_TO_TODAY, empty);
        }
        (Outcome::Undetermined | Outcome::Eligible, Some(need)) => advice::go_on(t, page, *need),
        (Outcome::Eligible, None) => settled(t, page, assessment),
        _ if assessment.is_curable() => leaving(t, "primary", page::PLATFORM_ADDRESS, words::REGISTER),
        (Outcome::Undetermined | Outcome::Ineligible | Outcome::Closed, _) => call(t, "primary", "call", page::CALL),
    }
}

/// What a settled answer leads to.
fn settled(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    match assessment.calculator {
        Calculator::Premium => premium::estimate(t, page, assessment),
        Calculator::SizeClass => {
            if let Some(figures) = assessment.size_class() {
                let take = listen::clicked(page.send, Action::SuggestSize(figures.size));
                button(t, "primary", "use-size", words::USE_SIZE, take);
            }
        }
        Calculator::Refund | Calculator::SkillSubsidy | Calculator::UnemploymentBenefit => {
            if let Some(how) = how_to_claim(assessment) {
                t.line("p", "", how);
            }
            leaving(t, "primary", page::PLATFORM_ADDRESS, words::OPEN_PLATFORM);
        }
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
