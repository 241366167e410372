//! Unknown is not yes: blank every subset of facts, and "eligible" must survive every completion.

use serde_json::{Map, Value as Json, json};

use crate::cases::{judge, open_cases};

/// What a blanked fact may turn out to be: every word, and both sides of every threshold.
fn completions(fact: &str) -> Vec<Json> {
    match fact {
        "applicant" => [
            "enterprise",
            "social-organization",
            "foundation",
            "social-service",
            "law-firm",
            "accounting-firm",
            "sole-trader",
            "public-institution",
            "other",
        ]
        .map(Json::from)
        .to_vec(),
        "size" => ["large", "medium", "small", "micro"].map(Json::from).to_vec(),
        "averageInsured" => ["1", "30", "30.000001", "200", "299.999999", "300"].map(Json::from).to_vec(),
        "benefitDrawers" => [0, 1, 6, 7, 11, 12, 10_000].map(Json::from).to_vec(),
        "fullyPaidMonths" => [0, 11, 12].map(Json::from).to_vec(),
        "premiumPaid" => ["0", "0.05", "50000"].map(Json::from).to_vec(),
        "creditListings" => {
            vec![json!([]), json!(["serious-dishonesty"]), json!(["judgment-defaulter"]), json!(["wage-arrears"])]
        }
        "zombie" => vec![json!(false), json!(true)],
        "person" => [
            "enterprise-employee",
            "benefit-recipient",
            "other-insured",
            "public-institution",
            "flexible",
            "student",
            "retired",
        ]
        .map(Json::from)
        .to_vec(),
        "insuredMonths" => [0, 11, 12, 35, 36].map(Json::from).to_vec(),
        other => panic!("no completions for {other}"),
    }
}

fn is_blankable(fact: &str) -> bool {
    !matches!(fact, "certificates" | "received" | "labourDispatch" | "corporateAccount")
}

fn with_facts(request: &Json, facts: Map<String, Json>) -> Json {
    let mut request = request.clone();
    request["facts"] = Json::Object(facts);
    request
}

/// Calls `check` with every way to fill in the blanked facts.
fn every_completion(facts: Map<String, Json>, blanked: &[String], check: &mut impl FnMut(Map<String, Json>)) {
    let Some((fact, others)) = blanked.split_first() else { return check(facts) };
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

#[test]
fn eligible_survives_every_completion_and_every_amount_stays_in_its_range() {
    let (mut subsets, mut completed) = (0, 0);
    for case in open_cases() {
        let facts = case.request["facts"].as_object().unwrap();
        let names: Vec<_> = facts.keys().filter(|name| is_blankable(name)).cloned().collect();
        for mask in 0..1_u32 << names.len() {
            let blanked: Vec<_> = names
                .iter()
                .enumerate()
                .filter(|(bit, _)| mask >> bit & 1 == 1)
                .map(|(_, name)| name.clone())
                .collect();
            let known: Map<_, _> =
                facts.iter().filter(|(name, _)| !blanked.contains(name)).map(|(n, v)| (n.clone(), v.clone())).collect();
            let answer = judge(&with_facts(&case.request, known.clone()));
            subsets += 1;
            if answer["outcome"] != "eligible" {
                continue;
            }
            let range = bounds(&answer["amount"]);
            every_completion(known, &blanked, &mut |facts| {
                let full = judge(&with_facts(&case.request, facts));
                completed += 1;
                assert_eq!(full["outcome"], "eligible", "{} without {blanked:?}: {full:#}", case.id);
                if let (Some((min, max)), Some((low, high))) = (range, bounds(&full["amount"])) {
                    assert!(min <= low && high <= max, "{} without {blanked:?}", case.id);
                }
            });
        }
    }
    assert!(subsets > 4000 && completed > 1000, "{subsets} subsets, {completed} completions");
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
fn what_is_needed_is_missing_and_an_answer_to_it_can_matter() {
    for case in open_cases().into_iter().filter(|case| case.request["calculator"] == "refund") {
        let facts = case.request["facts"].as_object().unwrap();
        for fact in facts.keys().filter(|name| is_blankable(name)) {
            let mut known = facts.clone();
            known.entry("premiumPaid").or_insert(json!("50000"));
            known.remove(fact);
            let answer = judge(&with_facts(&case.request, known.clone()));
            let needed = answer["needs"].as_array().unwrap().contains(&json!(fact));
            let mut answers = Vec::new();
            every_completion(known, std::slice::from_ref(fact), &mut |facts| {
                let full = judge(&with_facts(&case.request, facts));
                answers.push((full["outcome"].clone(), full["amount"].clone()));
            });
            answers.dedup();
            let settled = matches!(answer["outcome"].as_str(), Some("ineligible" | "closed"));
            let matters = answers.len() > 1 && !settled;
            assert_eq!(needed, matters, "{} without {fact}: {:?} {answers:?}", case.id, answer["needs"]);
        }
    }
}
