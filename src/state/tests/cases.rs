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

/// Picks the value of a case for a fact or a field; does nothing where it has none.
fn told_by(page: Page, input: Input, value: &Value) -> Page {
    let ids = match value {
        Value::Bool(is) => vec![YES_NO[usize::from(!is)].to_owned()],
        Value::Array(ids) => ids.iter().map(text).collect(),
        Value::Null => return page,
        one => vec![text(one)],
    };
    page.then(edit(input, Edit::Pick(Choice::Is(ids))))
}

fn type_refund(facts: &Value) -> Page {
    let mut page = Page::open(Screen::Of(Calculator::REFUND));
    for name in ["applicant", "size", "zombie", "creditListings"] {
        page = told_by(page, i(&format!("refund.{name}")), &facts[name]);
    }
    for name in ["averageInsured", "benefitDrawers", "fullyPaidMonths", "premiumPaid"] {
        if let Some(value) = facts.get(name) {
            let input = i(&format!("refund.{name}"));
            page = page.typed(input, &text(value));
            assert!(page.0.reading(input).understood().is_some(), "{name} {value}");
        }
    }
    page
}

fn type_skill(facts: &Value) -> Page {
    let mut page =
        told_by(Page::open(Screen::Of(Calculator::SKILL_SUBSIDY)), i("skill-subsidy.person"), &facts["person"])
            .typed(i("skill-subsidy.insuredMonths"), &text(&facts["insuredMonths"]));
    page = type_rows(page, "skill-subsidy.certificates", &facts["certificates"]);
    let has_any = facts["received"].as_array().is_some_and(|rows| !rows.is_empty());
    page = page.then(pick("skill-subsidy.received", if has_any { "yes" } else { "no" }));
    type_rows(page, "skill-subsidy.received", &facts["received"])
}

fn type_rows(mut page: Page, list: &str, rows: &Value) -> Page {
    for (index, row) in rows.as_array().into_iter().flatten().enumerate() {
        if index > 0 {
            page = page.then(add(list));
        }
        let key = page.rows(list)[index].key;
        for (name, value) in row.as_object().into_iter().flatten().filter(|(name, _)| *name != "id") {
            let input = cell(list, key, name);
            let Input::Of(subject) = input else { continue };
            let is_typed = subject.declared().unwrap().is_typed();
            page = if is_typed { page.typed(input, &text(value)) } else { told_by(page, input, value) };
        }
    }
    page
}
