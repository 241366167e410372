//! What was asked and answered, in plain words.

use crate::policy::list::Listed;
use crate::state::{CertificateForm, Choice, Field, Input, Place, Question, Reading, ReceivedForm, State};
use crate::text::page::print;
use crate::text::page::question::{self as words, Asked};
use crate::text::words as names;
use crate::view::{Page, refund};

/// A question and its answer.
pub(super) type Told = (String, String);

/// Every question on the screen with its answer, in the order of the form.
pub(super) fn all(page: Page<'_>) -> Vec<Told> {
    let questions = page.answer.groups.iter().flat_map(|group| &group.questions);
    questions.flat_map(|question| one(page, *question)).listed()
}

fn one(page: Page<'_>, question: Question) -> Vec<Told> {
    let (state, year) = (page.state, refund::base_year(page));
    let (firm, skill, benefit) = (&state.refund, &state.skill, &state.benefit);
    let (asked, answer): (Asked, String) = match question {
        Question::Applicant => (words::applicant(), picked(&firm.applicant, |one| names::applicant(*one))),
        Question::Size => (words::size(), picked(&firm.size, |one| names::size(*one))),
        Question::AverageInsured => (words::average_insured(year), average(state)),
        Question::BenefitDrawers => (words::benefit_drawers(year), typed(state, Input::Drawers)),
        Question::FullyPaidMonths => (words::fully_paid_months(year), typed(state, Input::FullyPaid)),
        Question::PremiumPaid => (words::premium_paid(year), premium(state)),
        Question::CreditListings => (words::credit_listings(), listings(state)),
        Question::Zombie => (words::zombie(), yes_no(&firm.zombie, (words::HAVE, words::HAVE_NOT))),
        Question::LabourDispatch => (words::labour_dispatch(), yes_no(&firm.labour_dispatch, (words::YES, words::NO))),
        Question::CorporateAccount => {
            (words::corporate_account(), yes_no(&firm.corporate_account, (words::HAVE, words::HAVE_NOT)))
        }
        Question::Person => (words::person(), picked(&skill.person, |one| names::person(*one))),
        Question::InsuredMonths => (words::insured_months(), typed(state, Input::InsuredMonths)),
        Question::Certificates => return skill.certificates.iter().enumerate().map(|one| held(page, one)).listed(),
        Question::Received => return received(page),
        Question::Wage => (words::wage(), typed(state, Input::Wage)),
        Question::WageMonth => (words::wage_month(), typed(state, Input::WageMonth)),
        Question::Headcount => (words::headcount(), typed(state, Input::Headcount)),
        Question::WageMonths => (words::wage_months(), typed(state, Input::WageMonths)),
        Question::Region => (words::region(), picked(&benefit.region, place)),
        Question::BenefitInsured => (words::benefit_insured(), typed(state, Input::BenefitInsured)),
        Question::Separation => (words::separation(), picked(&benefit.separation, |one| names::separation(*one))),
        Question::Registered => (words::registered(), yes_no(&benefit.registered, (words::DONE, words::NOT_DONE))),
        Question::FirstMonth => (words::first_month(), typed(state, Input::FirstMonth)),
        Question::Unused => (words::unused(), typed(state, Input::Unused)),
        Question::Reemployed => (words::reemployed(), yes_no(&benefit.reemployed, (words::YES, words::NO))),
        Question::Industry => (words::industry(), picked(&state.size.industry, |industry| industry.name)),
        Question::Employees => (words::employees(), typed(state, Input::Employees)),
        Question::Revenue => (words::revenue(), typed(state, Input::Revenue)),
        Question::Assets => (words::assets(), typed(state, Input::Assets)),
    };
    vec![(asked.ask, answer)]
}

