//! Which questions are on the screen, and which of them are answered.

use crate::api::Assessment;
use crate::policy::case::SizeClass;
use crate::policy::list::Listed;
use crate::policy::verdict::Outcome;
use crate::state::field::{Choice, Input};
use crate::state::question::{Group, GroupName, Question};
use crate::state::row::CertificateForm;
use crate::state::{Screen, State};
impl State {
    /// Whether the home screen answered the question: it is not asked, unless it is to be changed. What was said of an
    /// employer answers nothing of a worker.
    #[must_use]
    pub fn is_said(&self, question: Question) -> bool {
        self.is_role_said && matches!(question, Question::Applicant | Question::Person) && self.is_touched(question)
    }

    /// Whether the day and who somebody is are folded into a line.
    #[must_use]
    pub fn is_basis_folded(&self) -> bool {
        self.screen.asks_day() && !self.is_basis_open && !self.is_elder && self.as_of_day().is_ok()
    }

    /// Whether somebody answered the question in any way, wrongly included.
    #[must_use]
    pub fn is_touched(&self, question: Question) -> bool {
        match question {
            Question::AverageInsured => self.refund.is_average_touched(),
            Question::BenefitDrawers => self.refund.drawers.is_touched(),
            Question::FullyPaidMonths => self.refund.fully_paid.is_touched(),
            Question::PremiumPaid => self.refund.premium.is_touched(),
            Question::InsuredMonths => self.skill.insured_months.is_touched(),
            Question::Certificates => self.skill.certificates.iter().any(CertificateForm::is_touched),
            Question::Received => self.skill.has_received.is_done(),
            Question::Wage => self.premium.wage.is_touched(),
            Question::WageMonth => self.premium.month.is_touched(),
            Question::Headcount => self.premium.headcount.is_touched(),
            Question::WageMonths => self.premium.months.is_touched(),
            Question::BenefitInsured => self.benefit.insured.is_touched(),
            Question::FirstMonth => self.benefit.first_month.is_touched(),
            Question::Unused => self.benefit.unused.is_touched(),
            // With a full year insured it is answered by itself.
            Question::Reemployed => self.benefit.reemployed.is_done() && self.benefit.may_be_reemployed(),
            Question::Employees => self.size.employees.is_touched(),
            Question::Revenue => self.size.revenue.is_touched(),
            Question::Assets => self.size.assets.is_touched(),
            _ => self.is_done(question),
        }
    }

    /// Whether the question is answered, 不清楚 included, and nothing is wrong with the answer.
    #[must_use]
    pub fn is_done(&self, question: Question) -> bool {
        match question {
            Question::Applicant => self.refund.applicant.is_done(),
            Question::Size => self.refund.size.is_done(),
            Question::AverageInsured => self.reading(Input::Average).is_done(),
            Question::BenefitDrawers => self.reading(Input::Drawers).is_done(),
            Question::FullyPaidMonths => self.reading(Input::FullyPaid).is_done(),
            Question::PremiumPaid => self.reading(Input::Premium).is_done(),
            Question::CreditListings => self.refund.credit.is_done(),
            Question::Zombie => self.refund.zombie.is_done(),
            Question::LabourDispatch => self.refund.labour_dispatch.is_done(),
            Question::CorporateAccount => self.refund.corporate_account.is_done(),
            Question::Person => self.skill.person.is_done(),
            Question::InsuredMonths => self.reading(Input::InsuredMonths).is_done(),
            Question::Certificates => self.skill.are_certificates_done(),
            Question::Received => self.skill.is_received_done(),
            Question::Wage => self.reading(Input::Wage).is_done(),
            // These need no answer: an empty box is taken as the hint says.
            Question::WageMonth => self.is_right(Input::WageMonth),
            Question::Headcount => self.is_right(Input::Headcount),
            Question::WageMonths => self.is_right(Input::WageMonths),
            Question::FirstMonth => self.is_right(Input::FirstMonth),
            Question::Unused => self.is_right(Input::Unused),
            Question::Region => self.benefit.region.is_done(),
            Question::BenefitInsured => self.reading(Input::BenefitInsured).is_done(),
            Question::Separation => self.benefit.separation.is_done(),
            Question::Registered => self.benefit.registered.is_done(),
            Question::Reemployed => self.benefit.reemployed.is_done(),
            Question::Industry => self.size.industry.is_done(),
            Question::Employees => self.reading(Input::Employees).is_done(),
            Question::Revenue => self.reading(Input::Revenue).is_done(),
            Question::Assets => self.reading(Input::Assets).is_done(),
        }
    }

