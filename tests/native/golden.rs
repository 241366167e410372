//! Every sentence of the answers to the contract's cases, compared with the sentences that were reviewed
//! (`golden/`, one file per measure).
//!
//! `cargo xtask golden` writes the files again; what changed is read in `git diff` before it is committed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;
use wengang::api::assess;

use crate::cases::{Case, judge, open_cases, read};

/// The cases of each calculator.
fn cases() -> BTreeMap<String, Vec<Case>> {
    let mut cases = BTreeMap::<String, Vec<Case>>::new();
    for case in open_cases() {
        cases.entry(text(&case.request["calculator"])).or_default().push(case);
    }
    cases
}

fn text(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn rows(value: &Json) -> &[Json] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The amount of an answer or of an item: one, or from one to another.
fn amount(amount: &Json) -> String {
    let (least, most) = (amount.get("min"), amount.get("max"));
    match least.zip(most) {
        Some((least, most)) => format!("{}–{}", text(least), text(most)),
        None => text(amount.get("value").unwrap_or(amount)),
    }
}

/// The answer to a case as lines to read. What is quoted from the law is left out: `check-quotes` compares that.
fn written(request: &Json) -> String {
    let answer = judge(request);
    let headline = assess(&read(request)).unwrap().headline();
    let mut lines = vec![
        text(&answer["policy"]["title"]),
        format!("结论 {headline}：{} {}", text(&answer["outcome"]), amount(&answer["amount"])),
    ];
    lines.extend(rows(&answer["policy"]["notes"]).iter().map(|note| format!("说明 {}", text(note))));
    lines.extend(rows(&answer["conditions"]).iter().map(condition));
    for item in rows(&answer["items"]) {
        lines.push(headed(item));
        lines.extend(rows(&item["conditions"]).iter().map(|row| format!("  {}", condition(row))));
    }
    lines.extend(rows(&answer["steps"]).iter().map(|step| {
        let of = |key: &str| text(&step[key]);
        format!("步骤 {}：{} = {} {}{}", of("title"), of("formula"), of("value"), of("unit"), doubt(step))
    }));
    lines.extend(rows(&answer["insights"]).iter().map(|insight| format!("还有 {}", text(&insight["text"]))));
    lines.extend(rows(&answer["nextSteps"]).iter().map(|step| format!("下一步 {}", text(&step["text"]))));
    lines.join("\n")
}

/// A month of a schedule, or what a certificate came to.
fn headed(item: &Json) -> String {
    let (of, amount) = (|key: &str| text(&item[key]), amount(&item["amount"]));
    match item["month"].as_str() {
        Some(month) => format!("{month} {amount} 元"),
        None => format!("证书 {} {} {amount}，最后一天 {}", of("id"), of("outcome"), of("lastDay")),
    }
}

fn condition(row: &Json) -> String {
    let of = |key: &str| text(&row[key]);
    format!("条件 {} {}：{}{}", of("verdict"), of("title"), of("detail"), doubt(row))
}

fn doubt(row: &Json) -> &'static str {
    if row["evidence"] == "provisional" { "（未确认）" } else { "" }
}

/// Compares the answers to the cases of a calculator with its file.
fn compare(calculator: &str) {
    let mut answers = String::new();
    for Case { id, why, request, .. } in cases().remove(calculator).unwrap() {
        writeln!(answers, "## {id} {why}\n{}\n", written(&request)).unwrap();
    }
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(calculator, answers));
}

#[test]
fn every_sentence_of_a_refund_is_as_it_was_read() {
    compare("refund");
}

#[test]
fn every_sentence_of_a_skill_subsidy_is_as_it_was_read() {
    compare("skill-subsidy");
}

#[test]
fn every_sentence_of_an_unemployment_benefit_is_as_it_was_read() {
    compare("unemployment-benefit");
}

#[test]
fn every_sentence_of_a_premium_is_as_it_was_read() {
    compare("premium");
}

#[test]
fn every_sentence_of_a_size_class_is_as_it_was_read() {
    compare("size-class");
}

/// A calculator without a file would be compared with nothing, and a file without one never.
#[test]
fn each_calculator_of_the_cases_has_a_golden_file_and_each_file_a_calculator() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/golden");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    let calculators: Vec<_> = cases().into_keys().map(|calculator| format!("{calculator}.snap")).collect();
    assert_eq!(files, calculators);
}
