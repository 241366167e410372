//! Lemma in a process of its own: `lemma RULES`. The same commands as `host.mjs`; native, as Lemma is a Rust crate.

use std::error::Error;
use std::io::{self, BufRead as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use cpu_time::ProcessTime;
use lemma::{DateTimeValue, Engine, EvaluateDataValue, IndexMap, Response, SourceType};
use serde::Deserialize;
use serde_json::{Value, json};

type Data = IndexMap<String, EvaluateDataValue>;

/// A case: the facts of the API.
type Facts = serde_json::Map<String, Value>;

#[derive(Deserialize)]
#[serde(tag = "command", rename_all = "camelCase", rename_all_fields = "camelCase")]
enum Command {
    Answers { cases: Vec<Facts> },
    One { facts: Facts, for_ms: f64 },
    Rows { cases: Vec<Facts>, times: u32 },
}

/// The names of the facts in the rules, and what is written behind a number.
const FACTS: [(&str, &str, &str); 8] = [
    ("asOf", "day_of_application", ""),
    ("applicant", "applicant", ""),
    ("size", "size", ""),
    ("averageInsured", "average_insured", ""),
    ("benefitDrawers", "benefit_drawers", ""),
    ("fullyPaidMonths", "months_paid", ""),
    ("premiumPaid", "premium", " yuan"),
    ("zombie", "zombie", ""),
];

fn main() -> Result<(), Box<dyn Error>> {
    let rules = std::env::args().nth(1).ok_or("lemma RULES")?;
    let file = PathBuf::from(rules.trim_start_matches("file://")).join("refund.lemma");
    let mut engine = Engine::new();
    let source = std::fs::read_to_string(&file)?;
    engine.load([(SourceType::Path(Arc::new(file)), source)]).map_err(|errors| format!("{errors:?}"))?;
    let peer = Peer { engine, now: DateTimeValue::now(), rules: ["is_eligible", "amount"].map(str::to_owned) };
    for line in io::stdin().lock().lines() {
        println!("{}", peer.answer(serde_json::from_str(&line?)?)?);
    }
    Ok(())
}

struct Peer {
    engine: Engine,
    now: DateTimeValue,
    rules: [String; 2],
}

impl Peer {
    fn answer(&self, command: Command) -> Result<Value, lemma::Error> {
        Ok(match command {
            Command::Answers { cases } => {
                let answer = |facts| match self.evaluate(prepared(facts), true) {
                    Ok(response) => read(&response),
                    Err(error) => json!({ "outcome": "error", "amount": null, "error": error.to_string() }),
                };
                json!({ "answers": cases.iter().map(answer).collect::<Vec<_>>() })
            }
            Command::One { facts, for_ms } => {
                let data = prepared(&facts);
                let (start, worked) = (Instant::now(), ProcessTime::now());
                let (mut times, mut ms) = (0_u32, 0.0);
                while ms < for_ms {
                    self.evaluate(data.clone(), true)?;
                    times += 1;
                    ms = start.elapsed().as_secs_f64() * 1000.0;
                }
                let times = f64::from(times);
                json!({ "us": ms * 1000.0 / times, "cpuUs": worked.elapsed().as_secs_f64() * 1_000_000.0 / times })
            }
            Command::Rows { cases, times } => {
                let rows: Vec<Data> = cases.iter().map(prepared).collect();
                let (mut ms, mut eligible) = (0.0, 0);
                for _ in 0..times {
                    let inputs = rows.clone();
                    let start = Instant::now();
                    let answers =
                        inputs.into_iter().map(|data| self.evaluate(data, false)).collect::<Result<Vec<_>, _>>()?;
                    ms += start.elapsed().as_secs_f64() * 1000.0;
                    eligible += answers.iter().filter(|answer| read(answer)["outcome"] == "eligible").count();
                }
                json!({ "ms": ms, "eligible": eligible })
            }
        })
    }

    fn evaluate(&self, data: Data, explain: bool) -> Result<Response, lemma::Error> {
        self.engine.evaluate(None, "refund", Some(&self.now), data, Some(&self.rules), explain)
    }
}

/// A case as the engine takes it, which is what stays outside the time.
fn prepared(facts: &Facts) -> Data {
    let named = FACTS.into_iter().filter_map(|(fact, name, unit)| {
        let value = match facts.get(fact)? {
            Value::Bool(is) => EvaluateDataValue::from(*is),
            Value::String(text) => format!("{text}{unit}").into(),
            other => other.to_string().into(),
        };
        Some((name.to_owned(), value))
    });
    let lists = facts.get("creditListings").and_then(Value::as_array);
    let listed = lists.map(|lists| ("on_a_credit_list".to_owned(), (!lists.is_empty()).into()));
    named.chain(listed).collect()
}

/// What the rules say: neither yes nor no where one of them has no value.
fn read(response: &Response) -> Value {
    let value = |rule: &str| response.results.get(rule).and_then(|result| result.result.as_ref());
    let outcome = match value("is_eligible").and_then(|value| value.boolean) {
        Some(true) => "eligible",
        Some(false) => "ineligible",
        None => "undetermined",
    };
    let amount = value("amount").and_then(|value| value.measure.as_ref()?.get("yuan").copied());
    json!({ "outcome": outcome, "amount": amount.map(|amount| amount.to_string()) })
}
