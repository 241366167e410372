//! Options that are offered together: while it does not matter which of several holds, one answer stands for them.

use super::*;

/// Whether the classes are asked one by one.
fn is_told_apart(page: &Page) -> bool {
    page.answer().told_apart.contains(&q("refund.size"))
}

#[test]
fn the_class_is_asked_as_large_or_not_in_every_round() {
    for year in 2022..=2026 {
        let empty = Page::on(Date::new(year, 9, 1), Screen::Of(Calculator::REFUND));
        assert!(empty.on_screen().contains(&q("refund.size")) && !is_told_apart(&empty), "{year}, empty");
        for class in ["large", "not-large", "medium"] {
            let page = Page::employer_on(Date::new(year, 9, 1)).then(pick("refund.size", class));
            assert!(!is_told_apart(&page), "{year}, {class}");
        }
    }
}

#[test]
fn not_large_answers_the_question_and_the_amount_is_exact() {
    let small = Page::employer().then(none("refund.creditListings")).then(pick("refund.zombie", "no"));
    let any = small.clone_with(pick("refund.size", "not-large"));
    assert!(any.0.is_done(q("refund.size")));
    let (any, small) = (any.assessment(), small.assessment());
    assert_eq!((any.outcome, &any.amount, &any.conditions), (small.outcome, &small.amount, &small.conditions));
    assert!(any.amount.is_some() && any.needs.is_empty());
}

#[test]
fn an_older_answer_is_kept_as_it_is() {
    let page = Page::employer();
    assert_eq!(fact_value(&page, "refund.size"), Some(FactValue::Word("small")));
    let again = State::from_snapshot(IN_2024, &page.0.to_snapshot());
    assert_eq!(picked(&again, "refund.size"), Some("small"));
}

#[test]
fn a_choice_of_two_is_not_searched() {
    assert!(!q("refund.size").is_searched());
}

#[test]
fn nothing_else_is_told_apart() {
    for calculator in Calculator::all().filter(|of| *of != Calculator::REFUND) {
        assert_eq!(Page::open(Screen::Of(calculator)).answer().told_apart, []);
    }
}