/// What is understood of a box; what people wrote where it is free text.
fn typed(state: &State, input: Input) -> String {
    match state.reading(input) {
        Reading::Empty => print::EMPTY.to_owned(),
        Reading::Unknown => words::UNKNOWN.to_owned(),
        Reading::RefusedIdentity | Reading::Wrong(_) => print::UNREADABLE.to_owned(),
        Reading::Understood(text) if text.is_empty() => {
            state.field(input).map(|field| field.text.trim().to_owned()).unwrap_or_default()
        }
        Reading::Understood(text) => text,
    }
}

/// The average; with the twelve months where those were typed.
fn average(state: &State) -> String {
    let average = typed(state, Input::Average);
    let form = &state.refund;
    if !form.by_month || form.average.unknown {
        return average;
    }
    let shown = |field: &Field| if field.is_blank() { print::EMPTY.to_owned() } else { field.text.trim().to_owned() };
    let months: Vec<String> = form.months.iter().map(shown).listed();
    print::by_month(&average, &months.join(print::AND))
}

/// The premium; an estimate is called one.
fn premium(state: &State) -> String {
    let premium = typed(state, Input::Premium);
    if state.refund.is_estimated() { print::estimated(&premium) } else { premium }
}

fn picked<T>(choice: &Choice<T>, name: impl Fn(&T) -> &'static str) -> String {
    match choice {
        Choice::Unanswered => print::EMPTY,
        Choice::Unknown => words::UNKNOWN,
        Choice::Is(value) => name(value),
    }
    .to_owned()
}

fn yes_no(choice: &Choice<bool>, (yes, no): (&'static str, &'static str)) -> String {
    picked(choice, |is| if *is { yes } else { no })
}

const fn place(place: &Place) -> &'static str {
    match place {
        Place::In(region) => region.name,
        Place::Elsewhere => words::ELSEWHERE,
    }
}

fn listings(state: &State) -> String {
    match &state.refund.credit {
        Choice::Is(list) if list.is_empty() => words::NONE.to_owned(),
        Choice::Is(list) => list.iter().map(|one| names::credit_listing(*one)).collect::<Vec<_>>().join(print::AND),
        Choice::Unanswered => print::EMPTY.to_owned(),
        Choice::Unknown => words::UNKNOWN.to_owned(),
    }
}

/// A certificate in a line.
fn held(page: Page<'_>, (index, row): (usize, &CertificateForm)) -> Told {
    let (state, key) = (page.state, row.key);
    let mut parts = vec![
        typed(state, Input::Occupation(key)),
        picked(&row.level, |level| names::level(*level)),
        picked(&row.kind, |kind| names::certificate_kind(*kind)),
        labelled(&words::issued_on(), &typed(state, Input::IssuedOn(key))),
    ];
    if row.training_subsidy.is_done() {
        let had = yes_no(&row.training_subsidy, (words::RECEIVED, words::NOT_RECEIVED));
        parts.push(labelled(&words::training_subsidy(), &had));
    }
    if page.answer.asks_urgent && row.urgent.is_done() {
        parts.push(labelled(&words::urgent(), &yes_no(&row.urgent, (words::YES, words::NO))));
    }
    (words::certificate_number(index + 1), parts.join(print::COMMA))
}

/// Whether a subsidy was received, and which.
fn received(page: Page<'_>) -> Vec<Told> {
    let (state, form) = (page.state, &page.state.skill);
    let has = yes_no(&form.has_received, (words::RECEIVED, words::NOT_RECEIVED));
    let one = |(index, row): (usize, &ReceivedForm)| {
        let parts = [
            typed(state, Input::ReceivedOccupation(row.key)),
            picked(&row.level, |level| names::level(*level)),
            labelled(&words::received_on(), &typed(state, Input::ReceivedOn(row.key))),
        ];
        (words::received_number(index + 1), parts.join(print::COMMA))
    };
    let rows = form.received.iter().enumerate().filter(|_| form.has_received == Choice::Is(true)).map(one);
    [(words::received().ask, has)].into_iter().chain(rows).listed()
}

fn labelled(asked: &Asked, answer: &str) -> String {
    [&asked.ask, "：", answer].concat()
}
