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

/// A sum in 分, of any number of persons.
pub fn sum(amount: &Json) -> u128 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// The numbers in a hint's sentence as they are printed, without the commas between thousands.
pub fn numbers(insight: &Json) -> Vec<String> {
    let is_of_number = |sign: char| sign.is_ascii_digit() || [',', '.'].contains(&sign);
    let text = insight["text"].as_str().unwrap();
    text.split(|sign| !is_of_number(sign)).filter(|part| !part.is_empty()).map(|part| part.replace(',', "")).collect()
}

/// The amounts in a hint's sentence, 分.
pub fn amounts(insight: &Json) -> Vec<u128> {
    numbers(insight).iter().filter(|number| number.contains('.')).map(|number| sum(&Json::from(&**number))).collect()
}

/// The whole numbers in a hint's sentence.
pub fn counts(insight: &Json) -> Vec<u64> {
    numbers(insight).iter().filter(|number| !number.contains('.')).map(|number| number.parse().unwrap()).collect()
}
