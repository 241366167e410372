//! Packs: the law as data. `policies/*.toml` is checked and turned into these constants at build time.

mod benefit;
mod premium;
mod size;
mod skill;

use crate::policy::case::{Applicant, SizeClass};
use crate::policy::citation::{Document, Evidence, Source, Sourced, evidence};
use crate::policy::date::{Date, Window};
use crate::policy::ratio::Ratio;
use crate::policy::timeline::Timeline;

pub use benefit::{BenefitConditions, BenefitGuidance, BenefitPack, BenefitStandard, MonthsTable, Region};
pub use premium::{BaseLimits, EstimateGap, PremiumGuidance, PremiumPack, PremiumRate, Shares};
pub use size::{Bound, Industry, SizeGuidance, SizePack};
pub use skill::{Blocking, SkillGuidance, SkillPack, SkillRule, YearlyLimit};

/// What every rule in force has in common, whatever the measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RuleHead {
    /// Its id in the API: `hebei-2024`.
    pub id: &'static str,
    /// Its name for people: 河北省2024年度失业保险稳岗返还.
    pub title: &'static str,
    /// The days on which one can apply.
    pub window: Window,
    /// The day on which somebody last compared the figures with their sources.
    pub checked_on: Date,
    /// The document and clause the rule stands on.
    pub source: Source,
    /// Where its last day is written.
    pub period: Source,
    /// Other documents behind the rule.
    pub also: &'static [&'static Document],
    /// Readings and doubts that belong on screen with every answer.
    pub notes: &'static [&'static str],
}

/// The documents, in the order in which a reader needs them, and what a measure says whatever the year.
#[derive(PartialEq, Eq, Debug)]
pub struct MeasureHead {
    /// The place: `hebei`.
    pub place: &'static str,
    /// The measure's name: 失业保险稳岗返还.
    pub title: &'static str,
    /// When somebody last looked for new rules of this measure.
    pub checked_on: Date,
    /// Readings of silent text that hold in every year.
    pub readings: &'static [&'static str],
}

/// 稳岗返还: part of last year's premiums paid back to an employer.
#[derive(PartialEq, Eq, Debug)]
pub struct RefundPack {
    /// What holds in every year.
    pub head: MeasureHead,
    /// The rounds over time.
    pub rounds: Timeline<RefundRound>,
    /// The clauses behind the next steps.
    pub guidance: RefundGuidance,
}

/// One application year of the refund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RefundRound {
    /// What every rule has.
    pub head: RuleHead,
    /// The application year.
    pub year: u16,
    /// The year whose premiums and drawers count.
    pub base_year: u16,
    /// Whether the rates are only the ceiling that was published, so that the amount is worded 最高.
    pub ceiling: bool,
    /// Who is covered.
    pub covered: Source,
    /// Which other bodies are covered.
    pub bodies: Source,
    /// Months of the base year that must be paid in full.
    pub fully_paid_months: Sourced<u8>,
    /// The limit of the layoff rate: last year's control target of the surveyed urban unemployment rate.
    pub control_target: Sourced<Ratio>,
    /// The limit for small employers.
    pub small_employer_limit: Sourced<Ratio>,
    /// The average headcount, inclusive, up to which an employer is small here; persons.
    pub small_employer_persons: Sourced<u32>,
    /// How the layoff rate is computed.
    pub layoff_formula: Source,
    /// The rate for large enterprises.
    pub large: Sourced<Ratio>,
    /// The rate for medium, small and micro enterprises.
    pub smaller: Sourced<Ratio>,
    /// The rate for the six bodies from [`RefundRound::body_persons`] on.
    pub body_large: Sourced<Ratio>,
    /// The rate for the six bodies below.
    pub body_small: Sourced<Ratio>,
    /// The average headcount, inclusive, from which a body is large; persons.
    pub body_persons: Sourced<u32>,
    /// Which premiums count.
    pub premium_base: Source,
    /// Who is excluded for dishonesty.
    pub dishonest: Source,
    /// Who is excluded as 僵尸企业.
    pub zombie: Source,
    /// What settles the size class.
    pub size_class: Source,
    /// When the offices are to pay, where the text says so.
    pub payment_time: Option<Source>,
}

impl RefundRound {
    /// The rate of an enterprise of that size.
    #[must_use]
    pub const fn enterprise_rate(&self, size: SizeClass) -> &Sourced<Ratio> {
        match size {
            SizeClass::Large => &self.large,
            SizeClass::Medium | SizeClass::Small | SizeClass::Micro => &self.smaller,
        }
    }

    /// Whether the text names the applicant: yes, no, or silent.
    #[must_use]
    pub const fn covers(applicant: Applicant) -> Coverage {
        match applicant {
            Applicant::Enterprise => Coverage::Enterprise,
            Applicant::SocialOrganization
            | Applicant::Foundation
            | Applicant::SocialService
            | Applicant::LawFirm
            | Applicant::AccountingFirm
            | Applicant::SoleTrader => Coverage::Body,
            Applicant::PublicInstitution => Coverage::No,
            Applicant::Other => Coverage::Silent,
        }
    }

    /// Every source the round draws on.
    pub fn sources(&self) -> Vec<&Source> {
        vec![
            &self.head.source,
            &self.head.period,
            &self.covered,
            &self.bodies,
            &self.fully_paid_months.source,
            &self.control_target.source,
            &self.small_employer_limit.source,
            &self.small_employer_persons.source,
            &self.layoff_formula,
            &self.large.source,
            &self.smaller.source,
            &self.body_large.source,
            &self.body_small.source,
            &self.body_persons.source,
            &self.premium_base,
            &self.dishonest,
            &self.zombie,
            &self.size_class,
        ]
    }

    /// The round's evidence: the evidence of its sources.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        evidence(&self.sources())
    }
}

/// Under which head of the refund an applicant falls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Coverage {
    /// 企业.
    Enterprise,
    /// One of the six bodies.
    Body,
    /// Not covered.
    No,
    /// The text does not say: the agency decides.
    Silent,
}

/// The clauses behind the refund's next steps.
#[derive(PartialEq, Eq, Debug)]
pub struct RefundGuidance {
    /// 免申即享.
    pub no_application: Source,
    /// 劳务派遣 firms apply themselves.
    pub labour_dispatch: Source,
    /// Small firms without a corporate account.
    pub no_corporate_account: Source,
    /// What the money may be used for.
    pub use_of_funds: Source,
    /// The written commitment on the size class.
    pub written_commitment: Source,
    /// Wrong claims are pursued.
    pub recovery: Source,
}

/// All measures built in.
#[derive(PartialEq, Eq, Debug)]
pub struct Packs {
    /// The version of the rules: the newest day of a check.
    pub version: &'static str,
    /// Every document, for `policies()`.
    pub documents: &'static [&'static Document],
    /// 民法典 on periods that end on a day off.
    pub day_off: Source,
    /// The refund.
    pub refund: RefundPack,
    /// The skill subsidy.
    pub skill: SkillPack,
    /// The premium.
    pub premium: PremiumPack,
    /// The unemployment benefit.
    pub benefit: BenefitPack,
    /// The size class.
    pub size: SizePack,
    /// The file beside the page with the notices clause by clause.
    pub guide_file: &'static str,
}
