//! A new year changes files in `policies/` only: a 2027 of invented figures compiles and judges, and where everything is
//! tried the native command, built with it, answers by it.

mod made_up;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value as Json, json};
use wengang_compiler::{File, Pack};
use wengang_engine::assessment::{AmountFound, Outcome, Status};
use wengang_engine::pack::{FactKind, Measure};
use wengang_engine::{Case, Count, Date, Fraction, Money, OptionId, Value, Words, assess, packed};

use crate::laws::files_with_2027;
use crate::places::bytes;
use crate::tier;

/// The pack of the files, by way of the bytes that the product reads.
fn pack_of(files: &[File]) -> Pack {
    packed::read(&bytes("hebei", files)).unwrap()
}

/// Writes the files into a folder of that name, for a build with `WENGANG_POLICIES`.
fn folder_of(name: &str, files: &[File]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for File { name, text } in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Cargo with these words, for a build by these policies, in a folder of its own.
fn cargo(policies: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("WENGANG_POLICIES", policies)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-round"));
    command
}

/// Builds the native command with these policies and puts the requests to it.
fn answers(policies: &Path, requests: &[Json]) -> Vec<Json> {
    put(
        cargo(policies, &["run", "--quiet", "--no-default-features", "--features", "native", "--bin", "assess"]),
        requests,
    )
}

/// Puts the requests to a command, one per line, and returns its answers.
fn put(mut command: Command, requests: &[Json]) -> Vec<Json> {
    let mut command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let lines: String = requests.iter().map(|request| format!("{request}\n")).collect();
    command.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = command.wait_with_output().unwrap();
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Outcome, amount and status by the engine alone, which takes any pack; as JSON, like the answers of the product.
fn judged(pack: &Pack, request: &Json) -> (Json, Json, Json) {
    let measure = pack.measure(request["calculator"].as_str().unwrap()).unwrap();
    let mut case = Case::new(measure);
    for (name, stated) in request["facts"].as_object().unwrap() {
        let (id, fact) = measure.fact(name).unwrap();
        case.set(measure, id, value(measure, fact.kind, stated)).unwrap();
    }
    let day = Date::parse(request["asOf"].as_str().unwrap()).unwrap();
    assert!(case.contradiction(pack, measure, day).is_none(), "{request}");
    let answer = assess(pack, &measure.id, &case, day).unwrap();
    let outcome = match answer.outcome {
        Outcome::Eligible => "eligible",
        Outcome::Ineligible => "ineligible",
        Outcome::Undetermined => "undetermined",
        Outcome::Closed => "closed",
    };
    let amount = match answer.amount {
        Some(AmountFound::Exact(money)) => json!(money.get().to_decimal(2).unwrap()),
        Some(AmountFound::Range { .. }) => json!("a range"),
        None => Json::Null,
    };
    let status = match answer.rule_status.status {
        Status::Open => "open",
        Status::Upcoming => "upcoming",
        Status::Closed => "closed",
        Status::NotRecorded => "not-recorded",
    };
    (json!(outcome), amount, json!(status))
}

/// The value of a fact in a request, by its kind.
fn value(measure: &Measure, kind: FactKind, stated: &Json) -> Value {
    let text = || stated.as_str().map_or_else(|| stated.to_string(), str::to_owned);
    let option = |domain: wengang_engine::pack::DomainId, id: &str| {
        let options = &measure.domains[domain.index()].options;
        OptionId(u16::try_from(options.iter().position(|option| option.id == id).unwrap()).unwrap())
    };
    let number = || {
        let text = text();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let places = u32::try_from(decimals.len()).unwrap();
        Fraction::decimal(format!("{whole}{decimals}").parse().unwrap(), places).unwrap()
    };
    match kind {
        FactKind::Choice(domain) => Value::Choice(option(domain, &text())),
        FactKind::Choices(domain) => {
            Value::Choices(stated.as_array().unwrap().iter().map(|id| option(domain, id.as_str().unwrap())).collect())
        }
        FactKind::YesNo => Value::Truth(stated.as_bool().unwrap()),
        FactKind::Count(_) | FactKind::Average(_) => Value::Count(Count::new(number())),
        FactKind::Money(_) => Value::Money(Money::new(number())),
        FactKind::Date => Value::Date(Date::parse(&text()).unwrap()),
        FactKind::Month => panic!("no request here has a month"),
        FactKind::Text => Value::Text(Words::plain(text())),
        FactKind::List(id) => {
            let fields = &measure.lists[id.index()].fields;
            let field = |element: &Json, id: &str, kind| element.get(id).map(|stated| value(measure, kind, stated));
            let element = |element: &Json| fields.iter().map(|f| field(element, &f.id, f.kind)).collect();
            Value::List(stated.as_array().unwrap().iter().map(element).collect())
        }
    }
}

fn refund(as_of: &str, change: impl Fn(&mut Json)) -> Json {
    let mut facts = json!({
        "applicant": "enterprise", "size": "small", "averageInsured": 200, "benefitDrawers": 10,
        "fullyPaidMonths": 10, "premiumPaid": "1000.00", "creditListings": [], "zombie": false,
    });
    change(&mut facts);
    json!({"calculator": "refund", "asOf": as_of, "facts": facts})
}

fn skill(as_of: &str, issued_on: &str, months: u32, person: &str) -> Json {
    let certificate = json!({"occupation": "电工", "level": 3, "kind": "skill-level", "issuedOn": issued_on});
    let facts = json!({"person": person, "insuredMonths": months, "certificates": [certificate], "received": []});
    json!({"calculator": "skill-subsidy", "asOf": as_of, "facts": facts})
}

/// A request with its outcome, its amount and the status of the round.
type Row = (Json, &'static str, Json, &'static str);

/// In the gate by the engine alone: the command takes another build of all crates.
#[test]
fn a_year_with_other_figures_needs_no_code() {
    let files = files_with_2027();
    let pack = pack_of(&files);
    for measure in ["refund", "skill-subsidy"] {
        let rounds = &pack.measure(measure).unwrap().rounds;
        for id in ["hebei-2027", "hebei-2026"] {
            assert_eq!(rounds.iter().filter(|round| round.id == id).count(), 1, "{measure} {id}");
        }
    }
    let rows = rows();
    for (request, outcome, amount, status) in &rows {
        assert_eq!(judged(&pack, request), (json!(outcome), amount.clone(), json!(status)), "{request}");
    }
    if !tier::is_all() {
        return;
    }
    let requests: Vec<_> = rows.iter().map(|(request, ..)| request.clone()).collect();
    let answers = answers(&folder_of("policies-2027", &files), &requests);
    assert_eq!(answers.len(), rows.len());
    for ((request, outcome, amount, status), answer) in rows.iter().zip(answers) {
        let found = (&answer["outcome"], &answer["amount"]["value"], &answer["policy"]["status"]);
        assert_eq!(found, (&json!(outcome), amount, &json!(status)), "{request}\n{answer:#}");
    }
}

fn rows() -> Vec<Row> {
    let set = |key: &'static str, value: Json| move |facts: &mut Json| facts[key] = value.clone();
    let day = "2027-03-01";
    vec![
        // The first and the last day, the day before and the day after.
        (refund(day, |_| {}), "eligible", json!("750.00"), "open"),
        (refund("2027-11-30", |_| {}), "eligible", json!("750.00"), "open"),
        (refund("2027-02-28", |_| {}), "closed", Json::Null, "upcoming"),
        (refund("2027-12-01", |_| {}), "closed", Json::Null, "closed"),
        (refund("2028-01-01", |_| {}), "closed", Json::Null, "not-recorded"),
        // 12.5 %: half a 分 rounds up.
        (
            refund(day, |f| {
                f["size"] = json!("large");
                f["premiumPaid"] = json!("0.04");
            }),
            "eligible",
            json!("0.01"),
            "open",
        ),
        // 5.25 % of 200 are 10.5 persons.
        (refund(day, set("benefitDrawers", json!(11))), "ineligible", Json::Null, "open"),
        // Up to 50 persons 15 % are allowed: 7 of 50, not 8.
        (
            refund(day, |f| {
                f["averageInsured"] = json!(50);
                f["benefitDrawers"] = json!(7);
            }),
            "eligible",
            json!("750.00"),
            "open",
        ),
        (
            refund(day, |f| {
                f["averageInsured"] = json!(50);
                f["benefitDrawers"] = json!(8);
            }),
            "ineligible",
            Json::Null,
            "open",
        ),
        // Ten months are enough, nine are not.
        (refund(day, set("fullyPaidMonths", json!(9))), "ineligible", Json::Null, "open"),
        // A body of 100 is large.
        (
            refund(day, |f| {
                f["applicant"] = json!("law-firm");
                f["averageInsured"] = json!(100);
                f["benefitDrawers"] = json!(0);
            }),
            "eligible",
            json!("200.00"),
            "open",
        ),
        (
            refund(day, |f| {
                f["applicant"] = json!("law-firm");
                f["averageInsured"] = json!("99.5");
                f["benefitDrawers"] = json!(0);
            }),
            "eligible",
            json!("450.00"),
            "open",
        ),
        // 24 months, six months' time, other people, other amounts.
        (skill("2027-07-10", "2027-01-10", 24, "other-insured"), "eligible", json!("2200.00"), "open"),
        (skill("2027-07-11", "2027-01-10", 24, "other-insured"), "ineligible", Json::Null, "open"),
        (skill("2027-07-10", "2027-01-10", 23, "other-insured"), "ineligible", Json::Null, "open"),
        (skill("2027-07-10", "2027-01-10", 24, "benefit-recipient"), "ineligible", Json::Null, "open"),
        // From 2028 on the standing rule holds again.
        (skill("2028-01-01", "2027-10-10", 36, "enterprise-employee"), "eligible", json!("2000.00"), "open"),
    ]
}
