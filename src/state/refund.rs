//! What 稳岗返还 takes from the other calculators: an estimate of the premium, and a class from the self-check.

use crate::api::answer::Calculator;
use crate::api::case::FactValue;
use crate::api::entry;
use crate::api::policies::estimate_month;
use crate::policy::case::SizeClass;
use crate::policy::money::Money;
use crate::policy::ratio::AverageInsured;
use crate::state::question::{Question, Subject};
use crate::state::{Screen, State};

/// The fact whose box takes an estimate.
const PREMIUM: &str = "premiumPaid";
/// The fact that takes a class of the self-check.
const SIZE: &str = "size";
/// The fact with the number of persons for the estimate.
const AVERAGE: &str = "averageInsured";
/// The fact that matters to small employers alone.
const ACCOUNT: &str = "corporateAccount";

/// What one calculator hands over to another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Handed {
    /// A class that the self-check found, still to be confirmed as declared.
    pub size: Option<SizeClass>,
    /// The estimate that was put into the premium's box.
    pub(super) estimate: Option<Money>,
    /// The base year of the refund that an estimate is made for.
    pub for_refund: Option<u16>,
}

impl Handed {
    /// Takes back what was handed over to a calculator.
    pub(super) fn clear(&mut self, of: Calculator) {
        match of {
            Calculator::REFUND => (self.size, self.estimate) = (None, None),
            Calculator::PREMIUM => self.for_refund = None,
            _ => {}
        }
    }
}

impl State {
    /// Opens the premium calculator for a year's estimate: its month, twelve months, and as many persons as the refund's
    /// average where that is whole.
    pub(super) fn estimate(&mut self, base_year: u16) {
        self.screen = Screen::Of(Calculator::PREMIUM);
        self.handed.for_refund = Some(base_year);
        if let Some(month) = estimate_month(base_year) {
            self.answers.type_text(Calculator::PREMIUM, "month", month.to_string());
            self.answers.type_text(Calculator::PREMIUM, "months", "12".to_owned());
        }
        if !self.answers.is_typed(Calculator::PREMIUM, "headcount")
            && let Some(persons) = self.whole_average()
        {
            self.answers.type_text(Calculator::PREMIUM, "headcount", persons);
        }
    }

    /// Puts an estimate into the premium's box.
    pub(super) fn take_estimate(&mut self, amount: Money) {
        self.screen = Screen::Of(Calculator::REFUND);
        self.answers.type_text(Calculator::REFUND, PREMIUM, amount.to_string());
        self.handed.estimate = Some(amount);
    }

    /// Whether the premium is an estimate, and nobody has typed another since.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        self.handed.estimate.is_some() && self.premium_paid() == self.handed.estimate
    }

    /// Whether an answer is the estimate.
    #[must_use]
    pub fn is_estimate(&self, subject: Subject) -> bool {
        subject.question.of == Calculator::REFUND && subject.question.is(PREMIUM) && self.is_estimated()
    }

    /// Under 1000 元 a year for thirty people and more: at the lowest base it is some hundred 元 a person.
    pub(super) fn premium_may_be_in_wan(&self) -> bool {
        let is_small = self.premium_paid().is_some_and(|premium| premium < Money::from_fen(100_000));
        is_small && self.average_insured().is_some_and(|average| average.at_least(30))
    }

    /// The premium of the refund, where one is typed.
    pub(super) fn premium_paid(&self) -> Option<Money> {
        let field = self.answers.get(Calculator::REFUND, PREMIUM)?.text()?;
        field.value(entry::amount)
    }

    /// The average as text, where it is a whole number.
    fn whole_average(&self) -> Option<String> {
        let average = self.average_insured().map(AverageInsured::formula);
        average.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
    }

    fn average_insured(&self) -> Option<AverageInsured> {
        match self.value(Question::named(Calculator::REFUND, AVERAGE)?.into()) {
            Some(FactValue::Average(average)) => Some(average),
            _ => None,
        }
    }

    /// Whether a question is of use to this employer: the law offers another account to small and micro ones.
    pub(super) fn is_of_use(&self, question: Question) -> bool {
        let size = self.answers.option(Calculator::REFUND, SIZE);
        let is_large = [SizeClass::Large, SizeClass::Medium].into_iter().any(|class| size == Some(class.code()));
        !(question.of == Calculator::REFUND && question.is(ACCOUNT) && is_large)
    }

    /// The question that a class from the self-check answers.
    pub(super) fn question_of_size() -> Option<Question> {
        Question::named(Calculator::REFUND, SIZE)
    }

    /// The question that an estimate answers.
    pub(super) fn question_of_premium() -> Option<Question> {
        Question::named(Calculator::REFUND, PREMIUM)
    }
}
