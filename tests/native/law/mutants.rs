//! Mutants of the pack: one figure, operator or row is another, and the requests of these tests must notice.

use proptest::strategy::Strategy as _;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value as Json, json};
use wengang::api::assess;
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang_compiler::Pack;
use wengang_engine::Date;

use super::{Compared, HEBEI, judge_by, reader, split_old};

/// Where the measure stands in a pack of one.
const MEASURE: &str = "/measures/0";

/// The operators that an officer may have meant instead.
const SWAPS: [(&str, &str); 7] = [
    ("AtMost", "Less"),
    ("AtLeast", "More"),
    ("Equal", "NotEqual"),
    ("And", "Or"),
    ("Plus", "Minus"),
    ("Times", "Over"),
    ("Above", "Below"),
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
            if let Some(options) = fields.get("Choices").and_then(Json::as_array) {
                for index in 0..options.len() {
                    let mut fewer = options.clone();
                    fewer.remove(index);
                    put(&format!("{path}/Choices"), format!("option {index} is gone"), Json::Array(fewer));
                }
            }
            let names: Vec<String> = fields.keys().cloned().collect();
            for name in names {
                mutants(pack, &format!("{path}/{name}"), found);
            }
        }
        Json::Array(list) => {
            let is_rows = list.iter().any(|row| row.get("when").or(row.get("holds")).is_some());
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

/// What a pack says of a request: that its facts cannot be together, or the answer without citations.
fn said(pack: &Pack, request: &Json) -> Option<String> {
    let measure = pack.measure(request["calculator"].as_str().unwrap()).unwrap();
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

impl Compared {
    /// Requests with what is said of them today.
    fn corpus(&self) -> Vec<(Json, String)> {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[17; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let strategy = (self.requests)();
        let random = (0..REQUESTS).map(|_| strategy.new_tree(&mut runner).unwrap().current());
        let contradictions = (self.contradictions)();
        let contradictions = contradictions.iter().map(|(facts, _)| self.request("2024-09-01", facts));
        let requests = self.open_cases().chain((self.boundaries)()).chain(contradictions).chain(random);
        requests.map(|request| (said_today(&request), request)).map(|(said, request)| (request, said)).collect()
    }

    /// Puts the mutants of the measure's pack to the requests: those that all agree with must be no other law.
    pub(super) fn try_mutants(&self) {
        let mut pack = HEBEI.clone();
        pack.measures.retain(|measure| measure.id == self.calculator);
        let written = serde_json::to_value(&pack).unwrap();
        let mut all = Vec::new();
        mutants(&written, MEASURE, &mut all);
        assert!(all.len() >= self.mutants, "{}", all.len());
        let corpus = self.corpus();
        let survives = |mutant: &Json| {
            let pack: Pack = serde_json::from_value(mutant.clone()).unwrap();
            corpus.iter().all(|(request, expected)| said(&pack, request).as_ref() == Some(expected))
        };
        // In the gate one of four.
        let step = crate::tier::sample(4, 1);
        let survivors = all.into_iter().step_by(step).filter(|(_, mutant)| survives(mutant));
        let survivors: Vec<String> = survivors.map(|(what, _)| what.replacen(MEASURE, "", 1)).collect();
        let is_argued = |survivor: &&String| self.equivalent.contains(&survivor.as_str());
        assert_eq!(survivors.iter().filter(is_argued).count(), survivors.len(), "{survivors:#?}");
        assert!(step > 1 || survivors.len() == self.equivalent.len(), "more are argued for than survive");
    }
}
