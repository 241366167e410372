use proptest::prelude::*;

use super::*;

fn day(month: u8, day: u8) -> Date {
    Date::new(2024, month, day).unwrap()
}

fn yuan(amount: i64) -> Money {
    Money::new(Fraction::whole(amount))
}

fn candidate(item: usize, group: usize, amount: i64, by: Date, is_ordinary: bool) -> Candidate {
    Candidate { item, group, amount: yuan(amount), by, is_ordinary }
}

fn items(chosen: &[Candidate]) -> Vec<usize> {
    chosen.iter().map(|candidate| candidate.item).collect()
}

fn total(chosen: &[Candidate]) -> Fraction {
    chosen.iter().map(|candidate| candidate.amount.get()).fold(Fraction::ZERO, |sum, one| sum.plus(one).unwrap())
}

const NO_LIMIT: Places = Places { all: None, ordinary: None };

#[test]
fn of_equal_amounts_the_earlier_last_day_is_taken_then_the_first_given() {
    let late = candidate(0, 0, 1_000, day(8, 1), true);
    let (second, third) = (candidate(1, 1, 1_000, day(7, 1), true), candidate(2, 2, 1_000, day(7, 1), true));
    let places = |all: u64| Places { all: Some(all), ordinary: None };
    assert_eq!(items(&choose(vec![late, third, second], places(2)).unwrap()), [1, 2]);
    assert_eq!(items(&choose(vec![late, third, second], places(1)).unwrap()), [1]);
    assert_eq!(items(&choose(vec![late, third, second], places(0)).unwrap()), [0_usize; 0]);
}

#[test]
fn of_the_same_the_one_that_takes_no_ordinary_place_leaves_it_to_another() {
    let ordinary = candidate(0, 0, 2_000, day(2, 1), true);
    let urgent = candidate(1, 0, 2_000, day(3, 1), false);
    let other = candidate(2, 2, 1_000, day(3, 1), true);
    let places = Places { all: Some(3), ordinary: Some(1) };
    assert_eq!(items(&choose(vec![ordinary, urgent, other], places).unwrap()), [1, 2]);
    assert_eq!(items(&choose(vec![ordinary, urgent, other], NO_LIMIT).unwrap()), [0, 2]);
}

#[test]
fn what_is_blocked_comes_first_and_by_the_last_day_of_what_blocks_it() {
    let high = candidate(0, 0, 1_500, day(10, 1), true);
    let low = candidate(1, 1, 1_000, day(11, 1), true);
    let other = candidate(2, 2, 1_000, day(9, 1), true);
    let order = |end: Option<Date>| {
        let blocks = |this: usize, paid: usize| (this, paid) == (1, 0);
        in_order(&[high, low, other], end, blocks).into_iter().map(|(one, by)| (one.item, by)).collect::<Vec<_>>()
    };
    assert_eq!(order(None), [(2, day(9, 1)), (1, day(10, 1)), (0, day(10, 1))]);
    assert_eq!(order(Some(day(9, 15))), [(2, day(9, 1)), (1, day(9, 15)), (0, day(9, 15))]);
}

#[test]
fn items_that_block_each_other_have_an_order_all_the_same() {
    let [one, other] = [0, 1].map(|item| candidate(item, item, 1_000, day(9, 1), true));
    let order = in_order(&[one, other], None, |_, _| true);
    assert_eq!(order.len(), 2);
}

/// Candidates of which those of a group have the same amount, or a greater one where they take no ordinary place.
fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let amounts = prop::collection::vec((1_i64..4, 0_i64..2), 4);
    let rows = prop::collection::vec((0_usize..4, 1_u8..4, any::<bool>()), 0..9);
    (amounts, rows).prop_map(|(amounts, rows)| {
        let candidate = |(item, (group, month, is_ordinary)): (usize, (usize, u8, bool))| {
            let (ordinary, more) = amounts[group];
            let amount = if is_ordinary { ordinary } else { ordinary + more };
            candidate(item, group, amount * 500, day(month, 1), is_ordinary)
        };
        rows.into_iter().enumerate().map(candidate).collect()
    })
}

fn places() -> impl Strategy<Value = Places> {
    let some = || prop::option::weighted(0.8, 0_u64..4);
    (some(), some()).prop_map(|(all, ordinary)| Places { all, ordinary })
}

/// Whether all of them can be paid together.
fn fits(chosen: &[Candidate], places: Places) -> bool {
    let is_once = chosen.iter().all(|one| chosen.iter().filter(|other| other.group == one.group).count() == 1);
    is_once && chosen.iter().try_fold(places, |places, candidate| places.take(candidate)).is_some()
}

proptest! {
    #[test]
    fn no_other_choice_brings_more(candidates in candidates(), places in places()) {
        let chosen = choose(candidates.clone(), places).unwrap();
        prop_assert!(fits(&chosen, places));
        for mask in 0_u32..1 << candidates.len() {
            let other: Vec<_> = candidates.iter().filter(|one| mask & (1 << one.item) != 0).copied().collect();
            prop_assert!(!fits(&other, places) || total(&other) <= total(&chosen), "{other:?}");
        }
    }
}
