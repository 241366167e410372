//! What holds for every measure, and for money and days.

use proptest::prelude::*;
use wengang::policy::date::Date;
use wengang::policy::money::Money;
use wengang::policy::month::Month;

use crate::answers::{MOST_FEN, range};
use crate::cases::judge;
use crate::requests::{benefit_request, completions, hiring_request, premium_request, refund_request, skill_request};
use crate::unknowns::{is_blankable, is_contradictory};

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_learned_never_leaves_the_earlier_range(
        request in prop_oneof![
            refund_request(), premium_request(), benefit_request(), skill_request(4), hiring_request(4),
        ],
        which in any::<prop::sample::Index>(),
        value in any::<prop::sample::Index>(),
    ) {
        let facts = request["facts"].as_object().unwrap();
        let unknown: Vec<&String> = facts.iter().filter(|(name, value)| value.is_null() && is_blankable(name)).map(|(name, _)| name).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut stated = request.clone();
        let name = *which.get(&unknown);
        stated["facts"][name] = value.get(&completions(name)).clone();
        if is_contradictory(stated["facts"].as_object().unwrap()) {
            return Ok(());
        }
        let (before, after) = (judge(&request), judge(&stated));
        prop_assert!(before["outcome"] != "eligible" || after["outcome"] == "eligible");
        prop_assert!(before["outcome"] != "ineligible" || after["outcome"] == "ineligible");
        prop_assert!(range(&before).zip(range(&after)).is_none_or(|(wide, narrow)| wide.0 <= narrow.0 && narrow.1 <= wide.1));
    }

    #[test]
    fn what_is_printed_reads_back(fen in 0..=MOST_FEN) {
        let money = Money::from_fen(fen);
        prop_assert_eq!(Money::parse(&money.to_string()), Ok(money));
    }
}

#[test]
fn every_day_and_every_month_reads_back() {
    let mut day = Date::MIN;
    while day < Date::MAX {
        assert_eq!(Date::parse(&day.to_string()), Ok(day));
        let month = Month::of(day);
        assert_eq!(Month::parse(&month.to_string()), Ok(month));
        day = day.next();
    }
}
