//! The law as data against today's rules: the same requests through both, and the same JSON but for citations.
//!
//! Citations differ where the engine's rule differs (docs/adr/0012): a condition cites what flows into it, and sources
//! stand in the order of the file. Every difference is counted by class, and only the classes argued for are allowed.

mod answer;
mod mutants;
mod reader;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value as Json;
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang::api::{Assessment, answer::Citation, assess};
use wengang_compiler::{File, Pack, compile};
use wengang_engine::Date;

use crate::cases::{open_cases, read};
use crate::requests::refund_request;
use answer::Answer;

/// The law of Hebei in the new language.
static HEBEI: LazyLock<Pack> = LazyLock::new(|| {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let file = |path: &str, name: &str| File {
        name: name.to_owned(),
        text: std::fs::read_to_string(policies.join(path)).unwrap(),
    };
    let files = [
        file("documents.toml", "documents.toml"),
        file("next/cn/days-off.toml", "cn/days-off.toml"),
        file("next/hebei/place.toml", "hebei/place.toml"),
        file("next/hebei/refund.toml", "hebei/refund.toml"),
    ];
    compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"))
});

/// How many requests are compared.
fn count() -> u32 {
    crate::tier::sample(2_000, 20_000)
}

/// The answer of a pack to a request; `None` where it is an error.
fn judge_by<'p>(pack: &'p Pack, request: &Json) -> Option<Answer<'p>> {
    let measure = pack.measure("refund").unwrap();
    let day = Date::parse(request["asOf"].as_str().unwrap()).unwrap();
    let case = reader::case(measure, &request["facts"]);
    let found = wengang_engine::assess(pack, "refund", &case, day).ok()?;
    Some(Answer::of(pack, measure, found))
}

/// The new answer to a request.
fn judge(request: &Json) -> Answer<'static> {
    judge_by(&HEBEI, request).unwrap_or_else(|| panic!("{request} is an error"))
}

/// Where a list of citations stands.
type Place = (&'static str, String);

/// Document, clause and quote.
type Cited = [String; 3];

/// An answer as JSON without its citations, and those.
type Split = (String, Vec<(Place, Vec<Cited>)>);

/// Takes the citations out of today's answer.
fn split_old(mut answer: Assessment) -> Split {
    let words = |citations: Vec<Citation>| -> Vec<Cited> {
        let word = |citation: Citation| {
            [citation.document.to_owned(), citation.clause.to_owned(), citation.quote.unwrap_or_default().to_owned()]
        };
        citations.into_iter().map(word).collect()
    };
    let mut taken = Vec::new();
    for condition in &mut answer.conditions {
        taken.push((("condition", condition.id.to_owned()), words(std::mem::take(&mut condition.citations))));
    }
    for step in &mut answer.steps {
        taken.push((("step", step.id.clone()), words(std::mem::take(&mut step.citations))));
    }
    for next in &mut answer.next_steps {
        taken.push((("next step", next.id.to_owned()), words(std::mem::take(&mut next.citations))));
    }
    (serde_json::to_string(&answer).unwrap(), taken)
}

/// How two lists of citations differ.
fn class(old: &[Cited], new: &[Cited]) -> &'static str {
    let within = |one: &[Cited], other: &[Cited]| one.iter().all(|citation| other.contains(citation));
    match (within(old, new), within(new, old)) {
        _ if old == new => "same",
        (true, true) => "same in another order",
        (true, false) => "more",
        (false, true) => "fewer",
        (false, false) => "others",
    }
}

type Classes = BTreeMap<(Place, &'static str), u32>;

/// Compares both answers to a request, and counts how their citations differ.
fn compare(request: &Json, classes: &mut Classes) -> Result<(), TestCaseError> {
    let (old, old_citations) = split_old(assess(&read(request)));
    let (new, new_citations) = judge(request).split();
    prop_assert_eq!(old, new, "{}", request);
    for ((place, old), (same_place, new)) in old_citations.into_iter().zip(new_citations) {
        prop_assert_eq!(&place, &same_place);
        *classes.entry((place, class(&old, &new))).or_default() += 1;
    }
    Ok(())
}

/// Prints how citations differ, and refuses a difference that nobody has argued for.
fn argued(classes: &Classes) {
    for (((kind, id), class), count) in classes {
        println!("{count:>7} {class:<22} {kind} {id}");
    }
    for ((kind, id), class) in classes.keys() {
        let is_argued = match (*kind, id.as_str(), *class) {
            (_, _, "same" | "same in another order") => true,
            // The least and the most cite every clause that gives them, not only the first.
            ("step", "refund" | "refund-min" | "refund-max", "more") => true,
            _ => false,
        };
        assert!(is_argued, "{kind} {id}: {class}");
    }
}

#[test]
fn the_refund_as_data_answers_as_today_on_random_requests() {
    let classes = RefCell::new(Classes::new());
    let (cases, max_shrink_time) = (count(), 20_000);
    let config = Config { cases, max_shrink_time, failure_persistence: None, ..Config::default() };
    // The same requests every day, so that a change alone makes the test fail; others by `WENGANG_SEED=7`.
    let seed = std::env::var("WENGANG_SEED").map_or(16, |seed| seed.parse::<u8>().unwrap());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let outcome = runner.run(&refund_request(), |request| compare(&request, &mut classes.borrow_mut()));
    outcome.unwrap_or_else(|error| panic!("{error}"));
    argued(&classes.into_inner());
}

#[test]
fn the_refund_as_data_answers_as_today_on_every_open_case() {
    let mut classes = Classes::new();
    let refunds = open_cases().into_iter().filter(|case| case.request["calculator"] == "refund");
    let compared = refunds.map(|case| compare(&case.request, &mut classes).unwrap_or_else(|e| panic!("{e}"))).count();
    assert!(compared > 10, "{compared}");
    argued(&classes);
}

#[test]
fn the_refund_as_data_answers_as_today_on_every_day_and_with_nothing_known() {
    let mut classes = Classes::new();
    let mut day = Date::new(2021, 12, 1).unwrap();
    while day.year() < 2028 {
        let request = serde_json::json!({"calculator": "refund", "asOf": day.to_string(), "facts": {}});
        compare(&request, &mut classes).unwrap_or_else(|error| panic!("{error}"));
        day = day.next().unwrap();
    }
    argued(&classes);
}

#[test]
fn facts_that_cannot_be_together_are_refused_as_today() {
    let measure = HEBEI.measure("refund").unwrap();
    for (facts, expected) in [
        (serde_json::json!({"averageInsured": 0, "benefitDrawers": 1}), Some("facts.averageInsured")),
        (serde_json::json!({"insuredPersonMonths": 0, "benefitDrawers": 1}), Some("facts.insuredPersonMonths")),
        (serde_json::json!({"averageInsured": 0, "benefitDrawers": 0}), None),
        (serde_json::json!({"averageInsured": 0}), None),
    ] {
        let request = serde_json::json!({"calculator": "refund", "asOf": "2024-09-01", "facts": facts});
        let value: Value = serde_json::from_value(request.clone()).unwrap();
        let old = request::read(&value, fold).err().map(|error| (error.field, error.message));
        let day = Date::new(2024, 9, 1).unwrap();
        let found = reader::case(measure, &facts).contradiction(&HEBEI, measure, day);
        let new = found.map(|(fact, say)| (reader::field(measure, fact, &facts), say.to_owned()));
        assert_eq!(old, new, "{facts}");
        assert_eq!(new.map(|(field, _)| field).as_deref(), expected, "{facts}");
    }
}
