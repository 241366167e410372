//! A step that is left: with something wrong in it, or with nothing in it.

use crate::state::edit::fill::edit_field;
use crate::state::field::{Choice, Input};
use crate::state::question::Question;
use crate::state::{State, Step};

impl State {
    /// Whether something stands in a box of the step that cannot be read.
    #[must_use]
    pub fn is_wrong_at(&self, step: Step) -> bool {
        let is_wrong = |input: &Input| self.reading(*input).error().is_some();
        match step {
            Step::Day => is_wrong(&Input::AsOf),
            Step::Ask(question) => input_of(question).iter().any(is_wrong),
            Step::Certificate(key) => [Input::Occupation(key), Input::IssuedOn(key)].iter().any(is_wrong),
            Step::Received(key) => [Input::ReceivedOccupation(key), Input::ReceivedOn(key)].iter().any(is_wrong),
            Step::Answer => false,
        }
    }

    /// Whether the step is left as it came: 下一步 says 不清楚 then.
    #[must_use]
    pub fn is_passed_over(&self, step: Step) -> bool {
        matches!(step, Step::Ask(question) if !self.is_touched(question) && !is_optional(question))
    }

    /// Answers a question that is passed over with 不清楚: the form goes on to what it opens, and says so when somebody
    /// comes back. A certificate has no such answer; an empty box that may stay empty is an answer already.
    pub(super) fn pass(&mut self, step: Step) {
        let Step::Ask(question) = step else { return };
        if !self.is_passed_over(step) {
            return;
        }
        if let Some(input) = input_of(question) {
            edit_field(self, input, |field| field.set_unknown(true));
        }
        match question {
            Question::Applicant => self.refund.applicant = Choice::Unknown,
            Question::Size => self.refund.size = Choice::Unknown,
            Question::CreditListings => self.refund.credit = Choice::Unknown,
            Question::Zombie => self.refund.zombie = Choice::Unknown,
            Question::LabourDispatch => self.refund.labour_dispatch = Choice::Unknown,
            Question::CorporateAccount => self.refund.corporate_account = Choice::Unknown,
            Question::Person => self.skill.person = Choice::Unknown,
            Question::Received => self.skill.has_received = Choice::Unknown,
            Question::Region => self.benefit.region = Choice::Unknown,
            Question::Separation => self.benefit.separation = Choice::Unknown,
            Question::Registered => self.benefit.registered = Choice::Unknown,
            Question::Reemployed => self.benefit.reemployed = Choice::Unknown,
            Question::Industry => self.size.industry = Choice::Unknown,
            // Boxes, and the certificates.
            _ => {}
        }
    }
}

/// A box that may stay empty: what holds then stands in its hint.
const fn is_optional(question: Question) -> bool {
    matches!(
        question,
        Question::WageMonth | Question::Headcount | Question::WageMonths | Question::FirstMonth | Question::Unused
    )
}

/// The box of a question, where it has one. Twelve monthly boxes are read as the average.
const fn input_of(question: Question) -> Option<Input> {
    match question {
        Question::AverageInsured => Some(Input::Average),
        Question::BenefitDrawers => Some(Input::Drawers),
        Question::FullyPaidMonths => Some(Input::FullyPaid),
        Question::PremiumPaid => Some(Input::Premium),
        Question::InsuredMonths => Some(Input::InsuredMonths),
        Question::Wage => Some(Input::Wage),
        Question::WageMonth => Some(Input::WageMonth),
        Question::Headcount => Some(Input::Headcount),
        Question::WageMonths => Some(Input::WageMonths),
        Question::BenefitInsured => Some(Input::BenefitInsured),
        Question::FirstMonth => Some(Input::FirstMonth),
        Question::Unused => Some(Input::Unused),
        Question::Employees => Some(Input::Employees),
        Question::Revenue => Some(Input::Revenue),
        Question::Assets => Some(Input::Assets),
        Question::Applicant
        | Question::Size
        | Question::CreditListings
        | Question::Zombie
        | Question::LabourDispatch
        | Question::CorporateAccount
        | Question::Person
        | Question::Certificates
        | Question::Received
        | Question::Region
        | Question::Separation
        | Question::Registered
        | Question::Reemployed
        | Question::Industry => None,
    }
}
