//! Dated values: the row of the day, keys that are dated themselves, days without a value, and facts that are assumed.

use crate::need;
use wengang_compiler::{File, Pack, compile};
use wengang_engine::assessment::{AmountFound, Assessment};
use wengang_engine::pack::{Evidence, FactId};
use wengang_engine::{Case, Count, Date, Fraction, Month, OptionId, Outcome, Value, assess};

pub fn pack() -> Pack {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("documents.toml", include_str!("small/documents.toml")),
        file("hebei/place.toml", "name = \"河北省\"\n"),
        file("hebei/dated.toml", include_str!("small/dated.toml")),
    ];
    compile("hebei", &files).unwrap_or_else(|report| panic!("{report}"))
}

/// The region, the month and the headcount of a case; what is `None` is left out.
fn judge(region: Option<u16>, month: Option<(u16, u8)>, persons: Option<i64>) -> Assessment {
    let pack = pack();
    let measure = &pack.measures[0];
    let mut case = Case::new(measure);
    let facts = [
        region.map(|region| Value::Choice(OptionId(region))),
        month.map(|(year, month)| Value::Month(Month::new(year, month).unwrap())),
        persons.map(|persons| Value::Count(Count::new(Fraction::whole(persons)))),
    ];
    for (id, value) in (0_u16..).zip(facts) {
        if let Some(value) = value {
            case.set(measure, FactId(id), value).unwrap();
        }
    }
    assess(&pack, "dated", &case, Date::new(2024, 6, 30).unwrap()).unwrap()
}

fn amount(answer: &Assessment) -> Option<(String, String)> {
    answer.amount.map(|amount| match amount {
        AmountFound::Exact(exact) => (exact.to_string(), exact.to_string()),
        AmountFound::Range { min, max } => (min.to_string(), max.to_string()),
    })
}

fn exactly(amount: &str) -> Option<(String, String)> {
    Some((amount.to_owned(), amount.to_owned()))
}

#[test]
fn the_row_of_the_month_counts_from_its_first_day_to_its_last() {
    for (month, expected) in [
        ((2024, 1), "1600.00"),
        // The south is in the higher class from July on, by a value that is keyed by a dated one.
        ((2024, 6), "1600.00"),
        ((2024, 7), "1760.00"),
        ((2024, 9), "1760.00"),
        ((2024, 10), "1920.00"),
    ] {
        assert_eq!(amount(&judge(Some(1), Some(month), Some(1))), exactly(expected), "{month:?}");
    }
}

#[test]
fn a_row_without_a_value_for_the_option_is_no_value() {
    let answer = judge(Some(0), Some((2024, 11)), Some(1));
    assert_eq!(amount(&answer), exactly("1920.00"));
}

#[test]
fn a_key_that_is_missing_leaves_a_range_and_is_named() {
    let answer = judge(None, Some((2024, 6)), Some(1));
    assert_eq!(amount(&answer), Some(("1600.00".to_owned(), "1760.00".to_owned())));
    assert_eq!(answer.needs, [need(0)]);
    let answer = judge(None, Some((2024, 7)), Some(1));
    assert_eq!((amount(&answer), answer.needs), (exactly("1760.00"), vec![]), "both regions have the same class");
}

#[test]
fn a_result_from_a_value_that_was_not_found_is_provisional() {
    let found = judge(Some(0), Some((2024, 6)), Some(1));
    assert_eq!((found.steps[0].evidence, found.insights.len()), (Evidence::Official, 0));
    assert_eq!(found.steps[0].formula, "round2(2200.00 × 0.80 × 1)");
    // October's wage is of grade C itself; a month of the next year has no share either.
    let unsure = judge(Some(0), Some((2025, 1)), Some(2));
    assert_eq!((unsure.steps[0].evidence, amount(&unsure)), (Evidence::Provisional, exactly("4800.00")));
    let earlier = judge(Some(0), Some((2023, 12)), Some(1));
    assert_eq!((amount(&earlier), earlier.outcome), (None, Outcome::Ineligible), "no wage is recorded");
}

#[test]
fn a_fact_that_is_left_out_is_assumed_with_a_note_and_not_missing() {
    let answer = judge(Some(1), None, None);
    assert_eq!(answer.assumed, ["没有填哪个月：按2024年6月测算。", "没有填人数：按1人测算。"]);
    assert_eq!((amount(&answer), answer.needs.len()), (exactly("1600.00"), 0));
    assert_eq!(judge(Some(1), Some((2024, 6)), Some(1)).assumed, Vec::<String>::new());
}
