//! The contract's own cases with right answers (`tests/cases/open.json`, `real.json`).

use serde_json::{Value as Json, json};
use wengang::api::fold::fold;
use wengang::api::request::{self, PolicyError, Value};
use wengang::api::{Request, assess};

/// A case: what is asked and what must come out.
#[derive(serde::Deserialize)]
pub struct Case {
    pub id: String,
    pub why: String,
    pub request: Json,
    pub expect: Json,
}

/// The contract's cases.
pub fn open_cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../cases/open.json")).unwrap()
}

/// Cases from what people and firms really asked.
pub fn real_cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../cases/real.json")).unwrap()
}

pub fn read(request: &Json) -> Request {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    request::read(&value, fold).unwrap_or_else(|error| panic!("{request}: {error}"))
}

/// Why a request cannot be judged.
pub fn refused(request: &Json) -> PolicyError {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    request::read(&value, fold).unwrap_err()
}

pub fn judge(request: &Json) -> Json {
    let answer = assess(&read(request)).unwrap_or_else(|error| panic!("{request}: {error}"));
    serde_json::to_value(answer).unwrap()
}

fn verdicts(conditions: &Json) -> Json {
    let rows = conditions.as_array().into_iter().flatten();
    Json::Object(rows.map(|row| (row["id"].as_str().unwrap().to_owned(), row["verdict"].clone())).collect())
}

/// The part of an answer that belongs to a key of `expect`.
fn reading(answer: &Json, key: &str) -> Json {
    let result = &answer["result"];
    match key {
        "outcome" | "amount" | "result" => answer[key].clone(),
        "verdicts" => verdicts(&answer["conditions"]),
        "drawersAllowed" | "months" | "size" => result[key].clone(),
        "total" => answer["amount"]["value"].clone(),
        "planSize" => json!(result["plan"].as_array().map_or(0, Vec::len)),
        "items" => answer["items"].as_array().into_iter().flatten().map(item).collect(),
        "evidence" => answer["policy"]["evidence"].clone(),
        other => panic!("{other}"),
    }
}

fn item(item: &Json) -> Json {
    match item.get("month") {
        Some(month) => json!({"month": month, "amount": item["amount"]}),
        None => {
            json!({"outcome": item["outcome"], "lastDay": item["lastDay"], "verdicts": verdicts(&item["conditions"])})
        }
    }
}

/// `null`, `[]` and absent are equal.
fn without_nothing(value: Json) -> Json {
    match value {
        Json::Array(items) if items.is_empty() => Json::Null,
        Json::Array(items) => items.into_iter().map(without_nothing).collect(),
        Json::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| (key, without_nothing(value)));
            Json::Object(fields.filter(|(_, value)| !value.is_null()).collect())
        }
        other => other,
    }
}

#[track_caller]
fn come_out_right(cases: Vec<Case>) {
    for Case { id, why, request, expect } in cases {
        let answer = judge(&request);
        for (key, expected) in expect.as_object().unwrap() {
            let (found, expected) = (reading(&answer, key), expected.clone());
            assert_eq!(without_nothing(found), without_nothing(expected), "{id} ({why}): {key} of {answer:#}");
        }
    }
}

#[test]
fn every_open_case_passes() {
    assert_eq!(open_cases().len(), 57);
    come_out_right(open_cases());
}

#[test]
fn every_real_case_passes() {
    assert_eq!(real_cases().len(), 30);
    come_out_right(real_cases());
}

#[test]
fn every_condition_and_step_carries_a_citation() {
    for case in open_cases().into_iter().chain(real_cases()) {
        let answer = assess(&read(&case.request)).unwrap();
        let in_items = answer.judged().iter().flat_map(|item| &item.conditions);
        for condition in answer.conditions.iter().chain(in_items) {
            let closed = condition.id == "round-open" && answer.policy.window.is_none();
            assert!(closed || !condition.citations.is_empty(), "{}: {}", case.id, condition.id);
        }
        assert!(answer.steps.iter().all(|step| !step.citations.is_empty()), "{}", case.id);
    }
}
