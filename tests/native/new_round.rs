//! A new year changes files in `policies/` only: a 2027 of invented figures compiles, and where everything is tried the
//! native command, built with it, judges by it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value as Json, json};

use crate::packs::compile::compile;
use crate::tier;

/// The policies with the fixture's 2027 in place of the gap that stood there.
fn policies_with_2027() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("policies-2027");
    let _ = fs::remove_dir_all(&copy);
    fs::create_dir_all(copy.join("hebei")).unwrap();
    for file in
        ["documents.toml", "guide.toml", "size-class.toml", "hebei/premium.toml", "hebei/unemployment-benefit.toml"]
    {
        fs::copy(root.join("policies").join(file), copy.join(file)).unwrap();
    }
    for file in ["hebei/refund.toml", "hebei/skill-subsidy.toml"] {
        let today = fs::read_to_string(root.join("policies").join(file)).unwrap();
        let today = today.split("[[gap]]\nfrom = 2027-01-01").next().unwrap();
        let fixture = fs::read_to_string(root.join("tests/fixtures/2027").join(file)).unwrap();
        fs::write(copy.join(file), format!("{today}{fixture}")).unwrap();
    }
    copy
}

/// Builds the native command with these policies and puts the requests to it.
fn answers(policies: &Path, requests: &[Json]) -> Vec<Json> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-round");
    let mut command = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--no-default-features", "--features", "native", "--bin", "assess"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("WENGANG_POLICIES", policies)
        .env("CARGO_TARGET_DIR", target)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines: String = requests.iter().map(|request| format!("{request}\n")).collect();
    command.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = command.wait_with_output().unwrap();
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
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

/// In the gate they compile alone: the command takes another build of all crates.
#[test]
fn policies_with_another_year_compile_and_where_everything_is_tried_are_judged_by() {
    let policies = policies_with_2027();
    let code = compile(&policies).unwrap();
    for id in ["hebei-2027", "hebei-2026"] {
        assert!(code.contains(&format!("\"{id}\"")), "{id}");
    }
    if tier::is_all() {
        a_year_with_other_figures_needs_no_code(&policies);
    }
}

fn a_year_with_other_figures_needs_no_code(policies: &Path) {
    let set = |key: &'static str, value: Json| move |facts: &mut Json| facts[key] = value.clone();
    let day = "2027-03-01";
    let rows = [
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
    ];
    let requests: Vec<_> = rows.iter().map(|(request, ..)| request.clone()).collect();
    let answers = answers(policies, &requests);
    assert_eq!(answers.len(), rows.len());
    for ((request, outcome, amount, status), answer) in rows.iter().zip(answers) {
        let found = (&answer["outcome"], &answer["amount"]["value"], &answer["policy"]["status"]);
        assert_eq!(found, (&json!(outcome), amount, &json!(status)), "{request}\n{answer:#}");
    }
}
