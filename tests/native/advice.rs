//! What else is said: next year's drawers, and what one level more of a certificate would add.

use serde_json::{Value as Json, json};
use wengang::policy::case::PremiumFacts;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::rules::premium::{Insight, assess};

use crate::cases::judge;

fn employer(as_of: &str, average: &str, drawers: Option<u32>) -> Json {
    judge(&json!({"calculator": "refund", "asOf": as_of, "facts": {
        "applicant": "enterprise", "size": "small", "averageInsured": average, "benefitDrawers": drawers,
        "fullyPaidMonths": 12, "premiumPaid": "50000", "creditListings": [], "zombie": false}}))
}

fn worker(as_of: &str, months: u32, certificates: &[Json], received: &[Json]) -> Json {
    judge(&json!({"calculator": "skill-subsidy", "asOf": as_of, "facts": {
        "person": "enterprise-employee", "insuredMonths": months, "certificates": certificates,
        "received": received}}))
}

fn certificate(occupation: &str, level: u8, issued_on: &str) -> Json {
    json!({"occupation": occupation, "level": level, "kind": "skill-level", "issuedOn": issued_on,
           "trainingSubsidyReceived": false, "urgentShortage": false})
}

fn insights<'a>(answer: &'a Json, id: &str) -> Vec<&'a Json> {
    answer["insights"].as_array().unwrap().iter().filter(|insight| insight["id"] == id).collect()
}

fn values<'a>(answer: &'a Json, id: &str) -> Vec<&'a str> {
    insights(answer, id).iter().map(|insight| insight["value"].as_str().unwrap()).collect()
}

#[test]
fn an_amount_is_worked_out_before_the_reader() {
    let answer = employer("2024-09-01", "30", Some(6));
    let steps: Vec<_> = answer["steps"].as_array().unwrap().iter().map(|step| (&step["id"], &step["value"])).collect();
    assert_eq!(steps, [(&json!("layoff-rate"), &json!("20.00")), (&json!("refund"), &json!("30000.00"))]);
    let without = employer("2024-09-01", "30", None);
    let ids: Vec<_> = without["steps"].as_array().unwrap().iter().map(|step| &step["id"]).collect();
    assert_eq!(ids, ["refund"]);
}

#[test]
fn next_year_looks_at_this_years_drawers() {
    // 20 % of 30, 5.5 % of 200.
    for (average, allowed) in [("30", "6"), ("200", "11")] {
        for drawers in [None, Some(0), Some(7), Some(12)] {
            let answer = employer("2024-09-01", average, drawers);
            assert_eq!(values(&answer, "next-year"), [allowed], "{average} {drawers:?}");
        }
    }
    let answer = employer("2026-09-01", "30", Some(6));
    let text = insights(&answer, "next-year")[0]["text"].as_str().unwrap();
    assert!(text.contains("今年（2026年）") && text.contains("不超过6人就符合，第7人起不符合"), "{text}");
}

#[test]
fn a_question_that_moves_nothing_is_not_asked() {
    let needs = |applicant: &str, premium: Option<&str>| {
        let answer = judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": {
            "applicant": applicant, "premiumPaid": premium, "benefitDrawers": 0, "fullyPaidMonths": 12,
            "creditListings": [], "zombie": false}}));
        answer["needs"].as_array().unwrap().iter().map(|need| need.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(needs("enterprise", None), ["size", "premiumPaid"]);
    assert_eq!(needs("enterprise", Some("50000")), ["size"]);
    assert!(needs("enterprise", Some("0")).is_empty());
    assert!(!needs("social-organization", Some("50000")).contains(&"size".to_owned()));
}

#[test]
fn the_limit_is_cited_that_the_average_decides() {
    let cited = |average: &str| {
        let answer = employer("2024-09-01", average, Some(1));
        let rows = answer["conditions"].as_array().unwrap();
        let layoff = rows.iter().find(|row| row["id"] == "layoff-rate").unwrap();
        layoff["citations"].to_string()
    };
    assert!(cited("30").contains("20%") && !cited("30").contains("控制目标"), "{}", cited("30"));
    assert!(!cited("31").contains("20%") && cited("31").contains("控制目标"), "{}", cited("31"));
}

#[test]
fn one_rate_is_told_and_of_several_none() {
    let rate = |size: Option<&str>| {
        let facts = json!({"applicant": "enterprise", "size": size, "premiumPaid": "50000"});
        judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": facts}))["result"]["rate"].clone()
    };
    assert_eq!((rate(Some("small")), rate(Some("large")), rate(None)), (json!("0.60"), json!("0.30"), Json::Null));
}

#[test]
fn drawers_left_and_drawers_over_are_counted_from_the_limit() {
    // 20 % of 30.
    let of = |drawers, id| values(&employer("2024-09-01", "30", drawers), id).join(" ");
    assert_eq!((of(Some(2), "drawers-headroom"), of(Some(6), "drawers-headroom")), ("4".to_owned(), "0".to_owned()));
    assert_eq!((of(Some(7), "drawers-over"), of(Some(9), "drawers-over")), ("1".to_owned(), "3".to_owned()));
    assert!(of(Some(7), "drawers-headroom").is_empty() && of(Some(6), "drawers-over").is_empty());
}

