//! The native command: one JSON request a line in, one JSON answer or `{"error": …}` a line out.

use std::io::{self, BufRead, Write};

use wengang::api::Assessment;
use wengang::api::fold::fold;
use wengang::api::request::{self, ErrorCode, PolicyError, Value};

/// A line of answers, with what the caller calls it last.
#[derive(serde::Serialize)]
struct Line {
    #[serde(flatten)]
    is: Is,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Is {
    Answer(Box<Assessment>),
    Error { error: PolicyError },
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    // As bytes: an invalid line is answered too, and the next is read.
    for line in io::stdin().lock().split(b'\n') {
        let answer = serde_json::to_string(&answer(&line?))?;
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn answer(line: &[u8]) -> Line {
    let mut id = None;
    let answer = serde_json::from_slice(line)
        .map_err(|error| {
            PolicyError::new(
                ErrorCode::InvalidValue,
                "",
                format!("不是合格的 JSON，请检查第{}个字符附近", error.column()),
            )
        })
        .and_then(|mut value: Value| {
            id = value.take_id();
            request::judge(&value, fold)
        });
    let is = match answer {
        Ok(answer) => Is::Answer(Box::new(answer)),
        Err(error) => Is::Error { error },
    };
    Line { is, id }
}
