//! The answer: what one evaluation of a case yields. Everything that is shown, printed or sent comes from here.

mod monthly;

use crate::policy::citation::{Evidence, Source};
use crate::policy::date::{Date, Window};
use crate::policy::money::Money;
use crate::policy::pack::{MeasureHead, RuleHead};
use crate::policy::ratio::{AverageInsured, LayoffRate, Ratio};
use crate::policy::rules::{refund, skill_subsidy};
use crate::policy::verdict::{Outcome, Verdict};

pub use monthly::{
    BenefitAssessment, BenefitMonth, BenefitMonths, Clamped, Decided, PremiumAssessment, PremiumResult, SizeAssessment,
    SizeResult,
};

/// An amount of money, as exactly as the facts allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(tag = "kind", rename_all = "lowercase"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Amount {
    /// Determined.
    Exact {
        /// The amount.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        value: Money,
    },
    /// Between two different amounts.
    Range {
        /// The least.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        min: Money,
        /// The most.
        #[cfg_attr(feature = "types", ts(type = "Money"))]
        max: Money,
    },
}

impl Amount {
    /// The range from the least to the most of the amounts; exact where they are equal, `None` of none.
    #[must_use]
    pub fn spanning(amounts: impl IntoIterator<Item = Money>) -> Option<Self> {
        let mut bounds: Option<(Money, Money)> = None;
        for amount in amounts {
            bounds = Some(bounds.map_or((amount, amount), |(min, max)| (min.min(amount), max.max(amount))));
        }
        bounds.map(|(min, max)| if min == max { Self::Exact { value: min } } else { Self::Range { min, max } })
    }
}

/// Whether a rule is in force on a day: exactly one of these on each day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "json", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Status {
    /// One can apply on the day.
    Open,
    /// The year's round begins later.
    Upcoming,
    /// The year's round has ended.
    Closed,
    /// No rule of that year is recorded.
    NotRecorded,
}

/// Which rule a day falls under.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The measure.
    pub measure: &'static MeasureHead,
    /// The rule of the day or, where it is upcoming or closed, of the year; `None`: not recorded.
    pub rule: Option<&'static RuleHead>,
    /// The rule's evidence; provisional where none is recorded.
    pub evidence: Evidence,
    /// Whether it is in force.
    pub status: Status,
    /// Why nothing is recorded, for people to read.
    pub gap: Option<&'static str>,
}

impl Standing {
    /// The days on which one can apply.
    #[must_use]
    pub fn window(&self) -> Option<Window> {
        self.rule.map(|rule| rule.window)
    }
}

/// One condition of the law, judged. `F` tells what was found, in the measure's own terms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Condition<F> {
    /// Its id in the API.
    pub id: &'static str,
    /// Whether it holds.
    pub verdict: Verdict,
    /// How sure its figures are.
    pub evidence: Evidence,
    /// What was found: worded in `text`.
    pub finding: F,
    /// Where it stands.
    pub sources: Vec<&'static Source>,
}

/// A line of the calculation that can be done again by hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step<K> {
    /// Its id, which later formulas may name.
    pub id: String,
    /// What it computes: worded in `text`.
    pub kind: K,
    /// Only + − × ÷ ( ) min max round2, printed numbers and ids of earlier steps.
    pub formula: String,
    /// The value, printed.
    pub value: String,
    /// 元, % or 人.
    pub unit: &'static str,
    /// How sure its figures are.
    pub evidence: Evidence,
    /// Where its figures stand.
    pub sources: Vec<&'static Source>,
}

/// What to do next, with the clause that says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NextStep<K> {
    /// Which step: worded in `text`.
    pub kind: K,
    /// Where it stands.
    pub sources: Vec<&'static Source>,
}

impl<K> NextStep<K> {
    /// A step that a clause names.
    #[must_use]
    pub fn by(source: &'static Source, kind: K) -> Self {
        Self { kind, sources: vec![source] }
    }

    /// A step that no clause need name, such as asking.
    #[must_use]
    pub const fn of(kind: K) -> Self {
        Self { kind, sources: Vec::new() }
    }
}

/// The answer to a refund case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RefundAssessment {
    /// The day of application.
    pub as_of: Date,
    /// The rule of the day.
    pub standing: Standing,
    /// The answer.
    pub outcome: Outcome,
    /// The refund.
    pub amount: Option<Amount>,
    /// Whether the amount is a ceiling, worded 最高.
    pub ceiling: bool,
    /// The conditions, in the order of the law.
    pub conditions: Vec<Condition<refund::Finding>>,
    /// The calculation.
    pub steps: Vec<Step<refund::StepKind>>,
    /// Names of missing facts that can still change the answer, in the order to ask.
    pub needs: Vec<&'static str>,
    /// What else follows.
    pub insights: Vec<refund::Insight>,
    /// What to do.
    pub next_steps: Vec<NextStep<refund::NextStepKind>>,
    /// The figures behind the answer; `None` where the round is closed.
    pub result: Option<RefundResult>,
}

/// The figures behind a refund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RefundResult {
    /// The rate, where there is one.
    pub rate: Option<Ratio>,
    /// The layoff rate, where both counts are known and somebody was insured.
    pub layoff_rate: Option<LayoffRate>,
    /// The limit, where the average is known.
    pub layoff_limit: Option<Ratio>,
    /// floor(limit × average), persons.
    pub drawers_allowed: Option<u64>,
    /// The average it was judged by.
    pub average_insured: Option<AverageInsured>,
}

/// The answer to a skill-subsidy case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkillAssessment {
    /// The day of application.
    pub as_of: Date,
    /// The rule of the day.
    pub standing: Standing,
    /// The answer.
    pub outcome: Outcome,
    /// The plan's total, 元; `None` where the plan is empty.
    pub total: Option<Money>,
    /// The calculation.
    pub steps: Vec<Step<skill_subsidy::StepKind>>,
    /// Names of missing facts that can still change the answer.
    pub needs: Vec<&'static str>,
    /// What else follows.
    pub insights: Vec<skill_subsidy::Insight>,
    /// What to do.
    pub next_steps: Vec<NextStep<skill_subsidy::NextStepKind>>,
    /// The facts that were left out and taken as api.md says.
    pub assumed: Vec<skill_subsidy::Assumption>,
    /// One a certificate, in the order given, judged without the plan.
    pub items: Vec<SkillItem>,
    /// What to apply for, in the order to apply.
    pub plan: Vec<PlanEntry>,
    /// What the year has no room for.
    pub skipped: Vec<Skipped>,
}

/// One certificate, judged by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkillItem {
    /// The caller's id, or the index as text.
    pub id: String,
    /// The answer for this certificate.
    pub outcome: Outcome,
    /// What it brings if it is eligible, 元.
    pub amount: Option<Money>,
    /// The last day to apply.
    pub last_day: Date,
    /// The conditions, in the order of the law.
    pub conditions: Vec<Condition<skill_subsidy::Finding>>,
}

/// A certificate of the plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanEntry {
    /// The certificate's place in the case.
    pub index: usize,
    /// What it brings, 元.
    pub amount: Money,
    /// The last day to apply for it, in this order.
    pub apply_by: Date,
}

/// A certificate that would count but has no room this year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Skipped {
    /// The certificate's place in the case.
    pub index: usize,
    /// Why it is left over.
    pub because: SkipReason,
    /// From when until when it could still be applied for, if next year's rule is as this year's.
    pub later: Option<(Date, Date)>,
}

/// Why a certificate is left over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SkipReason {
    /// The year's places are taken.
    YearlyLimit,
    /// Another certificate of the same occupation and level is in the plan.
    SameOccupationAndLevel,
}
