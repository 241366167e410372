use super::*;

fn share_of_ninety(paid: i128, need: i128) -> (Option<i128>, Option<(i128, i128)>) {
    let share = Fraction::new(9, 10).unwrap();
    let corner = Corner { paid, need };
    (missing(corner, share), super::share([corner, corner]))
}

#[test]
fn a_share_is_rounded_down_and_what_is_missing_is_rounded_up() {
    assert_eq!(share_of_ninety(89_999, 100_000), (Some(1), Some((8_999, 8_999))));
    assert_eq!(share_of_ninety(90_000, 100_000), (Some(0), Some((9_000, 9_000))));
    assert_eq!(share_of_ninety(90_001, 100_000), (Some(0), Some((9_000, 9_000))));
    // 90 % of 3 分 is 2.7: 3 are needed for it.
    assert_eq!(share_of_ninety(2, 3), (Some(1), Some((6_666, 6_666))));
    assert_eq!(share_of_ninety(0, 0), (Some(0), None));
    assert_eq!(percent((8_999, 9_000)), "89.99% 至 90.00%");
    assert_eq!(percent((5, 5)), "0.05%");
}

#[test]
fn amounts_beyond_all_numbers_give_no_share() {
    assert_eq!(share_of_ninety(i128::MAX, 1), (Some(0), None));
    assert_eq!(share_of_ninety(1, i128::MAX), (None, Some((0, 0))));
}

/// What was computed for a row and counts as paid is the same amount where it is needed.
#[test]
fn an_open_amount_is_paid_and_needed_at_once() {
    let paid = Paid { rows: 1, computed: 1, written: 50, of_computed: (10, 30) };
    let need = Sums { cases: 3, with_amount: 3, least: 100, most: 200 };
    let [low, high] = corners(&paid, &need);
    assert_eq!((low.paid, low.need), (60, 180));
    assert_eq!((high.paid, high.need), (80, 120));
}
