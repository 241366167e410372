//! What holds for every refund.

use proptest::prelude::*;
use serde_json::json;
use wengang::policy::money::Money;

use crate::answers::{MOST_FEN, fen, range};
use crate::cases::judge;
use crate::requests::law::refund_rounds;
use crate::requests::refund_request;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_refund_is_never_more_than_the_highest_rate_of_its_premium(request in refund_request()) {
        let rates = refund_rounds().into_iter().flat_map(|round| round.rates);
        let highest = rates.max().unwrap();
        if let (Some(premium), Some((_, most))) = (request["facts"]["premiumPaid"].as_str(), range(&judge(&request))) {
            prop_assert!(most <= fen(&json!(Money::parse(premium).unwrap().share(highest).to_string())));
        }
    }

    #[test]
    fn a_higher_premium_never_brings_less(request in refund_request(), more in 0_u64..1_000_000) {
        let Some(premium) = request["facts"]["premiumPaid"].as_str().map(|_| fen(&request["facts"]["premiumPaid"])) else {
            return Ok(());
        };
        let mut higher = request.clone();
        higher["facts"]["premiumPaid"] = json!(Money::from_fen((premium + more).min(MOST_FEN)).to_string());
        let (before, after) = (range(&judge(&request)), range(&judge(&higher)));
        prop_assert_eq!(before.is_some(), after.is_some());
        prop_assert!(before.zip(after).is_none_or(|(before, after)| before.0 <= after.0 && before.1 <= after.1));
    }

    #[test]
    fn more_recipients_never_help(request in refund_request(), more in 1_u32..5) {
        if let Some(recipients) = request["facts"]["benefitDrawers"].as_u64() {
            let mut worse = request.clone();
            worse["facts"]["benefitDrawers"] = json!(recipients + u64::from(more));
            let (before, after) = (judge(&request), judge(&worse));
            prop_assert!(after["outcome"] != "eligible" || before["outcome"] == "eligible");
            prop_assert!(range(&after).is_none_or(|after| range(&before).is_some_and(|before| after.1 <= before.1)));
        }
    }
}
