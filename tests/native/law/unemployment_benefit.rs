//! The unemployment benefit as data.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::Measured;
use crate::requests::benefit_request;

const BENEFIT: Measured = Measured {
    calculator: "unemployment-benefit",
    requests: || benefit_request().boxed(),
    boundaries,
    large: Vec::new,
    days: ("2019-12-01", "2026-12-31"),
    nothing: || json!({}),
    contradictions: || {
        let field = Some("facts.reemployedUnderOneYear");
        vec![
            (json!({"insuredMonths": 12, "reemployedUnderOneYear": true}), field),
            (json!({"insuredMonths": 11, "reemployedUnderOneYear": true}), None),
            (json!({"insuredMonths": 12, "reemployedUnderOneYear": false}), None),
            (json!({"insuredMonths": 12}), None),
            (json!({"reemployedUnderOneYear": true}), None),
        ]
    },
    mutants: 100,
    equivalent: &[],
};

tests_of!(BENEFIT);

fn request(day: &str, facts: &Json) -> Json {
    json!({"calculator": "unemployment-benefit", "asOf": day, "facts": facts})
}

/// Each full year, the unused months, each standard and each day of the law, one unit on either side.
fn boundaries() -> Vec<Json> {
    let mut requests = Vec::new();
    // A county of each line of the list of tiers.
    let regions =
        ["changan", "zhengding", "jinzhou", "jingxing", "zanhuang"].map(|slug| format!("shijiazhuang/{slug}"));
    for years in 1..=17 {
        for months in [years * 12 - 1, years * 12, years * 12 + 1] {
            for unused in [0, 1, 24] {
                requests.push(request(
                    "2024-08-01",
                    &json!({
                        "region": regions[0], "insuredMonths": months, "unusedMonths": unused,
                        "separation": "dismissed", "registered": true,
                    }),
                ));
            }
        }
    }
    for (year, month) in [(2020, 10), (2023, 1), (2024, 7), (2025, 12)] {
        for first in [-24_i32, -2, -1, 0, 1].map(|later| year * 12 + month - 1 + later) {
            let first = format!("{:04}-{:02}", first / 12, first % 12 + 1);
            for region in &regions {
                for registered in [true, false] {
                    requests.push(request(
                        "2024-08-01",
                        &json!({
                            "region": region, "firstMonth": first, "insuredMonths": 24, "unusedMonths": 0,
                            "separation": "contract-ended", "registered": registered,
                        }),
                    ));
                }
            }
            requests.push(request("2024-08-01", &json!({"firstMonth": first})));
        }
    }
    // Without a first month it is that of the day.
    for day in
        ["2020-09-30", "2020-10-01", "2022-12-31", "2023-01-01", "2024-06-30", "2024-07-01", "2025-11-30", "2025-12-01"]
    {
        for first in [json!(null), json!("2020-09"), json!("2020-10"), json!("2025-12")] {
            requests.push(request(
                day,
                &json!({
                    "region": regions[4], "firstMonth": first, "insuredMonths": 60, "separation": "dismissed",
                }),
            ));
        }
    }
    // Around retirement: months of which none, all or some more are paid; the first unpaid one around December 2019.
    for (insured, months) in [(12, 3_i64), (60, 13), (240, 24)] {
        for left in [0, 1, months - 1, months, months + 1, months + 11, months + 12, 600] {
            for first in ["2024-08", "2025-06"] {
                let facts = json!({
                    "region": regions[0], "firstMonth": first, "insuredMonths": insured, "separation": "dismissed",
                    "registered": true, "monthsToRetirement": left,
                });
                requests.push(request("2024-08-01", &facts));
            }
        }
    }
    for first in ["2019-08", "2019-09", "2019-10"] {
        let facts = json!({
            "firstMonth": first, "insuredMonths": 12, "separation": "dismissed", "registered": true,
            "monthsToRetirement": 5,
        });
        requests.push(request("2024-08-01", &facts));
    }
    let maybe = |values: &[Json]| [&[json!(null)], values].concat();
    let separations = [
        "contract-ended",
        "dismissed",
        "agreed-employer-proposed",
        "left-for-employer-fault",
        "resigned",
        "declined-renewal",
        "other",
    ];
    // What is known and what is missing, of every fact that the conditions look at.
    for insured in maybe(&[json!(0), json!(11), json!(12)]) {
        for unused in maybe(&[json!(0), json!(1), json!(24)]) {
            for reemployed in maybe(&[json!(true), json!(false)]) {
                if insured == 12 && reemployed == true {
                    continue;
                }
                for separation in maybe(&separations.map(|separation| json!(separation))) {
                    for registered in maybe(&[json!(true), json!(false)]) {
                        for region in maybe(&[json!(regions[1])]) {
                            requests.push(request(
                                "2024-08-01",
                                &json!({
                                    "region": region, "firstMonth": "2024-05", "insuredMonths": insured,
                                    "unusedMonths": unused, "reemployedUnderOneYear": reemployed,
                                    "separation": separation, "registered": registered,
                                }),
                            ));
                        }
                    }
                }
            }
        }
    }
    requests
}
