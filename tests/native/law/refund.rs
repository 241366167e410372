//! The refund as data.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::Measured;
use crate::requests::refund_request;

const REFUND: Measured = Measured {
    calculator: "refund",
    requests: || refund_request().boxed(),
    boundaries,
    large: Vec::new,
    days: ("2021-12-01", "2027-12-31"),
    nothing: || json!({}),
    contradictions: || {
        vec![
            (json!({"averageInsured": 0, "benefitDrawers": 1}), Some("facts.averageInsured")),
            (json!({"insuredPersonMonths": 0, "benefitDrawers": 1}), Some("facts.insuredPersonMonths")),
            (json!({"averageInsured": 0, "benefitDrawers": 0}), None),
            (json!({"averageInsured": 0}), None),
        ]
    },
    mutants: 150,
    equivalent: &[
        // A rate at its limit has been met in the row before.
        "/conditions/2/says/2/when/Binary/0: More is AtLeast",
        // With nobody insured, recipients over the limit of none are refused.
        "/insights/1/when/Binary/1/Binary/0: More is AtLeast",
        // The rate below the line is that of none and of one.
        "/compare/columns/6/says/0/text/1/Print/0/Suppose/0/facts/1/1/Count: 0 ÷ 1 is more",
    ],
};

tests_of!(REFUND);

/// The lines of 30 and 300 persons, the months and the layoff limits of every year, one unit on either side.
fn boundaries() -> Vec<Json> {
    let mut requests = Vec::new();
    for year in 2022..=2026 {
        for average in [29, 30, 31, 299, 300, 301] {
            // 20 % of 30 is 6; 5.5 % of 31 is 1, of 299 and 300 is 16.
            for recipients in [0, 1, 2, 5, 6, 7, 15, 16, 17] {
                for (months, applicant, size) in
                    [(11, "enterprise", "large"), (12, "enterprise", "micro"), (12, "foundation", "small")]
                {
                    requests.push(json!({"calculator": "refund", "asOf": format!("{year}-06-01"), "facts": {
                        "applicant": applicant, "size": size, "averageInsured": average, "benefitDrawers": recipients,
                        "fullyPaidMonths": months, "premiumPaid": "50000.01", "creditListings": [], "zombie": false,
                    }}));
                }
            }
        }
    }
    requests
}
