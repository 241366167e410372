//! The questions of 稳岗返还.

use crate::api::entry::MAYBE_IN_WAN;
use crate::api::policies::estimate_month;
use crate::policy::case::{Applicant, CreditListing, SizeClass};
use crate::policy::list::Listed;
use crate::state::{Action, Choice, Input, Question, RefundEdit, RefundForm, Screen};
use crate::text::page::question as words;
use crate::text::words::{applicant as applicant_name, credit_listing, size as size_name};
use crate::view::Page;
use crate::view::part::action::button;
use crate::view::part::choice::{Mark, Row, alone, of_list, unknown, yes_no};
use crate::view::part::field::{TextBox, Typed, input, label, message};
use crate::view::part::listen;
use crate::view::part::tree::Tree;
use crate::view::question::{marks, number};

fn form(page: Page<'_>) -> &RefundForm {
    &page.state.refund
}

/// The year whose premiums and drawers count: the one before the day of application.
pub(super) fn base_year(page: Page<'_>) -> u16 {
    let day = page.answer.request.as_ref().map_or(page.state.today, |request| request.as_of);
    day.year().saturating_sub(1)
}

pub(super) fn applicant(t: &mut Tree, page: Page<'_>) {
    let name = |applicant: Applicant| (applicant.code(), applicant_name(applicant));
    let choose = |choice| Action::Refund(RefundEdit::Applicant(choice));
    let answers = of_list(Applicant::ALL, &form(page).applicant, &name, &choose);
    marks(t, page, Question::Applicant, &words::applicant(), Row::Long, answers);
}

pub(super) fn size(t: &mut Tree, page: Page<'_>) {
    let name = |size: SizeClass| (size.code(), size_name(size));
    let answers = of_list(SizeClass::ALL, &form(page).size, &name, &|choice| Action::Refund(RefundEdit::Size(choice)));
    marks(t, page, Question::Size, &words::size(), Row::Short, answers);
    t.slot(|t| match form(page).suggested_size {
        Some(size) => suggested(t, page, size),
        None => {
            let check = listen::clicked(page.send, Action::Go(Screen::SizeClass));
            button(t, "quiet", "size-check", words::SIZE_CHECK, check);
        }
    });
}

/// A class that the self-check found: it counts once it is confirmed as declared.
fn suggested(t: &mut Tree, page: Page<'_>, size: SizeClass) {
    t.el("div", "notice", |t| {
        t.test("size-suggested");
        t.line("p", "", &words::size_suggested(size_name(size)));
        let confirm = listen::clicked(page.send, Action::Refund(RefundEdit::Size(Choice::Is(size))));
        button(t, "secondary", "size-confirm", &words::size_confirm(size_name(size)), confirm);
    });
}

pub(super) fn average_insured(t: &mut Tree, page: Page<'_>) {
    let by_month = form(page).by_month;
    let (to_months, to_average) = words::BY_MONTH;
    let toggle = listen::clicked(page.send, Action::Refund(RefundEdit::ByMonth(!by_month)));
    t.el("div", "", |t| {
        t.key(if by_month { "months" } else { "average" });
        if by_month {
            twelve_months(t, page);
        } else {
            let asked = words::average_insured(base_year(page));
            number(t, page, Question::AverageInsured, &asked, Input::Average, words::PERSONS);
        }
    });
    button(t, "quiet", "average-insured-by-month", if by_month { to_average } else { to_months }, toggle);
}

fn twelve_months(t: &mut Tree, page: Page<'_>) {
    let id = Question::AverageInsured.id();
    let unsure = form(page).average.unknown;
    t.el("fieldset", "question", |t| {
        t.id(id);
        t.test(id);
        t.reachable();
        t.line("legend", "ask", &words::months(base_year(page)));
        t.el("div", "months", |t| (1..=12).for_each(|month| month_box(t, page, month)));
        message(t, id, id, &page.state.reading(Input::Average));
        alone(t, page.send, id, "", &unknown(unsure, Action::DontKnow(Input::Average, !unsure)));
    });
}

