//! Whether a case notices each part of a pack: each sentence said otherwise, each figure and row changed.

use serde_json::{Value as Json, json};
use wengang_compiler::Pack;

use super::{differences, examples};

/// The placeholder of a sentence.
const OTHER: &str = "…";

/// The changes of the part of a pack at `path`, each with what it changes.
fn changes(pack: &Json, path: &str, found: &mut Vec<(String, Json)>) {
    let part = pack.pointer(path).unwrap();
    let mut put = |path: &str, what: String, changed: Json| {
        let mut other = pack.clone();
        *other.pointer_mut(path).unwrap() = changed;
        found.push((what, other));
    };
    let words = || {
        let pieces = part.as_array().into_iter().flatten();
        let words = pieces.map(|piece| piece["Words"].as_str().unwrap_or("{…}"));
        words.collect::<String>()
    };
    match part {
        // A sentence: its pieces.
        Json::Array(pieces) if !pieces.is_empty() && pieces.iter().all(is_piece) => {
            put(path, format!("{path}: “{}”", words()), json!([{ "Words": OTHER }]));
        }
        Json::Array(list) => {
            if list.iter().any(|row| row.get("is").is_some()) {
                for index in 0..list.len() {
                    let mut fewer = list.clone();
                    fewer.remove(index);
                    put(path, format!("{path}: 第 {} 行", index + 1), Json::Array(fewer));
                }
            }
            for index in 0..list.len() {
                changes(pack, &format!("{path}/{index}"), found);
            }
        }
        Json::Object(fields) => {
            for kind in ["Ratio", "Count", "Number", "Money"] {
                if let Some([numerator, denominator]) = fields.get(kind).and_then(Json::as_array).map(Vec::as_slice) {
                    let more = json!([numerator.as_i64().unwrap() + 1, denominator]);
                    put(&format!("{path}/{kind}"), format!("{path}: {numerator} ÷ {denominator}"), more);
                }
            }
            for key in fields.keys().filter(|key| !["facts", "lists"].contains(&key.as_str())) {
                changes(pack, &format!("{path}/{key}"), found);
            }
        }
        _ => {}
    }
}

fn is_piece(piece: &Json) -> bool {
    piece.get("Words").is_some() || piece.get("Print").is_some()
}

/// The parts of a measure whose change no case of the file notices.
pub fn survivors(pack: &Pack, measure: &str, name: &str) -> Vec<String> {
    let written = serde_json::to_value(pack).unwrap();
    let place = pack.measures.iter().position(|known| known.id == measure).unwrap();
    let cases = examples(name, &pack.measures[place]);
    let agrees = cases.iter().all(|example| differences(pack, &pack.measures[place], example).is_empty());
    assert!(agrees, "the law as it is answers the cases");
    let mut all = Vec::new();
    for part in
        ["window", "checks", "tables", "defines", "conditions", "amount", "items", "insights", "next_steps", "rounds"]
    {
        if written.pointer(&format!("/measures/{place}/{part}")).is_some_and(|part| !part.is_null()) {
            changes(&written, &format!("/measures/{place}/{part}"), &mut all);
        }
    }
    if written.pointer("/days_off").is_some_and(|part| !part.is_null()) {
        changes(&written, "/days_off", &mut all);
    }
    assert!(all.len() > 20, "{}", all.len());
    let survives = |changed: &Json| {
        let pack: Pack = serde_json::from_value(changed.clone()).unwrap();
        cases.iter().all(|example| differences(&pack, &pack.measures[place], example).is_empty())
    };
    all.into_iter().filter(|(_, changed)| survives(changed)).map(|(what, _)| what).collect()
}
