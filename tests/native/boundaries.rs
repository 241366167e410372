//! One unit either side of every threshold and date, taken from the packs: a new round is covered by itself.

use wengang::api::fold::fold;
use wengang::packs::PACKS;
use wengang::policy::assessment::{Amount, Status};
use wengang::policy::case::{
    Applicant, Certificate, CertificateKind, Level, Occupation, Person, Received, RefundFacts, SizeClass, SkillFacts,
};
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::pack::{RefundRound, SkillRule, YearlyLimit};
use wengang::policy::ratio::AverageInsured;
use wengang::policy::rules::{refund, skill_subsidy, standing};
use wengang::policy::verdict::Outcome;

fn rounds() -> Vec<&'static RefundRound> {
    PACKS.refund.rounds.known()
}

fn skill_rules() -> Vec<&'static SkillRule> {
    PACKS.skill.rules.known().into_iter().copied().collect()
}

/// An enterprise that passes every condition of every round.
fn employer(persons: u32) -> RefundFacts {
    RefundFacts {
        applicant: Some(Applicant::Enterprise),
        size: Some(SizeClass::Small),
        average_insured: AverageInsured::parse(&persons.to_string()).ok(),
        benefit_drawers: Some(0),
        fully_paid_months: Some(12),
        premium_paid: Some(Money::from_fen(10_000_000)),
        credit_listings: Some(vec![]),
        zombie: Some(false),
        ..RefundFacts::default()
    }
}

fn outcome_in(round: &RefundRound, facts: &RefundFacts) -> Outcome {
    refund::assess(facts, &PACKS, round.head.window.from).outcome
}

#[test]
fn a_refund_round_opens_on_its_first_day_and_closes_after_its_last() {
    for round in rounds() {
        let window = round.head.window;
        let last = window.to.unwrap();
        let id_on = |day: Date| {
            let standing = standing::of_refund(&PACKS.refund, day);
            (standing.status == Status::Open).then(|| standing.rule.unwrap().id)
        };
        assert_ne!(id_on(window.from.previous()), Some(round.head.id));
        assert_eq!(id_on(window.from), Some(round.head.id));
        assert_eq!(id_on(last), Some(round.head.id));
        assert_ne!(id_on(last.next()), Some(round.head.id));
    }
}

#[test]
fn the_layoff_limit_counts_the_last_allowed_person_in_and_the_next_one_out() {
    for round in rounds() {
        let small = round.small_employer_persons.value;
        for persons in [1, small - 1, small, small + 1, 200, 1000] {
            let facts = employer(persons);
            let limit = if persons <= small { round.small_employer_limit.value } else { round.control_target.value };
            let allowed = facts.average_insured.unwrap().persons_within(limit);
            let with = |drawers: u64| RefundFacts { benefit_drawers: u32::try_from(drawers).ok(), ..facts.clone() };
            let allowed_outcome = outcome_in(round, &with(allowed));
            assert_eq!(allowed_outcome, Outcome::Eligible, "{} {persons}", round.head.id);
            assert_eq!(outcome_in(round, &with(allowed + 1)), Outcome::Ineligible, "{} {persons}", round.head.id);
        }
    }
}

#[test]
fn a_millionth_of_a_person_over_the_small_employers_line_changes_the_limit() {
    for round in rounds() {
        let line = round.small_employer_persons.value;
        let allowed = employer(line).average_insured.unwrap().persons_within(round.small_employer_limit.value);
        let at = |average: String| RefundFacts {
            average_insured: AverageInsured::parse(&average).ok(),
            benefit_drawers: u32::try_from(allowed).ok(),
            ..employer(line)
        };
        assert_eq!(outcome_in(round, &at(format!("{line}"))), Outcome::Eligible);
        assert_eq!(outcome_in(round, &at(format!("{line}.000001"))), Outcome::Ineligible);
        assert_eq!(outcome_in(round, &at(format!("{}.999999", line - 1))), Outcome::Ineligible);
    }
}

#[test]
fn one_month_short_of_the_full_year_is_short() {
    for round in rounds() {
        let required = round.fully_paid_months.value;
        let paid = |months| RefundFacts { fully_paid_months: Some(months), ..employer(100) };
        assert_eq!(outcome_in(round, &paid(required)), Outcome::Eligible);
        assert_eq!(outcome_in(round, &paid(required - 1)), Outcome::Ineligible);
    }
}

#[test]
fn each_size_and_each_side_of_the_bodies_line_has_its_rate() {
    for round in rounds() {
        let premium = Money::from_fen(10_000_001);
        let amount = |facts: RefundFacts| {
            let facts = RefundFacts { premium_paid: Some(premium), ..facts };
            refund::assess(&facts, &PACKS, round.head.window.from).amount
        };
        for size in SizeClass::ALL {
            let rate = if *size == SizeClass::Large { round.large.value } else { round.smaller.value };
            let facts = RefundFacts { size: Some(*size), ..employer(100) };
            assert_eq!(amount(facts), Some(Amount::Exact { value: premium.share(rate) }), "{size:?}");
        }
        let line = round.body_persons.value;
        for (average, rate) in [
            (format!("{}.999999", line - 1), round.body_small.value),
            (format!("{line}"), round.body_large.value),
            (format!("{line}.000001"), round.body_large.value),
        ] {
            let average_insured = AverageInsured::parse(&average).ok();
            let facts = RefundFacts { applicant: Some(Applicant::LawFirm), average_insured, size: None, ..employer(1) };
            assert_eq!(amount(facts), Some(Amount::Exact { value: premium.share(rate) }), "{average}");
        }
    }
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

#[test]
fn every_day_has_one_status_and_no_year_without_a_rule_reads_as_closed() {
    let mut day = Date::new(2017, 1, 1);
    while day <= Date::new(2030, 12, 31) {
        let standing = standing::of_refund(&PACKS.refund, day);
        let has_round = rounds().iter().any(|round| round.head.window.contains(day));
        assert_eq!(standing.status == Status::Open, has_round, "{day}");
        assert_eq!(standing.gap.is_none(), has_round, "{day}");
        if !rounds().iter().any(|round| round.year == day.year()) {
            assert_eq!(standing.status, Status::NotRecorded, "{day}");
        }
        let skill = standing::of_skill(&PACKS.skill, day);
        assert_eq!(skill.status == Status::NotRecorded, skill.rule.is_none(), "{day}");
        day = day.next();
    }
}
