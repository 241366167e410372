//! What follows from a refund case beside the verdict: insights and next steps, each with its clause.

use crate::policy::assessment::NextStep;
use crate::policy::case::{RefundFacts, SizeClass};
use crate::policy::date::Date;
use crate::policy::list::{Listed, present};
use crate::policy::money::Money;
use crate::policy::pack::{Coverage, Packs, RefundGuidance, RefundRound};
use crate::policy::rules::refund::{Layoff, rates};
use crate::policy::rules::standing::{DayOff, rounds_ending_on_a_weekend};
use crate::policy::verdict::Outcome;

/// What else follows from a refund case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Insight {
    /// How many more drawers the limit allows.
    DrawersHeadroom {
        /// floor(limit × average) − drawers, persons.
        left: u64,
        /// floor(limit × average), persons.
        allowed: u64,
    },
    /// By how many persons the limit is passed.
    DrawersOver {
        /// Drawers − floor(limit × average), persons.
        over: u64,
        /// floor(limit × average), persons.
        allowed: u64,
    },
    /// Up to how many drawers the condition holds, where their number is not known.
    DrawersUnknown {
        /// floor(limit × average), persons.
        allowed: u64,
        /// The base year.
        base_year: u16,
    },
    /// The refund by size class, where it differs.
    SizeComparison {
        /// For a large enterprise, 元.
        large: Money,
        /// For a medium, small or micro one, 元.
        smaller: Money,
        /// Whether the rates are only the published ceiling, worded 最高.
        ceiling: bool,
    },
    /// Up to how many drawers of this year the condition holds next year, if rule and average stay as they are.
    NextYear {
        /// floor(limit × average), persons.
        allowed: u64,
        /// This year: next year's base year.
        base_year: u16,
    },
    /// The last day of the round is on a weekend.
    LastDayOff(DayOff),
}

/// What an employer does next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStepKind {
    /// Wait for the pushed notice, confirm, 公示, money.
    NoApplication,
    /// A 劳务派遣 firm applies itself; `certain`: it said that it is one.
    LabourDispatch {
        /// Whether the employer said so.
        certain: bool,
    },
    /// Money to the account that pays the social insurance; `certain`: there is no corporate account.
    NoCorporateAccount {
        /// Whether the employer said so.
        certain: bool,
    },
    /// How a size class that is unknown or disputed is settled.
    WrittenCommitment,
    /// What the money may be used for.
    UseOfFunds,
    /// When the offices were told to pay: their target, no promise.
    PaymentTime,
    /// Wrong claims are pursued.
    Recovery,
    /// Ask 12333.
    AskTheAgency,
}

/// Last days on a weekend, also of a round that has just ended.
pub(super) fn days_off(packs: &'static Packs, as_of: Date) -> Vec<Insight> {
    let windows = packs.refund.rounds.known().iter().map(|round| round.head.window).listed();
    rounds_ending_on_a_weekend(&windows, as_of, packs).into_iter().map(Insight::LastDayOff).listed()
}

pub(super) fn insights(
    facts: &RefundFacts,
    packs: &'static Packs,
    round: &RefundRound,
    layoff: Layoff,
    outcome: Outcome,
    as_of: Date,
) -> Vec<Insight> {
    // With nobody insured there is no one who could draw it.
    let is_staffed = layoff.average.is_some_and(|average| !average.is_zero());
    let allowed = layoff.allowed.filter(|_| is_staffed);
    let drawers = allowed.map(|allowed| drawers_insight(layoff, allowed));
    let size = (outcome != Outcome::Ineligible).then(|| size_comparison(facts, round)).flatten();
    let next_year = allowed.map(|allowed| Insight::NextYear { allowed, base_year: as_of.year() });
    let mut insights = present([drawers, size, next_year]);
    insights.extend(days_off(packs, as_of));
    insights
}

fn drawers_insight(layoff: Layoff, allowed: u64) -> Insight {
    match layoff.drawers.map(u64::from) {
        None => Insight::DrawersUnknown { allowed, base_year: layoff.base_year },
        Some(drawers) if drawers > allowed => Insight::DrawersOver { over: drawers - allowed, allowed },
        Some(drawers) => Insight::DrawersHeadroom { left: allowed - drawers, allowed },
    }
}

fn size_comparison(facts: &RefundFacts, round: &RefundRound) -> Option<Insight> {
    let premium = facts.premium_paid?;
    let (large, smaller) = (premium.share(round.large.value), premium.share(round.smaller.value));
    (rates::size_matters(facts, round) && large != smaller).then_some(Insight::SizeComparison {
        large,
        smaller,
        ceiling: round.ceiling,
    })
}

pub(super) fn ask_the_agency() -> Vec<NextStep<NextStepKind>> {
    vec![NextStep::of(NextStepKind::AskTheAgency)]
}

pub(super) fn next_steps(
    facts: &RefundFacts,
    packs: &'static Packs,
    round: &'static RefundRound,
    outcome: Outcome,
) -> Vec<NextStep<NextStepKind>> {
    if outcome == Outcome::Ineligible {
        return ask_the_agency();
    }
    let guidance = &packs.refund.guidance;
    let mut steps = how_it_is_claimed(facts, guidance);
    steps.extend(account_step(facts, guidance));
    if facts.size.is_none() && rates::may_be(facts, Coverage::Enterprise) {
        steps.push(NextStep::by(&guidance.written_commitment, NextStepKind::WrittenCommitment));
    }
    steps.push(NextStep::by(&guidance.use_of_funds, NextStepKind::UseOfFunds));
    steps.extend(round.payment_time.as_ref().map(|source| NextStep::by(source, NextStepKind::PaymentTime)));
    steps.push(NextStep::by(&guidance.recovery, NextStepKind::Recovery));
    steps.push(NextStep::of(NextStepKind::AskTheAgency));
    steps
}

fn how_it_is_claimed(facts: &RefundFacts, guidance: &'static RefundGuidance) -> Vec<NextStep<NextStepKind>> {
    let pushed = NextStep::by(&guidance.no_application, NextStepKind::NoApplication);
    let dispatch = |certain| NextStep::by(&guidance.labour_dispatch, NextStepKind::LabourDispatch { certain });
    match facts.labour_dispatch {
        Some(true) => vec![dispatch(true)],
        Some(false) => vec![pushed],
        None => vec![pushed, dispatch(false)],
    }
}

/// The text offers the other account to 小微企业 only.
fn account_step(facts: &RefundFacts, guidance: &'static RefundGuidance) -> Option<NextStep<NextStepKind>> {
    let may_be_small = !matches!(facts.size, Some(SizeClass::Large | SizeClass::Medium));
    let certain = match facts.corporate_account {
        Some(true) => return None,
        Some(false) => true,
        None => false,
    };
    may_be_small.then(|| NextStep::by(&guidance.no_corporate_account, NextStepKind::NoCorporateAccount { certain }))
}
