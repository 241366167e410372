//! Reads an answer's rows.

use serde_json::Value as Json;

/// The hints of that id.
pub fn insights<'a>(answer: &'a Json, id: &str) -> Vec<&'a Json> {
    answer["insights"].as_array().unwrap().iter().filter(|insight| insight["id"] == id).collect()
}

/// Their values.
pub fn values<'a>(answer: &'a Json, id: &str) -> Vec<&'a str> {
    insights(answer, id).iter().map(|insight| insight["value"].as_str().unwrap()).collect()
}

/// The ids of the next steps.
pub fn next_steps(answer: &Json) -> Vec<&str> {
    answer["nextSteps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect()
}

/// The greatest amount that is taken.
pub const MOST_FEN: u64 = 100_000_000_000_000;

/// The least and the most of an amount, 分.
pub fn range(answer: &Json) -> Option<(u64, u64)> {
    let amount = &answer["amount"];
    let ends = |least: &str, most: &str| amount[least].is_string().then(|| (fen(&amount[least]), fen(&amount[most])));
    ends("value", "value").or_else(|| ends("min", "max"))
}

/// An amount in 分.
pub fn fen(amount: &Json) -> u64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}
