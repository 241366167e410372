//! What holds for every schedule of the benefit.

use proptest::prelude::*;
use serde_json::json;

use crate::answers::{fen, range};
use crate::cases::judge;
use crate::requests::benefit_request;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn the_months_of_a_schedule_add_up(request in benefit_request()) {
        let answer = judge(&request);
        if let Some((total, _)) = range(&answer) {
            let months = answer["items"].as_array().unwrap();
            prop_assert_eq!(json!(months.len()), answer["result"]["months"].clone());
            prop_assert_eq!(months.iter().map(|month| fen(&month["amount"])).sum::<u64>(), total);
        }
    }
}
