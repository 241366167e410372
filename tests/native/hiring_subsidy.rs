//! 一次性扩岗补助 through the API.

use serde_json::{Value as Json, json};

use crate::cases::{judge, refused};

/// A hire of which all is well.
fn hire(hired_on: &str) -> Json {
    json!({"kind": "graduate-this-year", "hiredOn": hired_on, "contract": true, "paidMonths": 3, "stillInsured": true,
           "usedBefore": false})
}

fn with(mut hire: Json, key: &str, value: Json) -> Json {
    hire[key] = value;
    hire
}

fn request(as_of: &str, facts: &Json) -> Json {
    json!({"calculator": "hiring-subsidy", "asOf": as_of, "facts": facts})
}

fn enterprise(as_of: &str, hires: &[Json]) -> Json {
    judge(&request(as_of, &json!({"applicant": "enterprise", "hires": hires})))
}

#[test]
fn what_is_paid_is_counted_and_everything_is_the_most_that_is_allowed() {
    let youth = with(with(hire("2026-06-01"), "kind", json!("registered-youth")), "id", json!("b"));
    let used = with(hire("2026-06-01"), "usedBefore", json!(true));
    let answer = enterprise("2026-11-29", &[hire("2026-07-01"), youth, used]);
    assert_eq!(answer["outcome"], "eligible");
    assert_eq!(answer["amount"], json!({"kind": "exact", "value": "3000.00"}));
    assert_eq!(answer["result"], json!({"eligible": 2, "undetermined": 0, "each": "1500.00"}));
    assert_eq!((&answer["conditions"], &answer["policy"]["evidence"]), (&json!([]), &json!("provisional")));
    let items: Vec<_> = answer["items"].as_array().unwrap().iter().map(|item| (&item["id"], &item["amount"])).collect();
    let (first, second, third) = (json!("0"), json!("b"), json!("2"));
    let (paid, not) = (json!("1500.00"), json!(null));
    assert_eq!(items, [(&first, &paid), (&second, &paid), (&third, &not)]);
    assert_eq!(answer["items"][0]["lastDay"], "2027-07-01");
    let [step] = &answer["steps"].as_array().unwrap()[..] else { panic!("{answer:#}") };
    assert_eq!((&step["formula"], &step["value"]), (&json!("1500.00 × 2"), &json!("3000.00")));
}

/// Each condition cites the rule of the year of hiring, not that of the day of application.
#[test]
fn every_condition_cites_the_rule_of_its_own_year() {
    let answer = enterprise("2026-04-01", &[hire("2025-04-01"), hire("2026-01-01")]);
    for (place, document) in [(0, "国家2025年一次性扩岗补助文件（文号未查到）"), (1, "人社部发〔2026〕39号")]
    {
        for condition in answer["items"][place]["conditions"].as_array().unwrap() {
            let cited: Vec<_> =
                condition["citations"].as_array().unwrap().iter().map(|citation| &citation["document"]).collect();
            assert_eq!(cited, [document], "{}", condition["id"]);
            assert_eq!(condition["evidence"], "provisional");
        }
    }
    assert_eq!(answer["policy"]["id"], "cn-2026");
}

#[test]
fn the_policy_is_that_of_the_day_and_in_2027_that_of_2026() {
    for (day, id, outcome) in [
        ("2023-12-31", "cn-2023", "closed"),
        ("2024-01-01", "cn-2024", "undetermined"),
        ("2025-06-01", "cn-2025", "undetermined"),
        ("2026-06-01", "cn-2026", "undetermined"),
        ("2027-12-31", "cn-2026", "undetermined"),
        ("2028-01-01", "cn-2028", "closed"),
    ] {
        let answer = enterprise(day, &[]);
        assert_eq!((&answer["policy"]["id"], &answer["outcome"]), (&json!(id), &json!(outcome)), "{day}");
        assert_eq!(answer.get("items").is_some() && answer.get("result").is_some(), outcome != "closed", "{day}");
        let status = if outcome == "closed" { "not-recorded" } else { "open" };
        assert_eq!(answer["policy"]["status"], status, "{day}");
    }
}

#[test]
fn needs_are_paths_the_applicant_first_and_then_hire_by_hire() {
    let open = json!({"kind": "registered-youth", "hiredOn": "2025-07-01"});
    let lost = with(open.clone(), "usedBefore", json!(true));
    let answer =
        judge(&request("2025-11-01", &json!({"hires": [lost, open.clone(), with(open, "contract", json!(true))]})));
    assert_eq!(
        answer["needs"],
        json!([
            "facts.applicant",
            "facts.hires[1].contract",
            "facts.hires[1].paidMonths",
            "facts.hires[1].stillInsured",
            "facts.hires[1].usedBefore",
            "facts.hires[2].paidMonths",
            "facts.hires[2].stillInsured",
            "facts.hires[2].usedBefore",
        ])
    );
    let settled = enterprise("2025-11-01", &[with(hire("2025-07-01"), "kind", json!("other"))]);
    assert_eq!((&settled["outcome"], &settled["needs"]), (&json!("ineligible"), &json!([])));
    assert!(settled.get("result").is_none() && settled["items"].as_array().unwrap().len() == 1);
}

#[test]
fn bad_input_names_its_field() {
    let one = |hire: Json| json!({"hires": [hire]});
    let two = |first: Json, second: Json| json!({"hires": [first, second]});
    let named = |name: &str| with(hire("2025-07-01"), "id", json!(name));
    let without = |key: &str| {
        let mut hire = hire("2025-07-01");
        hire.as_object_mut().unwrap().remove(key);
        hire
    };
    for (facts, code, field) in [
        (json!({}), "missingField", "facts.hires"),
        (json!({"hires": null}), "missingField", "facts.hires"),
        (one(without("kind")), "missingField", "facts.hires[0].kind"),
        (one(without("hiredOn")), "missingField", "facts.hires[0].hiredOn"),
        (one(with(hire("2025-07-01"), "hireOn", json!("2025-07-01"))), "unknownField", "facts.hires[0].hireOn"),
        (one(with(hire("2025-07-01"), "kind", json!("graduate"))), "invalidValue", "facts.hires[0].kind"),
        (one(hire("2025-11-02")), "invalidValue", "facts.hires[0].hiredOn"),
        (one(with(hire("2025-07-01"), "paidMonths", json!(6))), "invalidValue", "facts.hires[0].paidMonths"),
        (one(with(hire("2025-07-01"), "paidMonths", json!(121))), "outOfRange", "facts.hires[0].paidMonths"),
        (one(with(hire("2025-07-01"), "contract", json!("是"))), "invalidValue", "facts.hires[0].contract"),
        (two(named("甲"), named("甲")), "invalidValue", "facts.hires[1].id"),
        // One without a name is called by its place.
        (two(named("1"), hire("2025-07-01")), "invalidValue", "facts.hires[1].id"),
        (json!({"hires": vec![hire("2025-07-01"); 501]}), "outOfRange", "facts.hires"),
    ] {
        let error = refused(&request("2025-11-01", &facts));
        assert_eq!((error.code.code(), error.field.as_str()), (code, field), "{facts}");
    }
    assert_eq!(enterprise("2025-11-01", &vec![hire("2025-07-01"); 500])["result"]["eligible"], 500);
}
