//! The hiring subsidy as data.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::policy::date::Date;

use super::Measured;
use crate::requests::law::options;
use crate::requests::{hiring::most_months, hiring_request};

const HIRING_SUBSIDY: Measured = Measured {
    calculator: "hiring-subsidy",
    requests: || hiring_request(5).boxed(),
    boundaries,
    large: Vec::new,
    days: ("2023-12-01", "2028-01-31"),
    nothing: || json!({"hires": []}),
    contradictions: || {
        let hired = |day: &str, months: Json| json!({"hires": [hire(day, &[]), hire(day, &[("paidMonths", months)])]});
        vec![
            (hired("2024-09-01", json!(null)), None),
            (hired("2024-09-02", json!(null)), Some("facts.hires[0].hiredOn")),
            // The request is of 1 September: one whole month since 1 August, none since 2 August.
            (hired("2024-08-01", json!(2)), None),
            (hired("2024-08-01", json!(3)), Some("facts.hires[1].paidMonths")),
            (hired("2024-08-02", json!(1)), None),
            (hired("2024-08-02", json!(2)), Some("facts.hires[1].paidMonths")),
            (hired("2024-09-01", json!(0)), None),
        ]
    },
    mutants: 25,
    equivalent: &[],
};

tests_of!(HIRING_SUBSIDY);

/// A hire for which every condition is met except by the given facts.
fn hire(day: &str, other: &[(&str, Json)]) -> Json {
    let mut hire = json!({"kind": "registered-youth", "hiredOn": day, "contract": true, "stillInsured": true,
                          "usedBefore": false});
    other.iter().for_each(|(key, value)| hire[key] = value.clone());
    hire
}

fn request(as_of: Date, applicant: &str, hires: &[Json]) -> Json {
    json!({"calculator": "hiring-subsidy", "asOf": as_of.to_string(), "facts": {"applicant": applicant, "hires": hires}})
}

/// Every kind of employer under each year's rule, a day on either side of each year and of the last day, and each answer on
/// either side.
fn boundaries() -> Vec<Json> {
    let mut requests = Vec::new();
    for year in 2023..=2028 {
        for hired in [Date::new(year, 1, 1), Date::new(year, 2, 28), Date::new(year, 12, 31)] {
            let last = hired.plus_months(12);
            for as_of in [hired, hired.plus_months(3), last.previous(), last, last.next()] {
                for applicant in options("hiring-subsidy", "applicant") {
                    let months = json!(most_months(hired, as_of).min(3));
                    requests.push(request(as_of, applicant, &[hire(&hired.to_string(), &[("paidMonths", months)])]));
                }
            }
        }
    }
    let (as_of, day) = (Date::new(2025, 11, 1), "2025-07-01");
    for kind in options("hiring-subsidy", "hires.kind") {
        requests.push(request(as_of, "enterprise", &[hire(day, &[("kind", json!(kind)), ("paidMonths", json!(3))])]));
    }
    for months in [0, 2, 3, 4] {
        requests.push(request(as_of, "enterprise", &[hire(day, &[("paidMonths", json!(months))])]));
    }
    for name in ["contract", "stillInsured", "usedBefore", "paidMonths"] {
        for value in [json!(null), json!(true), json!(false)] {
            let value = if name == "paidMonths" && !value.is_null() { json!(3) } else { value };
            requests.push(request(as_of, "enterprise", &[hire(day, &[("paidMonths", json!(3)), (name, value)])]));
        }
    }
    requests
}
