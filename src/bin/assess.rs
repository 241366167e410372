//! The native command: one JSON request a line in, one JSON answer or `{"error": …}` a line out.

use std::io::{self, BufRead, Write};

use wengang::api::fold::fold;
use wengang::api::request::{self, ErrorCode, PolicyError};
use wengang::api::{Assessment, assess};

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Line {
    Answer(Box<Assessment>),
    Error { error: PolicyError },
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    // As bytes: a line that is no text is answered too, and the next is read.
    for line in io::stdin().lock().split(b'\n') {
        let answer = serde_json::to_string(&answer(&line?))?;
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn answer(line: &[u8]) -> Line {
    let request = serde_json::from_slice(line)
        .map_err(|error| {
            PolicyError::new(
                ErrorCode::InvalidValue,
                "",
                format!("不是合格的 JSON，请检查第{}个字符附近", error.column()),
            )
        })
        .and_then(|value| request::read(&value, fold));
    match request {
        Ok(request) => Line::Answer(Box::new(assess(&request))),
        Err(error) => Line::Error { error },
    }
}
