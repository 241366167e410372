//! Bad and odd requests: the code and the path are the contract.

use super::*;

fn read_json(json: &str) -> Result<Request, PolicyError> {
    read(&serde_json::from_str(json).unwrap(), crate::api::fold::fold)
}

fn refund(facts: &str) -> Result<Request, PolicyError> {
    read_json(&format!(r#"{{"calculator":"refund","asOf":"2024-09-01","facts":{facts}}}"#))
}

fn certificate(fields: &str) -> Result<Request, PolicyError> {
    let known = r#""occupation":"电工","kind":"skill-level""#;
    let facts = format!(r#"{{"certificates":[{{{known},"level":5,"issuedOn":"2024-01-01"}},{{{known},{fields}}}]}}"#);
    read_json(&format!(r#"{{"calculator":"skill-subsidy","asOf":"2024-09-01","facts":{facts}}}"#))
}

#[track_caller]
fn fails(read: Result<Request, PolicyError>, code: ErrorCode, field: &str) {
    let error = read.unwrap_err();
    assert_eq!((error.code, error.field.as_str()), (code, field), "{error}");
    assert!(error.message.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{error}");
    let printed = error.to_string();
    assert!([code.code(), field, &error.message].iter().all(|part| printed.contains(part)), "{printed}");
}

#[test]
fn misspelled_fields_are_errors() {
    fails(refund(r#"{"premiumpaid":"1"}"#), ErrorCode::UnknownField, "facts.premiumpaid");
    fails(read_json(r#"{"calculator":"refund","asof":"2024-09-01","facts":{}}"#), ErrorCode::UnknownField, "asof");
    fails(
        certificate(r#""level":5,"issuedOn":"2024-01-01","urgent":true"#),
        ErrorCode::UnknownField,
        "facts.certificates[1].urgent",
    );
}

#[test]
fn a_subsidy_received_after_the_day_of_application_is_refused() {
    let received = |day: &str| {
        let row = |day: &str| format!(r#"{{"occupation":"电工","level":5,"receivedOn":"{day}"}}"#);
        let facts = format!(r#"{{"certificates":[],"received":[{},{}]}}"#, row("2024-02-01"), row(day));
        read_json(&format!(r#"{{"calculator":"skill-subsidy","asOf":"2024-09-01","facts":{facts}}}"#))
    };
    assert!(received("2024-09-01").is_ok());
    for day in ["2024-09-02", "2025-01-01", "2062-02-01"] {
        fails(received(day), ErrorCode::InvalidValue, "facts.received[1].receivedOn");
    }
    // A link made before this was checked still opens.
    let link = "?c=skill-subsidy&y=2024#1.pe.M14.c.o55S15bel.L3.ks.d20240510.r.o55S15bel.L4.d20250201.t20240901.Ob-";
    assert!(decode_link(link, crate::api::fold::fold).is_ok());
}

#[test]
fn floats_are_refused_and_whole_numbers_are_not() {
    fails(refund(r#"{"premiumPaid":0.1}"#), ErrorCode::InvalidValue, "facts.premiumPaid");
    fails(refund(r#"{"averageInsured":30.5}"#), ErrorCode::InvalidValue, "facts.averageInsured");
    fails(refund(r#"{"benefitDrawers":1.5}"#), ErrorCode::InvalidValue, "facts.benefitDrawers");
    assert!(refund(r#"{"premiumPaid":50000,"averageInsured":"30.5","benefitDrawers":6}"#).is_ok());
    assert_eq!(refund(r#"{"premiumPaid":12.0}"#), refund(r#"{"premiumPaid":12}"#));
}

#[test]
fn whole_numbers_are_read_as_far_as_javascript_counts() {
    assert_eq!(Value::from_number(9_007_199_254_740_991.0), Value::Integer(9_007_199_254_740_991));
    assert_eq!(Value::from_number(-9_007_199_254_740_991.0), Value::Integer(-9_007_199_254_740_991));
    for beyond in [9_007_199_254_740_992.0, -9_007_199_254_740_992.0, 1e300] {
        assert_eq!(Value::from_number(beyond), Value::HugeInteger, "{beyond}");
    }
    for fraction in [0.5, f64::NAN, f64::INFINITY] {
        assert_eq!(Value::from_number(fraction), Value::Fraction, "{fraction}");
    }
}

#[test]
fn numbers_out_of_range_are_distinguished_from_wrong_kinds() {
    for (facts, field) in [
        (r#"{"premiumPaid":"1000000000000.01"}"#, "facts.premiumPaid"),
        (r#"{"premiumPaid":1e20}"#, "facts.premiumPaid"),
        (r#"{"premiumPaid":-1}"#, "facts.premiumPaid"),
        (r#"{"averageInsured":"10000000.000001"}"#, "facts.averageInsured"),
        (r#"{"insuredPersonMonths":120000001}"#, "facts.insuredPersonMonths"),
        (r#"{"benefitDrawers":10000001}"#, "facts.benefitDrawers"),
        (r#"{"benefitDrawers":-1}"#, "facts.benefitDrawers"),
        (r#"{"fullyPaidMonths":13}"#, "facts.fullyPaidMonths"),
        (r#"{"benefitDrawers":1e20}"#, "facts.benefitDrawers"),
    ] {
        fails(refund(facts), ErrorCode::OutOfRange, field);
    }
    for facts in [
        r#"{"premiumPaid":"1000000000000.00"}"#,
        r#"{"averageInsured":"10000000"}"#,
        r#"{"insuredPersonMonths":120000000}"#,
        r#"{"benefitDrawers":10000000,"averageInsured":1}"#,
        r#"{"fullyPaidMonths":12}"#,
    ] {
        assert!(refund(facts).is_ok(), "{facts}");
    }
    for (facts, field) in [
        (r#"{"premiumPaid":"1,000"}"#, "facts.premiumPaid"),
        (r#"{"premiumPaid":"0.001"}"#, "facts.premiumPaid"),
        (r#"{"averageInsured":"1.0000001"}"#, "facts.averageInsured"),
        (r#"{"benefitDrawers":"6"}"#, "facts.benefitDrawers"),
        (r#"{"applicant":"company"}"#, "facts.applicant"),
        (r#"{"applicant":7}"#, "facts.applicant"),
        (r#"{"zombie":"no"}"#, "facts.zombie"),
        (r#"{"creditListings":["none"]}"#, "facts.creditListings[0]"),
        (r#"{"creditListings":"none"}"#, "facts.creditListings"),
        (r#"{"averageInsured":0,"benefitDrawers":1}"#, "facts.averageInsured"),
        (r#"{"insuredPersonMonths":0,"benefitDrawers":1}"#, "facts.insuredPersonMonths"),
        (r#"{"averageInsured":10,"insuredPersonMonths":120}"#, "facts.insuredPersonMonths"),
        ("[]", "facts"),
    ] {
        fails(refund(facts), ErrorCode::InvalidValue, field);
    }
    assert!(refund(r#"{"averageInsured":3,"benefitDrawers":5}"#).is_ok(), "turnover may exceed the average");
}

#[test]
fn days_must_exist() {
    fails(
        certificate(r#""level":5,"issuedOn":"2023-02-30""#),
        ErrorCode::InvalidValue,
        "facts.certificates[1].issuedOn",
    );
    fails(certificate(r#""level":5,"issuedOn":20230210"#), ErrorCode::InvalidValue, "facts.certificates[1].issuedOn");
    fails(certificate(r#""level":5,"issuedOn":"1800-01-01""#), ErrorCode::OutOfRange, "facts.certificates[1].issuedOn");
    fails(read_json(r#"{"calculator":"refund","asOf":"2024-9-1","facts":{}}"#), ErrorCode::InvalidValue, "asOf");
}

#[test]
fn what_must_be_there_is_asked_for() {
    fails(certificate(r#""level":5"#), ErrorCode::MissingField, "facts.certificates[1].issuedOn");
    fails(read_json(r#"{"calculator":"refund","asOf":"2024-09-01"}"#), ErrorCode::MissingField, "facts");
    fails(read_json(r#"{"asOf":"2024-09-01","facts":{}}"#), ErrorCode::MissingField, "calculator");
    fails(read_json(r#"{"calculator":"refund","facts":{}}"#), ErrorCode::MissingField, "asOf");
    fails(
        read_json(r#"{"calculator":"skill-subsidy","asOf":"2024-09-01","facts":{}}"#),
        ErrorCode::MissingField,
        "facts.certificates",
    );
    fails(certificate(r#""level":6,"issuedOn":"2024-01-01""#), ErrorCode::OutOfRange, "facts.certificates[1].level");
}

#[test]
fn an_occupation_is_named_and_goes_by_its_folded_name() {
    let named = |occupation: &str| {
        let row = format!(r#"{{"occupation":"{occupation}","kind":"skill-level","level":5,"issuedOn":"2024-01-01"}}"#);
        facts_of("skill-subsidy", &format!(r#"{{"certificates":[{row}]}}"#))
    };
    assert_eq!(named("ＣＮＣ操作工"), named(" cnc操作工　"));
    assert_ne!(named("电 工"), named("电工"));
    fails(named(" 　"), ErrorCode::InvalidValue, "facts.certificates[0].occupation");
}

fn facts_of(calculator: &str, facts: &str) -> Result<Request, PolicyError> {
    read_json(&format!(r#"{{"calculator":"{calculator}","asOf":"2024-09-01","facts":{facts}}}"#))
}

#[test]
fn other_calculators_are_no_calculators() {
    fails(read_json(r#"{"calculator":"tax","asOf":"2024-09-01","facts":{}}"#), ErrorCode::InvalidValue, "calculator");
    fails(read_json("7"), ErrorCode::InvalidValue, "");
}

#[test]
fn premium_facts_are_read_strictly() {
    for (facts, code, field) in [
        (r#"{"monthlyWage":"5000.001"}"#, ErrorCode::InvalidValue, "facts.monthlyWage"),
        (r#"{"months":0}"#, ErrorCode::OutOfRange, "facts.months"),
        (r#"{"months":13}"#, ErrorCode::OutOfRange, "facts.months"),
        (r#"{"headcount":10000001}"#, ErrorCode::OutOfRange, "facts.headcount"),
        (r#"{"month":"2024-13"}"#, ErrorCode::InvalidValue, "facts.month"),
        (r#"{"month":"2024-08-01"}"#, ErrorCode::InvalidValue, "facts.month"),
        (r#"{"month":202408}"#, ErrorCode::InvalidValue, "facts.month"),
        (r#"{"wage":"5000"}"#, ErrorCode::UnknownField, "facts.wage"),
    ] {
        fails(facts_of("premium", facts), code, field);
    }
    assert!(facts_of("premium", r#"{"monthlyWage":5000,"headcount":0,"months":1,"month":"2024-08"}"#).is_ok());
}

#[test]
fn benefit_facts_are_read_strictly() {
    for (facts, code, field) in [
        (r#"{"region":"baoding/lianchi"}"#, ErrorCode::Unsupported, "facts.region"),
        (r#"{"region":"shijiazhuang/xinji"}"#, ErrorCode::Unsupported, "facts.region"),
        (r#"{"region":7}"#, ErrorCode::InvalidValue, "facts.region"),
        (r#"{"unusedMonths":25}"#, ErrorCode::OutOfRange, "facts.unusedMonths"),
        (r#"{"separation":"fired"}"#, ErrorCode::InvalidValue, "facts.separation"),
        (r#"{"registered":"yes"}"#, ErrorCode::InvalidValue, "facts.registered"),
        (
            r#"{"insuredMonths":12,"reemployedUnderOneYear":true}"#,
            ErrorCode::InvalidValue,
            "facts.reemployedUnderOneYear",
        ),
    ] {
        fails(facts_of("unemployment-benefit", facts), code, field);
    }
    assert!(facts_of("unemployment-benefit", r#"{"insuredMonths":11,"reemployedUnderOneYear":true}"#).is_ok());
    assert!(facts_of("unemployment-benefit", r#"{"insuredMonths":12,"reemployedUnderOneYear":false}"#).is_ok());
}

#[test]
fn size_facts_are_read_strictly() {
    for (facts, code, field) in [
        (r#"{"industry":"餐饮"}"#, ErrorCode::InvalidValue, "facts.industry"),
        (r#"{"employees":-1}"#, ErrorCode::OutOfRange, "facts.employees"),
        (r#"{"revenue":1.5}"#, ErrorCode::InvalidValue, "facts.revenue"),
        (r#"{"turnover":"1"}"#, ErrorCode::UnknownField, "facts.turnover"),
    ] {
        fails(facts_of("size-class", facts), code, field);
    }
    assert!(facts_of("size-class", r#"{"industry":"finance","employees":3,"revenue":"1","assets":0}"#).is_ok());
}

#[test]
fn a_hundred_certificates_and_no_more() {
    let row = r#"{"occupation":"电工","kind":"skill-level","level":5,"issuedOn":"2024-01-01"}"#;
    let request = |count: usize| {
        let rows = vec![row; count].join(",");
        let facts = format!(r#"{{"certificates":[{rows}]}}"#);
        read_json(&format!(r#"{{"calculator":"skill-subsidy","asOf":"2024-09-01","facts":{facts}}}"#))
    };
    assert!(request(100).is_ok());
    fails(request(101), ErrorCode::OutOfRange, "facts.certificates");
}

#[test]
fn deep_nesting_ends_in_an_error() {
    let deep = format!("{}{}", "[".repeat(60), "]".repeat(60));
    assert!(serde_json::from_str::<Value>(&deep).is_err());
}

#[test]
fn the_codes_are_those_of_the_contract() {
    use ErrorCode::{InvalidValue, MissingField, OutOfRange, UnknownField, Unsupported};
    let written = [UnknownField, InvalidValue, OutOfRange, MissingField, Unsupported].map(ErrorCode::code);
    assert_eq!(written, ["unknownField", "invalidValue", "outOfRange", "missingField", "unsupported"]);
}

#[test]
fn a_day_is_a_text() {
    for written in ["20240901", "1e20", "true"] {
        let json = format!(r#"{{"calculator":"refund","asOf":{written},"facts":{{}}}}"#);
        fails(read_json(&json), ErrorCode::InvalidValue, "asOf");
    }
}

#[test]
fn a_field_written_twice_is_an_error() {
    fails(refund(r#"{"zombie":true,"zombie":false}"#), ErrorCode::InvalidValue, "facts.zombie");
}

#[test]
fn null_counts_as_left_out() {
    fails(certificate(r#""level":5,"issuedOn":null"#), ErrorCode::MissingField, "facts.certificates[1].issuedOn");
    fails(
        certificate(r#""level":null,"issuedOn":"2024-01-01""#),
        ErrorCode::MissingField,
        "facts.certificates[1].level",
    );
    assert_eq!(refund(r#"{"size":null,"premiumPaid":null}"#), refund("{}"));
}

/// The contract's own cases, as they are written.
fn open_requests() -> Vec<serde_json::Value> {
    let cases: serde_json::Value = serde_json::from_str(include_str!("../../../tests/cases/open.json")).unwrap();
    cases.as_array().unwrap().iter().map(|case| case["request"].clone()).collect()
}

fn address(request: &serde_json::Value, include_numbers: bool) -> String {
    let value: Value = serde_json::from_value(request.clone()).unwrap();
    encode_link(&value, include_numbers, crate::api::fold::fold).unwrap()
}

#[test]
fn a_link_with_numbers_brings_every_open_case_back() {
    for request in open_requests() {
        let link = address(&request, true);
        assert!(link.chars().all(|sign| sign.is_ascii_alphanumeric() || "_.-?&=#".contains(sign)), "{link}");
        let decoded = decode_link(&link, crate::api::fold::fold).unwrap();
        assert_eq!(serde_json::to_value(&decoded.request).unwrap(), request, "{link}");
        assert!(decoded.lost.is_empty());
    }
}

/// A request that no open case has.
fn size_request() -> serde_json::Value {
    serde_json::json!({"calculator": "size-class", "asOf": "2024-09-01", "facts": {
        "industry": "catering", "employees": 99, "revenue": "1234.50", "assets": "7.00"}})
}

#[test]
fn the_pages_link_is_the_packages() {
    for request in open_requests().into_iter().chain([size_request()]) {
        let value: Value = serde_json::from_value(request.clone()).unwrap();
        let judged = read(&value, crate::api::fold::fold).unwrap();
        for with_numbers in [true, false] {
            let of_page = decode_link(&crate::api::link::of(&judged).address(with_numbers), crate::api::fold::fold);
            let of_package = decode_link(&address(&request, with_numbers), crate::api::fold::fold);
            assert_eq!(asked(&of_page.unwrap().request), asked(&of_package.unwrap().request), "{request}");
        }
    }
}

/// What a decoded request asks, on a day where it has none.
fn asked(request: &impl serde::Serialize) -> Request {
    let mut json = serde_json::to_value(request).unwrap();
    json.as_object_mut().unwrap().entry("asOf").or_insert_with(|| "2024-09-01".into());
    read(&serde_json::from_value(json).unwrap(), crate::api::fold::fold).unwrap()
}

#[test]
fn a_link_with_numbers_brings_an_enterprise_of_any_size_back() {
    let request = size_request();
    let decoded = decode_link(&address(&request, true), crate::api::fold::fold).unwrap();
    assert_eq!(asked(&decoded.request), asked(&request));
}

#[test]
fn every_link_ever_released_has_the_same_answer() {
    let text = include_str!("../../../tests/links/released.json");
    let released: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    assert!(released.len() >= 78);
    for row in released {
        let decoded = decode_link(row["link"].as_str().unwrap(), crate::api::fold::fold).unwrap();
        assert_eq!(serde_json::to_value(&decoded.request).unwrap(), row["request"], "{}", row["link"]);
        assert_eq!(serde_json::json!(decoded.lost), row["lost"], "{}", row["link"]);
    }
}

#[test]
fn a_link_without_numbers_holds_none() {
    for request in open_requests() {
        let link = address(&request, false);
        let (_, payload) = link.split_once('#').unwrap();
        assert!(payload.len() <= 60, "{link}");
        let decoded = serde_json::to_value(decode_link(&link, crate::api::fold::fold).unwrap().request).unwrap();
        assert!(decoded.get("asOf").is_none());
        for (name, value) in decoded["facts"].as_object().unwrap() {
            assert!(name == "certificates" || !value.is_number(), "{link}");
        }
    }
}

#[test]
fn a_forged_fact_is_damage() {
    use crate::api::answer::Calculator;
    use crate::api::link::{Fact, Link, LinkValue};
    let number = |digits: &str, is_whole| LinkValue::Number { digits: digits.to_owned(), is_whole };
    for (name, value) in [
        ("fullyPaidMonths", number("13", true)),
        ("premiumPaid", number("1e9", false)),
        ("averageInsured", number("9999999999999999999999", false)),
    ] {
        let facts = vec![Fact { name, value }];
        let link =
            Link { calculator: Calculator::REFUND, year: None, as_of: None, facts, is_estimated: false, is_cut: false };
        let error = decode_link(&link.address(true), crate::api::fold::fold).unwrap_err();
        assert_eq!((error.code, error.field.as_str()), (ErrorCode::InvalidValue, "link"));
    }
}
