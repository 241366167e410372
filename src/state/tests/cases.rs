//! The shared cases, typed into the form as text: the same answers as through the API.

use serde_json::Value;

use super::*;
use crate::policy::assessment::Amount;

const CASES: &str = include_str!("../../../tests/cases/open.json");

#[test]
fn the_shared_cases_typed_in_give_the_expected_answers() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    let mut count = 0;
    for case in &cases {
        let request = &case["request"];
        let page = match request["calculator"].as_str().unwrap() {
            "refund" => type_refund(&request["facts"]),
            "skill-subsidy" => type_skill(&request["facts"]),
            _ => continue,
        };
        // The day last: on a closed day nothing would be asked.
        let page = page.typed(Input::AsOf, &text(&request["asOf"]));
        expect(case, &page.assessment());
        count += 1;
    }
    assert!(count >= 40, "{count}");
}

fn expect(case: &Value, answer: &crate::api::Assessment) {
    let (id, expected) = (&case["id"], &case["expect"]);
    let outcome = format!("{:?}", answer.outcome).to_lowercase();
    assert_eq!(outcome, expected["outcome"].as_str().unwrap(), "{id}");
    if let Some(total) = expected.get("total").and_then(Value::as_str) {
        let value = Some(Amount::Exact { value: crate::policy::money::Money::parse(total).unwrap() });
        assert_eq!(answer.amount, value, "{id}");
    }
    let Some(amount) = expected.get("amount") else { return };
    match &answer.amount {
        None => assert!(amount.is_null(), "{id}"),
        Some(Amount::Exact { value }) => assert_eq!(amount["value"], value.to_string(), "{id}"),
        Some(Amount::Range { min, max }) => {
            assert_eq!((&amount["min"], &amount["max"]), (&min.to_string().into(), &max.to_string().into()), "{id}");
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

fn word<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str, value: &Value) -> Choice<T> {
    let found = all.iter().copied().find(|word| Some(code(*word)) == value.as_str());
    found.map_or(Choice::Unanswered, Choice::Is)
}

fn yes_no(value: &Value) -> Choice<bool> {
    value.as_bool().map_or(Choice::Unanswered, Choice::Is)
}

fn a_level(value: &Value) -> Choice<Level> {
    Choice::Is(level(u8::try_from(value.as_u64().unwrap()).unwrap()))
}

fn type_refund(facts: &Value) -> Page {
    let mut page = Page::open(Screen::Refund)
        .refund(RefundEdit::Applicant(word(Applicant::ALL, Applicant::code, &facts["applicant"])))
        .refund(RefundEdit::Size(word(SizeClass::ALL, SizeClass::code, &facts["size"])))
        .refund(RefundEdit::Zombie(yes_no(&facts["zombie"])));
    for (name, input) in [
        ("averageInsured", Input::Average),
        ("benefitDrawers", Input::Drawers),
        ("fullyPaidMonths", Input::FullyPaid),
        ("premiumPaid", Input::Premium),
    ] {
        if let Some(value) = facts.get(name) {
            page = page.typed(input, &text(value));
            assert!(page.0.reading(input).understood().is_some(), "{name} {value}");
        }
    }
    let Some(listings) = facts.get("creditListings").and_then(Value::as_array) else { return page };
    let listed = |value| word(CreditListing::ALL, CreditListing::code, value).known().copied();
    page.refund(RefundEdit::Credit(Choice::Is(listings.iter().filter_map(listed).collect())))
}

fn type_skill(facts: &Value) -> Page {
    let mut page = Page::open(Screen::SkillSubsidy)
        .skill(SkillEdit::Person(word(Person::ALL, Person::code, &facts["person"])))
        .typed(Input::InsuredMonths, &text(&facts["insuredMonths"]));
    for (index, certificate) in facts["certificates"].as_array().into_iter().flatten().enumerate() {
        if index > 0 {
            page = page.skill(SkillEdit::AddCertificate);
        }
        let key = page.0.skill.certificates[index].key;
        page = page
            .typed(Input::Occupation(key), &text(&certificate["occupation"]))
            .skill(SkillEdit::Level(key, a_level(&certificate["level"])))
            .skill(SkillEdit::Kind(key, word(CertificateKind::ALL, CertificateKind::code, &certificate["kind"])))
            .typed(Input::IssuedOn(key), &text(&certificate["issuedOn"]))
            .skill(SkillEdit::TrainingSubsidy(key, yes_no(&certificate["trainingSubsidyReceived"])))
            .skill(SkillEdit::Urgent(key, yes_no(&certificate["urgentShortage"])));
    }
    type_received(page, &facts["received"])
}

fn type_received(page: Page, received: &Value) -> Page {
    let rows = received.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut page = page.skill(SkillEdit::HasReceived(Choice::Is(!rows.is_empty())));
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            page = page.skill(SkillEdit::AddReceived);
        }
        let key = page.0.skill.received[index].key;
        page = page
            .typed(Input::ReceivedOccupation(key), &text(&row["occupation"]))
            .skill(SkillEdit::ReceivedLevel(key, a_level(&row["level"])))
            .typed(Input::ReceivedOn(key), &text(&row["receivedOn"]))
            .skill(SkillEdit::ReceivedUrgent(key, yes_no(&row["urgentShortage"])));
    }
    page
}
