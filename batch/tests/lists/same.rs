//! Random requests of every measure, written as rows of a list: each is judged as the API judges the request.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value as Json;
use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::api::request::{self, Value};
use wengang::policy::assessment::Amount;
use wengang::policy::date::Date;
use wengang::policy::verdict::Outcome;
use wengang_batch::{Cell, Found, Groups, Judge, List, Options, Row, RowRead, Verdict};

use crate::requests::{benefit_request, hiring_request, premium_request, refund_request, size_request, skill_request};
use crate::tier::sample;

/// A JSON value as a cell.
fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(is) => if *is { "是" } else { "否" }.to_owned(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => text.clone(),
        Json::Array(options) if options.is_empty() => "无".to_owned(),
        Json::Array(options) => options.iter().map(cell).collect::<Vec<_>>().join("、"),
        Json::Object(_) => panic!("no cell is an object"),
    }
}

/// The headings and rows of a request: one row per element of the list that is judged.
fn rows(facts: &Json, judged: Option<&str>) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let mut common = BTreeMap::new();
    let mut rows = vec![BTreeMap::new()];
    for (name, value) in facts.as_object().unwrap() {
        if Some(name.as_str()) == judged {
            let fields = |element: &Json| {
                let fields = element.as_object().unwrap().iter().filter(|(field, _)| *field != "id");
                fields.map(|(field, value)| (format!("{name}.{field}"), cell(value))).collect::<BTreeMap<_, _>>()
            };
            rows = value.as_array().unwrap().iter().map(fields).collect();
        } else {
            common.insert(name.clone(), cell(value));
        }
    }
    if let Some(first) = rows.first_mut() {
        first.extend(common);
    }
    if judged.is_some() {
        rows.iter_mut().for_each(|row| drop(row.insert("身份证号".to_owned(), "A1".to_owned())));
    }
    let mut headings: Vec<String> = rows.iter().flat_map(BTreeMap::keys).cloned().collect();
    headings.sort();
    headings.dedup();
    (headings, rows)
}

/// The result of a request when it is written as a list; `None` where it cannot be.
fn of_list(request: &Json) -> Option<Found> {
    let calculator = Calculator::of_code(request["calculator"].as_str()?)?;
    let as_of = Date::parse(request["asOf"].as_str()?).ok()?;
    let judged = match calculator.code() {
        "skill-subsidy" => Some("certificates"),
        "hiring-subsidy" => Some("hires"),
        _ => None,
    };
    let (headings, rows) = rows(&request["facts"], judged);
    let mut options = Options::new(calculator, as_of, fold);
    // Hires are people of their own in a list, but several of one request here.
    options.map.push(("身份证号".to_owned(), "人".to_owned()));
    if judged.is_none() {
        options.map.clear();
    }
    let first = [headings.iter().map(|heading| Cell::of_text(heading)).collect()];
    let list = List::open(&options, &first).ok()?;
    let judge = Judge::of(&list)?;
    let mut groups = Groups::default();
    for (number, row) in (2..).zip(&rows) {
        let cells: Vec<Cell<'_>> =
            headings.iter().map(|heading| row.get(heading).map_or(Cell::Empty, |text| Cell::of_text(text))).collect();
        let RowRead::Case(read) = list.read(&Row { number, cells: &cells, merged: &[] }) else { return None };
        assert!(read.faults.is_empty(), "{request}: {:?}", read.faults);
        if judged.is_none() {
            return Some(judge.row(number, read).0);
        }
        groups.add(&list, number, read);
    }
    Some(judge.person(groups.into_people().pop()?).0)
}

/// The same of a request as the API says it.
fn is_same(request: &Json, found: &Found) {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    let answer = match request::judge(&value, fold) {
        Ok(answer) => answer,
        Err(error) => {
            assert_eq!(found.verdict, Verdict::NotJudged, "{request}: {error}");
            assert!(
                found.reason_text().contains(&error.message) || error.field == "facts",
                "{request}: {error} {found:?}"
            );
            return;
        }
    };
    let verdict = match (answer.outcome, found.verdict) {
        (Outcome::Eligible, Verdict::Eligible | Verdict::Settled)
        | (Outcome::Ineligible, Verdict::Ineligible)
        | (Outcome::Closed, Verdict::Closed) => true,
        (Outcome::Undetermined, Verdict::Missing) => !answer.needs.is_empty(),
        (Outcome::Undetermined, Verdict::Agency | Verdict::Unsettled) => answer.needs.is_empty(),
        _ => false,
    };
    assert!(verdict, "{request}: {:?} {found:?}", answer.outcome);
    let amount = answer.amount.map(|amount| match amount {
        Amount::Exact { value } => (value, value),
        Amount::Range { min, max } => (min, max),
    });
    let fen = |money: wengang::policy::money::Money| money.to_string().replace('.', "").parse::<i128>().unwrap();
    assert_eq!(found.amount, amount.map(|(least, most)| (fen(least), fen(most))), "{request}");
    assert_eq!(found.missing.is_empty(), answer.needs.is_empty(), "{request}: {}", found.missing);
    let in_items = answer.judged().iter().flat_map(|item| &item.conditions);
    let unmet = answer.conditions.iter().chain(in_items).find(|c| c.verdict == wengang::api::answer::Judgement::Unmet);
    if answer.outcome == Outcome::Ineligible {
        assert_eq!(found.reason.as_deref(), unmet.map(|condition| condition.title.as_str()), "{request}");
    }
}

#[test]
fn a_list_and_the_api_agree_on_every_request() {
    let any = prop_oneof![
        refund_request(),
        skill_request(4),
        premium_request(),
        benefit_request(),
        size_request(),
        hiring_request(4)
    ];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, b"the same lists in every run, too");
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut judged: BTreeMap<(String, Verdict), u32> = BTreeMap::new();
    for _ in 0..sample(3_000, 100_000) {
        let request = any.new_tree(&mut runner).unwrap().current();
        // A list has no column for subsidies that were received before.
        if request["facts"]
            .get("received")
            .is_some_and(|received| received.as_array().is_some_and(|all| !all.is_empty()))
        {
            continue;
        }
        let Some(found) = of_list(&request) else { continue };
        is_same(&request, &found);
        *judged.entry((request["calculator"].as_str().unwrap().to_owned(), found.verdict)).or_default() += 1;
    }
    // Every measure came, and nearly every answer.
    for calculator in Calculator::all() {
        let count: u32 = judged.iter().filter(|((code, _), _)| code == calculator.code()).map(|(_, count)| count).sum();
        assert!(count > 100, "{}: {judged:?}", calculator.code());
    }
    for verdict in Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::NotJudged) {
        assert!(judged.keys().any(|(_, found)| *found == verdict), "{verdict:?}: {judged:?}");
    }
}
