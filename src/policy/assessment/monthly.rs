//! The answers on premiums, on the benefit and on an enterprise's size.

use crate::policy::assessment::{Condition, NextStep, Standing, Step};
use crate::policy::case::SizeClass;
use crate::policy::citation::Evidence;
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::pack::Bound;
use crate::policy::rules::{premium, size_class, unemployment_benefit};
use crate::policy::verdict::Outcome;

/// The answer to a premium case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PremiumAssessment {
    /// The day asked for.
    pub as_of: Date,
    /// The rate of the month.
    pub standing: Standing,
    /// Eligible where the figures are settled.
    pub outcome: Outcome,
    /// The calculation.
    pub steps: Vec<Step<premium::StepKind>>,
    /// Names of missing facts.
    pub needs: Vec<&'static str>,
    /// What else follows.
    pub insights: Vec<premium::Insight>,
    /// What to do.
    pub next_steps: Vec<NextStep<premium::NextStepKind>>,
    /// What the figures do not hold, or not for certain.
    pub doubts: Vec<premium::Note>,
    /// What was assumed.
    pub assumed: Vec<premium::Note>,
    /// The figures; `None` where the wage or the rate is not known.
    pub result: Option<PremiumResult>,
}

/// The figures of a premium: of one person and one month, 元, unless they say otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PremiumResult {
    /// 缴费基数.
    pub base: Money,
    /// What the employer pays.
    pub employer: Money,
    /// What the employee pays.
    pub employee: Money,
    /// Both.
    pub total: Money,
    /// Both at the statutory rate.
    pub statutory: Money,
    /// What the cut saves.
    pub saved: Money,
    /// What is paid for all persons and months.
    pub paid_total: Money,
    /// What the cut saves for all persons and months.
    pub saved_total: Money,
    /// Whether a limit moved the base.
    pub clamped: Clamped,
}

/// Whether a limit of the year moved the base.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Clamped {
    /// Up to the floor.
    Floor,
    /// Down to the cap.
    Cap,
    /// No.
    None,
    /// The year's limits are not known.
    Unknown,
}

/// The answer to a benefit case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BenefitAssessment {
    /// The day of application.
    pub as_of: Date,
    /// The standard of the day.
    pub standing: Standing,
    /// The answer.
    pub outcome: Outcome,
    /// The schedule's sum, 元.
    pub total: Option<Money>,
    /// The conditions, in the order of the law.
    pub conditions: Vec<Condition<unemployment_benefit::Finding>>,
    /// The calculation.
    pub steps: Vec<Step<unemployment_benefit::StepKind>>,
    /// Names of missing facts that can still change the answer.
    pub needs: Vec<&'static str>,
    /// What else follows.
    pub insights: Vec<unemployment_benefit::Insight>,
    /// What to do.
    pub next_steps: Vec<NextStep<unemployment_benefit::NextStepKind>>,
    /// Why months of the schedule are not certain.
    pub doubts: Vec<&'static str>,
    /// What was assumed.
    pub assumed: Vec<unemployment_benefit::Assumption>,
    /// The months of benefit; `None` where they are not known or there are none.
    pub months: Option<BenefitMonths>,
    /// One a month; `None` where no schedule can be made.
    pub schedule: Option<Vec<BenefitMonth>>,
}

/// For how many months.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BenefitMonths {
    /// All together.
    pub total: u8,
    /// From the months insured.
    pub from_insurance: u8,
    /// Unused months of an earlier claim.
    pub carried_over: u8,
}

/// A month of the schedule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BenefitMonth {
    /// The month.
    pub month: Month,
    /// What it brings, 元.
    pub amount: Money,
    /// How sure that is.
    pub evidence: Evidence,
}

/// The answer to a size case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SizeAssessment {
    /// The day asked for.
    pub as_of: Date,
    /// The table of the day.
    pub standing: Standing,
    /// Eligible where the class is settled.
    pub outcome: Outcome,
    /// Names of missing facts that can still change the answer.
    pub needs: Vec<&'static str>,
    /// What else follows.
    pub insights: Vec<size_class::Insight>,
    /// What to do.
    pub next_steps: Vec<NextStep<size_class::NextStepKind>>,
    /// The class, where it is settled.
    pub result: Option<SizeResult>,
}

/// A class and what decided it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SizeResult {
    /// The class.
    pub size: SizeClass,
    /// The bounds of the class and of the one above it.
    pub decided_by: Vec<Decided>,
}

/// A bound, and whether it is reached; `None`: the indicator is not known, and does not matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decided {
    /// The class whose bound it is.
    pub class: SizeClass,
    /// The bound.
    pub bound: Bound,
    /// Whether it is reached.
    pub met: Option<bool>,
}
