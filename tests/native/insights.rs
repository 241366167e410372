//! What an insight promises is computed by the evaluation it promises: the change it names is made to the case, after the
//! page's first advice where it gives one, and the case is judged again.

use proptest::prelude::*;
use serde_json::Value as Json;
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang::api::{Facts, Request};
use wengang::packs::PACKS;
use wengang::policy::assessment::{Amount, Status};
use wengang::policy::case::{
    Applicant, BenefitFacts, Certificate, CertificateKind, Person, PremiumFacts, Received, RefundFacts, SizeClass,
    SizeFacts, SkillFacts,
};
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::pack::Bound;
use wengang::policy::rules::{premium, refund, size_class, skill_subsidy, unemployment_benefit as benefit};
use wengang::policy::verdict::{Outcome, Verdict};

use crate::requests::{benefit_request, premium_request, refund_request, size_request, skill_request};

fn read(request: &Json) -> Option<Request> {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    // Some are contradictory on purpose.
    request::read(&value, fold).ok()
}

fn verdict<F>(conditions: &[wengang::policy::assessment::Condition<F>], id: &str) -> Option<Verdict> {
    conditions.iter().find(|condition| condition.id == id).map(|condition| condition.verdict)
}

fn layoff(facts: &RefundFacts, drawers: u64, as_of: Date) -> Option<Verdict> {
    let facts = RefundFacts { benefit_drawers: u32::try_from(drawers).ok(), ..facts.clone() };
    verdict(&refund::assess(&facts, &PACKS, as_of).conditions, "layoff-rate")
}

fn check_refund(facts: &RefundFacts, as_of: Date) {
    let (met, unmet) = (Some(Verdict::Met), Some(Verdict::Unmet));
    let at = |drawers: u64, as_of| layoff(facts, drawers, as_of);
    for insight in refund::assess(facts, &PACKS, as_of).insights {
        let told = facts.benefit_drawers.map(u64::from).unwrap_or_default();
        match insight {
            refund::Insight::DrawersHeadroom { left, allowed } => {
                assert_eq!(told + left, allowed);
                assert_eq!((at(allowed, as_of), at(allowed + 1, as_of)), (met, unmet), "{facts:?}");
            }
            refund::Insight::DrawersOver { over, allowed } => {
                assert_eq!(told - over, allowed);
                assert_eq!((at(allowed, as_of), at(allowed + 1, as_of)), (met, unmet), "{facts:?}");
            }
            refund::Insight::DrawersUnknown { allowed, .. } => {
                assert_eq!((at(allowed, as_of), at(allowed + 1, as_of)), (met, unmet), "{facts:?}");
            }
            refund::Insight::SizeComparison { large, smaller, .. } => {
                for size in SizeClass::ALL {
                    // It is said of an enterprise: no other body has a class.
                    let applicant = Some(Applicant::Enterprise);
                    let sized = RefundFacts { applicant, size: Some(*size), ..facts.clone() };
                    let value = if *size == SizeClass::Large { large } else { smaller };
                    let amount = refund::assess(&sized, &PACKS, as_of).amount;
                    assert_eq!(amount, Some(Amount::Exact { value }), "{sized:?}");
                }
            }
            refund::Insight::NextYear { allowed, base_year } => {
                assert_eq!(base_year, as_of.year());
                let next = Date::year_start(as_of.year() + 1);
                let is_known = refund::assess(facts, &PACKS, next).standing.status == Status::Open;
                if is_known {
                    assert_eq!((at(allowed, next), at(allowed + 1, next)), (met, unmet), "{facts:?}");
                }
            }
            refund::Insight::LastDayOff(_) => {}
        }
    }
}

