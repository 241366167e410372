//! Unknown is not yes: blank every subset of facts, and "eligible" must survive every completion.
//!
//! What api.md assumes where it is left out (headcount, months, month, firstMonth, unusedMonths, monthsToRetirement) is never blanked.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::cases::{Case, judge, open_cases};
use crate::requests::completions;
use crate::requests::law::benefit_months;

/// Whether the fact is unknown where it is left out.
pub fn is_blankable(fact: &str) -> bool {
    let is_assumed = matches!(
        fact,
        "received" | "headcount" | "months" | "month" | "firstMonth" | "unusedMonths" | "monthsToRetirement"
    );
    !is_assumed && !matches!(fact, "certificates" | "labourDispatch" | "corporateAccount")
}

/// The facts that are unknown where a case does not name them.
///
/// A refund has two ways to give the average, and a skill subsidy its lists: there only what is named is blanked.
fn unknown_if_absent(calculator: &str) -> &'static [&'static str] {
    match calculator {
        "premium" => &["monthlyWage"],
        "unemployment-benefit" => &["region", "insuredMonths", "separation", "registered", "reemployedUnderOneYear"],
        "size-class" => &["industry", "employees", "revenue", "assets"],
        _ => &[],
    }
}

/// Re-employed for under a year and insured for one since: api.md refuses that, so no person is in that case.
pub fn is_contradictory(facts: &Map<String, Json>) -> bool {
    let insured = facts.get("insuredMonths").and_then(Json::as_u64);
    let year = benefit_months();
    facts.get("reemployedUnderOneYear") == Some(&json!(true)) && insured.is_some_and(|months| months >= year)
}

fn with_facts(request: &Json, facts: Map<String, Json>) -> Json {
    let mut request = request.clone();
    request["facts"] = Json::Object(facts);
    request
}

/// Calls `check` with every way to fill in the blanked facts.
fn every_completion(facts: Map<String, Json>, blanked: &[String], check: &mut impl FnMut(Map<String, Json>)) {
    let Some((fact, others)) = blanked.split_first() else {
        if !is_contradictory(&facts) {
            check(facts);
        }
        return;
    };
    for value in completions(fact) {
        let mut facts = facts.clone();
        facts.insert(fact.clone(), value);
        every_completion(facts, others, check);
    }
}

fn bounds(amount: &Json) -> Option<(f64, f64)> {
    let number = |key: &str| amount[key].as_str().map(|text| text.parse::<f64>().unwrap());
    number("value").map(|value| (value, value)).or_else(|| number("min").zip(number("max")))
}

/// The facts without those of the mask; with the names of all that is unknown then.
fn blank(case: &Case, mask: u32) -> (Map<String, Json>, Vec<String>) {
    let (mut known, mut blanked) = (case.request["facts"].as_object().unwrap().clone(), Vec::new());
    for (bit, name) in blankable(case).into_iter().enumerate() {
        if mask >> bit & 1 == 1 {
            known.remove(&name);
            blanked.push(name);
        }
    }
    let absent = unknown_if_absent(case.request["calculator"].as_str().unwrap()).iter().copied();
    let absent: Vec<_> =
        absent.filter(|name| !known.contains_key(*name) && !blanked.iter().any(|b| b == name)).collect();
    blanked.extend(absent.into_iter().map(str::to_owned));
    (known, blanked)
}

fn blankable(case: &Case) -> Vec<String> {
    case.request["facts"].as_object().unwrap().keys().filter(|name| is_blankable(name)).cloned().collect()
}

/// What a completion must leave as it was, besides the outcome: the class, and for how many months.
fn settled(answer: &Json) -> [&Json; 2] {
    [&answer["result"]["size"], &answer["result"]["months"]]
}

