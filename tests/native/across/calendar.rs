//! Every day from 2017 to 2030 against the calculators: one status a day, and no amount from a rule not in force. In
//! the gate the days where a month turns, as every rule does, and one in its middle.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use wengang::policy::assessment::Status;
use wengang::policy::date::Date;
use wengang::policy::rule_status;

use crate::cases::judge;
use crate::requests::law::{head, refund_rounds};
use crate::tier;

const CALCULATORS: [&str; 5] = ["refund", "skill-subsidy", "premium", "unemployment-benefit", "size-class"];

/// A case with an amount on every day on which there is a rule; every month is left to the day.
fn facts(calculator: &str, day: Date) -> Json {
    match calculator {
        "refund" => json!({
            "applicant": "enterprise", "size": "small", "averageInsured": 100, "benefitDrawers": 0,
            "fullyPaidMonths": 12, "premiumPaid": "50000", "creditListings": [], "zombie": false,
        }),
        "skill-subsidy" => json!({
            "person": "enterprise-employee", "insuredMonths": 120, "received": [],
            "certificates": [{"occupation": "电工", "level": 4, "kind": "skill-level", "issuedOn": day.to_string()}],
        }),
        "premium" => json!({"monthlyWage": "5000"}),
        "unemployment-benefit" => json!({
            "region": "shijiazhuang/changan", "insuredMonths": 12, "separation": "dismissed", "registered": true,
        }),
        "size-class" => json!({"industry": "industry", "employees": 100, "revenue": "10000000"}),
        other => panic!("{other}"),
    }
}

fn ask(calculator: &str, day: Date) -> Json {
    judge(&json!({"calculator": calculator, "asOf": day.to_string(), "facts": facts(calculator, day)}))
}

fn every_day() -> impl Iterator<Item = Date> {
    let all = std::iter::successors(Some(Date::new(2017, 1, 1)), |day| Some(day.next()));
    all.take_while(|day| *day <= Date::new(2030, 12, 31))
}

fn days() -> impl Iterator<Item = Date> {
    // Two days on either side of a month's end.
    let turns = |day: &Date| day.day() <= 2 || day.next().next().day() <= 2;
    every_day().filter(move |day| tier::is_all() || turns(day) || day.day() == 15)
}

/// Calls `check` with every answer of the sweep.
fn every_answer(mut check: impl FnMut(&str, Date, &Json)) {
    for day in days() {
        for calculator in CALCULATORS {
            check(calculator, day, &ask(calculator, day));
        }
    }
}

/// How sure the answer of the day is, where a rule is in force: rules.md, read by hand.
///
/// A premium is of twelve months from the day's on, a benefit of three: past the last day of an official figure
/// neither is certain.
fn evidence_by_hand(calculator: &str, day: Date) -> Option<&'static str> {
    let from = |year, month| day >= Date::new(year, month, 1);
    let is_official = match calculator {
        "refund" if matches!(day.year(), 2022..=2026) => matches!(day.year(), 2022..=2024),
        "skill-subsidy" if from(2024, 1) => day.year() == 2024,
        // Only 2024's limits are in a document, and twelve months stay within that year from January alone.
        "premium" if from(2015, 3) => from(2024, 1) && !from(2024, 2),
        "unemployment-benefit" if from(2020, 10) => !from(2025, 10),
        "size-class" if from(2018, 1) => true,
        _ => return None,
    };
    Some(if is_official { "official" } else { "provisional" })
}

/// Steps and months that are not certain.
fn has_doubt(answer: &Json) -> bool {
    let rows = ["conditions", "steps", "items"].map(|name| answer[name].as_array().cloned().unwrap_or_default());
    rows.concat().iter().any(|row| row["evidence"] == "provisional")
}

#[test]
fn a_day_has_one_status_and_that_is_open_where_a_rule_holds_and_else_not_recorded() {
    every_answer(|calculator, day, answer| {
        let status = if evidence_by_hand(calculator, day).is_some() { "open" } else { "not-recorded" };
        assert_eq!(answer["policy"]["status"], status, "{calculator} on {day}");
        assert_eq!(answer["asOf"], day.to_string());
        let is_closed = status == "not-recorded" && matches!(calculator, "refund" | "skill-subsidy");
        assert_eq!(answer["outcome"] == "closed", is_closed, "{calculator} on {day}");
    });
}

