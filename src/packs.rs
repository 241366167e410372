//! The packs built in. `build/` checks `policies/` and writes this table; nothing is read at run time.

use crate::policy::case::Person;
use crate::policy::citation::{Document, Grade, Source, Sourced};
use crate::policy::date::{Date, Window};
use crate::policy::money::Money;
use crate::policy::pack::{
    BaseLimits, BenefitConditions, BenefitGuidance, BenefitPack, BenefitStandard, Blocking, Bound, EstimateGap,
    Industry, MeasureHead, MonthsTable, Packs, PremiumGuidance, PremiumPack, PremiumRate, RefundGuidance, RefundPack,
    RefundRound, Region, RuleHead, Shares, SizeGuidance, SizePack, SkillGuidance, SkillPack, SkillRule, YearlyLimit,
};
use crate::policy::ratio::Ratio;
use crate::policy::timeline::{Span, Timeline};

#[allow(missing_docs, clippy::unreadable_literal, reason = "written by the build from policies/")]
mod written {
    use super::*;

    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

pub use written::PACKS;
