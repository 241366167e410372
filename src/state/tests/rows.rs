//! Certificates and subsidies received: rows that are added, edited, removed and half filled.

use super::*;
use crate::policy::verdict::Outcome;

#[test]
fn a_half_filled_certificate_is_left_out_and_named() {
    let page = Page::worker().certificate(1, "电工").then(add("skill-subsidy.certificates"));
    assert!(page.answer().incomplete.is_empty());
    let key = page.certificates()[1].key;
    let page = page.typed(held(key, "occupation"), "焊工").typed(held(key, "issuedOn"), "2024-13-01");
    let incomplete = page.answer().incomplete;
    let missing = vec![1, 2, 3];
    assert_eq!(incomplete, [Incomplete { question: q("skill-subsidy.certificates"), key, number: 2, missing }]);
    assert_eq!(page.assessment().judged().len(), 1);
    assert!(!page.0.is_done(q("skill-subsidy.certificates")));
    let page = page
        .then(unsure_in(held(key, "level")))
        .then(unsure_in(held(key, "kind")))
        .then(Action::DontKnow(held(key, "issuedOn"), true));
    assert!(page.0.is_done(q("skill-subsidy.certificates")));
    assert_eq!(page.assessment().judged().len(), 1);
}

#[test]
fn certificates_are_added_edited_and_removed_by_key() {
    let mut page = Page::worker().certificate(1, "电工");
    for _ in 1..150 {
        page = page.then(add("skill-subsidy.certificates"));
    }
    assert_eq!(page.certificates().len(), 100);
    let keys: Vec<u32> = page.certificates().iter().map(|row| row.key).collect();
    for key in &keys {
        page = page.certificate(*key, &format!("职业{key}"));
    }
    assert_eq!(page.assessment().judged().len(), 100);
    let page = page.then(remove("skill-subsidy.certificates", keys[50]));
    assert_eq!(page.0.field(held(keys[50], "occupation")), None);
    assert_eq!(page.text(held(keys[51], "occupation")), format!("职业{}", keys[51]));
    let page = page.then(add("skill-subsidy.certificates"));
    let new = page.certificates().last().unwrap().key;
    assert!(!keys.contains(&new));
    // A key that is gone changes nothing.
    let before = page.0.clone();
    let page = page.certificate(keys[50], "x").then(remove("skill-subsidy.certificates", keys[50]));
    assert_eq!(page.0, before);
    let mut page = page;
    for row in page.certificates().clone() {
        page = page.then(remove("skill-subsidy.certificates", row.key));
    }
    assert_eq!(page.certificates().len(), 1);
    assert!(!page.0.is_touched(q("skill-subsidy.certificates")));
}

#[test]
fn an_item_of_the_answer_carries_the_key_of_its_row() {
    let page = Page::worker().then(add("skill-subsidy.certificates"));
    let key = page.certificates()[1].key;
    let page = page.certificate(key, "焊工");
    assert_eq!(page.assessment().judged()[0].id, key.to_string());
}

#[test]
fn an_unknown_subsidy_received_is_not_taken_as_none() {
    let page = Page::worker().certificate(1, "电工").then(pick("skill-subsidy.received", "yes"));
    assert_eq!(fact_value(&page, "skill-subsidy.received"), None);
    let page = page.typed(had(1, "occupation"), " 电工 ").typed(had(1, "receivedOn"), "2024.2.1");
    assert_eq!(page.answer().incomplete[0].missing, [1]);
    let page = page.then(pick_in(had(1, "level"), &4.to_string()));
    assert!(page.0.is_done(q("skill-subsidy.received")));
    assert_eq!(page.assessment().outcome, Outcome::Ineligible);
    let page = page.then(pick("skill-subsidy.received", "no"));
    assert_eq!(page.assessment().outcome, Outcome::Eligible);
    assert_eq!(page.received().len(), 1);
    let page = page.then(add("skill-subsidy.received")).then(remove("skill-subsidy.received", 1));
    assert_eq!(page.received().len(), 1);
}
