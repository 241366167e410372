//! The advice of a skill subsidy's answer: what one level more would add, and what to do next.

use serde_json::{Value as Json, json};

use crate::answers::{insights, next_steps, values};
use crate::cases::judge;

fn worker(as_of: &str, months: u32, certificates: &[Json], received: &[Json]) -> Json {
    judge(&json!({"calculator": "skill-subsidy", "asOf": as_of, "facts": {
        "person": "enterprise-employee", "insuredMonths": months, "certificates": certificates,
        "received": received}}))
}

fn certificate(occupation: &str, level: u8, issued_on: &str) -> Json {
    json!({"occupation": occupation, "level": level, "kind": "skill-level", "issuedOn": issued_on,
           "trainingSubsidyReceived": false, "urgentShortage": false})
}

#[test]
fn months_are_short_below_those_required() {
    for (months, short) in [(11, vec!["1"]), (12, vec![]), (13, vec![])] {
        assert_eq!(values(&worker("2024-09-01", months, &[], &[]), "months-short"), short, "{months}");
    }
}

#[test]
fn one_level_more_adds_its_amount_while_both_are_paid() {
    for (level, adds) in [(5, "1500.00"), (4, "2000.00")] {
        let answer = worker("2024-09-01", 14, &[certificate("电工", level, "2024-03-10")], &[]);
        assert_eq!(values(&answer, "higher-level"), [adds], "{level}");
    }
    let answer = worker("2024-09-01", 14, &[certificate("电工", 4, "2024-03-10")], &[]);
    assert_eq!(
        insights(&answer, "higher-level")[0]["text"],
        "如果在2024年12月31日前再考到电工高级（三级）并申请，还能多领2,000.00元"
    );
}

#[test]
fn where_the_years_one_place_is_taken_by_the_plan_nothing_more_is_promised() {
    // 2025 and 2026 have one place for ordinary certificates: who follows the plan has taken it.
    for day in ["2025-09-01", "2026-09-01"] {
        let issued = day.replace("-09-01", "-03-10");
        let answer = worker(day, 14, &[certificate("电工", 5, &issued)], &[]);
        assert_eq!(answer["outcome"], "eligible");
        assert!(insights(&answer, "higher-level").is_empty(), "{day}");
    }
}

#[test]
fn where_no_place_is_counted_a_higher_level_brings_its_whole_amount_after_the_lower() {
    let answer = worker("2027-06-01", 36, &[certificate("电工", 4, "2027-03-10")], &[]);
    assert_eq!(values(&answer, "higher-level"), ["2000.00"]);
    let text = insights(&answer, "higher-level")[0]["text"].as_str().unwrap();
    assert!(text.ends_with("还能多领2,000.00元（未确认，以经办机构核定为准）"), "{text}");
}

#[test]
fn a_third_level_or_a_certificate_outside_the_plan_gets_no_such_hint() {
    let third = worker("2024-09-01", 14, &[certificate("电工", 3, "2024-03-10")], &[]);
    assert!(insights(&third, "higher-level").is_empty());
    let late = worker("2024-09-01", 14, &[certificate("电工", 4, "2023-03-10")], &[]);
    assert!(insights(&late, "higher-level").is_empty());
    let full = [("焊工", 5), ("茶艺师", 5), ("保育师", 5)]
        .map(|(occupation, level)| json!({"occupation": occupation, "level": level, "receivedOn": "2024-02-01"}));
    let no_place = worker("2024-09-01", 14, &[certificate("电工", 4, "2024-03-10")], &full);
    assert!(insights(&no_place, "higher-level").is_empty());
}

#[test]
fn a_level_already_held_is_not_hinted_at() {
    let listed = [certificate("电工", 4, "2024-03-10"), certificate("电工", 3, "2022-03-10")];
    assert!(insights(&worker("2024-09-01", 14, &listed, &[]), "higher-level").is_empty());
}

