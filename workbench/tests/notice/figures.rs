//! Every figure of the notice is in the law, and cases come out by it.

use serde_json::{Value as Json, json};
use wengang_engine::Outcome;

use super::{Found, assessed, came_out, finished, pack};

#[test]
fn every_figure_of_the_notice_stands_in_the_law() {
    let work = finished();
    assert_eq!(work.faults(), []);
    let pack = pack(&work);
    let refund = |day: &str, change: Json| {
        let mut facts = json!({
            "applicant": "enterprise", "size": "small", "averageInsured": 50, "benefitDrawers": 2, "fullyPaidMonths": 12,
            "premiumPaid": "100000.00", "creditListings": [], "zombie": false,
        });
        for (name, value) in change.as_object().unwrap() {
            facts[name] = value.clone();
        }
        came_out(&assessed(&pack, "refund", day, &facts))
    };
    let yes = |amount: &str| Found { outcome: Outcome::Eligible, amount: Some(amount.to_owned()) };
    let no = |outcome| Found { outcome, amount: None };
    let day = "2027-05-01";
    assert_eq!(refund(day, json!({})), yes("55000.00"));
    assert_eq!(refund(day, json!({"size": "large"})), yes("25000.00"));
    let firm =
        |persons: u32| json!({"applicant": "law-firm", "size": null, "averageInsured": persons, "benefitDrawers": 0});
    assert_eq!(refund(day, firm(300)), yes("25000.00"));
    assert_eq!(refund(day, firm(299)), yes("55000.00"));
    let drawers = |number: u32| json!({"averageInsured": 1000, "benefitDrawers": number});
    assert_eq!(refund(day, drawers(53)), yes("55000.00"));
    assert_eq!(refund(day, drawers(54)), no(Outcome::Ineligible));
    assert_eq!(refund("2027-04-01", json!({})), yes("55000.00"));
    assert_eq!(refund("2027-12-31", json!({})), yes("55000.00"));
    for closed in ["2027-03-31", "2027-01-01", "2028-01-01"] {
        assert_eq!(refund(closed, json!({})), no(Outcome::Closed), "{closed}");
    }
    assert_eq!(refund("2026-12-31", json!({})), yes("60000.00"));
}

#[test]
fn certificates_premiums_and_the_benefit_go_by_the_notice() {
    let pack = pack(&finished());
    let certificate = |occupation: &str, level: u8, on: &str| json!({"occupation": occupation, "level": level, "kind": "skill-level", "issuedOn": on, "urgentShortage": false});
    let skill = |certificates: Vec<Json>| {
        let facts = json!({
            "person": "enterprise-employee", "insuredMonths": 20, "certificates": certificates, "received": [],
        });
        assessed(&pack, "skill-subsidy", "2027-05-01", &facts)
    };
    let one = skill(vec![certificate("电工", 3, "2027-01-10")]);
    assert_eq!(came_out(&one).amount.as_deref(), Some("2200.00"));
    let plan = one.items.unwrap().1.unwrap();
    assert_eq!(plan.items.iter().map(|item| item.by.to_string()).collect::<Vec<_>>(), ["2027-12-31"]);
    let two = skill(vec![certificate("电工", 4, "2027-01-10"), certificate("焊工", 3, "2027-01-10")]);
    assert_eq!(came_out(&two).amount.as_deref(), Some("2200.00"));
    let plan = two.items.unwrap().1.unwrap();
    assert_eq!((plan.items.len(), plan.left_over.len()), (1, 1));

    let premium = json!({"monthlyWage": "3000", "month": "2027-06", "months": 1});
    let premium = assessed(&pack, "premium", "2027-06-01", &premium);
    let steps: Vec<(&str, &str)> = premium.steps.iter().map(|step| (step.id.as_str(), step.value.as_str())).collect();
    for step in [("base", "4150.20"), ("employer-monthly", "29.05"), ("employee-monthly", "12.45")] {
        assert!(steps.contains(&step), "{steps:?}");
    }
    let benefit = json!({
        "region": "shijiazhuang/changan", "firstMonth": "2027-08", "insuredMonths": 75, "separation": "dismissed",
        "registered": true,
    });
    let benefit = assessed(&pack, "unemployment-benefit", "2027-08-01", &benefit);
    let months = benefit.months.unwrap();
    assert!(format!("{months:?}").contains("2250"), "{months:?}");
}
