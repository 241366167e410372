//! The native command: one answer per line, for any line.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

#[test]
fn a_line_that_is_no_text_is_answered_and_stops_none() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let asked = br#"{"calculator":"refund","asOf":"2024-06-01","facts":{}}"#;
    running.stdin.take().unwrap().write_all(&[b"\xff\xfe\n", asked.as_slice(), b"\n"].concat()).unwrap();
    let said = String::from_utf8(running.wait_with_output().unwrap().stdout).unwrap();
    let answers: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [refused, answered] = answers.as_slice() else { panic!("{said}") };
    assert_eq!(refused["error"]["code"], "invalidValue");
    assert_eq!(answered["calculator"], "refund");
}
