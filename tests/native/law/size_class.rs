//! The size class as data.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use wengang::api::policies::industries;
use wengang::policy::money::Money;

use super::Measured;
use crate::requests::law::{Bound, bounds};
use crate::requests::size_request;

const SIZE_CLASS: Measured = Measured {
    calculator: "size-class",
    requests: || size_request().boxed(),
    boundaries,
    large: Vec::new,
    days: ("2017-06-01", "2018-12-31"),
    nothing: || json!({}),
    contradictions: Vec::new,
    mutants: 60,
    equivalent: &[],
};

tests_of!(SIZE_CLASS);

fn request(industry: Option<&str>, values: [Option<String>; 3]) -> Json {
    let [employees, revenue, assets] = values;
    let employees = employees.map(|persons| persons.parse::<u64>().unwrap());
    let facts = json!({"industry": industry, "employees": employees, "revenue": revenue, "assets": assets});
    json!({"calculator": "size-class", "asOf": "2024-09-01", "facts": facts})
}

/// Each bound, one person or one 分 on either side, with the other indicators far above, far below or not known.
fn boundaries() -> Vec<Json> {
    let mut requests = Vec::new();
    for industry in industries() {
        let far = |value: &str| Some(value.to_owned());
        for others in [
            [far("10000000"), far("1000000000000"), far("1000000000000")],
            [far("0"), far("0"), far("0")],
            [None, None, None],
        ] {
            requests.push(request(Some(industry.id), others.clone()));
            for bound in bounds(industry.id) {
                let (place, around) = match bound {
                    Bound::Employees(persons) => {
                        (0, [persons - 1, persons, persons + 1].map(|persons| persons.to_string()))
                    }
                    Bound::Revenue(least) => (1, yuan_around(&Money::from_fen(least).to_string())),
                    Bound::Assets(least) => (2, yuan_around(&Money::from_fen(least).to_string())),
                };
                for value in around {
                    let mut values = others.clone();
                    values[place] = Some(value);
                    requests.push(request(Some(industry.id), values.clone()));
                }
            }
        }
    }
    // Without an industry, what is known settles nothing or something.
    for employees in [None, Some("0"), Some("299"), Some("10000000")] {
        for money in [None, Some("0"), Some("1000000000000")] {
            let text = |value: Option<&str>| value.map(str::to_owned);
            requests.push(request(None, [text(employees), text(money), None]));
            requests.push(request(None, [text(employees), text(money), text(money)]));
        }
    }
    requests
}

/// One 分 less, the amount, one 分 more.
fn yuan_around(amount: &str) -> [String; 3] {
    let fen: u64 = amount.replace('.', "").parse().unwrap();
    [fen - 1, fen, fen + 1].map(|fen| format!("{}.{:02}", fen / 100, fen % 100))
}
