//! One unit either side of every threshold and date of the skill subsidy, taken from the packs: a new round is covered by itself.

use wengang::api::fold::fold;
use wengang::packs::PACKS;
use wengang::policy::case::{Certificate, CertificateKind, Level, Occupation, Person, Received, SkillFacts};
use wengang::policy::date::Date;
use wengang::policy::pack::{SkillRule, YearlyLimit};
use wengang::policy::rules::{skill_subsidy, standing};
use wengang::policy::verdict::Outcome;

fn skill_rules() -> Vec<&'static SkillRule> {
    PACKS.skill.rules.known().into_iter().copied().collect()
}

/// A worker with one certificate who passes every condition of the rule.
fn worker(rule: &SkillRule, issued_on: Date) -> SkillFacts {
    let certificate = Certificate {
        id: None,
        occupation: Occupation::new("电工", fold).unwrap(),
        level: Level::new(5).unwrap(),
        kind: CertificateKind::SkillLevel,
        issued_on,
        training_subsidy_received: Some(false),
        urgent_shortage: Some(false),
    };
    SkillFacts {
        person: Some(Person::EnterpriseEmployee),
        insured_months: Some(rule.insured_months.value),
        certificates: vec![certificate],
        received: Some(vec![]),
    }
}

/// A day in the middle of the rule's first year on which it is in force.
fn day_in_force(rule: &SkillRule) -> Date {
    let from = rule.head.window.from;
    let days = (0..4000).scan(from, |day, _| {
        let today = *day;
        *day = day.next();
        Some(today)
    });
    let mut in_force =
        days.filter(|day| standing::of_skill(&PACKS.skill, *day).rule.is_some_and(|head| head.id == rule.head.id));
    in_force.nth(100).unwrap()
}

#[test]
fn a_skill_round_opens_on_its_first_day_and_closes_after_its_last() {
    for rule in skill_rules().into_iter().filter(|rule| rule.round.is_some()) {
        let window = rule.head.window;
        let id_on = |day: Date| standing::of_skill(&PACKS.skill, day).rule.map(|head| head.id);
        assert_ne!(id_on(window.from.previous()), Some(rule.head.id));
        assert_eq!(id_on(window.from), Some(rule.head.id));
        assert_eq!(id_on(window.to.unwrap()), Some(rule.head.id));
        assert_ne!(id_on(window.to.unwrap().next()), Some(rule.head.id));
    }
}

#[test]
fn a_certificate_counts_from_its_day_of_issue_to_the_last_day_of_the_period() {
    for rule in skill_rules() {
        let day = day_in_force(rule);
        let outcome = |issued_on: Date| skill_subsidy::assess(&worker(rule, issued_on), &PACKS, day).outcome;
        let issued_for_last_day = |last: Date| {
            let mut issued = day;
            while issued.plus_months(rule.window_months.value) > last {
                issued = issued.previous();
            }
            issued
        };
        assert_eq!(outcome(day), Outcome::Eligible, "{}", rule.head.id);
        assert_eq!(outcome(day.next()), Outcome::Ineligible, "{}", rule.head.id);
        assert_eq!(outcome(issued_for_last_day(day)), Outcome::Eligible, "{}", rule.head.id);
        assert_eq!(outcome(issued_for_last_day(day.previous())), Outcome::Ineligible, "{}", rule.head.id);
    }
}

#[test]
fn one_insured_month_short_is_short() {
    for rule in skill_rules() {
        let day = day_in_force(rule);
        let months = rule.insured_months.value;
        let with = |months| {
            let facts = SkillFacts { insured_months: Some(months), ..worker(rule, day) };
            skill_subsidy::assess(&facts, &PACKS, day).outcome
        };
        assert_eq!(with(months), Outcome::Eligible, "{}", rule.head.id);
        assert_eq!(with(months - 1), Outcome::Ineligible, "{}", rule.head.id);
    }
}

#[test]
fn the_years_last_place_is_a_place_and_the_next_is_not() {
    for rule in skill_rules() {
        let day = day_in_force(rule);
        let received = |count: u8, urgent: bool, year: u16| -> Vec<Received> {
            let one = |n: u8| Received {
                occupation: Occupation::new(&format!("工种{n}"), fold).unwrap(),
                level: Level::new(5).unwrap(),
                received_on: Date::new(year, 1, 1),
                urgent_shortage: Some(urgent),
            };
            (0..count).map(one).collect()
        };
        let outcome = |received| {
            let facts = SkillFacts { received: Some(received), ..worker(rule, day) };
            skill_subsidy::assess(&facts, &PACKS, day).outcome
        };
        match rule.yearly.value {
            YearlyLimit::None => assert_eq!(outcome(received(99, false, day.year())), Outcome::Eligible),
            YearlyLimit::AtMost { total, ordinary } => {
                assert_eq!(outcome(received(ordinary - 1, false, day.year())), Outcome::Eligible);
                assert_eq!(outcome(received(ordinary, false, day.year())), Outcome::Ineligible);
                assert_eq!(outcome(received(total - 1, true, day.year())), Outcome::Eligible);
                assert_eq!(outcome(received(total, true, day.year())), Outcome::Ineligible);
                assert_eq!(outcome(received(total, false, day.year() - 1)), Outcome::Eligible);
            }
        }
    }
}
