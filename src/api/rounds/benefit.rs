//! The unemployment benefit's standards over time.

use crate::api::answer::Calculator;
use crate::api::policies;
use crate::api::rounds::{self, MeasureRounds, Round};
use crate::packs::PACKS;
use crate::policy::list::Listed;
use crate::policy::pack::BenefitStandard;
use crate::text::rounds as words;

pub(super) fn measure() -> MeasureRounds {
    let pack = &PACKS.benefit;
    let rows = rounds::rows(&pack.standards, |standard| Some(one(standard)));
    rounds::measure(
        Calculator::UnemploymentBenefit,
        &pack.head,
        vec![rounds::table(words::BENEFIT_IS, words::BENEFIT, rows)],
    )
}

fn one(standard: &'static BenefitStandard) -> Round {
    let tier = |number: u8| {
        let wage = standard.wage(number);
        wage.map_or_else(|| words::NO_TIER.to_owned(), |wage| words::amount(wage.share(standard.share)))
    };
    let mut figures: Vec<_> = (1..=most_tiers()).map(tier).listed();
    figures.push(words::share(standard.share, false));
    let name = words::since(standard.head.window.from);
    rounds::round(
        name,
        &standard.head,
        policies::documents(&standard.head, &standard.sources()),
        standard.evidence(),
        figures,
    )
}

/// The tiers of the standard that has most.
fn most_tiers() -> u8 {
    let tiers = PACKS.benefit.standards.known().iter().map(|standard| standard.wages.len()).max();
    tiers.and_then(|tiers| u8::try_from(tiers).ok()).unwrap_or_default()
}
