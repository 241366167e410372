//! What a fact that is left out may turn out to be.

use serde_json::{Value as Json, json};
use wengang::api::policies::{industries, regions};

use super::law::options;

/// Everyone who may ask, by api.md's words.
pub const PERSONS: [&str; 8] = [
    "enterprise-employee",
    "benefit-recipient",
    "other-insured",
    "public-institution",
    "flexible",
    "student",
    "retired",
    "left",
];

/// Which kind of body an applicant can be.
pub const APPLICANTS: [&str; 9] = [
    "enterprise",
    "social-organization",
    "foundation",
    "social-service",
    "law-firm",
    "accounting-firm",
    "sole-trader",
    "public-institution",
    "other",
];

/// What a blanked fact may turn out to be: every word, and both sides of every threshold.
pub fn completions(fact: &str) -> Vec<Json> {
    match fact {
        "applicant" => APPLICANTS.map(Json::from).to_vec(),
        "size" => ["large", "medium", "small", "micro"].map(Json::from).to_vec(),
        "averageInsured" => ["1", "30", "30.000001", "200", "299.999999", "300"].map(Json::from).to_vec(),
        "benefitDrawers" => [0, 1, 6, 7, 11, 12, 10_000].map(Json::from).to_vec(),
        "fullyPaidMonths" => [0, 11, 12].map(Json::from).to_vec(),
        "premiumPaid" => ["0", "0.05", "50000"].map(Json::from).to_vec(),
        "creditListings" => {
            vec![json!([]), json!(["serious-dishonesty"]), json!(["judgment-defaulter"]), json!(["wage-arrears"])]
        }
        "zombie" => vec![json!(false), json!(true)],
        "person" => PERSONS.map(Json::from).to_vec(),
        "insuredMonths" => [0, 5, 11, 12, 35, 36, 72, 192].map(Json::from).to_vec(),
        other => monthly_completions(other),
    }
}

/// The same for premium, benefit and size class.
fn monthly_completions(fact: &str) -> Vec<Json> {
    match fact {
        "monthlyWage" => ["0", "3726.65", "5000", "19602.76"].map(Json::from).to_vec(),
        "headcount" => [0, 1, 30].map(Json::from).to_vec(),
        "months" => [1, 11, 12].map(Json::from).to_vec(),
        "month" | "firstMonth" => {
            ["2018-06", "2020-10", "2023-05", "2024-07", "2025-12", "2026-01"].map(Json::from).to_vec()
        }
        "region" => regions().iter().map(|region| json!(region.slug)).collect(),
        "separation" => options("unemployment-benefit", "separation").into_iter().map(|reason| json!(reason)).collect(),
        "registered" | "reemployedUnderOneYear" => vec![json!(false), json!(true)],
        "unusedMonths" => [0, 1, 7, 24].map(Json::from).to_vec(),
        "monthsToRetirement" => [0, 1, 3, 12, 24, 35, 36, 600].map(Json::from).to_vec(),
        "industry" => industries().iter().map(|industry| json!(industry.id)).collect(),
        "employees" => [0, 19, 20, 299, 300, 1000, 10_000_000].map(Json::from).to_vec(),
        "revenue" | "assets" => ["0", "2999999.99", "3000000", "19999999.99", "20000000", "400000000", "1000000000000"]
            .map(Json::from)
            .to_vec(),
        other => panic!("no completions for {other}"),
    }
}
