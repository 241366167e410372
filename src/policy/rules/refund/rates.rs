//! Which rates the known facts leave open, and the refund at each.

use crate::policy::assessment::{Amount, Step};
use crate::policy::case::RefundFacts;
use crate::policy::citation::{Sourced, evidence};
use crate::policy::money::Money;
use crate::policy::pack::{Coverage, RefundRound};
use crate::policy::ratio::Ratio;
use crate::policy::rules::refund::StepKind;

/// The rates that are still open.
pub(super) type Rates = Vec<&'static Sourced<Ratio>>;

/// Every rate that some completion of the facts gives. Each missing fact is bounded by itself: an unknown applicant
/// leaves the rates of enterprises and of the six bodies open, a missing average both rates of a body.
pub(super) fn open_rates(facts: &RefundFacts, round: &'static RefundRound) -> Rates {
    let mut rates = Rates::new();
    if may_be(facts, Coverage::Enterprise) {
        match facts.size {
            Some(size) => rates.push(round.enterprise_rate(size)),
            None => rates.extend([&round.large, &round.smaller]),
        }
    }
    if may_be(facts, Coverage::Body) {
        match facts.average_insured {
            Some(average) if average.at_least(round.body_persons.value) => rates.push(&round.body_large),
            Some(_) => rates.push(&round.body_small),
            None => rates.extend([&round.body_large, &round.body_small]),
        }
    }
    rates
}

fn lowest_rate(rates: &Rates) -> Option<&'static Sourced<Ratio>> {
    rates.iter().copied().min_by_key(|rate| rate.value)
}

fn highest_rate(rates: &Rates) -> Option<&'static Sourced<Ratio>> {
    rates.iter().copied().max_by_key(|rate| rate.value)
}

/// Whether an answer on the size class can still move the amount.
pub(super) fn size_matters(facts: &RefundFacts, round: &RefundRound) -> bool {
    may_be(facts, Coverage::Enterprise) && pays(facts) && round.large.value != round.smaller.value
}

/// Whether the average can still move the amount.
pub(super) fn average_matters(facts: &RefundFacts, round: &RefundRound) -> bool {
    may_be(facts, Coverage::Body) && pays(facts) && round.body_large.value != round.body_small.value
}

fn pays(facts: &RefundFacts) -> bool {
    facts.premium_paid != Some(Money::ZERO)
}

/// Whether the applicant may fall under that head: unknown, and a body of which the text is silent, leave it open.
pub(super) fn may_be(facts: &RefundFacts, head: Coverage) -> bool {
    facts.applicant.is_none_or(|applicant| {
        let coverage = RefundRound::covers(applicant);
        coverage == head || coverage == Coverage::Silent
    })
}

/// The one rate, where only one is open.
pub(super) fn only(rates: &Rates) -> Option<&'static Sourced<Ratio>> {
    let evidence = lowest_rate(rates)?;
    (evidence.value == highest_rate(rates)?.value).then_some(evidence)
}

/// Premium × rate, from the evidence open rate to the highest.
pub(super) fn amount(premium: Option<Money>, rates: &Rates) -> Option<Amount> {
    let premium = premium?;
    Amount::spanning(rates.iter().map(|rate| premium.share(rate.value)))
}

/// The calculation of an amount: one line, or two where it is a range.
pub(super) fn steps(premium: Money, round: &'static RefundRound, amount: Amount, rates: &Rates) -> Vec<Step<StepKind>> {
    let line = |id: &str, kind: StepKind, rate: &'static Sourced<Ratio>| {
        let sources = vec![&rate.source, &round.premium_base];
        Step {
            id: id.to_owned(),
            kind,
            formula: format!("round2({premium} × {})", rate.value),
            value: premium.share(rate.value).to_string(),
            unit: "元",
            evidence: evidence(&sources),
            sources,
        }
    };
    let Some((least, most)) = lowest_rate(rates).zip(highest_rate(rates)) else { return Vec::new() };
    match amount {
        Amount::Exact { .. } => vec![line("refund", StepKind::Refund, least)],
        Amount::Range { .. } => {
            vec![line("refund-min", StepKind::LeastRefund, least), line("refund-max", StepKind::GreatestRefund, most)]
        }
    }
}
