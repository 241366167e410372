//! What follows from a skill-subsidy case beside the verdicts.

use crate::policy::assessment::{NextStep, PlanEntry, SkillItem};
use crate::policy::case::{Certificate, CertificateKind, Level, Person, Received, SkillFacts};
use crate::policy::citation::Evidence;
use crate::policy::date::Date;
use crate::policy::list::Listed as _;
use crate::policy::list::present;
use crate::policy::money::Money;
use crate::policy::pack::Packs;
use crate::policy::rules::skill_subsidy::{Case, plan};
use crate::policy::rules::standing::{DayOff, rounds_ending_on_a_weekend};
use crate::policy::verdict::Outcome;

/// What else follows from a skill-subsidy case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Insight {
    /// How many insured months are missing.
    MonthsShort {
        /// Months still to be insured.
        short: u32,
        /// Months required.
        required: u32,
    },
    /// What could be had if all that is unknown turned out well, 元.
    PossibleTotal(Money),
    /// The standing rule would pay, whatever this year's notice says.
    StandingRight {
        /// What it would pay, 元.
        total: Money,
        /// How sure the standing rule is.
        evidence: Evidence,
        /// Months it requires.
        months: u32,
        /// The first last day among the certificates it would pay for.
        by: Date,
    },
    /// What one level more of an occupation in the plan would bring, once the plan is followed.
    HigherLevel {
        /// The occupation as written.
        occupation: String,
        /// The level above the highest that is held.
        level: Level,
        /// What it would bring beside the plan, 元.
        adds: Money,
        /// The last day to apply for it.
        by: Date,
        /// How sure the rule is.
        evidence: Evidence,
    },
    /// A certificate's last day, or the round's, is on a weekend.
    LastDayOff {
        /// The certificate's occupation as written; `None`: the round's last day.
        occupation: Option<String>,
        /// The last day and the Monday after it.
        day_off: DayOff,
    },
}

/// What a worker does next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextStepKind {
    /// Where to apply.
    ApplyOnline,
    /// How the money comes.
    Payment,
    /// Wrong claims are pursued.
    Recovery,
    /// Ask 12333.
    AskTheAgency,
}

pub(super) fn insights(case: Case<'_>, packs: &'static Packs, items: &[SkillItem], plan: &[PlanEntry]) -> Vec<Insight> {
    let required = case.rule.insured_months.value;
    let short = case.facts.insured_months.and_then(|months| required.checked_sub(months)).filter(|short| *short > 0);
    let undetermined = items.iter().any(|item| item.outcome == Outcome::Undetermined);
    let mut insights = present([
        short.map(|short| Insight::MonthsShort { short, required }),
        undetermined.then(|| plan::hoped_total(case, items).map(Insight::PossibleTotal)).flatten(),
        standing_right(case, packs),
    ]);
    insights.extend(higher_levels(case, plan));
    insights.extend(case.facts.certificates.iter().filter_map(|certificate| last_day_off(case, packs, certificate)));
    insights.extend(days_off(packs, case.as_of));
    insights
}

/// Last days of rounds on a weekend, also of a round that has just ended.
pub(super) fn days_off(packs: &'static Packs, as_of: Date) -> Vec<Insight> {
    let windows = packs.skill.rules.known().iter().map(|rule| rule.head.window).listed();
    let days_off = rounds_ending_on_a_weekend(&windows, as_of, packs);
    days_off.into_iter().map(|day_off| Insight::LastDayOff { occupation: None, day_off }).listed()
}

/// Even where this year's notice is unconfirmed, the last sentence of 14号·三 stands for 企业在职职工.
fn standing_right(case: Case<'_>, packs: &'static Packs) -> Option<Insight> {
    let standing = packs.skill.standing;
    let beside_a_round = case.rule.round.is_some() && standing.head.window.contains(case.as_of);
    if !beside_a_round || case.facts.person != Some(Person::EnterpriseEmployee) {
        return None;
    }
    let under_standing = Case { rule: standing, ..case };
    let items = under_standing.items();
    let (plan, _) = plan::make(under_standing, &items);
    let by = plan.iter().map(|entry| entry.apply_by).min()?;
    Some(Insight::StandingRight {
        total: plan.iter().map(|entry| entry.amount).sum(),
        evidence: standing.evidence(),
        months: standing.insured_months.value,
        by,
    })
}

