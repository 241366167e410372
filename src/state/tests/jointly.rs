//! Options that are offered together: while it does not matter which of several holds, one answer stands for them.

use super::*;
use crate::api::Assessment;
use crate::policy::verdict::Outcome;

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

/// A certificate of that kind on a day.
fn of_kind(day: Date, kind: &str) -> Page {
    let page = Page::worker().typed(Input::AsOf, &day.to_string()).nameless(1);
    page.typed(held(1, "issuedOn"), &day.to_string()).then(pick_in(held(1, "kind"), kind))
}

#[test]
fn the_kinds_that_are_offered_as_one_are_judged_alike_in_every_year() {
    let kind = match held(1, "kind") {
        Input::Of(subject) => subject.declared().unwrap(),
        other => panic!("{other:?}"),
    };
    let joint = kind.options().iter().filter(|option| !option.any_of.is_empty());
    let mut compared = 0;
    for option in joint {
        for year in 2020..=2028 {
            let day = Date::new(year, 9, 1);
            let judged = |kind: &str| -> Assessment { of_kind(day, kind).assessment() };
            let found = judged(&option.id);
            for meant in &option.any_of {
                assert_eq!(judged(&kind.options()[usize::from(meant.0)].id), found, "{year}, {}", option.id);
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 9 * 5);
}

#[test]
fn a_certificate_is_asked_whether_it_is_one_of_the_two_kinds() {
    let offered = |page: &Page| {
        let Input::Of(subject) = held(1, "kind") else { panic!() };
        let declared = subject.declared().unwrap();
        let picked = page.0.picked(subject).clone();
        let offered = declared.offered(["是", "不是"]);
        offered.into_iter().map(|(id, label)| (label, declared.is_picked(&picked, id))).collect::<Vec<_>>()
    };
    let outcome = |kind: &str| of_kind(IN_2024, kind).assessment().outcome;
    assert_eq!(offered(&Page::worker()), [("是", false), ("不是", false)]);
    for kind in ["either", "skill-level", "vocational-qualification"] {
        assert_eq!(
            (offered(&of_kind(IN_2024, kind)), outcome(kind)),
            (vec![("是", true), ("不是", false)], Outcome::Eligible)
        );
    }
    for kind in ["neither", "special-operation"] {
        assert_eq!(
            (offered(&of_kind(IN_2024, kind)), outcome(kind)),
            (vec![("是", false), ("不是", true)], Outcome::Ineligible)
        );
    }
}

#[test]
fn an_older_kind_is_kept_as_it_is() {
    let page = of_kind(IN_2024, "special-operation");
    let again = State::from_snapshot(IN_2024, &page.0.to_snapshot());
    let Input::Of(subject) = held(1, "kind") else { panic!() };
    assert_eq!(again.picked(subject).one(), Some("special-operation"));
}

#[test]
fn one_option_for_several_is_offered_among_the_others() {
    let offered = q("refund.size").declared().unwrap().offered(["是", "不是"]);
    let ids: Vec<_> = offered.into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["large", "medium", "small", "micro", "not-large"]);
}
