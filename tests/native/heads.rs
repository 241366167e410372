//! What the first screen has of the law is what an answer says by the pack: the same rule on every day.

use serde_json::{Map, Value, json};
use wengang::api::answer::Calculator;
use wengang::api::policies::{document_numbers, packs, rule_status_on};
use wengang::law;
use wengang::policy::date::Date;

use crate::cases::judge;
use crate::tier::sample;

#[test]
fn every_day_falls_under_the_rule_that_an_answer_names() {
    for calculator in Calculator::all() {
        // Lists that a request must have, empty.
        let required = law::measure(calculator).unwrap().facts.iter().filter(|fact| fact.required);
        let facts: Value = required.map(|fact| (fact.id.clone(), json!([]))).collect::<Map<_, _>>().into();
        let (mut day, last) = (Date::new(2014, 12, 1), Date::new(2029, 1, 31));
        while day <= last {
            let rule_status = rule_status_on(calculator, day);
            let code = calculator.code();
            let policy = &judge(&json!({"calculator": code, "asOf": day.to_string(), "facts": facts}))["policy"];
            assert_eq!(policy["status"], json!(rule_status.status), "{code} on {day}");
            let window = rule_status.window().map(|window| json!({"from": window.from, "to": window.to}));
            assert_eq!(policy["window"], json!(window), "{code} on {day}");
            // Without a rule the name is made of the day.
            if let Some(rule) = rule_status.rule {
                assert_eq!(policy["id"], rule.id, "{code} on {day}");
                // What a premium computes draws on limits too, which are in no rule.
                let is_of_rule = code != "premium";
                assert!(!is_of_rule || policy["evidence"] == json!(rule.evidence), "{code} on {day}");
            }
            // In the gate only the days around the first of each month, and some others.
            let step = if (3..=27).contains(&day.day()) { sample(8, 1) } else { 1 };
            (0..step).for_each(|_| day = day.next());
        }
    }
}

#[test]
fn the_documents_are_those_of_the_rules() {
    let mut expected = Vec::new();
    for document in packs().iter().flat_map(|pack| &pack.documents) {
        if !expected.contains(&document.number) {
            expected.push(document.number);
        }
    }
    assert_eq!(document_numbers(), expected);
}
