//! Other places need TOML only: Ningxia computes the layoff rate from the headcounts of two Decembers, Henan leaves
//! natural attrition out and lets arrears be made up. Each has its cases, and each row and sentence is covered by one.

use wengang_engine::{Pack, packed};

use crate::fixtures::{bytes, files_of_place};
use crate::{cases, compiled};

fn place(name: &str) -> Pack {
    packed::read(&bytes(name, &files_of_place(name))).unwrap()
}

/// The cases pass, and detect every change of the pack except the equivalent ones.
fn answers_its_cases(name: &str, measure: &str, equivalent: &[&str]) {
    let pack = place(name);
    let file = format!("tests/fixtures/{name}/cases/{measure}.toml");
    let faults = cases::faults(&pack, measure, &file);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    let mut survivors = cases::survivors(&pack, measure, &file);
    // Its only round fills its year: no day is before or after it.
    survivors.retain(|survivor| !survivor.contains("/window/closed: ") && !survivor.contains("/window/upcoming: "));
    // What is national is tested with Hebei.
    survivors.retain(|survivor| !survivor.starts_with("/days_off"));
    survivors.retain(|survivor| equivalent.iter().all(|part| !survivor.contains(part)));
    assert!(survivors.is_empty(), "没有案例用到：\n{}", survivors.join("\n"));
}

#[test]
fn the_refund_of_ningxia_counts_the_headcounts_of_two_decembers() {
    answers_its_cases("ningxia", "refund", &[]);
}

#[test]
fn the_refund_of_henan_leaves_natural_attrition_out_and_lets_arrears_be_made_up() {
    answers_its_cases("henan", "refund", &[]);
}

/// A place with the national sentences needs cases for its own figures and rows; Hebei's cases cover the others.
#[test]
fn the_rounds_of_gansu_answer_their_cases() {
    let pack = compiled("gansu");
    for measure in ["refund", "skill-subsidy"] {
        let file = format!("tests/cases/gansu/{measure}.toml");
        let faults = cases::faults(&pack, measure, &file);
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
        let mut survivors = cases::survivors(&pack, measure, &file);
        survivors.retain(|survivor| survivor.contains("/rounds/") || survivor.contains("/gaps/"));
        assert!(survivors.is_empty(), "没有案例用到：\n{}", survivors.join("\n"));
        insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("gansu-{measure}"), cases::golden(&pack, measure, &file));
        });
    }
}

/// What is not recorded is reported, and no other place's figures are used instead.
#[test]
fn gansu_lists_what_is_not_recorded() {
    let pack = compiled("gansu");
    let missing: Vec<&str> = pack.place.not_recorded.iter().map(|missing| missing.measure.as_str()).collect();
    assert_eq!(missing, ["unemployment-benefit", "premium"]);
    let words = format!("{pack:?}");
    assert!(!words.contains("河北") && !words.contains("石家庄"), "another place's words");
}

/// More than nothing is the same as at least one 元 here: no certificate is worth less.
const NO_AMOUNT_IS_ONE_YUAN: [&str; 2] =
    ["/insights/1/when/Binary/2/Binary/2/Literal: 0 ÷ 1", "/insights/2/when/Binary/2/Literal: 0 ÷ 1"];

#[test]
fn the_skill_subsidy_of_ningxia_pays_by_urgency() {
    answers_its_cases("ningxia", "skill-subsidy", &NO_AMOUNT_IS_ONE_YUAN);
}

#[test]
fn the_skill_subsidy_of_henan_pays_for_certificates_without_a_level() {
    answers_its_cases("henan", "skill-subsidy", &NO_AMOUNT_IS_ONE_YUAN);
}
