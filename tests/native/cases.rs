//! The contract's own cases with right answers (`tests/cases/open.json`).

use serde_json::Value as Json;
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
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

pub fn read(request: &Json) -> Request {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    request::read(&value, fold).unwrap_or_else(|error| panic!("{request}: {error}"))
}

pub fn judge(request: &Json) -> Json {
    let answer = assess(&read(request)).unwrap_or_else(|error| panic!("{request}: {error}"));
    serde_json::to_value(answer).unwrap()
}

fn verdicts(conditions: &Json) -> Json {
    let rows = conditions.as_array().unwrap();
    Json::Object(rows.iter().map(|row| (row["id"].as_str().unwrap().to_owned(), row["verdict"].clone())).collect())
}

#[test]
fn every_open_case_comes_out_right() {
    let cases = open_cases();
    assert_eq!(cases.len(), 57);
    for Case { id, why, request, expect } in cases {
        let answer = judge(&request);
        let context = format!("{id} ({why}): {answer:#}");
        assert_eq!(answer["outcome"], expect["outcome"], "{context}");
        match request["calculator"].as_str().unwrap() {
            "refund" => refund_is_as_expected(&answer, &expect, &context),
            "skill-subsidy" => skill_is_as_expected(&answer, &expect, &context),
            "premium" => premium_is_as_expected(&answer, &expect, &context),
            "unemployment-benefit" => benefit_is_as_expected(&answer, &expect, &context),
            "size-class" => assert_eq!(answer["result"]["size"], expect["size"], "{context}"),
            other => panic!("{other}"),
        }
    }
}

fn premium_is_as_expected(answer: &Json, expect: &Json, context: &str) {
    assert_eq!(answer["amount"], expect["amount"], "{context}");
    assert_eq!(answer["result"], expect["result"], "{context}");
}

fn benefit_is_as_expected(answer: &Json, expect: &Json, context: &str) {
    assert_eq!(answer["amount"], expect["amount"], "{context}");
    assert_eq!(verdicts(&answer["conditions"]), expect["verdicts"], "{context}");
    assert_eq!(answer["result"]["months"], expect["months"], "{context}");
    let items = answer["items"].as_array();
    let rows = items.map(|items| items.iter().map(|item| (&item["month"], &item["amount"])).collect::<Vec<_>>());
    let expected = expect["items"].as_array();
    assert_eq!(
        rows,
        expected.map(|items| items.iter().map(|item| (&item["month"], &item["amount"])).collect()),
        "{context}"
    );
}

fn refund_is_as_expected(answer: &Json, expect: &Json, context: &str) {
    assert_eq!(answer["amount"], expect["amount"], "{context}");
    assert_eq!(verdicts(&answer["conditions"]), expect["verdicts"], "{context}");
    assert_eq!(answer["result"]["drawersAllowed"], expect["drawersAllowed"], "{context}");
}

fn skill_is_as_expected(answer: &Json, expect: &Json, context: &str) {
    assert_eq!(answer["amount"]["value"], expect["total"], "{context}");
    assert_eq!(answer["conditions"], serde_json::json!([]), "{context}");
    let plan = answer["result"]["plan"].as_array().map_or(0, Vec::len);
    assert_eq!(Some(plan as u64), expect["planSize"].as_u64(), "{context}");
    let (items, expected) = (answer["items"].as_array().unwrap(), expect["items"].as_array().unwrap());
    assert_eq!(items.len(), expected.len(), "{context}");
    for (item, expected) in items.iter().zip(expected) {
        assert_eq!(item["outcome"], expected["outcome"], "{context}");
        assert_eq!(item["lastDay"], expected["lastDay"], "{context}");
        assert_eq!(verdicts(&item["conditions"]), expected["verdicts"], "{context}");
    }
}

#[test]
fn every_condition_and_step_carries_a_citation() {
    for case in open_cases() {
        let answer = assess(&read(&case.request)).unwrap();
        let in_items = answer.certificates().iter().flat_map(|item| &item.conditions);
        for condition in answer.conditions.iter().chain(in_items) {
            let closed = condition.id == "round-open" && answer.policy.window.is_none();
            assert!(closed || !condition.citations.is_empty(), "{}: {}", case.id, condition.id);
        }
        assert!(answer.steps.iter().all(|step| !step.citations.is_empty()), "{}", case.id);
    }
}
