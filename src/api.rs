//! What goes in and what comes out: requests and answers as types, and what people type. No browser in it.

pub mod answer;
pub mod drawers;
pub mod entry;
#[cfg(any(test, feature = "native"))]
pub mod fold;
#[cfg(feature = "json")]
mod json;
pub mod link;
pub mod policies;
pub mod poster;
#[cfg(feature = "json")]
pub mod request;
pub mod rounds;

mod premium;
mod refund;
mod size_class;
mod skill_subsidy;
mod unemployment_benefit;
pub mod wording;

use crate::packs::PACKS;
use crate::policy::case::{BenefitFacts, PremiumFacts, RefundFacts, SizeFacts, SkillFacts};
use crate::policy::date::Date;
use crate::policy::rules;

pub use answer::Assessment;

/// A calculator's case, as of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// The day of application.
    pub as_of: Date,
    /// What is known.
    pub facts: Facts,
}

/// The facts of one of the calculators.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Facts {
    /// 稳岗返还.
    Refund(RefundFacts),
    /// 技能提升补贴.
    SkillSubsidy(SkillFacts),
    /// 失业保险费.
    Premium(PremiumFacts),
    /// 失业保险金.
    UnemploymentBenefit(BenefitFacts),
    /// 企业划型.
    SizeClass(SizeFacts),
}

/// Judges a case and words the answer: the one evaluation behind page, package, print and JSON.
#[must_use]
pub fn assess(request: &Request) -> Assessment {
    let as_of = request.as_of;
    match &request.facts {
        Facts::Refund(facts) => refund::worded(&rules::refund::assess(facts, &PACKS, as_of)),
        Facts::SkillSubsidy(facts) => skill_subsidy::worded(facts, &rules::skill_subsidy::assess(facts, &PACKS, as_of)),
        Facts::Premium(facts) => premium::worded(&rules::premium::assess(facts, &PACKS, as_of)),
        Facts::UnemploymentBenefit(facts) => {
            unemployment_benefit::worded(&rules::unemployment_benefit::assess(facts, &PACKS, as_of))
        }
        Facts::SizeClass(facts) => size_class::worded(&rules::size_class::assess(facts, &PACKS, as_of)),
    }
}
