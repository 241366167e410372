//! The premium as data.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::Measured;
use crate::requests::law::bases;
use crate::requests::premium_request;

const PREMIUM: Measured = Measured {
    calculator: "premium",
    requests: || premium_request().boxed(),
    boundaries,
    large: Vec::new,
    days: ("2014-12-01", "2027-12-31"),
    nothing: || json!({}),
    contradictions: Vec::new,
    mutants: 90,
    equivalent: &[
        // No two years have the same limits, so that either of them identifies the year.
        "/defines/14/value/Binary/1/Binary/2/Binary/0: Equal is NotEqual",
        "/defines/14/value/Binary/2/Binary/0: Equal is NotEqual",
        // Where the rate ends, the next year has no limits; where limits change, those of the first or of the last month
        // are not confirmed or not known. So each reason for doubt comes with another.
        "/defines/17/value/Binary/0: Or is And",
        "/defines/17/value/Binary/1/Binary/0: Or is And",
        "/defines/17/value/Binary/2/Binary/0: And is Or",
        "/defines/17/value/Binary/2/Binary/1/Binary/0: More is AtLeast",
    ],
};

tests_of!(PREMIUM);

fn request(facts: Json) -> Json {
    json!({"calculator": "premium", "asOf": "2024-08-01", "facts": facts})
}

/// Each limit of the base and half a 分 of each rate, one 分 on either side, in each month with another rate or other
/// limits; and one month more or less until the rate ends or the limits change.
fn boundaries() -> Vec<Json> {
    let mut requests = Vec::new();
    let months = [
        "2015-02", "2015-03", "2016-04", "2016-05", "2016-12", "2017-01", "2018-12", "2019-01", "2019-04", "2019-05",
        "2019-12", "2020-01", "2020-12", "2021-01", "2021-12", "2022-01", "2022-12", "2023-01", "2023-04", "2023-05",
        "2023-12", "2024-01", "2024-12", "2025-01", "2025-12", "2026-01", "2026-12", "2027-01",
    ];
    let limits = bases().into_iter().flat_map(|base| [base.floor, base.cap]);
    let limits: Vec<u64> = limits.map(|limit| limit.to_string().replace('.', "").parse().unwrap()).collect();
    for month in months {
        for limit in limits.iter().copied() {
            for fen in [limit - 1, limit, limit + 1] {
                let wage = format!("{}.{:02}", fen / 100, fen % 100);
                requests.push(request(json!({"month": month, "monthlyWage": wage, "headcount": 2, "months": 1})));
            }
        }
        // 0.7 %, 0.3 %, 1.5 %, 0.5 %, 2 % and 1 % of these end in half a 分, or the wage is one 分 away from that.
        for fen in [500_000_u64, 500_500, 500_050, 500_025, 500_150] {
            for wage in [fen - 1, fen, fen + 1] {
                let wage = format!("{}.{:02}", wage / 100, wage % 100);
                requests.push(request(json!({"month": month, "monthlyWage": wage, "months": 12})));
            }
        }
        for count in 1..=12 {
            requests.push(request(json!({"month": month, "monthlyWage": "5000", "months": count, "headcount": 1})));
            requests.push(request(json!({"month": month, "months": count})));
        }
    }
    requests
}
