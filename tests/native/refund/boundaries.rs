//! One unit either side of every threshold and date of the refund, taken from the packs: a new round is covered by itself.

use wengang::packs::PACKS;
use wengang::policy::assessment::{Amount, Status};
use wengang::policy::case::{Applicant, RefundFacts, SizeClass};
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::pack::RefundRound;
use wengang::policy::ratio::AverageInsured;
use wengang::policy::rules::{refund, standing};
use wengang::policy::verdict::Outcome;

fn rounds() -> Vec<&'static RefundRound> {
    PACKS.refund.rounds.known()
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
