//! No input panics: arbitrary JSON, and facts that are right in part.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value as Json;
use wengang::api::Assessment;
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};

use crate::requests::{arbitrary_json, nearly_right_request};

/// How many calculators there are.
const CALCULATORS: usize = 6;
/// How many cases of each are tried, about: an eighth of the refund's are read, which is far above what is asked below.
const CASES_EACH: u32 = 2_500;

fn try_assess(json: &Json) -> Option<Assessment> {
    let value: Value = serde_json::from_value(json.clone()).ok()?;
    request::judge(&value, fold).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_json_never_panics(json in arbitrary_json()) {
        try_assess(&json);
    }
}

#[test]
fn arbitrary_facts_never_panic() {
    let judged = RefCell::new(BTreeMap::<String, [u32; 2]>::new());
    let cases = CASES_EACH * CALCULATORS as u32;
    let mut runner = TestRunner::new(Config { cases, source_file: Some(file!()), ..Config::default() });
    let outcome = runner.run(&nearly_right_request(), |request| {
        let was_read = try_assess(&request).map(|answer| serde_json::to_value(answer).unwrap());
        let mut judged = judged.borrow_mut();
        judged.entry(request["calculator"].to_string()).or_default()[usize::from(was_read.is_some())] += 1;
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    // It is worth nothing if none gets past the reader, and little if none is refused.
    let judged = judged.into_inner();
    let both = judged.values().filter(|[refused, read]| *refused > 200 && *read > 200).count();
    assert_eq!(both, CALCULATORS, "{judged:?}");
}
