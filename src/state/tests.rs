//! The form's state machine, without a browser.

mod alone;
mod any;
mod asked_with;
mod carriers;
mod cases;
mod declared;
mod flow;
mod guide;
mod jointly;
mod link;
mod order;
mod paste;
mod paths;
mod promote;
mod rows;
mod site;
mod snapshot;
mod step;
mod typing;
mod undo;
mod wrong;

use super::*;
use crate::api::answer::Calculator;
use crate::api::case::FactValue;
use crate::api::fold::fold;
use crate::policy::case::SizeClass;

/// A day in the 2024 round.
const IN_2024: Date = Date::new(2024, 9, 1);

/// The question of a fact, `refund.size`.
fn q(name: &str) -> Question {
    let (of, fact) = name.split_once('.').unwrap();
    Question::named(Calculator::of_code(of).unwrap(), fact).unwrap_or_else(|| panic!("{name}"))
}

/// The box of a fact.
fn i(name: &str) -> Input {
    Input::Of(q(name).into())
}

/// The box of a month of the average.
fn month(number: u8) -> Input {
    Input::Month(q("refund.averageInsured"), number)
}

/// A field of a row.
fn cell(list: &str, key: u32, name: &str) -> Input {
    let list = q(list);
    let (place, _) = list.fields().find(|(_, field)| field.id == name).unwrap();
    Input::Of(list.cell(key, place))
}

/// A field of a certificate.
fn held(key: u32, name: &str) -> Input {
    cell("skill-subsidy.certificates", key, name)
}

/// A field of a subsidy received.
fn had(key: u32, name: &str) -> Input {
    cell("skill-subsidy.received", key, name)
}

fn edit(input: Input, edit: Edit) -> Action {
    match input {
        Input::Of(subject) => Action::Answer(subject, edit),
        other => panic!("{other:?} is no fact"),
    }
}

fn pick(name: &str, option: &str) -> Action {
    Action::pick(q(name), option)
}

fn unsure(name: &str) -> Action {
    unsure_in(i(name))
}

fn none(name: &str) -> Action {
    edit(i(name), Edit::Pick(Choice::Is(vec![])))
}

fn pick_in(input: Input, option: &str) -> Action {
    edit(input, Edit::Pick(Choice::Is(vec![option.to_owned()])))
}

fn unsure_in(input: Input) -> Action {
    edit(input, Edit::Pick(Choice::Unknown))
}

fn add(list: &str) -> Action {
    edit(i(list), Edit::AddRow)
}

fn remove(list: &str, key: u32) -> Action {
    edit(i(list), Edit::RemoveRow(key))
}

fn by_month(is: bool) -> Action {
    edit(i("refund.averageInsured"), Edit::ByMonth(is))
}

/// What is picked for a fact.
fn picked<'a>(state: &'a State, name: &str) -> Option<&'a str> {
    state.picked(q(name).into()).one()
}

/// A page with one screen open, on which actions follow each other.
struct Page(State);

impl Page {
    fn open(screen: Screen) -> Self {
        Self::on(IN_2024, screen)
    }

    fn on(today: Date, screen: Screen) -> Self {
        Self(State::new(today)).then(Action::Navigate(screen))
    }

    fn then(self, action: Action) -> Self {
        Self(reduce(&self.0, action))
    }

    /// The same page after one more action.
    fn clone_with(&self, action: Action) -> Self {
        Self(reduce(&self.0, action))
    }

    fn typed(self, input: Input, text: &str) -> Self {
        self.then(Action::Type(input, text.to_owned()))
    }

    fn answer(&self) -> Answer {
        self.0.answer(fold).unwrap()
    }

    fn assessment(&self) -> crate::api::Assessment {
        self.answer().assessment.unwrap()
    }

    fn on_screen(&self) -> Vec<Question> {
        self.answer().groups.into_iter().flat_map(|group| group.questions).collect()
    }

    fn needs(&self) -> Vec<Question> {
        self.answer().needs.into_iter().map(|need| need.question).collect()
    }

    fn text(&self, input: Input) -> &str {
        &self.0.field(input).unwrap().text
    }

    fn certificates(&self) -> Vec<RowForm> {
        self.rows("skill-subsidy.certificates")
    }

    fn received(&self) -> Vec<RowForm> {
        self.rows("skill-subsidy.received")
    }

    fn rows(&self, list: &str) -> Vec<RowForm> {
        self.0.rows(q(list)).into_owned().rows
    }

    fn error(&self, input: Input) -> Option<String> {
        self.0.reading(input).error()
    }

    /// A small enterprise that may have it all, up to the credit questions.
    fn employer() -> Self {
        Self::employer_on(IN_2024)
    }

    fn employer_on(today: Date) -> Self {
        Self::on(today, Screen::Of(Calculator::REFUND))
            .then(pick("refund.applicant", "enterprise"))
            .then(pick("refund.size", "small"))
            .typed(i("refund.averageInsured"), "120")
            .typed(i("refund.benefitDrawers"), "0")
            .typed(i("refund.fullyPaidMonths"), "12")
            .typed(i("refund.premiumPaid"), "5万")
    }

    /// An employee of an enterprise, insured for 14 months.
    fn worker() -> Self {
        Self::open(Screen::Of(Calculator::SKILL_SUBSIDY))
            .then(pick("skill-subsidy.person", "enterprise-employee"))
            .typed(i("skill-subsidy.insuredMonths"), "14")
    }

    /// Fills in a certificate of 四级 issued on 10 March 2024.
    fn certificate(self, key: u32, occupation: &str) -> Self {
        self.typed(held(key, "occupation"), occupation).nameless(key)
    }

    /// The same without its occupation.
    fn nameless(self, key: u32) -> Self {
        self.then(pick_in(held(key, "level"), &4.to_string()))
            .then(pick_in(held(key, "kind"), "skill-level"))
            .typed(held(key, "issuedOn"), "2024年3月10日")
    }
}

/// The value of a fact on the page.
fn fact_value(page: &Page, name: &str) -> Option<FactValue> {
    let question = q(name);
    let facts = page.0.facts(question.of, fold);
    facts.into_iter().find(|(known, _)| *known == question.name()).and_then(|(_, value)| value)
}
