//! 失业保险金 (`unemployment_benefit`): a sum a month for people out of work (社会保险法 §§45–51, 14号·四, 14号·五).
//!
//! There is neither a last day to claim nor a paper proof (14号·五). Each month is paid by the standard of that month.

mod advice;
mod conditions;
mod schedule;

use crate::policy::assessment::{BenefitAssessment, BenefitMonths, Condition, Standing};
use crate::policy::case::{BenefitFacts, Separation};
use crate::policy::citation::Evidence;
use crate::policy::date::Date;
use crate::policy::list::{Listed, marked, present};
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::pack::{BenefitPack, Packs};
use crate::policy::rules::standing;
use crate::policy::timeline::Span;
use crate::policy::verdict::{Outcome, Reason, Verdict};

pub use advice::{Insight, NextStepKind};
use schedule::Schedule;

/// What a condition of the benefit found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Finding {
    /// Months insured, or the unused months of an earlier claim.
    Insured {
        /// As told.
        months: Option<u32>,
        /// As required.
        required: u32,
        /// Unused months that are paid on, because of re-employment for under a year.
        continues: Option<u8>,
    },
    /// Why the work ended.
    Separation(Option<Separation>),
    /// Whether registered as unemployed.
    Registered(Option<bool>),
}

/// A line of the benefit's calculation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepKind {
    /// Full years insured.
    Years,
    /// Months from the months insured.
    FromInsurance {
        /// Months of benefit for 1, 2, 3 … full years.
        first: &'static [u8],
        /// Months more for each further full year.
        then: u8,
    },
    /// All months.
    Months,
    /// What a month brings, from that month on.
    Standard {
        /// The month from which the standard is paid.
        from: Month,
    },
    /// All months together.
    Total,
}

/// A fact that was left out and taken as api.md says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Assumption {
    /// The first month is that of the day of application.
    FirstMonth(Month),
    /// No months of an earlier claim are left.
    NothingUnused,
}

/// The facts seen on a day, with what is assumed filled in.
#[derive(Clone, Copy)]
struct Case<'a> {
    facts: &'a BenefitFacts,
    pack: &'static BenefitPack,
    first_month: Month,
    unused: u8,
}

impl<'a> Case<'a> {
    fn new(facts: &'a BenefitFacts, pack: &'static BenefitPack, as_of: Date) -> Self {
        let first_month = facts.first_month.unwrap_or(Month::of(as_of));
        Self { facts, pack, first_month, unused: facts.unused_months.unwrap_or(0) }
    }

    fn required(self) -> u32 {
        self.pack.conditions.insured_months.value
    }

    /// The unused months that alone are paid on: re-employed for under a year, and months are left.
    fn continues(self) -> Option<u8> {
        (self.facts.reemployed_under_one_year == Some(true) && self.unused > 0).then_some(self.unused)
    }

    /// Whether the first month has a standard: without one no region helps.
    fn has_standard(self) -> bool {
        matches!(self.pack.standards.at(self.first_month.first_day()), Span::Known(_))
    }

    /// Whether the word on re-employment can still decide: too few months insured, or nobody said how many, and
    /// unused months left.
    fn waits_for_reemployment(self) -> bool {
        let may_be_short = self.facts.insured_months.is_none_or(|months| months < self.required());
        may_be_short && self.unused > 0 && self.facts.reemployed_under_one_year.is_none()
    }

    fn insured(self) -> Verdict {
        match self.facts.insured_months {
            _ if self.continues().is_some() => Verdict::Met,
            // Re-employed for under a year, nobody is insured for a full year since; without unused months that decides.
            None if self.facts.reemployed_under_one_year == Some(true) => Verdict::Unmet,
            Some(months) if months >= self.required() => Verdict::Met,
            Some(_) if !self.waits_for_reemployment() => Verdict::Unmet,
            _ => Verdict::Unknown(Reason::Missing),
        }
    }

    /// For how many months, where the insurance condition is met.
    fn months(self) -> Option<BenefitMonths> {
        if self.insured() != Verdict::Met {
            return None;
        }
        let table = &self.pack.months;
        let from_insurance = match self.continues() {
            Some(_) => 0,
            None => schedule::from_insurance(table, self.facts.insured_months?),
        };
        let total = from_insurance.saturating_add(self.unused).min(table.most);
        Some(BenefitMonths { total, from_insurance, carried_over: self.unused })
    }
}

