//! The advice of a refund's answer: next year's recipients, other sizes, what to do next.

use serde_json::{Value as Json, json};

use crate::answers::{insights, next_steps, values};
use crate::cases::judge;

fn employer(as_of: &str, average: &str, recipients: Option<u32>) -> Json {
    judge(&json!({"calculator": "refund", "asOf": as_of, "facts": {
        "applicant": "enterprise", "size": "small", "averageInsured": average, "benefitDrawers": recipients,
        "fullyPaidMonths": 12, "premiumPaid": "50000", "creditListings": [], "zombie": false}}))
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
fn next_year_counts_this_years_recipients() {
    // 20 % of 30, 5.5 % of 200.
    for (average, allowed) in [("30", "6"), ("200", "11")] {
        for recipients in [None, Some(0), Some(7), Some(12)] {
            let answer = employer("2024-09-01", average, recipients);
            assert_eq!(values(&answer, "next-year"), [allowed], "{average} {recipients:?}");
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
fn a_single_rate_is_shown_and_of_several_none() {
    let rate = |size: Option<&str>| {
        let facts = json!({"applicant": "enterprise", "size": size, "premiumPaid": "50000"});
        judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": facts}))["result"]["rate"].clone()
    };
    assert_eq!((rate(Some("small")), rate(Some("large")), rate(None)), (json!("0.60"), json!("0.30"), Json::Null));
}

#[test]
fn recipients_below_and_above_are_counted_from_the_limit() {
    // 20 % of 30.
    let of = |recipients, id| values(&employer("2024-09-01", "30", recipients), id).join(" ");
    assert_eq!((of(Some(2), "drawers-headroom"), of(Some(6), "drawers-headroom")), ("4".to_owned(), "0".to_owned()));
    assert_eq!((of(Some(7), "drawers-over"), of(Some(9), "drawers-over")), ("1".to_owned(), "3".to_owned()));
    assert!(of(Some(7), "drawers-headroom").is_empty() && of(Some(6), "drawers-over").is_empty());
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
fn a_limit_that_allows_nobody_is_shown() {
    let answer = employer("2024-09-01", "4", Some(0));
    let text = insights(&answer, "next-year")[0]["text"].as_str().unwrap();
    assert!(text.ends_with("没有人领失业保险金就符合，有1人领就不符合"), "{text}");
}

#[test]
fn there_is_no_insight_about_next_year_without_an_average_or_a_round() {
    assert!(insights(&employer("2024-09-01", "0", Some(0)), "next-year").is_empty());
    assert!(insights(&employer("2027-03-01", "30", Some(6)), "next-year").is_empty());
    let unknown = judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": {"benefitDrawers": 3}}));
    assert!(insights(&unknown, "next-year").is_empty());
}

#[test]
fn next_year_comes_last_but_before_a_last_day_off() {
    // 2022-12-31 was a Saturday.
    let answer = employer("2022-12-30", "30", Some(6));
    let ids: Vec<_> = answer["insights"].as_array().unwrap().iter().map(|insight| &insight["id"]).collect();
    assert_eq!(ids, ["drawers-headroom", "size-comparison", "next-year", "last-day-off"]);
    // Of this round, not of the next, which ends on a Sunday too.
    let text = insights(&answer, "last-day-off")[0]["text"].as_str().unwrap();
    assert!(text.contains("2022年12月31日"), "{text}");
}

#[test]
fn what_an_employer_does_next_follows_from_what_is_known_of_it() {
    let of = |facts: Json| judge(&json!({"calculator": "refund", "asOf": "2024-09-01", "facts": facts}));
    let ends = ["use-of-funds", "payment-time", "recovery", "ask-the-agency"];
    let with = |first: &[&'static str]| first.iter().chain(&ends).copied().collect::<Vec<_>>();
    assert_eq!(
        next_steps(&of(json!({}))),
        with(&["no-application", "not-pushed", "labour-dispatch", "no-corporate-account", "written-commitment"])
    );
    let large = json!({"size": "large", "labourDispatch": false});
    assert_eq!(next_steps(&of(large)), with(&["no-application", "not-pushed"]));
    let small = json!({"size": "small", "labourDispatch": true, "corporateAccount": false});
    assert_eq!(next_steps(&of(small)), with(&["labour-dispatch", "no-corporate-account"]));
    let medium = json!({"size": "medium", "labourDispatch": true, "corporateAccount": false});
    assert_eq!(next_steps(&of(medium)), with(&["labour-dispatch"]));
    let with_account = json!({"size": "micro", "labourDispatch": false, "corporateAccount": true});
    assert_eq!(next_steps(&of(with_account)), with(&["no-application", "not-pushed"]));
    let no_enterprise = json!({"applicant": "social-organization", "labourDispatch": false, "corporateAccount": true});
    assert_eq!(next_steps(&of(no_enterprise)), with(&["no-application", "not-pushed"]));
    assert_eq!(next_steps(&of(json!({"zombie": true}))), ["ask-the-agency"]);
}
