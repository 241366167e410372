//! The plan over several certificates: order, last days, what is left over, and the insights of a case.

use serde_json::{Value as Json, json};

use crate::cases::judge;

fn certificate(id: &str, occupation: &str, level: u8, issued_on: &str) -> Json {
    json!({"id": id, "occupation": occupation, "level": level, "kind": "skill-level", "issuedOn": issued_on})
}

fn urgent(mut certificate: Json) -> Json {
    certificate["urgentShortage"] = json!(true);
    certificate
}

fn worker(as_of: &str, months: u32, certificates: Vec<Json>, received: Vec<Json>) -> Json {
    judge(&json!({"calculator": "skill-subsidy", "asOf": as_of, "facts": {
        "person": "enterprise-employee", "insuredMonths": months, "certificates": certificates, "received": received}}))
}

fn received(occupation: &str, level: u8, on: &str) -> Json {
    json!({"occupation": occupation, "level": level, "receivedOn": on})
}

fn plan(answer: &Json) -> Vec<(String, String)> {
    let rows = answer["result"]["plan"].as_array().unwrap();
    rows.iter()
        .map(|row| (row["id"].as_str().unwrap().to_owned(), row["applyBy"].as_str().unwrap().to_owned()))
        .collect()
}

fn rows(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(id, day)| ((*id).to_owned(), (*day).to_owned())).collect()
}

fn insight<'a>(answer: &'a Json, id: &str) -> Option<&'a Json> {
    answer["insights"].as_array().unwrap().iter().find(|insight| insight["id"] == id)
}

#[test]
fn each_certificate_of_the_plan_is_a_step_and_the_last_adds_them() {
    let held = vec![certificate("a", "电工", 5, "2024-03-10"), certificate("b", "焊工", 4, "2024-03-10")];
    let answer = worker("2024-09-01", 36, held, vec![]);
    let steps: Vec<_> = answer["steps"].as_array().unwrap().iter().map(|step| step["value"].clone()).collect();
    assert_eq!(steps, ["1000.00", "1500.00", "2500.00"]);
    assert_eq!(answer["amount"]["value"], "2500.00");
}

#[test]
fn the_lower_level_comes_first_and_by_the_higher_levels_last_day() {
    let answer = worker(
        "2024-09-01",
        14,
        vec![certificate("high", "电工", 4, "2023-10-01"), certificate("low", "电工", 5, "2024-06-01")],
        vec![],
    );
    assert_eq!(plan(&answer), rows(&[("low", "2024-10-01"), ("high", "2024-10-01")]));
    assert_eq!(answer["amount"]["value"], "2500.00");
}

#[test]
fn items_with_equal_last_days_are_in_the_given_order_but_a_lower_level_comes_first() {
    let on = "2024-03-10";
    let rows_given =
        vec![certificate("a4", "电工", 4, on), certificate("b4", "焊工", 4, on), certificate("a3", "电工", 3, on)];
    let ids: Vec<_> = plan(&worker("2024-09-01", 14, rows_given, vec![])).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["a4", "b4", "a3"]);
}

#[test]
fn a_subsidy_of_another_year_needs_no_word_on_shortage() {
    let answer = judge(&json!({"calculator": "skill-subsidy", "asOf": "2026-01-01", "facts": {
        "insuredMonths": 40, "certificates": [], "received": [received("电工", 4, "2025-12-31")]}}));
    let notes = answer["policy"]["notes"].to_string();
    assert!(!notes.contains("急需紧缺职业：按不属于"), "{notes}");
}

#[test]
fn no_last_day_in_a_round_is_after_its_end() {
    let answer = worker("2024-09-01", 14, vec![certificate("a", "电工", 5, "2024-06-01")], vec![]);
    assert_eq!(plan(&answer), rows(&[("a", "2024-12-31")]));
    let answer = worker("2027-09-01", 36, vec![certificate("a", "电工", 5, "2027-06-01")], vec![]);
    assert_eq!(plan(&answer), rows(&[("a", "2028-06-01")]), "the standing rule has no end");
}

