//! Mutants of the pack: one figure, operator or row is another, and the requests of these tests must notice.

use proptest::strategy::Strategy as _;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value as Json, json};
use wengang::api::Request;
use wengang::api::answer::Calculator;
use wengang::api::case::{FactValue, Named};
use wengang::api::fold::fold;
use wengang::api::request;
use wengang::law::PACK;
use wengang::policy::ratio::AverageInsured;
use wengang_engine::{Assessment, ComparedRow, Date, Pack, RowIs, Words, assess, compare};

use super::Measured;
use crate::cases::open_cases;

/// The path of the measure in a pack of one.
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

/// How many random requests are put to each mutant, in addition to the cases.
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

/// The facts of a case that no request may have, by the kinds that their names and values show.
fn facts_of(facts: &Json) -> Vec<Named> {
    let stated = |(name, json): (&String, &Json)| -> Option<Named> {
        // What is given instead of a fact is no fact.
        let name = FACTS.into_iter().find(|known| known == name)?;
        let stated = match (name, json) {
            (_, Json::Bool(is)) => FactValue::Flag(*is),
            ("averageInsured", number) => FactValue::Average(AverageInsured::parse(&number.to_string()).unwrap()),
            (_, Json::Number(number)) => FactValue::Count(u32::try_from(number.as_u64().unwrap()).unwrap()),
            ("receivedOn", Json::String(day)) => FactValue::Day(wengang::policy::date::Date::parse(day).unwrap()),
            (_, Json::String(words)) => FactValue::Text(Words::plain(words.as_str())),
            (_, Json::Array(rows)) => FactValue::Elements(rows.iter().map(facts_of).collect()),
            other => panic!("{other:?}"),
        };
        Some((name, Some(stated)))
    };
    facts.as_object().unwrap().iter().filter_map(stated).collect()
}

/// The facts that contradict each other somewhere.
const FACTS: [&str; 9] = [
    "averageInsured",
    "benefitDrawers",
    "certificates",
    "received",
    "occupation",
    "level",
    "receivedOn",
    "insuredMonths",
    "reemployedUnderOneYear",
];

/// The answer of a pack to a request: that its facts contradict each other, or the assessment without its citations.
fn said(pack: &Pack, request: &Request) -> Result<Assessment, String> {
    let measure = pack.measure(request.calculator.code()).unwrap();
    let day = Date::parse(&request.as_of.to_string()).unwrap();
    if let Some(found) = request.case.contradiction(pack, measure, day) {
        return Err(format!("{found:?}"));
    }
    let found = assess(pack, &measure.id, &request.case, day).map_err(|error| error.to_string())?;
    Ok(uncited(found))
}

/// What the rules of the measure look like side by side: days and figures, row by row, or that there is an error.
fn side_by_side(pack: &Pack) -> Result<Vec<Json>, String> {
    let tables = compare(pack, &pack.measures[0]).map_err(|error| error.to_string())?;
    let rows = tables.into_iter().flat_map(|table| table.rows);
    let row = |row: ComparedRow<'_>| match row.is {
        RowIs::Rule(_, cells) | RowIs::Standing(_, cells) | RowIs::Values(_, cells) => {
            json!([row.from, row.to, cells.columns, cells.conditions])
        }
        RowIs::Gap(reason) => json!([row.from, row.to, reason]),
    };
    Ok(rows.map(row).collect())
}

/// The answer without its citations: no other law only because it is cited in another place.
fn uncited(mut answer: Assessment) -> Assessment {
    let of_items = answer.items.iter_mut().flat_map(|(items, _)| items).flat_map(|item| &mut item.conditions);
    answer.conditions.iter_mut().chain(of_items).for_each(|condition| condition.sources.clear());
    answer.steps.iter_mut().for_each(|step| step.sources.clear());
    answer.insights.iter_mut().for_each(|insight| insight.sources.clear());
    answer.next_steps.iter_mut().for_each(|next| next.sources.clear());
    answer
}

impl Measured {
    /// Cases with their answers.
    fn corpus(&self) -> Vec<(Request, Result<Assessment, String>)> {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[17; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let strategy = (self.requests)();
        let random = (0..REQUESTS).map(|_| strategy.new_tree(&mut runner).unwrap().current());
        let day = wengang::policy::date::Date::new(2024, 9, 1);
        let contradictory = |(facts, _): (Json, _)| Request::of(self.calculator(), day, facts_of(&facts)).ok();
        let contradictions = (self.contradictions)().into_iter().filter_map(contradictory);
        let open = open_cases().into_iter().map(|case| case.request);
        let open = open.filter(|request| request["calculator"] == self.calculator);
        let read = |request: Json| request::read(&serde_json::from_value(request).unwrap(), fold).ok();
        let requests =
            open.chain((self.boundaries)()).chain((self.large)()).chain(random).filter_map(read).chain(contradictions);
        requests.map(|request| (said(&PACK, &request), request)).map(|(said, request)| (request, said)).collect()
    }

    fn calculator(&self) -> Calculator {
        Calculator::of_code(self.calculator).unwrap()
    }

    /// Puts the mutants of the measure's pack to the requests: those that all agree with must be no other law.
    pub(super) fn try_mutants(&self) {
        let mut pack = PACK.clone();
        pack.measures.retain(|measure| measure.id == self.calculator);
        let written = serde_json::to_value(&pack).unwrap();
        let mut all = Vec::new();
        mutants(&written, MEASURE, &mut all);
        assert!(all.len() >= self.mutants, "{}", all.len());
        let (corpus, tables) = (self.corpus(), side_by_side(&pack));
        let survives = |mutant: &Json| {
            let pack: Pack = serde_json::from_value(mutant.clone()).unwrap();
            side_by_side(&pack) == tables && corpus.iter().all(|(request, expected)| said(&pack, request) == *expected)
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
