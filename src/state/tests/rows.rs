//! Certificates and subsidies received: rows that are added, edited, removed and half filled.

use super::*;
use crate::policy::verdict::Outcome;

#[test]
fn a_half_filled_certificate_is_left_out_and_named() {
    let page = Page::worker().certificate(1, "电工").skill(SkillEdit::AddCertificate);
    assert!(page.answer().incomplete.is_empty());
    let key = page.0.skill.certificates[1].key;
    let page = page.typed(Input::Occupation(key), "焊工").typed(Input::IssuedOn(key), "2024-13-01");
    let incomplete = page.answer().incomplete;
    let missing = vec![Part::Level, Part::Kind, Part::IssuedOn];
    assert_eq!(incomplete, [Incomplete { question: Question::Certificates, key, number: 2, missing }]);
    assert_eq!(page.assessment().certificates().len(), 1);
    assert!(!page.0.is_done(Question::Certificates));
    let page = page
        .skill(SkillEdit::Level(key, Choice::Unknown))
        .skill(SkillEdit::Kind(key, Choice::Unknown))
        .then(Action::DontKnow(Input::IssuedOn(key), true));
    assert!(page.0.is_done(Question::Certificates));
    assert_eq!(page.assessment().certificates().len(), 1);
}

#[test]
fn certificates_are_added_edited_and_removed_by_key() {
    let mut page = Page::worker().certificate(1, "电工");
    for _ in 1..150 {
        page = page.skill(SkillEdit::AddCertificate);
    }
    assert_eq!(page.0.skill.certificates.len(), 100);
    assert!(!page.0.skill.has_room());
    let keys: Vec<u32> = page.0.skill.certificates.iter().map(|row| row.key).collect();
    for key in &keys {
        page = page.certificate(*key, &format!("职业{key}"));
    }
    assert_eq!(page.assessment().certificates().len(), 100);
    let page = page.skill(SkillEdit::RemoveCertificate(keys[50]));
    assert_eq!(page.0.field(Input::Occupation(keys[50])), None);
    assert_eq!(page.text(Input::Occupation(keys[51])), format!("职业{}", keys[51]));
    let page = page.skill(SkillEdit::AddCertificate);
    let new = page.0.skill.certificates.last().unwrap().key;
    assert!(!keys.contains(&new));
    // A key that is gone changes nothing.
    let before = page.0.clone();
    let page = page.certificate(keys[50], "x").skill(SkillEdit::RemoveCertificate(keys[50]));
    assert_eq!(page.0, before);
    let mut page = page;
    for row in page.0.skill.certificates.clone() {
        page = page.skill(SkillEdit::RemoveCertificate(row.key));
    }
    assert_eq!(page.0.skill.certificates.len(), 1);
    assert!(!page.0.is_touched(Question::Certificates));
}

#[test]
fn an_item_of_the_answer_carries_the_key_of_its_row() {
    let page = Page::worker().skill(SkillEdit::AddCertificate);
    let key = page.0.skill.certificates[1].key;
    let page = page.certificate(key, "焊工");
    assert_eq!(page.assessment().certificates()[0].id, key.to_string());
}

#[test]
fn a_subsidy_received_that_is_not_told_is_not_taken_as_none() {
    let page = Page::worker().certificate(1, "电工").skill(SkillEdit::HasReceived(Choice::Is(true)));
    assert_eq!(told(&page.0.skill.facts(fold), "received"), None);
    let page = page.typed(Input::ReceivedOccupation(2), " 电工 ").typed(Input::ReceivedOn(2), "2024.2.1");
    assert_eq!(page.answer().incomplete[0].missing, [Part::Level]);
    let page = page.skill(SkillEdit::ReceivedLevel(2, Choice::Is(level(4))));
    assert!(page.0.is_done(Question::Received));
    assert_eq!(page.assessment().outcome, Outcome::Ineligible);
    let page = page.skill(SkillEdit::HasReceived(Choice::Is(false)));
    assert_eq!(page.assessment().outcome, Outcome::Eligible);
    assert_eq!(page.0.skill.received.len(), 1);
    let page = page.skill(SkillEdit::AddReceived).skill(SkillEdit::RemoveReceived(2));
    assert_eq!(page.0.skill.received.len(), 1);
}