/// What one level more would bring, for the first occupations of the plan where it brings something.
///
/// The page's first advice is the plan: the promise must hold for who follows it and has the money. Where the year has
/// no place left then, nothing is promised.
fn higher_levels(case: Case<'_>, plan: &[PlanEntry]) -> Vec<Insight> {
    let certificates = &case.facts.certificates;
    if certificates.len() >= SkillFacts::MAX_CERTIFICATES {
        return Vec::new();
    }
    let mut paid = case.facts.clone();
    let received = plan.iter().filter_map(|entry| Some(received_now(certificates.get(entry.index)?, case.as_of)));
    paid.received.get_or_insert_default().extend(received);
    let (mut insights, mut seen) = (Vec::new(), Vec::new());
    for planned in plan.iter().filter_map(|entry| certificates.get(entry.index)) {
        if insights.len() < SkillFacts::MAX_HIGHER_LEVELS && !seen.contains(&&planned.occupation) {
            seen.push(&planned.occupation);
            insights.extend(higher_level(case, planned, &paid));
        }
    }
    insights
}

fn received_now(certificate: &Certificate, day: Date) -> Received {
    Received {
        occupation: certificate.occupation.clone(),
        level: certificate.level,
        received_on: day,
        urgent_shortage: certificate.urgent_shortage,
    }
}

/// The plan after the first one was paid, made with one certificate more: a level above the highest held, issued today.
fn higher_level(case: Case<'_>, planned: &Certificate, paid: &SkillFacts) -> Option<Insight> {
    let same = case.facts.certificates.iter().filter(|one| one.occupation == planned.occupation);
    let highest = same.filter(|one| one.kind.is_accepted()).min_by_key(|one| one.level)?;
    let level = Level::new(highest.level.number().checked_sub(1)?)?;
    let hoped = Certificate {
        id: None,
        occupation: planned.occupation.clone(),
        level,
        kind: CertificateKind::SkillLevel,
        issued_on: case.as_of,
        training_subsidy_received: Some(false),
        urgent_shortage: highest.urgent_shortage,
    };
    let mut facts = paid.clone();
    let index = facts.certificates.len();
    facts.certificates.push(hoped);
    let with_it = Case { facts: &facts, ..case };
    let (plan, _) = plan::make(with_it, &with_it.items());
    let by = plan.iter().find(|entry| entry.index == index)?.apply_by;
    // On the last day: another certificate that is issued by then may take the place.
    let on_the_last_day = |facts| total(Case { facts, rule: case.rule, as_of: by });
    let adds = on_the_last_day(&facts).less(on_the_last_day(paid));
    let (occupation, evidence) = (planned.occupation.written().to_owned(), case.rule.evidence());
    (adds > Money::ZERO).then_some(Insight::HigherLevel { occupation, level, adds, by, evidence })
}

fn total(case: Case<'_>) -> Money {
    plan::make(case, &case.items()).0.iter().map(|entry| entry.amount).sum()
}

fn last_day_off(case: Case<'_>, packs: &'static Packs, certificate: &Certificate) -> Option<Insight> {
    let day_off = DayOff::of(case.last_day(certificate), case.as_of, &packs.day_off)?;
    let occupation = Some(certificate.occupation.written().to_owned());
    (certificate.issued_on <= case.as_of).then_some(Insight::LastDayOff { occupation, day_off })
}

pub(super) fn ask_the_agency() -> Vec<NextStep<NextStepKind>> {
    vec![NextStep::of(NextStepKind::AskTheAgency)]
}

pub(super) fn next_steps(case: Case<'_>, packs: &'static Packs, outcome: Outcome) -> Vec<NextStep<NextStepKind>> {
    if outcome == Outcome::Ineligible || case.person_fails() {
        return ask_the_agency();
    }
    let guidance = &packs.skill.guidance;
    vec![
        NextStep::by(&guidance.apply_online, NextStepKind::ApplyOnline),
        NextStep::by(&guidance.payment, NextStepKind::Payment),
        NextStep::by(&guidance.recovery, NextStepKind::Recovery),
        NextStep::of(NextStepKind::AskTheAgency),
    ]
}
