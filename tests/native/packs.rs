//! Packs that are taken into use while the program runs.

use serde_json::{Value as Json, json};
use wengang::api::answer::Calculator;
use wengang::api::fold::fold;
use wengang::api::packs::take;
use wengang::api::request::{Value, decode_link, encode_link, judge};
use wengang::law;
use wengang::policy::date::Date;
use wengang::state::{Action, Screen, State, reduce};
use wengang_engine::packed;

use crate::{laws, places};

fn bytes(place: &str) -> Vec<u8> {
    let files = if place == "hebei" { laws::files_with_2027() } else { places::files_of_place(place) };
    places::bytes(place, &files)
}

fn answer(request: &Json) -> Json {
    let request: Value = serde_json::from_str(&request.to_string()).unwrap();
    match judge(&request, fold) {
        Ok(answer) => serde_json::to_value(answer).unwrap(),
        Err(error) => serde_json::to_value(error).unwrap(),
    }
}

fn places() -> Vec<&'static str> {
    law::packs().map(|pack| pack.place.id.as_str()).collect()
}

/// The rule of a refund under a place's law, its status, and what is wrong with the request.
fn refund(place: &str, day: &str) -> Json {
    let answer = answer(&json!({"calculator": "refund", "place": place, "asOf": day, "facts": {
        "applicant": "enterprise", "size": "small", "fullyPaidMonths": 12, "premiumPaid": "10000",
        "creditListings": [], "zombie": false}}));
    json!([answer["policy"]["id"], answer["policy"]["status"], answer["code"]])
}

#[test]
fn places_are_in_the_order_of_loading_without_repetition() {
    assert_eq!(places(), ["hebei"]);
    for (place, then) in [
        ("henan", vec!["hebei", "henan"]),
        ("ningxia", vec!["hebei", "henan", "ningxia"]),
        ("hebei", vec!["hebei", "henan", "ningxia"]),
        ("henan", vec!["hebei", "henan", "ningxia"]),
    ] {
        assert_eq!(take(&bytes(place)).unwrap().place, place);
        assert_eq!(places(), then);
    }
}

#[test]
fn each_place_answers_by_its_own_law() {
    take(&bytes("ningxia")).unwrap();
    assert_eq!(refund("hebei", "2027-06-01")[1], "not-recorded");
    assert_eq!(refund("ningxia", "2025-09-01")[0], "ningxia-2025");
    assert_eq!(refund("hebei", "2024-09-01")[0], "hebei-2024");
    take(&bytes("hebei")).unwrap();
    assert_eq!(refund("hebei", "2027-06-01")[0], "hebei-2027");
    assert_eq!(refund("ningxia", "2025-09-01")[0], "ningxia-2025");
}

#[test]
fn a_place_whose_law_is_not_in_use_is_an_error() {
    assert_eq!(refund("ningxia", "2025-09-01"), json!([null, null, "unsupported"]));
    take(&bytes("henan")).unwrap();
    assert_eq!(refund("ningxia", "2025-09-01"), json!([null, null, "unsupported"]));
    assert_eq!(refund("henan", "2025-09-01"), json!(["henan-2025", "open", null]));
}