#[test]
fn a_full_year_has_no_room_for_a_better_certificate() {
    let listed = ["电工", "焊工", "茶艺师"].map(|occupation| certificate(occupation, 5, "2024-03-10"));
    assert!(insights(&worker("2024-09-01", 14, &listed, &[]), "higher-level").is_empty());
    // Two of the three places: each of the two may take the third.
    assert_eq!(values(&worker("2024-09-01", 14, &listed[..2], &[]), "higher-level"), ["1500.00", "1500.00"]);
}

#[test]
fn at_most_three_hints_each_occupation_once() {
    let names = ["电工", "焊工", "茶艺师", "保育师", "钳工"];
    let listed = names.map(|occupation| certificate(occupation, 4, "2027-03-10"));
    // The standing rule has no yearly limit: all five are in the plan.
    let answer = worker("2027-06-01", 36, &listed, &[]);
    assert_eq!(answer["result"]["plan"].as_array().unwrap().len(), 5);
    assert_eq!(values(&answer, "higher-level"), ["2000.00", "2000.00", "2000.00"]);
    let both = [certificate("电工", 5, "2024-03-10"), certificate("电工", 4, "2024-03-10")];
    assert_eq!(values(&worker("2024-09-01", 14, &both, &[]), "higher-level"), ["2000.00"]);
}

#[test]
fn with_a_hundred_certificates_there_is_no_room_for_one_more() {
    let names: Vec<_> = (0..100).map(|number| format!("职业{number}")).collect();
    let listed: Vec<_> = names.iter().map(|name| certificate(name, 5, "2027-03-10")).collect();
    assert!(insights(&worker("2027-06-01", 36, &listed, &[]), "higher-level").is_empty());
    assert_eq!(values(&worker("2027-06-01", 36, &listed[1..], &[]), "higher-level").len(), 3);
}

#[test]
fn the_standing_right_shows_its_last_day() {
    let listed = [certificate("电工", 4, "2026-03-10"), certificate("焊工", 3, "2026-05-10")];
    let answer = worker("2026-11-29", 60, &listed, &[]);
    let right = insights(&answer, "standing-right")[0];
    let text = right["text"].as_str().unwrap();
    assert!(text.contains("最早要在2027年3月10日前申请") && !text.contains("没有写截止日期"), "{text}");
    assert_eq!(right["value"], "3500.00");
}

#[test]
fn who_cannot_apply_for_a_certificate_is_only_sent_to_the_agency() {
    // The certificate is too old; the person is not at fault.
    let late = worker("2024-09-01", 14, &[certificate("电工", 5, "2022-03-10")], &[]);
    assert_eq!((late["outcome"].as_str().unwrap(), next_steps(&late)), ("ineligible", vec!["ask-the-agency"]));
    // The person is; without a certificate nothing else is known.
    let short = worker("2024-09-01", 3, &[], &[]);
    assert_eq!(next_steps(&short), ["ask-the-agency"], "{}", short["outcome"]);
    let fine = worker("2024-09-01", 14, &[certificate("电工", 5, "2024-03-10")], &[]);
    assert!(next_steps(&fine).len() > 1, "{:?}", next_steps(&fine));
}

#[test]
fn a_total_is_hoped_for_only_where_a_certificate_is_undetermined() {
    // How long the worker is insured is not known.
    let answer = judge(&json!({"calculator": "skill-subsidy", "asOf": "2024-09-01", "facts": {
        "person": "enterprise-employee", "certificates": [certificate("电工", 5, "2024-03-10")]}}));
    assert_eq!(answer["outcome"], "undetermined");
    assert_eq!(values(&answer, "possible-total"), ["1000.00"]);
    let answer = worker("2024-09-01", 14, &[certificate("电工", 5, "2024-03-10")], &[]);
    assert_eq!(answer["outcome"], "eligible");
    assert!(insights(&answer, "possible-total").is_empty());
}