#[test]
fn of_equal_amounts_the_earlier_last_day_goes_first_then_the_order_given() {
    let three = vec![
        certificate("late", "电工", 5, "2024-08-01"),
        certificate("first", "焊工", 5, "2024-07-01"),
        certificate("second", "茶艺师", 5, "2024-07-01"),
    ];
    let answer = worker("2024-09-01", 14, three, vec![received("保育师", 5, "2024-01-05")]);
    assert_eq!(plan(&answer), rows(&[("first", "2024-12-31"), ("second", "2024-12-31")]));
    let skipped = &answer["result"]["skipped"];
    let expected = json!([{"id": "late", "because": "yearly-limit", "from": "2025-01-01", "until": "2025-08-01"}]);
    assert_eq!(*skipped, expected);
}

#[test]
fn what_is_left_over_is_lost_where_its_last_day_is_in_the_year_or_a_higher_level_is_paid() {
    let certificates = vec![
        certificate("low", "电工", 5, "2024-08-01"),
        certificate("high", "电工", 3, "2024-08-01"),
        certificate("b", "焊工", 3, "2024-08-01"),
        certificate("c", "茶艺师", 3, "2024-08-01"),
        certificate("d", "保育师", 4, "2023-12-01"),
    ];
    let answer = worker("2024-09-01", 14, certificates, vec![]);
    assert_eq!(answer["amount"]["value"], "6000.00");
    let expected = json!([{"id": "low", "because": "yearly-limit"}, {"id": "d", "because": "yearly-limit"}]);
    assert_eq!(answer["result"]["skipped"], expected);
}

#[test]
fn a_fourth_of_the_year_is_left_over_until_next_year() {
    let three = ["焊工", "茶艺师", "保育师"].map(|occupation| received(occupation, 5, "2024-03-01")).to_vec();
    let answer = worker("2024-09-01", 14, vec![certificate("a", "电工", 4, "2024-05-10")], three);
    assert_eq!(answer["outcome"], "ineligible");
    let expected = json!([{"id": "a", "because": "yearly-limit", "from": "2025-01-01", "until": "2025-05-10"}]);
    assert_eq!(answer["result"]["skipped"], expected);
}

#[test]
fn of_the_same_occupation_and_level_one_is_paid() {
    let twice = vec![certificate("a", "电工", 4, "2024-05-10"), certificate("b", "电工", 4, "2024-04-10")];
    let answer = worker("2024-09-01", 14, twice, vec![]);
    assert_eq!(plan(&answer), rows(&[("b", "2024-12-31")]));
    assert_eq!(answer["result"]["skipped"], json!([{"id": "a", "because": "same-occupation-and-level"}]));
}

#[test]
fn an_urgent_certificate_leaves_the_ordinary_place_to_another() {
    let certificates = vec![
        certificate("ordinary", "电工", 3, "2025-02-01"),
        urgent(certificate("urgent", "电工", 3, "2025-03-01")),
        certificate("other", "焊工", 5, "2025-03-01"),
    ];
    let answer = worker("2025-09-01", 14, certificates, vec![]);
    assert_eq!(answer["amount"]["value"], "3000.00");
    assert_eq!(plan(&answer), rows(&[("urgent", "2025-12-31"), ("other", "2025-12-31")]));
    // The urgent one comes before the same one that is not.
    let certificates = vec![
        urgent(certificate("urgent", "电工", 3, "2025-02-01")),
        certificate("ordinary", "电工", 3, "2025-03-01"),
        certificate("other", "焊工", 5, "2025-03-01"),
    ];
    assert_eq!(worker("2025-09-01", 14, certificates, vec![])["amount"]["value"], "3000.00");
}

#[test]
fn three_urgent_ones_are_allowed_and_a_fourth_is_not() {
    let four = ["电工", "焊工", "茶艺师", "保育师"]
        .map(|occupation| urgent(certificate(occupation, occupation, 4, "2025-03-01")));
    let answer = worker("2025-09-01", 14, four.to_vec(), vec![]);
    assert_eq!(answer["amount"]["value"], "4500.00");
}