fn check_skill(facts: &SkillFacts, as_of: Date) {
    let answer = skill_subsidy::assess(facts, &PACKS, as_of);
    for insight in &answer.insights {
        match insight {
            skill_subsidy::Insight::MonthsShort { short, required } => {
                let months = facts.insured_months.unwrap() + short;
                assert_eq!(months, *required);
                let insured = SkillFacts { insured_months: Some(months), ..facts.clone() };
                for item in skill_subsidy::assess(&insured, &PACKS, as_of).items {
                    assert_eq!(verdict(&item.conditions, "insured-long-enough"), Some(Verdict::Met));
                }
            }
            skill_subsidy::Insight::PossibleTotal(total) => {
                let hoped = SkillFacts {
                    person: Some(Person::EnterpriseEmployee),
                    insured_months: Some(facts.insured_months.unwrap_or(1200)),
                    ..facts.clone()
                };
                assert_eq!(skill_subsidy::assess(&hoped, &PACKS, as_of).total, Some(*total), "{facts:?}");
            }
            skill_subsidy::Insight::StandingRight { total, by, .. } => check_standing(facts, as_of, *total, *by),
            skill_subsidy::Insight::HigherLevel { occupation, level, adds, by, .. } => {
                let planned = answer.plan.iter().map(|entry| &facts.certificates[entry.index]);
                let received = planned.clone().map(|certificate| Received {
                    occupation: certificate.occupation.clone(),
                    level: certificate.level,
                    received_on: as_of,
                    urgent_shortage: certificate.urgent_shortage,
                });
                let same = planned.clone().find(|one| one.occupation.written() == occupation).unwrap();
                let of_occupation = facts.certificates.iter().filter(|one| one.occupation == same.occupation);
                let highest = of_occupation.filter(|one| one.kind.is_accepted()).min_by_key(|one| one.level).unwrap();
                for issued_on in [as_of, *by] {
                    let mut after = facts.clone();
                    after.received.get_or_insert_default().extend(received.clone());
                    let without = skill_subsidy::assess(&after, &PACKS, *by).total.unwrap_or(Money::ZERO);
                    after.certificates.push(Certificate {
                        id: Some("hoped".to_owned()),
                        level: *level,
                        kind: CertificateKind::SkillLevel,
                        issued_on,
                        training_subsidy_received: Some(false),
                        urgent_shortage: highest.urgent_shortage,
                        ..same.clone()
                    });
                    let with_it = skill_subsidy::assess(&after, &PACKS, *by).total.unwrap_or(Money::ZERO);
                    assert_eq!(with_it, without.plus(*adds), "{as_of} {facts:?}");
                }
            }
            skill_subsidy::Insight::LastDayOff { .. } => {}
        }
    }
}

/// By the standing rule the certificates that are issued bring the total up to the day that is told: from the first day
/// of the year on in which no round is recorded any more.
fn check_standing(facts: &SkillFacts, as_of: Date, total: Money, by: Date) {
    let without_round = PACKS.skill.rules.known().iter().filter_map(|rule| rule.round).max().unwrap() + 1;
    let day = Date::year_start(without_round);
    let mut held = facts.clone();
    held.certificates.retain(|certificate| certificate.issued_on <= as_of);
    if as_of.year() + 1 == without_round && day <= by {
        assert_eq!(skill_subsidy::assess(&held, &PACKS, day).total, Some(total), "{as_of} {facts:?}");
        assert_eq!(skill_subsidy::assess(&held, &PACKS, by).total, Some(total), "{as_of} {facts:?}");
    }
    assert!(as_of <= by);
}

fn check_benefit(facts: &BenefitFacts, as_of: Date) {
    let answer = benefit::assess(facts, &PACKS, as_of);
    for insight in &answer.insights {
        match *insight {
            benefit::Insight::OnceRegistered { months, total, is_all_else_met, .. } => {
                let registered = BenefitFacts { registered: Some(true), ..*facts };
                let then = benefit::assess(&registered, &PACKS, as_of);
                assert_eq!((then.months.map(|months| months.total), then.total), (Some(months), total), "{facts:?}");
                assert_eq!(then.outcome == Outcome::Eligible, is_all_else_met, "{facts:?}");
            }
            benefit::Insight::MonthsShort { short, required } => {
                let insured_months = facts.insured_months.map(|months| months + short);
                assert_eq!(insured_months, Some(required));
                // With a full year insured nobody is re-employed for under one.
                let longer = BenefitFacts { insured_months, reemployed_under_one_year: Some(false), ..*facts };
                let then = benefit::assess(&longer, &PACKS, as_of);
                assert_eq!(verdict(&then.conditions, "insured-one-year"), Some(Verdict::Met), "{facts:?}");
            }
            benefit::Insight::OverTheMost { together, most } => {
                let registered = BenefitFacts { registered: Some(true), ..*facts };
                let months = benefit::assess(&registered, &PACKS, as_of).months.unwrap();
                assert_eq!((months.total, months.from_insurance + months.carried_over), (most, together));
            }
            benefit::Insight::StandardChanges { from, amount, evidence } => {
                let registered = BenefitFacts { registered: Some(true), ..*facts };
                let schedule = benefit::assess(&registered, &PACKS, as_of).schedule.unwrap();
                let month = schedule.iter().find(|month| month.month == from).unwrap();
                assert_eq!((month.amount, month.evidence), (amount, evidence));
            }
            benefit::Insight::BeforeEveryStandard { .. } => assert_eq!((&answer.schedule, answer.total), (&None, None)),
        }
    }
}

