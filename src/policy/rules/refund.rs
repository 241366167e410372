//! 稳岗返还 (`refund`): part of last year's unemployment-insurance premiums paid back to an employer that kept its
//! staff (14号·二).
//!
//! Readings chosen where the text is silent, each shown as a note: the twelve months are those of the base year; the
//! average headcount decides who is a 30人（含）以下 employer; a round opens on 1 January.

mod advice;
mod conditions;
mod rates;

use crate::policy::assessment::{Amount, Condition, RefundAssessment, RefundResult, Standing, Step};
use crate::policy::case::{Applicant, CreditListing, RefundFacts};
use crate::policy::citation::evidence;
use crate::policy::date::Date;
use crate::policy::list::{Listed, marked};
use crate::policy::pack::{Packs, RefundRound};
use crate::policy::ratio::{AverageInsured, LayoffRate, Ratio};
use crate::policy::rules::standing;
use crate::policy::timeline::Span;
use crate::policy::verdict::{Outcome, Reason, Verdict};

pub use advice::{Insight, NextStepKind};

/// What a condition of the refund found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// The day falls in a round, or in none.
    Round(Standing),
    /// The kind of employer.
    Applicant(Option<Applicant>),
    /// Months of the base year paid in full.
    FullyPaid {
        /// As told.
        months: Option<u8>,
        /// As required.
        required: u8,
        /// The base year.
        base_year: u16,
    },
    /// The layoff rate.
    Layoff(Layoff),
    /// The lists the employer is on.
    Credit(Option<Vec<CreditListing>>),
    /// Whether it is in a liquidation or cancellation list.
    Zombie(Option<bool>),
}

/// The facts and the limit of the layoff rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layoff {
    /// Persons who drew the benefit in the base year.
    pub drawers: Option<u32>,
    /// The average insured.
    pub average: Option<AverageInsured>,
    /// The limit, where the average is known.
    pub limit: Option<Ratio>,
    /// floor(limit × average), persons.
    pub allowed: Option<u64>,
    /// The headcount up to which the small employers' limit holds, persons.
    pub small_persons: u32,
    /// The small employers' limit.
    pub small_limit: Ratio,
    /// The limit of all others.
    pub target: Ratio,
    /// The base year.
    pub base_year: u16,
}

impl Layoff {
    fn new(facts: &RefundFacts, round: &RefundRound) -> Self {
        let average = facts.average_insured;
        let (small_persons, small_limit) = (round.small_employer_persons.value, round.small_employer_limit.value);
        let target = round.control_target.value;
        let limit = average.map(|average| if average.at_most(small_persons) { small_limit } else { target });
        let allowed = average.zip(limit).map(|(average, limit)| average.persons_within(limit));
        Self {
            drawers: facts.benefit_drawers,
            average,
            limit,
            allowed,
            small_persons,
            small_limit,
            target,
            base_year: round.base_year,
        }
    }

    /// The rate, where both counts are known and somebody was insured.
    #[must_use]
    pub fn rate(&self) -> Option<LayoffRate> {
        LayoffRate::new(self.drawers?, self.average?)
    }

    /// 0 drawers is 未裁员, whatever the average; otherwise both counts decide.
    fn verdict(&self) -> Verdict {
        match (self.drawers, self.rate(), self.limit) {
            (Some(0), _, _) => Verdict::Met,
            (_, Some(rate), Some(limit)) => Verdict::from_bool(rate.within(limit)),
            _ => Verdict::Unknown(Reason::Missing),
        }
    }
}

/// A line of the refund's calculation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepKind {
    /// The layoff rate in per cent.
    LayoffRate {
        /// The base year.
        base_year: u16,
    },
    /// The refund.
    Refund,
    /// The refund at the evidence rate that is still open.
    LeastRefund,
    /// The refund at the highest rate that is still open.
    GreatestRefund,
}

/// Judges a refund case as of a day (14号·二).
///
/// Outside every round the outcome is `closed` and nothing else is judged. Otherwise the conditions of the round
/// decide, and the amount is the premium at every rate that the known facts leave open.
///
/// ```
/// use wengang::policy::{assessment::Amount, case::*, date::Date, money::Money, ratio::AverageInsured, rules::refund};
/// let facts = RefundFacts {
///     applicant: Some(Applicant::Enterprise),
///     size: Some(SizeClass::Small),
///     average_insured: AverageInsured::parse("30").ok(),
///     benefit_drawers: Some(6),
///     fully_paid_months: Some(12),
///     premium_paid: Money::parse("50000").ok(),
///     credit_listings: Some(vec![]),
///     zombie: Some(false),
///     ..RefundFacts::default()
/// };
/// let answer = refund::assess(&facts, &wengang::packs::PACKS, Date::new(2024, 9, 1));
/// assert_eq!(answer.amount, Some(Amount::Exact { value: Money::from_fen(3_000_000) }));
/// ```
#[must_use]
pub fn assess(facts: &RefundFacts, packs: &'static Packs, as_of: Date) -> RefundAssessment {
    let pack = &packs.refund;
    let standing = standing::of_refund(pack, as_of);
    match pack.rounds.at(as_of) {
        Span::Known(round) => in_round(facts, packs, round, standing, as_of),
        Span::Unknown(_) => closed(packs, standing, as_of),
    }
}

