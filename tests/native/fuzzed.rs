//! What must hold for any bytes at all. `fuzz/` tries them without end; here each input that it once found is tried
//! (`tests/fuzzed/`).

mod entry;
mod link;
mod pack;
mod packs;
mod request;
mod site;

use std::fs;
use std::path::Path;

use crate::cases::open_cases;

/// A fuzz target's name, and what it holds each input against.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 6] = [
    ("request", request::check),
    ("link", link::check),
    ("entry", entry::check),
    ("pack", pack::check),
    ("packs", packs::check),
    ("site", site::check),
];

#[test]
fn past_findings_do_not_recur() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzed");
    for target in fs::read_dir(folder).unwrap() {
        let target = target.unwrap();
        let name = target.file_name();
        let (_, check) = TARGETS.iter().find(|(known, _)| name == *known).unwrap();
        for input in fs::read_dir(target.path()).unwrap() {
            check(&fs::read(input.unwrap().path()).unwrap());
        }
    }
}

#[test]
fn every_case_passes_as_a_request() {
    for case in open_cases() {
        request::check(case.request.to_string().as_bytes());
    }
}

#[test]
fn every_link_ever_released_satisfies_the_properties() {
    let links: Vec<serde_json::Value> = serde_json::from_str(include_str!("../links/released.json")).unwrap();
    assert!(links.len() >= 78);
    for row in links {
        link::check(row["link"].as_str().unwrap().as_bytes());
    }
}

/// A line with its numbers below zero: those after `=`, and those in lists.
fn below_zero(line: &str) -> String {
    let mut slipped = String::new();
    for sign in line.chars() {
        if sign.is_ascii_digit() && ["= ", "[", ", "].iter().any(|before| slipped.ends_with(before)) {
            slipped.push('-');
        }
        slipped.push(sign);
    }
    slipped
}

/// A slip of the hand.
#[test]
fn negative_numbers_in_any_line_of_the_policies_satisfy_the_properties() {
    let mut tried = 0;
    for (letter, (_, text)) in ('A'..).zip(pack::FILES) {
        for (place, line) in text.lines().enumerate() {
            let slipped = below_zero(line);
            if slipped != line {
                pack::check(format!("{letter}{place}:{slipped}").as_bytes());
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "{tried}");
}

#[test]
fn the_policies_satisfy_the_properties_as_packs() {
    for (letter, (_, text)) in (b'a'..).zip(pack::FILES) {
        pack::check(&[&[letter], text.as_bytes()].concat());
    }
}

#[test]
fn the_pack_of_hebei_satisfies_the_properties_for_every_case() {
    let bytes = wengang_engine::packed::write(&wengang::law::PACK).unwrap();
    let content = &bytes[wengang_engine::packed::HEADER..];
    packs::check(&[&[u8::MAX], &bytes[..]].concat());
    for step in (0..=u8::MAX).step_by(8) {
        let case: Vec<u8> = (0..64).map(|byte: u8| byte.wrapping_mul(step)).collect();
        packs::check(&[&[64], &case[..], content].concat());
    }
}
