//! What follows from a benefit case beside the verdict.

use crate::policy::assessment::{BenefitMonths, Condition, NextStep};
use crate::policy::citation::Evidence;
use crate::policy::date::Date;
use crate::policy::list::Listed;
use crate::policy::money::Money;
use crate::policy::month::Month;
use crate::policy::rules::unemployment_benefit::schedule::Schedule;
use crate::policy::rules::unemployment_benefit::{Case, Finding, is_curable};
use crate::policy::verdict::Verdict;

/// What else follows from a benefit case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Insight {
    /// What could be had once registered as unemployed.
    OnceRegistered {
        /// The first month.
        first_month: Month,
        /// Months.
        months: u8,
        /// What they bring together, where the region is known, 元.
        total: Option<Money>,
        /// How sure that is.
        evidence: Evidence,
        /// Whether every other condition is met; otherwise one is still unknown.
        is_all_else_met: bool,
    },
    /// How many insured months are missing.
    MonthsShort {
        /// Months still to be insured.
        short: u32,
        /// Months required.
        required: u32,
    },
    /// The months together pass the most that is paid.
    OverTheMost {
        /// Months together.
        together: u8,
        /// The most.
        most: u8,
    },
    /// From a month on another standard is paid.
    StandardChanges {
        /// That month.
        from: Month,
        /// What a month brings from then, 元.
        amount: Money,
        /// How sure that is.
        evidence: Evidence,
    },
    /// The months begin before the first standard that is recorded.
    BeforeEveryStandard {
        /// The first month.
        first_month: Month,
    },
}

/// What somebody out of work does next, and what comes with the benefit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStepKind {
    /// Register as unemployed first.
    Register,
    /// Claim with 身份证 or 社保卡, without proof and without a last day.
    Claim,
    /// The national platforms for claims and transfers.
    Platforms,
    /// The medical premium is paid from the fund.
    Medical,
    /// 价格临时补贴: no amount is promised.
    PriceSubsidy,
    /// Within a year of retirement age the benefit runs on.
    NearRetirement,
    /// The pension premium near retirement.
    Pension {
        /// From which day.
        from: Date,
    },
    /// What ends it.
    Ends,
    /// Wrong claims are pursued.
    Recovery,
    /// Ask 12333.
    AskTheAgency,
}

pub(super) fn insights(
    case: Case<'_>,
    conditions: &[Condition<Finding>],
    months: Option<BenefitMonths>,
    schedule: Option<&Schedule>,
) -> Vec<Insight> {
    let required = case.required();
    let is_short = conditions.iter().any(|c| c.verdict.is_unmet() && matches!(c.finding, Finding::Insured { .. }));
    let short = case.facts.insured_months.and_then(|told| required.checked_sub(told)).filter(|_| is_short);
    let mut insights: Vec<_> = short.map(|short| Insight::MonthsShort { short, required }).into_iter().listed();
    let fails = conditions.iter().any(|condition| condition.verdict.is_unmet());
    let Some(months) = months.filter(|_| !fails || is_curable(conditions)) else { return insights };
    if fails {
        insights.push(Insight::OnceRegistered {
            first_month: case.first_month,
            months: months.total,
            total: schedule.map(Schedule::total),
            evidence: schedule.map_or(Evidence::Official, Schedule::evidence),
            is_all_else_met: !conditions.iter().any(|c| matches!(c.verdict, Verdict::Unknown(_))),
        });
    }
    insights.extend(of_months(case, months, schedule));
    insights
}

fn of_months(case: Case<'_>, months: BenefitMonths, schedule: Option<&Schedule>) -> Vec<Insight> {
    let together = months.from_insurance.saturating_add(months.carried_over);
    let over = Insight::OverTheMost { together, most: months.total };
    let mut insights: Vec<_> = (together > months.total).then_some(over).into_iter().listed();
    match schedule {
        Some(schedule) => {
            insights.extend(schedule.changes().map(|(from, amount, evidence)| Insight::StandardChanges {
                from,
                amount,
                evidence,
            }))
        }
        None if case.facts.region.is_some() => {
            insights.push(Insight::BeforeEveryStandard { first_month: case.first_month });
        }
        None => {}
    }
    insights
}

pub(super) fn next_steps(case: Case<'_>, conditions: &[Condition<Finding>]) -> Vec<NextStep<NextStepKind>> {
    let (law, guidance) = (&case.pack.conditions, &case.pack.guidance);
    let fails = conditions.iter().any(|condition| condition.verdict.is_unmet());
    if fails && !is_curable(conditions) {
        return vec![NextStep::of(NextStepKind::AskTheAgency)];
    }
    let register = (case.facts.registered != Some(true)).then(|| NextStep::by(&law.registered, NextStepKind::Register));
    register
        .into_iter()
        .chain([
            NextStep::by(&guidance.no_proof, NextStepKind::Claim),
            NextStep::by(&guidance.platforms, NextStepKind::Platforms),
            NextStep::by(&guidance.medical, NextStepKind::Medical),
            NextStep::by(&guidance.price_subsidy, NextStepKind::PriceSubsidy),
            NextStep::by(&guidance.near_retirement, NextStepKind::NearRetirement),
            NextStep::by(&case.pack.pension.source, NextStepKind::Pension { from: case.pack.pension.value }),
            NextStep::by(&guidance.ends, NextStepKind::Ends),
            NextStep::by(&guidance.recovery, NextStepKind::Recovery),
            NextStep::of(NextStepKind::AskTheAgency),
        ])
        .listed()
}