fn closed(packs: &'static Packs, standing: Standing, as_of: Date) -> RefundAssessment {
    let condition = Condition {
        id: "round-open",
        verdict: Verdict::Unmet,
        evidence: standing.evidence,
        finding: Finding::Round(standing),
        sources: standing.rule.map(|rule| vec![&rule.period]).unwrap_or_default(),
    };
    RefundAssessment {
        as_of,
        standing,
        outcome: Outcome::Closed,
        amount: None,
        ceiling: false,
        conditions: vec![condition],
        steps: Vec::new(),
        needs: Vec::new(),
        insights: advice::days_off(packs, as_of),
        next_steps: advice::ask_the_agency(),
        result: None,
    }
}

fn in_round(
    facts: &RefundFacts,
    packs: &'static Packs,
    round: &'static RefundRound,
    standing: Standing,
    as_of: Date,
) -> RefundAssessment {
    let layoff = Layoff::new(facts, round);
    let conditions = conditions::judge(facts, round, standing, layoff);
    let outcome = Outcome::of(conditions.iter().map(|condition| condition.verdict));
    let rates = rates::open_rates(facts, round);
    let amount = match outcome {
        Outcome::Eligible | Outcome::Undetermined => rates::amount(facts.premium_paid, &rates),
        Outcome::Ineligible | Outcome::Closed => None,
    };
    RefundAssessment {
        as_of,
        standing,
        outcome,
        amount,
        ceiling: round.ceiling,
        steps: steps(facts, round, layoff, amount, &rates),
        needs: needs(facts, round, outcome),
        insights: advice::insights(facts, packs, round, layoff, outcome, as_of),
        next_steps: advice::next_steps(facts, packs, round, outcome),
        conditions,
        result: Some(RefundResult {
            rate: rates::only(&rates).map(|rate| rate.value),
            layoff_rate: layoff.rate(),
            layoff_limit: layoff.limit,
            drawers_allowed: layoff.allowed,
            average_insured: layoff.average,
        }),
    }
}

/// Names the missing facts that can still change the verdict or the amount, in the order to ask.
fn needs(facts: &RefundFacts, round: &RefundRound, outcome: Outcome) -> Vec<&'static str> {
    if matches!(outcome, Outcome::Ineligible | Outcome::Closed) {
        return Vec::new();
    }
    let moves_layoff = facts.benefit_drawers != Some(0);
    marked(&[
        (facts.applicant.is_none(), "applicant"),
        (facts.size.is_none() && rates::size_matters(facts, round), "size"),
        (facts.average_insured.is_none() && (moves_layoff || rates::average_matters(facts, round)), "averageInsured"),
        (facts.benefit_drawers.is_none(), "benefitDrawers"),
        (facts.fully_paid_months.is_none(), "fullyPaidMonths"),
        (facts.premium_paid.is_none(), "premiumPaid"),
        (facts.credit_listings.is_none(), "creditListings"),
        (facts.zombie.is_none(), "zombie"),
    ])
}

fn steps(
    facts: &RefundFacts,
    round: &'static RefundRound,
    layoff: Layoff,
    amount: Option<Amount>,
    rates: &rates::Rates,
) -> Vec<Step<StepKind>> {
    let mut steps: Vec<_> = layoff_step(round, layoff).into_iter().listed();
    if let (Some(amount), Some(premium)) = (amount, facts.premium_paid) {
        steps.extend(rates::steps(premium, round, amount, rates));
    }
    steps
}

fn layoff_step(round: &'static RefundRound, layoff: Layoff) -> Option<Step<StepKind>> {
    let (rate, limit, drawers, average) = (layoff.rate()?, layoff.limit?, layoff.drawers?, layoff.average?);
    let (value, places) = rate.percent(limit);
    let divisor = average.formula();
    let divisor = if divisor.contains('÷') { format!("({divisor})") } else { divisor };
    let quotient = |zeros: u32| format!("round2({drawers} × 1{} ÷ {divisor})", "0".repeat(zeros as usize));
    // More places than two: the point is moved before rounding and back after it.
    let formula = match places.saturating_sub(2) {
        0 => quotient(2),
        more => format!("{} ÷ 1{}", quotient(places), "0".repeat(more as usize)),
    };
    let sources = conditions::layoff_sources(round, layoff);
    Some(Step {
        id: "layoff-rate".to_owned(),
        kind: StepKind::LayoffRate { base_year: round.base_year },
        formula,
        value: value.to_string(),
        unit: "%",
        evidence: evidence(&sources),
        sources,
    })
}