    /// Whether nothing is wrong in a box that may stay empty.
    fn is_right(&self, input: Input) -> bool {
        self.reading(input).error().is_none()
    }

    /// The questions on the screen: those that still matter, once all before their group are done, and those that
    /// somebody answered.
    pub(in crate::state) fn groups(&self, assessment: Option<&Assessment>, is_ruled_out: bool) -> Vec<Group> {
        let mut groups = Vec::new();
        let mut open = true;
        for (name, questions) in self.order() {
            let matters = |question| !is_ruled_out && self.matters(question, assessment);
            let is_shown = |question: &Question| self.is_touched(*question) || (open && matters(*question));
            let questions: Vec<_> = questions.iter().copied().filter(is_shown).listed();
            open = open && questions.iter().all(|question| self.is_done(*question));
            if !questions.is_empty() {
                groups.push(Group { name: *name, questions });
            }
        }
        groups
    }

    /// Whether the answer to the question can still change what is said.
    fn matters(&self, question: Question, assessment: Option<&Assessment>) -> bool {
        // Nothing could be computed: what is asked must stay, so that it can be put right.
        let Some(assessment) = assessment else { return true };
        let is_alive = matches!(assessment.outcome, Outcome::Eligible | Outcome::Undetermined);
        match question {
            // These two move only the next steps.
            Question::LabourDispatch => is_alive,
            // The text offers the other account to small and micro employers.
            Question::CorporateAccount => {
                is_alive && !matches!(self.refund.size, Choice::Is(SizeClass::Large | SizeClass::Medium))
            }
            // Left out it is taken as none, with a note: the page asks in any case.
            Question::Received => is_alive,
            // Left out they are taken as the hint says: the page asks in any case.
            Question::WageMonth | Question::Headcount | Question::WageMonths => true,
            Question::FirstMonth => is_alive,
            // With too few months insured they are all that can still help.
            Question::Unused => is_alive || self.benefit.may_be_reemployed(),
            _ => assessment.needs.contains(&question.fact()),
        }
    }
}

impl State {
    /// The groups of a calculator and their questions, in the order people know the answers.
    pub(in crate::state) const fn order(&self) -> &'static [(GroupName, &'static [Question])] {
        match self.screen {
            Screen::Refund => REFUND,
            Screen::SkillSubsidy => SKILL_SUBSIDY,
            Screen::Premium => PREMIUM,
            Screen::UnemploymentBenefit => BENEFIT,
            Screen::SizeClass => SIZE_CLASS,
            Screen::Home
            | Screen::Entitled
            | Screen::Promote
            | Screen::Rounds
            | Screen::Guide
            | Screen::Elsewhere(_) => &[],
        }
    }

    /// The question of the calculator on the screen that asks for a fact.
    pub(in crate::state) fn asking(&self, fact: &str) -> Option<Question> {
        let questions = self.order().iter().flat_map(|(_, questions)| *questions).copied();
        questions.into_iter().find(|question| question.fact() == fact)
    }
}

type Groups = &'static [(GroupName, &'static [Question])];

const REFUND: Groups = &[
    (GroupName::Employer, &[Question::Applicant, Question::Size]),
    (GroupName::Headcount, &[Question::AverageInsured, Question::BenefitDrawers]),
    (GroupName::Premium, &[Question::FullyPaidMonths, Question::PremiumPaid]),
    (GroupName::Credit, &[Question::CreditListings, Question::Zombie]),
    (GroupName::Payment, &[Question::LabourDispatch, Question::CorporateAccount]),
];

const SKILL_SUBSIDY: Groups = &[
    (GroupName::Person, &[Question::Person, Question::InsuredMonths]),
    (GroupName::Certificates, &[Question::Certificates]),
    (GroupName::Received, &[Question::Received]),
];

const PREMIUM: Groups = &[
    (GroupName::Wage, &[Question::Wage, Question::WageMonth]),
    (GroupName::Persons, &[Question::Headcount, Question::WageMonths]),
];

const BENEFIT: Groups = &[
    (GroupName::Region, &[Question::Region, Question::BenefitInsured]),
    (GroupName::Separation, &[Question::Separation, Question::Registered]),
    (GroupName::Claim, &[Question::Unused, Question::Reemployed, Question::FirstMonth]),
];

const SIZE_CLASS: Groups = &[
    (GroupName::Industry, &[Question::Industry]),
    (GroupName::Scale, &[Question::Employees, Question::Revenue, Question::Assets]),
];
