//! The premium's pack: rates over time, the limits of the base, the statutory rate.

use crate::policy::citation::{Evidence, Source, Sourced, evidence};
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::pack::{MeasureHead, RuleHead};
use crate::policy::ratio::Ratio;
use crate::policy::timeline::Timeline;

/// 失业保险费 (`premium`): what employer and employee pay a month, and what the cut saves.
#[derive(PartialEq, Eq, Debug)]
pub struct PremiumPack {
    /// What holds in every year.
    pub head: MeasureHead,
    /// The rates over time.
    pub rates: Timeline<PremiumRate>,
    /// Rates of which only the first day is known: for the history, never computed with.
    pub history: &'static [(Date, Shares)],
    /// The statutory rate, against which the saving is measured (失业保险条例 §6).
    pub statutory: Shares,
    /// The limits of the contribution base, by year; a year that is missing has none that is known.
    pub bases: &'static [BaseLimits],
    /// The months whose rate is not known and that an estimate for the refund takes at the rate after them.
    pub estimate: EstimateGap,
    /// The clauses behind the next steps.
    pub guidance: PremiumGuidance,
}

impl PremiumPack {
    /// The limits of a year's base, where they are known.
    #[must_use]
    pub fn limits(&self, year: u16) -> Option<&BaseLimits> {
        self.bases.iter().find(|limits| limits.year == year)
    }
}

/// The employer's and the employee's share of the rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shares {
    /// The employer's.
    pub employer: Sourced<Ratio>,
    /// The employee's.
    pub employee: Sourced<Ratio>,
}

impl Shares {
    /// Where both stand.
    pub fn sources(&self) -> [&Source; 2] {
        [&self.employer.source, &self.employee.source]
    }
}

/// A rate in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PremiumRate {
    /// What every rule has.
    pub head: RuleHead,
    /// The shares.
    pub shares: Shares,
}

impl PremiumRate {
    /// Every source the rate draws on.
    pub fn sources(&self) -> Vec<&Source> {
        let [employer, employee] = self.shares.sources();
        vec![&self.head.source, &self.head.period, employer, employee]
    }

    /// The rate's evidence.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        evidence(&self.sources())
    }
}

/// 缴费基数上下限: the limits of the contribution base of a year, 元 a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BaseLimits {
    /// The year.
    pub year: u16,
    /// The least base.
    pub floor: Sourced<Money>,
    /// The greatest base.
    pub cap: Sourced<Money>,
}

/// The days whose rate was not found and that an estimate takes at the rate after them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EstimateGap {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Where the rate after them stands; the grade is of taking it for those days.
    pub source: Source,
}

/// The clauses behind the premium's next steps.
#[derive(PartialEq, Eq, Debug)]
pub struct PremiumGuidance {
    /// The cut and how long it holds.
    pub rate: Source,
}