/// Gansu as it is published: its own figures, its own links, and the list of what is not recorded there.
#[test]
fn gansu_answers_by_its_own_law_and_lists_what_is_not_recorded() {
    take(&places::bytes("gansu", &places::files_of_policies("gansu"))).unwrap();
    let law_firm = |place: &str| {
        json!({"calculator": "refund", "place": place, "asOf": "2025-09-01", "facts": {
            "applicant": "law-firm", "averageInsured": 340, "benefitDrawers": 0, "fullyPaidMonths": 12,
            "premiumPaid": "10000", "creditListings": [], "zombie": false}})
    };
    let (there, here) = (answer(&law_firm("gansu")), answer(&law_firm("hebei")));
    assert_eq!((&there["policy"]["id"], &there["amount"]["value"]), (&json!("gansu-2025"), &json!("6000.00")));
    assert_eq!((&here["policy"]["id"], &here["amount"]["value"]), (&json!("hebei-2025"), &json!("3000.00")));
    assert_eq!(there["policy"]["evidence"], "provisional");

    let request: Value = serde_json::from_value(law_firm("gansu")).unwrap();
    let link = encode_link(&request, true, fold).unwrap();
    assert!(link.starts_with("?c=refund&p=gansu&y=2025#2."), "{link}");
    let opened = decode_link(&link, fold).unwrap();
    assert_eq!(serde_json::to_value(&opened.request).unwrap(), law_firm("gansu"));

    for calculator in ["premium", "unemployment-benefit"] {
        let refused = answer(&json!({"calculator": calculator, "place": "gansu", "asOf": "2025-09-01", "facts": {}}));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("unsupported"), &json!("calculator")));
        assert!(refused["message"].as_str().unwrap().contains("没有收录"), "{refused}");
    }
}

/// If any byte is changed, the pack is refused and the law in use stays: the hash covers all that follows it.
#[test]
fn no_byte_of_a_pack_can_be_another_one() {
    let good = bytes("ningxia");
    for place in (0..good.len()).step_by(101).chain(0..50) {
        let mut bytes = good.clone();
        bytes[place] ^= 1;
        let error = take(&bytes).unwrap_err();
        assert_eq!((error.code.code(), error.field.as_str()), ("invalidValue", "bytes"), "{place}");
    }
    assert_eq!(places(), ["hebei"]);
}

/// A pack with a valid hash that refers to what it does not contain.
#[test]
fn a_pack_that_could_not_be_evaluated_is_refused_though_its_hash_is_right() {
    let mut pack = packed::read(&bytes("ningxia")).unwrap();
    pack.measures.iter_mut().for_each(|measure| measure.facts.clear());
    let bytes = packed::seal(&packed::content(&pack).unwrap());
    assert_eq!(take(&bytes).unwrap_err().message, "这个政策包里面有错，不能用，请告诉提供的人");
    assert_eq!(places(), ["hebei"]);
}

/// A year in which medium enterprises get another share than small ones.
#[test]
fn the_classes_are_asked_one_by_one_in_a_year_that_tells_them_apart() {
    let row = "when = \"适用对象 = 企业\"\nis = \"90 %\"\n";
    let medium = "when = \"适用对象 = 企业 且 划型 = 中型\"\nis = \"50 %\"\n\n[[round.\"返还比例\"]]\n";
    let mut files = places::files_of_policies("hebei");
    let refund = files.iter_mut().find(|file| file.name == "hebei/refund.toml").unwrap();
    refund.text = laws::with(&refund.text, &[(row, [medium, row].concat())]);
    take(&places::bytes("hebei", &files)).unwrap();
    let is_told_apart = |year: u16| {
        let state = reduce(&State::new(Date::new(year, 9, 1)), Action::Navigate(Screen::Of(Calculator::REFUND)));
        !state.answer(fold).unwrap().told_apart.is_empty()
    };
    assert_eq!([2022, 2023, 2024].map(is_told_apart), [true, false, false]);
    let amount = |day: &str, size: &str| {
        let facts = json!({"applicant": "enterprise", "size": size, "premiumPaid": "10000"});
        let answer = answer(&json!({"calculator": "refund", "asOf": day, "facts": facts}));
        let is_needed = answer["needs"].as_array().unwrap().contains(&json!("size"));
        (answer["amount"].clone(), is_needed)
    };
    let exact = |value: &str| json!({"kind": "exact", "value": value});
    assert_eq!(amount("2022-09-01", "medium"), (exact("5000.00"), false));
    let (range, is_needed) = amount("2022-09-01", "not-large");
    assert_eq!((&range["min"], &range["max"], is_needed), (&json!("5000.00"), &json!("9000.00"), true));
    assert_eq!(amount("2023-09-01", "not-large"), (exact("6000.00"), false));
}
