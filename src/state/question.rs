//! The questions, and which of them are on the screen.

use crate::api::Assessment;
use crate::policy::case::SizeClass;
use crate::policy::verdict::Outcome;
use crate::state::field::{Choice, Input};
use crate::state::row::CertificateForm;
use crate::state::{Screen, State};

/// A question of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Question {
    /// 参保单位类别.
    Applicant,
    /// 划型.
    Size,
    /// 月均参保人数.
    AverageInsured,
    /// 领取失业保险金人数.
    BenefitDrawers,
    /// 足额缴费月数.
    FullyPaidMonths,
    /// 上年缴纳的失业保险费.
    PremiumPaid,
    /// 严重失信.
    CreditListings,
    /// 僵尸企业.
    Zombie,
    /// 劳务派遣.
    LabourDispatch,
    /// 对公账户.
    CorporateAccount,
    /// Who applies for the skill subsidy.
    Person,
    /// 累计缴费月数.
    InsuredMonths,
    /// The certificates.
    Certificates,
    /// Subsidies received before.
    Received,
}

impl Question {
    /// Every question.
    pub const ALL: &'static [Self] = &[
        Self::Applicant,
        Self::Size,
        Self::AverageInsured,
        Self::BenefitDrawers,
        Self::FullyPaidMonths,
        Self::PremiumPaid,
        Self::CreditListings,
        Self::Zombie,
        Self::LabourDispatch,
        Self::CorporateAccount,
        Self::Person,
        Self::InsuredMonths,
        Self::Certificates,
        Self::Received,
    ];

    /// Its name in the page: the `id` of its element.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Size => "size",
            Self::AverageInsured => "average-insured",
            Self::BenefitDrawers => "benefit-drawers",
            Self::FullyPaidMonths => "fully-paid-months",
            Self::PremiumPaid => "premium-paid",
            Self::CreditListings => "credit-listings",
            Self::Zombie => "zombie",
            Self::LabourDispatch => "labour-dispatch",
            Self::CorporateAccount => "corporate-account",
            Self::Person => "person",
            Self::InsuredMonths => "insured-months",
            Self::Certificates => "certificates",
            Self::Received => "received",
        }
    }

    /// The fact it asks for, as `needs` names it.
    #[must_use]
    pub const fn fact(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Size => "size",
            Self::AverageInsured => "averageInsured",
            Self::BenefitDrawers => "benefitDrawers",
            Self::FullyPaidMonths => "fullyPaidMonths",
            Self::PremiumPaid => "premiumPaid",
            Self::CreditListings => "creditListings",
            Self::Zombie => "zombie",
            Self::LabourDispatch => "labourDispatch",
            Self::CorporateAccount => "corporateAccount",
            Self::Person => "person",
            Self::InsuredMonths => "insuredMonths",
            Self::Certificates => "certificates",
            Self::Received => "received",
        }
    }
}

/// The name of a group of questions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum GroupName {
    /// 单位.
    Employer,
    /// 人数.
    Headcount,
    /// 缴费.
    Premium,
    /// 信用.
    Credit,
    /// 到账.
    Payment,
    /// 您是谁.
    Person,
    /// 证书.
    Certificates,
    /// 以前领过的.
    Received,
}

/// Questions that stand together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Its name.
    pub name: GroupName,
    /// The questions on the screen, at least one.
    pub questions: Vec<Question>,
}

impl State {
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
        }
    }

    /// The questions on the screen: those that still matter, once all before their group are done, and those that
    /// somebody answered.
    pub(super) fn groups(&self, assessment: &Assessment, is_ruled_out: bool) -> Vec<Group> {
        let mut groups = Vec::new();
        let mut open = true;
        for (name, questions) in order(self.screen) {
            let matters = |question| !is_ruled_out && self.matters(question, assessment);
            let is_shown = |question: &Question| self.is_touched(*question) || (open && matters(*question));
            let questions: Vec<_> = questions.iter().copied().filter(is_shown).collect();
            open = open && questions.iter().all(|question| self.is_done(*question));
            if !questions.is_empty() {
                groups.push(Group { name: *name, questions });
            }
        }
        groups
    }

    /// Whether the answer to the question can still change what is said.
    fn matters(&self, question: Question, assessment: &Assessment) -> bool {
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
            _ => assessment.needs.contains(&question.fact()),
        }
    }
}

/// The groups of a calculator and their questions, in the order people know the answers.
const fn order(screen: Screen) -> &'static [(GroupName, &'static [Question])] {
    match screen {
        Screen::Refund => &[
            (GroupName::Employer, &[Question::Applicant, Question::Size]),
            (GroupName::Headcount, &[Question::AverageInsured, Question::BenefitDrawers]),
            (GroupName::Premium, &[Question::FullyPaidMonths, Question::PremiumPaid]),
            (GroupName::Credit, &[Question::CreditListings, Question::Zombie]),
            (GroupName::Payment, &[Question::LabourDispatch, Question::CorporateAccount]),
        ],
        Screen::SkillSubsidy => &[
            (GroupName::Person, &[Question::Person, Question::InsuredMonths]),
            (GroupName::Certificates, &[Question::Certificates]),
            (GroupName::Received, &[Question::Received]),
        ],
        Screen::Home | Screen::Unemployed | Screen::Elsewhere(_) => &[],
    }
}
