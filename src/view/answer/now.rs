//! The last day, and the one thing to do now.

use crate::api::Assessment;
use crate::api::answer::Calculator;
use crate::heads::heads;
use crate::policy::assessment::Status;
use crate::policy::date::Date;
use crate::policy::verdict::Outcome;
use crate::state::{Action, Input, Need};
use crate::text::page;
use crate::text::page::answer as words;
use crate::text::page::calendar;
use crate::text::page::print::sure;
use crate::view::Page;
use crate::view::answer::{advice, premium};
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

/// What there is to say of a last day.
enum Deadline {
    /// Nothing: there is nothing to apply for.
    Nothing,
    /// No day that holds for all; in words.
    InWords(&'static str),
    /// A day, or none that is written.
    Day(Option<Date>),
}

impl Deadline {
    fn of(page: Page<'_>, assessment: &Assessment) -> Self {
        let outcome = page.answer.outcome().unwrap_or(assessment.outcome);
        if assessment.policy.status != Status::Open || (outcome == Outcome::Ineligible && !assessment.is_curable()) {
            return Self::Nothing;
        }
        let head = assessment.calculator.head();
        match (head.always, head.is_claimed) {
            // Where each item has a last day of its own and there is none yet, there is a sentence.
            (false, _) => match assessment.earliest_last_day() {
                None if !head.deadline.is_empty() => Self::InWords(head.deadline),
                last => Self::Day(last),
            },
            (true, true) => Self::InWords(head.deadline),
            (true, false) => Self::Nothing,
        }
    }
}

fn last_day(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    match Deadline::of(page, assessment) {
        Deadline::Nothing => {}
        Deadline::InWords(words) => t.hooked("p", "last-day", "last-day", words),
        Deadline::Day(last) => dated(t, page, assessment, last),
    }
}

/// The last day as a sentence; empty where there is nothing to say of one.
pub(super) fn last_day_in_words(page: Page<'_>, assessment: &Assessment) -> String {
    match Deadline::of(page, assessment) {
        Deadline::Nothing => String::new(),
        Deadline::InWords(words) => words.to_owned(),
        Deadline::Day(last) => {
            let day = last.map_or_else(|| words::NO_LAST_DAY.to_owned(), words::last_day);
            let left = last.and_then(|last| days_left(page, assessment, last)).map(words::days_left);
            [day.as_str(), if left.is_some() { "，" } else { "" }, &left.unwrap_or_default()].concat()
        }
    }
}

/// How many days it is still, where the answer is today's.
fn days_left(page: Page<'_>, assessment: &Assessment, last: Date) -> Option<u32> {
    let left = last.day_number().checked_sub(page.state.today.day_number());
    left.filter(|_| assessment.as_of == page.state.today)
}

/// The last day with how long it is still, and the reminder of it.
fn dated(t: &mut Tree, page: Page<'_>, assessment: &Assessment, last: Option<Date>) {
    t.el("p", "last-day", |t| {
        t.test("last-day");
        t.text(&last.map_or_else(|| words::NO_LAST_DAY.to_owned(), words::last_day));
        if let Some(days) = last.and_then(|last| days_left(page, assessment, last)) {
            t.text(" ");
            t.line("span", "days-left", &words::days_left(days));
        }
    });
}

/// Puts the last day into the phone's calendar.
pub(super) fn reminder(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    t.slot(|t| {
        let Deadline::Day(Some(last)) = Deadline::of(page, assessment) else { return };
        if days_left(page, assessment, last).is_some() && page.browser.can_save() {
            let (name, today) = (calendar::name(last), page.state.today);
            let title = [assessment.policy.title.as_str(), sure(assessment.policy.evidence)].concat();
            let event = calendar::reminder(assessment.policy.id.as_str(), &title, last, today);
            button(t, "quiet", "remind", words::REMIND, listen::saving(page.browser, name, event));
        }
    });
}

/// The one thing to do.
enum Todo {
    /// Back to today.
    Today,
    /// The next question.
    Ask(Need),
    /// What the calculator leads to.
    HasResult,
    /// 失业登记.
    Register,
    /// The hotline.
    Call,
}

impl Todo {
    fn of(page: Page<'_>, assessment: &Assessment) -> Self {
        let open_need = page.answer.needs.iter().find(|need| !page.state.is_done(need.question));
        match (page.answer.outcome().unwrap_or(assessment.outcome), open_need) {
            _ if page.answer.notice.other_year.is_some() => Self::Today,
            (Outcome::Undetermined | Outcome::Eligible, Some(need)) => Self::Ask(*need),
            (Outcome::Eligible, None) => Self::HasResult,
            _ if assessment.is_curable() => Self::Register,
            (Outcome::Undetermined | Outcome::Ineligible | Outcome::Closed, _) => Self::Call,
        }
    }
}

/// Whether the one thing to do is to call.
pub(super) fn is_call(page: Page<'_>, assessment: &Assessment) -> bool {
    matches!(Todo::of(page, assessment), Todo::Call)
}

fn action(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    match Todo::of(page, assessment) {
        Todo::Today => {
            let empty = listen::clicked(page.send, Action::Type(Input::AsOf, String::new()));
            button(t, "primary", "as-of-today", words::BACK_TO_TODAY, empty);
        }
        Todo::Ask(need) => advice::continue_form(t, page, need),
        Todo::HasResult => result(t, page, assessment),
        Todo::Register => on_platform(t, words::register),
        Todo::Call => call(t, "primary", "call", page::CALL),
    }
}

/// The one thing to do as a sentence.
pub(super) fn action_in_words(page: Page<'_>, assessment: &Assessment) -> String {
    match Todo::of(page, assessment) {
        Todo::Today => words::BACK_TO_TODAY.to_owned(),
        Todo::Ask(need) => advice::continue_words(page, need),
        Todo::Register => platform_in_words(words::register),
        Todo::Call => page::CALL.to_owned(),
        Todo::HasResult if assessment.calculator.head().is_claimed => {
            how_to_claim(assessment).map_or_else(|| platform_in_words(words::open_platform), str::to_owned)
        }
        Todo::HasResult => String::new(),
    }
}

/// What a settled answer leads to.
fn result(t: &mut Tree, page: Page<'_>, assessment: &Assessment) {
    match assessment.calculator {
        Calculator::PREMIUM => premium::estimate(t, page, assessment),
        Calculator::SIZE_CLASS => {
            if let Some(size) = assessment.size() {
                let take = listen::clicked(page.send, Action::SuggestSize(size));
                button(t, "primary", "use-size", words::USE_SIZE, take);
            }
        }
        _ => {
            if let Some(how) = how_to_claim(assessment) {
                t.line("p", "", how);
            }
            on_platform(t, words::open_platform);
        }
    }
}

/// Opens the place's platform; where none is known, the hotline says how.
fn on_platform(t: &mut Tree, words: fn(&str) -> String) {
    match &heads().place.platform {
        Some(platform) => leaving(t, "primary", platform.address, &words(platform.short)),
        None => call(t, "primary", "call", page::CALL),
    }
}

fn platform_in_words(words: fn(&str) -> String) -> String {
    let platform = heads().place.platform.as_ref();
    platform.map_or_else(|| page::CALL.to_owned(), |platform| words(platform.short))
}

/// How a refund is claimed, in a line; a worker's button says it all.
fn how_to_claim(assessment: &Assessment) -> Option<&'static str> {
    match assessment.next_steps.first().map(|step| step.id.as_str()) {
        Some("no-application") => Some(words::REFUND_NOW),
        Some("labour-dispatch") => Some(words::DISPATCH_NOW),
        _ => None,
    }
}