#[test]
fn the_standing_right_has_an_insight_in_a_round_and_only_there() {
    let one = || vec![certificate("a", "电工", 5, "2026-06-01")];
    let in_round = worker("2026-09-01", 36, one(), vec![received("焊工", 5, "2026-01-05")]);
    assert_eq!(in_round["outcome"], "ineligible", "the round's ordinary place is taken");
    assert_eq!(insight(&in_round, "standing-right").unwrap()["value"], "1000.00");
    assert!(insight(&worker("2026-09-01", 35, one(), vec![]), "standing-right").is_none());
    assert!(insight(&worker("2027-03-01", 36, one(), vec![]), "standing-right").is_none());
    let in_2024 = worker("2024-09-01", 60, vec![certificate("a", "电工", 5, "2024-06-01")], vec![]);
    assert!(insight(&in_2024, "standing-right").is_none());
}

#[test]
fn a_last_day_on_a_weekend_has_an_insight_until_the_monday_and_the_verdict_stays() {
    // 2024-12-14 is a Saturday.
    let on = |day: &str| worker(day, 14, vec![certificate("a", "电工", 5, "2023-12-14")], vec![]);
    for (day, outcome, stated) in [
        ("2024-12-14", "eligible", true),
        ("2024-12-15", "ineligible", true),
        ("2024-12-16", "ineligible", true),
        ("2024-12-17", "ineligible", false),
    ] {
        let answer = on(day);
        assert_eq!(answer["outcome"], outcome, "{day}");
        assert_eq!(insight(&answer, "last-day-off").is_some(), stated, "{day}");
    }
}

#[test]
fn every_assumption_is_listed() {
    let facts = |certificates: Json| {
        json!({"calculator": "skill-subsidy", "asOf": "2025-09-01", "facts": {
            "person": "enterprise-employee", "insuredMonths": 14, "certificates": certificates}})
    };
    let notes = |answer: &Json, word: &str| {
        answer["policy"]["notes"].as_array().unwrap().iter().any(|note| note.as_str().unwrap().contains(word))
    };
    let assumed = judge(&facts(json!([certificate("a", "电工", 5, "2025-03-01")])));
    for word in ["没有填以前领过", "没有填是否领过职业培训补贴", "没有填是否属于急需紧缺"]
    {
        assert!(notes(&assumed, word), "{word}");
    }
    let mut stated = certificate("a", "电工", 5, "2025-03-01");
    stated["trainingSubsidyReceived"] = json!(false);
    stated["urgentShortage"] = json!(false);
    let stated = judge(&facts(json!([stated])));
    assert!(notes(&stated, "没有填以前领过") && !notes(&stated, "没有填是否"));
}

#[test]
fn nothing_is_needed_any_more_once_the_person_cannot_apply() {
    let answer = |person: &str, certificates: Json| {
        judge(&json!({"calculator": "skill-subsidy", "asOf": "2024-09-01", "facts": {
            "person": person, "certificates": certificates}}))
    };
    assert_eq!(answer("student", json!([]))["needs"], json!([]));
    assert_eq!(answer("enterprise-employee", json!([]))["needs"], json!(["insuredMonths", "certificates"]));
    let one = json!([certificate("a", "电工", 5, "2024-03-01")]);
    assert_eq!(answer("student", one.clone())["needs"], json!([]));
    assert_eq!(answer("enterprise-employee", one)["needs"], json!(["insuredMonths"]));
}

#[test]
fn a_hundred_certificates_are_planned_at_once() {
    let many: Vec<_> =
        (0..100_u8).map(|n| certificate(&n.to_string(), &format!("工种{}", n / 2), 3 + n % 3, "2027-03-01")).collect();
    let answer = worker("2027-09-01", 36, many, vec![]);
    assert_eq!(answer["outcome"], "eligible");
    assert!(plan(&answer).len() >= 50);
}
