//! The form's state machine, without a browser.

mod any;
mod carriers;
mod cases;
mod flow;
mod guide;
mod keep;
mod link;
mod order;
mod paste;
mod paths;
mod promote;
mod rows;
mod site;
mod step;

mod typing;
mod undo;
mod wrong;

use super::*;
use crate::api::case::{FactValue, Named};
use crate::api::fold::fold;
use crate::policy::case::{Applicant, CertificateKind, CreditListing, Level, SizeClass};

/// A day in the 2024 round.
const IN_2024: Date = Date::new(2024, 9, 1);

/// A page with one screen open, on which actions follow each other.
struct Page(State);

impl Page {
    fn open(screen: Screen) -> Self {
        Self::on(IN_2024, screen)
    }

    fn on(today: Date, screen: Screen) -> Self {
        Self(State::new(today)).then(Action::Go(screen))
    }

    fn then(self, action: Action) -> Self {
        Self(reduce(&self.0, action))
    }

    fn typed(self, input: Input, text: &str) -> Self {
        self.then(Action::Type(input, text.to_owned()))
    }

    fn refund(self, edit: RefundEdit) -> Self {
        self.then(Action::Refund(edit))
    }

    fn skill(self, edit: SkillEdit) -> Self {
        self.then(Action::Skill(edit))
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

    fn error(&self, input: Input) -> Option<String> {
        self.0.reading(input).error()
    }

    /// A small enterprise that may have it all, up to the credit questions.
    fn employer() -> Self {
        Self::employer_on(IN_2024)
    }

    fn employer_on(today: Date) -> Self {
        Self::on(today, Screen::Refund)
            .refund(RefundEdit::Applicant(Choice::Is(Applicant::Enterprise)))
            .refund(RefundEdit::Size(Choice::Is(SizeClass::Small)))
            .typed(Input::Average, "120")
            .typed(Input::Drawers, "0")
            .typed(Input::FullyPaid, "12")
            .typed(Input::Premium, "5万")
    }

    /// An employee of an enterprise, insured for 14 months.
    fn worker() -> Self {
        Self::open(Screen::SkillSubsidy)
            .skill(SkillEdit::Person(Choice::Is(Person::EnterpriseEmployee)))
            .typed(Input::InsuredMonths, "14")
    }

    /// Fills in a certificate of 四级 issued on 10 March 2024.
    fn certificate(self, key: u32, occupation: &str) -> Self {
        self.typed(Input::Occupation(key), occupation)
            .skill(SkillEdit::Level(key, Choice::Is(level(4))))
            .skill(SkillEdit::Kind(key, Choice::Is(CertificateKind::SkillLevel)))
            .typed(Input::IssuedOn(key), "2024年3月10日")
    }
}

/// What a form says of a fact, which it must have.
fn told(facts: &[Named], name: &str) -> Option<FactValue> {
    facts.iter().find(|(known, _)| *known == name).unwrap().1.clone()
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}