#[test]
fn months_are_short_below_those_required() {
    for (months, short) in [(11, vec!["1"]), (12, vec![]), (13, vec![])] {
        assert_eq!(values(&worker("2024-09-01", months, &[], &[]), "months-short"), short, "{months}");
    }
}

#[test]
fn sizes_are_compared_where_they_make_a_difference() {
    let of = |applicant: &str, premium: &str| {
        let answer = judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": {
            "applicant": applicant, "premiumPaid": premium}}));
        !insights(&answer, "size-comparison").is_empty()
    };
    assert!(of("enterprise", "50000") && of("enterprise", "0.01"));
    assert!(!of("enterprise", "0"), "nothing either way");
    assert!(!of("social-organization", "50000"), "it has one rate");
}

#[test]
fn where_the_limit_allows_nobody_it_is_said_so() {
    let answer = employer("2024-09-01", "4", Some(0));
    let text = insights(&answer, "next-year")[0]["text"].as_str().unwrap();
    assert!(text.ends_with("没有人领失业保险金就符合，有1人领就不符合"), "{text}");
}

#[test]
fn nothing_is_said_of_next_year_without_an_average_or_a_round() {
    assert!(insights(&employer("2024-09-01", "0", Some(0)), "next-year").is_empty());
    assert!(insights(&employer("2027-03-01", "30", Some(6)), "next-year").is_empty());
    let unknown = judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": {"benefitDrawers": 3}}));
    assert!(insights(&unknown, "next-year").is_empty());
}

#[test]
fn next_year_stands_last_but_before_a_last_day_off() {
    // 2022-12-31 was a Saturday.
    let answer = employer("2022-12-30", "30", Some(6));
    let ids: Vec<_> = answer["insights"].as_array().unwrap().iter().map(|insight| &insight["id"]).collect();
    assert_eq!(ids, ["drawers-headroom", "size-comparison", "next-year", "last-day-off"]);
    // Of this round, not of the next, which ends on a Sunday too.
    let text = insights(&answer, "last-day-off")[0]["text"].as_str().unwrap();
    assert!(text.contains("2022年12月31日"), "{text}");
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
fn the_standing_right_tells_its_last_day() {
    let listed = [certificate("电工", 4, "2026-03-10"), certificate("焊工", 3, "2026-05-10")];
    let answer = worker("2026-11-29", 60, &listed, &[]);
    let right = insights(&answer, "standing-right")[0];
    let text = right["text"].as_str().unwrap();
    assert!(text.contains("最早要在2027年3月10日前申请") && !text.contains("没有写截止日期"), "{text}");
    assert_eq!(right["value"], "3500.00");
}

#[test]
fn what_employer_and_employee_save_makes_up_the_whole() {
    for fen in (0..3_000_000).step_by(7_919) {
        let facts = PremiumFacts {
            monthly_wage: Some(Money::from_fen(fen)),
            headcount: Some(7),
            months: Some(5),
            ..PremiumFacts::default()
        };
        let answer = assess(&facts, &wengang::packs::PACKS, Date::new(2025, 3, 1));
        let parts = answer.insights.iter().find_map(|insight| match insight {
            Insight::SavedBy { employer, employee } => Some(employer.plus(*employee)),
            _ => None,
        });
        assert_eq!(parts, answer.result.map(|result| result.saved_total), "{fen}");
    }
}

fn next_steps(answer: &Json) -> Vec<&str> {
    answer["nextSteps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect()
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
fn what_an_employer_does_next_follows_from_what_is_known_of_it() {
    let of = |facts: Json| judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": facts}));
    let ends = ["use-of-funds", "payment-time", "recovery", "ask-the-agency"];
    let with = |first: &[&'static str]| first.iter().chain(&ends).copied().collect::<Vec<_>>();
    assert_eq!(
        next_steps(&of(json!({}))),
        with(&["no-application", "labour-dispatch", "no-corporate-account", "written-commitment"])
    );
    let large = json!({"size": "large", "labourDispatch": false});
    assert_eq!(next_steps(&of(large)), with(&["no-application"]));
    let small = json!({"size": "small", "labourDispatch": true, "corporateAccount": false});
    assert_eq!(next_steps(&of(small)), with(&["labour-dispatch", "no-corporate-account"]));
    let medium = json!({"size": "medium", "labourDispatch": true, "corporateAccount": false});
    assert_eq!(next_steps(&of(medium)), with(&["labour-dispatch"]));
    let with_account = json!({"size": "micro", "labourDispatch": false, "corporateAccount": true});
    assert_eq!(next_steps(&of(with_account)), with(&["no-application"]));
    let no_enterprise = json!({"applicant": "social-organization", "labourDispatch": false, "corporateAccount": true});
    assert_eq!(next_steps(&of(no_enterprise)), with(&["no-application"]));
    assert_eq!(next_steps(&of(json!({"zombie": true}))), ["ask-the-agency"]);
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
