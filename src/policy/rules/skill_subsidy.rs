//! 技能提升补贴 (`skill_subsidy`): money for a worker who earns a skill certificate (14号·三).
//!
//! A case is judged by the round in force on the day of application, and by the standing rule where no round is.
//! Readings chosen where the text is silent: months insured are cumulative, a year is the calendar year, and
//! 不得重复享受 with 职业培训补贴 is meant for the same certificate.

mod advice;
mod conditions;
mod plan;

use crate::policy::assessment::{PlanEntry, SkillAssessment, SkillItem, Standing, Step};
use crate::policy::case::{Certificate, Level, Person, Received, SkillFacts};
use crate::policy::date::Date;
use crate::policy::list::{Listed, marked};
use crate::policy::money::Money;
use crate::policy::pack::{Blocking, Packs, SkillRule, YearlyLimit};
use crate::policy::rules::standing;
use crate::policy::timeline::Span;
use crate::policy::verdict::Outcome;

pub use advice::{Insight, NextStepKind};

/// What a condition of the skill subsidy found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// Who applies.
    Person(Option<Person>),
    /// Months insured.
    Insured {
        /// As told.
        months: Option<u32>,
        /// As required.
        required: u32,
    },
    /// Whether the kind of certificate counts.
    Kind,
    /// The level, and what it brings.
    Level(Level, Option<Money>),
    /// The time since the day of issue.
    Window {
        /// The day of issue.
        issued_on: Date,
        /// The last day to apply.
        last_day: Date,
        /// The day of application.
        as_of: Date,
        /// Months from the day of issue.
        months: u16,
    },
    /// Whether the same occupation and level was paid before, and when.
    ReceivedBefore(Option<Date>),
    /// Whether 职业培训补贴 was had for it.
    TrainingSubsidy(bool),
    /// The higher level of the same occupation that blocks it.
    Superseded {
        /// That level and how it blocks.
        by: Option<(Level, Blocking)>,
        /// What the rule looks at.
        rule: Blocking,
    },
    /// The places of the calendar year.
    Yearly {
        /// The limit.
        limit: YearlyLimit,
        /// Subsidies received in the year.
        received: u8,
        /// Of them not 急需紧缺.
        ordinary: u8,
        /// Whether this certificate is 急需紧缺.
        urgent: bool,
        /// The calendar year.
        year: u16,
    },
}

/// A line of the skill subsidy's calculation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StepKind {
    /// What one certificate of the plan brings.
    Certificate {
        /// Its occupation as written.
        occupation: String,
        /// Its level.
        level: Level,
    },
    /// The plan's total.
    Total,
}

/// A fact that was left out and taken as api.md says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Assumption {
    /// No subsidy was received before.
    NothingReceived,
    /// No 职业培训补贴 was had for a certificate.
    NoTrainingSubsidy,
    /// A certificate's occupation is not 急需紧缺.
    NotUrgent,
}

/// The facts seen under one rule on one day.
#[derive(Clone, Copy)]
struct Case<'a> {
    facts: &'a SkillFacts,
    rule: &'static SkillRule,
    as_of: Date,
}

impl<'a> Case<'a> {
    fn received(self) -> &'a [Received] {
        self.facts.received.as_deref().unwrap_or_default()
    }

    fn received_in_the_year(self) -> impl Iterator<Item = &'a Received> {
        self.received().iter().filter(move |received| received.received_on.year() == self.as_of.year())
    }

    /// Subsidies received in the calendar year of the day: all, and those that are not 急需紧缺.
    ///
    /// No later day than that of the application is among them: neither the API nor the page lets one in.
    fn received_this_year(self) -> (u8, u8) {
        let (mut all, mut ordinary) = (0_u8, 0_u8);
        for received in self.received_in_the_year() {
            all = all.saturating_add(1);
            ordinary = ordinary.saturating_add(u8::from(!received.urgent_shortage.unwrap_or(false)));
        }
        (all, ordinary)
    }

    /// Whether no certificate can help, because of who applies or for how long they were insured.
    fn person_fails(self) -> bool {
        conditions::of_the_person(self).iter().any(|condition| condition.verdict.is_unmet())
    }

    fn last_day(self, certificate: &Certificate) -> Date {
        certificate.issued_on.plus_months(self.rule.window_months.value)
    }

    fn items(self) -> Vec<SkillItem> {
        let item = |(index, certificate): (usize, &Certificate)| {
            let conditions = conditions::judge(self, certificate);
            let outcome = Outcome::of(conditions.iter().map(|condition| condition.verdict));
            let amount = self.rule.amount(certificate.level).map(|amount| amount.value);
            SkillItem {
                id: certificate.id.clone().unwrap_or_else(|| index.to_string()),
                amount: amount.filter(|_| outcome == Outcome::Eligible),
                outcome,
                last_day: self.last_day(certificate),
                conditions,
            }
        };
        self.facts.certificates.iter().enumerate().map(item).listed()
    }
}

