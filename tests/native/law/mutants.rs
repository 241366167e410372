//! Mutants of the pack: one figure, operator or row is another, and the requests of these tests must notice.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value as Json, json};
use wengang::api::assess;
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang_compiler::Pack;
use wengang_engine::Date;

use super::{HEBEI, judge_by, reader, split_old};
use crate::cases::open_cases;
use crate::requests::refund_request;

/// The operators that an officer may have meant instead.
const SWAPS: [(&str, &str); 6] = [
    ("AtMost", "Less"),
    ("AtLeast", "More"),
    ("Equal", "NotEqual"),
    ("And", "Or"),
    ("Plus", "Minus"),
    ("Times", "Over"),
];

/// How many random requests are put to each mutant, beside the cases.
const REQUESTS: usize = 600;

/// A change to a pack: what it is, and the pack with it.
type Mutant = (String, Json);

/// Every mutant of the part of the pack at `path`.
fn mutants(pack: &Json, path: &str, found: &mut Vec<Mutant>) {
    let mut put = |path: &str, what: String, changed: Json| {
        let mut mutant = pack.clone();
        *mutant.pointer_mut(path).unwrap() = changed;
        found.push((format!("{path}: {what}"), mutant));
    };
    match pack.pointer(path).unwrap() {
        Json::Object(fields) => {
            if let Some(binary) = fields.get("Binary") {
                let operator = binary[0].as_str().unwrap();
                let swapped = SWAPS.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
                for (_, other) in swapped.filter(|(one, _)| **one == operator) {
                    put(&format!("{path}/Binary/0"), format!("{operator} is {other}"), json!(other));
                }
            }
            for kind in ["Ratio", "Count", "Number", "Money"] {
                if let Some([numerator, denominator]) = fields.get(kind).and_then(Json::as_array).map(Vec::as_slice) {
                    let more = json!([numerator.as_i64().unwrap() + 1, denominator]);
                    put(&format!("{path}/{kind}"), format!("{numerator} ÷ {denominator} is more"), more);
                }
            }
            let names: Vec<String> = fields.keys().cloned().collect();
            for name in names {
                mutants(pack, &format!("{path}/{name}"), found);
            }
        }
        Json::Array(list) => {
            let is_rows = list.iter().any(|row| row.get("when").is_some());
            for index in (0..list.len()).filter(|_| is_rows) {
                let mut fewer = list.clone();
                fewer.remove(index);
                put(path, format!("row {index} is gone"), Json::Array(fewer));
            }
            for index in 0..list.len() {
                mutants(pack, &format!("{path}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// Mutants that are no other law, each with the reason.
const EQUIVALENT: [&str; 2] = [
    // A rate at its limit has been met in the row before.
    "/measures/0/conditions/2/says/2/when/Binary/0: More is AtLeast",
    // With nobody insured, drawers over the limit of none are refused.
    "/measures/0/insights/1/when/Binary/1/Binary/0: More is AtLeast",
];

/// What a pack says of a request: that its facts cannot be together, or the answer without citations.
fn said(pack: &Pack, request: &Json) -> Option<String> {
    let measure = pack.measure("refund").unwrap();
    let day = Date::parse(request["asOf"].as_str().unwrap()).unwrap();
    match reader::case(measure, &request["facts"]).contradiction(pack, measure, day) {
        Some((fact, say)) => Some(format!("{} {say}", reader::field(measure, fact, &request["facts"]))),
        None => judge_by(pack, request).map(|answer| answer.split().0),
    }
}

/// What today's rules say of it.
fn said_today(request: &Json) -> String {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    match request::read(&value, fold) {
        Ok(request) => split_old(assess(&request)).0,
        Err(refused) => format!("{} {}", refused.field, refused.message),
    }
}

/// Requests with what is said of them today.
fn corpus() -> Vec<(Json, String)> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[17; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let random = (0..REQUESTS).map(|_| refund_request().new_tree(&mut runner).unwrap().current());
    let cases = open_cases().into_iter().map(|case| case.request).filter(|request| request["calculator"] == "refund");
    // Nobody insured: the random requests have somebody.
    let nobody = [
        json!({"averageInsured": 0}),
        json!({"averageInsured": 0, "benefitDrawers": 0}),
        json!({"averageInsured": 0, "benefitDrawers": 1}),
    ];
    let nobody = nobody.map(|facts| json!({"calculator": "refund", "asOf": "2024-09-01", "facts": facts}));
    let requests = cases.chain(nobody).chain(random);
    requests.map(|request| (said_today(&request), request)).map(|(said, request)| (request, said)).collect()
}

#[test]
fn every_mutant_of_the_pack_is_noticed() {
    let written = serde_json::to_value(&*HEBEI).unwrap();
    let mut all = Vec::new();
    mutants(&written, "/measures/0", &mut all);
    assert!(all.len() > 150, "{}", all.len());
    let corpus = corpus();
    let survives = |mutant: &Json| {
        let pack: Pack = serde_json::from_value(mutant.clone()).unwrap();
        corpus.iter().all(|(request, expected)| said(&pack, request).as_ref() == Some(expected))
    };
    let survivors: Vec<String> = all.into_iter().filter(|(_, mutant)| survives(mutant)).map(|(what, _)| what).collect();
    assert_eq!(survivors, EQUIVALENT);
}
