//! The questions on the screen, in their groups.

use crate::state::{GroupName, Input, Question};
use crate::text::page::question::{Asked, group};
use crate::view::opening::Stage;
use crate::view::part::choice::{Mark, Marks, Row, choice};
use crate::view::part::field::{TextBox, text_box};
use crate::view::part::tree::Tree;
use crate::view::{Page, benefit, premium, refund, size_class, skill_subsidy};

/// What is drawn of the form: only the questions that matter now.
pub(super) fn groups(t: &mut Tree, page: Page<'_>, stage: Stage) {
    let groups = &page.answer.groups;
    let count = match stage {
        Stage::Nothing | Stage::Around => 0,
        Stage::HalfForm => groups.len().div_ceil(2),
        Stage::Form | Stage::Verdict | Stage::Reasons | Stage::Whole => groups.len(),
    };
    t.el("div", "groups", |t| {
        for group in groups.iter().take(count) {
            let is_folded = |question: &Question| page.state.is_basis_folded() && page.state.is_said(*question);
            let is_here = |question: &&Question| !is_folded(question) && group.name != GroupName::Payment;
            let mut asked = group.questions.iter().filter(is_here).peekable();
            if asked.peek().is_none() {
                continue;
            }
            let name = group_name(group.name);
            t.el("section", "group", |t| {
                t.key(name);
                t.line("h2", "group-name", name);
                t.slot(|t| asked.for_each(|question| one(t, page, *question)));
            });
        }
    });
}

/// The questions that change nothing but what to do next: they stand where that is told.
pub(super) fn of_next_steps(t: &mut Tree, page: Page<'_>) {
    let payment = page.answer.groups.iter().find(|group| group.name == GroupName::Payment);
    t.slot(|t| payment.iter().flat_map(|group| &group.questions).for_each(|question| one(t, page, *question)));
}

/// The question whether a subsidy was received, without the rows that tell which.
pub(super) fn received_alone(t: &mut Tree, page: Page<'_>) {
    skill_subsidy::has_received(t, page);
}

/// A question.
pub(super) fn one(t: &mut Tree, page: Page<'_>, question: Question) {
    t.el("div", "one", |t| {
        t.key(question.id());
        asked(t, page, question);
    });
}

const fn group_name(name: GroupName) -> &'static str {
    match name {
        GroupName::Employer => group::EMPLOYER,
        GroupName::Headcount => group::HEADCOUNT,
        GroupName::Premium => group::PREMIUM,
        GroupName::Credit => group::CREDIT,
        GroupName::Payment => group::PAYMENT,
        GroupName::Person => group::PERSON,
        GroupName::Certificates => group::CERTIFICATES,
        GroupName::Received => group::RECEIVED,
        GroupName::Wage => group::WAGE,
        GroupName::Persons => group::PERSONS,
        GroupName::Region => group::REGION,
        GroupName::Separation => group::SEPARATION,
        GroupName::Claim => group::CLAIM,
        GroupName::Industry => group::INDUSTRY,
        GroupName::Scale => group::SCALE,
    }
}

fn asked(t: &mut Tree, page: Page<'_>, question: Question) {
    match question {
        Question::Applicant => refund::applicant(t, page),
        Question::Size => refund::size(t, page),
        Question::AverageInsured => refund::average_insured(t, page),
        Question::BenefitDrawers => refund::benefit_drawers(t, page),
        Question::FullyPaidMonths => refund::fully_paid_months(t, page),
        Question::PremiumPaid => refund::premium_paid(t, page),
        Question::CreditListings => refund::credit_listings(t, page),
        Question::Zombie => refund::zombie(t, page),
        Question::LabourDispatch => refund::labour_dispatch(t, page),
        Question::CorporateAccount => refund::corporate_account(t, page),
        Question::Person => skill_subsidy::person(t, page),
        Question::InsuredMonths => skill_subsidy::insured_months(t, page),
        Question::Certificates => skill_subsidy::certificates(t, page),
        Question::Received => skill_subsidy::received(t, page),
        Question::Wage => premium::wage(t, page),
        Question::WageMonth => premium::month(t, page),
        Question::Headcount => premium::headcount(t, page),
        Question::WageMonths => premium::months(t, page),
        Question::Region => benefit::region(t, page),
        Question::BenefitInsured => benefit::insured_months(t, page),
        Question::Separation => benefit::separation(t, page),
        Question::Registered => benefit::registered(t, page),
        Question::FirstMonth => benefit::first_month(t, page),
        Question::Unused => benefit::unused(t, page),
        Question::Reemployed => benefit::reemployed(t, page),
        Question::Industry => size_class::industry(t, page),
        Question::Employees => size_class::employees(t, page),
        Question::Revenue => size_class::revenue(t, page),
        Question::Assets => size_class::assets(t, page),
    }
}

/// A question with a few answers.
pub(super) fn marks(t: &mut Tree, page: Page<'_>, question: Question, asked: &Asked, row: Row, marks: Vec<Mark>) {
    let id = question.id();
    let kind = if question == Question::CreditListings { "checkbox" } else { "radio" };
    choice(t, page.send, &Marks { id, test: id, asked, kind, row, marks });
}

/// A question with a box for a number.
pub(super) fn number(
    t: &mut Tree,
    page: Page<'_>,
    question: Question,
    asked: &Asked,
    input: Input,
    unit: &'static str,
) {
    let id = question.id();
    let keyboard = match input {
        Input::Premium | Input::Average | Input::Wage | Input::Revenue | Input::Assets => "decimal",
        _ => "numeric",
    };
    text_box(t, page, &TextBox { keyboard, unit, ..TextBox::new(id, id, input, asked) });
}