/// Judges a skill-subsidy case as of a day (14号·三).
///
/// Every certificate is judged by itself; the plan then picks, among the eligible ones, what pays most within the
/// calendar year, in the order to apply. The outcome is eligible where the plan is not empty.
///
/// ```
/// use wengang::policy::{case::*, date::Date, money::Money, rules::skill_subsidy};
/// let certificate = Certificate {
///     id: None,
///     occupation: Occupation::new("电工", str::to_lowercase).unwrap(),
///     level: Level::new(4).unwrap(),
///     kind: CertificateKind::SkillLevel,
///     issued_on: Date::new(2024, 3, 10),
///     training_subsidy_received: Some(false),
///     urgent_shortage: None,
/// };
/// let facts = SkillFacts {
///     person: Some(Person::EnterpriseEmployee),
///     insured_months: Some(14),
///     certificates: vec![certificate],
///     received: Some(vec![]),
/// };
/// let answer = skill_subsidy::assess(&facts, &wengang::packs::PACKS, Date::new(2024, 12, 20));
/// assert_eq!(answer.total, Some(Money::from_fen(150_000)));
/// ```
#[must_use]
pub fn assess(facts: &SkillFacts, packs: &'static Packs, as_of: Date) -> SkillAssessment {
    let standing = standing::of_skill(&packs.skill, as_of);
    match packs.skill.rules.at(as_of) {
        Span::Known(rule) => under_rule(Case { facts, rule, as_of }, packs, standing),
        Span::Unknown(_) => closed(packs, standing, as_of),
    }
}

fn closed(packs: &'static Packs, standing: Standing, as_of: Date) -> SkillAssessment {
    SkillAssessment {
        as_of,
        standing,
        outcome: Outcome::Closed,
        total: None,
        steps: Vec::new(),
        needs: Vec::new(),
        insights: advice::days_off(packs, as_of),
        next_steps: advice::ask_the_agency(),
        assumed: Vec::new(),
        items: Vec::new(),
        plan: Vec::new(),
        skipped: Vec::new(),
    }
}

fn under_rule(case: Case<'_>, packs: &'static Packs, standing: Standing) -> SkillAssessment {
    let items = case.items();
    let (plan, skipped) = plan::make(case, &items);
    let outcome = outcome(&items, plan.is_empty());
    let total = (!plan.is_empty()).then(|| plan.iter().map(|entry| entry.amount).sum());
    SkillAssessment {
        as_of: case.as_of,
        standing,
        outcome,
        total,
        steps: steps(case, &plan, total),
        needs: needs(case, &items),
        insights: advice::insights(case, packs, &items, &plan),
        next_steps: advice::next_steps(case, packs, outcome),
        assumed: assumed(case),
        items,
        plan,
        skipped,
    }
}

fn outcome(items: &[SkillItem], plan_is_empty: bool) -> Outcome {
    if !plan_is_empty {
        return Outcome::Eligible;
    }
    let undetermined = items.is_empty() || items.iter().any(|item| item.outcome == Outcome::Undetermined);
    if undetermined { Outcome::Undetermined } else { Outcome::Ineligible }
}

/// Names the missing facts that can still change the answer: none once every certificate has failed for certain.
fn needs(case: Case<'_>, items: &[SkillItem]) -> Vec<&'static str> {
    let facts = case.facts;
    let open =
        !case.person_fails() && (items.is_empty() || items.iter().any(|item| item.outcome != Outcome::Ineligible));
    if !open {
        return Vec::new();
    }
    marked(&[
        (facts.person.is_none(), "person"),
        (facts.insured_months.is_none(), "insuredMonths"),
        (facts.certificates.is_empty(), "certificates"),
    ])
}

fn steps(case: Case<'_>, plan: &[PlanEntry], total: Option<Money>) -> Vec<Step<StepKind>> {
    let line = |entry: &PlanEntry| {
        let certificate = case.facts.certificates.get(entry.index)?;
        let source = &case.rule.amount(certificate.level)?.source;
        Some(Step {
            id: format!("certificate-{}", entry.index),
            kind: StepKind::Certificate {
                occupation: certificate.occupation.written().to_owned(),
                level: certificate.level,
            },
            formula: entry.amount.to_string(),
            value: entry.amount.to_string(),
            unit: "元",
            evidence: source.grade.evidence(),
            sources: vec![source],
        })
    };
    let mut steps: Vec<_> = plan.iter().filter_map(line).listed();
    if let Some(total) = total {
        let ids: Vec<_> = steps.iter().map(|step| step.id.as_str()).listed();
        steps.push(Step {
            id: "total".to_owned(),
            kind: StepKind::Total,
            formula: ids.join(" + "),
            value: total.to_string(),
            unit: "元",
            evidence: case.rule.yearly.source.grade.evidence(),
            sources: vec![&case.rule.yearly.source],
        });
    }
    steps
}

fn assumed(case: Case<'_>) -> Vec<Assumption> {
    let certificates = &case.facts.certificates;
    // Only where the year's places tell 急需紧缺 from ordinary does the missing word matter.
    let tells_urgent = case.rule.yearly.value.tells_urgent();
    marked(&[
        (case.facts.received.is_none(), Assumption::NothingReceived),
        (certificates.iter().any(|c| c.training_subsidy_received.is_none()), Assumption::NoTrainingSubsidy),
        (
            tells_urgent
                && (certificates.iter().any(|c| c.urgent_shortage.is_none())
                    || case.received_in_the_year().any(|r| r.urgent_shortage.is_none())),
            Assumption::NotUrgent,
        ),
    ])
}
