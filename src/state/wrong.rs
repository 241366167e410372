//! What is wrong on the screen, all in one list.

use crate::state::field::Input;
use crate::state::question::{Group, Question};
use crate::state::{Screen, State};

/// A box on the screen with something wrong in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// The box.
    pub input: Input,
    /// The question that it answers; `None` for the day of application.
    pub question: Option<Question>,
    /// What to do, as it stands beside the box.
    pub sentence: String,
}

impl State {
    /// The boxes with something wrong in them, from top to bottom, of the questions that are on the screen.
    #[must_use]
    pub fn wrong(&self, groups: &[Group]) -> Vec<Wrong> {
        let day = self.screen.asks_day().then_some((None, Input::AsOf));
        let questions = groups.iter().flat_map(|group| &group.questions);
        let boxes =
            questions.flat_map(|question| self.boxes(*question).into_iter().map(|input| (Some(*question), input)));
        day.into_iter()
            .chain(boxes)
            .filter_map(|(question, input)| {
                self.reading(input).error().map(|sentence| Wrong { input, question, sentence })
            })
            .collect()
    }

    /// The boxes of a question; none where marks answer it.
    fn boxes(&self, question: Question) -> Vec<Input> {
        match question {
            Question::AverageInsured if self.refund.by_month => {
                (1..=12).map(Input::Month).chain([Input::Average]).collect()
            }
            Question::Certificates => self.skill.certificates.iter().map(|row| Input::IssuedOn(row.key)).collect(),
            Question::Received if self.screen == Screen::SkillSubsidy => {
                self.skill.received.iter().map(|row| Input::ReceivedOn(row.key)).collect()
            }
            _ => question.input().into_iter().collect(),
        }
    }
}

impl Question {
    /// The one box that answers it; `None` where marks or rows do.
    #[must_use]
    pub const fn input(self) -> Option<Input> {
        Some(match self {
            Self::AverageInsured => Input::Average,
            Self::BenefitDrawers => Input::Drawers,
            Self::FullyPaidMonths => Input::FullyPaid,
            Self::PremiumPaid => Input::Premium,
            Self::InsuredMonths => Input::InsuredMonths,
            Self::Wage => Input::Wage,
            Self::WageMonth => Input::WageMonth,
            Self::Headcount => Input::Headcount,
            Self::WageMonths => Input::WageMonths,
            Self::BenefitInsured => Input::BenefitInsured,
            Self::FirstMonth => Input::FirstMonth,
            Self::Unused => Input::Unused,
            Self::Employees => Input::Employees,
            Self::Revenue => Input::Revenue,
            Self::Assets => Input::Assets,
            Self::Applicant
            | Self::Size
            | Self::CreditListings
            | Self::Zombie
            | Self::LabourDispatch
            | Self::CorporateAccount
            | Self::Person
            | Self::Certificates
            | Self::Received
            | Self::Region
            | Self::Separation
            | Self::Registered
            | Self::Reemployed
            | Self::Industry => return None,
        })
    }
}
