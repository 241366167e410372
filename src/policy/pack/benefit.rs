//! The unemployment benefit's pack: months, standards and regions.

use crate::policy::citation::{Evidence, Source, Sourced, evidence};
use crate::policy::date::Date;
use crate::policy::money::Money;
use crate::policy::pack::{MeasureHead, RuleHead};
use crate::policy::ratio::Ratio;
use crate::policy::timeline::Timeline;

/// 失业保险金 (`unemployment_benefit`): a sum a month for people out of work.
#[derive(PartialEq, Eq, Debug)]
pub struct BenefitPack {
    /// What holds in every year.
    pub head: MeasureHead,
    /// The standards over time.
    pub standards: Timeline<BenefitStandard>,
    /// Who has it.
    pub conditions: BenefitConditions,
    /// For how many months.
    pub months: MonthsTable,
    /// The regions, in the order of the list.
    pub regions: &'static [Region],
    /// From which day each list of tiers holds, with its source.
    pub tiers: &'static [(Date, Source)],
    /// From which day the pension premium near retirement is paid.
    pub pension: Sourced<Date>,
    /// The clauses behind the next steps.
    pub guidance: BenefitGuidance,
}

impl BenefitPack {
    /// The region with that slug: `shijiazhuang/changan`.
    #[must_use]
    pub fn region(&self, slug: &str) -> Option<&'static Region> {
        self.regions.iter().find(|region| region.slug == slug)
    }

    /// The region's tier on a day, from 1, and where it stands.
    #[must_use]
    pub fn tier(&'static self, region: &Region, day: Date) -> Option<(u8, &'static Source)> {
        let tiers = self.tiers.iter().zip(region.tiers);
        tiers.rev().find(|((from, _), _)| *from <= day).map(|((_, source), tier)| (*tier, source))
    }
}

/// The conditions (社会保险法 §45).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BenefitConditions {
    /// Months insured, cumulative, at least.
    pub insured_months: Sourced<u32>,
    /// Not by one's own will.
    pub involuntary: Source,
    /// Which reasons of separation are not one's own will.
    pub separations: Source,
    /// Registered as unemployed.
    pub registered: Source,
}

/// How many months of benefit the years insured bring.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthsTable {
    /// Months of benefit for 1, 2, 3 … full years.
    pub first: &'static [u8],
    /// Months more for each further full year.
    pub then: u8,
    /// The most, with unused months of an earlier claim.
    pub most: u8,
    /// Where the table stands.
    pub source: Source,
    /// Where adding unused months stands.
    pub carried_over: Source,
    /// The law's caps: below so many full years, at most so many months.
    pub caps: &'static [(u32, u8)],
    /// Where the caps stand.
    pub caps_source: Source,
}

impl MonthsTable {
    /// The law's cap on the months that so many full years bring (社会保险法 §46).
    #[must_use]
    pub fn cap(&self, years: u32) -> u8 {
        self.caps.iter().find(|(below, _)| years < *below).map_or(self.most, |(_, months)| *months)
    }
}

/// What a month brings, from a day on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BenefitStandard {
    /// What every rule has.
    pub head: RuleHead,
    /// The share of the minimum wage.
    pub share: Ratio,
    /// The minimum wage of each tier, 元 a month.
    pub wages: &'static [Money],
    /// Where the minimum wage stands.
    pub wage_source: Source,
}

impl BenefitStandard {
    /// Every source the standard draws on.
    pub fn sources(&self) -> Vec<&Source> {
        vec![&self.head.source, &self.head.period, &self.wage_source]
    }

    /// The standard's evidence.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        evidence(&self.sources())
    }

    /// The minimum wage of a tier, 元 a month.
    #[must_use]
    pub fn wage(&self, tier: u8) -> Option<Money> {
        self.wages.get(usize::from(tier.checked_sub(1)?)).copied()
    }
}

/// A district or county.
#[derive(PartialEq, Eq, Debug)]
pub struct Region {
    /// Its id in the API: `shijiazhuang/changan`.
    pub slug: &'static str,
    /// Its name: 长安区.
    pub name: &'static str,
    /// Its tiers of the minimum wage, one a list of tiers.
    pub tiers: &'static [u8],
}

/// The clauses behind the benefit's next steps.
#[derive(PartialEq, Eq, Debug)]
pub struct BenefitGuidance {
    /// Neither paper proof nor a last day.
    pub no_proof: Source,
    /// The national platforms for claims and transfers.
    pub platforms: Source,
    /// 代缴基本医疗保险费.
    pub medical: Source,
    /// 价格临时补贴.
    pub price_subsidy: Source,
    /// Within a year of retirement age it runs on.
    pub near_retirement: Source,
    /// What ends the benefit.
    pub ends: Source,
    /// Wrong claims are pursued.
    pub recovery: Source,
}