#[test]
fn eligible_survives_every_completion_and_every_amount_stays_in_its_range() {
    let (mut subsets, mut completed) = (0, BTreeMap::<String, u32>::new());
    for case in open_cases() {
        let calculator = case.request["calculator"].as_str().unwrap();
        for mask in 0..1_u32 << blankable(&case).len() {
            let (known, blanked) = blank(&case, mask);
            let answer = judge(&with_facts(&case.request, known.clone()));
            subsets += 1;
            if answer["outcome"] != "eligible" {
                continue;
            }
            let range = bounds(&answer["amount"]);
            every_completion(known, &blanked, &mut |facts| {
                let full = judge(&with_facts(&case.request, facts));
                *completed.entry(calculator.to_owned()).or_default() += 1;
                let context = format!("{} without {blanked:?}: {full:#}", case.id);
                assert_eq!(full["outcome"], "eligible", "{context}");
                assert_eq!(settled(&full), settled(&answer), "{context}");
                if let (Some((min, max)), Some((low, high))) = (range, bounds(&full["amount"])) {
                    assert!(min <= low && high <= max, "{context}");
                }
            });
        }
    }
    assert!(subsets > 4000 && completed.values().sum::<u32>() > 1000, "{subsets} subsets, {completed:?}");
    assert_eq!(completed.len(), 5, "{completed:?}");
}

#[test]
fn an_undetermined_amount_covers_every_completion_that_turns_out_eligible() {
    for case in open_cases().into_iter().filter(|case| case.request["calculator"] == "refund") {
        let facts = case.request["facts"].as_object().unwrap();
        for blanked in
            [vec!["applicant"], vec!["size"], vec!["averageInsured"], vec!["applicant", "size", "averageInsured"]]
        {
            let blanked: Vec<_> = blanked.into_iter().map(str::to_owned).collect();
            let known: Map<_, _> =
                facts.iter().filter(|(name, _)| !blanked.contains(name)).map(|(n, v)| (n.clone(), v.clone())).collect();
            let Some((min, max)) = bounds(&judge(&with_facts(&case.request, known.clone()))["amount"]) else {
                continue;
            };
            every_completion(known, &blanked, &mut |facts| {
                if let Some((low, high)) = bounds(&judge(&with_facts(&case.request, facts))["amount"]) {
                    assert!(min <= low && high <= max, "{} without {blanked:?}", case.id);
                }
            });
        }
    }
}

#[test]
fn a_class_that_is_one_of_three_gives_the_answer_of_each() {
    let (mut cases, mut ranges) = (0, 0);
    for case in open_cases().into_iter().filter(|case| case.request["calculator"] == "refund") {
        for mask in 0..1_u32 << blankable(&case).len() {
            let (known, _) = blank(&case, mask);
            let judged = |size: &str| {
                let mut facts = known.clone();
                facts.insert("size".to_owned(), json!(size));
                judge(&with_facts(&case.request, facts))
            };
            let any = judged("not-large");
            for size in ["medium", "small", "micro"] {
                let each = judged(size);
                // What is said and advised may differ, what is found and asked does not.
                for what in ["outcome", "amount", "conditions", "needs", "result", "steps"] {
                    assert_eq!(any[what], each[what], "{} {size} {what}: {any:#}", case.id);
                }
            }
            (cases, ranges) = (cases + 1, ranges + usize::from(any["amount"]["min"].is_string()));
        }
    }
    assert!(cases > 1000 && ranges > 0, "{cases} cases, {ranges} ranges");
}

#[test]
fn what_is_needed_is_missing_and_an_answer_to_it_can_matter() {
    for case in open_cases().into_iter().filter(|case| case.request["calculator"] != "skill-subsidy") {
        for fact in blankable(&case) {
            let mut known = case.request["facts"].as_object().unwrap().clone();
            if case.request["calculator"] == "refund" {
                known.entry("premiumPaid").or_insert(json!("50000"));
            }
            known.remove(&fact);
            let answer = judge(&with_facts(&case.request, known.clone()));
            let needed = answer["needs"].as_array().unwrap().contains(&json!(fact));
            let mut answers = Vec::new();
            every_completion(known, std::slice::from_ref(&fact), &mut |facts| {
                let full = judge(&with_facts(&case.request, facts));
                answers.push((full["outcome"].clone(), full["amount"].clone(), full["result"]["size"].clone()));
            });
            answers.dedup();
            let settled = matches!(answer["outcome"].as_str(), Some("ineligible" | "closed"));
            let matters = answers.len() > 1 && !settled;
            assert_eq!(needed, matters, "{} without {fact}: {:?} {answers:?}", case.id, answer["needs"]);
        }
    }
}
