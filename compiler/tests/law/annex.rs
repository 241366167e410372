//! Tables that are looked up by an option, options that the API names, and the bounds that decided.

use crate::need;
use wengang_compiler::Pack;
use wengang_engine::assessment::{Assessment, BoundFound, FigureFound};
use wengang_engine::pack::FactId;
use wengang_engine::{Case, Count, Date, Fraction, Money, OptionId, Outcome, Value, assess};

use crate::rules::pack_of;

const FIELD: Option<u16> = Some(0);
const SHOP: Option<u16> = Some(1);
const BANK: Option<u16> = Some(2);

pub fn pack() -> Pack {
    pack_of(include_str!("small/annex.toml"), "cn/annex.toml")
}

/// The trade, the persons and the revenue in 万元; what is `None` is not known.
fn judge(trade: Option<u16>, persons: Option<i64>, revenue: Option<i64>) -> Assessment {
    let pack = pack();
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    let facts = [
        trade.map(|trade| Value::Choice(OptionId(trade))),
        persons.map(|persons| Value::Count(Count::new(Fraction::whole(persons)))),
        revenue.map(|revenue| Value::Money(Money::new(Fraction::whole(revenue * 10_000)))),
    ];
    for (id, value) in (0_u16..).zip(facts) {
        if let Some(value) = value {
            case.set(measure, FactId(id), value).unwrap();
        }
    }
    assess(&pack, "annex", &case, Date::new(2024, 6, 30).unwrap()).unwrap()
}

/// The class in the API; `None` where there is no result.
fn class(answer: &Assessment) -> Option<String> {
    answer.results.as_ref().map(|results| match &results[0] {
        (id, FigureFound::Word(word)) if id == "class" => word.clone(),
        other => panic!("{other:?}"),
    })
}

#[test]
fn the_class_is_the_first_whose_bounds_are_all_reached() {
    for (trade, persons, revenue, expected) in [
        (SHOP, 50, 300, "large"),
        (SHOP, 49, 300, "small"),
        (SHOP, 50, 299, "small"),
        (SHOP, 9, 300, "none"),
        (FIELD, 0, 500, "large"),
        (FIELD, 1_000, 499, "small"),
        (FIELD, 1_000, 49, "none"),
    ] {
        let answer = judge(trade, Some(persons), Some(revenue));
        assert_eq!(class(&answer).as_deref(), Some(expected), "{trade:?} {persons} {revenue}");
        assert_eq!((answer.outcome, answer.needs.len()), (Outcome::Eligible, 0));
    }
}

#[test]
fn an_option_without_a_row_has_no_value_and_another_result() {
    let answer = judge(BANK, Some(50), Some(300));
    assert_eq!((answer.outcome, class(&answer), answer.needs.len()), (Outcome::Undetermined, None, 0));
}

#[test]
fn what_is_missing_is_asked_for_where_it_can_change_the_class() {
    let needs = |trade, persons, revenue| judge(trade, persons, revenue).needs;
    assert_eq!(needs(SHOP, None, None), [need(1), need(2)]);
    assert_eq!(needs(SHOP, Some(50), None), [need(2)]);
    assert_eq!(needs(SHOP, None, Some(99)), [], "the revenue alone settles it");
    assert_eq!(needs(FIELD, None, None), [need(2)], "the table does not look at persons");
    assert_eq!(needs(None, Some(0), Some(0)), [need(0)], "both trades give one class, the bank none");
    assert_eq!(needs(None, None, None), [need(0), need(1), need(2)]);
}

#[test]
fn the_remaining_classes_are_listed_in_the_order_of_the_table() {
    let said = |trade, persons, revenue| judge(trade, persons, revenue).insights.pop().map(|insight| insight.text);
    assert_eq!(said(SHOP, Some(50), None).as_deref(), Some("可能是大档、小档、微档"));
    assert_eq!(said(SHOP, Some(49), None).as_deref(), Some("可能是小档、微档"));
    assert_eq!(said(SHOP, Some(9), None), None);
    assert_eq!(said(None, Some(49), None), None);
}

#[test]
fn the_bounds_of_the_class_and_of_the_one_above_show_whether_they_are_reached() {
    let bounds = |trade, persons, revenue| match judge(trade, persons, revenue).results.unwrap().pop() {
        Some((_, FigureFound::Bounds(bounds))) => bounds,
        other => panic!("{other:?}"),
    };
    let persons = |least: i64, met| {
        let bound = Value::Count(Count::new(Fraction::whole(least)));
        BoundFound { fact: FactId(1), bound, met, of: None }
    };
    let revenue = |least: i64, met| {
        let bound = Value::Money(Money::new(Fraction::whole(least * 10_000)));
        BoundFound { fact: FactId(2), bound, met, of: None }
    };
    assert_eq!(
        bounds(SHOP, Some(49), Some(300)),
        [persons(10, Some(true)), revenue(100, Some(true)), persons(50, Some(false)), revenue(300, Some(true))]
    );
    assert_eq!(bounds(SHOP, Some(9), None), [persons(10, Some(false)), revenue(100, None)]);
    assert_eq!(bounds(FIELD, None, Some(500)), [revenue(500, Some(true))]);
}
