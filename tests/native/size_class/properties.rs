//! What holds for every enterprise.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::cases::judge;
use crate::requests::size_request;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn more_employees_never_make_an_enterprise_smaller(request in size_request(), more in 1_u64..1000) {
        let classes = ["micro", "small", "medium", "large"];
        let class = |request: &Json| classes.iter().position(|class| judge(request)["result"]["size"] == *class);
        if let Some(employees) = request["facts"]["employees"].as_u64().filter(|employees| *employees < 9_000_000) {
            let mut larger = request.clone();
            larger["facts"]["employees"] = json!(employees + more);
            prop_assert!(class(&request).zip(class(&larger)).is_none_or(|(before, after)| before <= after));
        }
    }
}