fn month_box(t: &mut Tree, page: Page<'_>, month: u8) {
    let id = format!("{}-month-{month}", Question::AverageInsured.id());
    let asked = words::month(month);
    let typed = Typed::of(page.state, Input::Month(month));
    let text = TextBox { keyboard: "numeric", ..TextBox::new(&id, &id, Input::Month(month), &asked) };
    t.el("div", "month", |t| {
        label(t, "", &id, &asked);
        input(t, &typed, page.send, &text);
        t.el("p", "message is-wrong", |t| {
            t.set_two("id", &id, "message");
            t.text(&typed.error().unwrap_or_default());
        });
    });
}

pub(super) fn benefit_drawers(t: &mut Tree, page: Page<'_>) {
    number(t, page, Question::BenefitDrawers, &words::benefit_drawers(base_year(page)), Input::Drawers, words::PERSONS);
}

pub(super) fn fully_paid_months(t: &mut Tree, page: Page<'_>) {
    number(
        t,
        page,
        Question::FullyPaidMonths,
        &words::fully_paid_months(base_year(page)),
        Input::FullyPaid,
        words::MONTHS,
    );
}

pub(super) fn premium_paid(t: &mut Tree, page: Page<'_>) {
    let asked = words::premium_paid(base_year(page));
    number(t, page, Question::PremiumPaid, &asked, Input::Premium, words::YUAN);
    t.slot(|t| {
        let year = base_year(page);
        match (form(page).is_estimated(), estimate_month(year)) {
            (true, _) => t.hooked("p", "message is-doubt", "premium-estimated", words::PREMIUM_ESTIMATED),
            (false, Some(_)) => {
                let estimate = listen::clicked(page.send, Action::Estimate(year));
                button(t, "quiet", "premium-estimate", words::PREMIUM_ESTIMATE, estimate);
            }
            (false, None) => {}
        }
    });
    t.slot(|t| {
        if page.answer.premium_may_be_in_wan {
            t.hooked("p", "message is-doubt", "premium-in-wan", MAYBE_IN_WAN);
        }
    });
}

pub(super) fn credit_listings(t: &mut Tree, page: Page<'_>) {
    let chosen = &form(page).credit;
    let edit = |choice| Action::Refund(RefundEdit::Credit(choice));
    let toggle = |is_chosen: bool, choice| edit(if is_chosen { Choice::Unanswered } else { choice });
    let on = |listing: &CreditListing| chosen.known().is_some_and(|list| list.contains(listing));
    let mut answers: Vec<_> = CreditListing::ALL
        .iter()
        .map(|listing| Mark {
            code: listing.code(),
            label: credit_listing(*listing),
            checked: on(listing),
            action: Action::Refund(RefundEdit::Listing(*listing, !on(listing))),
        })
        .listed();
    let none = chosen.known().is_some_and(Vec::is_empty);
    answers.push(Mark {
        code: "none",
        label: words::NONE,
        checked: none,
        action: toggle(none, Choice::Is(Vec::new())),
    });
    answers.push(unknown(chosen.is_unknown(), toggle(chosen.is_unknown(), Choice::Unknown)));
    marks(t, page, Question::CreditListings, &words::credit_listings(), Row::Long, answers);
}

pub(super) fn zombie(t: &mut Tree, page: Page<'_>) {
    let answers = yes_no((words::HAVE, words::HAVE_NOT), &form(page).zombie, &|choice| {
        Action::Refund(RefundEdit::Zombie(choice))
    });
    marks(t, page, Question::Zombie, &words::zombie(), Row::Short, answers);
}

pub(super) fn labour_dispatch(t: &mut Tree, page: Page<'_>) {
    let choose = |choice| Action::Refund(RefundEdit::LabourDispatch(choice));
    let answers = yes_no((words::YES, words::NO), &form(page).labour_dispatch, &choose);
    marks(t, page, Question::LabourDispatch, &words::labour_dispatch(), Row::Short, answers);
}

pub(super) fn corporate_account(t: &mut Tree, page: Page<'_>) {
    let choose = |choice| Action::Refund(RefundEdit::CorporateAccount(choice));
    let answers = yes_no((words::HAVE, words::HAVE_NOT), &form(page).corporate_account, &choose);
    marks(t, page, Question::CorporateAccount, &words::corporate_account(), Row::Short, answers);
}