fn check_premium(facts: &PremiumFacts, as_of: Date) {
    let answer = premium::assess(facts, &PACKS, as_of);
    let Some(result) = answer.result else { return assert!(answer.insights.is_empty()) };
    let alone = PremiumFacts { headcount: Some(1), months: Some(1), ..*facts };
    let month = premium::assess(&alone, &PACKS, as_of).result.unwrap();
    for insight in answer.insights {
        match insight {
            premium::Insight::ForAll { headcount, months, employer, employee, total } => {
                let persons = u64::from(headcount);
                assert_eq!((employer, employee), (month.employer.times(persons), month.employee.times(persons)));
                assert_eq!(total, employer.plus(employee).times(u64::from(months)));
                assert_eq!(total, result.paid_total);
            }
            premium::Insight::SavedBy { employer, employee } => {
                assert_eq!(employer.plus(employee), result.saved_total);
            }
            premium::Insight::Clamped { limit, is_floor, .. } => {
                let wage = facts.monthly_wage.unwrap();
                assert_eq!(wage < limit, is_floor);
                let at_the_limit = PremiumFacts { monthly_wage: Some(limit), ..*facts };
                let of_limit = premium::assess(&at_the_limit, &PACKS, as_of).result.unwrap();
                assert_eq!((of_limit.base, of_limit.paid_total), (limit, result.paid_total));
            }
        }
    }
}

/// Every completion of the missing indicators, each at nothing, below and at every bound.
fn completions(facts: &SizeFacts) -> Vec<SizeFacts> {
    let bounds = facts.industry.and_then(|industry| industry.bounds).unwrap_or_default();
    let (mut persons, mut money) = (vec![0], vec![Money::ZERO]);
    for bound in bounds.iter().copied().flatten() {
        match bound {
            Bound::Employees(least) => persons.extend([least.saturating_sub(1), *least]),
            Bound::Revenue(least) | Bound::Assets(least) => money.push(*least),
        }
    }
    let mut all = Vec::new();
    for employees in facts.employees.map_or(persons, |told| vec![told]) {
        for revenue in facts.revenue.map_or(money.clone(), |told| vec![told]) {
            for assets in facts.assets.map_or(money.clone(), |told| vec![told]) {
                let (employees, revenue, assets) = (Some(employees), Some(revenue), Some(assets));
                all.push(SizeFacts { employees, revenue, assets, ..*facts });
            }
        }
    }
    all
}

fn check_size(facts: &SizeFacts, as_of: Date) {
    for insight in size_class::assess(facts, &PACKS, as_of).insights {
        match insight {
            size_class::Insight::Possible(classes) => {
                let found: Vec<_> = completions(facts)
                    .iter()
                    .filter_map(|facts| size_class::assess(facts, &PACKS, as_of).result.map(|result| result.size))
                    .collect();
                assert!(found.iter().all(|size| classes.contains(size)), "{classes:?} {facts:?}");
                assert!(classes.iter().all(|size| found.contains(size)), "{classes:?} {facts:?}");
            }
            size_class::Insight::SelfCheck => {
                assert!(size_class::assess(facts, &PACKS, as_of).result.is_some());
            }
            size_class::Insight::Outside(_) => assert!(
                completions(facts).iter().all(|facts| { size_class::assess(facts, &PACKS, as_of).result.is_none() })
            ),
        }
    }
}

fn check(request: &Json) {
    let Some(Request { as_of, facts }) = read(request) else { return };
    match facts {
        Facts::Refund(facts) => check_refund(&facts, as_of),
        Facts::SkillSubsidy(facts) => check_skill(&facts, as_of),
        Facts::UnemploymentBenefit(facts) => check_benefit(&facts, as_of),
        Facts::Premium(facts) => check_premium(&facts, as_of),
        Facts::SizeClass(facts) => check_size(&facts, as_of),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_refunds_insights_hold(request in refund_request()) {
        check(&request);
    }

    #[test]
    fn a_skill_subsidys_insights_hold(request in skill_request(4)) {
        check(&request);
    }

    #[test]
    fn a_benefits_insights_hold(request in benefit_request()) {
        check(&request);
    }

    #[test]
    fn a_premiums_insights_hold(request in premium_request()) {
        check(&request);
    }

    #[test]
    fn a_size_classs_insights_hold(request in size_request()) {
        check(&request);
    }
}

/// Walk 1 of the page: 四级 now and 三级 before the year is out.
#[test]
fn following_the_page_to_the_letter_brings_what_it_promises() {
    let certificate = r#"{"occupation":"中式烹调师","level":4,"kind":"skill-level","issuedOn":"2026-03-10"}"#;
    let of = |as_of: &str, months: u32| {
        let facts = format!(
            r#"{{"person":"enterprise-employee","insuredMonths":{months},"certificates":[{certificate}],"received":[]}}"#
        );
        format!(r#"{{"calculator":"skill-subsidy","asOf":"{as_of}","facts":{facts}}}"#)
    };
    for as_of in ["2024-11-29", "2025-11-29", "2026-11-29", "2026-12-31", "2027-01-01", "2027-03-10"] {
        for months in [12, 35, 36, 60] {
            check(&serde_json::from_str(&of(as_of, months)).unwrap());
        }
    }
}