/// Judges a benefit case as of a day (社会保险法 §§45–46).
///
/// Where only the registration is missing, which can be made at once, the estimate stands in an insight.
///
/// ```
/// use wengang::packs::PACKS;
/// use wengang::policy::{case::*, date::Date, money::Money, rules::unemployment_benefit};
/// let facts = BenefitFacts {
///     region: PACKS.benefit.region("shijiazhuang/zanhuang"),
///     insured_months: Some(12),
///     separation: Some(Separation::Dismissed),
///     registered: Some(true),
///     ..BenefitFacts::default()
/// };
/// let answer = unemployment_benefit::assess(&facts, &PACKS, Date::new(2025, 1, 10));
/// assert_eq!(answer.total, Some(Money::from_fen(486_000)));
/// ```
#[must_use]
pub fn assess(facts: &BenefitFacts, packs: &'static Packs, as_of: Date) -> BenefitAssessment {
    let case = Case::new(facts, &packs.benefit, as_of);
    let conditions = conditions::judge(case);
    let outcome = Outcome::of(conditions.iter().map(|condition| condition.verdict));
    let (months, schedule) = (case.months(), Schedule::of(case));
    let insights = advice::insights(case, &conditions, months, schedule.as_ref());
    let is_paid = outcome != Outcome::Ineligible;
    let (months, schedule) = (months.filter(|_| is_paid), schedule.filter(|_| is_paid));
    BenefitAssessment {
        as_of,
        standing: standing_of(case, schedule.as_ref(), as_of),
        outcome,
        total: schedule.as_ref().map(Schedule::total),
        steps: schedule::steps(case, months, schedule.as_ref()),
        needs: needs(case, outcome),
        insights,
        next_steps: advice::next_steps(case, &conditions),
        doubts: schedule.as_ref().map(|schedule| doubts(schedule, case.first_month, case.pack)).unwrap_or_default(),
        assumed: assumed(case),
        conditions,
        months,
        schedule: schedule.map(Schedule::into_months),
    }
}

/// Whether the benefit is in force on the day, by the standard of the first month; as sure as the least sure month of
/// the schedule.
fn standing_of(case: Case<'_>, schedule: Option<&Schedule>, as_of: Date) -> Standing {
    let today = standing::of_benefit(case.pack, as_of);
    let first = standing::of_benefit(case.pack, case.first_month.first_day());
    let evidence = schedule.map_or(first.evidence, Schedule::evidence);
    Standing { rule: first.rule, gap: today.gap.or(first.gap), evidence, ..today }
}

/// The notes of the standards that are paid later than the one of the first month.
fn doubts(schedule: &Schedule, first_month: Month, pack: &'static BenefitPack) -> Vec<&'static str> {
    let first = standing::of_benefit(pack, first_month.first_day()).rule.map(|rule| rule.id);
    let others = schedule.rules().filter(|rule| Some(rule.id) != first);
    others.flat_map(|rule| rule.notes).copied().listed()
}

fn needs(case: Case<'_>, outcome: Outcome) -> Vec<&'static str> {
    if outcome == Outcome::Ineligible {
        return Vec::new();
    }
    let facts = case.facts;
    marked(&[
        (facts.region.is_none() && case.has_standard(), "region"),
        (facts.insured_months.is_none() && case.insured() != Verdict::Met, "insuredMonths"),
        (facts.separation.is_none(), "separation"),
        (facts.registered.is_none(), "registered"),
        (case.waits_for_reemployment(), "reemployedUnderOneYear"),
    ])
}

fn assumed(case: Case<'_>) -> Vec<Assumption> {
    present([
        case.facts.first_month.is_none().then_some(Assumption::FirstMonth(case.first_month)),
        case.facts.unused_months.is_none().then_some(Assumption::NothingUnused),
    ])
}

/// The only condition that fails, where there is just one.
fn only_unmet(conditions: &[Condition<Finding>]) -> Option<&'static str> {
    let mut unmet = conditions.iter().filter(|condition| condition.verdict.is_unmet());
    let first = unmet.next()?.id;
    unmet.next().is_none().then_some(first)
}

/// The id of the condition that can be put right at once.
const CURABLE: &str = "registered";

/// Whether all that fails is the registration.
fn is_curable(conditions: &[Condition<Finding>]) -> bool {
    only_unmet(conditions) == Some(CURABLE)
}

/// What the months bring, where that is known.
fn sum(amounts: impl Iterator<Item = Money>) -> Money {
    amounts.sum()
}

/// How sure a schedule is: as its least sure month.
fn least(months: impl Iterator<Item = Evidence>) -> Evidence {
    months.max().unwrap_or(Evidence::Official)
}
