//! Any input: arbitrary JSON, and requests whose facts are right in part.

use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};

use super::{completions, day_in};

/// Every calculator with the facts it takes.
const FACTS: [(&str, &[&str]); 6] = [
    (
        "refund",
        &[
            "applicant",
            "size",
            "averageInsured",
            "insuredPersonMonths",
            "benefitDrawers",
            "fullyPaidMonths",
            "premiumPaid",
            "creditListings",
            "zombie",
            "labourDispatch",
            "corporateAccount",
        ],
    ),
    ("skill-subsidy", &["person", "insuredMonths", "certificates", "received"]),
    ("premium", &["monthlyWage", "headcount", "months", "month"]),
    (
        "unemployment-benefit",
        &[
            "region",
            "firstMonth",
            "insuredMonths",
            "separation",
            "registered",
            "unusedMonths",
            "reemployedUnderOneYear",
            "monthsToRetirement",
        ],
    ),
    ("size-class", &["industry", "employees", "revenue", "assets"]),
    ("hiring-subsidy", &["applicant", "hires"]),
];

/// Names that are no facts of a case themselves.
const OTHER_NAMES: [&str; 17] = [
    "calculator",
    "asOf",
    "facts",
    "id",
    "occupation",
    "level",
    "kind",
    "issuedOn",
    "receivedOn",
    "trainingSubsidyReceived",
    "urgentShortage",
    "hiredOn",
    "contract",
    "paidMonths",
    "stillInsured",
    "usedBefore",
    "其他",
];

const WORDS: [&str; 24] = [
    "refund",
    "skill-subsidy",
    "premium",
    "unemployment-benefit",
    "size-class",
    "hiring-subsidy",
    "graduate-this-year",
    "2024-09-01",
    "2023-02-30",
    "2199-12-31",
    "1900-01",
    "2024-08",
    "2199-12",
    "enterprise",
    "other",
    "large",
    "enterprise-employee",
    "skill-level",
    "shijiazhuang/changan",
    "dismissed",
    "catering",
    "电工",
    "0.05",
    "999999999999.99",
];

/// Names a request may have, so that arbitrary JSON reaches deep into the reader.
fn name() -> impl Strategy<Value = String> {
    let facts = FACTS.iter().flat_map(|(_, names)| names.iter().copied());
    let known: Vec<&str> = facts.chain(OTHER_NAMES).collect();
    prop_oneof![3 => prop::sample::select(known).prop_map(str::to_owned), 1 => any::<String>()]
}

fn leaf() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        prop::sample::select(
            &[0, 1, 11, 12, 13, 24, 25, 1200, 1201, 10_000_000, 10_000_001, 1_000_000_000_000_i64][..]
        )
        .prop_map(Json::from),
        any::<f64>().prop_map(|number| json!(number)),
        prop::sample::select(&WORDS[..]).prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ]
}

/// Any JSON at all.
pub fn arbitrary_json() -> impl Strategy<Value = Json> {
    leaf().prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::vec((name(), inner), 0..8).prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

/// A value the fact can have, or a word of the right kind that is not known.
fn fitting(fact: &str) -> Vec<Json> {
    match fact {
        "insuredPersonMonths" => [0, 1, 360, 361, 120_000_000].map(Json::from).to_vec(),
        "labourDispatch" | "corporateAccount" => vec![json!(false), json!(true)],
        "certificates" => {
            let certificate =
                json!({"occupation": "电工", "level": 4, "kind": "skill-level", "issuedOn": "2024-02-29"});
            vec![json!([]), json!([certificate]), json!([certificate, certificate])]
        }
        "hires" => {
            let hire = json!({"kind": "registered-youth", "hiredOn": "2024-02-29", "contract": true});
            vec![json!([]), json!([hire]), json!([hire, {"kind": "other", "hiredOn": "2025-01-01"}])]
        }
        "received" => vec![json!([]), json!([{"occupation": "电工", "level": 5, "receivedOn": "2024-01-01"}])],
        "region" => [completions(fact), vec![json!("baoding/lianchi"); 6]].concat(),
        other => completions(other),
    }
}

/// The greatest and the least of everything.
fn extreme() -> impl Strategy<Value = Json> {
    let all = [
        json!("1000000000000"),
        json!(1_000_000_000_000_u64),
        json!("0"),
        json!("0.01"),
        json!(10_000_000),
        json!(1200),
        json!(24),
        json!(0),
        json!("1900-01"),
        json!("2199-12"),
        json!(null),
    ];
    prop::sample::select(all.to_vec())
}

/// A request whose outer fields are right, so that what is arbitrary are the facts: most fit, some are extreme, few are
/// anything at all.
pub fn nearly_right_request() -> impl Strategy<Value = Json> {
    let fact = |name: &'static str| {
        let fitting = prop::sample::select(fitting(name));
        let value = prop_oneof![26 => fitting, 3 => extreme(), 1 => arbitrary_json()];
        prop::option::weighted(0.8, value).prop_map(move |value| value.map(|value| (name.to_owned(), value)))
    };
    prop::sample::select(&FACTS[..]).prop_flat_map(move |(calculator, names)| {
        let facts: Vec<_> = names.iter().copied().map(fact).collect();
        let no_day =
            (2010_u16..2030, 0_u8..20, 0_u8..40).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
        let day = prop_oneof![9 => day_in(2010..2030).prop_map(|day| day.to_string()), 1 => no_day];
        let stranger = prop::option::weighted(0.05, (name(), leaf()));
        (facts, stranger, day).prop_map(move |(facts, stranger, day)| {
            let facts: Map<_, _> = facts.into_iter().flatten().chain(stranger).collect();
            json!({"calculator": calculator, "asOf": day, "facts": facts})
        })
    })
}
