//! 失业保险费.

use serde_json::{Value as Json, json};

use super::calendar::status;
use super::figures::{scaled, share, table, wholes, yuan};

pub fn answer(as_of: &str, facts: &Json) -> Json {
    let month = facts["month"].as_str().unwrap_or(&as_of[..7]);
    let rates = table("premium")["rates"].as_array().unwrap();
    // Months written alike sort as they follow each other.
    let rate = rates.iter().find(|rate| {
        rate["from"].as_str().unwrap() <= month && rate.get("after").is_none_or(|after| month < after.as_str().unwrap())
    });
    let status = status(
        as_of,
        rate.map(|rate| (rate["from"].as_str().unwrap(), rate.get("after").and_then(|after| after.as_str()))),
    );
    let wage = scaled(&facts["monthlyWage"], 2);
    let (Some(rate), Some(wage)) = (rate, wage) else {
        return json!({
            "outcome": "undetermined", "status": status, "verdicts": {},
            "amount": [null, null], "items": [], "result": null,
        });
    };
    let (base, clamped) = match table("premium")["limits"].get(&month[..4]).map(wholes) {
        None => (wage, "unknown"),
        Some(limits) if wage < limits[0] => (limits[0], "floor"),
        Some(limits) if wage > limits[1] => (limits[1], "cap"),
        Some(_) => (wage, "none"),
    };
    let [employer, employee] = shares(base, &rate["shares"]);
    let statutory: i128 = shares(base, &table("premium")["statutory"]).iter().sum();
    let saved = statutory - employer - employee;
    let persons = facts["headcount"].as_i64().unwrap_or(1);
    let total = saved * i128::from(persons) * i128::from(facts["months"].as_i64().unwrap_or(12));
    json!({
        "outcome": "eligible", "status": status, "verdicts": {}, "amount": [yuan(total), yuan(total)], "items": [],
        "result": {
            "base": yuan(base), "employerMonthly": yuan(employer), "employeeMonthly": yuan(employee),
            "totalMonthly": yuan(employer + employee), "statutoryMonthly": yuan(statutory), "savedMonthly": yuan(saved),
            "savedTotal": yuan(total), "clamped": clamped,
        },
    })
}

fn shares(base: i128, thousandths: &toml::Value) -> [i128; 2] {
    let shares = wholes(thousandths).into_iter().map(|rate| share(base, rate)).collect::<Vec<_>>();
    shares.try_into().unwrap()
}
