//! Fractions against whole numbers, and at the ends of their range.

use super::*;
use proptest::prelude::*;

fn of(numerator: i128, denominator: i128) -> Fraction {
    Fraction::new(numerator, denominator).unwrap()
}

#[test]
fn a_denominator_is_never_zero_and_never_negative() {
    assert_eq!(Fraction::new(1, 0), Err(NoValue::DivisionByZero));
    assert_eq!(of(1, -2).denominator(), 2);
    assert_eq!(Fraction::new(1, i128::MIN), Err(NoValue::Overflow));
    assert_eq!(of(1, 2).over(Fraction::ZERO), Err(NoValue::DivisionByZero));
}

#[test]
fn an_overflow_is_an_error_and_not_the_greatest_number() {
    let most = of(i128::MAX, 1);
    assert_eq!(most.plus(Fraction::whole(1)), Err(NoValue::Overflow));
    assert_eq!(most.times(Fraction::whole(2)), Err(NoValue::Overflow));
    assert_eq!(of(1, i128::MAX).over(most), Err(NoValue::Overflow));
    assert_eq!(most.to_decimal(2), Err(NoValue::Overflow));
    assert_eq!(of(i128::MIN, 1).minus(of(i128::MIN, 1)), Err(NoValue::Overflow));
}

#[test]
fn half_of_the_last_place_goes_away_from_zero() {
    for (numerator, denominator, places, printed) in [
        (5, 1000, 2, "0.01"),
        (4185, 1000, 2, "4.19"),
        (-5, 1000, 2, "-0.01"),
        (365, 12, 2, "30.42"),
        (1, 3, 0, "0"),
        (1, 2, 0, "1"),
        (0, 7, 3, "0.000"),
    ] {
        assert_eq!(of(numerator, denominator).to_decimal(places).unwrap(), printed);
    }
}

#[test]
fn a_decimal_that_does_not_end_has_no_exact_print() {
    assert_eq!(of(366, 12).exact_decimal().as_deref(), Some("30.5"));
    assert_eq!(of(30, 1).exact_decimal().as_deref(), Some("30"));
    assert_eq!(of(30_000_001, 1_000_000).exact_decimal().as_deref(), Some("30.000001"));
    assert_eq!(of(365, 12).exact_decimal(), None);
}

#[test]
fn products_too_large_to_compare_crosswise_are_compared_all_the_same() {
    let (one, other) = (of(i128::MAX, i128::MAX - 1), of(i128::MAX - 1, i128::MAX - 2));
    assert_eq!(one.cmp(&other), Ordering::Less);
    assert_eq!(of(i128::MIN, 3).cmp(&of(i128::MAX, 2)), Ordering::Less);
    assert_eq!(of(i128::MAX, 3).cmp(&of(i128::MAX, 3)), Ordering::Equal);
}

proptest! {
    #[test]
    fn the_slow_comparison_agrees_with_the_crosswise_one(
        a in -50_i128..50, b in 1_i128..50, c in -50_i128..50, d in 1_i128..50,
    ) {
        prop_assert_eq!(compare_large(of(a, b), of(c, d)), (a * d).cmp(&(c * b)));
    }

    #[test]
    fn arithmetic_undoes_itself(a in -999_i128..999, b in 1_i128..99, c in -999_i128..999, d in 1_i128..99) {
        let (one, other) = (of(a, b), of(c, d));
        prop_assert_eq!(one.plus(other).unwrap().minus(other).unwrap(), one);
        if c != 0 {
            prop_assert_eq!(one.times(other).unwrap().over(other).unwrap(), one);
        }
    }

    #[test]
    fn no_operation_panics(a: i128, b: i128, c: i128, d: i128, places in 0_u32..50) {
        let (Ok(one), Ok(other)) = (Fraction::new(a, b), Fraction::new(c, d)) else { return Ok(()) };
        let _ = (one.plus(other), one.minus(other), one.times(other), one.over(other), one.cmp(&other));
        let _ = (one.rounded(places), one.to_decimal(places), one.exact_decimal(), one.floor());
    }
}
