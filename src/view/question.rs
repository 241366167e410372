//! The questions on the screen, in their groups.

use yew::{Html, html};

use crate::state::{Group, GroupName, Input, Question};
use crate::text::page::question::{Asked, group};
use crate::view::part::choice::{Mark, Marks, Row, choice};
use crate::view::part::field::{TextBox, text_box};
use crate::view::{Page, refund, skill_subsidy};

/// The form: only the questions that matter now.
pub(super) fn groups(page: Page<'_>) -> Html {
    html! {
        <div class="groups">
            { for page.answer.groups.iter().map(|group| one_group(page, group)) }
        </div>
    }
}

fn one_group(page: Page<'_>, group: &Group) -> Html {
    html! {
        <section class="group" key={group_name(group.name)}>
            <h2 class="group-name">{ group_name(group.name) }</h2>
            { for group.questions.iter().map(|question| one(page, *question)) }
        </section>
    }
}

fn one(page: Page<'_>, question: Question) -> Html {
    html! {
        <div class="one" key={question.id()}>
            { asked(page, question) }
        </div>
    }
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
    }
}

fn asked(page: Page<'_>, question: Question) -> Html {
    match question {
        Question::Applicant => refund::applicant(page),
        Question::Size => refund::size(page),
        Question::AverageInsured => refund::average_insured(page),
        Question::BenefitDrawers => refund::benefit_drawers(page),
        Question::FullyPaidMonths => refund::fully_paid_months(page),
        Question::PremiumPaid => refund::premium_paid(page),
        Question::CreditListings => refund::credit_listings(page),
        Question::Zombie => refund::zombie(page),
        Question::LabourDispatch => refund::labour_dispatch(page),
        Question::CorporateAccount => refund::corporate_account(page),
        Question::Person => skill_subsidy::person(page),
        Question::InsuredMonths => skill_subsidy::insured_months(page),
        Question::Certificates => skill_subsidy::certificates(page),
        Question::Received => skill_subsidy::received(page),
    }
}

/// A question with a few answers.
pub(super) fn marks(page: Page<'_>, question: Question, asked: &Asked, row: Row, marks: Vec<Mark>) -> Html {
    let id = question.id();
    let kind = if question == Question::CreditListings { "checkbox" } else { "radio" };
    choice(page.send, &Marks { id: id.into(), test: id.into(), asked, kind, row, marks })
}

/// A question with a box for a number.
pub(super) fn number(page: Page<'_>, question: Question, asked: &Asked, input: Input, unit: &'static str) -> Html {
    let id = question.id();
    let keyboard = match input {
        Input::Premium | Input::Average => "decimal",
        _ => "numeric",
    };
    let (id, test) = (id.into(), id.into());
    text_box(page, &TextBox { id, test, input, asked, keyboard, unit, unknown: true, list: None, empty: None })
}
