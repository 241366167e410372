//! The questions of 稳岗返还.

use yew::{Html, html};

use crate::api::entry::MAYBE_IN_WAN;
use crate::policy::case::{Applicant, CreditListing, SizeClass};
use crate::state::{Action, Choice, Input, Question, RefundEdit, RefundForm};
use crate::text::page::question as words;
use crate::text::words::{applicant as applicant_name, credit_listing, size as size_name};
use crate::view::Page;
use crate::view::part::choice::{Mark, Row, alone, of_list, unknown, yes_no};
use crate::view::part::field::{TextBox, input, message};
use crate::view::part::listen;
use crate::view::question::{marks, number};

fn form(page: Page<'_>) -> &RefundForm {
    &page.state.refund
}

/// The year whose premiums and drawers count: the one before the day of application.
fn base_year(page: Page<'_>) -> u16 {
    let day = page.answer.request.as_ref().map_or(page.state.today, |request| request.as_of);
    day.year().saturating_sub(1)
}

pub(super) fn applicant(page: Page<'_>) -> Html {
    let name = |applicant: Applicant| (applicant.code(), applicant_name(applicant));
    let choose = |choice| Action::Refund(RefundEdit::Applicant(choice));
    let answers = of_list(Applicant::ALL, &form(page).applicant, name, &choose);
    marks(page, Question::Applicant, &words::applicant(), Row::Long, answers)
}

pub(super) fn size(page: Page<'_>) -> Html {
    let name = |size: SizeClass| (size.code(), size_name(size));
    let answers = of_list(SizeClass::ALL, &form(page).size, name, &|choice| Action::Refund(RefundEdit::Size(choice)));
    marks(page, Question::Size, &words::size(), Row::Short, answers)
}

pub(super) fn average_insured(page: Page<'_>) -> Html {
    let by_month = form(page).by_month;
    let (to_months, to_average) = words::BY_MONTH;
    let toggle = Action::Refund(RefundEdit::ByMonth(!by_month));
    html! {
        <>
            if by_month {
                { twelve_months(page) }
            } else {
                { number(page, Question::AverageInsured, &words::average_insured(base_year(page)), Input::Average, words::PERSONS) }
            }
            <button type="button" class="quiet" data-test="average-insured-by-month" aria-pressed={by_month.to_string()}
                onclick={listen::clicked(page.send, toggle)}>
                { if by_month { to_average } else { to_months } }
            </button>
        </>
    }
}

fn twelve_months(page: Page<'_>) -> Html {
    let (id, asked) = (Question::AverageInsured.id(), words::average_insured(base_year(page)));
    let reading = page.state.reading(Input::Average);
    let unsure = form(page).average.unknown;
    let dont_know = unknown(unsure, Action::DontKnow(Input::Average, !unsure));
    html! {
        <fieldset class="question" {id} data-test={id} tabindex="-1">
            <legend class="ask">{ words::months(base_year(page)) }</legend>
            <p class="hint">{ asked.hint }</p>
            <div class="months">
                { for (1..=12).map(|month| month_box(page, month)) }
            </div>
            { message(id, id, &reading) }
            { alone(page.send, id, &dont_know) }
        </fieldset>
    }
}

fn month_box(page: Page<'_>, month: u8) -> Html {
    let id = format!("{}-month-{month}", Question::AverageInsured.id());
    let asked = words::Asked { ask: words::month(month), hint: "" };
    let reading = page.state.reading(Input::Month(month));
    let input_id = format!("{id}-input");
    let text = TextBox {
        id: id.clone().into(),
        test: id.clone().into(),
        input: Input::Month(month),
        asked: &asked,
        keyboard: "numeric",
        unit: "",
        unknown: false,
        list: None,
        empty: None,
    };
    html! {
        <div class="month" key={month}>
            <label for={input_id}>{ &asked.ask }</label>
            { input(page, &text, reading.error().is_some()) }
            if let Some(error) = reading.error() {
                <p class="message is-wrong" id={format!("{id}-message")}>{ error }</p>
            }
        </div>
    }
}

pub(super) fn benefit_drawers(page: Page<'_>) -> Html {
    number(page, Question::BenefitDrawers, &words::benefit_drawers(base_year(page)), Input::Drawers, words::PERSONS)
}

pub(super) fn fully_paid_months(page: Page<'_>) -> Html {
    number(page, Question::FullyPaidMonths, &words::fully_paid_months(base_year(page)), Input::FullyPaid, words::MONTHS)
}

pub(super) fn premium_paid(page: Page<'_>) -> Html {
    html! {
        <>
            { number(page, Question::PremiumPaid, &words::premium_paid(base_year(page)), Input::Premium, words::YUAN) }
            if page.answer.premium_may_be_in_wan {
                <p class="message is-doubt" data-test="premium-in-wan">{ MAYBE_IN_WAN }</p>
            }
        </>
    }
}

pub(super) fn credit_listings(page: Page<'_>) -> Html {
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
        .collect();
    let none = chosen.known().is_some_and(Vec::is_empty);
    answers.push(Mark {
        code: "none",
        label: words::NONE,
        checked: none,
        action: toggle(none, Choice::Is(Vec::new())),
    });
    answers.push(unknown(chosen.is_unknown(), toggle(chosen.is_unknown(), Choice::Unknown)));
    marks(page, Question::CreditListings, &words::credit_listings(), Row::Long, answers)
}

pub(super) fn zombie(page: Page<'_>) -> Html {
    let answers = yes_no((words::HAVE, words::HAVE_NOT), &form(page).zombie, &|choice| {
        Action::Refund(RefundEdit::Zombie(choice))
    });
    marks(page, Question::Zombie, &words::zombie(), Row::Short, answers)
}

pub(super) fn labour_dispatch(page: Page<'_>) -> Html {
    let choose = |choice| Action::Refund(RefundEdit::LabourDispatch(choice));
    let answers = yes_no((words::YES, words::NO), &form(page).labour_dispatch, &choose);
    marks(page, Question::LabourDispatch, &words::labour_dispatch(), Row::Short, answers)
}

pub(super) fn corporate_account(page: Page<'_>) -> Html {
    let choose = |choice| Action::Refund(RefundEdit::CorporateAccount(choice));
    let answers = yes_no((words::HAVE, words::HAVE_NOT), &form(page).corporate_account, &choose);
    marks(page, Question::CorporateAccount, &words::corporate_account(), Row::Short, answers)
}
