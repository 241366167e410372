//! The skill subsidy as data.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::Compared;
use crate::requests::skill_request;

const SKILL_SUBSIDY: Compared = Compared {
    calculator: "skill-subsidy",
    requests: || skill_request(6).boxed(),
    boundaries,
    open_cases: 10,
    days: ("2023-12-01", "2028-12-31"),
    nothing: || json!({"certificates": []}),
    contradictions: || vec![(json!({"certificates": []}), None)],
    argued: |kind, id, class| {
        // The amounts stand in one clause, which is cited whole; what counts as a certificate flows into whether a higher
        // one is held.
        kind == "condition" && matches!(id, "level-covered" | "not-superseded") && class == "more"
    },
    mutants: 200,
    equivalent: &[],
};

tests_of!(SKILL_SUBSIDY);

fn boundaries() -> Vec<Json> {
    (0..12)
        .map(|_| json!({"calculator": "skill-subsidy", "asOf": "2024-06-01", "facts": {"certificates": []}}))
        .collect()
}
