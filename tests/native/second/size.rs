//! 企业划型: the table as it is printed, read for every value of an unknown indicator.

use serde_json::{Value as Json, json};

use super::figures::{scaled, table};
use super::unknown::ways;

/// An indicator at its least and at its most: each bound is passed by the one and not by the other.
const ENDS: [i128; 2] = [0, 100_000_000_000_000];

pub fn answer(as_of: &str, facts: &Json) -> Json {
    let size = facts["industry"].as_str().and_then(|industry| class(industry, facts));
    let status = if as_of < table("size-from")["day"].as_str().unwrap() { "not-recorded" } else { "open" };
    json!({
        "outcome": if size.is_some() { "eligible" } else { "undetermined" }, "status": status, "verdicts": {},
        "amount": [null, null], "items": [], "result": [size],
    })
}

/// The one class that every way to fill in what is unknown has.
fn class(industry: &str, facts: &Json) -> Option<&'static str> {
    let rows = table("size")[industry].as_array()?;
    let rows: Vec<&str> = rows.iter().map(|row| row.as_str().unwrap()).collect();
    let mut found = Vec::new();
    for employees in ways(facts["employees"].as_i64().map(i128::from), &ENDS) {
        for revenue in ways(scaled(&facts["revenue"], 2), &ENDS) {
            for assets in ways(scaled(&facts["assets"], 2), &ENDS) {
                found.push(settled(&rows, employees, revenue, assets)?);
            }
        }
    }
    found.iter().all(|class| *class == found[0]).then(|| found[0])
}

fn settled(rows: &[&str], employees: i128, revenue: i128, assets: i128) -> Option<&'static str> {
    let passes = |bound: &str| {
        let (indicator, number) = bound.split_at(1);
        let number: i128 = number.parse().unwrap();
        match indicator {
            "X" => employees >= number,
            // 万元 against 分.
            "Y" => revenue >= number * 1_000_000,
            _ => assets >= number * 1_000_000,
        }
    };
    let classes = rows.iter().zip(["large", "medium", "small"]);
    let mut passed = classes.filter(|(row, _)| row.split(' ').all(passes)).map(|(_, class)| class);
    (!rows.is_empty()).then(|| passed.next().unwrap_or("micro"))
}
