//! The advice of a premium's answer: who saves how much.

use serde_json::json;
use wengang::policy::money::Money;

use crate::answers::{amounts, insights, sum};
use crate::cases::judge;

#[test]
fn what_employer_and_employee_save_makes_up_the_whole() {
    for wage in (0..3_000_000).step_by(7_919) {
        let facts = json!({"monthlyWage": Money::from_fen(wage).to_string(), "headcount": 7, "months": 5});
        let answer = judge(&json!({"calculator": "premium", "asOf": "2025-03-01", "facts": facts}));
        let [stated] = insights(&answer, "saved-by")[..] else { panic!("{answer:#}") };
        let [employer, employee] = amounts(stated)[..] else { panic!("{stated}") };
        assert_eq!(employer + employee, sum(&answer["result"]["savedTotal"]), "{wage}");
    }
}
