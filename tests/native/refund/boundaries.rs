//! One unit either side of every threshold and date of the refund, taken from the packs: a new round is covered by itself.

use serde_json::{Value as Json, json};
use wengang::policy::assessment::Status;
use wengang::policy::case::SizeClass;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::ratio::{AverageInsured, Ratio};
use wengang::policy::rule_status;

use crate::cases::judge;
use crate::requests::law::{RefundRound, head, refund_rounds};

/// An enterprise that passes every condition of every round.
fn employer(persons: u32) -> Json {
    json!({
        "applicant": "enterprise", "size": "small", "averageInsured": persons, "benefitDrawers": 0,
        "fullyPaidMonths": 12, "premiumPaid": "100000.00", "creditListings": [], "zombie": false,
    })
}

fn with(facts: &Json, fact: &str, value: impl Into<Json>) -> Json {
    let mut facts = facts.clone();
    facts[fact] = value.into();
    facts
}

fn ask(day: Date, facts: &Json) -> Json {
    judge(&json!({"calculator": "refund", "asOf": day.to_string(), "facts": facts}))
}

fn outcome_in(round: &RefundRound, facts: &Json) -> Json {
    ask(round.window.from, facts)["outcome"].clone()
}

/// How many of `persons` persons are within the limit.
fn within(persons: u32, limit: Ratio) -> u64 {
    AverageInsured::parse(&persons.to_string()).unwrap().persons_within(limit)
}

#[test]
fn a_refund_round_opens_on_its_first_day_and_closes_after_its_last() {
    for round in &refund_rounds() {
        let window = round.window;
        let last = window.to.unwrap();
        let id_on = |day: Date| {
            let policy = ask(day, &json!({}))["policy"].clone();
            let judged = (policy["status"] == "open").then(|| policy["id"].as_str().unwrap().to_owned());
            let rule_status = rule_status::on(head("refund"), day);
            let shown = (rule_status.status == Status::Open).then(|| rule_status.rule.unwrap().id);
            assert_eq!(judged.as_deref(), shown, "{day}");
            shown
        };
        assert_ne!(id_on(window.from.previous()), Some(round.id));
        assert_eq!(id_on(window.from), Some(round.id));
        assert_eq!(id_on(last), Some(round.id));
        assert_ne!(id_on(last.next()), Some(round.id));
    }
}

#[test]
fn the_layoff_limit_counts_the_last_allowed_person_in_and_the_next_one_out() {
    for round in &refund_rounds() {
        let small = round.small_employer_persons;
        for persons in [1, small - 1, small, small + 1, 200, 1000] {
            let limit = if persons <= small { round.small_employer_limit } else { round.control_target };
            let allowed = within(persons, limit);
            let outcome_of =
                |recipients: u64| outcome_in(round, &with(&employer(persons), "benefitDrawers", recipients));
            assert_eq!(outcome_of(allowed), "eligible", "{} {persons}", round.id);
            assert_eq!(outcome_of(allowed + 1), "ineligible", "{} {persons}", round.id);
        }
    }
}

#[test]
fn a_millionth_of_a_person_over_the_small_employers_line_changes_the_limit() {
    for round in &refund_rounds() {
        let line = round.small_employer_persons;
        let recipients = with(&employer(line), "benefitDrawers", within(line, round.small_employer_limit));
        let at = |average: String| outcome_in(round, &with(&recipients, "averageInsured", average));
        assert_eq!(at(format!("{line}")), "eligible");
        assert_eq!(at(format!("{line}.000001")), "ineligible");
        assert_eq!(at(format!("{}.999999", line - 1)), "ineligible");
    }
}

#[test]
fn one_month_short_of_the_full_year_is_short() {
    for round in &refund_rounds() {
        let required = u8::try_from(round.months).unwrap();
        let paid = |months: u8| outcome_in(round, &with(&employer(100), "fullyPaidMonths", months));
        assert_eq!(paid(required), "eligible");
        assert_eq!(paid(required - 1), "ineligible");
    }
}

#[test]
fn each_size_and_each_side_of_the_bodies_line_has_its_rate() {
    for round in &refund_rounds() {
        let [large, smaller, body_large, body_small] = round.rates;
        let premium = Money::from_fen(10_000_001);
        let amount =
            |facts: &Json| ask(round.window.from, &with(facts, "premiumPaid", premium.to_string()))["amount"].clone();
        let at_rate = |rate: Ratio| json!({"kind": "exact", "value": premium.share(rate).to_string()});
        for size in SizeClass::ALL {
            let rate = if *size == SizeClass::Large { large } else { smaller };
            assert_eq!(amount(&with(&employer(100), "size", size.code())), at_rate(rate), "{size:?}");
        }
        let line = round.body_persons;
        for (average, rate) in [
            (format!("{}.999999", line - 1), body_small),
            (format!("{line}"), body_large),
            (format!("{line}.000001"), body_large),
        ] {
            let body = with(&with(&employer(1), "applicant", "law-firm"), "size", Json::Null);
            assert_eq!(amount(&with(&body, "averageInsured", average.as_str())), at_rate(rate), "{average}");
        }
    }
}
