//! Every calculation can be done again from what is on screen.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value as Json;

use super::formula;
use crate::cases::judge;
use crate::requests::{benefit_request, premium_request, refund_request, skill_request};

/// Every line comes out, and the last one is the amount; whether there is one.
fn can_be_done_again(request: &Json) -> Result<bool, TestCaseError> {
    let answer = judge(request);
    let total = formula::recompute(answer["steps"].as_array().unwrap()).map_err(TestCaseError::fail)?;
    let amount = answer["amount"]["value"].as_str();
    if let Some(value) = amount {
        prop_assert_eq!(total.as_deref(), Some(value));
    }
    Ok(amount.is_some())
}

#[test]
fn every_line_can_be_done_again_by_hand() {
    let requests = prop_oneof![
        1 => refund_request(),
        1 => skill_request(7),
        2 => premium_request(),
        2 => benefit_request(),
    ];
    let amounts = RefCell::new(BTreeMap::<String, u32>::new());
    let mut runner = TestRunner::new(Config { cases: 10_000, source_file: Some(file!()), ..Config::default() });
    let outcome = runner.run(&requests, |request| {
        let has_amount = can_be_done_again(&request)?;
        *amounts.borrow_mut().entry(request["calculator"].to_string()).or_default() += u32::from(has_amount);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    let amounts = amounts.into_inner();
    assert!(amounts.len() == 4 && amounts.values().all(|count| *count > 60), "{amounts:?}");
}