#[test]
fn a_refund_of_2021_or_2027_reads_not_recorded_and_never_closed() {
    for year in [2017, 2021, 2027, 2030] {
        for day in [Date::new(year, 1, 1), Date::new(year, 12, 31)] {
            let answer = ask("refund", day);
            assert_eq!(answer["policy"]["status"], "not-recorded", "{day}");
            assert!(answer["policy"]["window"].is_null() && answer["amount"].is_null(), "{day}");
            assert!(!answer.to_string().contains("已截止"), "{day}");
        }
    }
}

#[test]
fn an_open_rule_holds_on_the_day_and_there_is_none_where_nothing_is_recorded() {
    every_answer(|calculator, day, answer| {
        let window = &answer["policy"]["window"];
        if answer["policy"]["status"] == "not-recorded" {
            assert!(window.is_null(), "{calculator} on {day}");
            return;
        }
        let bound = |name: &str| window[name].as_str().map(|text| Date::parse(text).unwrap());
        assert!(bound("from").unwrap() <= day, "{calculator} on {day}");
        assert!(bound("to").is_none_or(|to| day <= to), "{calculator} on {day}");
    });
}

#[test]
fn there_is_money_on_every_open_day_and_on_no_other() {
    let mut paid = BTreeMap::<String, u32>::new();
    every_answer(|calculator, day, answer| {
        let is_open = answer["policy"]["status"] == "open";
        let has_amount = !answer["amount"].is_null();
        assert_eq!(has_amount, is_open && calculator != "size-class", "{calculator} on {day}");
        // The conditions and months of the benefit are the law's: only its amount hangs on a standard.
        // The size class is a self-check by the one table there is.
        let is_settled = is_open || ["unemployment-benefit", "size-class"].contains(&calculator);
        assert_eq!(answer["outcome"] == "eligible", is_settled, "{calculator} on {day}");
        assert_eq!(answer.get("result").is_some(), is_settled, "{calculator} on {day}");
        *paid.entry(calculator.to_owned()).or_default() += u32::from(has_amount);
    });
    let days_of_a_year = days().filter(|day| day.year() == 2025).count() as u32;
    let years = |calculator: &str| paid[calculator] / days_of_a_year;
    let found = CALCULATORS.map(years);
    // Five rounds; from 2024; from March 2015; from October 2020; never money.
    assert_eq!(found, [5, 7, 14, 10, 0], "{paid:?}");
}

#[test]
fn the_evidence_of_each_day_is_that_of_the_rules() {
    every_answer(|calculator, day, answer| {
        let Some(expected) = evidence_by_hand(calculator, day) else { return };
        assert_eq!(answer["policy"]["evidence"], expected, "{calculator} on {day}");
        assert!(expected == "provisional" || !has_doubt(answer), "{calculator} on {day}: {answer:#}");
    });
}

#[test]
fn every_amount_of_2026_is_provisional() {
    let mut amounts = 0;
    for day in every_day().filter(|day| day.year() == 2026) {
        for calculator in CALCULATORS {
            let answer = ask(calculator, day);
            if !answer["amount"].is_null() {
                amounts += 1;
                assert_eq!(answer["policy"]["evidence"], "provisional", "{calculator} on {day}");
                let last = answer["steps"].as_array().unwrap().last().unwrap();
                assert_eq!(last["evidence"], "provisional", "{calculator} on {day}: {last}");
            }
        }
    }
    assert_eq!(amounts, 4 * 365);
}

#[test]
fn every_day_has_one_status_and_no_year_without_a_rule_reads_as_closed() {
    let rounds = refund_rounds();
    let mut day = Date::new(2017, 1, 1);
    while day <= Date::new(2030, 12, 31) {
        let rule_status = rule_status::on(head("refund"), day);
        let has_round = rounds.iter().any(|round| round.window.contains(day));
        assert_eq!(rule_status.status == Status::Open, has_round, "{day}");
        assert_eq!(rule_status.gap.is_none(), has_round, "{day}");
        if !rounds.iter().any(|round| round.year == day.year()) {
            assert_eq!(rule_status.status, Status::NotRecorded, "{day}");
        }
        let skill = rule_status::on(head("skill-subsidy"), day);
        assert_eq!(skill.status == Status::NotRecorded, skill.rule.is_none(), "{day}");
        day = day.next();
    }
}
